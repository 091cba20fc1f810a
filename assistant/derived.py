"""Derived: what a source tells only by implication, such as the last day of "9-12 September"."""

import re
from dataclasses import replace
from itertools import pairwise

from assistant.counted import unit_of
from assistant.countries import countries_in
from assistant.dates import DateSpan, find_dates
from assistant.named import names_in
from assistant.naming import name_in
from assistant.question import Question, understand
from assistant.sorts import MEASURES
from sources import normalise

_FIRST = re.compile(
    r"วันแรก|เริ่ม|เปิดฉาก|ตั้งแต่วันที่เท่า|ตั้งแต่เมื่อ|\b(?:first day|begins?|began|starts?|started|"
    r"opens?|opened|from when|since when|opening day)\b"
)
_LAST = re.compile(
    r"วันสุดท้าย|สิ้นสุด|จบ(?!การ)|เสร็จสิ้น|ปิดฉาก|ถึงวันที่เท่า|ถึงเมื่อ|ถึงวัน(?:ไหน|ใด|อะไร)|"
    r"\b(?:last day|final day|closing day|ends?|ended|closes?|closed|finish\w*|wraps? up|"
    r"wrapped up|until when|until what|conclude[sd]?|till when|run until|stop(?:s|ped)?|cease[sd]?|"
    r"shut down)\b|หยุด(?!ราชการ|นักขัต)|เลิก(?:ใช้|ผลิต|เดิน|กิจการ)|ปิดตัว"
)
_BOTH = re.compile(
    r"(?:วัน|เมื่อ|ปี|เดือน)\S{0,12}?(?:ไหน|ใด|อะไร|ไร|ไหร่)\s?(?:จน)?ถึง|"
    r"\bfrom (?:when|what|which)\b.* (?:to|until|till) (?:when|what|which)\b"
)
_PERIOD = re.compile(
    r"\s*(?:[-–—]|to|until|till|through|(?:จน)?(?:กระทั่ง)?ถึง|จน)\s*(?:the\s|วันที่\s?|เดือน\s?|ปี\s?|พ\.ศ\.\s?)*"
)
_HOW_LONG = "นาน(?:แค่ไหน|เท่าไร|เท่าไหร่|เท่าใด|เพียงใด)"
_DAYS = re.compile(rf"กี่วัน|^จำนวนวัน|{_HOW_LONG}|\bhow (?:many days|long)\b|\bnumber of days\b")
_DAYS_SAID = re.compile(r"\d\s?วัน(?!ที่)|\bdays?\b|\bweeks?\b|สัปดาห์|ชั่วโมง|\bhours?\b")
# How long something is, and how long before or after another, asks for no dates.
_LASTING = re.compile(
    r"(?:ใช้เวลา|เป็นเวลา|รวม|ทั้งหมด|ทั้งสิ้น)*(?<!ละ)(?<!อีก)\s?กี่วัน|"
    rf"(?<=จัด|ชุม|งาน)(?:กัน)?\s?{_HOW_LONG}|"
    r"(?i:\b(?:for )?how many days(?= (?:is|are|was|were|do|does|did|will|would)\b)|"
    r"\b(?:for )?how long(?=.*\b(?:lasts?|takes?|runs?|go on|meet)\b))"
)
_APART = re.compile(
    r"(?i)ก่อน|หลัง|ล่วงหน้า|ภายใน|\b(?:before|after|within|since|until|ago|advance|notice|week|month)\b"
)
_FIGURES = re.compile(r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}")
_DAY = {"th": "{count} วัน ({dates})", "en": "{count} days ({dates})"}

