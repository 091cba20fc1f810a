"""Opposites: words by which one text says the contrary of another, in either language."""

import re

_PAIRS = (
    (
        r"เพิ่ม|สูงขึ้น|แพงขึ้น|มากขึ้น|ขยายตัว|\b(?:increas\w*|ris(?:e|es|en|ing)|rose|up|higher|gr[eo]w\w*|"
        r"more expensive)\b",
        r"ลดลง|ลด|ต่ำลง|ถูกลง|น้อยลง|หดตัว|\b(?:decreas\w*|f[ae]ll\w*|down|lower|drop\w*|declin\w*|"
        r"cheaper|shr[aiu]nk\w*)\b",
    ),
    (
        r"ยอมรับ|อนุมัติ|เห็นชอบ|รับข้อเสนอ|\b(?:accept\w*|approv\w*|adopt\w*)\b",
        r"ปฏิเสธ|คัดค้าน|ไม่อนุมัติ|ไม่เห็นชอบ|"
        r"\b(?:reject\w*|refus\w*|den(?:y|ies|ied)|turn\w* down|veto\w*)\b",
    ),
    (
        r"(?:จัดขึ้น|จะจัด|จัดตาม)|\b(?:held|take place|go(?:es)? ahead)\b",
        r"ยกเลิก|เลื่อน|\b(?:cancel\w*|postpon\w*|call\w* off)\b",
    ),
    (r"เปิด|\bopen\w*\b", r"(?<!เ)ปิด(?!เผย)|\b(?:clos\w+|shut)\b"),
    (r"ชนะ|\b(?:win|wins|won)\b", r"แพ้|\b(?:lose|loses|lost)\b"),
    (r"อนุญาต|\b(?:allow\w*|permit\w*)\b", r"ห้าม|\b(?:ban\w*|forbid\w*|prohibit\w*)\b"),
    (r"ส่งออก|\bexport\w*\b", r"นำเข้า|\bimport\w*\b"),
    (
        r"ออนไลน์|ทางไกล|วิดีโอ|\b(?:online|remotely|virtual\w*|video)\b",
        r"พบหน้า|ต่อหน้า|\bin person\b|\bface to face\b",
    ),
    (r"(?:ภาย)?ใน(?:ภูมิภาค|ประเทศ)|\b(?:in|inside|within) the (?:region|country)\b",
     r"นอก(?:ภูมิภาค|ประเทศ)|\boutside the (?:region|country)\b"),
)  # fmt: skip
_COMPILED = [(re.compile(one), re.compile(other)) for one, other in _PAIRS]


def opposed(asked: str, shown: str) -> bool:
    """Tell whether one text in lower case has a word and another only its opposite."""
    return any(
        (_only(one, other, asked) and _only(other, one, shown))
        or (_only(other, one, asked) and _only(one, other, shown))
        for one, other in _COMPILED
    )


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return bool(one.search(text)) and not other.search(text)
