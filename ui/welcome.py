"""Welcome: what stands in place of a conversation that has not begun."""

from html import escape

import streamlit as st

from index import Index
from ui.resources import Desk
from ui.strings import say


def show_welcome(desk: Desk, language: str) -> None:
    """Say what can be asked here, and, once that is known, about which articles."""
    told = [say(language, "welcome_hint")]
    if desk.open and not desk.failed:
        told.append(answered_from(desk.assistant().index, language))
    with st.container(key="tt-welcome"):
        st.header(say(language, "welcome"), anchor=False)
        st.html("".join(f'<p class="tt-quiet">{escape(line)}</p>' for line in told))


def answered_from(index: Index, language: str) -> str:
    """Say which articles answer: by its title the latest, in the language of the page if it can be.

    Editions of one article count as one.

    Raises:
        StoreError: The index cannot be read.
    """
    page, entries = say(language, "sources_page"), index.entries()
    if not entries:
        return say(language, "answers_from_none", page=page)
    latest = entries[0].edition or entries[0].id
    editions = [entry for entry in entries if (entry.edition or entry.id) == latest]
    title = min(editions, key=lambda entry: entry.language != language).title
    count = len({entry.edition or entry.id for entry in entries})
    if count == 1:
        return say(language, "answers_from_one", title=title, page=page)
    return say(language, "answers_from", count=count, title=title, page=page)
