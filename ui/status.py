"""Status: one quiet line on what is at work, and what is still being prepared."""

from collections.abc import Callable
from html import escape

import streamlit as st

from assistant import EXTRACTIVE, Assistant
from index import Index
from ui.strings import say

_EVERY_S = 2.0  # between two looks at what is pending


def status_line(index: Index, language: str, answerer: str = EXTRACTIVE) -> str:
    """Say which encoder searches, what answers, and how many texts wait for their vectors."""
    trouble = index.encoder_trouble
    if trouble:
        parts = [say(language, "engine_note", note=trouble.sentence(language))]
    else:
        parts = [say(language, "engine", encoder=index.encoder_name)]
    if answerer == EXTRACTIVE:
        parts.append(say(language, "engine_answers"))
    else:
        parts.append(say(language, "engine_model", answerer=answerer))
    pending = index.pending()
    if pending:
        parts.append(say(language, "pending", count=pending))
    return " · ".join(parts)


def show_status(
    assistant: Assistant, language: str, *, may_rerun: Callable[[], bool] = lambda: True
) -> None:
    """Show the line, kept up to date while something is pending; redraw the page at the end.

    Args:
        assistant: What searches and answers.
        language: Language of the page.
        may_rerun: Tells whether the page can be redrawn now without taking something away.
    """
    index, answerer = assistant.index, assistant.answerer_name
    begun = bool(index.pending())

    @st.fragment(run_every=_EVERY_S if begun else None)
    def line() -> None:
        told = escape(status_line(index, language, answerer))
        st.html(f'<p class="tt-quiet" role="status">{told}</p>')
        if begun and not index.pending() and may_rerun():
            st.rerun()

    line()
