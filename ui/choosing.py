"""Choosing: which questions are asked, how many, and who answers them."""

from html import escape

import streamlit as st

from evals.answerers import CHAT, SHIPPED
from sources import ThamtopError
from ui.labels import plain
from ui.measuring import Request, read
from ui.strings import say

_LIMITS = (20, 40, 100, 0)  # questions to ask; 0 for all


def choose(language: str, chat_model: str, *, busy: bool) -> Request | None:
    """Let a person choose what to measure; None while there is no file to take questions from.

    The button leaves the mark `measuring` in the session.

    Args:
        language: Language of the page.
        chat_model: Name of the chat model that is set; empty for none, then there is no choice.
        busy: Whether something is being measured.
    """
    with st.container(border=True, key="tt-choosing"):
        with st.container(horizontal=True, gap="medium"):
            kind = _one_of("question-set", "question_set", ["shipped_set", "own_set"], language)
            limit = _how_many(language)
            answerer = SHIPPED
            if chat_model:
                answers = _one_of(
                    "who-answers", "who_answers", ["reader_answers", "model_answers"], language
                )
                answerer = CHAT if answers == "model_answers" else SHIPPED
        upload = None
        if kind == "own_set":
            upload = st.file_uploader(
                say(language, "question_file"), type=["jsonl", "json"], key="question-file"
            )
            _quiet(say(language, "question_file_hint"))
        request = None
        if kind == "shipped_set":
            request = Request(limit, answerer=answerer)
        elif upload:
            request = Request(limit, upload.name, upload.getvalue(), answerer)
        if request and answerer == CHAT:
            _warn(request, chat_model, language)
        st.button(
            say(language, "measure"),
            key="measure",
            type="primary",
            icon=":material/speed:",
            disabled=busy,
            on_click=_begin,
        )
    return request


def _begin() -> None:
    st.session_state.measuring = True


def _one_of(key: str, label: str, options: list[str], language: str) -> str:
    chosen = st.segmented_control(
        say(language, label),
        options,
        format_func=lambda option: say(language, option),
        default=options[0],
        required=True,
        key=key,
    )
    return str(chosen)


def _how_many(language: str) -> int | None:
    count = st.segmented_control(
        say(language, "how_many"),
        _LIMITS,
        format_func=lambda count: str(count or say(language, "all")),
        default=_LIMITS[0],
        required=True,
        key="how-many",
    )
    return count or None


def _warn(request: Request, chat_model: str, language: str) -> None:
    """Say how much will be asked of a chat model, which may cost money and does cost time."""
    try:
        count = _asks(request)
    except ThamtopError:
        return  # measuring will say what is wrong with the questions
    told = say(language, "chat_costs", count=count, model=plain(chat_model))
    st.warning(told, icon=":material/payments:")


@st.cache_data(show_spinner=False, max_entries=20, hash_funcs={Request: repr})
def _asks(request: Request) -> int:
    return read(request).asks


def _quiet(text: str) -> None:
    st.html(f'<p class="tt-quiet">{escape(text)}</p>')
