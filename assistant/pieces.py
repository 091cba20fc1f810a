"""Pieces: the clauses of the evidence for yes or no, with exceptions and limits set apart."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.likeness import words_of
from assistant.units import UNITS
from index import clause_spans

_CONJUNCTION = (
    r"but|while|whereas|although|though|because|since it|so that|in order|until|followed by|"
    r"(?:some|all|most|none|many|few|one|both|neither) of which|"
    r"(?<!of )(?<!in )(?<!to )(?<!by )(?<!for )(?<!under )which|whose|on the other hand"
)
_SECOND_VERB = (
    r"and (?:not|so|may|must|will|can|is|are|was|were|has|have|had|did|does|he|she|it|they|his|her|"
    r"its|their|the|a|in|some|only|could|then|it's|let|lets|said|told|\w+ed)"
)
_AFTER_COMMA = (
    r"and|or|then|who|where|when|as|for|he|she|it|they|there|with|so|his|her|the|a|even|those|not|"
    r"\w+ing"
)
_ENGLISH = re.compile(
    r"[;:]\s+|,?\s+(?:and\s+)?(?=\d\)\s)|\s[—–]\s|[.!?]\s+(?=[A-Z])|"
    r"\s+and\s+(?=\w+ \w+ (?:by|in|at|on|with|for|to)\b)|"
    rf",?\s+(?=(?:{_CONJUNCTION}|{_SECOND_VERB})\b)|,\s+(?=(?:{_AFTER_COMMA})\b)"
)
_THAI = re.compile(
    r"(?=(?<![\u0e40-\u0e44])(?:(?<!ตั้ง)(?<!นับ)แต่(?!ละ|ง|เดิม|แรก|เดียว|ต้น|ก่อน)|ขณะที่|แม้(?!แต่)|เพราะ|"
    r"เนื่องจาก|ซึ่ง|โดยไม่|และไม่|และให้|และมี|และเป็น|จนกว่า))"
)
_THAI_BEGINS = re.compile(
    r"แต่|ส่วน|ขณะ|โดย|ซึ่ง|เพราะ|จึง|ทั้งนี้|หลัง|เมื่อ|หาก|ถ้า|แม้|และ(?:ไม่|ให้|มี|เป็น|ได้)|ผู้|เด็ก|"
    r"และ(?=\S{14})|มี|ห้าม|ต้อง|ไม่|จาก|ต่อมา|ก่อน|พระ|นาย|นาง|เขา|ใน"
)
_EXCEPTION = {
    "th": re.compile(
        r"(?:ยกเว้น(?!ค่า|ภาษี|ให้|การตรวจ|อากร)|เว้นแต่|(?<!ยก)(?<!ละ)(?<!งด)เว้น(?!แต่|ระยะ|ว่าง)|นอกจาก(?!นี้|นั้น))"
        r"\s?(?P<what>.*)"
    ),
    "en": re.compile(
        r"\b(?:except(?! that)(?:ing)?(?: for)?|excluding|unless|other than|apart from|save for)\b"
        r"(?P<what>.*)|,(?P<named>[^,]*?)\b(?:excepted|excluded)\b"
    ),
}
_ITEM = re.compile(r"(?<!\d)\d{1,2}\)\s")
_NO_CLAUSE = (
    "ร้อย|พัน|หมื่น|แสน|ล้าน|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|"
    "พฤศจิกายน|ธันวาคม|ถึง|จนถึง|และ(?!\\S{14})|กับ|หรือ|เฮก|เซต|แผ่น|ชนิด|ใบ|แบบ|สาขา"
)
_BUT = re.compile(r"(?:แต่|but)\s?")
_BUT_VERB = re.compile(
    r"but (?:was|were|is|are|not|never|did|does|has|had|could|can|would)\b|"
    r"แต่(?:ก็)?(?:ถูก|ไม่(?:เคย|ได้)?มี|ไม่เคย)"
)
_BUT_NOT = re.compile(
    r"^but .+ (?:are|is|was|were|do|does|did|will|can) ?(?:not|n't)\b"
)  # but dogs are not
# Somebody's name, of whom is told after it: "Ann Lee, a geologist who …"
_NAME_ALONE = re.compile(r"(?:(?:[A-Z][\w.'’-]*|of|de|van|von) ?){1,5}")
_LITTLE = 2  # words of content; a clause with "but" and no more than these has no subject
_RANK = re.compile(r"(?:ครั้ง|ฉบับ|สมัย|ระยะ|รุ่น|รอบ|ปี)ที่\s?\d")  # of what stands before it
_SHORT_NAME = re.compile(
    r"\([^()\s\d]{2,14}\)$"
)  # after it the verb comes: สำนักงบประมาณ (สงป.) ไม่เห็นชอบ
_TOPIC = re.compile(r"(?:ส่วน|สำหรับ|กรณี|เรื่อง).*นั้น$")  # of what is told after it
_SHORT = 16  # characters of a Thai piece that belongs to the one before it


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause.

    Attributes:
        text: Its words, without an exception that it makes; nothing if it is one.
        exception: The words of that exception, or nothing.
    """

    text: str
    exception: str = ""


def pieces(text: str, language: str) -> list[Piece]:
    """Return the clauses of a normalised text."""
    cut = _thai(text) if language == "th" else _ENGLISH.split(text)
    whole: list[str] = []
    for one in filter(None, map(str.strip, cut)):
        little = whole and (
            _BUT_VERB.match(one)
            or (language == "en" and _NAME_ALONE.fullmatch(whole[-1]))
            or (
                _BUT.match(one)
                and not _BUT_NOT.search(one)
                and len(words_of(one, language)) <= _LITTLE
            )
        )
        whole[-1:] = [f"{whole[-1]} {one}"] if little else [*whole[-1:], one]
    return [_parted(one, language) for one in whole] or [Piece(text)]


def _thai(text: str) -> list[str]:
    numbered = [part for part in _ITEM.split(text) if part.strip()]
    rough = [part[a:b] for part in numbered for a, b in clause_spans(part, "th")]
    rough = [part for piece in rough for part in _after_figures().split(piece)]
    joined: list[str] = []
    for piece in rough:
        # Items of a list, names and figures stand between blanks too.
        belongs = len(piece) <= _SHORT and not _THAI_BEGINS.match(piece)
        belongs = belongs or bool(_RANK.match(piece))
        belongs = belongs or bool(joined and _SHORT_NAME.search(joined[-1]))
        belongs = belongs or bool(joined and _TOPIC.match(joined[-1]))
        if joined and (belongs or len(joined[-1]) < _SHORT // 2):
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    # What follows the exception belongs to it.
    return [part for piece in joined for part in _THAI.split(piece) if part]


@cache
def _after_figures() -> re.Pattern[str]:
    """Return the blank after a figure that is no unit's: ค.ศ. 1749 พิพิธภัณฑ์เปิด."""
    units = "|".join(re.escape(row[0]) for row in UNITS)
    return re.compile(
        rf"(?<=\d)(?<!ที่ \d)(?<!ที่ \d\d)\s(?!{units}|{_NO_CLAUSE})(?=[\u0e01-\u0e4e]{{9}})"
    )


def _parted(text: str, language: str) -> Piece:
    match = _EXCEPTION[language].search(text)
    if not match:
        return Piece(text)
    what = next((words for words in match.groupdict().values() if words), "")
    before = text[: match.start()].strip(" ,")
    return Piece(before, what.strip(" ,."))
