"""Figures: whether the numbers, ranks and dates of a claim are those of its evidence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from assistant.amounts import amounts, other_rate, same_amount, without_known
from assistant.counted import Counted, counted, ranked
from assistant.dates import DateSpan
from assistant.numbers import agree, stated
from sources import normalise

_PARTS = ("days", "month", "year")
_TWICE = re.compile(r"(?i)\btwice\b")
_ROUNDING = 0.03
_ABOUT = re.compile(
    r"(?i)(?:\b(?:about|around|roughly|approximately|nearly|almost)\s+|ราว|ประมาณ|เกือบ)\s*"
    r"(?P<number>\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|(?:ร้อย|พัน|หมื่น|แสน|ล้าน)+))?)"
)
_FIRST = ("1", "")
_FRACTION = re.compile(
    r"(?i)\b(?:a|one|two|three) (?:third|quarter|fifth|half)s?\b|"
    r"(?:ส่วน|จำนวน|ระดับ|ครึ่ง)หนึ่ง|หนึ่งในสาม|หนึ่งในสี่"
)


def strange_number(claim: str, spoken: str, tiers: Sequence[str], written: str) -> bool:
    """Tell whether a claim states a number or rank that its evidence does not.

    A number must be among those of its unit in the nearest tier that has some of that unit.

    Args:
        claim: The claim.
        spoken: Its language.
        tiers: The evidence, nearest first: what is cited, then with its neighbours.
        written: Its language.
    """
    if other_rate(claim, tiers[0]):
        return True
    tiers = [_TWICE.sub("two times", tier) for tier in tiers]
    known = [stated(tier) for tier in tiers]
    plain = [tier.numbers | tier.ordinals for tier in known]
    measured = [amounts(tier, written) for tier in tiers]
    claim = _FRACTION.sub(" ", _TWICE.sub("two times", claim))
    claim = without_known(_unrounded(claim, tiers[-1]), measured[-1])
    claimed = stated(claim)
    turned = set()
    for value, unit in counted(claim, spoken):
        same = [same_amount(value, unit, some) for some in measured]
        if True in same:
            turned.add(value)
        elif same[0] is False and value in plain[0]:
            return True  # the number is there, but of another unit
    claimed = replace(claimed, numbers=claimed.numbers - turned)
    for count in (counted, ranked):
        there = [count(tier, written) for tier in tiers]
        for value, unit in count(claim, spoken):
            # "First planned" ranks nothing; and what is no number of the whole is none of a part.
            said = value in claimed.numbers | claimed.ordinals and not (
                count is ranked and (value, unit) == _FIRST
            )
            if said and not _met((value, unit), there, plain):
                return not _in_two_words(claimed.numbers, plain[-1])
    if any(number not in plain[-1] for number in claimed.numbers):
        return not _in_two_words(claimed.numbers, plain[-1])
    ranks = [tier.ordinals for tier in known]
    nearest = next((tier for tier in ranks if tier), frozenset[str]())
    lacking = claimed.ordinals - {_FIRST[0]}
    return any(rank not in nearest and rank not in plain[-1] for rank in lacking)


def _unrounded(claim: str, evidence: str) -> str:
    """Return a claim without the numbers that it says are rounded and the evidence nearly has."""
    known = [float(number) for number in stated(evidence).numbers]
    for match in reversed(list(_ABOUT.finditer(claim))):
        for number in stated(match["number"]).numbers:
            if any(abs(float(number) - one) <= _ROUNDING * one for one in known):
                claim = f"{claim[: match.start()]} {claim[match.end() :]}"
    return claim


def _met(one: Counted, there: Sequence[set[Counted]], plain: Sequence[frozenset[str]]) -> bool:
    value, unit = one
    for numbers in there:
        same = {other for other, of in numbers if unit and of and _same_unit(unit, of)}
        if same:
            return value in same or (value, "") in numbers
    return value in plain[-1]


def _same_unit(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _in_two_words(numbers: frozenset[str], known: frozenset[str]) -> bool:
    """Tell whether the numbers that lack add up to one that is there: six hundred and twelve."""
    lacking = [int(number) for number in numbers if number not in known and number.isdigit()]
    every = [int(number) for number in numbers if number.isdigit()]
    return bool(lacking) and all(
        any(str(one + other) in known for other in every if other != one) for one in lacking
    )


def strange_date(claim: str, tiers: Sequence[str]) -> bool:
    """Tell whether a claim states a date or day of the week that its evidence does not.

    Every part that the claim gives must be given by the dates of the nearest tier that has any,
    those that this leaves out by the tiers behind it.
    """
    known = [stated(tier).dates for tier in tiers]
    nearest = next((dates for dates in known if dates), ())
    if any(not _dated(date, nearest, known[-1]) for date in stated(claim).dates):
        return True
    return bool(weekdays(claim) - weekdays(tiers[-1]))


def _dated(date: DateSpan, near: Sequence[DateSpan], far: Sequence[DateSpan]) -> bool:
    given = [part for part in _PARTS if getattr(date, part) is not None]
    for other in near:
        if not agree(date, other):
            continue
        left = [part for part in given if getattr(other, part) is None]
        if len(left) < len(given) and all(_given(date, part, far) for part in left):
            return True
    return False


def _given(date: DateSpan, part: str, dates: Sequence[DateSpan]) -> bool:
    return any(getattr(other, part) == getattr(date, part) for other in dates)


def weekdays(text: str) -> set[int]:
    """Return the days of the week that a text names in either language, Monday 0."""
    plain = normalise(text).text.casefold()
    return {day for name, day in _weekdays() if name(plain)}


@cache
def _weekdays() -> list[tuple[Callable[[str], object], int]]:
    from babel.dates import get_day_names

    names: list[tuple[Callable[[str], object], int]] = []
    for language in ("th", "en"):
        for day, name in get_day_names("wide", locale=language).items():
            word = str(name).casefold()
            pattern = rf"\b{word}s?\b" if language == "en" else word
            names.append((re.compile(pattern).search, int(day)))
    return names
