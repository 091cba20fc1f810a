"""Strength: words that make a statement say more, or less, than another, as data.

A claim that says all where its evidence says some, that a thing is done which is only planned, or
why, where the evidence gives no reason, claims too much.
"""

import re

from assistant.numbers import stated

_ALL = re.compile(
    r"\b(?:all|every|everyone|everybody|each|entire|whole|completely|always|permanent\w*|forever|"
    r"definitely|certainly|unanimous\w*)\b"
    r"|(?<!บรร)(?<!ล่า)ทุก(?!ข์|\s?(?:วัน|สัปดาห์|เดือน|ปี|\d|ๆ|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ครึ่ง|ชั่วโมง|นาที|ครั้ง))|(?<!จาก)ทั้งหมด(?!\s?\d)|ล้วน|"
    r"เสมอ|แน่นอน|ถาวร|ตลอดไป|เอกฉันท์|ทั้งสิ้น"
)
# Of all that a share is of: a quarter of all boats.
_OF_ALL = re.compile(r"\bof (?:all|the whole|the entire)\b|ของ[^\s]{1,20}ทั้งหมด|จากทั้งหมด")
_EVERY = re.compile(
    _ALL.pattern
    + r"|\b(?:any|both|throughout|nationwide|for good|no one|nobody|none|per|a(?:ll)? year "
    r"round)\b|\b100 percent\b|(?<!รวม)ทั้ง(?!นี้|ที่|ยัง|ๆ)|ตลอด|ต่างก็|ทั่ว|ไม่มี(?:ใคร|ผู้)|"
    r"(?:คน|ครัวเรือน|ครอบครัว)ละ\s?\d"
)
_IF = r"\b(?:if|provided|unless|as long as)\b|หากว่า|หาก(?!หลาย)|ถ้า"
_GIVEN = re.compile(
    r"\b(?:on condition|subject to|depend\w*|once|only (?:when|after))\b|เงื่อนไข|ขึ้นอยู่กับ|"
    r"ต่อเมื่อ"
)
# What one may do, one can: "so that anyone may make it".
_ABLE = re.compile(
    r"\b(?:can|able to|allowed|free to|permit\w*|let)\b|(?<!ไม่)(?:สามารถ|อนุญาต)|(?<!ไม่)ได้"
)
_POSSIBLE = re.compile(
    r"\b(?:might|could(?! not)|consider\w*|propos\w*|offer\w*|thinking (?:of|about)|possibl\w*|"
    rf"perhaps|likely|probabl\w*)\b|อาจ(?!ารย์)|พิจารณา|เสนอ(?!ราคา)|เป็นไปได้|น่าจะ|{_IF}"
)
_MAY = re.compile(rf"\bmay(?! \d)\b|{_POSSIBLE.pattern}")
_MAY_NOT = re.compile(r"\bmay not\b")
_FORBIDDEN = re.compile(
    r"\b(?:bann?\w*|forbid\w*|prohibit\w*|must not|cannot|not allowed|not permitted)\b|ห้าม|ไม่ได้"
)
_MUST = re.compile(
    r"\b(?:must|ha(?:s|ve) to|required|compulsory|obliged)\b|(?<!ไม่)ต้อง(?!การ|ห้าม)|บังคับ"
)
_SHOULD = re.compile(
    r"\b(?:should|ought|recommend\w*|advis\w*|suggest\w*|urge\w*)\b|ควร|แนะนำ|ขอให้"
)
_PROVEN = re.compile(r"\b(?:prove[nsd]?|proof|confirm\w*|certain)\b|พิสูจน์|ยืนยัน")
_BELIEVED = re.compile(
    r"\b(?:believe\w*|thinks?|suspect\w*|no (?:proof|evidence))\b|เชื่อว่า|คาดว่า|สงสัย|"
    r"ไม่มีหลักฐาน"
)
_WILL = re.compile(
    r"\b(?:will|plans?|planned|planning|expect\w*|intend\w*|going to|aims?|hopes?|to be|promis\w*|"
    r"pledg\w*|scheduled|would|targets?|targeted|under discussion|due to (?!the|a|an)\w+|seeks? to|"
    r"wants? to|still (?:has|have) to|must still|yet to|(?:ready|willing|agree[sd]?) to)\b"
    r"|จะ|คาดว่า|มีแผน|เตรียม|ตั้งใจ|ตั้งเป้า|มีกำหนด|ให้คำมั่น|วางแผน|ต้องการ|พร้อม(?=จะ|ที่จะ)"
)
_EXPECTED = re.compile(r"\b(?:expect\w*|forecast\w*|under discussion)\b|คาดว่า|คาดการณ์")
_SURELY = re.compile(r"\b(?:will|is|are)\b|(?<!ว่า)จะ")
_DONE = re.compile(
    r"\b(?:has|have|had) (?:already )?(?:\w+ed|\w+en|been|begun|built|bought|sent|won|paid|made|"
    r"cut|come|gone|become|grown|lost|left|held|found|met|put|set|led|let|sold|told|kept|done)\b"
    r"|\balready\b|\b(?:was|were) (?:\w+ed|built|bought|sent|won|paid|made|cut|sold|held)\b"
    r"|แล้ว(?!แต่|ว่า)|เสร็จ"
)
# Done is only the agreeing: "have agreed to build", ตกลงว่าจะสร้างให้เสร็จ.
_AGREED = re.compile(
    r"\b(?:has|have|had|was|were) (?:already )?(?:agreed|decided|promised|pledged|planned|"
    r"resolved|asked|expected|scheduled) to\b"
    r"|(?:ให้|จะ)(?:แล้ว)?เสร็จ(?:สิ้น)?|(?:แล้ว)?เสร็จ(?:สิ้น)?(?=ภายใน)"
)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|caused? by|causes?|caused|as a result|led to|thanks to|"
    r"since then)\b"
    r"|เพราะ|เนื่องจาก|สืบเนื่อง|เป็นเหตุให้|ส่งผลให้"
)
_CAUSAL = re.compile(
    _BECAUSE.pattern + r"|\b(?:blam\w*|delay\w*|mean\w*|made|after|so that|in order|reason|help\w*|"
    r"to avoid|explain\w*|attribut\w*|otherwise|\w+ed by|so(?! far| much| many)|therefore|thus|"
    r"hence|which is why|since|as|citing|arguing|saying|fears?|fearing|at the request|by \w+ing|"
    r"when|need\w*|want\w*)\b"
    r"|ทำให้|หลัง|เพื่อ|จาก|เหตุ|ช่วย|จึง|ดังนั้น|ซึ่ง|ห่วง|เกรง|กลัว|ต้องการ|เห็นว่า"
)
_ABOVE = re.compile(
    r"(?<!no )(?<!not )\bmore than\b(?! (?:the|what|they|in|last)\b)|\b(?:over(?= [\d])|at least|"
    r"or more|minimum|(?<!not )exceed\w*|"
    r"above(?= \d)|(?:no|not) fewer|(?:no|not) less)\b"
    r"|ขึ้นไป|(?<!ไม่)(?:เกิน(?!ไป)|มากกว่า)|กว่า(?=\s?\d)|อย่างน้อย|ไม่ต่ำกว่า|ไม่น้อยกว่า|"
    r"สูงกว่า(?=\s?(?:ร้อยละ|\d))"
)
_BELOW = re.compile(
    r"(?<!no )(?<!not )\b(?:less|fewer) than\b(?! (?:the|what|they|in|last)\b)|\b(?:at most|"
    r"up to|or (?:less|fewer|younger)|maximum|nearly|almost|under(?= \d)|below|no more than|"
    r"not exceed\w*|within|limited|only)\b"
    r"|ไม่เกิน|น้อยกว่า|ไม่ถึง|เกือบ|ต่ำกว่า|อย่างมาก|ภายใน(?=\s?\d)|จำกัด|เพียง|แค่|"
    r"สูงสุด(?=\s?\d)"
)
_COMPARISON = re.compile(
    r"(?:มาก|น้อย|สูง|ต่ำ)กว่า(?=ใน|ปี(?!ละ)|ที่|เมื่อ|ของ|[\u0e01-\u0e4e]{4})"
    r"(?!\s?(?:ร้อยละ|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ครึ่ง|พัน|หมื่น|แสน|ล้าน))"
    r"|\b(?:more|less|fewer|higher|lower)(?: \w+){0,3} than "
    r"(?=the|those|in|its|his|her|[a-z]+ (?:did|has|had))"
)
_COMPARED = re.compile(r"\bthan\b|กว่า")
_UTMOST = re.compile(
    r"\b(?:larg|bigg|high|small|low|long|old|young|short|great|fast|cheap|new|lat|earli)est\b|"
    r"\b(?:latest|best|worst|most|mostly|mainly|chiefly|majority|top|leading|main)\b|ที่สุด|"
    r"อันดับ(?:หนึ่ง|\s?1)|"
    r"ส่วนใหญ่|สูงสุด(?!\s?\d)|ต่ำสุด|ล่าสุด|รายใหญ่|หลัก(?!สูตร|ฐาน|ทรัพย์|การ)"
)
_LAST = re.compile(r"\blast\b")  # in evidence; in a claim it tells when: last year
_MOST = re.compile(r"\b(?:most|mostly|mainly|chiefly|largely|majority)\b|ส่วนใหญ่|ส่วนมาก")
_LARGE = re.compile(
    r"\b(?:two thirds|three quarters|four fifths|largely)\b|สองในสาม|สามในสี่|สี่ในห้า|ส่วนมาก|"
    r"โดยมาก"
)
_PERCENT = re.compile(r"ร้อยละ\s?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s?(?:%|per ?cent|เปอร์เซ็นต์)")
_ONLY = frozenset(["only", "เพียง", "แค่"])
_BESIDE, _BEHIND = 12, 14  # characters after a bound, and before it, that hold its number
_HALF, _WHOLE = 50, 100
_HOPES = re.compile(
    r"\b(?:plans?|planned|hopes?|wants?|aims?|wish\w*|seeks?|expect\w*|intend\w*|would)\b"
    r"|คาดว่า|มีแผน|หวัง|ตั้งใจ|ต้องการ|อยาก|ตั้งเป้า|เตรียม"
)
# Before a post or a thing they make it another.
_LESSER = re.compile(r"\b(?:deputy|vice|former|acting|runners?-up|would-be)[ -](\w+)")


