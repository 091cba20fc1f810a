"""Clash: a span of another sort than its question asks for, such as megawatts for turbines.

The reader knows that "how many" wants a number but not always of what. Where question and span
both tell what they count or measure, and the two cannot be the same, the span is no answer.
"""

import re

from assistant.counted import counted, unit_of
from assistant.dates import find_dates
from assistant.question import Question
from assistant.units import THAI_SHORT, UNITS
from sources import normalise

_DIMENSIONS = (
    ("วัน", "สัปดาห์", "เดือน", "ปี", "ชั่วโมง", "นาที", "วินาที"),
    ("บาท", "ดอลลาร์สหรัฐ", "ดอลลาร์", "ยูโร", "เยน", "หยวน"),
    ("เมตร", "กิโลเมตร", "เซนติเมตร", "ไมล์", "ฟุต"),
    ("ตารางกิโลเมตร", "ตารางเมตร", "ไร่"),
    ("ตัน", "กิโลกรัม"),
    ("ลิตร",),
    ("เมกะวัตต์",),
    ("องศา",),
    ("%", "เปอร์เซ็นต์"),
)
_DIMENSION = {unit: place for place, group in enumerate(_DIMENSIONS) for unit in group}
MEASURES = frozenset(_DIMENSION)  # units of which no list can be counted
_THINGS = -1  # what is counted rather than measured; one classifier may stand for another
# But none of these for one of another row: groups are no documents.
_KINDS = (("กลุ่ม",), ("ประเทศ", "ชาติ"), ("ฉบับ",), ("คน", "ราย"), ("จังหวัด",), ("ครัวเรือน",))
_KIND = {unit: _THINGS - place for place, group in enumerate(_KINDS, 1) for unit in group}
_SORT = _DIMENSION | _KIND
_SCALE = r"(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)*"
_THAI_UNIT = "|".join(
    re.escape(unit)
    for unit in sorted([*(row[0] for row in UNITS), *THAI_SHORT], key=len, reverse=True)
)
_THAI_ASKED = re.compile(rf"(?<!เ)กี่\s?{_SCALE}(?P<unit>{_THAI_UNIT}|[\u0e01-\u0e4e]+)")
_THAI_PERCENT = re.compile("ร้อยละเท่า|กี่เปอร์เซ็นต์|ร้อยละกี่")
_ENGLISH_ASKED = re.compile(
    r"\bhow many (?:(?:more|other|different|million|billion|thousand|hundred|of the|u\.?s\.?|full|"
    r"whole|consecutive|calendar|working|square|cubic) )*(?P<unit>[a-z-]+)"
)
_ENGLISH_PERCENT = re.compile(
    r"\b(?:what|which) (?:percentage|percent|per cent)\b|how many per ?cent"
)
_DATE_WORD = re.compile(
    r"(?i)\b(?:from|to|on|in|and|until|of|the|b\.?e|a\.?d)\b|วันที่|เมื่อ|ถึง|และ|ตั้งแต่|ระหว่าง|ปี|พ\.ศ\.|ค\.ศ\."
)
_WORD = re.compile(r"[^\W\d]{3}")


def clashes(question: Question, words: str, language: str) -> bool:
    """Tell whether a span cannot be of the sort that a question asks for.

    Args:
        question: The question.
        words: The span as its source writes it.
        language: The source's language.
    """
    if question.kind in ("who", "where", "stands_for"):
        return _only_a_date(words)
    if question.kind not in ("how_many", "how_much"):
        return False
    asked = _asked(normalise(question.text).text.casefold(), question.language)
    shown = {_SORT.get(unit, _THINGS) for _, unit in counted(words, language) if unit}
    if asked is None or not shown or asked in shown:
        return False
    # Of what is counted, only the kinds that cannot be one another differ; and how many voted may
    # be told as a share of them.
    if asked <= _THINGS:
        counts = {sort for sort in shown if sort <= _THINGS}
        unlike = asked == _THINGS or _THINGS in counts
        return not (counts and unlike) and _DIMENSION["%"] not in shown
    return True


def _asked(text: str, language: str) -> int | None:
    """Return the sort that a question asks for, or None if it does not tell."""
    if language == "th":
        if _THAI_PERCENT.search(text):
            return _DIMENSION["%"]
        match = _THAI_ASKED.search(text)
        if not match:
            return None
        return _SORT.get(THAI_SHORT.get(match["unit"], match["unit"]), _THINGS)
    if _ENGLISH_PERCENT.search(text):
        return _DIMENSION["%"]
    match = _ENGLISH_ASKED.search(text)
    return _SORT.get(unit_of(match["unit"]), _THINGS) if match else None


def _only_a_date(words: str) -> bool:
    plain = normalise(words).text
    dates = find_dates(plain)
    left = plain
    for date in reversed(dates):
        left = f"{left[: date.start]} {left[date.end :]}"
    return bool(dates) and not _WORD.search(_DATE_WORD.sub(" ", left))
