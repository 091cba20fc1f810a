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
# Of claims, which are held against one sentence; in a question these words are often no statement.
_CLAIMED = (
    (
        r"สนับสนุน|เห็นด้วย|\b(?:support\w*|favou?r\w*|endors\w*|back(?:s|ed)|voted for)\b",
        r"คัดค้าน|ต่อต้าน|ไม่เห็นด้วย|\b(?:oppos\w*|against|object\w*)\b",
    ),
    (
        r"\babove\b|สูงกว่า|เหนือกว่า|มากกว่า|\bhigher\b|\bmore than\b|\bat least\b|อย่างน้อย",
        r"\bbelow\b|ต่ำกว่า|น้อยกว่า|\blower\b|\bless than\b|\bfewer than\b|\bat most\b|ไม่เกิน|อย่างมาก",
    ),
    (
        r"\brais(?:e|es|ed|ing)\b|เพิ่มขึ้น|ขึ้น(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|อัตรา)",
        r"\b(?:cut|cuts|reduc\w*|lower(?:s|ed|ing))\b|ปรับลด|ลดลง|ลด(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|อัตรา)",
    ),
    (r"\b(?:remains?|still) (?:allowed|legal)\b|ยังทำได้", r"\b(?:is|are|was|were) banned\b|ถูกห้าม"),
    (r"ชั่วคราว|\btemporar\w*\b", r"ถาวร|\bpermanent\w*\b"),
    (r"\bmore\b", r"\b(?:less|fewer)\b"),
    (r"\b(?:before|earlier)\b|ก่อน(?!หน้า)|เร็วกว่า", r"\b(?:after|later)\b|หลังจาก|ภายหลัง|ช้ากว่า|ล่าช้า"),
    (r"\b(?:buys?|bought)\b|ซื้อ", r"\b(?:sells?|sold)\b|ขาย"),
)
_Pairs = list[tuple[re.Pattern[str], re.Pattern[str]]]
_COMPILED: _Pairs = [(re.compile(one), re.compile(other)) for one, other in _PAIRS]
_OF_CLAIMS: _Pairs = [(re.compile(one), re.compile(other)) for one, other in _CLAIMED]


def opposed(asked: str, shown: str) -> bool:
    """Tell whether one text in lower case has a word and another only its opposite."""
    return _opposed(asked, shown, _COMPILED)


def contrary(claim: str, evidence: str) -> bool:
    """Tell the same of a claim and its evidence, by further words as well."""
    return opposed(claim, evidence) or _opposed(claim, evidence, _OF_CLAIMS)


def _opposed(here: str, there: str, pairs: _Pairs) -> bool:
    return any(
        (_only(one, other, here) and _only(other, one, there))
        or (_only(other, one, here) and _only(one, other, there))
        for one, other in pairs
    )


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return bool(one.search(text)) and not other.search(text)
