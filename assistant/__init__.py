"""Assistant: what answers."""

from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Claim, Event, Note
from assistant.assistant import Assistant
from assistant.conversation import Turn, standalone
from assistant.dates import both_eras, find_dates
from assistant.feedback import Feedback, Rating
from assistant.question import Question, understand
from assistant.reading import shipped_reader
from assistant.rereading import ReaderReranker, open_index
from assistant.suggest import drafts
from assistant.translate import Rendering, render

if TYPE_CHECKING:
    from assistant.verifying import Checked, Proposed, Verifier

__all__ = [
    "Answer",
    "Assistant",
    "Checked",
    "Citation",
    "Claim",
    "Event",
    "Feedback",
    "Note",
    "Proposed",
    "Question",
    "Rating",
    "ReaderReranker",
    "Rendering",
    "Turn",
    "Verifier",
    "both_eras",
    "drafts",
    "find_dates",
    "open_index",
    "render",
    "shipped_reader",
    "standalone",
    "understand",
]

_VERIFYING = {"Checked", "Proposed", "Verifier"}

if not TYPE_CHECKING:  # so that mypy still sees a misspelt import

    def __getattr__(name: str) -> object:
        # Only a chat model's claims need verifying; a first question need not wait for its parts.
        if name in _VERIFYING:
            from assistant import verifying

            return getattr(verifying, name)
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
