"""HTML page: the article in it, without menus and advertisements.

trafilatura finds the article, its title and date: best of the open extractors in published
comparisons, maintained, no browser. Fragments from feeds are article throughout: for them the
standard library's parser is enough.
"""

import re
from datetime import date
from html.parser import HTMLParser

from sources import problems
from sources.blob import Blob
from sources.calendar import dateline, parse_date
from sources.document import Document
from sources.encoding import decode
from sources.errors import SourceError
from sources.prose import headline, shorten, tidy

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_RULE = re.compile(r"(?m)^\|(?:[ :]*-+[ :]*\|)+[ ]*\n?")
_ROW = re.compile(r"(?m)^\|[ ]*(.*?)[ ]*\|[ ]*$")
# Every other element begins a new paragraph.
_INLINE = re.compile(
    "a|abbr|b|big|cite|code|em|font|i|img|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|time"
    "|tt|u|wbr"
)
_SILENT = frozenset(("script", "style", "template"))


def read_html(blob: Blob) -> Document:
    """Read the article of a page.

    Raises:
        SourceError: There is no article in the page, or its encoding cannot be told.
    """
    from trafilatura import bare_extraction

    page = decode(blob.data, blob.name, blob.charset or declared_charset(blob.data))
    found = bare_extraction(
        _without_declaration(page),
        url=blob.origin if "://" in blob.origin else None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _paragraphs(getattr(found, "text", None) or "")
    if not text:
        raise SourceError(problems.NO_ARTICLE, name=blob.name)
    title = shorten(getattr(found, "title", None) or headline(text, blob.name), 200)
    return Document.create(
        title=title,
        text=text.removeprefix(f"{title}\n\n"),
        origin=blob.origin,
        published=_published(getattr(found, "date", None), text),
    )


def declared_charset(data: bytes) -> str | None:
    """Return the encoding that a page or feed declares in its first bytes."""
    match = _META_CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:4096])
    return match[1].decode("ascii") if match else None


def _without_declaration(page: str) -> str:
    # lxml refuses decoded text that still names an encoding.
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", page)


def _published(found: str | None, text: str) -> date | None:
    return (parse_date(found) if found else None) or dateline(text)


def _paragraphs(text: str) -> str:
    """Turn trafilatura's one block a line into paragraphs; lists and tables stay together."""
    text = _ROW.sub(r"\1", _mark_rows(_RULE.sub("", text)))
    return tidy(text)


def _mark_rows(text: str) -> str:
    together = re.compile(r"- |\|")
    parts: list[str] = []
    before = ""
    for line in text.split("\n"):
        same = together.match(line) and together.match(before) and line[0] == before[0]
        parts.append(("\n" if same else "\n\n") + line)
        before = line
    return "".join(parts)


def fragment_text(fragment: str) -> str:
    """Return the text of a piece of HTML, one paragraph for each block in it."""
    collector = _Collector()
    collector.feed(fragment)
    collector.close()
    return tidy(re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", "".join(collector.parts)))


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self._divide(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        self._divide(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _divide(self, tag: str) -> None:
        if tag == "br":
            self.parts.append("\n")
        elif not _INLINE.fullmatch(tag):
            self.parts.append("\n\n")
