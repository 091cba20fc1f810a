"""What comes in: documents, their loaders, and the searchable form of a text."""

from sources.document import Document, detect_language, paragraph_spans
from sources.errors import (
    EncoderError,
    EncoderMismatch,
    EvaluationError,
    Problem,
    QuestionError,
    SettingsError,
    SourceError,
    StoreError,
    ThamtopError,
    UnknownConversation,
    UnknownDocument,
)
from sources.feed import Part
from sources.load import load, load_address, load_content
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
    "Part",
    "Problem",
    "QuestionError",
    "Settings",
    "SettingsError",
    "SourceError",
    "StoreError",
    "ThamtopError",
    "UnknownConversation",
    "UnknownDocument",
    "detect_language",
    "load",
    "load_address",
    "load_content",
    "load_settings",
    "normalise",
    "paragraph_spans",
    "shipped_documents",
]
