"""Article: a source as it is stored, the cited words marked and in view."""

from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any

import streamlit as st
from babel.dates import format_date

from assistant import both_eras
from index import Index
from sources import UnknownDocument
from ui.strings import say


def pieces(text: str, start: int, end: int) -> list[list[dict[str, Any]]]:
    """Cut a text into paragraphs, and those into pieces inside and outside a marked span."""
    paragraphs = []
    place = 0
    for block in text.split("\n\n"):
        parts = []
        cuts = sorted({0, len(block), *(min(max(c - place, 0), len(block)) for c in (start, end))})
        for a, b in pairwise(cuts):
            marked = start <= place + a and place + b <= end
            parts.append({"text": block[a:b], "mark": marked})
        paragraphs.append(parts)
        place += len(block) + 2
    return paragraphs


def day_in_both_eras(day: date, language: str) -> str:
    """Write a day with its year in both eras."""
    head = format_date(day, "d MMMM", locale=language)
    return f"{head} {both_eras(day.year, language)}"


def show_article(
    index: Index, language: str, document_id: str, start: int, end: int, *, key: str
) -> None:
    """Show a document with a span of it marked; nothing is marked if the span is empty."""
    try:
        document = index.document(document_id)
    except UnknownDocument:
        st.info(say(language, "gone"))
        return
    about = [say(language, "origin", origin=document.origin)]
    if document.published:
        day = day_in_both_eras(document.published, language)
        about.insert(0, say(language, "published", date=day))
    data: dict[str, Any] = {
        "title": document.title,
        "language": document.language,
        "about": " · ".join(about),
        "paragraphs": pieces(document.text, start, end),
    }
    twin = index.twin(document_id, start, end) if start < end else None
    if twin is not None:
        label = say(language, f"twin_{twin.language}")
        data["twin"] = {"label": label, "text": twin.text, "language": twin.language}
    _component()(data=data, key=key)


@st.cache_resource(show_spinner=False)
def _component() -> Any:  # noqa: ANN401 (a Streamlit renderer)
    folder = files("ui").joinpath("assets")
    return st.components.v2.component(
        "thamtop_article",
        html='<div class="article" tabindex="0" role="document"></div>',
        css=folder.joinpath("article.css").read_text("utf-8"),
        js=folder.joinpath("article.js").read_text("utf-8"),
    )
