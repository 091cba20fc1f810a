"""Encoding of a text: what its bytes mean.

UTF-8 and UTF-16 are the standard library's; old Thai files (TIS-620, Windows-874) are told
by their own letters, since detectors take short ones for other alphabets; the rest is left to
charset-normalizer, the detector that requests relies on.
"""

import codecs
import re

from sources import problems
from sources.errors import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As the web's encoding standard reads these labels: the Windows superset of each.
_SUPERSETS = {
    "tis-620": "cp874",
    "tis620": "cp874",
    "windows-874": "cp874",
    "x-windows-874": "cp874",
    "dos-874": "cp874",
    "iso-8859-11": "cp874",
    "iso8859-11": "cp874",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
_THAI_MARK = "[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]"
_THAI_BASE = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
_WELL_PLACED = re.compile(f"(?<={_THAI_BASE}){_THAI_MARK}|[\u0e40-\u0e44](?=[\u0e01-\u0e2e])")
_TO_PLACE = re.compile(f"{_THAI_MARK}|[\u0e40-\u0e44]")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Turn bytes into text; a byte order mark wins, then UTF-8, then the declared encoding.

    Raises:
        SourceError: The bytes are no text, or in an encoding that cannot be told.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, marked, name)
    if is_binary(data):
        raise SourceError(problems.BINARY, name=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    encoding = _known(declared) if declared else None
    if encoding and encoding != "utf-8":
        return data.decode(encoding, "replace")
    return (
        _decode_thai(data)
        or _decode_damaged(data)
        or _decode_western(data)
        or _decode_any(data, name)
    )


def is_binary(data: bytes) -> bool:
    """Tell whether bytes without a byte order mark hold what no text holds."""
    head = data[:65_536]
    if head.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return False
    control = sum(head.count(byte) for byte in (*range(1, 7), *range(14, 27), *range(28, 32)))
    # A stray NUL stands in some text files; a binary one has many.
    return head.count(0) * 100 > len(head) or control * 50 > len(head)


def _known(label: str) -> str | None:
    label = label.strip().strip("\"'").lower()
    try:
        return codecs.lookup(_SUPERSETS.get(label, label)).name
    except LookupError:
        return None


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        said = encoding.removesuffix("-sig").upper()
        raise SourceError(
            problems.BROKEN_TEXT, name=name, encoding=said, place=error.start
        ) from error


def _decode_thai(data: bytes) -> str | None:
    """Decode as Windows-874 if the result reads as Thai: marks and vowels where they belong."""
    try:
        text = data.decode("cp874")
    except UnicodeDecodeError:
        return None
    to_place = len(_TO_PLACE.findall(text))
    if not to_place:
        # Consonants alone never make a Thai text, while accented Latin letters look like them.
        return None
    return text if len(_WELL_PLACED.findall(text)) >= 0.95 * to_place else None


def _decode_damaged(data: bytes) -> str | None:
    """Decode as UTF-8 if far more of its longer sequences are whole than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not character.isascii() for character in text) - broken
    return text if whole >= 10 * broken else None


def _decode_western(data: bytes) -> str | None:
    """Decode as Windows-1252 if it is nearly all ASCII: English with a few quotes and accents."""
    if sum(byte > 127 for byte in data) * 5 > len(data):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _decode_any(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise SourceError(problems.UNKNOWN_ENCODING, name=name)
    return str(best)
