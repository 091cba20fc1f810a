"""History: the conversation is kept as it goes, and the address brings it back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from assistant import (
    Conversation,
    Conversations,
    Exchange,
    Library,
    cited,
    lasting,
    noted,
    standings,
)
from sources import StoreError, UnknownConversation, load_settings
from ui.resources import Desk
from ui.strings import say
from ui.turn import Turn

_IN_ADDRESS = "c"  # the query parameter that names the conversation
_MARKS = {"changed": "mark_changed", "removed": "mark_removed"}


def resume() -> None:
    """Take up, in a new session, the conversation that the address names."""
    if "turns" in st.session_state:
        return
    st.session_state.turns = []
    named = st.query_params.get(_IN_ADDRESS)
    if named:
        open_conversation(named)


def keep(desk: Desk) -> None:
    """Keep what is new of the conversation, and name it in the address.

    A turn that is being answered is left alone. Where nothing can be kept the conversation goes
    on, and the list says why.
    """
    turns: list[Turn] = st.session_state.turns
    if not turns:
        _leave()
    under_way = st.session_state.get("asked")
    fresh = [place for place, turn in enumerate(turns) if _is_news(turn) and turn is not under_way]
    for place in fresh:
        told = noted(_told(turns[place]), _library(desk))
        before = turns[place].kept
        told = replace(told, number=before.number if before else 0)
        turns[place] = replace(turns[place], kept=told)
    if fresh:
        _write(turns, fresh, under_way)
    _name_in_address()


def conversation() -> Conversation:
    """Return the conversation as it stands, to be saved."""
    begun: Conversation | None = st.session_state.get("conversation")
    told = tuple(turn.kept or noted(_told(turn), None) for turn in st.session_state.turns)
    return Conversation(begun.id if begun else "", begun.begun_at if begun else told[0].at, told)


def marks(turn: Turn, language: str, desk: Desk) -> list[str]:
    """Say of each citation, in order, what has become of its source; nothing where it stands.

    Args:
        turn: A question and what came of it.
        language: Language of the page.
        desk: Knows where the sources are; until it is open nothing is said.

    Raises:
        StoreError: The index cannot be read.
    """
    library = _library(desk)
    if library is None or turn.kept is None or turn.waiting:
        return []
    standing = standings(turn.kept, library)
    states = (standing[citation.document_id].state for citation in cited(turn.kept.shown))
    return ["" if state == "current" else say(language, _MARKS[state]) for state in states]


def zone() -> tzinfo | None:
    """Return the zone that the reader's browser is in; None where it does not tell."""
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def open_conversation(conversation_id: str) -> None:
    """Show a kept conversation in place of this one."""
    try:
        found = kept().load(conversation_id)
    except StoreError as error:
        st.session_state.history_trouble = error
        return
    turn_to([_restored(told) for told in found.turns])
    st.session_state.conversation = found


def turn_to(turns: list[Turn]) -> None:
    """Show other turns in place of this conversation; they are not kept yet."""
    state = st.session_state
    state.turns = turns
    _leave()
    for key in ("opened", "history_trouble"):
        state.pop(key, None)
    for rating in [key for key in state if str(key).startswith("rate-")]:
        state[rating] = None  # it was of the answer that stood in the same place


def _leave() -> None:
    for key in ("conversation", "unwritten"):
        st.session_state.pop(key, None)


def _write(turns: list[Turn], fresh: Iterable[int], under_way: Turn | None) -> None:
    """Write what is new, and what could not be written before."""
    owed = sorted({*fresh, *st.session_state.get("unwritten", ())})
    written = set()
    try:
        for place in owed:
            turn = turns[place]
            if turn.kept and turn is not under_way:
                turns[place] = replace(turn, kept=_written(turn.kept))
                written.add(place)
    except StoreError as error:
        st.session_state.history_trouble = error
    else:
        st.session_state.pop("history_trouble", None)
    st.session_state.unwritten = [place for place in owed if place not in written]


def _written(told: Exchange) -> Exchange:
    """Write an exchange to the conversation; to a new one if that was deleted in another window."""
    file = kept()
    begun: Conversation | None = st.session_state.get("conversation")
    try:
        if begun and told.number:
            file.replace(begun.id, told)
            return told
        if begun:
            return file.append(begun.id, told)
    except UnknownConversation:
        told = replace(told, number=0)
    st.session_state.conversation = file.start(told)
    started: Conversation = st.session_state.conversation
    return started.turns[0]


def _name_in_address() -> None:
    begun: Conversation | None = st.session_state.get("conversation")
    named = st.query_params.get(_IN_ADDRESS)
    if begun and named != begun.id:
        st.query_params[_IN_ADDRESS] = begun.id
    elif named and not begun:
        del st.query_params[_IN_ADDRESS]


def _is_news(turn: Turn) -> bool:
    """Tell whether a turn holds what its kept form does not; a retry waits for its new answer."""
    if turn.kept is None or turn.waiting:
        return turn.kept is None
    return lasting(_told(turn)) != replace(turn.kept, at="", sources=(), number=0)


def _told(turn: Turn) -> Exchange:
    return Exchange(turn.question, turn.answer, turn.problem, turn.stopped, turn.claims)


def _restored(told: Exchange) -> Turn:
    return Turn(
        told.question,
        told.answer,
        told.problem,
        claims=told.verified,
        stopped=told.stopped,
        kept=told,
    )


def _library(desk: Desk) -> Library | None:
    return desk.assistant().index if desk.open and not desk.failed else None


def kept() -> Conversations:
    """Return where conversations are kept."""
    return Conversations(load_settings().home)
