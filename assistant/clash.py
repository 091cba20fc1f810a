"""Clash: a span of another sort than its question asks for, such as megawatts for turbines.

The reader knows that "how many" wants a number but not always of what. Where question and span
both tell what they count or measure, and the two cannot be the same, the span is no answer. Nor is
a bare date, count or rank where a person, a place or a reason is asked for, nor what the source
says of another rank: the 53rd meeting for the 54th.
"""

import re

from assistant.acronyms import acronym_in, long_form
from assistant.counted import Placed, counted, placed, ranked
from assistant.countries import is_country
from assistant.coverage import content_words
from assistant.dates import find_dates
from assistant.enumerated import RANK, asks_rank
from assistant.fitting import ranks_fit
from assistant.named import names_in
from assistant.naming import name_in
from assistant.numbers import stated
from assistant.placing import place
from assistant.quantity import has_quantity
from assistant.question import Question
from assistant.sorts import LENGTHS, of_another_sort
from sources import normalise

_DATE_WORD = re.compile(
    r"(?i)\b(?:from|to|on|in|and|until|of|the|b\.?e|a\.?d)\b|วันที่|เมื่อ|ถึง|และ|ตั้งแต่|ระหว่าง|ปี|พ\.ศ\.|ค\.ศ\."
)
_WORD = re.compile(r"[^\W\d]{3}")
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
_FIGURES = re.compile(r"[\d.,]+")
_NO_TIME = re.compile(r"\d{1,3}")  # that is no year, and of a day there would be more
_OF_TIME = re.compile(
    r"(?i)\b(?:hour|day|week|month|year|minute|half|quarter|decade|phase|stage|period)s?\b|ระยะ|ช่วง"
)
_RANKS = re.compile(r"(?i)\brank\w*\b|\b(?:stand|stands|come|comes) in the\b|อันดับ|ลำดับ")
_CAPITAL = re.compile(r"[A-Z]")
_HOUR = re.compile(
    r"(?i)โมง|เวลา|ปี|พ\.?\s?ศ|ค\.?\s?ศ|\byear\b|วันที่เท่า|วัน(?:ไหน|ใด|อะไร)|"
    r"\b(?:time|hour|o'clock|what day|which day|what date)\b"
)
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
_AND_OTHERS = re.compile(r"อื่น|\bothers?\b")
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
# Who is to be listed by name; countries are none of them.
_PERSONS = re.compile(
    r"(?i)\b(?:name|list|which|what|who) (?:\w+ ){0,4}?(?:ministers|officials|leaders|delegates|"
    r"envoys|negotiators|spokespeople|speakers|experts|people|persons|presidents)\b|"
    r"(?:รัฐมนตรี|เจ้าหน้าที่|ผู้แทน|ผู้นำ|ผู้เชี่ยวชาญ|ประธานาธิบดี|โฆษก)\S*?(?:คนใด|คนไหน|ท่านใด|ชื่อ\S{0,4}(?:อะไร|ใด))"
)
_ASKS_PERSON = re.compile(
    r"(?i)(?:ผู้แทน|โฆษก|รัฐมนตรี|เลขาธิการ|นายก|หัวหน้า|เอกอัครราชทูต)\S*?\s?(?:\S+\s)?"
    r"(?:คือ|เป็น|ชื่อ)\s?(?:ใคร|อะไร)|"
    r"\bwho (?:is|was|were|are) (?:the |its |their )?(?:[\w'’-]+ ){0,4}?"
    r"(?:representative|minister|spokes\w+|secretary|president|leader|envoy|ambassador)s?\b|"
    r"\bname of (?:the |its |their )?(?:[\w'’-]+ ){0,3}?"
    r"(?:representative|minister|spokes\w+|secretary|president|leader|envoy|ambassador)\b"
)
_ORGANISATION = re.compile(
    r"องค์การ|องค์กร|กระทรวง|(?<![ก-ฮ])กรม|สำนักงาน|บริษัท|สมาคม|^[A-Z]{3,}$|"
    r"\b(?:Agency|Organi[sz]ation|Ministry|Department|Association|Company|Committee)\b"
)
_ASKS_CLOCK = re.compile(r"(?i)กี่(?:โมง|ทุ่ม|นาฬิกา)|\b(?:what time|time of (?:the )?day|which hour)\b")
_CLOCK = re.compile(
    r"(?i)\d[.:]\d\d|โมง|ทุ่ม|นาฬิกา|\d\s?น\.|เช้า|เที่ยง|บ่าย|เย็น|ค่ำ|\d\s?[ap]\.?m\b|noon|midnight|"
    r"morning|afternoon|evening|night|o'clock"
)
_ASKS_YEAR = re.compile(
    r"(?i)ปี(?:ไหน|ใด|อะไร)|ปี\s?พ\.?ศ|พ\.\s?ศ\.\s?(?:ไหน|ใด|อะไร|เท่า)|\b(?:what|which) year\b"
)
_DURATION = re.compile(
    r"(?i)(?:ภายใน|ราว|ประมาณ|นาน|เป็นเวลา|within|about|around|in|for|some|over)?\s?"
    r"(?:the )?(?:next )?(?:\d{1,3}|[\u0e01-\u0e4e]{3,6}|[a-z]+)\s?"
    r"(?:ปี|เดือน|สัปดาห์|วัน|years?|months?|weeks?|days?)"
)
_SUPERLATIVE = re.compile(
    r"(?i)ที่สุด|มากสุด|น้อยสุด|เยอะสุด|\b(?:most|least|largest|biggest|smallest|highest|lowest|longest|"
    r"oldest|youngest|newest|best|worst|fewest)\b"
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
    written = question.kind not in ("how_many", "how_much", "who", "when", "why")
    if written and any(form.search(asked) and not held.search(plain) for form, held in _WRITTEN):
        return True
    told = _of_kind(question.kind, asked, plain, language)
    if told is not None or question.kind not in ("how_many", "how_much", "how"):
        return bool(told)
    if asks_rank(question):
        return not RANK.search(plain) and (
            not stated(plain).numbers or any(unit for _, unit in counted(plain, language))
        )
    return _only_a_rank(plain) or of_another_sort(question, plain, language)


def _of_kind(kind: str, asked: str, plain: str, language: str) -> bool | None:
    """Tell whether words cannot answer a question of a kind; None for those that ask a number."""
    if kind in ("who", "where"):
        return _no_one_and_nowhere(kind, asked, plain, language)
    if kind == "what":
        return _no_person(asked, plain, language)
    if kind == "when":
        return _no_time(asked, plain)
    if kind == "stands_for":
        return _only_a_date(plain) or _only_itself(asked, plain)
    if kind == "list":
        counts = list(placed(plain, language))
        count = len(counts) == 1 and bool(counts[0].unit) and not _beside(plain, counts)
        return count or (bool(_PERSONS.search(asked)) and _only_countries(plain, language))
    if kind == "which":
        return bool(_SUPERLATIVE.search(asked)) and len(_countries(plain, language)) > 1
    if kind == "why":
        return _only_a_date(plain) or _only_countries(plain, language)
    return None


def _no_one_and_nowhere(kind: str, asked: str, plain: str, language: str) -> bool:
    if kind == "where" and _RANKS.search(asked):
        return False
    if kind == "who" and _no_person(asked, plain, language):
        return True
    return _only_a_date(plain) or _only_a_rank(plain) or _only_a_count(plain, language)


def _no_person(asked: str, plain: str, language: str) -> bool:
    """Tell whether words name a country or an organisation where an office holder is asked for."""
    if not _ASKS_PERSON.search(asked) or any(n.person for n in names_in(plain, language)):
        return False
    bare = plain.removeprefix("the ").removeprefix("โดย")
    return _only_countries(plain, language) or bool(_ORGANISATION.match(bare))


def _no_time(asked: str, plain: str) -> bool:
    if _ASKS_CLOCK.search(asked) and find_dates(plain) and not _CLOCK.search(plain):
        return True
    if _ASKS_YEAR.search(asked) and _DURATION.fullmatch(plain.strip()):
        return True
    rank = _only_a_rank(plain) and not _OF_TIME.search(plain)
    return not _HOUR.search(asked) and (rank or bool(_NO_TIME.fullmatch(plain)))


def tells_nothing(question: Question, words: str) -> bool:
    """Tell whether a span has no word but those of its question, or no number for how many.

    Args:
        question: The question.
        words: The span as its source writes it; no list whose items can be counted.
    """
    if question.kind == "yes_no":
        return False
    plain = normalise(words).text
    told = stated(plain)
    numbered = bool(told.numbers or told.ordinals) or has_quantity(plain)
    if question.kind == "how_many" and not (numbered or _NUMBERED.search(plain)):
        return True
    if numbered or _OFFERED.search(question.text) or _CAPITAL.search(plain) or RANK.search(plain):
        return False
    said = {form for _, form in content_words(words)}
    return bool(said) and said <= {form for _, form in content_words(question.text)}


def is_rank(question: Question, text: str, span: tuple[int, int]) -> bool:
    """Tell whether a bare number is a rank (ครั้งที่ 53, ``2)``) where a question asks for a number.

    Args:
        question: The question.
        text: The passage.
        span: What was marked in it.
    """
    if question.kind not in ("how_many", "how_much"):
        return False
    if not _FIGURES.fullmatch(normalise(text[slice(*span)]).text.strip()):
        return False
    if asks_rank(question):
        return False
    before = normalise(text[max(0, span[0] - _BEFORE) : span[0]]).text
    listed = text.startswith(")", span[1]) and "(" not in before
    return listed or bool(_RANKED_BEFORE.search(before))


def acronym_lacks(question: Question, passage: str, language: str) -> bool:
    """Tell whether the acronym that is to be spelt out is nowhere in a passage of its language.

    Args:
        question: The question.
        passage: The passage and its title.
        language: The source's language.
    """
    spelt = question.kind == "stands_for" and question.language == language
    acronym = acronym_in(question.text) if spelt else None
    if not acronym:
        return False
    written = re.compile(rf"(?i)(?<![a-z]){re.escape(acronym)}(?![a-z])")
    if written.search(passage) or long_form(acronym, passage):
        return False
    known = name_in(acronym, language)
    if known and known in passage:
        return False
    plain = normalise(passage).text
    names = names_in(f": {acronym}", "en", doubtful=True)
    places = [place(name, plain, language) for name in names]
    return all(there is None or there < 0 for there in places)


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
    if not _TOTAL.search(plain):
        return False
    names = [name for name in names_in(asked, question.language) if not name.adjective]
    if _ASKED_TOTAL.search(asked.casefold()):  # of all with China, where nothing is said of it
        if _AND_OTHERS.search(asked.casefold()):
            return False
        names = [name for name in names if name.country]
    around = normalise(passage).text
    return any(place(name, around, language) is None for name in names)


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
    measured = all(number.unit in ("", *LENGTHS) for number in numbers)
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
    return bool(_countries(plain, language))


def _countries(plain: str, language: str) -> list[str]:
    """Return the countries that words list, none if they have any other words."""
    parts = [part for part in _JOINERS.split(plain) if part]
    return parts if all(is_country(part, language) for part in parts) else []
