"""Library: the articles, adding and removing them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from html import escape

import streamlit as st

from assistant import Assistant
from index import Entry
from sources import UnknownDocument, load_settings
from ui.article import day_in_both_eras, show_article
from ui.finding import show_finding
from ui.labels import plain
from ui.status import show_status
from ui.strings import say
from ui.uploads import Outcome, add_address, add_upload

_TYPES = ["txt", "md", "html", "htm", "pdf", "docx", "xml", "rss", "atom"]


def page(assistant: Assistant, language: str) -> None:
    """Draw the page."""
    with st.container(key="tt-library"):
        st.header(say(language, "add_articles"), anchor=False)
        _adding(assistant, language)
        entries = assistant.index.entries()
        if not entries:
            st.info(say(language, "no_sources"))
            return
        st.subheader(say(language, "library", count=len(entries)), anchor=False)
        show_status(assistant, language, may_rerun=lambda: "removing" not in st.session_state)
        show_finding(assistant.index, language)
        for entry in entries:
            _row(assistant, entry, language)


def _adding(assistant: Assistant, language: str) -> None:
    with st.form("adding", clear_on_submit=True):
        uploads = st.file_uploader(
            say(language, "add_files"), type=_TYPES, accept_multiple_files=True
        )
        address = st.text_input(say(language, "add_address"), placeholder="https://")
        submitted = st.form_submit_button(say(language, "add"), type="primary")
    if not submitted:
        return
    if not uploads and not address.strip():
        st.info(say(language, "nothing_chosen"))
        return
    settings, index = load_settings(), assistant.index
    jobs: list[tuple[str, Callable[[], Iterator[Outcome]]]] = [
        (each.name, partial(add_upload, index, settings, each.name, each.getvalue()))
        for each in uploads or []
    ]
    if address.strip():
        jobs.append((address.strip(), partial(add_address, index, settings, address)))
    with st.spinner(say(language, "adding")):
        bar = st.empty()
        for place, (name, add) in enumerate(jobs):
            if len(jobs) > 1:
                told = say(
                    language, "adding_file", name=plain(name), place=place + 1, count=len(jobs)
                )
                bar.progress(place / len(jobs), text=told)
            for outcome in add():
                _tell(outcome, language)
        bar.empty()
    index.start_embedding()


def _tell(outcome: Outcome, language: str) -> None:
    if outcome.status == "failed":
        failed = say(language, "failed", name=plain(outcome.name))
        st.error(f"{failed}  \n{plain(outcome.detail)}", icon=":material/error:")
    else:
        done = say(language, outcome.status, title=plain(outcome.detail))
        st.success(done, icon=":material/check:")


def _row(assistant: Assistant, entry: Entry, language: str) -> None:
    with st.container(border=True):
        st.html(
            f'<p class="tt-title" lang="{entry.language}">{escape(entry.title)}</p>'
            f'<p class="tt-quiet">{escape(about(entry, language))}</p>'
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            reading = st.toggle(say(language, "read"), key=f"read-{entry.id}")
            st.button(
                say(language, "remove"),
                key=f"remove-{entry.id}",
                type="tertiary",
                icon=":material/delete:",
                on_click=_confirm,
                args=(assistant, entry, language),
            )
        if reading:
            show_article(assistant.index, language, entry.id, 0, 0, key=f"article-{entry.id}")


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


def _confirm(assistant: Assistant, entry: Entry, language: str) -> None:
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
                args=(assistant, entry.id),
            )
            if st.button(say(language, "cancel"), key="remove-no", on_click=_settled) or sure:
                st.rerun()

    ask()


def _remove(assistant: Assistant, document_id: str) -> None:
    # Another session may have been faster; it is gone either way.
    with suppress(UnknownDocument):
        assistant.index.remove(document_id)
    _settled()


def _settled() -> None:
    st.session_state.pop("removing", None)
