"""Equivalents: ways to say the same with a negation and without, in either language, as data.

Where two texts both use a way of a group, free of charge and not having to pay, the words by which
they do so are left out of both, so that neither seems to negate, bound or limit what the other
does not.
"""

import re

_GAP = r"(?:(?!\b(?:and|but)\b)[^.;]){1,70}?"
_THAI_GAP = r"[^\n]{1,50}?"
_GROUPS = (
    # costs nothing
    r"ไม่มีค่า(?:ใช้จ่าย|บริการ|ธรรมเนียม|เข้า)|ไม่(?:ต้อง)?(?:เสีย|คิด|จ่าย|เก็บ)(?:ค่า\w{0,12}|"
    r"เงิน)?|ไม่ต้องซื้อตั๋ว|ฟรี|"
    r"\bfor free\b|(?<!-)\bfree(?: of charge)?\b|\bpays? nothing\b|\bno (?:charge|fee|cost)\b|"
    r"\bwithout (?:charge|paying)\b|\b(?:do|does|need) not (?:have to |need to )?(?:pay|buy)\b",
    # not until, only once
    rf"\bnot\b(?={_GAP}\b(?:until|till|unless)\b)|n't\b(?={_GAP}\b(?:until|till|unless)\b)|"
    rf"ไม่(?={_THAI_GAP}(?:จนกว่า|จนถึง|เว้นแต่))|\bonly (?=(?:\w+ ){{0,3}}(?:once|after|when|"
    rf"if)\b)|ก็?ต่อเมื่อ|"
    rf"หลัง(?:จาก)?(?={_THAI_GAP}แล้ว)|\b(?:stays?|remains?) open\b(?={_GAP}\buntil\b)",
    # only some, none but some
    rf"\bonly\b|เท่านั้น|เฉพาะ|มีแต่|\b(?:not|no|none|nobody)\b(?={_GAP}\b(?:except|other than|"
    rf"apart from)\b)"
    rf"|ไม่(?={_THAI_GAP}(?:ยกเว้น|นอกจาก|เว้นแต่))|ยกเว้น|นอกจาก|เว้นแต่|\bexcept(?: for)?\b|"
    rf"\bother than\b|"
    r"\bapart from\b|\bnothing but\b|\bno one but\b",
    # refused
    r"\brefus\w*(?: to)?\b|\breject\w*\b|\bturn\w* down\b|\bdeclin\w* to\b|\bveto\w*\b|"
    r"\bden(?:y|ied|ies)\b|\b(?:not|n't) (?:be |been )?(?:approv|accept|allow|permit|agree|back|"
    r"grant)\w*|"
    r"ปฏิเสธ(?:ที่จะ|การ)?|ไม่(?:ได้)?(?:อนุมัติ|อนุญาต|ยอมรับ|ยอม|เห็นชอบ|รับ|ตกลง)(?:ให้)?|"
    r"ตีตก|ปัดตก",
    # outside of what is covered
    r"\b(?:not|n't) (?:be )?(?:cover|insur|includ)\w*|\bexclud\w*|\bfalls? outside\b|\buninsured\b|"
    r"ไม่(?:ได้)?(?:คุ้มครอง|ครอบคลุม|รวม(?:ถึง)?)|ยกเว้น",
    # at most
    r"\b(?:not|n't|never) (?:\w+ ){0,2}(?:above|over|exceed\w*|more than|beyond)\b|\bno (?:more|"
    r"longer|"
    r"higher|older) than\b|\b(?:stays?|remains?|kept) (?:below|under)\b|\bat most\b|\bup to\b|"
    r"\bmaximum\b|"
    r"\bwithin\b|\blimit\w*|\bnot exceed\w*|\bbelow\b|\b(?:aged )?(?=\w+ or (?:younger|less|"
    r"fewer|under)\b)|"
    r"ไม่(?:สูง|มาก|เกิน)(?:กว่า|ไปกว่า)?|สูงสุด(?=\s?\d)|ต่ำกว่า|อย่างมาก|ไม่เกิน|จำกัด",
    # at least
    r"\bat least\b|\b(?:not|no) (?:less|fewer|lower|younger) than\b|\bor more\b|\bminimum\b|"
    r"ไม่(?:ต่ำ|น้อย)กว่า|อย่างน้อย|ขึ้นไป|ขั้นต่ำ|เริ่มต้นที่",
    # stays outside
    r"\b(?:not|n't) join\w*|\bstay\w* out of\b|\bkept out of\b|ไม่(?:ได้)?เข้าร่วม",
)  # fmt: skip
_THAI = re.compile("[\u0e01-\u0e4e]")
_COMPILED = [re.compile(f"(?i){group}") for group in _GROUPS]


def alike(claim: str, evidence: str) -> tuple[str, str]:
    """Return two texts without the words by which both say the same, each in its own way.

    Ways that both texts use as they are stay: they are the same words for every later check.
    """
    for group in _COMPILED:
        ours, theirs = _ways(group, claim), _ways(group, evidence)
        if ours and theirs and not ours & theirs:
            claim, evidence = group.sub(_blank, claim), group.sub(_blank, evidence)
    return claim, evidence


def _blank(match: re.Match[str]) -> str:
    """Return what takes the place of words; in Thai a blank would part a clause."""
    return "" if _THAI.search(match.group()) else " "


def _ways(group: re.Pattern[str], text: str) -> set[str]:
    return {match.group().casefold().strip() for match in group.finditer(text)} - {""}
