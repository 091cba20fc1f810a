"""Worked out: numbers of a claim that follow from those of its evidence by one simple sum.

287 points beat 271 by 16; of 61 cases 48 are settled and 13 are not; if one pays 55 percent and
another 30, 15 are left; 1,800 tonnes a year for 5 years are 9,000; a third of 180 million is 60.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assistant.counted import Placed, placed
from assistant.dates import find_dates
from assistant.hedges import undated
from assistant.numbers import stated
from assistant.shares import shares_in

_TIMES = re.compile(
    r"(?i)\b(?P<double>double[ds]?|doubling)\b|\b(?P<thrice>thrice|tripled?|trebled?)\b|"
    r"\b(?P<many>\w+|\d+) times\b(?! (?:a|per|each|every)\b)|"
    r"(?P<thai>[\d.]+|\S{3,6}?)\s?เท่า(?!ไร|ไหร่|ใด|กับ|นั้น|ที่|เดิม)"
)
_RATE = re.compile(r"(?i)\b(?:per|each|an?|every)\s(?=[a-z]+)|ละ|ต่อ")
_DOUBLE = re.compile(r"(?i)\b(?:doubl\w+|two times)\b|(?:สอง|2)\s?เท่า")
_CHANGES = re.compile(r"(?i)(?:\bfrom|จาก)[^\d.;]{0,24}$")
_TO = re.compile(r"(?i)^[^\d.;]{0,24}(?:\b(?:to|until)\b|เป็น|เหลือ|ถึง|สู่)[^\d.;]{0,16}$")
_WHOLE = 100.0  # percent
_SAME = 1e-6
_TELLING = 100.0  # from which a number is hardly met by chance, whatever it seems to count
_Told = tuple[float, str]  # a number and the Thai unit that it counts, or no unit


def without_worked_out(claim: str, spoken: str, evidence: str, written: str) -> str:
    """Return a claim without the numbers that follow from those of its evidence.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: What is cited, normalised.
        written: Its language.
    """
    known = list(placed(undated(evidence), written))
    told = stated(evidence).numbers
    results = list(_results(known, evidence))
    claim = _without_ratios(claim, known)
    for one in reversed(list(placed(undated(claim), spoken))):
        if one.number not in told and _among((float(one.number), one.unit), results):
            claim = f"{claim[: one.start]} {claim[one.digits :]}"
    return claim


def _results(known: Sequence[Placed], evidence: str) -> Iterator[_Told]:
    """Yield what follows from the numbers and years of the evidence."""
    sizes = list(dict.fromkeys((float(one.number), one.unit) for one in known))
    shares = [value for value, unit in sizes if unit == "%"]
    amounts = [(value, unit) for value, unit in sizes if unit != "%"]
    yield from ((_WHOLE - value, "%") for value in shares)
    yield from ((_WHOLE - one - other, "%") for one, other in combinations(shares, 2))
    # What rose from 9 to 34 is not 43.
    changes = [
        {float(first.number), float(second.number)}
        for first, second in pairwise(known)
        if _CHANGES.search(evidence[: first.start])
        and _TO.search(evidence[first.digits : second.start])
    ]
    for (one, unit), (other, its) in combinations(sizes, 2):
        alike = unit == its or not (unit and its) or min(one, other) >= _TELLING
        if alike and (unit == its or "%" not in (unit, its)):
            yield abs(one - other), unit or its
            if {one, other} not in changes:
                yield one + other, unit or its
    yield from ((value * share / _WHOLE, unit) for value, unit in amounts for share in shares)
    if _RATE.search(evidence):
        for (one, unit), (other, its) in combinations(amounts, 2):
            yield from ((one * other, unit), (one * other, its))
    for share in shares_in(evidence):
        for value, unit in amounts:
            yield from ((value * share, unit), (value * (1 - share), unit))
    if _DOUBLE.search(evidence):
        yield from ((value / 2, unit) for value, unit in amounts)
    years = [date.year for date in find_dates(evidence) if date.year is not None]
    yield from ((float(abs(one - other)), "ปี") for one, other in combinations(years, 2))


def _among(one: _Told, results: Sequence[_Told]) -> bool:
    value, unit = one
    return any(
        abs(value - other) < _SAME
        and (unit == its or ("%" not in (unit, its) and (value >= _TELLING or not (unit and its))))
        for other, its in results
    )


def _without_ratios(claim: str, known: Sequence[Placed]) -> str:
    """Return a claim without "four times as many" where one number is four times another."""
    sizes = {float(one.number) for one in known if float(one.number)}
    for match in reversed(list(_TIMES.finditer(claim))):
        if match["double"] or match["thrice"]:
            times = 2.0 if match["double"] else 3.0
        else:
            told = stated(f"{match['many'] or match['thai']} เท่า").numbers
            times = float(next(iter(told))) if len(told) == 1 else 0.0
        if times > 1 and any(abs(one / other - times) < _SAME for one in sizes for other in sizes):
            claim = f"{claim[: match.start()]} {claim[match.end() :]}"
    return claim
