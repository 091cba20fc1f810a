"""A small assistant for page tests: what it answers is set beforehand."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from assistant import Answer, Citation, Claim
from index import Added, Entry, Hit, Passage, Twin
from sources import Document, QuestionError, ThamtopError, UnknownDocument

TEXT = "The bridge opened on 5 May 2021.\n\nIt carries <b>two</b> lanes and cost $4 million."
TWIN = "สะพานเปิดใช้เมื่อวันที่ 5 พฤษภาคม 2564"
DOCUMENT = Document.create(
    title="A *new* bridge",
    text=TEXT,
    origin="bridge.txt",
    published=date(2021, 5, 6),
    edition="bridge",
)


def answered_with(question: str, *, language: str = "en") -> Answer:
    citation = Citation(DOCUMENT.id, DOCUMENT.title, 0, 32, TEXT[:32])
    return Answer(
        question,
        language,
        f"5 May 2021\n\n“{citation.quote}”",
        "5 May 2021",
        False,
        0.9,
        (Claim(citation.quote, (citation,)),),
    )


def abstained(question: str) -> Answer:
    hit = Hit(Passage(1, DOCUMENT.id, 34, len(TEXT), TEXT[34:]), 0.4, title=DOCUMENT.title)
    text = "The sources do not answer this question."
    return Answer(
        question, "en", text, "", True, 0.1, passages=(hit,), suggestion="When did it open?"
    )


class FakeIndex:
    encoder_name = "fake-encoder"
    encoder_note: str | None = None

    def __init__(self) -> None:
        self.removed: list[str] = []

    def search(self, question: str, k: int = 10, *, rerank: bool = True) -> list[Hit]:
        if rerank or "nothing" in question:
            return []
        hit = Hit(Passage(1, DOCUMENT.id, 34, len(TEXT), TEXT[34:]), 0.4, {}, DOCUMENT.title, "en")
        return [hit][:k]

    def pending(self) -> int:
        return 3

    def document(self, document_id: str) -> Document:
        if document_id != DOCUMENT.id or document_id in self.removed:
            raise UnknownDocument("gone")
        return DOCUMENT

    def twin(self, document_id: str, start: int, end: int) -> Twin | None:
        return Twin("other", "สะพานใหม่", "th", 0, len(TWIN), TWIN)

    def entries(self) -> list[Entry]:
        if DOCUMENT.id in self.removed:
            return []
        added = datetime(2024, 1, 1, tzinfo=UTC)
        return [
            Entry(
                DOCUMENT.id, DOCUMENT.title, "en", "bridge.txt", date(2021, 5, 6), None, 2, 1, added
            )
        ]

    def add(self, document: Document) -> Added:
        return Added(document.id, "added", 1)

    def remove(self, document_id: str) -> None:
        self.removed.append(document_id)

    def start_embedding(self) -> None:
        pass


class FakeAssistant:
    """Answers every question alike, or fails with the error it was given."""

    def __init__(self, error: ThamtopError | None = None) -> None:
        self.index = FakeIndex()
        self._error = error

    def ask(self, text: str, earlier: Sequence[object] = ()) -> Answer:
        if self._error:
            raise self._error
        if not text.strip():
            raise QuestionError("empty")
        return abstained(text) if "cost of paint" in text else answered_with(text)

    def suggestions(self, language: str, limit: int = 4) -> list[str]:
        return {"th": ["สะพานเปิดเมื่อใด"], "en": ["When did it open?", "What is it?"]}[language]
