"""Dates in running text, Thai and English, and how the other language writes them.

Month names are CLDR's, from Babel. A year is of the era that is written with it; without one,
years after 2200 are of the Buddhist era (Gregorian + 543). The Thai year began in April until
1941, which matters only for dates before that. Day comes before month where both are figures.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from assistant.centuries import BUDDHIST_FROM, BUDDHIST_OFFSET
from sources import normalise

_SHORT_YEARS = 2500  # what a Thai year of two figures leaves out
_BUDDHIST = re.compile(r"(?i)พ\.?\s?ศ\.?|พุทธศักราช|\bb\.?e\b")
_GREGORIAN = re.compile(r"(?i)ค\.?\s?ศ\.?|คริสต์ศักราช|\ba\.?d\b|\bc\.?e\b")
# English words that are months too: in small letters they need a sign that one is meant.
_WORDS_TOO = ("may", "march", "mar")
_PREPOSITION = re.compile(
    r"(?i)\b(?:on|in|by|from|since|until|till|to|of|and|before|after|between|early|late|mid)[ -]$"
)
# Thai months without their last syllable, as they are spoken.
_MONTHS_SPOKEN = "มกรา กุมภา มีนา เมษา พฤษภา มิถุนา กรกฎา สิงหา กันยา ตุลา พฤศจิกา ธันวา"
_SPOKEN = {name: month for month, name in enumerate(_MONTHS_SPOKEN.split(), 1)}
_YEARS_SHOWN = 2  # the years of a range; more would not be read
_COUNTED = (
    r"(?:คน|ราย|ฉบับ|บาท|ล้าน|แสน|หมื่น|ดอลลาร์|ประเทศ|แห่ง|ครั้ง|เมตร|กิโล|กม\.|ตัน|ไร่|หลัง|คัน|โดส|เตียง|"
    r"(?:people|persons|men|women|children|dollars|baht|cases|deaths|documents|homes|houses|km|"
    r"kilomet\w+|met(?:er|re)s|feet|miles|tonn?es|tons|hectares|rai|votes|seats|workers|students|"
    r"troops|doses|million|billion|megawatts)\b)"
)  # after a number that looks like a year
_ERAS = {"th": ("พ.ศ.", "ค.ศ."), "en": ("B.E.", "A.D.")}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or range of days as written in a text.

    Attributes:
        start: First character.
        end: Character after the last.
        days: First and last day of the month, equal for a single day; None for a whole month.
        month: 1 to 12; None for a bare year.
        year: Gregorian year; None if not written.
    """

    start: int
    end: int
    days: tuple[int, int] | None
    month: int | None
    year: int | None

    def written(self, language: str) -> str:
        """Write the date in a language, its year in both eras."""
        parts = []
        if self.days:
            first, last = self.days
            parts.append(str(first) if first == last else f"{first}–{last}")
        if self.month:
            parts.append(_names(language)[self.month])
        if self.year:
            parts.append(both_eras(self.year, language, bare=not self.month))
        return " ".join(parts)


def both_eras(year: int, language: str, *, bare: bool = False) -> str:
    """Write a Gregorian year in both eras, the reader's own first."""
    buddhist = year + BUDDHIST_OFFSET
    if language == "th":
        return f"{'พ.ศ. ' if bare else ''}{buddhist} (ค.ศ. {year})"
    return f"{year} (B.E. {buddhist})"


def other_era(words: str, language: str) -> str:
    """Return the years of a short text in the era that it does not use, in brackets; or nothing."""
    plain = normalise(words).text
    years = sorted({date.year for date in find_dates(plain) if date.year})
    if not years or len(years) > _YEARS_SHOWN or "(" in plain:
        return ""
    gregorian = all(str(year) in plain for year in years)
    offset = BUDDHIST_OFFSET if gregorian else 0
    era = _ERAS[language][0 if gregorian else 1]
    return f" ({era} {'–'.join(str(year + offset) for year in years)})"


def find_dates(text: str) -> list[DateSpan]:
    """Find the dates of a normalised text (Thai digits already turned), in order."""
    found: list[DateSpan] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            taken = any(match.start() < date.end and date.start < match.end() for date in found)
            if not taken and (date := _as_date(match)):
                found.append(date)
    return _joined(text, sorted(found, key=lambda date: date.start))


def without_dates(text: str) -> str:
    """Return a normalised text with a stop in place of each of its dates."""
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} . {text[date.end :]}"
    return text


def _joined(text: str, dates: list[DateSpan]) -> list[DateSpan]:
    """Take a year that is repeated in brackets, in the other era, as part of the date before it."""
    kept: list[DateSpan] = []
    for date in dates:
        last = kept[-1] if kept else None
        if (
            last
            and date.month is None
            and date.year == last.year
            and text[last.end : date.start].strip() == "("
            and text[date.end : date.end + 1] == ")"
        ):
            kept[-1] = replace(last, end=date.end + 1)
        else:
            kept.append(date)
    return kept


def _as_date(match: re.Match[str]) -> DateSpan | None:
    parts = match.groupdict()
    name = parts.get("month") or ""
    month = int(name) if name.isdigit() else _numbers().get(name.casefold())
    year = _gregorian(parts, match.group())
    days = None
    if parts.get("day"):
        first = int(parts["day"])
        last = int(parts.get("last") or first)
        if not 1 <= first <= last <= 31:
            return None
        days = (first, last)
    if (name and not 1 <= (month or 0) <= 12) or (year is not None and year < 1):
        return None
    if name in _WORDS_TOO and not year and match.start() == match.start("month"):
        before = match.string[max(0, match.start() - 10) : match.start()]
        if not _PREPOSITION.search(before):
            return None
    start = match.start("month") if "lead" in parts else match.start()
    return DateSpan(start, match.end(), days, month, year)


