"""Status: one quiet line on what is at work, and what is still being prepared."""

from collections.abc import Callable
from html import escape

import streamlit as st

from index import Index
from ui.strings import say

_EVERY_S = 2.0  # between two looks at what is pending


def status_line(index: Index, language: str) -> str:
    """Say which encoder searches, and how many texts wait for their vectors."""
    if index.encoder_note:
        line = say(language, "engine_note", note=index.encoder_note)
    else:
        line = say(language, "engine", encoder=index.encoder_name)
    pending = index.pending()
    return f"{line} · {say(language, 'pending', count=pending)}" if pending else line


def show_status(
    index: Index, language: str, *, may_rerun: Callable[[], bool] = lambda: True
) -> None:
    """Show the line, kept up to date while something is pending; redraw the page at the end.

    Args:
        index: What is searched.
        language: Language of the page.
        may_rerun: Tells whether the page can be redrawn now without taking something away.
    """
    begun = bool(index.pending())

    @st.fragment(run_every=_EVERY_S if begun else None)
    def line() -> None:
        st.html(f'<p class="tt-quiet" role="status">{escape(status_line(index, language))}</p>')
        if begun and not index.pending() and may_rerun():
            st.rerun()

    line()
