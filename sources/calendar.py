"""Day of publication: dates as Thai and English sources write them, in either era.

Month names are CLDR's, from Babel: well kept, typed, and the same data as every browser's.
dateparser is not used: it reads years of the Buddhist era as Gregorian.
"""

import re
from datetime import date, timedelta
from functools import cache

_BUDDHIST_FROM = 2400
_BUDDHIST_OFFSET = 543
_THAI_DIGITS = {ord("๐") + digit: str(digit) for digit in range(10)}
_DATELINE_LINES = 10
# What may stand beside the date in a line that tells the day of publication, and nothing else.
_DATELINE_WORDS = re.compile(
    r"(?i)\b(?:first |last )?(?:posted|published|updated|date|on|at|by)\b|gmt|utc|[+-]\d{4}"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|วัน(?:ที่|จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?"
    r"|เผยแพร่|โพสต์|อัปเดต|ปรับปรุง|ล่าสุด|ลงวันที่|ประกาศ|เมื่อ|เวลา|น\.|\d{1,2}[:.]\d{2}(?::\d{2})?"
)


def parse_date(text: str) -> date | None:
    """Find the first full date in a short text; years after 2400 are of the Buddhist era.

    Day comes before month where both are figures, as Thai and British writers have it.
    """
    found = _find_date(text)
    return found[0] if found else None


def dateline(text: str, today: date | None = None) -> date | None:
    """Find the day of publication in a line at the head of an article that says only that."""
    latest = (today or date.today()) + timedelta(days=1)
    lines = [line for line in text[:3000].splitlines() if line.strip()]
    for line in lines[1:_DATELINE_LINES]:
        found = _find_date(line)
        if found is None or found[0] > latest:
            continue
        _, start, end = found
        rest = _DATELINE_WORDS.sub("", line[:start]) + _DATELINE_WORDS.sub("", line[end:])
        if not re.search(r"[^\W_]", rest):
            return found[0]
    return None


def _find_date(text: str) -> tuple[date, int, int] | None:
    plain = text.translate(_THAI_DIGITS)
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(plain):
            day = _as_date(match)
            if day is not None:
                found.append((day, match.start(), match.end()))
                break
    return min(found, key=lambda item: item[1], default=None)


def _as_date(match: re.Match[str]) -> date | None:
    year, month = int(match["year"]), match["month"]
    if year < 100:
        year += 2500
    if year > _BUDDHIST_FROM:
        year -= _BUDDHIST_OFFSET
    number = int(month) if month.isdigit() else _months()[month.lower()]
    try:
        return date(year, number, int(match["day"]))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    names = {
        name.lower(): number
        for locale in ("en", "th")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
    # Thai papers drop the last full stop of an abbreviation; British ones write four letters.
    short = {name.removesuffix("."): number for name, number in names.items()}
    return names | short | {"sept": 9, "sept.": 9}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    longest_first = sorted(_months(), key=len, reverse=True)
    thai = "|".join(re.escape(name) for name in longest_first if not name.isascii())
    english = "|".join(re.escape(name) for name in longest_first if name.isascii())
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(rf"(?<!\d)(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){day}"),
        re.compile(rf"(?<!\d){day}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){year}"),
        re.compile(
            rf"(?<!\d){day}\s*(?P<month>{thai})\s*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*"
            r"(?P<year>\d{4}|\d{2})(?!\d)"
        ),
        re.compile(rf"(?i)(?<!\d){day}(?:st|nd|rd|th)?\s+(?P<month>{english})\.?,?\s+{year}"),
        re.compile(rf"(?i)\b(?P<month>{english})\.?\s+{day}(?:st|nd|rd|th)?,?\s+{year}"),
    )
