"""Finding: a search in the articles, each passage with a way to where it stands."""

from html import escape

import streamlit as st

from index import Hit, Index
from sources import ThamtopError
from ui.article import show_article
from ui.labels import plain
from ui.reply import shortened
from ui.strings import say

_FOUND = 10  # passages shown


def show_finding(index: Index, language: str) -> None:
    """Show a search box and the passages nearest to what is typed, best first.

    Args:
        index: What is searched.
        language: Language of the page.
    """
    text = st.text_input(
        say(language, "find"), placeholder=say(language, "find_hint"), key="find"
    ).strip()
    if not text:
        return
    try:
        hits = index.search(text, _FOUND, rerank=False)
    except ThamtopError as error:
        st.error(plain(str(error)))
        return
    told = say(language, "found", count=len(hits)) if hits else say(language, "nothing_found")
    st.html(f'<p class="tt-quiet" role="status">{escape(told)}</p>')
    for place, hit in enumerate(hits):
        _show(index, hit, place, language)


def _show(index: Index, hit: Hit, place: int, language: str) -> None:
    passage = hit.passage
    span = (passage.document_id, passage.start, passage.end)
    opened = st.session_state.get("found") == span
    speaks = escape(hit.language or "en")
    with st.container(border=True):
        st.html(
            f'<p class="tt-title" lang="{speaks}">{escape(hit.title)}</p>'
            f'<p class="tt-near" lang="{speaks}">{escape(shortened(passage.text))}</p>'
        )
        st.button(
            say(language, "close" if opened else "open_here"),
            key=f"found-{place}",
            type="tertiary",
            icon=":material/close:" if opened else ":material/article:",
            on_click=_open,
            args=(None if opened else span,),
        )
        if opened:
            show_article(index, language, *span, key=f"found-article-{place}")


def _open(span: tuple[str, int, int] | None) -> None:
    st.session_state.found = span