def planned(text: str) -> bool:
    """Tell whether normalised words, in lower case, tell of what is to be and of nothing done."""
    plain = _AGREED.sub(" will ", text)
    return bool(_WILL.search(plain)) and not _DONE.search(plain)


def overclaims(claim: str, evidence: str, deciding: str) -> str:
    """Return how a claim says more than its evidence: a key, or nothing.

    Args:
        claim: The claim, normalised, in lower case, in either language.
        evidence: What is cited, likewise.
        deciding: The clauses of it that speak of the same.
    """
    if _ALL.search(_OF_ALL.sub(" ", claim)) and not _EVERY.search(_OF_ALL.sub(" ", evidence)):
        return "overclaim"
    if _MAY.search(deciding) and not (
        _MAY.search(claim)
        or _GIVEN.search(claim)
        or _hopes(claim)
        or (_MAY_NOT.search(deciding) and _FORBIDDEN.search(claim))
        or (not _POSSIBLE.search(deciding) and _ABLE.search(claim))
    ):
        return "overclaim"
    if _SHOULD.search(deciding) and _musts(claim) and not _musts(evidence):
        return "overclaim"
    if _PROVEN.search(claim) and _BELIEVED.search(evidence) and not _BELIEVED.search(claim):
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
    if _UTMOST.search(claim) and not (
        _UTMOST.search(evidence) or _LAST.search(evidence) or _mostly(claim, evidence)
    ):
        return "overclaim"
    return _bounded(claim, evidence)


