"""The exception tree: every error a user can meet, each message saying what to do next.

ThamtopError
├── SettingsError        a setting has a value that cannot be used
├── SourceError          a file, page or feed cannot be read as an article
├── StoreError           the data folder or the database in it cannot be used
│   ├── UnknownDocument  no document has this id
│   └── EncoderMismatch  the vectors in the index come from another encoder
├── EncoderError         the embedding model cannot be loaded or fails
├── QuestionError        a question is empty or far too long
└── EvaluationError      a question set or a corpus cannot be evaluated
"""


class ThamtopError(Exception):
    """Base of all errors that are shown to a user as one sentence."""


class SettingsError(ThamtopError):
    """A setting has a value that cannot be used."""


class SourceError(ThamtopError):
    """A file, page or feed cannot be read as an article."""


class StoreError(ThamtopError):
    """The data folder or the database in it cannot be used."""


class UnknownDocument(StoreError):
    """No document has this id."""


class EncoderMismatch(StoreError):
    """The vectors in the index come from another encoder than the one set."""


class EncoderError(ThamtopError):
    """The embedding model or the reranker cannot be loaded or fails."""


class QuestionError(ThamtopError):
    """A question is empty or far too long."""


class EvaluationError(ThamtopError):
    """A question set or a corpus cannot be evaluated."""
