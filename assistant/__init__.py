"""Assistant: what answers."""

from importlib import import_module
from typing import TYPE_CHECKING

from assistant.answer import EXTRACTIVE, Answer, Citation, Claim, Event, Note
from assistant.assistant import Assistant, Suggestion
from assistant.conversation import Turn, standalone
from assistant.conversations import Conversation, Conversations, Summary
from assistant.dates import both_eras, find_dates
from assistant.exchange import (
    Exchange,
    Library,
    Source,
    Standing,
    lasting,
    nearest_citation,
    noted,
    standings,
)
from assistant.export import conversation_json, conversation_markdown, moment
from assistant.feedback import Feedback, Rating
from assistant.numbering import cited
from assistant.question import Question, understand
from assistant.reading import shipped_reader
from assistant.rereading import ReaderReranker, open_index
from assistant.strings import UNCONFIRMED
from assistant.suggest import drafts
from assistant.translate import Rendering, render
from assistant.verdict import Verdict, decide

if TYPE_CHECKING:
    from assistant.generative import Generative, open_generative
    from assistant.verifying import Checked, Proposed, Verifier

__all__ = [
    "EXTRACTIVE",
    "UNCONFIRMED",
    "Answer",
    "Assistant",
    "Checked",
    "Citation",
    "Claim",
    "Conversation",
    "Conversations",
    "Event",
    "Exchange",
    "Feedback",
    "Generative",
    "Library",
    "Note",
    "Proposed",
    "Question",
    "Rating",
    "ReaderReranker",
    "Rendering",
    "Source",
    "Standing",
    "Suggestion",
    "Summary",
    "Turn",
    "Verdict",
    "Verifier",
    "both_eras",
    "cited",
    "conversation_json",
    "conversation_markdown",
    "decide",
    "drafts",
    "find_dates",
    "lasting",
    "moment",
    "nearest_citation",
    "noted",
    "open_generative",
    "open_index",
    "render",
    "shipped_reader",
    "standalone",
    "standings",
    "understand",
]

# Only a chat model needs these; a first question need not wait for their parts.
_LATE = {
    "Checked": "verifying",
    "Generative": "generative",
    "Proposed": "verifying",
    "Verifier": "verifying",
    "open_generative": "generative",
}

if not TYPE_CHECKING:  # so that mypy still sees a misspelt import

    def __getattr__(name: str) -> object:
        if name in _LATE:
            return getattr(import_module(f"assistant.{_LATE[name]}"), name)
        raise AttributeError(f"module 'assistant' has no attribute {name!r}")
