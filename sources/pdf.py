"""PDF file: its text, with lines joined to paragraphs again.

pypdf reads it: pure Python, BSD, maintained and typed; PyMuPDF is AGPL, pdfminer slower.
"""

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from sources import problems
from sources.blob import Blob
from sources.document import Document
from sources.errors import SourceError
from sources.plain import article
from sources.prose import join_lines, shorten, tidy

if TYPE_CHECKING:
    from pypdf import PdfReader

# What it finds wrong is told to the reader in one sentence, not in the log of the server.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_LEAST_LETTERS = 10
_PAGE_NUMBER = re.compile(r"(?i)[\W_]*(?:page|หน้า)?[\W_]*[\d๐-๙]{1,4}(?:\s*(?:/|of)\s*\d+)?[\W_]*")
# Names that programs write when the author gave no title.
_NO_TITLE = re.compile(r"(?i)(microsoft \w+ - .*|untitled.*|.*\.(docx?|odt|indd|pdf|rtf|pptx?))")
_SENTENCE_END = re.compile(r"[.!?:;”\"’)]\Z")
# Thai marks and sara am never begin a word: a blank before one comes from the page's layout.
_LOOSE_MARK = re.compile(
    "(?<=[\u0e01-\u0e4e]) +(?=[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\uf701-\uf71a])"
)


@dataclass(slots=True)
class _Line:
    """One printed line: its text, and how high it stands on the page, in points if known."""

    text: str = ""
    height: float | None = None


def read_pdf(blob: Blob) -> Document:
    """Read a PDF file; the title is its property, or its first line.

    Raises:
        SourceError: The file is damaged or locked, or its pages are pictures.
    """
    reader = _open(blob)
    try:
        pages = [_lines(page) for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "").strip()
    except Exception as error:  # pypdf raises what its parsing of a damaged object meets
        raise _damaged(blob) from error
    text = tidy("\n\n".join(_paragraphs(_without_margins(pages))))
    if sum(character.isalnum() for character in text) < _LEAST_LETTERS:
        raise SourceError(problems.PICTURES, name=blob.name)
    return article(blob, text, "" if _NO_TITLE.fullmatch(title) else shorten(title, 200))


def _open(blob: Blob) -> "PdfReader":
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(blob.data))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except DependencyError:
        locked = True
    except Exception as error:
        raise _damaged(blob) from error
    if locked:
        raise SourceError(problems.LOCKED_PDF, name=blob.name)
    return reader


def _damaged(blob: Blob) -> SourceError:
    return SourceError(problems.BROKEN_PDF, name=blob.name)


def _lines(page: Any) -> list[_Line]:  # noqa: ANN401 (pypdf's PageObject, imported late)
    lines = [_Line()]

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        height = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append(_Line())
            lines[-1].text += part
            if part.strip() and lines[-1].height is None:
                lines[-1].height = height

    page.extract_text(visitor_text=visit)
    for line in lines:
        line.text = _LOOSE_MARK.sub("", line.text)
    return [line for line in lines if line.text.strip()]


def _without_margins(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Drop page numbers, and first and last lines that most pages share but for figures."""
    edges = Counter(_masked(line.text) for page in pages for line in page[:1] + page[1:][-1:])
    repeated = {edge for edge, count in edges.items() if count > max(2, len(pages) / 2)}

    def is_margin(line: _Line) -> bool:
        return bool(_PAGE_NUMBER.fullmatch(line.text)) or _masked(line.text) in repeated

    kept: list[list[_Line]] = []
    for page in pages:
        first = 1 if page and is_margin(page[0]) else 0
        last = len(page) - (1 if len(page) > first and is_margin(page[-1]) else 0)
        kept.append(page[first:last])
    return kept


def _masked(text: str) -> str:
    return re.sub(r"[\d๐-๙]+", "#", text).strip()


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    paragraphs: list[str] = []
    width, gap = _usual_width(pages), _usual_gap(pages)
    before: _Line | None = None
    for page in pages:
        for number, line in enumerate(page):
            if before is not None and not _breaks(before, line, width, gap if number else None):
                paragraphs[-1] = join_lines(paragraphs[-1], line.text)
            else:
                paragraphs.append(line.text)
            before = line
    return paragraphs


def _breaks(before: _Line, line: _Line, width: float, gap: float | None) -> bool:
    """Tell whether a paragraph ends between two lines; `gap` is None across a page's end."""
    text = before.text.strip()
    if text.endswith(("-", "\u00ad")):
        return False
    if gap and before.height is not None and line.height is not None:
        distance = before.height - line.height
        if distance > 1.4 * gap or distance < 0:
            return True
    # A last line is seldom full; one that ends a sentence need fall less short of the margin.
    return len(text) < (0.85 if _SENTENCE_END.search(text) else 0.6) * width


def _usual_width(pages: list[list[_Line]]) -> float:
    lengths = sorted(len(line.text.strip()) for page in pages for line in page)
    return lengths[len(lengths) * 9 // 10] if lengths else 0.0


def _usual_gap(pages: list[list[_Line]]) -> float:
    gaps: list[float] = []
    for page in pages:
        heights = [line.height for line in page if line.height is not None]
        gaps += [above - below for above, below in pairwise(heights) if above > below]
    # Lines of one paragraph stand closest together, and at least half of all gaps are theirs.
    return median(sorted(gaps)[: (len(gaps) + 1) // 2]) if gaps else 0.0
