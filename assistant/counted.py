"""Counted: numbers and ranks of a text with what they count, comparable across languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.numbers import in_digits, stated
from assistant.units import COUNTED, IRREGULAR, SHORT, THAI_SHORT, THAI_UNIT, UNITS
from sources import normalise

Counted = tuple[str, str]  # a number in plain digits, and its Thai unit or classifier; or ""

# ห้าม, ห้าง, สามารถ, หกล้ม and เก้าอี้ begin like numerals.
_NUMERAL = "หนึ่ง|สอง|สาม(?!ารถ|ัญ|ี)|สี่(?!แยก)|ห้า(?![มงว])|(?<!ส)หก(?!ล้ม)|เจ็ด|แปด|เก้า(?!อี้|ง)|ยี่สิบ|สิบ"
_THAI = re.compile(
    rf"(?P<percent>ร้อยละ\s?)?(?P<number>[\d.,]*\d|(?:{_NUMERAL}|เอ็ด)+)"
    rf"\s?(?P<scale>(?:ร้อย|พัน|หมื่น|แสน|ล้าน)*)(?:\s?(?P<unit>{THAI_UNIT}|%))?"
)
_THAI_RANK = re.compile(
    rf"(?P<unit>{THAI_UNIT})(?:ที่\s?(?P<number>\d+|(?:{_NUMERAL}|เอ็ด)+)|(?P<first>แรก))"
)
_ENGLISH = re.compile(
    r"(?i)(?P<number>[\d.,]*\d(?!\d|st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?P<sharp>\s?%)?"
    r"(?P<scale>[ -](?:hundred|thousand|million|billion))?(?=(?P<next>(?:[ -][a-z]+){0,2}))"
)
_ENGLISH_RANK = re.compile(
    r"(?i)\b(?P<number>\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\b(?=(?P<next>(?:[ '-]+[a-z]+){0,6}))"
)
# Scientists and technicians are people, and no playlists.
_WHO_DOES = re.compile(r"(?!check|play|short|wait|black|white)[a-z]{5,}(?:ist|ician)s?")
_RANKED = {
    "meeting": "ครั้ง", "summit": "ครั้ง", "session": "ครั้ง", "time": "ครั้ง", "group": "กลุ่ม",
    "document": "ฉบับ", "statement": "ฉบับ", "floor": "ชั้น", "kind": "ครั้ง", "edition": "ครั้ง",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """A number where it stands.

    Attributes:
        start: First character.
        digits: Character after the number itself.
        end: Character after its unit, or after the number.
        number: In plain digits.
        unit: Thai unit or classifier, or empty.
    """

    start: int
    digits: int
    end: int
    number: str
    unit: str


def counted(text: str, language: str) -> set[Counted]:
    """Return the numbers of a text, dates apart, with the units that they count."""
    return {(one.number, one.unit) for one in placed(_undated(text), language)}


def placed(plain: str, language: str) -> Iterator[Placed]:
    """Yield the numbers of a normalised text without dates, where they stand."""
    yield from _thai(plain) if language == "th" else _english(plain)


def ranked(text: str, language: str) -> set[Counted]:
    """Return the ordinal numbers of a text with what they rank."""
    return _thai_ranks(_undated(text)) if language == "th" else _english_ranks(_undated(text))


def _undated(text: str) -> str:
    plain = normalise(text).text
    for date in reversed(stated(plain).dates):
        plain = f"{plain[: date.start]} . {plain[date.end :]}"
    return in_digits(plain)


def _thai(plain: str) -> Iterator[Placed]:
    for match in _THAI.finditer(plain):
        unit = "%" if match["percent"] else match["unit"] or ""
        unit = "%" if unit == "เปอร์เซ็นต์" else THAI_SHORT.get(unit, unit)
        words = f"{match['number']}{match['scale']} {unit}"
        before = plain[max(0, match.start() - 10) : match.start()]
        for number in stated(f"{before}{words}").numbers & _own(words):
            yield Placed(match.start(), match.end("scale"), match.end(), number, unit)


def _own(words: str) -> frozenset[str]:
    return stated(words).numbers


def _thai_ranks(plain: str) -> set[Counted]:
    found = set()
    for match in _THAI_RANK.finditer(plain):
        numbers = {"1"} if match["first"] else stated(f"ครั้งที่ {match['number']}").ordinals
        found |= {(number, match["unit"]) for number in numbers}
    return found


def _english(plain: str) -> Iterator[Placed]:
    for match in _ENGLISH.finditer(plain):
        before = plain[max(0, match.start() - 1) : match.start()]
        if before.isalnum() or before in ("-", "."):
            continue
        words = f"{match['number']}{match['scale'] or ''} {match['next'] or ''}"
        numbers = stated(f"{match['number']}{match['scale'] or ''} x").numbers
        unit = "%" if match["sharp"] else unit_of(match["next"] or "")
        end = match.end("scale") if match["scale"] else match.end("number")
        for number in numbers & stated(words).numbers:
            yield Placed(match.start(), end, match.end(), number, unit)


def _english_ranks(plain: str) -> set[Counted]:
    found = set()
    for match in _ENGLISH_RANK.finditer(plain):
        for number in stated(match["number"]).ordinals:
            words = re.findall(r"[a-z]+", match["next"].casefold())
            if words[:1] == ["one"]:  # "was the meeting the third one?"
                words = re.findall(r"[a-z]+", plain[: match.start()].casefold())[::-1]
            unit = next((_RANKED[word] for word in map(_singular, words) if word in _RANKED), "")
            found.add((number, unit))
    return found


def unit_of(words: str) -> str:
    """Return the Thai unit for the first English noun of some words that has one."""
    if (square := re.match(r"\s*square\s(?=\w)", words.casefold())) and (
        unit := unit_of(words[square.end() :])
    ):
        return f"ตาราง{unit}"
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in ("percent", "per"):
            return "%"
        if word in SHORT:
            return SHORT[word]
        single = IRREGULAR.get(word) or _singular(word)
        if single in COUNTED:
            return COUNTED[single][1]
        for thai, one, many in UNITS:
            if word in (one, many):
                return thai
        if _WHO_DOES.fullmatch(word):
            return "คน"
    return ""


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
