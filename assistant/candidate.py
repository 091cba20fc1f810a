"""Candidate: a span of a passage that may answer, with what is known of it."""

from dataclasses import dataclass

from assistant.features import Features
from assistant.reading import Span
from index import Hit


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer, in characters of its passage.

    Attributes:
        hit: The passage.
        start: First character of it.
        end: Character after the last.
        features: What is known of the span.
        text: What was read, if not the passage.
        marked: What the reader marked of it; None where a rule found the span.
        rivals: Spans of the same passage that rank little lower.
    """

    hit: Hit
    start: int
    end: int
    features: Features
    text: str = ""
    marked: Span | None = None
    rivals: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.hit.passage.text[self.start : self.end]
