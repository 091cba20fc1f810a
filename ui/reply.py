"""Reply: what came of a question, drawn in one place from its first claim to its last word."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from assistant import EXTRACTIVE, UNCONFIRMED, Answer, Citation, Claim, cited
from ui.components import component
from ui.labels import plain
from ui.strings import say
from ui.turn import Turn

Span = tuple[str, int, int]  # document, first character, character after the last
_NEAR = 320  # characters shown of the nearest passage


def citations(answer: Answer) -> list[Citation]:
    """Return what an answer cites, in order, each span once: number 1 is the first."""
    return cited(answer.claims)


def claimed(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Return a line for each claim, with the numbers of what it cites.

    A claim that comes later changes no line before it.
    """
    numbers = {span_of(citation): place for place, citation in enumerate(cited(claims), 1)}
    return [
        {
            "kind": "claim",
            "text": claim.text,
            "citations": list(dict.fromkeys(numbers[span_of(c)] for c in claim.citations)),
        }
        for claim in claims
    ]


def lines(answer: Answer) -> list[dict[str, Any]]:
    """Cut an answer into lines, each with the numbers of what it cites.

    Those of a chat model are its claims. In other answers a citation belongs to the line that
    holds its words or its claim, otherwise to the last one. What is not confirmed comes
    below, after a line that says so.
    """
    if answer.abstained:
        said = [{"kind": "abstained", "text": answer.text, "citations": []}]
    elif answer.answerer != EXTRACTIVE:
        said = claimed(answer.claims)
    else:
        said = _extracted(answer)
    return said + _unconfirmed(answer)


def _extracted(answer: Answer) -> list[dict[str, Any]]:
    texts = [text for text in answer.text.split("\n\n") if text.strip()] or [answer.short]
    drawn: list[dict[str, Any]] = [
        {"kind": "quote" if place else "short", "text": text, "citations": []}
        for place, text in enumerate(texts)
    ]
    claims = {span_of(c): claim.text for claim in reversed(answer.claims) for c in claim.citations}
    for number, citation in enumerate(citations(answer), 1):
        claim = claims[span_of(citation)]
        homes = (
            line for words in (citation.quote, claim) for line in drawn if words in line["text"]
        )
        next(homes, drawn[-1])["citations"].append(number)
    return drawn


def _unconfirmed(answer: Answer) -> list[dict[str, Any]]:
    if not answer.unconfirmed:
        return []
    heading = {"kind": "doubt", "text": UNCONFIRMED[answer.language], "citations": []}
    drawn = claimed(answer.shown)[len(answer.claims) :]
    return [heading, *({**line, "kind": "unconfirmed"} for line in drawn)]


def copied(turn: Turn, language: str) -> str:
    """Return a reply as it is copied, with a line that names its sources, or nothing."""
    if turn.answer:
        text = turn.answer.text or turn.answer.short
    else:
        text = "\n\n".join(claim.text for claim in turn.claims)
    claims = turn.answer.claims if turn.answer else turn.claims
    titles = dict.fromkeys(citation.title for citation in cited(claims))
    named = say(language, "source_line", titles=" · ".join(titles))
    return f"{text}\n\n{named}" if titles else text


def drawn(turn: Turn, language: str) -> dict[str, Any]:
    """Return what is drawn of a turn: its lines, what they cite, a note, the nearest passage.

    Args:
        turn: The question, with what came of it so far.
        language: Language of the page.
    """
    answer = turn.answer
    parts = lines(answer) if answer else claimed(turn.claims)
    note = answer.note if answer else turn.problem
    if turn.stopped:
        note = say(language, "stopped_after" if parts else "stopped_before")
    if note and not parts:
        parts, note = [{"kind": "abstained", "text": note, "citations": []}], ""
    return {
        "language": answer.language if answer else language,
        "lines": parts,
        "near": _nearest(answer) if answer and answer.abstained else None,
        "note": note,
        "sources": [citation.title for citation in cited(_shown(turn))],
    }


def show_reply(
    turn: Turn,
    language: str,
    key: str,
    *,
    opened: Span | None,
    latest: bool,
    stage: str,
    marks: Sequence[str],
    on_open: Callable[[Span], None],
    on_stop: Callable[[], None] | None,
) -> None:
    """Show what came of a question, its citations as buttons in the text.

    While it is on its way it is the same component in the same place, with a button that stops it.

    Args:
        turn: What is shown.
        language: Language of the page.
        key: Tells one reply on the page from another.
        opened: The span that is shown beside the conversation.
        latest: Whether to bring it into view when it first appears.
        stage: What is being done to answer, empty when nothing more comes.
        marks: What has become of the source of each citation since, empty where it stands.
        on_open: What clicking a citation does.
        on_stop: What the button that stops it does; without it there is none.
    """
    spans = [span_of(citation) for citation in cited(_shown(turn))]

    def cite() -> None:
        number = st.session_state[key].cite
        if number and 0 < number <= len(spans):
            on_open(spans[number - 1])

    text = "" if stage else copied(turn, language)
    words = {name: say(language, name) for name in ("copy", "copied", "not_copied")}
    component("answer")(
        data={
            **drawn(turn, language),
            "stage": stage,
            "marks": list(marks),
            "stop": say(language, "stop_answer") if on_stop else None,
            "open": say(language, "cite"),
            "copy": {"text": text, **words} if text else None,
            "latest": latest,
            "opened": spans.index(opened) + 1 if opened in spans else 0,
            "beside": opened is not None,
        },
        key=key,
        on_cite_change=cite,
        on_stop_change=on_stop or _stay,
    )


def show_ways_on(
    answer: Answer,
    language: str,
    key: str,
    on_open: Callable[[Span], None],
    on_ask: Callable[[str], None] | None,
) -> None:
    """Offer, where the sources do not answer, what is nearest and a question they do answer.

    Args:
        answer: The abstention.
        language: Language of the page.
        key: Tells one reply on the page from another.
        on_open: What opening the nearest passage does.
        on_ask: Asks the question; without it none is offered, for the talk has gone on.
    """
    nearest = answer.passages[0] if answer.passages else None
    with st.container(horizontal=True):
        if nearest:
            passage = nearest.passage
            st.button(
                say(language, "nearest"),
                key=f"{key}-nearest",
                icon=":material/article:",
                on_click=on_open,
                args=((passage.document_id, passage.start, passage.end),),
            )
        if on_ask and answer.suggestion:
            st.button(
                say(language, "try_instead", question=plain(answer.suggestion)),
                key=f"{key}-instead",
                on_click=on_ask,
                args=(answer.suggestion,),
            )


def show_question(question: str) -> None:
    """Show a question as it was asked."""
    st.html(f'<p class="tt-asked">{escape(question)}</p>')


def span_of(citation: Citation) -> Span:
    """Return the span of a citation."""
    return (citation.document_id, citation.start, citation.end)


def shortened(text: str, parts: Sequence[str] = (" ", "\n")) -> str:
    """Return the beginning of a passage, cut where it can be."""
    if len(text) <= _NEAR:
        return text
    cut = max(text.rfind(part, 0, _NEAR) for part in parts)
    return f"{text[: cut if cut > 0 else _NEAR]} …"


def _stay() -> None:
    """Do nothing: there is no button to stop what is not being answered."""


def _shown(turn: Turn) -> tuple[Claim, ...]:
    return turn.answer.shown if turn.answer else turn.claims


def _nearest(answer: Answer) -> dict[str, str] | None:
    if not answer.passages:
        return None
    nearest = answer.passages[0]
    return {"text": shortened(nearest.passage.text), "language": nearest.language or "en"}
