"""Centuries of a text, in either language and era, as years."""

import re
from collections.abc import Iterator

Years = tuple[int, int]  # first and last, Gregorian

BUDDHIST_OFFSET = 543  # years
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
_ORDINALS = {word: place for place, word in enumerate(_WORDS.split(), 1)}
_ENGLISH = re.compile(
    rf"(?i)\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(reversed(_ORDINALS))}))[- ]centur(?:y|ies)\b"
    r"(\s+(?:b\.?c\.?|before christ))?"
)
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


def _years(number: int, *, before: bool) -> Years:
    first, last = number * 100 - 99, number * 100
    return (-last, -first) if before else (first, last)
