"""Strength: words that make a statement say more, or less, than another, as data.

A claim that says all where its evidence says some, that a thing is done which is only planned, or
why, where the evidence gives no reason, claims too much.
"""

import re

_ALL = re.compile(
    r"\b(?:all|every|everyone|everybody|each|entire|whole|completely|always|permanent\w*|forever|"
    r"definitely|certainly|unanimous\w*)\b"
    r"|ทุก(?!\s?(?:วัน|สัปดาห์|เดือน|ปี|\d|ๆ))|ทั้งหมด(?!\s?\d)|ล้วน|เสมอ|แน่นอน|ถาวร|ตลอดไป|เอกฉันท์|ทั้งสิ้น"
)
_MAY = re.compile(
    r"\b(?:may(?! \d)|might|could(?! not)|consider\w*|propos\w*|offer\w*|"
    r"possibl\w*|perhaps|likely|if)\b"
    r"|อาจ(?!ารย์)|พิจารณา|เสนอ|หากว่า|หาก(?!หลาย)|เป็นไปได้|น่าจะ"
)
_WILL = re.compile(
    r"\b(?:will|plans?|planned|planning|expect\w*|intend\w*|going to|aims?|hopes?|to be|promis\w*|"
    r"pledg\w*|scheduled|would|targets?|targeted|under discussion|due to (?!the|a|an)\w+|seeks? to|"
    r"wants? to|still (?:has|have) to|must still|yet to)\b"
    r"|จะ|คาดว่า|มีแผน|เตรียม|ตั้งใจ|ตั้งเป้า|มีกำหนด|ให้คำมั่น|วางแผน|ต้องการ"
)
_EXPECTED = re.compile(r"\b(?:expect\w*|forecast\w*|under discussion)\b|คาดว่า|คาดการณ์")
_SURELY = re.compile(r"\b(?:will|is|are)\b|(?<!ว่า)จะ")
_DONE = re.compile(
    r"\b(?:has|have|had) (?:already )?(?:\w+ed|\w+en|been|begun|built|bought|sent|won|paid|made|"
    r"cut|come|gone|become|grown|lost|left|held|found|met|put|set|led|let|sold|told|kept|done)\b"
    r"|\balready\b|\b(?:was|were) (?:\w+ed|built|bought|sent|won|paid|made|cut|sold|held)\b"
    r"|แล้ว(?!แต่|ว่า)|เสร็จ"
)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|caused? by|causes?|caused|as a result|led to|thanks to|"
    r"since then)\b"
    r"|เพราะ|เนื่องจาก|สืบเนื่อง|เป็นเหตุให้|ส่งผลให้"
)
_CAUSAL = re.compile(
    _BECAUSE.pattern + r"|\b(?:blam\w*|delay\w*|mean\w*|made|after|so that|in order|reason|help\w*|"
    r"to avoid|explain\w*|attribut\w*|otherwise|\w+ed by)\b"
    r"|ทำให้|หลัง|เพื่อ|จาก|เหตุ|ช่วย"
)
_ABOVE = re.compile(
    r"\b(?:more than|over(?= [\d])|at least|exceed\w*|above(?= \d)|no fewer|no less)\b"
    r"|(?<!ไม่)(?:เกิน(?!ไป)|มากกว่า)|กว่า(?=\s?\d)|อย่างน้อย|ไม่ต่ำกว่า|ไม่น้อยกว่า|สูงกว่า(?=\s?(?:ร้อยละ|\d))"
)
_BELOW = re.compile(
    r"\b(?:less than|fewer than|at most|up to|nearly|almost|under(?= \d)|below|no more than|"
    r"not exceed\w*|within|limited|only)\b"
    r"|ไม่เกิน|น้อยกว่า|ไม่ถึง|เกือบ|ต่ำกว่า|อย่างมาก|ภายใน(?=\s?\d)|จำกัด|เพียง|แค่|สูงสุด(?=\s?\d)"
)
_COMPARED = re.compile(r"\bthan\b|กว่า")
_UTMOST = re.compile(
    r"\b(?:larg|bigg|high|small|low|long|old|young|short|great|fast|cheap|new|lat|earli)est\b|"
    r"\b(?:best|worst|most|mostly|mainly|chiefly|majority|top|leading|main)\b|ที่สุด|อันดับ(?:หนึ่ง|\s?1)|"
    r"ส่วนใหญ่|สูงสุด(?!\s?\d)|ต่ำสุด|ล่าสุด|รายใหญ่|หลัก(?!สูตร|ฐาน|ทรัพย์|การ)"
)
# Before a post or a thing they make it another.
_LESSER = re.compile(r"\b(?:deputy|vice|former|acting|runners?-up|would-be)[ -](\w+)")


def overclaims(claim: str, evidence: str, deciding: str) -> str:
    """Return how a claim says more than its evidence: a key, or nothing.

    Args:
        claim: The claim, normalised, in lower case, in either language.
        evidence: What is cited, likewise.
        deciding: The clauses of it that speak of the same.
    """
    if _ALL.search(claim) and not _ALL.search(evidence):
        return "overclaim"
    if _MAY.search(deciding) and not (_MAY.search(claim) or _hopes(claim)):
        return "overclaim"
    if _EXPECTED.search(deciding) and _SURELY.search(claim) and not _softened(claim):
        return "overclaim"
    if _WILL.search(deciding) and _DONE.search(claim) and not _WILL.search(claim):
        return "overclaim"
    if any(
        re.search(rf"\b{match[1]}\b", claim) and match.group() not in claim
        for match in _LESSER.finditer(deciding)
    ):
        return "overclaim"
    if _UTMOST.search(claim) and not _UTMOST.search(evidence):
        return "overclaim"
    return _bounded(claim, evidence)


def _softened(claim: str) -> bool:
    return bool(_EXPECTED.search(claim) or _MAY.search(claim)) or _hopes(claim)


def _hopes(claim: str) -> bool:
    return bool(re.search(r"\b(?:plans?|hopes?|expect\w*|intend\w*)\b|คาดว่า|มีแผน", claim))


def _bounded(claim: str, evidence: str) -> str:
    for bound in (_ABOVE, _BELOW):
        if bound.search(claim) and not bound.search(evidence) and not _COMPARED.search(evidence):
            return "number"
    return ""


def reason_of(claim: str) -> str:
    """Return the words after "because" in a claim, empty if it gives no reason."""
    found = _BECAUSE.search(claim)
    if not found:
        return ""
    after = claim[found.end() :]
    return after if found.start() or "," not in after else after.split(",")[0]


def explains(evidence: str) -> bool:
    """Tell whether words give a reason at all."""
    return bool(_CAUSAL.search(evidence))
