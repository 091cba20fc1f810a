"""Clash: a span of another sort than its question asks for, such as megawatts for turbines.

The reader knows that "how many" wants a number but not always of what. Where question and span
both tell what they count or measure, and the two cannot be the same, the span is no answer. Nor is
one that cannot be who or where (`misfit.py`), nor what the source says of another rank: the 53rd
meeting for the 54th.
"""

import re

from assistant.acronyms import acronym_in, long_form
from assistant.counted import counted, ranked
from assistant.coverage import content_words
from assistant.enumerated import RANK, asks_rank
from assistant.fitting import ranks_fit
from assistant.misfit import misfits, only_a_rank
from assistant.named import names_in
from assistant.naming import name_in
from assistant.numbers import stated
from assistant.placing import place
from assistant.quantity import has_quantity
from assistant.question import Question
from assistant.sorts import of_another_sort
from sources import normalise

_RANKED_BEFORE = re.compile(
    r"(?:ครั้ง|กลุ่ม|ฉบับ|รอบ|ระยะ|ชั้น|อันดับ|ลำดับ|ข้อ|มาตรา|สมัย|รุ่น|หมู่|เฟส)(?:ที่)?\s?$"
)
_FIGURES = re.compile(r"[\d.,]+")
_CAPITAL = re.compile(r"[A-Z]")
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
_JOINING = re.compile(
    r"(?:\b(?:by|of|and|or|the|with|which|that|in|on|at|to|for|from|as|is|are|was|were)\b\s*|"
    r"โดย|ของ|และ|หรือ|กับ|ซึ่ง|ที่|ว่า|เป็น|คือ|ใน|จาก|แก่|ต่อ|ตาม)+"
)
_BEFORE = 20  # characters in which what a number ranks stands


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
    told = misfits(question.kind, asked, plain, language)
    if told is not None or question.kind not in ("how_many", "how_much", "how"):
        return bool(told)
    if asks_rank(question):
        return not RANK.search(plain) and (
            not stated(plain).numbers or any(unit for _, unit in counted(plain, language))
        )
    return only_a_rank(plain) or of_another_sort(question, plain, language)


def tells_nothing(question: Question, words: str) -> bool:
    """Tell whether a span has no word but those of its question, or no number for how many.

    Args:
        question: The question.
        words: The span as its source writes it; no list whose items can be counted.
    """
    if question.kind == "yes_no":
        return False
    plain = normalise(words).text
    if _JOINING.fullmatch(plain.strip(" .,;:")):
        return True
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
    told = {number for number, _ in ranked(passage, language)} | stated(passage).labels
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
