"""Ask: the conversation, and beside it the source that an answer rests on."""

from dataclasses import replace
from html import escape
from time import sleep

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from index import Index
from ui.actions import show_actions, show_rating
from ui.article import show_article
from ui.asking import Asking
from ui.earlier import show_earlier
from ui.former import show_former
from ui.history import keep, marks, resume
from ui.labels import plain
from ui.reply import Span, show_question, show_reply, show_ways_on
from ui.resources import Desk
from ui.slots import empty_rest
from ui.status import show_status
from ui.strings import say
from ui.turn import Turn, settled, told
from ui.welcome import show_welcome

_OFFERED = 4  # suggested questions at a time
_LOOK_S = 0.05  # between two looks at an answer on its way
_LOOK_QUIETLY_S = 0.25  # at what nobody asked for


def page(desk: Desk, language: str) -> None:
    """Draw the page as it stands; draw it again when something has come.

    Nothing is waited for before all is drawn: the question can be typed at once, and whatever is
    pressed meanwhile is heard.

    Raises:
        ThamtopError: The assistant cannot be opened.
    """
    resume()
    typed = st.chat_input(say(language, "placeholder"), key="question")
    if typed is not None:
        put(str(typed))
    asking = _settle(language)
    keep(desk)
    asking = asking or _begin(desk)
    seen = _seen(desk, language, asking)
    opened: Span | None = st.session_state.get("opened")
    # The same boxes whether a source is open or not: with another key Streamlit would draw the
    # conversation anew, and the reader would lose the place. What stands in them tells the style.
    with st.container(key="tt-desk"):
        st.html(f'<i class="tt-is-{"open" if opened else "shut"}"></i>')
        conversation, beside = st.columns([6, 5], gap="medium")
    with conversation:
        talk, offers, state = (
            st.container(key=f"tt-{part}") for part in ("talk", "offers", "state")
        )
    with talk:
        _converse(desk, language, asking)
    with offers:
        _suggest(desk, language)
    with state:
        with st.container():  # so that the list below it keeps its place
            if st.session_state.turns:
                show_actions(
                    language,
                    library=lambda: desk.assistant().index,
                    on_retry=retry,
                    on_restart=restart,
                )
            empty_rest("actions", int(bool(st.session_state.turns)))
        show_earlier(language)
        if desk.open:
            show_status(desk.assistant(), language)
        else:
            st.html(f'<p class="tt-quiet" role="status">{escape(say(language, "opening"))}</p>')
    if opened and desk.open:
        with beside, st.container(key="tt-panel"):
            _show_source(desk.assistant().index, language, opened)
    _follow(desk, language, asking, seen)


def put(question: str) -> None:
    """Put a question; it is asked once those before it are answered."""
    st.session_state.setdefault("turns", []).append(Turn(question))
    shut()


def show(span: Span) -> None:
    """Open the source beside the conversation."""
    st.session_state.opened = span


def shut() -> None:
    """Close the source beside the conversation."""
    st.session_state.pop("opened", None)


def stop() -> None:
    """End the answer that is being written; what was verified stays."""
    asking: Asking | None = st.session_state.get("asking")
    if asking:
        asking.stop()


def retry() -> None:
    """Ask the last question again; its new answer takes the place of the old one."""
    turns: list[Turn] = st.session_state.turns
    if turns:  # one that is being answered is stopped, for its turn is gone
        turns[-1] = turns[-1].again()
        shut()


def restart() -> None:
    """Begin a new conversation."""
    st.session_state.turns = []
    shut()


def _begin(desk: Desk) -> Asking | None:
    """Ask the first question that waits."""
    turns: list[Turn] = st.session_state.turns
    place = next((place for place, turn in enumerate(turns) if turn.waiting), None)
    if place is None:
        return None
    turn = turns[place]
    st.session_state.asked = turn
    st.session_state.asking = desk.ask(turn.question, told(turns[:place]))
    asking: Asking = st.session_state.asking
    return asking


