"""Clash: a span of another sort than its question asks for, such as megawatts for turbines.

The reader knows that "how many" wants a number but not always of what. Where question and span
both tell what they count or measure, and the two cannot be the same, the span is no answer. Nor is
a bare date, count or rank where a person, a place or a reason is asked for, nor what the source
says of another rank: the 53rd meeting for the 54th.
"""

import re

from assistant.acronyms import acronym_in
from assistant.counted import Placed, counted, placed, ranked, unit_of
from assistant.countries import is_country
from assistant.coverage import content_words
from assistant.dates import find_dates
from assistant.fitting import ranks_fit
from assistant.named import names_in
from assistant.numbers import stated
from assistant.placing import place
from assistant.quantity import has_quantity
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
_TIME, _MONEY, _LENGTH, _WEIGHT, _HEAT, _SHARE = 0, 1, 2, 4, 7, 8  # rows of _DIMENSIONS
# What "how long" and its like can be told in.
_MEASURED = tuple(
    (re.compile(pattern), frozenset(rows))
    for pattern, rows in (
        (r"\bhow long\b", (_TIME, _LENGTH)),
        (r"\bhow (?:old|soon|often)\b|นาน(?:แค่|เพียง|เท่า|ขนาด)|อายุ(?:เท่า|แค่)", (_TIME,)),
        (r"\bhow (?:far|tall|high|deep|wide|thick)\b", (_LENGTH,)),
        (r"(?:สูง|ลึก|กว้าง|ไกล)(?:จาก\S{0,20} ?)?(?:แค่ไหน|เพียงใด|เท่าไร|เท่าไหร่|เท่าใด)", (_LENGTH,)),
        (r"\bhow heavy\b|(?<!ทำ)หนัก(?:แค่ไหน|เพียงใด|เท่าไร|เท่าไหร่|เท่าใด)", (_WEIGHT,)),
        (r"\bhow (?:hot|cold|warm)\b", (_HEAT,)),
        (
            r"\bhow (?:accurate|effective|efficient|reliable|likely|sensitive)\b|"
            r"แม่นยำ(?:แค่|เพียง|เท่า)",
            (_SHARE,),
        ),
        (
            r"\bhow much (?:money|(?:does|did) (?:it|\w+) cost|is the (?:fee|fine|price))\b",
            (_MONEY,),
        ),
    )
)
# Of these a number alone may tell who or where.
_WHO_OR_WHERE = (
    "คน ราย ครอบครัว ครัวเรือน ประเทศ ชาติ ฝ่าย บริษัท ทีม จังหวัด เมือง อำเภอ ตำบล หมู่บ้าน แห่ง "
    "โรงเรียน สถานี เกาะ หลัง"
)
_WHO_OR_WHERE_UNITS = frozenset(_WHO_OR_WHERE.split())
_AROUND_NUMBER = re.compile(
    r"(?i)\b(?:about|around|some|over|under|nearly|almost|more|less|fewer|than|at|least|most|up|to|"
    r"only|just|total|of|the|a|an|in|all|first|and)\b|ประมาณ|ราว|เกือบ|กว่า|มาก|น้อย|ทั้งสิ้น|ทั้งหมด|รวม|จำนวน|"
    r"ถึง|อย่าง|เพียง|แค่|และ"
)
_RANK_ALONE = re.compile(
    r"(?i)(?:the )?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth)(?: [a-z]+)?"
    r"|(?:ครั้ง|กลุ่ม|ฉบับ|รอบ|ระยะ|ชั้น|อันดับ|ลำดับ|ข้อ|เรื่อง)ที่\s?(?:\d+|[\u0e01-\u0e4e]{3,8})"
)
_RANKED_BEFORE = re.compile(
    r"(?:ครั้ง|กลุ่ม|ฉบับ|รอบ|ระยะ|ชั้น|อันดับ|ลำดับ|ข้อ|มาตรา|สมัย|รุ่น|หมู่|เฟส)(?:ที่)?\s?$"
)
_ASKS_RANK = re.compile(r"ที่\s?(?:เท่า|กี่)|\b(?:which|what)\b")
_FIGURES = re.compile(r"[\d.,]+")
_NO_TIME = re.compile(r"\d{1,3}")  # that is no year, and of a day there would be more
_HOUR = re.compile(r"(?i)โมง|เวลา|วันที่เท่า|\b(?:time|hour|o'clock|what day|which day|what date)\b")
# What is asked for by name, and what every such thing has in it.
_WRITTEN = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"(?i)เบอร์(?:โทร|ติดต่อ|มือถือ)|หมายเลขโทร|\b(?:tele)?phone numbers?\b", r"\d{3}"),
        (r"(?i)อีเมล|\be-?mail address\b", "@"),
        (r"(?i)เว็บไซต์(?:ใด|ไหน|อะไร|ชื่อ|คือ)|\b(?:web(?:site)? address|url)\b", r"\w\.\w"),
    )
)
_NUMBER = (
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)"
)
_TOTAL = re.compile(
    rf"(?:รวมทั้งสิ้น|ทั้งสิ้น|ทั้งหมด|รวม|ทั้ง)\s?{_NUMBER}|\b(?:a total of|all) {_NUMBER}|"
    r"\bin (?:all|total)\b|\baltogether\b"
)
_ASKED_TOTAL = re.compile(
    r"(?<!จำนวน)ทั้งหมด|ทั้งสิ้น|(?<!ใน)รวม(?!ถึง|อยู่)|\b(?:in (?:all|total)|altogether|total number)\b"
)
# Of what a question offers one may be the answer.
_OFFERED = re.compile(
    r"(?i)หรือ|ระหว่าง|กับ|และ|\b(?:or|and|between|among|which of|who of|what of|either)\b"
)
# A number told by no figure.
_NUMBERED = re.compile(
    r"(?i)\b(?:once|twice|thrice|single|both|pair|couple|few|dozens?|every|each|zero|many|all|most|"
    r"annual\w*|daily|weekly|monthly|yearly|quarterly|another|only|sole|triple|double)\b|"
    r"คู่|ทุก|เดียว|โหล|หลาย|ไม่มี|รายวัน|รายเดือน|ประจำปี|ทั้งสอง|ทั้งหมด|ศูนย์|ไม่"
)
_BEFORE = 20  # characters in which what a number ranks stands
_BESIDE = 2  # words beside an acronym that spell out nothing: "the … project"
_JOINERS = re.compile(r"(?i)\b(?:and|or|the|as well as)\b|และ|กับ|หรือ|ประเทศ|รวมถึง|[\s,]+")


