"""Word file (.docx): paragraphs and tables in their order.

python-docx reads it: the standard library of its field, maintained and typed.
"""

import io
import zipfile
from typing import TYPE_CHECKING

from sources import problems
from sources.blob import Blob
from sources.document import Document
from sources.errors import SourceError
from sources.plain import article
from sources.prose import shorten, tidy

if TYPE_CHECKING:
    from docx.table import Table as WordTable

# Bytes. A book of two thousand pages has half of this as XML, which takes ten times as much memory
# when it is parsed; pictures and attachments are only carried along.
_MOST_PARSED = 50_000_000
_MOST_UNPACKED = 300_000_000
_CARRIED = ("word/media/", "word/embeddings/")
_BODY = "word/document.xml"
# What tells the other documents that are ZIP archives: Excel, PowerPoint, OpenDocument, EPUB.
_OTHER_BODIES = {"xl/workbook.xml", "ppt/presentation.xml", "content.xml", "META-INF/container.xml"}


def is_word(data: bytes) -> bool:
    """Tell whether bytes are a ZIP archive with the body of a Word file in it."""
    return _BODY in _names(data)


def is_other_document(data: bytes) -> bool:
    """Tell whether bytes are a spreadsheet, slides, an OpenDocument file or an EPUB."""
    return not _OTHER_BODIES.isdisjoint(_names(data))


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return []


def read_word(blob: Blob) -> Document:
    """Read a Word file; the title is its property, or its first title or heading.

    Raises:
        SourceError: The file is damaged, or has no text.
    """
    _check_size(blob)
    try:
        text, title = _text_and_title(blob.data)
    except Exception as error:  # zipfile, lxml and python-docx each have their own on damage
        raise damaged(blob) from error
    return article(blob, tidy(text), shorten(title, 200))


def damaged(blob: Blob) -> SourceError:
    """Make the error for a file that is no whole Word file."""
    return SourceError(problems.BROKEN_WORD, name=blob.name)


def _check_size(blob: Blob) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise damaged(blob) from error
    parsed = [entry for entry in entries if not entry.filename.startswith(_CARRIED)]
    for counted, most in ((parsed, _MOST_PARSED), (entries, _MOST_UNPACKED)):
        if sum(entry.file_size for entry in counted) > most:
            raise SourceError(problems.UNPACKS_TOO_LARGE, name=blob.name, limit=most / 1e6)


def _text_and_title(data: bytes) -> tuple[str, str]:
    import docx
    from docx.table import Table

    file = docx.Document(io.BytesIO(data))
    parts: list[str] = []
    heading = ""
    for item in file.iter_inner_content():
        if isinstance(item, Table):
            parts.append(_table_text(item))
            continue
        parts.append(item.text)
        style = (item.style.name or "") if item.style else ""
        if not heading and style.startswith(("Title", "Heading")):
            heading = " ".join(item.text.split())
    return "\n\n".join(parts), " ".join(file.core_properties.title.split()) or heading


def _table_text(table: "WordTable") -> str:
    """Return a line for each row, cells divided by bars; a merged cell is told once."""
    lines: list[str] = []
    for row in table.rows:
        cells: dict[int, str] = {}
        for cell in row.cells:
            cells.setdefault(id(cell._tc), " ".join(cell.text.split()))
        lines.append(" | ".join(cells.values()))
    return "\n".join(line for line in lines if line.strip(" |"))
