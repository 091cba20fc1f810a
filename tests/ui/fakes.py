"""A small assistant for page tests: what it answers is set beforehand."""

import threading
from collections.abc import Callable, Generator, Sequence
from datetime import UTC, date, datetime
from time import sleep
from typing import cast

from assistant import EXTRACTIVE, Answer, Assistant, Citation, Claim, Event, Suggestion
from assistant import Turn as Before
from index import Added, Entry, Hit, Passage, Twin
from sources import Document, QuestionError, ThamtopError, UnknownDocument
from ui.asking import Asking
from ui.resources import Desk

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


def claims(*texts: str) -> tuple[Claim, ...]:
    """Return claims that cite, in turn, the first and the last sentence of the document."""
    spans = (0, 32), (34, len(TEXT))
    return tuple(
        Claim(text, (Citation(DOCUMENT.id, DOCUMENT.title, *span, TEXT[slice(*span)]),))
        for text, span in zip(texts, spans * len(texts), strict=False)
    )


def written(question: str, *texts: str) -> Answer:
    """Return the answer of a chat model that claimed these texts."""
    told = claims(*texts)
    text = "\n\n".join(texts)
    return Answer(question, "en", text, texts[0], False, 1.0, told, answerer="little")


def abstained(question: str) -> Answer:
    hit = Hit(Passage(1, DOCUMENT.id, 34, len(TEXT), TEXT[34:]), 0.4, title=DOCUMENT.title)
    text = "The sources do not answer this question."
    return Answer(
        question, "en", text, "", True, 0.1, passages=(hit,), suggestion="When did it open?"
    )


class FakeIndex:
    encoder_name = "fake-encoder"
    encoder_trouble: ThamtopError | None = None

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

    def passages(self, document_id: str) -> list[Passage]:
        gone = document_id in self.removed
        cuts = () if gone else ((0, 32), (34, len(TEXT)))
        return [Passage(n, document_id, a, b, TEXT[a:b]) for n, (a, b) in enumerate(cuts, 1)]

    def latest(self, document_id: str, location: str) -> str | None:
        return None if document_id in self.removed else document_id

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
        self.answerer_name = EXTRACTIVE
        self._error = error

    def stream(
        self,
        text: str,
        earlier: Sequence[object] = (),
        stopped: Callable[[], bool] = lambda: False,
    ) -> Generator[Event, None, None]:
        if self._error:
            raise self._error
        if not text.strip():
            raise QuestionError("empty")
        yield abstained(text) if "cost of paint" in text else answered_with(text)

    def suggestions(self, language: str, limit: int = 4) -> list[Suggestion]:
        known = {
            "th": [Suggestion("สะพานเปิดเมื่อใด", "ปี 2477")],
            "en": [
                Suggestion("When did it open?", "5 May 2021"),
                Suggestion("What is it?", "a bridge"),
            ],
        }
        return known[language][:limit]


class WritingAssistant(FakeAssistant):
    """Writes as a chat model does: a claim, a pause, the next; every claim but the last at once.

    Attributes:
        go_on: Set by a test to let the last claim come.
        asked: The questions, in order, with what was said before each.
        closed: Set when the writing has ended, in whichever way.
    """

    def __init__(self, *texts: str, error: Exception | None = None) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.closed = threading.Event()
        self.asked: list[tuple[str, Sequence[object]]] = []
        self._texts, self._failing = texts, error

    def stream(
        self,
        text: str,
        earlier: Sequence[object] = (),
        stopped: Callable[[], bool] = lambda: False,
    ) -> Generator[Event, None, None]:
        self.asked.append((text, earlier))
        try:
            *first, last = claims(*self._texts)
            yield from first
            while not self.go_on.wait(0.01):
                if stopped():
                    return
            if self._failing:
                raise self._failing
            yield last
            yield written(text, *self._texts)
        finally:
            self.closed.set()


class FakeDesk(Desk):
    """A desk that remembers what was asked last, so that a test can stop it."""

    def __init__(self, opened: Callable[[], Assistant]) -> None:
        super().__init__(opened)
        self._asked: Asking | None = None

    def ask(self, question: str, earlier: Sequence[Before]) -> Asking:
        self._asked = super().ask(question, earlier)
        return self._asked

    def stop_after_a_claim(self) -> None:
        """Wait until a claim has come, and stop what is asked."""
        while self._asked is None or not self._asked.progress.claims:
            sleep(0.01)
        self._asked.stop()


class LateDesk(FakeDesk):
    """A desk whose assistant opens only after the page has been drawn.

    Attributes:
        drawn: Set when the page has got as far as its suggestions.
    """

    def __init__(self, assistant: FakeAssistant) -> None:
        self.drawn = threading.Event()

        def opened() -> Assistant:
            if not self.drawn.wait(20):
                raise TimeoutError("The page waits for the assistant before it is drawn.")
            return cast("Assistant", assistant)

        super().__init__(opened)

    def offers(self, language: str) -> tuple[Sequence[str], bool]:
        self.drawn.set()
        return super().offers(language)


def desk_of(assistant: FakeAssistant) -> FakeDesk:
    """Return a desk with an assistant that is open."""
    desk = FakeDesk(lambda: cast("Assistant", assistant))
    desk.settle()
    return desk
