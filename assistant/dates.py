"""Dates in running text, Thai and English, and how the other language writes them.

Month names are CLDR's, from Babel. Years after 2400 are of the Buddhist era (Gregorian + 543);
the Thai year began in April until 1941, which matters only for dates before that.
"""

import re
from dataclasses import dataclass
from functools import cache

from sources import normalise

_BUDDHIST_FROM = 2400
_BUDDHIST_OFFSET = 543
_YEARS_SHOWN = 2  # the years of a range; more would not be read
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
    buddhist = year + _BUDDHIST_OFFSET
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
    offset = _BUDDHIST_OFFSET if gregorian else 0
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
    return sorted(found, key=lambda date: date.start)


def _as_date(match: re.Match[str]) -> DateSpan | None:
    parts = match.groupdict()
    month = _numbers().get((parts.get("month") or "").casefold())
    year = int(parts["year"]) if parts.get("year") else None
    if year and year > _BUDDHIST_FROM:
        year -= _BUDDHIST_OFFSET
    days = None
    if parts.get("day"):
        first = int(parts["day"])
        last = int(parts.get("last") or first)
        if not 1 <= first <= last <= 31:
            return None
        days = (first, last)
    return DateSpan(match.start(), match.end(), days, month, year)


@cache
def _names(language: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return {number: str(name) for number, name in get_month_names("wide", locale=language).items()}


@cache
def _numbers() -> dict[str, int]:
    from babel.dates import get_month_names

    names: dict[str, int] = {"sept": 9}
    for language in ("th", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[str(name).casefold()] = int(number)
                names[str(name).casefold().removesuffix(".")] = int(number)
    return names


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    longest = sorted(_numbers(), key=len, reverse=True)
    thai = "|".join(re.escape(name) for name in longest if not name.isascii())
    english = "|".join(re.escape(name) for name in longest if name.isascii())
    era = r"(?:\s*(?:พ\.\s?ศ\.|ค\.\s?ศ\.|พศ|คศ|ปี))*"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    until = r"(?:\s*(?:-|–|ถึง|to|and|และ|until)\s*(?:วันที่\s*)?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
    year = r"(?P<year>\d{4})(?!\d)"
    before = r"(?:(?:ใน)?(?:ระหว่าง)?(?:ตั้งแต่)?วันที่\s*)?"
    return (
        re.compile(rf"{before}{day}{until}\s*(?P<month>{thai})(?:{era}\s*{year})?"),
        re.compile(rf"(?i){day}{until}\s+(?:of\s+)?(?P<month>{english})\b\.?(?:,?\s+{year})?"),
        re.compile(rf"(?i)\b(?P<month>{english})\b\.?\s+{day}{until}(?!\d)(?:,?\s+{year})?"),
        re.compile(rf"(?:เดือน)?(?P<month>{thai}){era}\s*{year}"),
        re.compile(rf"(?i)\b(?P<month>{english})\b\.?,?\s+{year}"),
        re.compile(
            r"(?:ปี\s*)?(?:พ\.\s?ศ\.|ค\.\s?ศ\.|พศ|คศ|B\.E\.|A\.D\.)\s*(?P<year>\d{3,4})(?!\d)"
        ),
        re.compile(r"ปี\s*(?P<year>\d{4})(?!\d)"),
        re.compile(r"(?<![\d.,])(?P<year>1[0-9]\d\d|20\d\d|2[45]\d\d)(?![\d,]|\.\d)"),
    )
