"""What comes in: documents, their loaders, and the searchable form of a text."""

from sources.document import Document, detect_language, paragraph_spans
from sources.errors import (
    EncoderError,
    EncoderMismatch,
    EvaluationError,
    QuestionError,
    SettingsError,
    SourceError,
    StoreError,
    ThamtopError,
    UnknownDocument,
)
from sources.load import load
from sources.normal import Normalised, Offsets, normalise
from sources.settings import Settings, load_settings
from sources.shipped import shipped_documents

__all__ = [
    "Document",
    "EncoderError",
    "EncoderMismatch",
    "EvaluationError",
    "Normalised",
    "Offsets",
    "QuestionError",
    "Settings",
    "SettingsError",
    "SourceError",
    "StoreError",
    "ThamtopError",
    "UnknownDocument",
    "detect_language",
    "load",
    "load_settings",
    "normalise",
    "paragraph_spans",
    "shipped_documents",
]
