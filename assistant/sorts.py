"""Sorts: what a question counts or measures, and what an answer does: turbines, megawatts, days."""

import re

from assistant.counted import counted, unit_of
from assistant.currencies import tells_money
from assistant.question import Question
from assistant.units import THAI_SHORT, THAI_UNIT
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
    ("หน้า",),
)
_DIMENSION = {unit: place for place, group in enumerate(_DIMENSIONS) for unit in group}
MEASURES = frozenset(_DIMENSION)  # units of which no list can be counted
_THINGS = -1  # what is counted rather than measured; one classifier may stand for another
# But none of these for one of another row: groups are no documents.
_KINDS = (
    ("กลุ่ม", "หมวด", "ประเภท"),
    ("ประเทศ", "ชาติ"),
    ("ฉบับ",),
    ("คน", "ราย"),
    ("จังหวัด",),
    ("ครัวเรือน",),
)
_KIND = {unit: _THINGS - place for place, group in enumerate(_KINDS, 1) for unit in group}
_SORT = _DIMENSION | _KIND
_SCALE = r"(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)*"
_SCALES = re.compile(rf"{_SCALE}(?:กว่า|ต้นๆ)?")
_THAI_ASKED = re.compile(rf"(?<!เ)กี่\s?{_SCALE}(?P<unit>{THAI_UNIT}|[\u0e01-\u0e4e]+)")
_THAI_PERCENT = re.compile("ร้อยละเท่า|กี่เปอร์เซ็นต์|ร้อยละกี่")
_ENGLISH_ASKED = re.compile(
    r"\bhow many (?:(?:more|other|different|million|billion|thousand|hundred|of the|u\.?s\.?|full|"
    r"whole|consecutive|calendar|working|square|cubic) )*"
    r"(?P<unit>(?:(?!(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|of|in|at|for|"
    r"to|a|an|per|sent|that|who|which|from|on)\b)[a-z-]+ ?){1,3})"
)
_HEADS = re.compile(r"\bhead ?count\b|\bnumber of (?:people|attendees|participants)\b")
_EITHER = ("กิโล", "โล", "เซน")
_ENGLISH_PERCENT = re.compile(
    r"\b(?:what|which) (?:percentage|percent|per cent)\b|how many per ?cent"
)
# Rows of _DIMENSIONS.
_TIME, _MONEY, _LENGTH, _AREA, _WEIGHT, _HEAT, _SHARE, _PAGES = 0, 1, 2, 3, 4, 7, 8, 9
# What "how long" and its like can be told in.
_MEASURED = tuple(
    (re.compile(pattern), frozenset(rows))
    for pattern, rows in (
        (
            r"\bhow long\b.*\b(?:tak(?:es?|en|ing)|took|last(?:s|ed)?|stay(?:s|ed)?|wait\w*)\b",
            (_TIME,),
        ),
        (r"\bhow long\b", (_TIME, _LENGTH, _PAGES)),
        (r"\bhow (?:old|soon)\b|นาน(?:แค่|เพียง|เท่า|ขนาด)|อายุ(?:เท่า|แค่)", (_TIME,)),
        (
            r"\bhow (?:far(?! (?:ahead|behind|back|in advance))|tall|deep|wide|thick)\b",
            (_LENGTH, _AREA),
        ),
        (
            r"(?:สูง|ลึก|กว้าง|ไกล)(?:จาก\S{0,20} ?)?(?:แค่ไหน|เพียงใด|เท่าไร|เท่าไหร่|เท่าใด)",
            (_LENGTH, _AREA),
        ),
        (r"\bhow heavy\b|(?<!ทำ)หนัก(?:แค่ไหน|เพียงใด|เท่าไร|เท่าไหร่|เท่าใด)", (_WEIGHT,)),
        (r"\bhow (?:hot|cold|warm)\b", (_HEAT,)),
        (
            r"\bhow (?:accurate|effective|efficient|reliable|likely|sensitive)\b|"
            r"แม่นยำ(?:แค่|เพียง|เท่า)",
            (_SHARE,),
        ),
        (
            r"\bhow much (?:money|is the (?:fee|fine|price))\b|"
            r"\bhow much\b.*\b(?:costs?|costing|cost|spend|spent|charged?|charges)\b|"
            r"\b(?:hourly|daily|weekly|monthly) (?:rate|pay|wage)\b|"
            r"\bset \w+ back\b|\b(?:price|cost)s? (?:of|to)\b|ราคา(?:เท่า|กี่)|"
            r"งบ(?!ดุล)(?:\S{0,20} ?)?(?:เท่า(?:ไร|ไหร่|ใด)|กี่)|(?:เงิน|บาท)(?:เท่าไร|เท่าไหร่|เท่าใด)|"
            r"จ่าย\S{0,16}ละ(?:เท่า(?:ไร|ไหร่|ใด)|กี่)",
            (_MONEY,),
        ),
    )
)
# What is told as a share although money is asked for: how much it rose, or is taxed.
_OF_MONEY = re.compile(
    r"(?i)\b(?:more|less|extra|rise|rises|rose|risen|increase\w*|fall|falls|fell|cut|cuts|discount\w*|"
    r"dearer|cheaper|tax\w*|interest|share|proportion|part|of (?:the|its|their|his|her))\b|"
    r"เพิ่ม|ลด|ขึ้น|ลง|ภาษี|ดอกเบี้ย|ส่วน|สัดส่วน|ร้อยละ|เปอร์เซ็นต์"
)
_APIECE = re.compile(
    r"(?i)\b(?:a|per|each|every) (?:day|week|month|year|hour|minute)\b|(?:วัน|สัปดาห์|เดือน|ปี|ชั่วโมง)ละ|"
    r"ต่อ(?:วัน|สัปดาห์|เดือน|ปี|ชั่วโมง)|\bsecond-\w+"
)
_EACH = re.compile(
    r"\bhow many (?!.*\bin all\b).*\b(?:in|per|on|to|has|have|does|for) (?:each|every) ([a-z]{3,})"
)
_SCALED = re.compile(r"(?i)\d\s?(?:(?:thousand|million|billion|trillion)\b|[kmb]n?\b)")
_DIGIT = re.compile(r"\d")
LENGTHS = _DIMENSIONS[_LENGTH]
_THAI_NUMBERED = re.compile(r"\d\s?([\u0e01-\u0e4e]+)")
# What follows a number of people, or leaves open what is counted.
_OF_PEOPLE = re.compile(
    rf"{_SCALE}(?:กว่า)?(?:คน|ราย|นาย|ท่าน|ชีวิต|ศพ|รูป|องค์|อัตรา|ชื่อ|ที่|กลุ่ม|คู่|ทีม|ครอบครัว|ครัวเรือน|ผู้|นัก|ครู|แพทย์|เด็ก|สมาชิก|หญิง|ชาย|"
    r"เปอร์เซ็นต์|ใน|จาก|ของ|ต่อ|ถึง|และ|หรือ|เท่า|ส่วน)|(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)+(?:กว่า)?$"
)
# Members and parties may be countries or people, and "a member country" is a country.
_EITHER_WAY = re.compile(
    r"(?i)\b(?:members?|partners?|parties|sides|signatories|delegations?|teams?)\b"
)
_MEMBER = re.compile(r"(?i)\b(?:member|partner|family) (?=[a-z]+s\b)")
_NATIONS = re.compile(r"(?i)\bnations?\b|\bstates?\b")