_THAI_COUNT = re.compile(
    r"(?:(?:มี)?(?:ทั้งหมด|ทั้งสิ้น|รวม|อยู่|นับได้|จำนวน)*\s?กี่|"
    r"(?P<noun>^จำนวน(?:ของ)?(?!.*(?:เพิ่ม|ลด|กี่))))\s?(?P<unit>[\u0e01-\u0e4e]+)"
)
_THAI_UNIT = re.compile(
    "^(?:ประเทศ|ชาติ|แห่ง|คน|หน่วยงาน|จังหวัด|เมือง|องค์กร|บริษัท|ด้าน|เรื่อง|อย่าง|ประการ|ข้อ|ชนิด|กลุ่ม)"
)
_ENGLISH_COUNT = re.compile(
    # By how much "the number of visitors" rose asks for no visitors.
    r"(?i)(?:\bhow many|^(?:what (?:is|was) )?(?:the )?(?:(?:total|exact) )?number of) "
    r"(?P<unit>(?:[a-z-]+ ){0,2}?[a-z-]+s|countries|people|parties)\b"
    r"(?: (?:is|are) there)?"
)
_COUNTRY = re.compile(r"(?i)ประเทศ|ชาติ|\b(?:countr(?:y|ies)|nations?|states)\b")
# What countries can be counted as, besides countries; no groups, delegates or documents are.
_OF_COUNTRIES = re.compile(
    r"(?i)สมาชิก|ภาคี|ฝ่าย|หุ้นส่วน|พันธมิตร|แห่ง|ที่|\b(?:members?|parties|partners?|signatories|places|"
    r"governments|capitals|economies|neighbou?rs|allies|kingdoms|republics)\b"
)
# Of people only names are counted, of other things too if what they are is told by no name.
_OF_PEOPLE = re.compile(
    r"(?i)คน|ราย|\b(?:people|persons|men|women|children|workers|members|delegates|students|experts|"
    r"officials|ministers|recruits|victims|patients|doctors|teachers|players|authors)\b"
)
_ABSTRACT = re.compile(
    r"(?i)ด้าน|เรื่อง|อย่าง|ประการ|ข้อ|ชนิด|แห่ง|หน่วยงาน|องค์กร|บริษัท|เมือง|จังหวัด|"
    r"\b(?:areas|topics|subjects|points|kinds|types|sorts|things|reasons|ways|issues|fields|steps|"
    r"goals|aims|measures|places|cities|provinces|organi[sz]ations|companies|agencies|"
    r"threats|causes|symptoms|ingredients|languages|activities|services|products|materials)\b"
)
_LONGEST_ITEM = 45
_REACH = 60  # characters in which the other date of a period stands
_ITEM_GAP = {
    "th": re.compile(
        r",?\s+(?:และ|กับ|หรือ|รวมทั้ง|รวมถึง|ตลอดจน)?\s?|,|"
        r"(?<=[\u0e01-\u0e4e])(?:และ|กับ)(?=[\u0e01-\u0e4e])"
    ),
    "en": re.compile(r",\s+(?:and|or)\s+|,\s+|\s+(?:and|or|as well as)\s+"),
}


def end_of_range(question: Question, words: str, language: str) -> str:
    """Return the first or the last day of the range of days that a date is, if that is asked.

    Args:
        question: The question.
        words: The dates as the source writes them.
        language: In which the day is to be written.

    Returns:
        The day with its year in both eras; empty if it is not asked for or there is no range.
    """
    end, ranged = _end_asked(question), _range_in(words)
    if not end or ranged is None or ranged.days is None:
        return ""
    day = ranged.days[0 if end == "first" else 1]
    return replace(ranged, days=(day, day)).written(language)


def _end_asked(question: Question) -> str:
    """Return which end of a time is asked for, ``first`` or ``last``; empty if neither or both."""
    plain = normalise(question.text).text.casefold()
    if _BOTH.search(plain):
        return ""
    first, last = bool(_FIRST.search(plain)), bool(_LAST.search(plain))
    if question.kind != "when" or first == last:
        return ""
    return "first" if first else "last"


