"""Measure: a number with its unit, rank or period, put into the other language.

Numbers stay in digits; scales, units, currencies, ordinals, centuries and decades are looked up.
"""

import re
from functools import cache

from pythainlp.util import thaiword_to_num

from assistant.units import (
    COUNTED,
    CURRENCIES,
    IRREGULAR,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SCALES,
    SHORT,
    THAI_SHORT,
    THAI_UNIT,
    UNITS,
)

Found = tuple[str, int]  # the text in the other language, and where the original ends

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RANGE = rf"{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?"
_CURRENCY = "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_THAI_NUMERAL = (
    "(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ยี่สิบ|สิบ)(?:หนึ่ง|เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)*"
)
_THAI = re.compile(
    rf"(?:(?P<each>{THAI_UNIT})ละ\s?)?(?P<percent>ร้อยละ\s?)?"
    rf"(?P<sign>{_CURRENCY})?(?P<number>{_RANGE}|{_THAI_NUMERAL}(?=\s?(?:{THAI_UNIT})))"
    rf"(?P<sharp>\s?%)?(?:\s?(?P<scale>{_SCALE}))?(?:\s?(?P<unit>{THAI_UNIT})(?:ฯ|อเมริกา)?)?"
    rf"(?:ต่อ(?P<per>{THAI_UNIT}))?"
)
_THAI_RANK = re.compile(
    r"(?P<what>กลุ่ม|ครั้ง|อันดับ|ลำดับ|ฉบับ|บท|ภาค|ชั้น)?"
    rf"(?:ที่\s?(?P<number>\d+|{_THAI_NUMERAL})|(?P<first>แรก))(?!\d)"
)
_THAI_CENTURY = re.compile(r"(?:คริสต์)?ศตวรรษที่\s?(\d{1,2})(?!\d)")
_THAI_DECADE = re.compile(r"(?:คริสต์)?ทศวรรษ(?:ที่)?\s?(1\d\d0|20\d0)(?!\d)")
_THAI_TIME = re.compile(r"(\d{1,2})[.:](\d{2})\s?(?:น\.|นาฬิกา)")
_RANKED = {"กลุ่ม": "group", "ฉบับ": "document", "บท": "chapter", "ภาค": "part", "ชั้น": "floor"}

_ENGLISH_NUMBER = {word: str(n) for n, word in enumerate(NUMBER_WORDS.split(), 1)}
_ENGLISH_RANK = {word: str(n) for n, word in enumerate(ORDINAL_WORDS.split(), 1)}
_ENGLISH = re.compile(
    rf"(?i)(?P<sign>{_CURRENCY})?\s?(?P<number>{_RANGE}|(?:{'|'.join(_ENGLISH_NUMBER)})\b(?=[ -]))"
    r"(?P<sharp>\s?%)?(?:[ -](?P<scale>trillion|billion|million|thousand|hundred)\b)?"
    r"(?P<unit>[ -](?:us |u\.s\. )?[a-z]+(?: [a-z]+)?)?"
)
_ENGLISH_PER = re.compile(r"(?i) (?:an?|per|each) ([a-z]+)\b")
_ENGLISH_ORDINAL = re.compile(
    rf"(?i)(?:the )?(?:(?P<number>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(_ENGLISH_RANK)}))\b"
    r"(?: (?P<noun>group|time|meeting|document|century|place|part|floor)\b)?"
)
_ENGLISH_DECADE = re.compile(r"(?:the )?(\d{3}0)s\b")
_ENGLISH_TIME = re.compile(r"(?i)(\d{1,2}):(\d{2})(?![\d:])\s?(a\.?m\.?|p\.?m\.?)?")
_THAI_NOUNS = {
    "group": "กลุ่ม", "time": "ครั้ง", "meeting": "ครั้ง", "document": "ฉบับ", "century": "คริสต์ศตวรรษ",
    "place": "อันดับ", "part": "ส่วน", "floor": "ชั้น", "": "",
}  # fmt: skip


def measure_at(text: str, place: int, source: str) -> Found | None:
    """Put the measure that begins at a place of a text into the other language, if one does."""
    return _from_thai(text, place) if source == "th" else _from_english(text, place)


