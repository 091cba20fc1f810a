"""Library: the articles, adding and removing them."""

from contextlib import suppress

import streamlit as st

from assistant import Assistant
from index import Entry
from sources import UnknownDocument, load_settings
from ui.article import day_in_both_eras, show_article
from ui.strings import say
from ui.uploads import Outcome, add_address, add_upload

_TYPES = ["txt", "md", "html", "htm", "pdf", "docx", "xml", "rss", "atom"]


def page(assistant: Assistant, language: str) -> None:
    """Draw the page."""
    st.header(say(language, "add_files"), anchor=False)
    _adding(assistant, language)
    entries = assistant.index.entries()
    if not entries:
        st.info(say(language, "no_sources"))
        return
    st.subheader(say(language, "library", count=len(entries)), anchor=False)
    for entry in entries:
        _row(assistant, entry, language)


def _adding(assistant: Assistant, language: str) -> None:
    with st.form("adding", clear_on_submit=True):
        uploads = st.file_uploader(
            say(language, "add_files_help"), type=_TYPES, accept_multiple_files=True
        )
        address = st.text_input(say(language, "add_address"), placeholder="https://")
        submitted = st.form_submit_button(say(language, "add"), type="primary")
    if not submitted:
        return
    settings = load_settings()
    for upload in uploads or []:
        for outcome in add_upload(assistant.index, settings, upload.name, upload.getvalue()):
            _tell(outcome, language)
    if address.strip():
        for outcome in add_address(assistant.index, settings, address):
            _tell(outcome, language)
    assistant.index.start_embedding()


def _tell(outcome: Outcome, language: str) -> None:
    if outcome.status == "failed":
        st.error(say(language, "failed", name=outcome.name), icon=":material/error:")
        st.text(outcome.detail)
    else:
        st.text(say(language, outcome.status, title=outcome.detail))


def _row(assistant: Assistant, entry: Entry, language: str) -> None:
    undated = say(language, "undated")
    date = day_in_both_eras(entry.published, language) if entry.published else undated
    with st.container(border=True):
        st.text(entry.title)
        st.caption(
            say(
                language,
                "meta",
                written=say(language, entry.language),
                date=date,
                passages=entry.passages,
                embedded=entry.embedded,
            )
        )
        with st.container(horizontal=True):
            reading = st.toggle(say(language, "read"), key=f"read-{entry.id}")
            st.button(
                say(language, "remove"),
                key=f"remove-{entry.id}",
                type="tertiary",
                icon=":material/delete:",
                on_click=lambda: _confirm(assistant, entry, language),
            )
        if reading:
            show_article(assistant.index, language, entry.id, 0, 0, key=f"article-{entry.id}")


def _confirm(assistant: Assistant, entry: Entry, language: str) -> None:
    @st.dialog(say(language, "remove_title"))
    def ask() -> None:
        st.text(say(language, "remove_sure", title=entry.title))
        yes, no = st.columns(2)
        sure = yes.button(
            say(language, "remove"),
            type="primary",
            key="remove-yes",
            on_click=_remove,
            args=(assistant, entry.id),
        )
        if sure:
            st.rerun()
        if no.button(say(language, "cancel"), key="remove-no"):
            st.rerun()

    ask()


def _remove(assistant: Assistant, document_id: str) -> None:
    # Another session may have been faster; it is gone either way.
    with suppress(UnknownDocument):
        assistant.index.remove(document_id)
