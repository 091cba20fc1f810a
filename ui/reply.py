"""Reply: an answer or an abstention, drawn."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from assistant import Answer, Citation
from ui.components import component
from ui.labels import plain
from ui.strings import say

Span = tuple[str, int, int]  # document, first character, character after the last
_NEAR = 320  # characters shown of the nearest passage


def citations(answer: Answer) -> list[Citation]:
    """Return what an answer cites, in order, each span once: number 1 is the first."""
    cited = (citation for claim in answer.claims for citation in claim.citations)
    return list({(c.document_id, c.start, c.end): c for c in cited}.values())


def lines(answer: Answer) -> list[dict[str, Any]]:
    """Cut an answer into lines, each with the numbers of what it cites.

    A citation belongs to the line that holds its words or its claim, otherwise to the last one.
    """
    texts = [text for text in answer.text.split("\n\n") if text.strip()] or [answer.short]
    drawn: list[dict[str, Any]] = [
        {"text": text, "first": place == 0, "citations": []} for place, text in enumerate(texts)
    ]
    claims = {
        (citation.document_id, citation.start, citation.end): claim.text
        for claim in reversed(answer.claims)
        for citation in claim.citations
    }
    for number, citation in enumerate(citations(answer), 1):
        claim = claims[citation.document_id, citation.start, citation.end]
        homes = (
            line for words in (citation.quote, claim) for line in drawn if words in line["text"]
        )
        next(homes, drawn[-1])["citations"].append(number)
    return drawn


def copied(answer: Answer, language: str) -> str:
    """Return an answer as it is copied, with a line that names its sources."""
    titles = dict.fromkeys(citation.title for citation in citations(answer))
    text = answer.text or answer.short
    return (
        f"{text}\n\n{say(language, 'source_line', titles=' · '.join(titles))}" if titles else text
    )


def show_answer(
    answer: Answer,
    language: str,
    key: str,
    *,
    opened: Span | None,
    latest: bool,
    on_open: Callable[[Span], None],
) -> None:
    """Show the short answer large, its quotes below, and the citations as buttons in the text.

    Args:
        answer: What is shown.
        language: Language of the page.
        key: Tells one answer on the page from another.
        opened: The span that is shown beside the conversation.
        latest: Whether to bring it into view when it first appears.
        on_open: What clicking a citation does.
    """
    cited = citations(answer)
    spans = [span_of(citation) for citation in cited]

    def cite() -> None:
        number = st.session_state[key].cite
        if number and 0 < number <= len(spans):
            on_open(spans[number - 1])

    component("answer")(
        data={
            "language": answer.language,
            "lines": lines(answer),
            "sources": [citation.title for citation in cited],
            "open": say(language, "cite"),
            "copy": {
                "text": copied(answer, language),
                "label": say(language, "copy"),
                "done": say(language, "copied"),
                "failed": say(language, "not_copied"),
            },
            "latest": latest,
            "opened": spans.index(opened) + 1 if opened in spans else 0,
        },
        key=key,
        on_cite_change=cite,
    )


def show_abstention(
    answer: Answer,
    language: str,
    key: str,
    on_open: Callable[[Span], None],
    on_ask: Callable[[str], None],
) -> None:
    """Say that the sources do not answer; offer what is nearest and a question they do answer."""
    st.html(f'<p class="tt-abstained" lang="{answer.language}">{escape(answer.text)}</p>')
    nearest = answer.passages[0] if answer.passages else None
    if nearest:
        text = shortened(nearest.passage.text)
        st.html(f'<p class="tt-near" lang="{nearest.language or "en"}">{escape(text)}</p>')
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
        if answer.suggestion:
            st.button(
                say(language, "try_instead", question=plain(answer.suggestion)),
                key=f"{key}-instead",
                on_click=on_ask,
                args=(answer.suggestion,),
            )


def span_of(citation: Citation) -> Span:
    """Return the span of a citation."""
    return (citation.document_id, citation.start, citation.end)


def shortened(text: str, parts: Sequence[str] = (" ", "\n")) -> str:
    """Return the beginning of a passage, cut where it can be."""
    if len(text) <= _NEAR:
        return text
    cut = max(text.rfind(part, 0, _NEAR) for part in parts)
    return f"{text[: cut if cut > 0 else _NEAR]} …"
