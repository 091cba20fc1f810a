"""Passages of a text of one's own, and questions about parts of them."""

from assistant.evidence import evidence_around
from assistant.whole import whole
from index import Passage, sentence_spans
from sources import paragraph_spans

Span = tuple[int, int]


def passage(text: str, language: str) -> Passage:
    """Make one passage of a whole text."""
    sentences = [
        (first + start, first + end)
        for first, last in paragraph_spans(text)
        for start, end in sentence_spans(text[first:last], language)
    ]
    return Passage(1, "d", 0, len(text), text, (), tuple(sentences))


def place(text: str, part: str) -> Span:
    """Return where a part stands that is in a text once."""
    assert text.count(part) == 1, part
    return text.index(part), text.index(part) + len(part)


def made_whole(text: str, part: str, kind: str, language: str) -> str:
    """Return what becomes of a part that a reader marked."""
    start, end = whole(passage(text, language), place(text, part), kind, language)
    return text[start:end]


def cited(text: str, part: str, kind: str, language: str) -> str:
    """Return the evidence around a part."""
    start, end = evidence_around(passage(text, language), place(text, part), kind, language)
    return text[start:end]
