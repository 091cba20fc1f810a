"""Assistant: a question in, an answer out."""

from dataclasses import replace
from time import perf_counter

from assistant.answer import Answer
from assistant.editions import own_editions
from assistant.extractive import Extractive, abstain
from assistant.question import understand
from assistant.reading import shipped_reader
from assistant.strings import EMPTY_INDEX
from assistant.suggest import suggest
from index import Index
from sources import Settings, shipped_documents

PASSAGES = 10  # returned with an answer


class Assistant:
    """Answers questions over an index; safe to share between threads."""

    def __init__(self, index: Index) -> None:
        """Use an open index."""
        self.index = index
        self._answerer = Extractive(shipped_reader())
        self._suggested: dict[tuple[str, int, tuple[str, ...]], list[str]] = {}

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
        index = Index.open(settings, rebuild=rebuild)
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
        hits = own_editions(
            self.index, self.index.search(question.text, PASSAGES), question.language
        )
        found = perf_counter()
        if hits:
            answer = self._answerer.answer(question, hits)
        else:
            answer = replace(abstain(question, (), 0.0), text=EMPTY_INDEX[question.language])
        if answer.abstained:
            answer = replace(answer, suggestion=self._suggestion(question.language, text))
        done = perf_counter()
        stages = {"search": found - begun, "answer": done - found, "total": done - begun}
        return replace(answer, timings_ms={name: s * 1000 for name, s in stages.items()})

    def suggestions(self, language: str, limit: int = 4) -> list[str]:
        """Return questions, in a language, that the sources can answer."""
        sources = tuple(entry.id for entry in self.index.entries())
        key = (language, limit, sources)
        if key not in self._suggested:
            self._suggested = {k: v for k, v in self._suggested.items() if k[2] == sources}
            self._suggested[key] = self._answerable(suggest(self.index, language), limit)
        return self._suggested[key]

    def _answerable(self, drafts: list[str], limit: int) -> list[str]:
        """Return the first drafts that get an answer, so that no suggestion disappoints."""
        kept: list[str] = []
        for draft in drafts:
            question = understand(draft)
            hits = own_editions(self.index, self.index.search(draft, PASSAGES), question.language)
            if hits and not self._answerer.answer(question, hits).abstained:
                kept.append(draft)
            if len(kept) == limit:
                break
        return kept

    def _suggestion(self, language: str, asked: str) -> str | None:
        others = [text for text in self.suggestions(language) if text != asked]
        return others[0] if others else None

    def close(self) -> None:
        """Close the index."""
        self.index.close()
