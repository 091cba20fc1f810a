"""A reader whose spans are set beforehand, and hits to read."""

from collections.abc import Sequence

import numpy as np

from assistant.reading import Marks, Span
from index import Hit
from sources import Document
from tests.assistant.passages import passage

SURE, UNSURE = 14.0, -20.0  # logits well beyond any threshold


class FakeReader:
    """Marks set words wherever they stand in a passage.

    Attributes:
        marks: Score by words.
        asked: Questions and passages that came in.
        supports: The logit of support for every claim.
    """

    supports = 0.0

    def __init__(self, **marks: float) -> None:
        self.marks: dict[str, float] = dict(marks)
        self.asked: list[tuple[str, list[str]]] = []

    def read(self, question: str, passages: Sequence[str], best: int = 4) -> list[list[Span]]:
        self.asked.append((question, list(passages)))
        return [self._spans(text)[:best] for text in passages]

    def mark(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        found = [self._spans(text) for text in passages]
        return [[_as_tokens(sorted(spans, key=lambda s: s.start))] for spans in found]

    def support(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [self.supports] * len(pairs)

    def _spans(self, text: str) -> list[Span]:
        found = [
            Span(text.index(words), text.index(words) + len(words), score)
            for words, score in self.marks.items()
            if words in text
        ]
        return sorted(found, key=lambda span: -span.score)


def _as_tokens(spans: Sequence[Span]) -> Marks:
    """Return a reading of tokens of which each is one of the spans."""
    scores = np.array([span.score for span in spans], np.float32)
    return Marks([(s.start, s.end) for s in spans], scores / 2, scores / 2)


def marking(words: str, score: float = SURE) -> FakeReader:
    """Return a reader that marks words."""
    reader = FakeReader()
    reader.marks[words] = score
    reader.supports = score / 2
    return reader


def hit(text: str, language: str, *, score: float = 0.05, title: str = "ข่าว") -> Hit:
    """Return a hit of a passage that is a whole document."""
    document = Document.create(title=title, text=text, origin="x", language=language)
    found = passage(text, language)
    found = type(found)(1, document.id, 0, len(text), text, found.windows, found.sentences)
    legs = {"words": 0.9, "windows": 0.9, "dense": 0.9}
    return Hit(found, score, legs, title, language)
