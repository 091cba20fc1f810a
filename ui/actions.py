"""Actions: what a person can do with an answer and with the whole conversation."""

from collections.abc import Callable
from html import escape

import streamlit as st

from assistant import Answer, Feedback, Library, conversation_json, conversation_markdown
from sources import StoreError, load_settings
from ui.history import conversation, zone
from ui.labels import plain
from ui.strings import say


def show_rating(answer: Answer, language: str, key: str) -> None:
    """Ask whether an answer is right; what a person says is kept in the data folder.

    Args:
        answer: What is rated.
        language: Language of the page.
        key: Tells one answer on the page from another.
    """
    with st.container(horizontal=True, vertical_alignment="center", key=f"tt-{key}"):
        told = f'<p class="tt-quiet">{escape(say(language, "rate"))}</p>'
        st.html(told, width="content")
        st.feedback("thumbs", key=key, on_change=_rate, args=(answer, key, language))


def _rate(answer: Answer, key: str, language: str) -> None:
    good = st.session_state[key]
    try:
        feedback = Feedback(load_settings().home)
        if good is None:
            feedback.withdraw(answer.question, answer.text)
        else:
            feedback.rate(answer, good=bool(good))
    except StoreError as error:
        st.session_state[key] = None
        st.toast(plain(error.sentence(language)), icon=":material/error:")


def show_actions(
    language: str,
    *,
    library: Callable[[], Library],
    on_retry: Callable[[], None],
    on_restart: Callable[[], None],
) -> None:
    """Offer to start over, to ask the last question again, and to save the conversation.

    Args:
        language: Language of the page.
        library: Returns where the sources are, for a saved conversation tells which went since.
        on_retry: Asks the last question again.
        on_restart: Begins a new conversation.
    """
    told, where = conversation(), zone()
    with st.container(horizontal=True, vertical_alignment="center"):
        for key, icon, act in (
            ("restart", "refresh", on_restart),
            ("retry", "replay", on_retry),
        ):
            label, icon = say(language, key), f":material/{icon}:"
            st.button(label, key=key, type="tertiary", icon=icon, on_click=act)
        with st.popover(say(language, "save"), type="tertiary", icon=":material/download:"):
            st.download_button(
                say(language, "save_markdown"),
                lambda: conversation_markdown(told, language, library(), where),
                "thamtop.md",
                "text/markdown",
                key="save-markdown",
                type="tertiary",
                on_click="ignore",
            )
            st.download_button(
                say(language, "save_json"),
                lambda: conversation_json(told, library()),
                "thamtop.json",
                "application/json",
                key="save-json",
                type="tertiary",
                on_click="ignore",
            )
