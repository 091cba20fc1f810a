"""The reader as a reranker: near ties only, and nothing read twice."""

from collections.abc import Sequence

import pytest

from assistant import ReaderReranker
from assistant.reading import Marks, Span, shipped_reader
from assistant.rereading import NEAR
from index import Hit, Passage

ASKED = "Who discovered the comet?"
TEXTS = (
    "The comet was bright in the spring of that year, and many people came to look at it.",
    "The comet was discovered by Caroline Herschel on 1 August 1786 from her garden.",
    "The garden is open on Sundays.",
)


class FakeReader:
    """Scores passages as it is told; remembers which it was asked to read."""

    def __init__(self, scores: dict[str, float]) -> None:
        self.scores = scores
        self.asked: list[list[str]] = []

    def read(self, question: str, passages: Sequence[str], best: int = 4) -> list[list[Span]]:
        self.asked.append(list(passages))
        return [[Span(0, 1, self.scores[text])] if text in self.scores else [] for text in passages]


def hits(scores: Sequence[float]) -> list[Hit]:
    return [
        Hit(Passage(place, "d", 0, len(text), text), score, {}, title="T")
        for place, (text, score) in enumerate(zip(TEXTS, scores, strict=True))
    ]


def places(found: Sequence[Hit]) -> list[int]:
    return [hit.passage.id for hit in found]


def test_a_near_tie_goes_to_the_passage_with_the_answer() -> None:
    found = ReaderReranker(shipped_reader()).rerank(ASKED, hits([0.80, 0.795, 0.70]))
    assert places(found) == [1, 0, 2]
    assert [hit.score for hit in found] == [0.80, 0.795, 0.70]
    assert found[0].legs["unread"] == 0.795


def test_a_clear_first_is_not_read() -> None:
    reader = FakeReader({TEXTS[1]: 9.0})
    before = hits([0.80, 0.80 - NEAR - 0.001, 0.70])
    assert ReaderReranker(reader).rerank(ASKED, before) == before
    assert reader.asked == []
    assert ReaderReranker(reader).rerank(ASKED, []) == []


def test_only_those_near_are_read_and_a_weak_reading_does_not_turn_them() -> None:
    reader = FakeReader({TEXTS[0]: -1.0, TEXTS[1]: 1.0})
    found = ReaderReranker(reader).rerank(ASKED, hits([0.80, 0.79, 0.70]))
    assert reader.asked == [list(TEXTS[:2])]
    assert places(found) == [0, 1, 2]


def test_what_was_read_for_the_order_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = shipped_reader()
    asked = f"{ASKED} (once)"
    ReaderReranker(reader).rerank(asked, hits([0.80, 0.795, 0.70]))
    fresh: list[str] = []
    real = reader._read_anew

    def counting(question: str, passages: Sequence[str]) -> list[list[Marks]]:
        fresh.extend(passages)
        return real(question, passages)

    monkeypatch.setattr(reader, "_read_anew", counting)
    spans = reader.read(asked, TEXTS)
    assert fresh == [TEXTS[2]]
    first = spans[1][0]
    assert TEXTS[1][first.start : first.end].strip() == "Caroline Herschel"
    assert spans == [reader.read(asked, [text])[0] for text in TEXTS]
