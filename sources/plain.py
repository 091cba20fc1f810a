"""Plain text: one file, one document."""

from sources import problems
from sources.blob import Blob
from sources.calendar import dateline
from sources.document import Document
from sources.encoding import decode
from sources.errors import SourceError
from sources.prose import headline, split_paragraphs, tidy


def read_plain(blob: Blob) -> Document:
    """Read plain text in any common encoding; the first line is the title.

    Raises:
        SourceError: It is binary, in an unknown encoding, or blank.
    """
    text = split_paragraphs(tidy(decode(blob.data, blob.name, blob.charset)))
    return article(blob, text)


def article(blob: Blob, text: str, title: str = "") -> Document:
    """Make the document of a source that tells nothing but its text and perhaps its title.

    Raises:
        SourceError: The text is blank.
    """
    if not text:
        raise SourceError(problems.NO_TEXT, name=blob.name)
    return Document.create(
        title=title or headline(text, blob.name),
        text=text,
        origin=blob.origin,
        published=dateline(text),
    )
