"""Ask: the conversation, and beside it the source that an answer rests on."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from assistant import Answer, Assistant
from sources import QuestionError, ThamtopError
from ui.article import show_article
from ui.strings import say

_SHORT_ENOUGH = 2_000


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, or a sentence that says what is wrong."""

    question: str
    answer: Answer | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The span of a source that is shown beside the conversation."""

    document_id: str
    start: int
    end: int


def page(assistant: Assistant, language: str) -> None:
    """Draw the page."""
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    typed = st.chat_input(say(language, "placeholder"), key="question")
    asked = typed or st.session_state.pop("chosen", None)
    opened: Opened | None = st.session_state.get("opened")
    conversation, beside = st.columns([3, 2], gap="large") if opened else (st.container(), None)
    with conversation:
        if not turns and not asked:
            _welcome(language)
        for number, turn in enumerate(turns):
            _show_question(turn.question)
            _show_answer(turn, number, language)
        if asked:
            _show_question(str(asked))
            turns.append(_ask(assistant, str(asked), language))
            _show_answer(turns[-1], len(turns) - 1, language)
    if opened and beside is not None:
        with beside:
            _show_source(assistant, opened, language)
    with conversation:
        _suggest(assistant, language)
        _status(assistant, language)


def _welcome(language: str) -> None:
    st.header(say(language, "welcome"), anchor=False)
    st.caption(say(language, "welcome_hint"))


def _ask(assistant: Assistant, question: str, language: str) -> Turn:
    with st.spinner(say(language, "thinking")):
        try:
            return Turn(question, assistant.ask(question))
        except QuestionError:
            long = len(question) > _SHORT_ENOUGH
            return Turn(question, None, say(language, "too_long" if long else "empty_question"))
        except ThamtopError as error:
            return Turn(question, None, str(error))


def _show_question(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.html(f'<p class="tt-asked">{escape(question)}</p>')


def _show_answer(turn: Turn, number: int, language: str) -> None:
    with st.chat_message("assistant", avatar=":material/format_quote:"):
        if turn.answer is None:
            st.html(f'<p class="tt-abstained" role="alert">{escape(turn.problem)}</p>')
        elif turn.answer.abstained:
            _show_abstention(turn.answer, number, language)
        else:
            _show_claims(turn.answer, number, language)


def _show_claims(answer: Answer, number: int, language: str) -> None:
    """Show the short answer large, the lines under it, and a button for each citation."""
    first, *rest = answer.text.split("\n\n")
    lines = [f'<p class="tt-short" lang="{answer.language}">{escape(first)}</p>']
    for line in rest:
        lines.append(f'<p class="tt-quote">{escape(line)}</p>')
    st.html("".join(lines))
    citations = [citation for claim in answer.claims for citation in claim.citations]
    with st.container(horizontal=True):
        for place, citation in enumerate(citations, 1):
            st.button(
                _plain(f"[{place}] {say(language, 'cite')}"),
                key=f"cite-{number}-{place}",
                type="tertiary",
                on_click=_open,
                args=(citation.document_id, citation.start, citation.end),
            )


def _show_abstention(answer: Answer, number: int, language: str) -> None:
    st.html(f'<p class="tt-abstained" lang="{answer.language}">{escape(answer.text)}</p>')
    with st.container(horizontal=True):
        if answer.passages:
            nearest = answer.passages[0].passage
            st.button(
                say(language, "nearest"),
                key=f"nearest-{number}",
                type="tertiary",
                on_click=_open,
                args=(nearest.document_id, nearest.start, nearest.end),
            )
        if answer.suggestion:
            st.button(
                _plain(say(language, "try_instead", question=answer.suggestion)),
                key=f"instead-{number}",
                on_click=_choose,
                args=(answer.suggestion,),
            )


def _suggest(assistant: Assistant, language: str) -> None:
    """Offer questions that the sources can answer and that were not asked yet."""
    asked = {turn.question for turn in st.session_state.turns}
    with st.container(key="suggestions"):
        left = [s for s in _suggestions(assistant, language) if s not in asked][:4]
        if not left:
            return
        st.caption(say(language, "suggestions"))
        with st.container(horizontal=True):
            for place, text in enumerate(left):
                st.button(_plain(text), key=f"suggestion-{place}", on_click=_choose, args=(text,))


def _suggestions(assistant: Assistant, language: str) -> list[str]:
    try:
        return assistant.suggestions(language, 6)
    except ThamtopError:
        return []  # the page stays usable; asking will say what is wrong


def _status(assistant: Assistant, language: str) -> None:
    index = assistant.index
    if index.encoder_note:
        line = say(language, "engine_words", note=index.encoder_note)
    else:
        line = say(language, "engine", encoder=index.encoder_name)
    pending = index.pending()
    if pending:
        line = f"{line} · {say(language, 'pending', count=pending)}"
    st.caption(_plain(line))


def _show_source(assistant: Assistant, opened: Opened, language: str) -> None:
    heading, close = st.columns([4, 1], vertical_alignment="center")
    heading.subheader(say(language, "source"), anchor=False)
    close.button(
        "✕",
        key="close-source",
        help=say(language, "close"),
        type="tertiary",
        on_click=lambda: st.session_state.pop("opened", None),
    )
    span = (opened.document_id, opened.start, opened.end)
    show_article(assistant.index, language, *span, key="article")


def _open(document_id: str, start: int, end: int) -> None:
    st.session_state.opened = Opened(document_id, start, end)


def _choose(question: str) -> None:
    st.session_state.chosen = question


def _plain(text: str) -> str:
    """Take the power off Markdown marks, for labels that Streamlit would read as Markdown."""
    return "".join(f"\\{mark}" if mark in r"\`*_{}[]<>()#+-.!$:|~" else mark for mark in text)
