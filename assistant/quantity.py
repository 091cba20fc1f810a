"""Quantity: a number with what it counts, as written: 17 ฉบับ, 5 ล้านบาท, US$1.47 a tonne."""

import re

from assistant.enumerated import THING_RANKED
from assistant.numbers import COUNTED
from index import segment

Span = tuple[int, int]

_NUMBER = r"(?:(?:US|A|S|NZ|HK)?[$฿€£¥]\s?)?\d+(?:,\d+)*(?:\.\d+)?"
_NUMBER_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
)
_NO_UNIT = (
    r"(?!(?:and|or|of|in|on|to|for|from|by|at|with|the|a|an|is|are|was|were|will|would|has|have|"
    r"had|that|which|who|as|but|than|after|before|when|it|they|he|she|we|this|these|per)\b)"
)
_COUNTED_NOUN = r"(?:[A-Za-z]+s|people|percent|per cent|baht|women|men|children|feet)\b"
_ENGLISH_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?|\b(?i:{_NUMBER_WORD})\b)"
    r"(?:\s?%|(?:[ -](?:hundred|thousand|million|billion|trillion)\b)?"
    rf"(?:[ -]{_NO_UNIT}(?:{_COUNTED_NOUN}|[A-Za-z]+ {_NO_UNIT}{_COUNTED_NOUN}|[A-Za-z]+\b))?)?"
)
_ENGLISH_PRICED = re.compile(r"[$€£¥]|(?:baht|dollars|euros|kilometres|km|miles|litres)$")
_ENGLISH_PER = re.compile(r"\s(?:an?|per)\s[a-z]+")
_THAI_SCALE = re.compile(r"(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)+")
_THAI_QUANTITY = re.compile(
    rf"(?P<percent>ร้อยละ\s?)?(?P<digits>(?P<number>{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?))(?:\s?%)?"
    rf"|(?P<words>(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|ล้าน)+)(?:{COUNTED})"
)
# What is told by the piece, the day or the hour: prices and speeds, but no people or things.
_PRICED = frozenset(["บาท", "ดอลลาร์", "ยูโร", "เยน", "หยวน", "กิโลเมตร", "เมตร", "ลิตร", "หน่วย"])
_MORE_OF_UNIT = re.compile(rf"(?:(?:\s?สหรัฐ(?:อเมริกา|ฯ)?)?ต่อ(?:{COUNTED})|\s?สหรัฐ(?:อเมริกา|ฯ)?)")
_THAI_RUN = re.compile(r"\s?([\u0e01-\u0e4e]+)")
_AFTER_NUMBER = (
    "และ หรือ กับ ถึง ใน จาก ที่ เป็น แต่ โดย ซึ่ง เมื่อ เพื่อ จะ ได้ มี คือ เพิ่ม ลด ขึ้น ลง เพิ่มขึ้น ลดลง ส่วน ของ "
    "ว่า ให้ แล้ว ต่อ ก็ ไม่ ตาม ด้วย อีก"
)
_CLAUSE = ("ใน", "ขณะ", "เพราะ", "หลัง", "ก่อน", "อย่าง", "ตั้งแต่", "เนื่อง")
_UNIT_AND = re.compile(rf"({COUNTED})(?:ใน|ที่|จาก|ของ)")
_NO_THAI_UNIT = frozenset(_AFTER_NUMBER.split())
_QUANTITY = re.compile(
    r"\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|ล้าน|ครึ่ง|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|"
    r"eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"(?:dozen|hundred|thousand|million|billion)s?|tens of|half|no|none|several|once|"
    r"twice|an hour|monthly|weekly|daily|yearly|quarterly)\b|ละครั้ง|ทุก|เกือบ"
)


def has_quantity(words: str) -> bool:
    """Tell whether a number stands in words, in digits or written out."""
    return bool(_QUANTITY.search(words.casefold()))


def whole_quantity(text: str, span: Span, language: str) -> Span:
    """Return a span widened to its number and the unit or noun that it counts, or unchanged.

    A Thai rank is widened to what it ranks: ครั้งที่ 53.
    """
    for rank in THING_RANKED.finditer(text, max(0, span[0] - 20), min(len(text), span[1] + 20)):
        if rank.start() < span[1] and span[0] < rank.end():
            return min(span[0], rank.start()), max(span[1], rank.end())
    pattern = _THAI_QUANTITY if language == "th" else _ENGLISH_QUANTITY
    for match in pattern.finditer(text, max(0, span[0] - 20), min(len(text), span[1] + 40)):
        start, end = match.span()
        if (
            language == "th"
            and match["digits"]
            and not match["percent"]
            and not _ranks(text, start)
        ):
            end = _thai_unit_end(text, end)
        elif _ENGLISH_PRICED.search(match.group()):
            per = _ENGLISH_PER.match(text, end)
            end = per.end() if per else end
        if start < span[1] and span[0] < end and match.start() < span[1]:
            return min(span[0], start), max(span[1], end)
    return span


def _ranks(text: str, start: int) -> bool:
    """Tell whether a number ranks (ครั้งที่ 9) and so has no unit after it."""
    return text[max(0, start - 8) : start].rstrip().endswith(("ที่", "อันดับ", "มาตรา"))


def _thai_unit_end(text: str, end: int) -> int:
    """Return the end of the unit after a Thai number: a scale and one word."""
    run = _THAI_RUN.match(text, end)
    if not run or text[end - 1] == "%":
        return end
    place = run.start(1)
    for word in segment(run[1]):
        if word in _NO_THAI_UNIT or word.startswith(_CLAUSE):
            break
        place += len(_without_preposition(word))
        if not _THAI_SCALE.fullmatch(word):
            more = _MORE_OF_UNIT.match(text, place) if word in _PRICED else None
            return more.end() if more else place
    return place if place > run.start(1) else end


def _without_preposition(word: str) -> str:
    """Return the unit of what the dictionary takes for one word: คน of คนใน."""
    match = _UNIT_AND.fullmatch(word)
    return match[1] if match else word
