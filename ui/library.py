"""Library: the articles, adding and removing them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from importlib.resources import as_file, files

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant import Assistant
from index import Entry, Index
from sources import ThamtopError, UnknownDocument, normalise
from ui.adding import show_adding
from ui.article import day_in_both_eras
from ui.finding import show_finding, show_reading
from ui.labels import plain
from ui.pager import page_of
from ui.status import show_status
from ui.strings import say

_SHOWN = 20  # articles on one page of the list
_EVERY_S = 2.0  # between two looks at how many passages have their vectors


def page(assistant: Assistant, language: str) -> None:
    """Draw the page."""
    index = assistant.index
    with as_file(files("ui").joinpath("assets", "library.css")) as style:
        st.html(style)
    with st.container(key="tt-library"):
        st.header(say(language, "add_articles"), anchor=False)
        show_adding(index, language, may_rerun=_undisturbed)
        if trouble := st.session_state.pop("library_trouble", None):
            st.error(plain(trouble), icon=":material/error:")
        if told := st.session_state.get("library_told"):  # until the next removal
            st.success(plain(told), icon=":material/check:")
        entries = index.entries()
        if not entries:
            st.info(say(language, "no_sources"))
            return
        st.subheader(say(language, "library", count=len(entries)), anchor=False)
        show_status(assistant, language, may_rerun=_undisturbed)
        show_finding(index, language)
        _list(index, entries, language)


def _undisturbed() -> bool:
    """Tell whether no dialog is open, which drawing the page anew would close."""
    return "removing" not in st.session_state


def _list(index: Index, entries: Sequence[Entry], language: str) -> None:
    shown: Sequence[Entry] = entries
    if len(entries) > _SHOWN:
        wanted = st.text_input(
            say(language, "sift"), key="sift", placeholder=say(language, "sift_hint")
        ).strip()
        shown = [entry for entry in entries if _is_named(entry, wanted)]
        if not shown:
            st.info(say(language, "none_sifted"))
            return
        shown = page_of(shown, _SHOWN, wanted, language, "library", shown="articles_shown")
    spots = {entry.id: _row(index, entry, language) for entry in shown}
    if index.pending():
        _keep_up(index, spots, language)


def _is_named(entry: Entry, wanted: str) -> bool:
    """Tell whether the title or origin of an article has some letters in it."""
    letters = normalise(wanted).text.casefold()
    return letters in normalise(f"{entry.title}\n{entry.origin}").text.casefold()


def _row(index: Index, entry: Entry, language: str) -> DeltaGenerator:
    """Draw an article of the list; return where its title and facts stand."""
    with st.container(border=True, gap="xsmall"):
        spot = st.empty()
        spot.html(_facts(entry, language))
        with st.container(horizontal=True, vertical_alignment="center"):
            reading = st.toggle(say(language, "read"), key=f"read-{entry.id}")
            st.button(
                say(language, "remove"),
                key=f"remove-{entry.id}",
                type="tertiary",
                icon=":material/delete:",
                on_click=_confirm,
                args=(index, entry, language),
            )
        if reading:
            show_reading(index, language, entry.id)
    return spot


def _keep_up(index: Index, spots: Mapping[str, DeltaGenerator], language: str) -> None:
    """Keep the facts up to date while vectors are made; the status redraws the page at the end."""

    @st.fragment(run_every=_EVERY_S)
    def facts() -> None:
        with _told(language):
            for entry in index.entries():
                if entry.id in spots:
                    spots[entry.id].html(_facts(entry, language))

    facts()


@contextmanager
def _told(language: str) -> Iterator[None]:
    """Keep what goes wrong for the next look at the page."""
    try:
        yield
    except ThamtopError as error:
        st.session_state.library_trouble = error.sentence(language)


def _facts(entry: Entry, language: str) -> str:
    return (
        f'<p class="tt-title" lang="{entry.language}">{escape(entry.title)}</p>'
        f'<p class="tt-quiet">{escape(about(entry, language))} · '
        f"<bdi>{escape(entry.origin)}</bdi></p>"
    )


def about(entry: Entry, language: str) -> str:
    """Say an article's language, day, passages, and how many of them have their vectors."""
    day = say(language, "undated")
    if entry.published:
        day = day_in_both_eras(entry.published, language)
    facts = [
        say(language, entry.language),
        day,
        say(language, "passages", count=entry.passages),
        say(language, "ready")
        if entry.embedded >= entry.passages
        else say(language, "partly", done=entry.embedded, count=entry.passages),
    ]
    return " · ".join(facts)


def _confirm(index: Index, entry: Entry, language: str) -> None:
    st.session_state.pop("library_told", None)
    st.session_state.removing = entry.id

    @st.dialog(say(language, "remove_title"), on_dismiss=_settled)
    def ask() -> None:
        st.html(f"<p>{escape(say(language, 'remove_sure', title=entry.title))}</p>")
        with st.container(horizontal=True):
            sure = st.button(
                say(language, "remove"),
                type="primary",
                key="remove-yes",
                on_click=_remove,
                args=(index, entry, language),
            )
            if st.button(say(language, "cancel"), key="remove-no", on_click=_settled) or sure:
                st.rerun()

    ask()


def _remove(index: Index, entry: Entry, language: str) -> None:
    _settled()
    with _told(language):
        try:
            index.remove(entry.id)
        except UnknownDocument:  # another reader was faster; it is gone either way
            st.session_state.library_told = say(language, "gone")
            return
        st.session_state.library_told = say(language, "removed", title=entry.title)


def _settled() -> None:
    st.session_state.pop("removing", None)
