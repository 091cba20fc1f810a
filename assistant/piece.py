"""Piece: words between two gaps of a sentence, the stuff of a list."""

from dataclasses import dataclass

ITEM_CHARACTERS = 60  # a longer piece between two commas or spaces is a clause, no item
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two commas or spaces.

    Attributes:
        start: First character.
        end: Character after the last.
        closes: Whether a word such as "and" stands before it.
    """

    start: int
    end: int
    closes: bool

    @property
    def short(self) -> bool:
        """Whether it may be an item of a list."""
        return self.end - self.start <= ITEM_CHARACTERS

    def touches(self, span: Span) -> bool:
        """Tell whether a span has a character of it."""
        return self.start < span[1] and span[0] < self.end
