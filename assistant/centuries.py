"""Centuries and decades of a text, in either language and era, as years."""

import re
from collections.abc import Iterator

Years = tuple[int, int]  # first and last, Gregorian

BUDDHIST_OFFSET = 543  # years
BUDDHIST_FROM = 2200  # from which a year without its era is of the Buddhist one
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_ORDINALS = {word: place for place, word in enumerate(_WORDS.split(), 1)}
_ENGLISH = re.compile(
    rf"(?i)\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(reversed(_ORDINALS))}))[- ]centur(?:y|ies)\b"
    r"(\s+(?:b\.?c\.?|before christ))?"
)
# A decade without its century is one of the twentieth, if it is not somebody's age.
_ENGLISH_DECADE = re.compile(
    r"(?i)\b(?P<full>(?:1[0-9]|20)\d0)['’]?s\b"
    r"|(?<!their )(?<!his )(?<!her )(?:\bthe (?:early |mid[ -]|late )?|(?<![\w’'])['’])"
    r"(?P<short>[2-9]0)['’]?s\b"
)
_THAI_DECADE = re.compile(
    r"(?:(?:ยุค|ช่วง)?(?:คริสต์)?ทศวรรษ(?:ที่)?|ยุค)\s?(?:ปี\s?)?(?:ค\.\s?ศ\.\s?|พ\.\s?ศ\.\s?)?"
    r"(?P<full>(?:1[0-9]|2[0-5])\d0)(?!\d)"
    r"|(?:(?:ยุค|ช่วง)?(?:คริสต์)?ทศวรรษ(?:ที่)?|ยุค)\s?(?:ปี\s?)?(?P<short>[2-9]0)(?!\d)"
)
_DECADE = 10  # years
_SHORT_DECADES = 1900
_THAI = re.compile(r"(พุทธ|คริสต์)?ศตวรรษที่\s?(\d{1,2})(?!\d)(\s?ก่อนคริสต์)?")


def find_centuries(text: str) -> Iterator[tuple[int, int, Years]]:
    """Yield where the centuries of a normalised text stand, each with its years.

    A century before Christ has negative years.
    """
    for match in _ENGLISH.finditer(text):
        number = int(match[1] or _ORDINALS[match[2].casefold()])
        yield match.start(), match.end(), _years(number, before=bool(match[3]))
    for match in _THAI.finditer(text):
        first, last = _years(int(match[2]), before=bool(match[3]))
        offset = BUDDHIST_OFFSET if match[1] == "พุทธ" else 0
        yield match.start(), match.end(), (first - offset, last - offset)


def find_decades(text: str) -> Iterator[tuple[int, int, Years]]:
    """Yield where the decades of a normalised text stand, each with its years: the 1980s, ยุค 80."""
    for pattern in (_ENGLISH_DECADE, _THAI_DECADE):
        for match in pattern.finditer(text):
            full = match["full"]
            first = int(full) if full else _SHORT_DECADES + int(match["short"])
            first -= BUDDHIST_OFFSET if first >= BUDDHIST_FROM else 0
            yield match.start(), match.end(), (first, first + _DECADE - 1)


def _years(number: int, *, before: bool) -> Years:
    first, last = number * 100 - 99, number * 100
    return (-last, -first) if before else (first, last)
