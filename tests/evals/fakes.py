"""Fakes for the evaluation: an index and an assistant that answer from dictionaries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant import Answer, Citation, Claim
from evals.gold import Span
from index import Hit, Passage
from sources import Document


def document(text: str, title: str = "", edition: str | None = None) -> Document:
    return Document.create(title=title, text=text, origin="test", edition=edition)


def cite(source: Document, quote: str) -> Citation:
    start = source.text.index(quote)
    return Citation(source.id, source.title, start, start + len(quote), quote)


def answered(
    text: str, short: str, *citations: Citation, language: str = "th", span: str = ""
) -> Answer:
    return Answer(
        question="?",
        language=language,
        text=text,
        short=short,
        span=span or short,
        abstained=False,
        confidence=0.9,
        claims=(Claim(text, citations),),
    )


def refused(language: str = "th") -> Answer:
    text = "แหล่งข้อมูลไม่ได้กล่าวถึงเรื่องนี้" if language == "th" else "The sources do not say."
    return Answer("?", language, text, "", abstained=True, confidence=0.1)


def hit(source: Document, start: int = 0, end: int | None = None) -> Hit:
    end = len(source.text) if end is None else end
    passage = Passage(1, source.id, start, end, source.text[start:end])
    return Hit(passage, 1.0, {}, source.title, source.language)


@dataclass
class FakeIndex:
    """Finds what it is told to find."""

    found: Mapping[str, Sequence[Hit]] = field(default_factory=dict)
    twins: Mapping[str, Span] = field(default_factory=dict)
    depths: list[int] = field(default_factory=list)

    def search(self, query: str, k: int = 10) -> list[Hit]:
        self.depths.append(k)
        return list(self.found[query])[:k]

    def twin(self, document_id: str, start: int, end: int) -> Span | None:
        return self.twins.get(document_id)


@dataclass
class FakeAssistant:
    """Gives the answer, or raises the error, it holds for a question."""

    index: FakeIndex
    answers: Mapping[str, Answer | Exception]

    def ask(self, question: str) -> Answer:
        answer = self.answers[question]
        if isinstance(answer, Exception):
            raise answer
        return answer