def of_another_sort(question: Question, plain: str, language: str) -> bool:
    """Tell whether words count or measure another sort of thing than a question asks for.

    Args:
        question: One that asks how many or how much.
        plain: The words, normalised.
        language: Their language.
    """
    low = normalise(question.text).text.casefold()
    each = _EACH.search(low) if language == question.language == "en" else None
    if each and re.search(rf"\d\s{each[1]}|^(?:[a-z-]+ )?{each[1]}", plain.casefold()):
        return True  # two clusters, for the eggs in each of them
    apiece = _countries(_APIECE.sub(" ", plain))  # 120 a day are no days
    shown = {_SORT.get(unit, _THINGS) for _, unit in counted(apiece, language) if unit}
    wanted = _asked(low, question.language)
    if wanted == _KIND["คน"] and language == "th" and _of_no_one(plain):
        return True
    if wanted is None:
        rows = next((rows for pattern, rows in _MEASURED if pattern.search(low)), None)
        if rows == frozenset({_MONEY}):
            return _no_money(low, plain, shown, language)
        if not rows or not shown:
            return False
        return not rows & shown and _DIMENSION["%"] not in shown
    if not shown:
        return False
    if wanted in shown:
        return False
    # Of what is counted, only the kinds that cannot be one another differ; and how many voted may
    # be told as a share of them.
    if wanted <= _THINGS:
        counts = {sort for sort in shown if sort <= _THINGS}
        unlike = wanted == _THINGS or _THINGS in counts
        return not (counts and unlike) and _DIMENSION["%"] not in shown
    return True


def _no_money(asked: str, plain: str, shown: set[int], language: str) -> bool:
    """Tell whether words have a number, but none that what is asked about can cost."""
    if not _DIGIT.search(plain) or tells_money(plain):
        return False
    if not shown:  # Thai prices are often told as 48 ล้าน or 500, English ones hardly
        return language == "en" and not _SCALED.search(plain)
    return _DIMENSION["%"] not in shown or not _OF_MONEY.search(asked)


def _of_no_one(plain: str) -> bool:
    """Tell whether a Thai number counts what is no person: 150 ทุน."""
    units = [match[1] for match in _THAI_NUMBERED.finditer(plain)]
    return bool(units) and not any(_OF_PEOPLE.match(unit) for unit in units)


def _countries(words: str) -> str:
    return _NATIONS.sub("countries", _MEMBER.sub("", words))


def _asked(text: str, language: str) -> int | None:
    """Return the sort that a question asks for, or None if it does not tell."""
    if language == "th":
        if _THAI_PERCENT.search(text):
            return _DIMENSION["%"]
        match = _THAI_ASKED.search(text)
        # กี่กิโล may be of weight or length, กี่ล้าน of anything.
        if not match or match["unit"].startswith(_EITHER) or _SCALES.fullmatch(match["unit"]):
            return None
        return _SORT.get(THAI_SHORT.get(match["unit"], match["unit"]), _THINGS)
    if _ENGLISH_PERCENT.search(text):
        return _DIMENSION["%"]
    if _HEADS.search(text):
        return _SORT["คน"]
    match = _ENGLISH_ASKED.search(_countries(text))
    if not match or _EITHER_WAY.search(match["unit"]):
        return None
    return _SORT.get(unit_of(match["unit"]), _THINGS)