def _softened(claim: str) -> bool:
    return bool(_EXPECTED.search(claim) or _MAY.search(claim)) or _hopes(claim)


def _hopes(claim: str) -> bool:
    return bool(_HOPES.search(claim))


def _musts(text: str) -> bool:
    return bool(_MUST.search(text)) and not _SHOULD.search(text)


def _mostly(claim: str, evidence: str) -> bool:
    """Tell whether "most" stands for a share of more than a half that the evidence gives."""
    large = _LARGE.search(evidence) or any(
        _HALF < float(match[1] or match[2]) < _WHOLE for match in _PERCENT.finditer(evidence)
    )
    return bool(_MOST.search(claim) and large)


def uncompared(claim: str) -> str:
    """Return a claim without its words of comparing two things: more than the other."""
    return _COMPARISON.sub(" ", claim)


def _bounded(claim: str, evidence: str) -> str:
    """Tell by its key that a claim bounds a number which the evidence gives as it is."""
    known = stated(evidence).numbers
    for bound in (_ABOVE, _BELOW):
        if bound.search(evidence) or _COMPARED.search(evidence):
            continue
        for match in bound.finditer(claim):
            # "Only" bounds nothing, it wonders.
            before = claim[max(0, match.start() - _BEHIND) : match.start()]
            after = claim[match.end() :][:_BESIDE]
            if match.group() not in _ONLY and stated(f"{before} {after}").numbers & known:
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
