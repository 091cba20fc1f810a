"""Opposites: words by which one text says the contrary of another, in either language."""

import re
from collections.abc import Iterator

_PAIRS = (
    (
        r"เพิ่ม|สูงขึ้น|แพงขึ้น|มากขึ้น|ขยายตัว|\b(?:increas\w*|ris(?:e|es|en|ing)|rose|up|"
        r"higher|gr[eo]w\w*|"
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
    (r"ชนะ|\b(?:win|wins|won|winning)\b", r"แพ้|\b(?:lose|loses|lost|losing)\b"),
    (
        r"(?<!ไม่ได้รับ)(?<!ไม่ได้)(?<!ไม่)อนุญาต|(?<!not )(?<!never )\b(?:allow\w*|permit\w*)\b",
        r"ห้าม|\b(?:ban\w*|forbid\w*|prohibit\w*)\b",
    ),
    (r"ส่งออก|\bexport\w*\b", r"นำเข้า|\bimport\w*\b"),
    (
        r"ออนไลน์|ทางไกล|วิดีโอ|\b(?:online|remotely|virtual\w*|video)\b",
        r"พบหน้า|เจอหน้า|ต่อหน้า|ตัวต่อตัว|(?:บิน|เดินทาง)(?:ไป|มา)(?:ประชุม|พบ|เจอ|ร่วม)|"
        r"\bin[ -]person\b|\bface[ -]to[ -]face\b|\bphysically\b|\bin the same room\b",
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
        r"\babove\b|(?<!ไม่)สูงกว่า|เหนือกว่า|(?<!ไม่)มากกว่า|ไม่(?:ต่ำ|น้อย)กว่า|\bhigher\b|"
        r"(?<!no )(?<!not )\bmore than\b|\bat least\b|อย่างน้อย",
        r"\bbelow\b|(?<!ไม่)ต่ำกว่า|(?<!ไม่)น้อยกว่า|ไม่(?:สูง|มาก)กว่า|\blower\b|"
        r"(?<!no )(?<!not )\b(?:less|fewer) than\b|\bat most\b|ไม่เกิน|อย่างมาก",
    ),
    (
        r"\brais(?:e|es|ed|ing)\b|เพิ่มขึ้น|ขึ้น(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|อัตรา)",
        r"\b(?:cut|cuts|reduc\w*|lower(?:s|ed|ing))\b|ปรับลด|ลดลง|ลด(?=ดอกเบี้ย|ราคา|ค่า|ภาษี|"
        r"อัตรา)",
    ),
    (r"\b(?:remains?|still) (?:allowed|legal)\b|ยังทำได้", r"\b(?:is|are|was|were) banned\b|ถูกห้าม"),
    (r"ชั่วคราว|\btemporar\w*\b", r"ถาวร|\bpermanent\w*\b"),
    (r"\bmore\b", r"\b(?:less|fewer)\b"),
    (
        r"ฤดูแล้ง|หน้าแล้ง|\bdry (?:season|months)\b",
        r"ฤดูฝน|หน้าฝน|ฤดูมรสุม|\brain(?:y|s)?\b|\bmonsoon\b|\bwet season\b",
    ),
    (r"กลางวัน|\b(?:by|during the) day\b|\bdaytime\b", r"กลางคืน|\b(?:by|at) night\b"),
    (
        r"\b(?:before|earlier|ahead of)\b|ก่อน(?!หน้า)|เร็วกว่า|นำหน้า",
        r"\b(?:after|later|behind)\b|หลังจาก|ภายหลัง|ช้ากว่า|ล่าช้า|ตามหลัง",
    ),
    (r"\b(?:buys?|bought)\b|ซื้อ", r"\b(?:sells?|sold)\b|ขาย"),
    (
        r"\b(?:m[ae]n|males?|boys?)\b|ผู้ชาย|เพศชาย",
        r"\b(?:wom[ae]n|females?|girls?)\b|ผู้หญิง|สตรี|เพศหญิง",
    ),
    (r"\bsons?\b|(?:บุตร|ลูก)ชาย", r"\bdaughters?\b|(?:บุตร|ลูก)สาว"),
    (r"\bfather\b|บิดา|พ่อ(?!ค้า|แม่)", r"\bmother\b|มารดา|แม่(?!น้ำ|ค้า)"),
    (r"\bbrothers?\b|พี่ชาย|น้องชาย", r"\bsisters?\b|พี่สาว|น้องสาว"),
    (r"\bhusband\b|สามี", r"\bwife\b|ภรรยา"),
    (r"\bnorth(?:ern|erly)?\b|เหนือ", r"\bsouth(?:ern|erly)?\b|ใต้"),
    (r"\beast(?:ern|erly)?\b|ตะวันออก", r"\bwest(?:ern|erly)?\b|ตะวันตก"),
    (r"\b(?:hot|hotter|warm|warmer)\b|ร้อน|อุ่น", r"\b(?:cold|colder|cool|cooler)\b|เย็น(?!วัน)|หนาว"),
    (r"\b(?:larger|bigger|greater)\b|ใหญ่กว่า|โตกว่า", r"\bsmaller\b|เล็กกว่า"),
    (r"\bheavier\b|หนักกว่า", r"\blighter\b|เบากว่า|\bfewer\b"),
    (r"\b(?:faster|quicker)\b|เร็วกว่า", r"\bslower\b|ช้ากว่า"),
    (
        r"\bolder\b|เก่ากว่า|เก่าแก่กว่า|แก่กว่า|อายุมากกว่า",
        r"\byounger\b|\bnewer\b|ใหม่กว่า|อ่อนกว่า|อายุน้อยกว่า",
    ),
    (r"\blonger\b|ยาวกว่า|นานกว่า", r"\bshorter\b|สั้นกว่า"),
    (
        r"\b(?:must|ha(?:s|ve) to|required|compulsory)\b|ต้อง(?!การ)|จำเป็น",
        r"\boptional\b|ก็ได้|ไม่จำเป็น",
    ),
    (r"\bpublic\b|รัฐบาล|ของรัฐ", r"\bprivate\b|เอกชน"),
    (r"\bprofits?\b|กำไร", r"\b(?:loss|losses|lost)\b|ขาดทุน"),
    (
        r"\bunchanged\b|\bkept\b|เท่าเดิม|คงที่|ไม่เปลี่ยน",
        r"\b(?:ris(?:e|es|en|ing)|rose|fell|falls?|fallen|raised?|lowered|increas\w*|decreas\w*)\b|"
        r"เพิ่มขึ้น|ลดลง|ปรับเพิ่ม|ปรับลด",
    ),
    (r"\badults?\b|ผู้ใหญ่", r"\bchild(?:ren)?\b|เด็ก"),
)
# One word of each pair that turns with its names.
_TURNING = (
    "above", "more than", "more", "before", "bought", "larger", "heavier", "faster", "older",
    "longer", "win",
)  # fmt: skip
COMPARING = re.compile(r"\bthan\b|กว่า(?!\s?\d)")
_Pairs = list[tuple[re.Pattern[str], re.Pattern[str]]]
_COMPILED: _Pairs = [(re.compile(one), re.compile(other)) for one, other in _PAIRS]
_OF_CLAIMS: _Pairs = [(re.compile(one), re.compile(other)) for one, other in _CLAIMED]


def sides(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text in lower case that have an opposite in it too.

    Yields:
        Which pair and side, as ``"3+"`` or ``"3-"``, first character and character after the last.
    """
    for number, (one, other) in enumerate([*_COMPILED, *_OF_CLAIMS]):
        plus, minus = list(one.finditer(text)), list(other.finditer(text))
        if plus and minus:
            yield from ((f"{number}+", *match.span()) for match in plus)
            yield from ((f"{number}-", *match.span()) for match in minus)


def side_in(side: str, text: str) -> tuple[int, int] | None:
    """Return where a text in lower case has a word of a side, and none of its opposite."""
    one, other = [*_COMPILED, *_OF_CLAIMS][int(side[:-1])]
    if side.endswith("-"):
        one, other = other, one
    found = one.search(text)
    return found.span() if found and not other.search(text) else None


def opposed(asked: str, shown: str) -> bool:
    """Tell whether one text in lower case has a word and another only its opposite."""
    return _opposed(asked, shown, _COMPILED)


def contrary(claim: str, evidence: str) -> bool:
    """Tell the same of a claim and its evidence, by further words as well."""
    return opposed(claim, evidence) or _opposed(claim, evidence, _OF_CLAIMS)


def converse(claim: str, evidence: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Return two texts parted at words that say the same of each other's names; None if none do.

    What A sells to B, B buys from A; if A is larger than B, B is smaller than A. Other contrary
    words in them make it None too.
    """
    found = [pair for pair in [*_COMPILED, *_OF_CLAIMS] if _opposed(claim, evidence, [pair])]
    if not found or not all(any(one.search(word) for word in _TURNING) for one, _ in found):
        return None
    one, other = found[0] if found[0][0].search(claim) else found[0][::-1]
    return _parted(one, claim), _parted(other, evidence)


def _parted(word: re.Pattern[str], text: str) -> tuple[str, str]:
    found = word.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _opposed(here: str, there: str, pairs: _Pairs) -> bool:
    return any(
        (_only(one, other, here) and _only(other, one, there))
        or (_only(other, one, here) and _only(one, other, there))
        for one, other in pairs
    )


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    return bool(one.search(text)) and not other.search(text)
