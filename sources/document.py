"""Document: one stored article, the text that every offset points into."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

_THAI = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored; build it with `Document.create`.

    Attributes:
        id: Hash of everything below but origin and location: the same content has the same id.
        title: Headline, plain text.
        language: ``th`` or ``en``: the language most of the text is in.
        text: Plain text, paragraphs separated by a blank line; citations are
            half-open character ranges of it.
        origin: Where it came from, for a reader: a path, an address, or a line of words.
        published: Day of publication in the Gregorian calendar, if known.
        location: Path or address it was read from: a document from the same place is an older
            or newer version of it. The origin where there is none.
        edition: Key that this article's editions in other languages share, if any; their
            paragraphs correspond one to one.
    """

    id: str
    title: str
    language: str
    text: str
    origin: str
    published: date | None = None
    edition: str | None = None
    location: str = ""

    @classmethod
    def create(
        cls,
        *,
        title: str,
        text: str,
        origin: str,
        language: str | None = None,
        published: date | None = None,
        edition: str | None = None,
        location: str | None = None,
    ) -> "Document":
        """Make a document: work out its id and, if not given, its language.

        Halves of characters (lone surrogates), as broken PDFs have them, are replaced: they can
        be neither stored nor encoded.
        """
        title, text = _whole_characters(title), _whole_characters(text)
        language = language or detect_language(text)
        parts = (title, language, str(published or ""), edition or "", text)
        digest = blake2b("\x00".join(parts).encode("utf-8"), digest_size=8)
        return cls(
            digest.hexdigest(),
            title,
            language,
            text,
            origin,
            published,
            edition,
            location or origin,
        )

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Yield the half-open character range of each paragraph, blanks trimmed."""
        yield from paragraph_spans(self.text)


def _whole_characters(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open character ranges of the paragraphs of a text, blanks trimmed."""
    for match in re.finditer(r"\S(?:(?!\n[^\S\n]*\n)[\s\S])*", text):
        yield match.start(), match.start() + len(match.group().rstrip())


def detect_language(text: str) -> str:
    """Tell ``th`` from ``en`` by the letters of the first 20,000 characters.

    Thai text often carries Latin names, so a fifth of Thai letters is enough for ``th``.
    """
    head = text[:20_000]
    thai, latin = len(_THAI.findall(head)), len(_LATIN.findall(head))
    return "th" if thai and thai * 4 >= latin else "en"
