"""Finding: a search in the articles, and in one of them, each place with a way to it."""

import re
from html import escape
from typing import Literal

import streamlit as st

from index import Hit, Index
from sources import ThamtopError, UnknownDocument, normalise
from ui.article import show_article
from ui.labels import plain
from ui.reply import shortened
from ui.strings import say

_FOUND = 10  # passages shown
_DEEP = 100  # passages looked through for those of one article
Span = tuple[int, int]


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
        st.error(plain(error.sentence(language)))
        return
    told = say(language, "found", count=len(hits)) if hits else say(language, "nothing_found")
    _tell(told)
    for place, hit in enumerate(hits):
        _show(index, hit, place, language)


def show_reading(index: Index, language: str, document_id: str) -> None:
    """Show an article with its passages, and a search in it that leads from place to place.

    Args:
        index: Where the article is.
        language: Language of the page.
        document_id: The article.
    """
    try:
        text = index.document(document_id).text
    except UnknownDocument:
        st.info(say(language, "gone"))
        return
    wanted = st.text_input(
        say(language, "find_within"),
        placeholder=say(language, "find_hint"),
        key=f"within-{document_id}",
    ).strip()
    start, end = 0, 0
    if wanted:
        start, end = _choose(index, document_id, text, wanted, language)
    show_article(
        index, language, document_id, start, end, key=f"article-{document_id}", passages=True
    )


def places(text: str, wanted: str) -> list[Span]:
    """Return where some words stand in a text, as ranges of its characters.

    Letters count alike in either case, Thai digits as others, and blanks whatever their number.
    """
    words = [re.escape(word) for word in normalise(wanted).text.split()]
    if not words:
        return []
    whole = normalise(text)
    found = re.finditer(r"\s+".join(words), whole.text, re.IGNORECASE)
    return [whole.raw_span(match.start(), match.end()) for match in found]


def _choose(index: Index, document_id: str, text: str, wanted: str, language: str) -> Span:
    """Say how many places there are and let the reader go through them; return the present one."""
    found, told = places(text, wanted), "found_within"
    if not found:
        found, told = _near(index, document_id, wanted, language), "near_within"
    if not found:
        _tell(say(language, "none_within"))
        return 0, 0
    key = f"place-{document_id}"
    number, of = st.session_state.get(key, (0, ""))
    number = number % len(found) if of == wanted else 0

    def turn(by: int) -> None:
        st.session_state[key] = ((number + by) % len(found), wanted)

    with st.container(horizontal=True, vertical_alignment="center"):
        _tell(say(language, told, place=number + 1, count=len(found)), width="content")
        if len(found) > 1:
            for name, icon, by in (
                ("earlier_place", "keyboard_arrow_up", -1),
                ("later_place", "keyboard_arrow_down", 1),
            ):
                st.button(
                    say(language, name),
                    key=f"{key}-{name}",
                    icon=f":material/{icon}:",
                    type="tertiary",
                    on_click=turn,
                    args=(by,),
                )
    return found[number]


def _near(index: Index, document_id: str, wanted: str, language: str) -> list[Span]:
    """Return the passages of an article that are nearest to some words, best first."""
    try:
        hits = index.search(wanted, _DEEP, rerank=False)
    except ThamtopError as error:
        st.error(plain(error.sentence(language)))
        return []
    own = [hit.passage for hit in hits if hit.passage.document_id == document_id]
    return [(passage.start, passage.end) for passage in own[:_FOUND]]


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
            show_article(index, language, *span, key=f"found-article-{place}", passages=True)


def _open(span: tuple[str, int, int] | None) -> None:
    st.session_state.found = span


def _tell(told: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    st.html(f'<p class="tt-quiet" role="status">{escape(told)}</p>', width=width)