def clashes(question: Question, words: str, language: str) -> bool:
    """Tell whether a span cannot be of the sort that a question asks for.

    Args:
        question: The question.
        words: The span as its source writes it.
        language: The source's language.
    """
    plain, asked = normalise(words).text, normalise(question.text).text
    if any(form.search(asked) and not held.search(plain) for form, held in _WRITTEN):
        return True
    if question.kind in ("who", "where"):
        return _only_a_date(plain) or _only_a_rank(plain) or _only_a_count(plain, language)
    if question.kind == "when":
        return _only_a_rank(plain) or bool(_NO_TIME.fullmatch(plain) and not _HOUR.search(asked))
    if question.kind == "stands_for":
        return _only_a_date(plain) or _only_itself(asked, plain)
    if question.kind == "why":
        return _only_a_date(plain) or _only_countries(plain, language)
    if question.kind not in ("how_many", "how_much", "how"):
        return False
    return _only_a_rank(plain) or _of_another_sort(question, asked, plain, language)


def tells_nothing(question: Question, words: str) -> bool:
    """Tell whether a span has no word but those of its question, or no number for how many.

    Args:
        question: The question.
        words: The span as its source writes it; no list whose items can be counted.
    """
    if question.kind == "yes_no":
        return False
    plain = normalise(words).text
    if question.kind == "how_many" and not (has_quantity(plain) or _NUMBERED.search(plain)):
        return True
    if _OFFERED.search(question.text) or any(character.isdigit() for character in plain):
        return False
    asked = {form for _, form in content_words(question.text)}
    return {form for _, form in content_words(words)} <= asked


def is_rank(question: Question, text: str, span: tuple[int, int]) -> bool:
    """Tell whether a bare number is a rank (ครั้งที่ 53) where a question asks for a number.

    Args:
        question: The question.
        text: The passage.
        span: What was marked in it.
    """
    if question.kind not in ("how_many", "how_much"):
        return False
    if not _FIGURES.fullmatch(normalise(text[slice(*span)]).text.strip()):
        return False
    if _ASKS_RANK.search(normalise(question.text).text.casefold()):
        return False
    before = normalise(text[max(0, span[0] - _BEFORE) : span[0]]).text
    return bool(_RANKED_BEFORE.search(before))


