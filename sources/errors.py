"""The exception tree: every error a user can meet, each message saying what to do next.

ThamtopError
├── SettingsError        a setting has a value that cannot be used
├── SourceError          a file, page or feed cannot be read as an article
├── StoreError           the data folder or the database in it cannot be used
│   ├── UnknownDocument      no document has this id
│   ├── UnknownConversation  no conversation has this id
│   └── EncoderMismatch      the vectors in the index come from another encoder
├── EncoderError         the embedding model cannot be loaded or fails
├── QuestionError        a question is empty or far too long
└── EvaluationError      a question set or a corpus cannot be evaluated

What is said stands apart, in the module `problems` of each package, in both languages: an error
carries one of these sentences and the values that it is filled in with.
"""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Problem:
    """What can go wrong: one sentence in each language, its values named in braces."""

    en: str
    th: str


class ThamtopError(Exception):
    """Base of all errors that are shown to a user as one sentence."""

    def __init__(self, problem: Problem | str, **values: object) -> None:
        """Say what is wrong.

        Args:
            problem: The sentence; words in English alone where only a command line says them.
            values: What its braces stand for; an error among them is told in the same language.
        """
        super().__init__(problem)
        self.problem = problem
        self.values = values

    def __str__(self) -> str:
        """Return the sentence in English, as the command line says it."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """Return the sentence in a language, ``th`` or ``en``."""
        if isinstance(self.problem, str):
            return self.problem
        told = {
            name: value.sentence(language) if isinstance(value, ThamtopError) else value
            for name, value in self.values.items()
        }
        return (self.problem.th if language == "th" else self.problem.en).format(**told)

    def renamed(self, old: str, new: str) -> Self:
        """Return the same error told of another name, such as an upload's in place of its path."""

        def put(value: object) -> object:
            return value.replace(old, new) if isinstance(value, str) else value

        if isinstance(self.problem, str):
            return type(self)(self.problem.replace(old, new))
        return type(self)(self.problem, **{name: put(value) for name, value in self.values.items()})


class SettingsError(ThamtopError):
    """A setting has a value that cannot be used."""


class SourceError(ThamtopError):
    """A file, page or feed cannot be read as an article."""


class StoreError(ThamtopError):
    """The data folder or the database in it cannot be used."""


class UnknownDocument(StoreError):
    """No document has this id."""


class UnknownConversation(StoreError):
    """No conversation has this id."""


class EncoderMismatch(StoreError):
    """The vectors in the index come from another encoder than the one set."""


class EncoderError(ThamtopError):
    """The embedding model or the reranker cannot be loaded or fails."""


class QuestionError(ThamtopError):
    """A question is empty or far too long."""


class EvaluationError(ThamtopError):
    """A question set or a corpus cannot be evaluated."""
