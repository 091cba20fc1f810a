"""Assistant: what answers."""

from assistant.answer import Answer, Citation, Claim
from assistant.assistant import Assistant
from assistant.dates import both_eras, find_dates
from assistant.feedback import Feedback, Rating
from assistant.question import Question, understand
from assistant.rereading import ReaderReranker, open_index
from assistant.suggest import drafts
from assistant.translate import Rendering, render

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Claim",
    "Feedback",
    "Question",
    "Rating",
    "ReaderReranker",
    "Rendering",
    "both_eras",
    "drafts",
    "find_dates",
    "open_index",
    "render",
    "understand",
]