def ranks_clash(question: Question, sentence: str, passage: str, language: str) -> bool:
    """Tell whether a sentence speaks of another rank than a question: of the 53rd for the 54th.

    Args:
        question: The question; one that asks yes or no may name a wrong rank.
        sentence: The sentence of the span.
        passage: The passage around it, and its title.
        language: The source's language.
    """
    asked_in = question.language
    if question.kind == "yes_no" or not question.stated.ordinals:
        return False
    if ranks_fit(question.text, asked_in, sentence, passage, language) == 0:
        return False
    told = {number for number, _ in ranked(passage, language)}
    return not {number for number, _ in ranked(question.text, asked_in)} & told


def scope_clash(question: Question, words: str, sentence: str, passage: str, language: str) -> bool:
    """Tell whether a span counts the whole where a question asks for the part of one of the named.

    "Of the 17 documents, how many with China?" has 17 only as the whole, and so has a sentence that
    counts all of them in a passage that does not speak of China.

    Args:
        question: The question.
        words: The span as its source writes it.
        sentence: The sentence around it.
        passage: The passage around that, and its title.
        language: The source's language.
    """
    if question.kind not in ("how_many", "how_much"):
        return False
    told = stated(words).numbers
    if told and told <= question.stated.numbers:
        return True
    plain, asked = normalise(sentence).text.casefold(), normalise(question.text).text
    if not _TOTAL.search(plain) or _ASKED_TOTAL.search(asked.casefold()):
        return False
    names = [name for name in names_in(asked, question.language) if not name.adjective]
    around = normalise(passage).text
    return any(place(name, around, language) is None for name in names)


def _of_another_sort(question: Question, asked: str, plain: str, language: str) -> bool:
    low = asked.casefold()
    shown = {_SORT.get(unit, _THINGS) for _, unit in counted(plain, language) if unit}
    wanted = _asked(low, question.language)
    if not shown:
        return False
    if wanted is None:
        rows = next((rows for pattern, rows in _MEASURED if pattern.search(low)), None)
        return rows is not None and not rows & shown and _DIMENSION["%"] not in shown
    if wanted in shown:
        return False
    # Of what is counted, only the kinds that cannot be one another differ; and how many voted may
    # be told as a share of them.
    if wanted <= _THINGS:
        counts = {sort for sort in shown if sort <= _THINGS}
        unlike = wanted == _THINGS or _THINGS in counts
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


def _only_a_date(plain: str) -> bool:
    dates = find_dates(plain)
    left = plain
    for date in reversed(dates):
        left = f"{left[: date.start]} {left[date.end :]}"
    return bool(dates) and not _WORD.search(_DATE_WORD.sub(" ", left))


def _only_a_rank(plain: str) -> bool:
    return bool(_RANK_ALONE.fullmatch(plain.strip(" .,")))


def _only_a_count(plain: str, language: str) -> bool:
    """Tell whether words are a number of things, not of people or places, and nothing else."""
    numbers = list(placed(plain, language))
    if not numbers or any(number.unit in _WHO_OR_WHERE_UNITS for number in numbers):
        return False
    measured = all(number.unit in ("", *_DIMENSIONS[_LENGTH]) for number in numbers)
    bare = all(not number.unit for number in numbers)
    return (bare or not measured) and not _beside(plain, numbers)


def _beside(plain: str, numbers: list[Placed]) -> bool:
    """Tell whether words stand beside numbers and their units."""
    left = plain
    for number in reversed(numbers):
        left = f"{left[: number.start]} {left[number.end :]}"
    return bool(_WORD.search(_AROUND_NUMBER.sub(" ", left)))


def _only_itself(asked: str, plain: str) -> bool:
    """Tell whether words say of an acronym hardly more than the acronym."""
    acronym = acronym_in(asked)
    if not acronym or acronym.casefold() not in plain.casefold():
        return False
    left = re.sub(re.escape(acronym), " ", plain, flags=re.IGNORECASE).split()
    return len(left) <= _BESIDE and len("".join(left)) <= 3 * len(acronym)


def _only_countries(plain: str, language: str) -> bool:
    parts = [part for part in _JOINERS.split(plain) if part]
    return bool(parts) and all(is_country(part, language) for part in parts)