def _from_thai(text: str, place: int) -> Found | None:
    if match := _THAI_CENTURY.match(text, place):
        return f"the {_ranked(int(match[1]))} century", match.end()
    if match := _THAI_DECADE.match(text, place):
        return f"the {match[1]}s", match.end()
    if match := _THAI_TIME.match(text, place):
        return f"{match[1]}:{match[2]}", match.end()
    if match := _THAI_RANK.match(text, place):
        return _thai_rank(match), match.end()
    match = _THAI.match(text, place)
    if not match:
        return None
    number = match["number"] if match["number"][0].isdigit() else _value(match["number"])
    number = re.sub(r"\s?-\s?", "–", number)
    if match["percent"] or match["sharp"]:
        return number + (" percent" if match["percent"] else "%"), match.end()
    one = number == "1" and not match["scale"]
    words = [
        (match["sign"] or "") + number,
        SCALES.get(match["scale"] or "", ""),
        _unit(match["unit"], one=one),
        f"per {_unit(match['per'], one=True)}" if match["per"] else "",
        f"per {_unit(match['each'], one=True)}" if match["each"] else "",
    ]
    return " ".join(filter(None, words)), match.end()


def _thai_rank(match: re.Match[str]) -> str:
    what = match["what"] or ""
    written = match["number"] or "1"
    number = int(written if written.isdigit() else _value(written))
    noun = _RANKED.get(what, "")
    return f"the {_ranked(number)} {noun}" if noun else _ranked(number)


def _value(words: str) -> str:
    try:
        return str(thaiword_to_num(words))
    except ValueError:
        return words


def _unit(thai: str | None, *, one: bool) -> str:
    thai = THAI_SHORT.get(thai or "", thai or "")
    return next((row[1] if one else row[2] for row in UNITS if row[0] == thai), "")


def _ranked(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _from_english(text: str, place: int) -> Found | None:
    if match := _ENGLISH_DECADE.match(text, place):
        return f"ทศวรรษ {match[1]}", match.end()
    if (match := _ENGLISH_ORDINAL.match(text, place)) and (match["number"] or match["noun"]):
        number = match["number"] or _ENGLISH_RANK[match["word"].casefold()]
        return f"{_THAI_NOUNS[(match['noun'] or '').casefold()]}ที่ {number}", match.end()
    if match := _ENGLISH_TIME.match(text, place):
        return _thai_time(match), match.end()
    match = _ENGLISH.match(text, place)
    if not match:
        return None
    number = _ENGLISH_NUMBER.get(match["number"].casefold(), match["number"])
    number = re.sub(r"\s?-\s?", "–", number)
    if match["sharp"]:
        return f"{number}%", match.end("sharp")
    scale = next((th for th, en in SCALES.items() if en == (match["scale"] or "").casefold()), "")
    end = match.end("scale") if scale else match.end("number")
    noun, unit, taken = _thai_unit(match["unit"] or "")
    if not unit and not match["number"][0].isdigit():
        return None  # a number word alone is left to the gloss
    if unit == "เปอร์เซ็นต์":
        return f"ร้อยละ {number}", match.start("unit") + taken
    end = match.start("unit") + taken if unit else end
    unit = unit or CURRENCIES.get((match["sign"] or "").upper(), "")
    per = _ENGLISH_PER.match(text, end)
    base = _units().get(per[1].casefold()) if per else None
    if per and base:
        unit, end = f"{unit}ต่อ{base}", per.end()
    measured = f"{number} {scale}{unit}".strip()
    return f"{noun} {measured}".strip(), end


def _thai_time(match: re.Match[str]) -> str:
    hour, half = int(match[1]), (match[3] or "").casefold()[:1]
    if half:
        hour = hour % 12 + 12 * (half == "p")
    return f"{hour:02}.{match[2]} น."


def _thai_unit(words: str) -> tuple[str, str, int]:
    """Return the noun before the number, the unit after it, and how much of words they took."""
    parts = words[1:].split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).casefold().replace("u.s.", "us")
        taken = 1 + len(" ".join(parts[:count]))
        if name in _units():
            return "", _units()[name], taken
        singular = IRREGULAR.get(name) or _singular(name)
        if singular in COUNTED:
            return *COUNTED[singular], taken
    return "", "", 0


def _singular(name: str) -> str:
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name.removesuffix("s")


@cache
def _units() -> dict[str, str]:
    """Return Thai units by their English names."""
    named = dict(SHORT)
    for thai, singular, plural in UNITS:
        if singular not in COUNTED:
            named.setdefault(singular.casefold(), thai)
            named.setdefault(plural.casefold(), thai)
    return named