def end_of_period(question: Question, text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the other date of a period where that is asked for: 2019 of "1984 until 2019".

    Args:
        question: The question.
        text: The passage.
        span: What was marked in it.
    """
    asked = _end_asked(question)
    if not asked:
        return span
    first = asked == "first"
    low = max(0, span[0] - _REACH)
    dates = [(low + d.start, low + d.end) for d in find_dates(text[low : span[1] + _REACH])]
    for (start, end), (begin, close) in pairwise(dates):
        touched = (begin, close) if first else (start, end)
        if _PERIOD.fullmatch(text, end, begin) and touched[0] < span[1] and span[0] < touched[1]:
            both = span[0] <= start and close <= span[1]
            return span if both else (start, end) if first else (begin, close)
    return span


def in_words(words: str, language: str) -> str:
    """Write out a date that the source gives in figures alone (08/09/2563); empty for others."""
    plain = normalise(words).text.strip()
    found = find_dates(plain) if _FIGURES.fullmatch(plain) else []
    return found[0].written(language) if len(found) == 1 and found[0].days else ""


def asks_days(question: Question) -> bool:
    """Tell whether a question may ask how many days something takes."""
    asked = normalise(question.text).text.casefold()
    return question.kind in ("how_many", "how_much") and bool(_DAYS.search(asked))


def as_period(question: Question) -> Question | None:
    """Return the question for the days themselves in place of their number, if there is one.

    "How many days will the fair last?" becomes "When will the fair last?"
    """
    plain = normalise(question.text).text
    match = _LASTING.search(plain) if asks_days(question) else None
    if not match or _APART.search(plain):
        return None
    when = "วันไหน" if question.language == "th" else "When"
    asked = f"{plain[: match.start()]}{when}{plain[match.end() :]}"
    return replace(understand(asked), kind="when", language=question.language)


def days_of_range(question: Question, words: str, language: str) -> str:
    """Return how many days a range of dates takes, both ends counted, if that is asked.

    The arguments are those of `end_of_range`; empty if there is no such range.
    """
    ranged = _range_in(words)
    asked = _DAYS.search(normalise(question.text).text.casefold())
    if not asked or ranged is None or ranged.days is None or _DAYS_SAID.search(words.casefold()):
        return ""
    count = ranged.days[1] - ranged.days[0] + 1
    return _DAY[language].format(count=count, dates=ranged.written(language))


def _range_in(words: str) -> DateSpan | None:
    found = find_dates(normalise(words).text)
    ranges = [date for date in found if date.days and date.days[0] < date.days[1]]
    return ranges[0] if len(found) == len(ranges) == 1 else None


def as_list(question: Question) -> Question | None:
    """Return the question for the things themselves in place of their number, if there is one.

    "How many countries share the river?" becomes "Which countries share the river?"
    """
    plain = normalise(question.text).text
    if question.kind not in ("how_many", "how_much"):
        return None
    if question.language == "th":
        match = _THAI_COUNT.search(plain)
        unit = _THAI_UNIT.match(match["unit"]) if match else None
        if not match or not unit:
            return None
        end = match.start("unit") + unit.end()
        which = f"มี{unit.group()}ใดบ้าง"
        noun = f"{plain[match.start('unit') :]}{which}"  # "จำนวนประเทศสมาชิก"
        asked = noun if match["noun"] else f"{plain[: match.start()]}{which}{plain[end:]}"
    else:
        match = _ENGLISH_COUNT.search(plain)
        if not match or unit_of(match["unit"]) in MEASURES:
            return None
        asked = f"{plain[: match.start()]}Which {match['unit']}{plain[match.end() :]}"
    return replace(understand(asked), kind="list", language=question.language)


def items_of(words: str, language: str) -> list[str]:
    """Return the items of a list as its source writes them."""
    items = [item.strip() for item in _ITEM_GAP[language].split(words)]
    return [item for item in items if item]


def listed(question: Question, words: str, language: str) -> list[str]:
    """Return the items of a list that can stand for what a question counts; empty if it cannot.

    Args:
        question: The question that asks how many.
        words: The list as its source writes it.
        language: The source's language.
    """
    items = items_of(words, language)
    # What they do together may stand before the first: ความร่วมมือระหว่างอาเซียน-รัสเซีย อาเซียน-จีน.
    if len(items) > 1 and all("-" in item for item in items):
        items[0] = items[0].rpartition("ระหว่าง")[2]
    if len(items) < 2 or any(len(item) > _LONGEST_ITEM for item in items):
        return []
    countries = all(countries_in(item, language) for item in items)
    if _COUNTRY.search(question.text):
        return items if countries else []
    if countries and not _OF_COUNTRIES.search(counted_unit(question)):
        return []
    unit = counted_unit(question)
    if _OF_PEOPLE.search(unit):
        return items if all(_one_person(item, language) for item in items) else []
    named = all(name_in(item, "en" if language == "th" else "th") for item in items)
    return items if named or (len(items) > 2 and _ABSTRACT.search(unit)) else []


def _one_person(item: str, language: str) -> bool:
    names = names_in(item, language, doubtful=True)
    return len(names) == 1 and not names[0].country and len(item.split()) > 1


def counted_unit(question: Question) -> str:
    """Return the words for what a question counts: ประเทศ, "member states"."""
    plain = normalise(question.text).text
    if question.language == "th":
        match = _THAI_COUNT.search(plain)
        unit = _THAI_UNIT.match(match["unit"]) if match else None
        return unit.group() if unit else ""
    match = _ENGLISH_COUNT.search(plain)
    return match["unit"] if match else ""
