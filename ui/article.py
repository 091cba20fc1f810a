"""Article: a source as it is stored, the cited words marked and in view."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise, takewhile
from typing import Any

import streamlit as st
from babel.dates import format_date

from assistant import both_eras
from index import Index
from sources import Document, UnknownDocument
from ui.components import component
from ui.strings import say


def pieces(
    text: str, start: int, end: int, passages: Sequence[int] = ()
) -> list[list[dict[str, Any]]]:
    """Cut a text into paragraphs, and those into pieces inside and outside a marked span.

    Args:
        text: The whole text.
        start: First character of the span.
        end: Character after the last.
        passages: Where passages begin, in order; the piece there has its number, from 1.
    """
    paragraphs = []
    place = number = 0
    for block in text.split("\n\n"):
        parts = []
        last = place + len(block)
        within = takewhile(lambda border: border < last, passages[number:])  # noqa: B023
        borders = [max(border - place, 0) for border in within]
        ends = (min(max(cut - place, 0), len(block)) for cut in (start, end))
        for a, b in pairwise(sorted({0, len(block), *ends, *borders})):
            marked = start <= place + a and place + b <= end
            part: dict[str, Any] = {"text": block[a:b], "mark": marked}
            while number < len(passages) and passages[number] <= place + a:
                number += 1
                part["passage"] = number
            parts.append(part)
        paragraphs.append(parts)
        place = last + 2
    return paragraphs


def day_in_both_eras(day: date, language: str) -> str:
    """Write a day with its year in both eras."""
    head = format_date(day, "d MMMM", locale=language)
    return f"{head} {both_eras(day.year, language)}"


def show_article(
    index: Index,
    language: str,
    document_id: str,
    start: int,
    end: int,
    *,
    key: str,
    on_close: Callable[[], None] | None = None,
    passages: bool = False,
) -> None:
    """Show a document with a span of it marked and, below, the aligned edition's paragraph.

    Args:
        index: Where the document is.
        language: Language of the page.
        document_id: The document.
        start: First character of the span; nothing is marked if the span is empty.
        end: Character after the last.
        key: Tells one article on the page from another.
        on_close: What closing does; without it there is no button to close.
        passages: Whether the passages that are searched are numbered beside the text.
    """
    try:
        document = index.document(document_id)
        twin = index.twin(document_id, start, end) if start < end else None
        borders = [passage.start for passage in index.passages(document_id)] if passages else []
    except UnknownDocument:  # another reader may remove it at any moment
        st.info(say(language, "gone"))
        return
    data = {
        **_about(document, language),
        "span": f"{document_id}:{start}-{end}",
        "paragraphs": pieces(document.text, start, end, borders),
        "passages": say(language, "passages_marked") if borders else None,
        "close": say(language, "close") if on_close else None,
    }
    if twin is not None:
        label = say(language, f"twin_{twin.language}")
        data["twin"] = {"label": label, "text": twin.text, "language": twin.language}
    component("article")(data=data, key=key, on_close_change=on_close or _stay)


def _about(document: Document, language: str) -> dict[str, Any]:
    web = document.origin.startswith(("http://", "https://"))
    about = ""
    if document.published:
        day = day_in_both_eras(document.published, language)
        about = say(language, "published", date=day) + " · "
    return {
        "title": document.title,
        "language": document.language,
        "about": about,
        "origin": document.origin,
        "link": document.origin if web else None,
    }


def _stay() -> None:
    """Do nothing: an article in the list has no button to close."""
