"""Rounded: numbers and shares that a claim gives less exactly than its evidence.

What the evidence bears out, nearly 8 million for 7.94 million, nine in ten for 91 percent, is put
back as the evidence has it, so that every later check sees one number. What it does not stays.
"""

import re
from collections.abc import Sequence

from assistant.amounts import size_of
from assistant.counted import Placed, placed
from assistant.hedges import hedge_before, undated
from assistant.numbers import stated
from assistant.shares import shares_put_back

_FAR, _CLOSE = 0.25, 0.1  # shares by which a number may lie beyond "more than", "just over"
_ABOUT, _ROUND = 0.05, 0.1  # the same of "about", and where both are the same in round numbers
_THAI_SCALE = r"(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)+"
_SCALE = rf"(?:thousand|million|billion|trillion|hundred|dozen)\b|{_THAI_SCALE}"
_WORD = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety"
)
_THAI_WORD = (
    r"(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ)(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|"
    r"เก้า|สิบ|เอ็ด)*"
)
_AFTER = re.compile(r"\s?(?:กว่า(?!\s?\d)|เศษ)")
_NUMBER = re.compile(
    rf"(?i)(?<![\w.,-])(?:(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?!\d)"
    rf"|\b(?P<word>an?|one|{_WORD})(?=[\s-](?:{_SCALE}))|\b(?P<alone>{_WORD})\b)"
    rf"(?:[\s-]?(?P<scale>{_SCALE}))?"
)
_THAI_NUMBER = re.compile(
    rf"(?:(?P<digits>(?<![\d.,])\d+(?:,\d{{3}})*(?:\.\d+)?)(?!\d)"
    rf"|(?P<alone>{_THAI_WORD}(?:{_THAI_SCALE}{_THAI_WORD})*))"
    rf"(?:\s?(?P<scale>{_THAI_SCALE}))?"
)


def exact(claim: str, spoken: str, tiers: Sequence[str], written: str) -> str:
    """Return a claim with its rounded numbers and shares as the evidence has them.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        tiers: The evidence, normalised, nearest first.
        written: Its language.
    """
    for number, tier in enumerate(tiers):
        claim = shares_put_back(claim, spoken, tier, written, pairs=number == 0)
        claim = _numbers_put_back(claim, spoken, tier, written)
    return claim


def _numbers_put_back(claim: str, spoken: str, tier: str, written: str) -> str:
    known = list(placed(undated(tier), written))
    shown = undated(claim)
    units = list(placed(shown, spoken))
    pattern = _THAI_NUMBER if spoken == "th" else _NUMBER
    for match in reversed(list(pattern.finditer(shown))):
        hedge, start = hedge_before(shown[: match.start()])
        before = shown[start : match.start()]
        after = _AFTER.match(shown, match.end()) if spoken == "th" else None
        hedge = hedge or ("above" if after else "")
        unit = next((one.unit for one in units if one.start < match.end() <= one.end), "")
        value = _value(match)
        best = _nearest(value, hedge, match, unit, known, tier) if value else None
        if best is None or not value:
            continue
        percent = "ร้อยละ " if "ร้อยละ" in before else ""
        end = after.end() if after else match.end()
        told = _written(best, unit, match["scale"] or "", tier, same=spoken == written)
        claim = f"{claim[:start]}{percent}{told}{claim[end:]}"
    return claim


def _value(match: re.Match[str]) -> float | None:
    words = re.sub(r"(?i)^an?(?=\s)", "one", match.group())
    numbers = stated(f"{words} ").numbers
    return float(next(iter(numbers))) if len(numbers) == 1 else None


def _nearest(
    value: float,
    hedge: str,
    match: re.Match[str],
    unit: str,
    known: Sequence[Placed],
    tier: str,
) -> Placed | None:
    """Return the number of the evidence that a number of a claim may be rounded from."""
    found: list[tuple[float, Placed]] = []
    for one in known:
        factor = _factor(one.unit, unit)
        if factor is None or _contrary(hedge, tier[: one.start]):
            continue
        size = float(one.number) * factor
        if size == value:
            continue
        if _allowed(size, value, hedge) or (not hedge and _shown(size, value, match)):
            found.append((abs(size - value), one))
    return min(found, key=lambda pair: pair[0], default=(0.0, None))[1]


def _factor(unit: str, wanted: str) -> float | None:
    """Return how many of one unit another is; None if they cannot be compared."""
    if (unit == "%") != (wanted == "%"):
        return None
    if not unit or not wanted or unit.startswith(wanted) or wanted.startswith(unit):
        return 1.0
    one, other = size_of(unit), size_of(wanted)
    return one[1] / other[1] if one and other and one[0] == other[0] else None


def _contrary(hedge: str, before: str) -> bool:
    """Tell whether evidence has a number with the opposite hedge: nearly 70, more than 70."""
    key, _ = hedge_before(before)
    return ("below" in key and "above" in hedge) or ("above" in key and "below" in hedge)


def _allowed(size: float, value: float, hedge: str) -> bool:
    away = (size - value) / value
    most = _CLOSE if hedge.startswith("just") else _FAR
    if hedge.endswith("above"):
        return 0 < away <= most
    if hedge.endswith("below"):
        return -most <= away < 0
    if hedge != "about":
        return False
    digits = max(1, len(f"{value:.10g}".replace(".", "").strip("0")))
    same = float(f"{size:.{digits}g}") == value
    return abs(away) <= _ABOUT or (same and abs(away) <= _ROUND)


def _shown(size: float, value: float, match: re.Match[str]) -> bool:
    """Tell whether a number is another rounded to the digits shown: 7.94 million."""
    digits = (match["digits"] or "").replace(",", "")
    scaled = value / float(digits) if digits and float(digits) else 0.0
    places = len(digits.partition(".")[2])
    if not digits or len(digits.replace(".", "").strip("0")) < 2 or (scaled == 1 and not places):
        return False
    return bool(abs(size - value) <= scaled * 10.0**-places / 2)


def _written(one: Placed, unit: str, scale: str, tier: str, *, same: bool) -> str:
    """Return a number of the evidence in the words of a claim: its unit and, if need be, scale."""
    factor = _factor(one.unit, unit) or 1.0
    literal = re.search(rf"\d[\d,.]*(?:\s?(?:{_SCALE}))?", tier[one.start : one.digits])
    if same and factor == 1 and literal:
        return literal.group()
    value = float(one.number) * factor
    if scale and not same:
        size = stated(f"1 {scale} ").numbers
        value /= float(next(iter(size), "1"))
    told = f"{value:,.4f}".rstrip("0").rstrip(".")
    return f"{told} {scale}" if scale and not same else told
