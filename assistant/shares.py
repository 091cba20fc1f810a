"""Shares: a third, nine in ten, half, and whether evidence bears them out, however told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.counted import Placed, placed
from assistant.hedges import hedge_before, undated

# By how much of one a share may differ from another, by its hedge.
_POINTS = {"about": 0.035, "below": 0.06, "above": 0.12, "": 0.012}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_NUMBERS = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"),
)
_SMALL = {word: number for words in _NUMBERS for number, word in enumerate(words, 1)} | {"a": 1}
_ONE = "|".join(sorted(_SMALL, key=len, reverse=True))
_SHARE = re.compile(
    rf"(?i)\b(?P<times>a|one|two|three|four|nine) (?P<part>third|quarter|fifth|sixth|tenth)s?\b"
    r"(?=\s+(?:of|in|less|more|lower|higher|from)\b|\s*[.,;]|\s*$)"
    r"|(?<!first )(?<!second )(?<!other )(?<!and a )\b(?P<half>half)\b"
    r"(?=\s+(?:of|the|its|their|his|her|all)\b|\s*[.,;]|\s*$)"
    rf"|(?<![A-Za-z\d.,])(?P<some>{_ONE}|\d{{1,3}})(?: (?:in|out of)(?: every)? |\s?ใน\s?)"
    rf"(?P<many>{_ONE}|\d{{1,3}})(?![\w.,]*\d)(?=\s|[.,;]|$|[\u0e01-\u0e4e])"
    r"|(?P<thai_half>ครึ่ง(?:หนึ่ง|ต่อครึ่ง)?(?=\s|ของ|เป็น|มา|ไม่|อยู่|$|ถูก|ได้|มี))"
)
_PAIR = 0.004  # the same where one number is of another: two of eight boats
_PERCENT = re.compile(r"\s*(?:percent|per cent|%)?")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of one that a text states: its characters, how much it is, and the hedge before."""

    start: int
    end: int
    value: float
    hedge: str


def strange_share(claim: str) -> bool:
    """Tell whether a claim that was made `exact` still has a share, which no evidence bears out."""
    return any(True for _ in _shares(claim))


def shares_in(text: str) -> list[float]:
    """Return the shares of one that a normalised text tells in words: a third, nine in ten."""
    return [share.value for share in _shares(text)]


def _shares(text: str) -> Iterator[_Share]:
    for match in _SHARE.finditer(text):
        if match["part"]:
            value = _SMALL[match["times"].casefold()] / _PARTS[match["part"].casefold()]
        elif match["many"]:
            some, many = _small(match["some"]), _small(match["many"])
            if not some < many <= 100:
                continue
            value = some / many
        else:
            value = 0.5
        yield _Share(match.start(), match.end(), value, hedge_before(text[: match.start()])[0])


def _small(word: str) -> int:
    return _SMALL.get(word.casefold()) or int(word)


def shares_put_back(claim: str, spoken: str, tier: str, written: str, *, pairs: bool) -> str:
    """Return a claim with the shares that a text bears out as that has them.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        tier: The evidence, normalised.
        written: Its language.
        pairs: Whether two numbers of the evidence may make up a share.
    """
    shares, plain = list(_shares(tier)), undated(tier)
    numbers = list(placed(plain, written))
    percents = [(float(one.number) / 100, one) for one in numbers if one.unit == "%"]
    numbers = [one for one in numbers if not any(s.start <= one.start < s.end for s in shares)]
    for share in reversed(list(_shares(claim))):
        _, start = hedge_before(claim[: share.start])
        told = ""
        near = [pair for pair in percents if _same_share(pair[0], share.value, share.hedge)]
        if near:
            number = min(near, key=lambda pair: abs(pair[0] - share.value))[1].number
            told = f"ร้อยละ {number} " if spoken == "th" else f"{number} percent"
        elif any(_told_alike(one, share) for one in shares) or (
            pairs and _of_two(share.value, share.hedge, numbers)
        ):
            told = " "
        if told:
            claim = f"{claim[:start]}{told}{claim[share.end :]}"
    return _percents_put_back(claim, spoken, shares, percents)


def _percents_put_back(
    claim: str, spoken: str, shares: Sequence[_Share], known: Sequence[tuple[float, Placed]]
) -> str:
    """Return a claim without the percentages that the evidence tells as shares: a third."""
    shown = undated(claim)
    for one in reversed(list(placed(shown, spoken))):
        value = float(one.number) / 100
        if one.unit != "%" or any(value == other for other, _ in known):
            continue
        hedge, start = hedge_before(shown[: one.start])
        if any(_same_share(share.value, value, hedge) for share in shares):
            end = _PERCENT.match(claim, one.end)
            claim = f"{claim[:start]} {claim[end.end() if end else one.end :]}"
    return claim


def _told_alike(shown: _Share, told: _Share) -> bool:
    """Tell whether a share is another, or both are nearly, or more than, the same."""
    alike = shown.hedge == told.hedge and abs(shown.value - told.value) <= _POINTS[""]
    return alike or _same_share(shown.value, told.value, told.hedge)


def _same_share(shown: float, told: float, hedge: str) -> bool:
    away = shown - told
    key = hedge.removeprefix("just ")
    most = _POINTS[key] + 1e-9
    if key == "above":
        return 0 < away <= most
    if key == "below":
        return -most <= away < 0
    return abs(away) <= most


def _of_two(value: float, hedge: str, numbers: Sequence[Placed]) -> bool:
    """Tell whether a share is that of one number in another of its unit: two of eight boats."""
    most = 2 * _PAIR if hedge else _PAIR
    sizes = [(float(one.number), one.unit) for one in numbers if one.unit != "%"]
    return any(
        0 < small < large and (unit == other or not unit) and abs(small / large - value) <= most
        for small, unit in sizes
        for large, other in sizes
    )
