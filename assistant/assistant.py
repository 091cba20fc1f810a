"""Assistant: a question in, an answer out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock
from time import perf_counter

from assistant.about import asks_about, tell
from assistant.answer import Answer
from assistant.composing import abstain, compose
from assistant.editions import own_editions
from assistant.extractive import Extractive
from assistant.question import Question, understand
from assistant.reading import shipped_reader
from assistant.rereading import open_index
from assistant.strings import EMPTY_INDEX
from assistant.suggest import suggest
from index import Hit, Index
from sources import Settings, detect_language, shipped_documents

PASSAGES = 10  # returned with an answer


@dataclass
class _Suggested:
    """Questions found to be answered, and the drafts that are still to be asked."""

    sources: tuple[str, ...]
    drafts: Iterator[str]
    kept: list[str] = field(default_factory=list)


class Assistant:
    """Answers questions over an index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        """Use an open index."""
        self.index = index
        self._answerer = Extractive(shipped_reader())
        self._suggested: dict[str, _Suggested] = {}
        self._suggesting = Lock()

    @classmethod
    def open(cls, settings: Settings, *, rebuild: bool = False) -> "Assistant":
        """Open the index of a home folder; a new one gets the shipped article.

        Args:
            settings: Where the data live and which encoder is used.
            rebuild: Drop the vectors of another encoder instead of refusing.

        Raises:
            StoreError: The folder cannot be used.
            EncoderError: The encoder asked for cannot be loaded.
            EncoderMismatch: The index was built with another encoder.
        """
        fresh = not settings.database.exists()
        index = open_index(settings, rebuild=rebuild)
        if fresh:
            for document in shipped_documents():
                index.add(document)
        return cls(index)

    def ask(self, text: str) -> Answer:
        """Answer a question.

        Raises:
            QuestionError: The question is empty or far too long.
        """
        begun = perf_counter()
        question = understand(text)
        hits = self._search(question)
        found = perf_counter()
        if hits or self.index.entries():
            answer = self._about(question, hits) or self._answerer.answer(question, hits)
        else:
            answer = replace(abstain(question, (), 0.0), text=EMPTY_INDEX[question.language])
        if answer.abstained:
            answer = replace(answer, suggestion=self._suggestion(question.language, text))
        done = perf_counter()
        stages = {"search": found - begun, "answer": done - found, "total": done - begun}
        return replace(answer, timings_ms={name: s * 1000 for name, s in stages.items()})

    def suggestions(self, language: str, limit: int = 4) -> list[str]:
        """Return up to `limit` questions, in a language, that the sources can answer.

        Each draft is asked first, so that no suggestion disappoints; what was found out is kept
        until the sources change.
        """
        sources = tuple(entry.id for entry in self.index.entries())
        with self._suggesting:
            known = self._suggested.get(language)
            if known is None or known.sources != sources:
                known = _Suggested(sources, iter(suggest(self.index, language)))
                self._suggested[language] = known
            while len(known.kept) < limit and (draft := next(known.drafts, None)):
                if self._answers(draft):
                    known.kept.append(draft)
            return known.kept[:limit]

    def _answers(self, text: str) -> bool:
        question = understand(text)
        hits = self._search(question)
        return bool(hits) and not self._answerer.answer(question, hits).abstained

    def _search(self, question: Question) -> list[Hit]:
        found = self.index.search(question.text, PASSAGES)
        found = own_editions(self.index, found, question.language)
        # A document may be in both languages; a passage is answered from in its own.
        return [replace(hit, language=detect_language(hit.passage.text)) for hit in found]

    def _about(self, question: Question, hits: list[Hit]) -> Answer | None:
        """Answer what is asked about the nearest article itself, if its text tells it."""
        if not hits or not asks_about(question):
            return None
        found = tell(question, self.index.document(hits[0].passage.document_id))
        return compose(question, hits, found) if found else None

    def _suggestion(self, language: str, asked: str) -> str | None:
        others = [text for text in self.suggestions(language, 2) if text != asked]
        return others[0] if others else None

    def close(self) -> None:
        """Close the index."""
        self.index.close()
