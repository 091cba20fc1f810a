"""Ask: the conversation, and beside it the source that an answer rests on."""

from html import escape

import streamlit as st

from assistant import Assistant
from sources import ThamtopError
from ui.actions import show_actions, show_rating
from ui.article import show_article
from ui.labels import plain
from ui.reply import Span, show_abstention, show_answer
from ui.status import show_status
from ui.strings import say
from ui.turn import Turn, answered

_OFFERED = 4  # suggested questions at a time
_DRAFTED = 8  # asked for, so that some are left when others have been asked


def page(assistant: Assistant, language: str) -> None:
    """Draw the page."""
    st.session_state.setdefault("turns", [])
    typed = st.chat_input(say(language, "placeholder"), key="question")
    if typed is not None:
        put(str(typed))
    opened: Span | None = st.session_state.get("opened")
    # The same boxes whether a source is open or not, so that nothing on the page jumps.
    with st.container(key="tt-open" if opened else "tt-shut"):
        conversation, beside = st.columns([6, 5], gap="medium")
    if opened:
        with beside, st.container(key="tt-panel"):
            show_article(assistant.index, language, *opened, key="article", on_close=shut)
    with conversation:
        talk, offers, state = (
            st.container(key=f"tt-{part}") for part in ("talk", "offers", "state")
        )
    with talk:
        _converse(assistant, language)
    with state:
        if st.session_state.turns:
            show_actions(st.session_state.turns, language, on_retry=retry, on_restart=restart)
        show_status(assistant, language)
    with offers:
        _suggest(assistant, language)


def put(question: str) -> None:
    """Put a question; it is answered when the page is drawn."""
    st.session_state.setdefault("turns", []).append(Turn(question))
    shut()


def show(span: Span) -> None:
    """Open the source beside the conversation."""
    st.session_state.opened = span


def shut() -> None:
    """Close the source beside the conversation."""
    st.session_state.pop("opened", None)


def retry() -> None:
    """Ask the last question again; its new answer takes the place of the old one."""
    last = st.session_state.turns[-1]
    st.session_state.turns[-1] = Turn(last.question, attempt=last.attempt + 1)
    shut()


def restart() -> None:
    """Begin a new conversation."""
    st.session_state.turns = []
    shut()


def _converse(assistant: Assistant, language: str) -> None:
    turns: list[Turn] = st.session_state.turns
    if not turns:
        with st.container(key="tt-welcome"):
            st.header(say(language, "welcome"), anchor=False)
            st.html(f'<p class="tt-quiet">{escape(say(language, "welcome_hint"))}</p>')
        return
    for number in range(len(turns)):
        with st.chat_message("user"):
            st.html(f'<p class="tt-asked">{escape(turns[number].question)}</p>')
        with st.chat_message("assistant"):
            if turns[number].waiting:
                with st.spinner(say(language, "thinking")):
                    turns[number] = answered(turns[number], assistant, language, turns[:number])
            _show_reply(turns, number, language)


def _show_reply(turns: list[Turn], number: int, language: str) -> None:
    turn, key = turns[number], f"turn-{number}"
    if turn.answer is None:
        st.html(f'<p class="tt-abstained" role="alert">{escape(turn.problem)}</p>')
        return
    if turn.answer.abstained:
        show_abstention(turn.answer, language, key, show, put)
    else:
        opened, latest = st.session_state.get("opened"), number == len(turns) - 1
        show_answer(turn.answer, language, key, opened=opened, latest=latest, on_open=show)
    if turn.answer.note:
        st.html(f'<p class="tt-quiet">{escape(turn.answer.note)}</p>')
    show_rating(turn.answer, language, f"rate-{number}-{turn.attempt}")


def _suggest(assistant: Assistant, language: str) -> None:
    """Offer questions that the sources can answer and that were not asked yet."""
    turns: list[Turn] = st.session_state.turns
    asked = {turn.question for turn in turns}
    if turns and turns[-1].answer:
        asked.add(turns[-1].answer.suggestion or "")  # it has a button of its own
    left = [text for text in _suggestions(assistant, language) if text not in asked][:_OFFERED]
    if not left:
        return
    st.html(f'<p class="tt-quiet">{escape(say(language, "suggestions"))}</p>')
    with st.container(horizontal=True):
        for place, text in enumerate(left):
            st.button(plain(text), key=f"suggestion-{place}", on_click=put, args=(text,))


def _suggestions(assistant: Assistant, language: str) -> list[str]:
    try:
        return assistant.suggestions(language, _DRAFTED)
    except ThamtopError:
        return []  # the page stays usable; asking will say what is wrong
