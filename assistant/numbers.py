"""Numbers and dates that a text states, comparable across languages, scripts and eras."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.dates import DateSpan, find_dates
from sources import normalise

# A number joined to a name (COVID-19, G20) is part of the name, no quantity.
_DIGITS = re.compile(
    r"(?<![A-Za-z\u0e00-\u0e7f][-–])(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(st|nd|rd|th)?(?!\d)"
)
_THAI_ORDINAL = re.compile(r"ที่\s*$|มาตรา\s*$|ข้อ\s*$")
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ENGLISH = {word: value for value, word in enumerate(_CARDINALS.split(), 1)}
_ENGLISH_ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
_ENGLISH_WORD = re.compile(rf"\b({'|'.join([*_ENGLISH, *_ENGLISH_ORDINALS])})\b")
_THAI_CARDINALS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
_THAI = {word: value for value, word in enumerate(_THAI_CARDINALS, 1)}
_COUNTED = "ฉบับ|กลุ่ม|ประเทศ|คน|ครั้ง|วัน|ปี|เดือน|เรื่อง|แห่ง|ข้อ|ด้าน"
_THAI_WORD = re.compile(rf"(ที่)?({'|'.join(_THAI)})(?={_COUNTED}|\s|$)|(?:{_COUNTED})(แรก)")


_WITHIN = 0.3


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states in figures.

    Attributes:
        dates: The dates, as written.
        numbers: Cardinal numbers, dates apart, in plain digits.
        ordinals: Ordinal numbers: first, ที่ 3, 53rd.
    """

    dates: tuple[DateSpan, ...] = ()
    numbers: frozenset[str] = field(default_factory=frozenset)
    ordinals: frozenset[str] = field(default_factory=frozenset)


def stated(text: str) -> Stated:
    """Find the dates and numbers of a text in either language, in digits or in words."""
    plain = normalise(text).text.casefold()
    dates = tuple(find_dates(plain))
    for date in reversed(dates):
        plain = f"{plain[: date.start]} . {plain[date.end :]}"
    numbers: set[str] = set()
    ordinals: set[str] = set()
    for match in _DIGITS.finditer(plain):
        ordinal = match.group(2) or _THAI_ORDINAL.search(plain[: match.start()])
        (ordinals if ordinal else numbers).add(match.group(1).replace(",", ""))
    for match in _ENGLISH_WORD.finditer(plain):
        word = match.group()
        if word in _ENGLISH:
            numbers.add(str(_ENGLISH[word]))
        else:
            ordinals.add(str(_ENGLISH_ORDINALS[word]))
    for match in _THAI_WORD.finditer(plain):
        if match.group(3):
            ordinals.add("1")
        else:
            (ordinals if match.group(1) else numbers).add(str(_THAI[match.group(2)]))
    return Stated(dates, frozenset(numbers), frozenset(ordinals))


def strange(asked: Stated, shown: Stated) -> float:
    """Return the share of the dates and numbers of one text that another lacks; 0 if none.

    A day that only lies within a range of days counts as lacking in part.
    """
    missing = [_distance(date, shown.dates) for date in asked.dates]
    missing += [float(number not in shown.numbers | shown.ordinals) for number in asked.numbers]
    missing += [float(number not in shown.ordinals) for number in asked.ordinals]
    return sum(missing) / len(missing) if missing else 0.0


def _distance(date: DateSpan, others: Sequence[DateSpan]) -> float:
    if any(agree(date, other, within=False) for other in others):
        return 0.0
    return _WITHIN if any(agree(date, other) for other in others) else 1.0


def agree(one: DateSpan, other: DateSpan, *, within: bool = True) -> bool:
    """Tell whether two dates may be the same, parts that either leaves out aside.

    Args:
        one: A date.
        other: Another.
        within: Whether a day inside a range of days agrees with it.
    """
    for part in ("month", "year"):
        a, b = getattr(one, part), getattr(other, part)
        if a is not None and b is not None and a != b:
            return False
    if one.days is None or other.days is None:
        return True
    if within:
        return other.days[0] <= one.days[0] and one.days[1] <= other.days[1]
    return one.days == other.days
