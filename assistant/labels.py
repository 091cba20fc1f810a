"""Labels: numbers that are part of a name, in figures or Roman numerals: Super Bowl 50, Apollo 11.

One language ranks what the other only numbers: ซูเปอร์โบว์ลครั้งที่ 50, พระราชินีเอลิซาเบธที่ 2,
ทางหลวงแผ่นดินหมายเลข 168 are Super Bowl 50, Elizabeth II and State Route 168.
"""

import re
from collections.abc import Iterator

from assistant.units import THAI_SHORT, UNITS

_TENS = ("", "X", "XX", "XXX", "XL")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {
    f"{ten}{unit}": str(10 * tens + units)
    for tens, ten in enumerate(_TENS)
    for units, unit in enumerate(_UNITS)
}
# "March 54" would be a date; "In 12 provinces" begins no name, so that two letters are too few.
_LATIN = re.compile(
    r"\b[A-Z][\w’']{2,}[ -](?:(?P<figure>\d{1,4})(?![\d,.:%]*\d|[%\w])|(?P<roman>[XVIL]+)\b)"
)
# In Thai a number that counts has its classifier after it.
_UNIT = "|".join(re.escape(unit) for unit in (*(row[0] for row in UNITS), *THAI_SHORT))
_THAI = re.compile(
    r"[\u0e01-\u0e4e]{3}[ -](?P<figure>\d{1,4})"
    rf"(?=[)\]\"”.,;]|\s+[\u0e01-\u0e4e]|\s*$)(?!\s*(?:{_UNIT}|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน))"
)
_JOINED = re.compile(r"(?<=[A-Za-z\u0e01-\u0e4e])-(?P<figure>\d{1,4})\b")


def labels(text: str) -> Iterator[str]:
    """Yield the numbers, in plain digits, that a normalised text writes after a name."""
    for pattern in (_LATIN, _THAI, _JOINED):
        for match in pattern.finditer(text):
            found = match.groupdict()
            figure = found["figure"] or _ROMAN.get(found.get("roman") or "")
            if figure:
                yield figure.lstrip("0") or "0"
