"""Actions: what a person can do with an answer and with the whole conversation."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from assistant import Answer, Feedback
from sources import StoreError, load_settings
from ui.export import conversation_json, conversation_markdown
from ui.labels import plain
from ui.strings import say
from ui.turn import Turn


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
        st.feedback("thumbs", key=key, on_change=_rate, args=(answer, key))


def _rate(answer: Answer, key: str) -> None:
    good = st.session_state[key]
    if good is None:  # taken back: the last word stands until there is another
        return
    try:
        Feedback(load_settings().home).rate(answer, good=bool(good))
    except StoreError as error:
        st.session_state[key] = None
        st.toast(plain(str(error)), icon=":material/error:")


def show_actions(
    turns: Sequence[Turn],
    language: str,
    *,
    on_retry: Callable[[], None],
    on_restart: Callable[[], None],
) -> None:
    """Offer to start over, to ask the last question again, and to save the conversation.

    Args:
        turns: The conversation.
        language: Language of the page.
        on_retry: Asks the last question again.
        on_restart: Begins a new conversation.
    """
    told = list(turns)
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
                lambda: conversation_markdown(told, language),
                "thamtop.md",
                "text/markdown",
                key="save-markdown",
                type="tertiary",
                on_click="ignore",
            )
            st.download_button(
                say(language, "save_json"),
                lambda: conversation_json(told),
                "thamtop.json",
                "application/json",
                key="save-json",
                type="tertiary",
                on_click="ignore",
            )
