"""Fitting: whether the amounts, times and ranks of a question fit those of its evidence."""

import re
from math import inf, log

from assistant.counted import ranked
from assistant.dates import DateSpan
from assistant.limits import TIME, Amount
from assistant.numbers import agree, stated
from assistant.question import Question

_STARTS = re.compile(r"เริ่ม|เปิดฉาก|\b(?:begins?|starts?|began|started|from|opens?)\b")
_ENDS = re.compile(r"สิ้นสุด|เสร็จสิ้น|จบ|ปิดฉาก|\b(?:ends?|ended|closes?|closed|until|finish\w*)\b")


def fit(
    ours: tuple[Amount, ...], near: tuple[Amount, ...], far: tuple[Amount, ...]
) -> tuple[float, float]:
    """Return how the amounts asked about fit into limits, and how plain ones agree."""
    limit = figures = 0.0
    for one in ours:
        for told in (near, far):
            same = [pair for other in told if (pair := paired(one, other))]
            if not same:
                continue
            limits = [(a, b) for a, b in same if b.limit and not a.limit]
            plain = [(a, b) for a, b in same if a.limit or not b.limit]
            if any(satisfied(a, b) for a, b in plain):
                figures = figures or 1.0
            elif limits:
                a, b = min(limits, key=lambda pair: distance(*pair))
                limit = limit or (1.0 if a.within(b) else -1.0)
            elif any(a.unit == b.unit for a, b in plain):
                figures = -1.0
            break
    return limit, figures


def counted_otherwise(
    ours: tuple[Amount, ...], shown: tuple[Amount, ...], passage: tuple[Amount, ...]
) -> bool:
    """Tell whether a passage counts things otherwise than asked, where the evidence counts none.

    "Are the 17 papers in five groups?" is met by the 17 of its sentence and belied by the "four
    groups" of the next.
    """
    for one in ours:
        if not one.unit or one.limit or one.unit in (TIME, "%", "days"):
            continue
        beside = [other for other in passage if other.unit == one.unit]
        told = any(other.unit == one.unit for other in shown)
        if beside and not told and not any(satisfied(one, other) for other in beside):
            return True
    return False


def satisfied(asked: Amount, told: Amount) -> bool:
    """Tell whether what is told lies in what is asked; either in the other without limits."""
    if asked.limit and told.limit and (asked.low == told.low or asked.high == told.high):
        return asked.within(told) and told.within(asked)  # the same limit
    return told.within(asked) or (not asked.limit and asked.within(told))


def distance(asked: Amount, told: Amount) -> float:
    """Return how far, as a ratio in logarithm, an amount is from a limit."""
    edge = told.low if told.low != -inf else told.high
    return abs(log(max(asked.low, 1e-6) / max(edge, 1e-6)))


def paired(one: Amount, other: Amount) -> tuple[Amount, Amount] | None:
    """Return two amounts in one unit, if they have one."""
    if one.unit == other.unit:
        return one, other
    if TIME in (one.unit, other.unit) or (one.unit and other.unit):
        return None
    if "days" in (one.unit, other.unit):  # an age whose years are unsaid
        return _aged(one), _aged(other)
    return one, other


def _aged(amount: Amount) -> Amount:
    if amount.unit:
        return amount
    return Amount(
        amount.start, amount.end, amount.low * 365, amount.high * 365, "days", amount.limit
    )


def dates_fit(question: Question, evidence: str) -> float:
    """Return -1 if a date asked about is told otherwise, else 0."""
    shown = stated(evidence).dates
    asked = question.text.casefold()
    if not shown or not question.stated.dates:
        return 0
    dates = question.stated.dates
    fit = all(any(_date_agrees(date, other, asked) for other in shown) for date in dates)
    return 0 if fit else -1


def timed(amounts: tuple[Amount, ...]) -> bool:
    """Tell whether a time is the limit of something: before 1957, since 1920."""
    return any(one.limit and one.unit == TIME for one in amounts)


def _date_agrees(date: DateSpan, other: DateSpan, asked: str) -> bool:
    """Tell whether two dates agree; a range's beginning or end if that is asked for."""
    if not agree(date, other) or not date.days or not other.days or date.days == other.days:
        return agree(date, other)
    single = date.days[0] == date.days[1]
    if single and _STARTS.search(asked):
        return date.days[0] == other.days[0]
    if single and _ENDS.search(asked):
        return date.days[1] == other.days[1]
    return True


def ranks_fit(asked: str, asked_in: str, shown: str, passage: str, language: str) -> float:
    """Return -1 if a rank asked about is told otherwise, else 0."""
    wanted = ranked(asked, asked_in)
    if not wanted:
        return 0
    told = ranked(shown, language) or ranked(passage, language)
    for number, unit in wanted:
        same = {other for other, of in told if unit and of == unit}
        if same and number not in same:
            return -1
    return 0
