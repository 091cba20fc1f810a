"""Limits: the numbers and times of a text as ranges of values, so that limits can be held.

"At least 18 years", ไม่เกิน 30 วัน and "after 1920" are ranges open at one end; a plain number is
a range of no width, a year one of twelve months.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import inf

from assistant.counted import Placed, placed
from assistant.dates import DateSpan
from assistant.numbers import stated
from sources import normalise

TIME = "date"
_DAYS = {"วัน": 1.0, "สัปดาห์": 7.0, "เดือน": 30.4, "ปี": 365.0, "ชั่วโมง": 1 / 24, "นาที": 1 / 1440}
_LENGTHS = {"เซนติเมตร": 0.01, "เมตร": 1.0, "กิโลเมตร": 1000.0}
_Rows = tuple[tuple[str, int, bool], ...]  # words, 1 for a least or -1 for a most, itself included
_BEFORE: _Rows = (
    (r"ไม่เกิน|อย่างมาก|สูงสุด|มากสุด|ภายใน|\b(?:at most|up to|no more than|not more than|within|"
     r"maximum of|no later than|not earlier than)", -1, True),
    (r"อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|ตั้งแต่|\b(?:at least|no less than|not less than|no fewer than|"
     r"not later than|minimum of)", 1, True),
    (r"ไม่ถึง|ต่ำกว่า|น้อยกว่า|เล็กกว่า|\b(?:under|below|less than|fewer than|lower than|shorter than|"
     r"younger than)", -1, False),
    (r"เกิน|มากกว่า|สูงกว่า|กว่า|นานกว่า|\b(?:over|above|more than|exceed\w*|higher than|longer than|"
     r"greater than|older than|beyond)", 1, False),
)  # fmt: skip
_NOT_EXCEED = re.compile(r"\b(?:not|n't|never) exceed|\b(?:may not|no)\b[^,.]*\bmore than")
_AFTER = (
    (re.compile(r"\S{0,14}\s?ขึ้นไป|[\s\w-]{0,14}\b(?:or more|or older|or over|and over)\b"), 1),
    (
        re.compile(
            r"\S{0,14}\s?(?:ลงมา|หรือน้อยกว่า)|[\s\w-]{0,14}\b(?:or less|or fewer|or younger)\b"
        ),
        -1,
    ),
)
_TIMES: _Rows = (
    (r"ก่อน|\b(?:before|earlier than|prior to)", -1, False),
    (r"หลัง(?:จาก)?|นับแต่|\b(?:after|later than)", 1, False),
    (r"ตั้งแต่|นับ(?:ตั้ง)?แต่|\b(?:since|from|starting in|onwards from|as from)", 1, True),
    (r"ภายใน|\bby", -1, True),
)
_NEAR, _WIDER = 14, 32  # characters before a number that may set a limit
_TO = re.compile(r"\s*(?:(?:[a-z]+|[\u0e01-\u0e4e]{2,8}?)\s?)?(?P<to>-|–|ถึง|จนถึง|to|and)\s*")
_BETWEEN = re.compile(r"ระหว่าง|ตั้งแต่|อายุ|\bbetween\b|\bfrom\b|\baged\b")
_MOST = re.compile(
    r"ส่วนใหญ่|ส่วนมาก|\b(?:most|(?:the|a) majority) of\b"
    r"|\b(?:do|does|did|are|were|have|will) most (?=\w+s\b)"
)
_HALF = re.compile(r"ครึ่ง|กึ่งหนึ่ง|\bhalf\b")
_SHARE = re.compile(
    r"(?P<one>หนึ่ง|สอง|สาม|\b(?:one|two|three|a)\b)(?:ใน| (?:\w+ )?in | |-)"
    r"(?P<of>สาม|สี่|ห้า|(?:third|quarter|fourth|fifth|tenth|four|five|three)s?\b)"
)
_SHARES = {
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "tenth": 10,
}
_SHARES |= {"four": 4, "five": 5, "three": 3}
_COUNTS = {"หนึ่ง": 1, "one": 1, "a": 1, "สอง": 2, "two": 2, "สาม": 3, "three": 3}
_ONE = re.compile(r"(?<=than )an? (?P<unit>day|week|month|year|hundred|thousand|million)\b")
_ONES = {"day": "วัน", "week": "สัปดาห์", "month": "เดือน", "year": "ปี"}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6}
# The number of an item, and one of several.
_NO_AMOUNT = re.compile(r"\d{1,2}\)|หนึ่งใน|one (?:of|in|day|side|party|country)\b")
_AGED = re.compile(r"อายุ\S{0,12}\s?$")
_OLD = re.compile(r"\s?-?(?:year-olds?|years? old|years of age|ขวบ)")
_SLACK = 0.001


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or time as a range.

    Attributes:
        start: First character in its text.
        end: Character after the last.
        low: Least value; times in years, lengths of time in days, others in their unit.
        high: Greatest value.
        unit: What is counted, in one spelling for both languages; ``date`` for times.
        limit: Whether words set a limit, or two numbers a range.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    limit: bool = False

    def within(self, other: "Amount") -> bool:
        """Tell whether all of this lies in another."""
        slack = _SLACK * max(1.0, abs(self.low) if abs(self.low) != inf else 1.0)
        if self.unit == TIME:
            slack = _SLACK
        return other.low - slack <= self.low and self.high <= other.high + slack


@lru_cache(maxsize=1_024)
def limits(text: str, language: str) -> tuple[Amount, ...]:
    """Return the amounts of a text, in order."""
    plain = normalise(text).text.casefold()
    dates = stated(text).dates
    blank = list(plain)
    for date in dates:
        blank[date.start : date.end] = "." * (date.end - date.start)
    undated = "".join(blank)
    found = [*_shares(undated), *_numbers(undated, language), *_dated(plain, dates)]
    return tuple(_ranges(plain, sorted(found, key=lambda one: one.start)))


def _shares(text: str) -> Iterator[Amount]:
    for match in _HALF.finditer(text):
        yield _limited(text, Amount(match.start(), match.end(), 50, 50, "%"))
    for match in _SHARE.finditer(text):
        of = match["of"] if match["of"] in _SHARES else match["of"].removesuffix("s")
        share = 100 * _COUNTS[match["one"]] / _SHARES[of]
        yield _limited(text, Amount(match.start(), match.end(), share, share, "%"))
    for match in _MOST.finditer(text):
        yield Amount(match.start(), match.end(), 50.0 + _SLACK, 100.0, "%", limit=True)
    for match in _ONE.finditer(text):
        thai = _ONES.get(match["unit"], "")
        value = _DAYS[thai] if thai else _SCALES[match["unit"]]
        yield _limited(text, Amount(*match.span(), value, value, "days" if thai else ""))


def _numbers(text: str, language: str) -> Iterator[Amount]:
    shares = [match.span() for match in _SHARE.finditer(text)]
    for number in placed(text, language):
        if any(a <= number.start < b for a, b in shares) or _NO_AMOUNT.match(text, number.start):
            continue
        value, unit = _in_one_unit(text, number)
        yield _limited(text, Amount(number.start, number.end, value, value, unit))


def _in_one_unit(text: str, number: Placed) -> tuple[float, str]:
    value, unit = float(number.number), number.unit
    if (_AGED.search(text[: number.start]) and not unit) or _OLD.match(text, number.digits):
        unit = "ปี"
    if unit == "หลัง" and text.startswith("คาเรือน", number.end):
        unit = "ครัวเรือน"
    if unit in _DAYS:
        return value * _DAYS[unit], "days"
    if unit in _LENGTHS:
        return value * _LENGTHS[unit], "metres"
    return value, unit


def _dated(text: str, dates: tuple[DateSpan, ...]) -> Iterator[Amount]:
    for date in dates:
        if not date.year:
            continue
        low, high = float(date.year), date.year + 1.0
        if date.month:
            low += (date.month - 1) / 12
            high = low + 1 / 12
            if date.days:
                low, high = low + (date.days[0] - 1) / 372, low + date.days[1] / 372
        amount = Amount(date.start, date.end, low + 1e-4, high - 1e-4, TIME)
        if date.days and date.days[0] != date.days[1]:
            yield amount
            continue
        yield _bounded(amount, text[max(0, date.start - _NEAR) : date.start], _TIMES)


def _limited(text: str, amount: Amount) -> Amount:
    for pattern, way in _AFTER:
        if pattern.match(text, amount.end):
            return _open(amount, way, closed=True)
    if _NOT_EXCEED.search(text[max(0, amount.start - _WIDER) : amount.start]):
        return _open(amount, -1, closed=True)
    return _bounded(amount, text[max(0, amount.start - _NEAR) : amount.start], _BEFORE)


def _bounded(amount: Amount, before: str, rows: _Rows) -> Amount:
    """Set the limit whose words stand nearest before an amount; of equals the first."""
    best: tuple[int, int, bool] | None = None
    for words, way, closed in rows:
        for match in re.finditer(words, before):
            if best is None or match.end() > best[0]:
                best = match.end(), way, closed
    return _open(amount, best[1], closed=best[2]) if best else amount


def _open(amount: Amount, way: int, *, closed: bool) -> Amount:
    """Return an amount without its upper (1) or lower end (-1), itself left out unless closed."""
    if amount.unit == TIME:
        if way > 0:
            return replace(amount, low=amount.low if closed else amount.high, high=inf, limit=True)
        return replace(amount, low=-inf, high=amount.high if closed else amount.low, limit=True)
    edge = 0.0 if closed else 2 * _SLACK * max(1.0, abs(amount.low))
    if way > 0:
        return replace(amount, low=amount.low + edge, high=inf, limit=True)
    return replace(amount, low=-inf, high=amount.high - edge, limit=True)


def _ranges(text: str, found: list[Amount]) -> Iterator[Amount]:
    """Join the two ends of a range: from 8 to 15 households."""
    joined: set[int] = set()
    for number, (one, other) in enumerate(pairwise(found)):
        units = {one.unit, other.unit} - {""}
        to = _TO.fullmatch(text[one.end : other.start])
        before = text[max(0, one.start - _NEAR) : one.start]
        spoken = to and (to["to"] != "and" or _BETWEEN.search(before))
        if not spoken or len(units) > 1 or (TIME in units and one.unit != other.unit):
            continue
        high = other.high if other.high != inf else other.low
        low = min(_least(text, one, other), high)
        yield Amount(one.start, other.end, low, high, units.pop() if units else "", True)
        joined |= {number, number + 1}
    yield from (one for number, one in enumerate(found) if number not in joined)


def _least(text: str, one: Amount, other: Amount) -> float:
    value = one.low if one.low != -inf else one.high
    if one.unit == "" and other.unit == "days":  # the unit stands once: 8 to 15 days
        words = text[other.start : other.end + _NEAR]
        english = next((thai for name, thai in _ONES.items() if name in words), "")
        unit = english or next((thai for thai in _DAYS if thai in words), "วัน")
        return value * _DAYS[unit]
    return value
