"""Former: words that an answer cites from a source which has changed or gone since."""

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from assistant import Citation, Source, cited, nearest_citation
from index import Index
from ui.reply import Span, span_of
from ui.strings import say
from ui.turn import Turn


def show_former(
    index: Index,
    language: str,
    span: Span,
    turns: Iterable[Turn],
    *,
    on_open: Callable[[Span], None],
    on_close: Callable[[], None],
) -> bool:
    """Show cited words as they were, if their source is not there as it was; tell whether so.

    Args:
        index: Where the sources are.
        language: Language of the page.
        span: What was opened.
        turns: The conversation, which knows what it cited.
        on_open: Opens a span of the version that took the source's place.
        on_close: Closes this.

    Raises:
        StoreError: The index cannot be read.
    """
    found = _find(span, turns)
    if found is None:
        return False
    citation, source = found
    newest = index.latest(citation.document_id, source.location if source else "")
    if newest == citation.document_id:
        return False
    with st.container(border=True, key="tt-former"):
        st.info(say(language, "changed" if newest else "gone"))
        _quote(citation, source)
        with st.container(horizontal=True):
            if newest:
                _offer(index, language, newest, citation, on_open)
            st.button(say(language, "close"), key="close-former", on_click=on_close)
    return True


def _quote(citation: Citation, source: Source | None) -> None:
    spoken = source.language if source else "und"
    st.html(
        f'<p class="tt-title" lang="{spoken}">{escape(citation.title)}</p>'
        f'<p class="tt-near" lang="{spoken}">{escape(citation.quote)}</p>'
    )


def _offer(
    index: Index,
    language: str,
    newest: str,
    citation: Citation,
    on_open: Callable[[Span], None],
) -> None:
    """Offer the version that is there now, at the cited words if it still has them."""
    start = index.document(newest).text.find(citation.quote)
    end = start + len(citation.quote)
    span = (newest, start, end) if start >= 0 else (newest, 0, 0)
    label = say(language, "open_newer_there" if start >= 0 else "open_newer")
    st.button(label, key="open-newer", icon=":material/article:", on_click=on_open, args=(span,))


def _find(span: Span, turns: Iterable[Turn]) -> tuple[Citation, Source | None] | None:
    """Return the citation of a span, and its source as it was."""
    for turn in turns:
        told = turn.kept
        if told is None:
            continue
        near = nearest_citation(told.answer)
        for citation in [*cited(told.shown), *([near] if near else [])]:
            if span_of(citation) == span:
                sources = (s for s in told.sources if s.document_id == citation.document_id)
                return citation, next(sources, None)
    return None