def _gregorian(parts: Mapping[str, str | None], words: str) -> int | None:
    """Return the Gregorian year of a date."""
    if parts.get("short"):
        return _SHORT_YEARS + int(parts["short"] or 0) - BUDDHIST_OFFSET
    if not parts.get("year"):
        return None
    year = int(parts["year"] or 0)
    unsaid = year > BUDDHIST_FROM and not _GREGORIAN.search(words)
    return year - BUDDHIST_OFFSET if _BUDDHIST.search(words) or unsaid else year


@cache
def _names(language: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return {number: str(name) for number, name in get_month_names("wide", locale=language).items()}


@cache
def _numbers() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {"sept": 9} | _SPOKEN
    for language in ("th", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[str(name).casefold()] = int(number)
                names[str(name).casefold().removesuffix(".")] = int(number)
    return names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    longest = sorted(_numbers(), key=len, reverse=True)
    written = [name for name in longest if name not in _SPOKEN]
    thai = "|".join(re.escape(name) for name in written if not name.isascii())
    short_thai = "|".join(re.escape(name) for name in longest if "." in name)
    full_thai = "|".join(_names("th").values())
    spoken = "|".join(_SPOKEN)
    no_more = r"(?![\u0e01-\u0e4e])"  # มีนา, but no มีนาคม and no name that begins so
    english = "|".join(re.escape(name) for name in longest if name.isascii())
    full_english = "|".join(_names("en").values())
    era = r"(?:\s*(?:พ\.\s?ศ\.|ค\.\s?ศ\.|พศ|คศ|พุทธศักราช|คริสต์ศักราช|ปี))*"
    latin_era = r"(?:B\.E\.|A\.D\.|BE\b|AD\b|CE\b)"
    day = r"(?<![\d.,])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    until = (
        r"(?:\s*(?:-|–|จนถึง|ถึง|to|and|และ|until|till|through)\s*(?:วันที่\s*)?"
        r"(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
    )
    year = r"(?P<year>\d{4})(?!\d)"
    after = rf"(?:\s*{latin_era})?"
    lead = (
        r"(?P<lead>in|by|since|until|till|before|after|from|of|during|early|late|mid|last|next|"
        r"this)"
    )
    return (
        re.compile(r"(?<![\d/-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d/-])"),
        re.compile(rf"(?<![\d/-])(?P<day>\d{{1,2}})([/-])(?P<month>\d{{1,2}})\2{year}(?![/-])"),
        re.compile(
            rf"{day}{until}\s*(?P<month>{short_thai}|{thai}|(?:{spoken}){no_more})\s*(?:ปี\s*)?"
            rf"(?P<short>[4-9]\d)(?!\d|[.,:]\d|\s?{_COUNTED})"
        ),
        re.compile(
            rf"(?:เดือน)?(?P<month>{short_thai}|{full_thai}|(?:{spoken}){no_more})\s*(?:ปี\s*)?"
            rf"(?P<short>[4-9]\d)(?!\d|[.,:]\d|\s?{_COUNTED})"
        ),
        re.compile(rf"{day}{until}\s*(?P<month>{thai})(?:{era}\s*{year})?"),
        re.compile(
            rf"(?i){day}{until}\s+(?:of\s+)?(?P<month>{english})\b\.?(?:,?\s+{year}{after})?"
        ),
        re.compile(
            rf"(?i)\b(?P<month>{english})\b\.?\s+{day}{until}(?!\d|[.,]\d)(?:,?\s+{year}{after})?"
        ),
        re.compile(rf"(?:เดือน)?(?P<month>{thai}){era}\s*{year}"),
        re.compile(rf"(?i)\b(?P<month>{english})\b\.?,?\s+{year}{after}"),
        re.compile(
            r"(?:ปี\s*)?(?:พ\.\s?ศ\.|ค\.\s?ศ\.|พศ|คศ|พุทธศักราช|คริสต์ศักราช)\s*(?P<year>\d{3,4})(?!\d)"
        ),
        re.compile(rf"\b{latin_era}\s*(?P<year>\d{{2,4}})(?!\d|,\d)"),
        re.compile(rf"(?<![\d.,])(?P<year>\d{{2,4}})\s?{latin_era}"),
        re.compile(r"ปี\s*(?P<year>\d{4})(?!\d)"),
        # ปี 63, but not 2 ปี 63 วัน, nor a count: ปี 63 คน
        re.compile(
            r"(?<!\d )(?<!\d)(?:ปี|พ\.\s?ศ\.)\s?(?P<short>[4-9]\d)"
            rf"(?!\d|[.,:]\d|\s?(?:{_COUNTED}|วัน|ปี|เดือน|%))"
        ),
        re.compile(rf"(?:เดือน)?(?P<month>{full_thai})(?![\u0e30-\u0e3a\u0e47-\u0e4e])"),
        re.compile(rf"เดือน(?P<month>{spoken}){no_more}"),
        re.compile(rf"\b(?i:{lead})[ -]+(?:the end of )?(?P<month>{full_english})\b"),
        re.compile(
            r"(?<![\d.,$฿€£])(?<!ทศวรรษ\s)(?<!ทศวรรษที่\s)(?P<year>1[0-9]\d\d|20\d\d|2[45]\d\d)"
            rf"(?!\d|%|[.,]\d|s\b|\s?{_COUNTED})"
        ),
    )
