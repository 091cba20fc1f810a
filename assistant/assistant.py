"""Assistant: a question in, an answer out."""

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import TIMEOUT_MAX, Lock
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.about import asks_about, tell
from assistant.answer import EXTRACTIVE, Answer, Event
from assistant.composing import abstain, compose, compose_parts
from assistant.conversation import Turn, as_asked, may_stand_alone, points, standalone
from assistant.editions import own_editions
from assistant.extractive import Extractive
from assistant.parts import Parts, parts_of
from assistant.question import Question, understand
from assistant.reading import shipped_reader
from assistant.rereading import open_index
from assistant.strings import EMPTY_INDEX
from assistant.suggest import suggest
from index import Encoder, Hit, Index, open_encoder
from sources import EncoderError, Settings, shipped_documents

if TYPE_CHECKING:
    from assistant.generative import Generative

PASSAGES = 10  # returned with an answer
_SUGGESTING_S = 0.5  # in which an abstention looks for another question
_CIRCUMSTANCES = frozenset(["when", "where"])  # kinds
_MOST_REFUSED = 4  # refusals after which the same questions are offered again


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the sources answer, and the short answer, by which it is known again."""

    text: str
    short: str


@dataclass
class _Suggested:
    """Questions found to be answered, and the drafts that are still to be asked."""

    sources: tuple[str, ...]
    drafts: Iterator[str]
    kept: list[Suggestion] = field(default_factory=list)


class Assistant:
    """Answers questions over an index; safe to share between threads.

    Attributes:
        index: What is searched.
        answerer_name: What words the answers: ``extractive``, or the name of a chat model.
    """

    def __init__(self, index: Index, chat: "Generative | None" = None) -> None:
        """Use an open index, and what writes the answers if a chat model does."""
        self.index = index
        self.answerer_name = chat.name if chat else EXTRACTIVE
        self._chat = chat
        self._answerer = Extractive(shipped_reader())
        self._suggested: dict[str, _Suggested] = {}
        self._suggesting = Lock()

    @classmethod
    def open(cls, settings: Settings, *, rebuild: bool = False) -> "Assistant":
        """Open the index of a home folder; a new one gets the shipped article.

        Args:
            settings: Where the data live, which encoder is used, which chat model if any; that
                is opened at the first question.
            rebuild: Drop the vectors of another encoder instead of refusing.

        Raises:
            StoreError: The folder cannot be used.
            EncoderError: The encoder asked for cannot be loaded.
            EncoderMismatch: The index was built with another encoder.
        """
        fresh = not settings.database.exists()
        encoder = _encoder(settings) if settings.chat_model else None
        index = open_index(settings, encoder, rebuild=rebuild)
        if fresh:
            for document in shipped_documents():
                index.add(document)
        return cls(index, _chat(settings, encoder) if settings.chat_model else None)

    def ask(self, text: str, earlier: Sequence[Turn] = ()) -> Answer:
        """Answer a question.

        Args:
            text: The question; one that leans on those before it is written out first.
            earlier: The conversation before, oldest first.

        Raises:
            QuestionError: The question is empty or far too long.
        """
        events = self.stream(text, earlier)
        return next(event for event in events if isinstance(event, Answer))

    def stream(
        self,
        text: str,
        earlier: Sequence[Turn] = (),
        stopped: Callable[[], bool] = lambda: False,
    ) -> Generator[Event, None, None]:
        """Answer a question as `ask` does, and show what a chat model claims as it is verified.

        The whole answer comes last. Without a chat model nothing comes before it.

        Args:
            text: The question; one that leans on those before it is written out first.
            earlier: The conversation before, oldest first.
            stopped: Asked every now and then, also while a chat model is waited for; once it says
                so, the request is closed and nothing more comes, no answer either.

        Raises:
            QuestionError: The question is empty or far too long.
        """
        begun = perf_counter()
        asked = understand(text)
        question = understand(standalone(asked.text, earlier)) if earlier else asked
        written_out = question.text if question.text != asked.text else ""
        hits = self._search(question)
        found = perf_counter()
        if stopped():
            return
        for event in self._events(question, hits, earlier, stopped):
            if isinstance(event, Answer):
                if written_out and not self._chat and (alone := self._surer_alone(asked, event)):
                    event, written_out = alone, ""
                if event.abstained:
                    instead = self._suggestion(question.language, text, earlier)
                    event = replace(event, suggestion=instead)
                done = perf_counter()
                stages = {"search": found - begun, "answer": done - found, "total": done - begun}
                told = {name: seconds * 1000 for name, seconds in stages.items()}
                event = replace(event, question=asked.text, standalone=written_out, timings_ms=told)
            yield event

    def _events(
        self,
        question: Question,
        hits: Sequence[Hit],
        earlier: Sequence[Turn],
        stopped: Callable[[], bool],
    ) -> Iterator[Event]:
        if not hits and not self.index.entries():
            yield replace(abstain(question, (), 0.0), text=EMPTY_INDEX[question.language])
        elif about := self._about(question, hits):
            yield about
        elif self._chat:
            yield from self._chat.stream(question, hits, earlier, stopped)
        else:
            yield self._in_parts(question) or self._answerer.answer(question, hits)

    def _surer_alone(self, asked: Question, told: Answer) -> Answer | None:
        """Answer a question without what came before it, if that is surer.

        None, too, where another article would answer it: the conversation is about this one.
        """
        if not may_stand_alone(asked.text):
            return None
        alone = self._alone(asked.text)
        surer = not alone.abstained and alone.confidence > told.confidence
        return alone if surer and _document(alone) == _document(told) else None

    def _in_parts(self, question: Question) -> Answer | None:
        """Answer a question that asks two things part by part; None if it asks one.

        None, too, where the first has no answer or both find the same: then the whole is asked.
        """
        parts = parts_of(question)
        if parts is None:
            return None
        first = self._alone(parts.first)
        if first.abstained:
            return None
        second = self._second(parts, first)
        if not second.abstained and _alike(second, first):
            return None
        asked = [as_asked(part) for part in (parts.first, parts.second)]
        return compose_parts(question, asked, [first, second])

    def _second(self, parts: Parts, first: Answer) -> Answer:
        """Answer the second of two questions.

        A Thai one is asked of what the first was about; it rarely says it again. An English one
        says what it is about unless it points: "his position".
        """
        if first.language == "en":
            leaning = standalone(parts.second, [Turn(parts.first, first.short)])
        else:
            leaning = f"{parts.about} {parts.second}".strip()
        told = self._alone(leaning)
        if understand(leaning).kind in _CIRCUMSTANCES and (same := self._same(told, first)):
            return same
        if leaning == parts.second or points(parts.second):
            return told
        alone = self._alone(parts.second)
        fails = told.abstained or _alike(told, first)
        surer = first.language == "en" and alone.confidence > told.confidence
        return alone if fails or (surer and not alone.abstained) else told

    def _same(self, second: Answer, first: Answer) -> Answer | None:
        """Answer when or where from the sentence that told the first part: it is of one event."""
        question, told = understand(second.question), first.claims[0].citations[0]
        own = [
            hit
            for hit in second.passages
            if hit.passage.document_id == told.document_id
            and hit.passage.start <= told.start < hit.passage.end
        ]
        answer = self._answerer.answer(question, own)
        if answer.abstained or _alike(answer, first):
            return None
        cited = answer.claims[0].citations[0]
        return answer if cited.start < told.end and told.start < cited.end else None

    def _alone(self, text: str) -> Answer:
        question = understand(text)
        return self._answerer.answer(question, self._search(question))

    def suggestions(
        self, language: str, limit: int = 4, within_s: float = math.inf
    ) -> list[Suggestion]:
        """Return up to `limit` questions, in a language, that the sources can answer.

        Each draft is asked first, so that no suggestion disappoints; what was found out is kept
        until the sources change.

        Args:
            language: Of the questions.
            limit: How many are wanted.
            within_s: Seconds after which no other draft is tried.
        """
        end = perf_counter() + within_s
        sources = tuple(entry.id for entry in self.index.entries())
        known = self._suggested.get(language)
        if known and known.sources == sources and len(known.kept) >= limit:
            return known.kept[:limit]  # an answer need not wait until other drafts were tried
        # Another thread may be trying drafts for long; what it has found is there meanwhile.
        if not self._suggesting.acquire(timeout=min(within_s, TIMEOUT_MAX)):
            return known.kept[:limit] if known and known.sources == sources else []
        try:
            known = self._suggested.get(language)
            if known is None or known.sources != sources:
                known = _Suggested(sources, iter(suggest(self.index, language)))
                self._suggested[language] = known
            while len(known.kept) < limit and perf_counter() < end:
                if (draft := next(known.drafts, None)) is None:
                    break
                if short := self._short(draft):
                    known.kept.append(Suggestion(draft, short))
            return known.kept[:limit]
        finally:
            self._suggesting.release()

    def _short(self, text: str) -> str:
        """Return the short answer to a question, empty if there is none."""
        question = understand(text)
        hits = self._search(question)
        return self._answerer.answer(question, hits).short if hits else ""

    def _search(self, question: Question) -> list[Hit]:
        found = self.index.search(question.text, PASSAGES)
        return own_editions(self.index, found, question.language)

    def _about(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Answer what is asked about the nearest article itself, if its text tells it."""
        if not hits or not asks_about(question):
            return None
        found = tell(question, self.index.document(hits[0].passage.document_id))
        return compose(question, hits, found) if found else None

    def _suggestion(self, language: str, asked: str, earlier: Sequence[Turn]) -> str | None:
        """Return a question to ask instead: another after each refusal, none that was asked."""
        refused = sum(not turn.answer for turn in earlier)
        found = self.suggestions(language, min(refused, _MOST_REFUSED) + 2, _SUGGESTING_S)
        before = {asked, *(turn.question for turn in earlier)}
        told = {turn.answer for turn in earlier}
        others = [one.text for one in found if one.text not in before and one.short not in told]
        return others[refused % len(others)] if others else None

    def close(self) -> None:
        """Close the index."""
        self.index.close()


def _document(answer: Answer) -> str | None:
    """Return the id of the document that an answer is from, or that comes nearest."""
    cited = [citation for claim in answer.claims for citation in claim.citations]
    if cited:
        return cited[0].document_id
    return answer.passages[0].passage.document_id if answer.passages else None


def _alike(one: Answer, other: Answer) -> bool:
    """Tell whether two answers say the same; 10 countries and 10 days are not the same."""
    shorter, longer = sorted((a.text.split("\n\n")[0] for a in (one, other)), key=len)
    return one.span == other.span and longer.startswith(shorter)


def _encoder(settings: Settings) -> Encoder | None:
    """Open the encoder that index and verifier share; of a failure the index will tell."""
    try:
        return open_encoder(settings)
    except EncoderError:
        return None


def _chat(settings: Settings, encoder: Encoder | None) -> "Generative":
    from assistant.generative import prepare_generative  # only a chat model's claims need its parts

    return prepare_generative(settings, encoder)
