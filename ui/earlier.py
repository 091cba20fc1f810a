"""Earlier: the conversations that were kept before, to be opened again or deleted."""

from html import escape

import streamlit as st

from assistant import Conversation, Summary, moment
from index import grapheme_boundary
from sources import StoreError, ThamtopError, UnknownConversation
from ui.history import kept, open_conversation, turn_to, zone
from ui.labels import plain
from ui.strings import say

_SHOWN = 10  # at a time
_LONGEST_TITLE = 100  # characters
_ALL = "*"  # in place of the id of the one that is to be deleted


def show_earlier(language: str) -> None:
    """Offer the earlier conversations, and say where this one cannot be kept."""
    trouble: ThamtopError | None = st.session_state.get("history_trouble")
    if trouble:
        reason = escape(trouble.sentence(language))
        st.html(f'<p class="tt-quiet tt-problem" role="status">{reason}</p>')
    begun: Conversation | None = st.session_state.get("conversation")
    shown: int = st.session_state.setdefault("history_shown", _SHOWN)
    try:
        found = kept().list(shown + 2)
    except StoreError:
        return  # keeping this conversation says what is wrong
    earlier = [summary for summary in found if not begun or summary.id != begun.id]
    if not earlier:
        return
    label = say(language, "history")
    # One for each conversation, so that it is shut once another one is opened.
    key = f"history-{begun.id if begun else ''}"
    with (
        st.popover(label, type="tertiary", icon=":material/history:", key=key),
        st.container(key="tt-history", gap="xsmall"),
    ):
        for summary in earlier[:shown]:
            _row(summary, language)
        if len(earlier) > shown:
            st.button(say(language, "older"), key="older", type="tertiary", on_click=_show_more)
        _sure_or(say(language, "forget_all_sure"), say(language, "forget_all"), _ALL, language)


def _row(summary: Summary, language: str) -> None:
    when = moment(summary.begun_at, language, zone())
    facts = f"{when} · {say(language, 'kept_questions', count=summary.turns)}"
    if st.session_state.get("forgetting") == summary.id:
        _sure_or(say(language, "forget_sure", title=_title(summary)), "", summary.id, language)
        return
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        st.button(
            f"{plain(_title(summary))}  \n:small[{plain(facts)}]",
            key=f"open-{summary.id}",
            type="tertiary",
            width="stretch",
            on_click=open_conversation,
            args=(summary.id,),
        )
        st.button(
            "",
            key=f"forget-{summary.id}",
            type="tertiary",
            icon=":material/delete:",
            help=say(language, "forget"),
            on_click=_ask_whether,
            args=(summary.id,),
        )


def _sure_or(question: str, offer: str, conversation_id: str, language: str) -> None:
    """Ask whether to delete where that was pressed, otherwise offer it."""
    if st.session_state.get("forgetting") != conversation_id:
        st.button(
            offer,
            key="forget-all",
            type="tertiary",
            icon=":material/delete:",
            on_click=_ask_whether,
            args=(conversation_id,),
        )
        return
    st.html(f"<p>{escape(question)}</p>")
    with st.container(horizontal=True):
        sure, no = say(language, "forget_yes"), say(language, "cancel")
        st.button(sure, key="forget-yes", type="primary", on_click=_forget, args=(conversation_id,))
        st.button(no, key="forget-no", on_click=_ask_whether, args=(None,))


def _forget(conversation_id: str) -> None:
    _ask_whether(None)
    file = kept()
    try:
        if conversation_id == _ALL:
            file.delete_all()
            turn_to([])
        else:
            file.delete(conversation_id)
    except UnknownConversation:
        return  # another window was faster; it is gone either way
    except StoreError as error:
        st.session_state.history_trouble = error


def _ask_whether(conversation_id: str | None) -> None:
    st.session_state.forgetting = conversation_id


def _show_more() -> None:
    st.session_state.history_shown += _SHOWN


def _title(summary: Summary) -> str:
    title = " ".join(summary.title.split())
    if len(title) <= _LONGEST_TITLE:
        return title
    return f"{title[: grapheme_boundary(title, _LONGEST_TITLE)]}…"
