"""Enumerated: the item of a numbered list that a question speaks of by its rank.

"The third group", กลุ่มที่ 3 or ข้อสอง mean what a text introduces by ``3)`` or ``2.``, or in words:
กลุ่มแรก … กลุ่มที่สอง …
"""

import re

from assistant.question import Question
from sources import normalise

Span = tuple[int, int]
LAST = -1

_THAI_NOUN = (
    "กลุ่ม|ข้อ|ฉบับ|เอกสาร|ขั้นตอน|ขั้น|ส่วน|ด้าน|ประเด็น|หมวด|ประการ|ร่าง|รายการ|กรณี|มาตรการ|ลำดับ|หัวข้อ|เรื่อง"
)
_THAI_NUMBERS = {
    "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10,
    "แรก": 1, "สุดท้าย": LAST, "ท้ายสุด": LAST,
}  # fmt: skip
# กลุ่มหนึ่ง is "a group"; only with ที่ does หนึ่ง rank.
_THAI = re.compile(
    rf"(?:{_THAI_NOUN})\s?(?:(?:ลำดับ)?ที่\s?(?P<ranked>\d{{1,2}}|{'|'.join(_THAI_NUMBERS)})"
    rf"|(?P<bare>{'|'.join(n for n in _THAI_NUMBERS if n != 'หนึ่ง')}|\d{{1,2}}))"
    rf"(?![\d.,]|\s?(?:{_THAI_NOUN}))"
)
_ENGLISH_NOUN = (
    r"(?:group|document|step|item|point|part|categor(?:y|ies)|set|section|measure|statement|draft|"
    r"signing|area|topic|agreement|rule|stage|reason|cluster|batch|bundle)"
)
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_COUNTS = "one two three four five six seven eight nine ten eleven twelve"
_ORDINALS, _CARDINALS = _RANKS.split(), _COUNTS.split()
_ENGLISH = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)}|last|final|\d{{1,2}}(?:st|nd|rd|th)) "
    rf"(?:(?!of\b|to\b)[\w-]+ ){{0,2}}?{_ENGLISH_NOUN}\b"
    rf"|\b{_ENGLISH_NOUN} (?:no\. ?|number )?(?P<cardinal>\d{{1,2}}|{'|'.join(_CARDINALS)})\b"
    r"(?! [a-z]+s\b)"
)
# Where a text itself introduces an item in words, at the head of a sentence or clause.
_SPELT = {
    "th": re.compile(
        rf"(?:(?<![^\s])|(?<=ส่วน)|(?<=และ)|(?<=ขณะที่)|(?<=สำหรับ)|(?<=ใน))(?P<noun>{_THAI_NOUN})\s?(?:ลำดับ)?"
        rf"(?:ที่\s?(?P<ranked>\d{{1,2}}|{'|'.join(_THAI_NUMBERS)})|(?P<bare>แรก|สุดท้าย))(?![\d.,])"
    ),
    "en": re.compile(
        r"(?i)(?:^|(?<=[.;:\n] )|(?<=\n)|(?<=, and )|(?<=; and ))(?:(?:and|in|for|as for) )*the "
        rf"(?P<ordinal>{'|'.join(_ORDINALS)}|last|final) (?:(?P<noun>{_ENGLISH_NOUN})\b|"
        r"(?:one )?(?=(?:is|was|will|would|concerns|covers|deals)\b))"
    ),
}
_OPENING = 16  # characters before the noun by which a passage goes on with a list
_RANKED = (
    "ครั้ง|สมัย|ฉบับ|รอบ|รุ่น|ลำดับ|อันดับ|ชั้น|นาที|ประเทศ|คน|แห่ง|ข้อ|กลุ่ม|หน้า|บท|มาตรา|เรื่อง|ตัว|ทศวรรษ|ศตวรรษ|รัชกาล|"
    "สมาชิก|วาระ|ปี|เสา|ระยะ"
)
# A Thai rank with what it ranks.
THING_RANKED = re.compile(rf"(?:{_RANKED})ที่\s?[\d๐-๙]+")
_ASKS_RANK = re.compile(
    rf"(?:{_RANKED})ที่\s?(?:เท่า(?:ไร|ใด|ไหร่)|กี่(?!\S))|"
    r"\b(?:which|what) (?:number(?! of\b)|edition|session|round)\b|\bhow many-?th\b"
)
# A rank as it is written.
RANK = re.compile(
    r"(?i)ที่\s?[\d๐-๙]+|ที่(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)|(?:อันดับ|ลำดับ)\s?[\d๐-๙]+|แรก|สุดท้าย|"
    rf"\b\d+(?:st|nd|rd|th)\b|\b(?:{'|'.join(_ORDINALS)}|last|final)\b"
)
_NOUN = {"th": re.compile(_THAI_NOUN), "en": re.compile(_ENGLISH_NOUN)}
# What a text itself calls the last of its things.
_CALLED_LAST = {
    "th": re.compile(rf"(?P<noun>{_THAI_NOUN})(?:ที่)?\s?(?:สุดท้าย|ท้ายสุด)"),
    "en": re.compile(rf"(?i)\b(?:last|final) (?:[\w-]+ ){{0,2}}?(?P<noun>{_ENGLISH_NOUN})\b"),
}
_MARK = re.compile(r"(?<![\w.,(-])\(?(\d{1,2})(?:\)|\.(?=\s))\s?")


