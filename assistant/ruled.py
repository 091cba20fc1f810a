"""Ruled: a yes or no that a rule reads off the words of a passage."""

from dataclasses import dataclass

from index import Hit


@dataclass(frozen=True, slots=True)
class Ruled:
    """What decides.

    Attributes:
        yes: The answer.
        hit: The passage.
        span: Half-open characters of it that decide.
        sure: Probability, 0 to 1, that this is right.
    """

    yes: bool
    hit: Hit
    span: tuple[int, int]
    sure: float
