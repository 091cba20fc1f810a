"""Labels: numbers that are part of a name, in figures or Roman numerals: Super Bowl 50, Apollo 11.

One language ranks what the other only numbers: ซูเปอร์โบว์ลครั้งที่ 50, พระราชินีเอลิซาเบธที่ 2,
ทางหลวงแผ่นดินหมายเลข 168 are Super Bowl 50, Elizabeth II and State Route 168.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.dates import without_dates
from assistant.units import THAI_UNIT

_TENS = ("", "X", "XX", "XXX", "XL")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {
    f"{ten}{unit}": str(10 * tens + units)
    for tens, ten in enumerate(_TENS)
    for units, unit in enumerate(_UNITS)
}
# "March 54" would be a date; "In 12 provinces" begins no name, so that two letters are too few.
_LATIN = re.compile(
    r"\b(?P<name>[A-Z][\w’']{2,})[ -]"
    r"(?:(?P<figure>\d{1,4})(?![\d,.:%]*\d|[%\w])|(?P<roman>[XVIL]+)\b)"
)
# In Thai a number that counts has its classifier after it.
_THAI = re.compile(
    r"(?P<name>[\u0e01-\u0e4e]{3,20})[ -](?P<figure>\d{1,4})"
    rf"(?=[)\]\"”.,;]|\s+[\u0e01-\u0e4e]|\s*$)(?!\s*(?:{THAI_UNIT}|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน))"
)
_JOINED = re.compile(r"(?P<name>[A-Za-z]+|[\u0e01-\u0e4e]{1,20})-(?P<figure>\d{1,4})\b")


def labels(text: str) -> Iterator[str]:
    """Yield the numbers, in plain digits, that a normalised text writes after a name."""
    yield from (number for _, number in _labelled(text, (_LATIN, _THAI, _JOINED)))


def of_another_label(asked: str, passage: str) -> bool:
    """Tell whether a passage has a name of a question with other numbers only: Apollo 11 for 12.

    Only names in Latin letters count, and those joined to their number: after Thai words a figure
    may be a rank.

    Args:
        asked: The question, normalised.
        passage: The passage and its title, normalised.
    """
    wanted = list(_labelled(without_dates(asked), (_LATIN, _JOINED)))
    told: dict[str, set[str]] = {}
    for name, number in _labelled(without_dates(passage), (_LATIN, _JOINED)) if wanted else ():
        told.setdefault(name, set()).add(number)
    return any(name in told and number not in told[name] for name, number in wanted)


def _labelled(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    """Yield names, in lower case, with the numbers that stand after them."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            found = match.groupdict()
            figure = found["figure"] or _ROMAN.get(found.get("roman") or "")
            if figure:
                yield match["name"].casefold(), figure.lstrip("0") or "0"