def _settle(language: str) -> Asking | None:
    """Put what has come into the turn that waits for it; return the asking if more comes."""
    asking: Asking | None = st.session_state.get("asking")
    if asking is None:
        return None
    asking.watch()
    turns: list[Turn] = st.session_state.turns
    waiting = [place for place, turn in enumerate(turns) if turn is st.session_state.asked]
    progress = asking.progress
    if waiting and not progress.done:
        return asking
    asking.stop()  # if its conversation is gone
    for place in waiting:
        turns[place] = settled(turns[place], progress, language)
    del st.session_state.asking, st.session_state.asked
    return None


def _converse(desk: Desk, language: str, asking: Asking | None) -> None:
    turns: list[Turn] = st.session_state.turns
    if not turns:
        show_welcome(desk, language)
    for number, turn in enumerate(turns):
        with st.chat_message("user"):
            show_question(turn.question)
        with st.chat_message("assistant"):
            _reply(desk, number, language, asking)
    empty_rest("talk", 2 * len(turns) or 1)


def _reply(desk: Desk, number: int, language: str, asking: Asking | None) -> None:
    turns: list[Turn] = st.session_state.turns
    turn, key, stage = turns[number], f"turn-{number}", ""
    under_way = asking if asking and turn is st.session_state.asked else None
    if under_way:
        turn = replace(turn, claims=under_way.progress.claims)
        stage = "writing" if turn.claims else "thinking" if desk.open else "opening"
    elif turn.waiting:
        stage = "next_in_line"
    show_reply(
        turn,
        language,
        key,
        opened=st.session_state.get("opened"),
        latest=number == len(turns) - 1,
        stage=say(language, stage) if stage else "",
        marks=marks(turn, language, desk),
        on_open=show,
        on_stop=stop if under_way else None,
    )
    if turn.answer and turn.answer.abstained:
        latest = number == len(turns) - 1
        show_ways_on(turn.answer, language, key, show, put if latest else None)
    if turn.answer:
        show_rating(turn.answer, language, f"rate-{number}-{turn.attempt}")


def _show_source(index: Index, language: str, opened: Span) -> None:
    turns: list[Turn] = st.session_state.turns
    if not show_former(index, language, opened, turns, on_open=show, on_close=shut):
        show_article(index, language, *opened, key="article", on_close=shut)


def _suggest(desk: Desk, language: str) -> None:
    """Offer questions that the sources can answer and that were not asked yet."""
    left, _ = _offered(desk, language)
    if left:
        st.html(f'<p class="tt-quiet">{escape(say(language, "suggestions"))}</p>')
        with st.container(horizontal=True):
            for place, text in enumerate(left):
                st.button(plain(text), key=f"suggestion-{place}", on_click=put, args=(text,))
            empty_rest("suggestions", len(left))
    empty_rest("offers", 2 if left else 0)


def _offered(desk: Desk, language: str) -> tuple[list[str], bool]:
    """Return the questions to offer, at first all at once, and whether more may come."""
    turns: list[Turn] = st.session_state.turns
    asked = {turn.question for turn in turns}
    if turns and turns[-1].answer:
        asked.add(turns[-1].answer.suggestion or "")  # it has a button of its own
    known, complete = desk.offers(language)
    # A question in other words whose answer stands on the page is not offered either.
    told = {turn.answer.short for turn in turns if turn.answer}
    fresh = [one.text for one in known if one.text not in asked and one.short not in told]
    left = fresh[:_OFFERED]
    complete = complete or len(left) == _OFFERED
    return left if complete or turns else [], not complete


def _seen(desk: Desk, language: str, asking: Asking | None) -> object:
    """Return what is drawn of all that is on its way."""
    return desk.open, asking.progress if asking else _offered(desk, language)


def _follow(desk: Desk, language: str, asking: Asking | None, seen: object) -> None:
    """Draw the page again when something has come; return if nothing is on its way."""
    try:
        # It may have come to its end before the first look, and then nothing changes any more.
        while _seen(desk, language, asking) == seen and not (asking and asking.progress.done):
            if asking is None and desk.open and not _offered(desk, language)[1]:
                return
            sleep(_LOOK_S if asking else _LOOK_QUIETLY_S)
            # A look at the session's state is where Streamlit ends a run that is out of date.
            st.session_state.get("turns")
    except StopException:
        if asking:
            asking.leave()  # the connection is lost
        raise
    st.rerun()