def asks_rank(question: Question) -> bool:
    """Tell whether a question asks which in order something is: ครั้งที่เท่าไร, "which number"."""
    asked = normalise(question.text).text.casefold()
    return question.kind in ("how_many", "how_much", "which", "what") and bool(
        _ASKS_RANK.search(asked)
    )


def asked_item(question: str, language: str) -> int | None:
    """Return the rank of the item that a question names, `LAST` for the last, or None."""
    plain = normalise(question).text.casefold()
    match = (_THAI if language == "th" else _ENGLISH).search(plain)
    if not match:
        return None
    if language == "th":
        words = match["ranked"] or match["bare"]
        return int(words) if words.isdigit() else _THAI_NUMBERS[words]
    words = match["ordinal"] or match["cardinal"]
    if words in ("last", "final"):
        return LAST
    if digits := re.match(r"\d+", words):
        return int(digits.group())
    return (_ORDINALS if words in _ORDINALS else _CARDINALS).index(words) + 1


def called_last(text: str, language: str) -> list[str]:
    """Return the nouns of what a text itself calls the last: "document" of "the last document"."""
    return [match["noun"].casefold() for match in _CALLED_LAST[language].finditer(text)]


def ranked_noun(question: str, language: str) -> str:
    """Return the noun that a question ranks: "group" of "the third group".

    Empty if it ranks nothing, or several: the last document of the fourth group.
    """
    plain = normalise(question).text.casefold()
    found = list((_THAI if language == "th" else _ENGLISH).finditer(plain))
    noun = _NOUN[language].search(found[0].group()) if len(found) == 1 else None
    return noun.group() if noun else ""


def item_of(items: list[tuple[int, Span]], rank: int) -> Span | None:
    """Return the characters of the item of a rank among `numbered_items`, if there."""
    if rank == LAST:
        return items[-1][1] if items else None
    return next((span for number, span in items if number == rank), None)


def numbered_items(text: str) -> list[tuple[int, Span]]:
    """Return the items of the numbered list in a text by number; empty if there is none.

    A list counts from 1, or goes on from a passage before, one by one; an item ends where the
    next begins and at a blank line, so that what follows the list is none of it.
    """
    plain = text.translate(_DIGITS)
    marks = list(_MARK.finditer(plain))
    run: list[re.Match[str]] = []
    for mark in marks:
        if run and int(mark[1]) == int(run[-1][1]) + 1:
            run.append(mark)
        elif not run or (len(run) == 1 and int(mark[1]) == 1):
            run = [mark]
    if len(run) < 2:
        return []
    ends = [mark.start() for mark in run[1:]]
    blank = text.find("\n\n", run[-1].end())
    ends.append(blank if blank >= 0 else len(text))
    return [(int(m[1]), (m.start(), end)) for m, end in zip(run, ends, strict=True)]


def items_from(text: str, number: int) -> list[tuple[int, Span]]:
    """Return the items of a text from a number on, the last one up to a blank line.

    Unlike `numbered_items` it takes a single one, whose like stand in the passages beside: the
    first, or a later one if the text begins with it.
    """
    plain = text.translate(_DIGITS)
    marks = _MARK.finditer(plain)
    mark = (
        next((m for m in marks if int(m[1]) == number), None) if number == 1 else _MARK.match(plain)
    )
    if not mark or int(mark[1]) != number:
        return []
    items = [item for item in numbered_items(text) if item[0] >= number]
    blank = text.find("\n\n", mark.end())
    return items or [(number, (mark.start(), blank if blank >= 0 else len(text)))]


def spelt_from(text: str, number: int, language: str) -> dict[str, list[tuple[int, Span]]]:
    """Return the items of a text that it introduces in words, from a number on, by their noun.

    "The first group … The second group …", or with none: "The first is …". Like `items_from` it
    takes a later item than the first only where a text begins with it; the last may be called
    that.

    Args:
        text: The passage.
        number: Of the first item wanted.
        language: The passage's language.
    """
    marks = list(_SPELT[language].finditer(text.translate(_DIGITS)))
    found: dict[str, list[tuple[int, Span]]] = {}
    for place, mark in enumerate(marks):
        noun = (mark["noun"] or "").casefold()
        items = found.get(noun, [])
        late = number > 1 and not items and mark.start() > _OPENING
        if late or _rank_of(mark, language) not in (number + len(items), LAST):
            continue
        following = [m.start() for m in marks[place + 1 :] if (m["noun"] or "").casefold() == noun]
        blank = text.find("\n\n", mark.end())
        ends = [*following[:1], blank if blank >= 0 else len(text)]
        found[noun] = [*items, (number + len(items), (mark.start(), min(ends)))]
    return found


def _rank_of(mark: re.Match[str], language: str) -> int:
    """Return the rank that a text gives an item in words."""
    if language == "th":
        words = mark["ranked"] or mark["bare"]
        return int(words) if words.isdigit() else _THAI_NUMBERS[words]
    words = mark["ordinal"].casefold()
    return LAST if words in ("last", "final") else _ORDINALS.index(words) + 1


_DIGITS = {ord("๐") + n: ord("0") + n for n in range(10)}
