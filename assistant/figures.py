"""Figures: whether the numbers, ranks and dates of a claim are those of its evidence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from assistant.amounts import amounts, other_rate, same_amount, strange_amount, without_known
from assistant.counted import Counted, counted, ranked
from assistant.dates import DateSpan
from assistant.numbers import Stated, agree, in_period, stated
from assistant.rounded import exact
from assistant.shares import strange_share
from assistant.worked_out import without_worked_out
from sources import normalise

_PARTS = ("days", "month", "year")
_TWICE = re.compile(r"(?i)\btwice\b")
_BOTH = re.compile(r"ทั้งสอง|(?i:\bthe two\b)")  # counts nothing that is not named
_FIRST = ("1", "")
_NEXT_YEAR = re.compile(
    r"(?i)\b(?:following|next|previous|preceding) year\b|\bthe year (?:before|after)\b|"
    r"\ba year (?:earlier|later|before|after)\b|ปี(?:ถัดมา|ต่อมา|ก่อน|ถัดไป|ที่แล้ว)"
)
_LONGEST_AGO = 99  # years that are counted rather than dated


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
    claim = exact(_TWICE.sub("two times", _BOTH.sub(" ", claim)), spoken, tiers, written)
    claim = without_known(claim, measured[-1])
    claim = without_worked_out(claim, spoken, tiers[0], written)
    if strange_share(claim) or strange_amount(claim, measured[-1]):
        return True
    claimed = stated(claim)
    turned = set()
    for value, unit in counted(claim, spoken):
        same = [same_amount(value, unit, some) for some in measured]
        if True in same:
            turned.add(value)
        elif same[0] is False:
            return True  # all that is measured there is another amount
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
    those that this leaves out by the tiers behind it; a century or decade by a year within it.
    """
    claimed, shown = stated(claim), [stated(tier) for tier in tiers]
    known = [one.dates for one in shown]
    nearest = next((dates for dates in known if dates), ())
    if any(
        not (_dated(date, nearest, known[-1]) or _years_on(date, shown, tiers))
        for date in claimed.dates
    ):
        return True
    if any(not in_period(years, shown[-1]) for years in claimed.centuries):
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


def _years_on(date: DateSpan, shown: Sequence[Stated], tiers: Sequence[str]) -> bool:
    """Tell whether a year follows from another and a number of years: eleven years later."""
    if date.year is None or date.month is not None:
        return False
    for one, text in zip(shown[:2], tiers, strict=False):
        years = {other.year for other in one.dates if other.year is not None}
        away = {int(n) for n in one.numbers if n.isdigit() and int(n) <= _LONGEST_AGO}
        away |= {1} if _NEXT_YEAR.search(text) else set()
        if any(abs(date.year - year) in away for year in years):
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
