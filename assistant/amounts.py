"""Amounts: numbers whose units can be turned into one another, and the period or share they are of.

90 minutes are an hour and a half, a week is seven days; 180 months are no 180 days, and 9,000 baht
a household are not 9,000 baht a person.
"""

import re
from collections.abc import Iterator

from assistant.counted import counted

# A dimension and how many of its smallest unit a Thai unit is.
_SIZES = {
    "วินาที": ("time", 1.0),
    "นาที": ("time", 60.0),
    "ชั่วโมง": ("time", 3_600.0),
    "วัน": ("time", 86_400.0),
    "สัปดาห์": ("time", 604_800.0),
    "เดือน": ("time", 2_629_800.0),
    "ปี": ("time", 31_557_600.0),
    "ทศวรรษ": ("time", 315_576_000.0),
    "เซนติเมตร": ("length", 0.01),
    "ฟุต": ("length", 0.3048),
    "เมตร": ("length", 1.0),
    "กิโลเมตร": ("length", 1_000.0),
    "ไมล์": ("length", 1_609.3),
    "กิโลกรัม": ("mass", 1.0),
    "ตัน": ("mass", 1_000.0),
    "ตารางเมตร": ("area", 1.0),
    "ไร่": ("area", 1_600.0),
    "ตารางกิโลเมตร": ("area", 1e6),
}
_ENGLISH = {
    "second": "วินาที",
    "minute": "นาที",
    "hour": "ชั่วโมง",
    "day": "วัน",
    "week": "สัปดาห์",
    "month": "เดือน",
    "year": "ปี",
    "decade": "ทศวรรษ",
}
_TIME = "|".join(_ENGLISH)
_THAI_TIME = "วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|ทศวรรษ"
_MANY = {
    word: float(number)
    for words in (
        "one two three four five six seven eight nine ten",
        "หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
    )
    for number, word in enumerate(words.split(), 1)
}
_SOME = "|".join(_MANY)
_HALF = re.compile(
    rf"(?i)\b(?P<half>half|three quarters of|quarter of) an? (?P<part>{_TIME})\b"
    rf"|\b(?:an?|one) (?P<more>{_TIME}) and a half\b|\b(?:another|a|an) (?P<one>{_TIME})\b"
    rf"|\b(?P<several>{_SOME}|\d+) and a half (?P<several_of>{_TIME})s\b"
    rf"|\b(?P<fortnight>fortnight)\b|\b(?P<decades>{_SOME}) decades\b"
    rf"|ครึ่ง(?P<thai_half>{_THAI_TIME})|หนึ่ง(?P<thai_more>{_THAI_TIME})ครึ่ง"
    rf"|(?P<thai_several>{_SOME}|\d+)\s?(?P<thai_of>{_THAI_TIME})ครึ่ง"
    rf"|(?P<thai_decades>{_SOME}|\d)\s?ทศวรรษ"
)
# Without half or quarter a period in words may be a rate (a day) or be known otherwise.
_DOUBTFUL = ("one",)
_ALMOST = 0.001
_ACROSS = 0.02  # a month is 30 days to those who count it so
_PER = re.compile(
    rf"(?i)\b(?:an?|per|each|every) (?P<each>{_TIME}|person|household|family|bag|kilogram|"
    r"tonne|rai)\b|\b(?P<adverb>daily|weekly|monthly|yearly|annually)\b"
    r"|(?P<thai>คน|ครัวเรือน|ครอบครัว|ใบ|กิโลกรัม|ตัน|ไร่|วัน|สัปดาห์|เดือน|ปี|ชั่วโมง)ละ"
    r"|ต่อ(?P<per>คน|ครัวเรือน|ครอบครัว|ใบ|กิโลกรัม|ตัน|ไร่|วัน|สัปดาห์|เดือน|ปี|ชั่วโมง)"
)
_SHARED = {
    "person": "คน", "household": "ครัวเรือน", "family": "ครอบครัว", "bag": "ใบ", "kilogram": "กิโลกรัม",
    "tonne": "ตัน", "rai": "ไร่", "daily": "วัน", "weekly": "สัปดาห์", "monthly": "เดือน", "yearly": "ปี",
    "annually": "ปี",
} | _ENGLISH  # fmt: skip
Amount = tuple[str, float, str]  # a dimension, how much of it, and the unit that it is told in


def size_of(unit: str) -> tuple[str, float] | None:
    """Return the dimension of a Thai unit and its size there, if it can be compared at all."""
    return _SIZES.get(unit)


def amounts(text: str, language: str) -> set[Amount]:
    """Return the amounts of a normalised text that can be compared across units."""
    found = {
        (_SIZES[unit][0], float(number) * _SIZES[unit][1], unit)
        for number, unit in counted(text, language)
        if unit in _SIZES
    }
    return found | set(_in_words(text))


def same_amount(number: str, unit: str, others: set[Amount]) -> bool | None:
    """Tell whether a number of a unit is one of some amounts; None if none is of its dimension."""
    if unit not in _SIZES:
        return None
    dimension, size = _SIZES[unit]
    return _among((dimension, float(number) * size, unit), others)


def strange_amount(text: str, others: set[Amount]) -> bool:
    """Tell whether a text tells an amount in words, half an hour, that others all differ from."""
    return any(
        _among(amount, others) is False
        for match in _HALF.finditer(text)
        if match.lastgroup not in _DOUBTFUL
        for amount in _in_words(match.group())
    )


def without_known(text: str, others: set[Amount]) -> str:
    """Return a text without the amounts told in words, an hour and a half, that others have."""
    for match in reversed(list(_HALF.finditer(text))):
        if all(_among(amount, others) for amount in _in_words(match.group())):
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return text


def _among(one: Amount, others: set[Amount]) -> bool | None:
    near = [other for other in others if other[0] == one[0]]
    if not near:
        return None
    return any(
        abs(one[1] - size) <= (_ALMOST if one[2] == unit else _ACROSS) * size
        for _, size, unit in near
    )


def other_rate(claim: str, evidence: str) -> bool:
    """Tell whether a claim tells something by the week or head which is told by another measure."""
    ours, theirs = _rates(claim), _rates(evidence)
    return bool(ours and theirs and not ours & theirs)


def _rates(text: str) -> set[str]:
    words = [match[match.lastgroup or 0] for match in _PER.finditer(text)]
    return {_SHARED.get(word.casefold(), word) for word in words}


def _in_words(text: str) -> Iterator[Amount]:
    for match in _HALF.finditer(text):
        for group, times in _times(match):
            unit = _ENGLISH.get(match[group].casefold(), match[group])
            yield _SIZES[unit][0], times * _SIZES[unit][1], f"{times:g} {unit}"
        if match["fortnight"]:
            yield "time", 2 * _SIZES["สัปดาห์"][1], "fortnight"
        if decades := match["decades"] or match["thai_decades"]:
            yield "time", _number(decades) * _SIZES["ทศวรรษ"][1], "decades"


def _times(match: re.Match[str]) -> Iterator[tuple[str, float]]:
    """Yield which group has the unit, and how many of it."""
    part = {"half": 0.5, "three quarters of": 0.75}.get((match["half"] or "").casefold(), 0.25)
    several = _number(match["several"] or match["thai_several"] or "0") + 0.5
    for group, times in (
        ("part", part), ("more", 1.5), ("one", 1.0), ("several_of", several),
        ("thai_half", 0.5), ("thai_more", 1.5), ("thai_of", several),
    ):  # fmt: skip
        if match[group]:
            yield group, times


def _number(word: str) -> float:
    return _MANY.get(word.casefold()) or float(word)
