"""Charged: whether something costs anything, from the sentence that says it is free.

"Do I have to pay to take a bicycle?" is answered by "bicycles are carried at no charge", which
shares hardly a word with it and denies what is asked without a word of negation.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.coverage import asked_words, content_words, missing
from assistant.polarity import speaks_of
from assistant.question import Question
from assistant.ruled import Ruled
from index import Hit
from sources import normalise

Span = tuple[int, int]
_BORDER = re.compile(r"[,;:]\s+(?:and |but )?|\s(?:and|but|while)\s")
SURE = 0.75  # probability that what a clause calls free is what a question speaks of
UNMET = 0.5  # share of what else a question speaks of that may be told in other words

_FREE = {
    "th": re.compile(
        r"ฟรี|(?:ไม่(?:ต้อง|ได้|มีการ|มี)?|งด|(?:ได้รับ|ได้)?ยกเว้น(?:การ)?)(?:เสีย|จ่าย|คิด|เก็บ|เรียกเก็บ|ชำระ)?"
        r"(?:เงิน|ค่า(?!ตอบแทน|จ้าง|แรง|เฉลี่ย|นิยม|เสียหาย|เงิน|ชดเชย|ปรับ|ครองชีพ)[ก-๙]*)|ไม่ต้องจ่าย"
    ),
    "en": re.compile(
        r"(?i)(?<![-\w])(?:free(?= |[.,;:]|$)(?! (?:trade|from|to|time|speech|market|will|press|"
        r"and|fall|election|movement|space|port)\b)|(?:no|without(?: any)?)(?: (?:extra|additional|"
        r"further|added))? (?:charge|cost|fee|payment)|without paying|(?:not|never|n't) (?:be )?"
        r"(?:charged?|pay|have to pay|need to pay)|need not pay|pays? nothing|"
        r"exempt(?:ed)? from (?:\w+ ){0,3}(?:fees?|charges?))\b"
    ),
}
# Somebody wants it to be free, which does not make it so.
_REQUESTED = re.compile(
    r"(?i)ขอให้|เรียกร้อง|เสนอให้|อยากให้|ต้องการให้|ร้องขอ|\b(?:ask(?:s|ed|ing)?|urg\w+|call(?:s|ed|ing)?|"
    r"demand\w*|propos\w+|want(?:s|ed)?|request\w*|petition\w*) "
    r"(?:for|that|to|the|them|it|[a-z]+ to)\b"
)
# Of whom it holds, or how long; who asks of others is not told by it.
_LIMITED = re.compile(
    r"(?i)\bfree(?: of charge)? for (?!all\b|every|the public|visitors|anyone)|\bonly\b|\bexcept|"
    r"\bunder \d|\bover \d|\bfirst \d|สำหรับ|เฉพาะ|เท่านั้น|ยกเว้น(?!ค่า|การ)|อายุ|ต่ำกว่า|ไม่เกิน|แรก"
)
_ASKED_FREE = {
    "th": re.compile(r"ฟรี|ไม่(?:ต้อง)?(?:เสีย|จ่าย|คิด|เก็บ|มี)(?:เงิน|ค่า[ก-๙]*|ตังค์|สตางค์)?"),
    "en": re.compile(r"\bfree\b(?!-)|\bfor nothing\b|\bwithout (?:paying|charge)\b"),
}
_ASKED_PAID = {
    "th": re.compile(
        r"(?:เสีย|จ่าย|คิด|เก็บ|ออก)(?:เงิน|ตังค์|สตางค์|ค่า[ก-๙]*|เพิ่ม)+|ต้องจ่าย|มีค่า(?:ใช้จ่าย|ธรรมเนียม|เข้า)"
    ),
    "en": re.compile(
        r"\b(?:(?:have|has|need|got) to (?:pay|buy an? ticket)|must (?:\w+ )?pay|"
        r"(?<!any )(?<!get )(?<!their )(?<!the )pay (?:extra|more|anything|for|to)|"
        r"charged?\b(?! (?:with|by|in|at|the|up))|costs? (?:anything|money|extra|more)|"
        r"(?:a|any|an) (?:\w+ )?(?:fee|charge))\b"
    ),
}
_FEE = re.compile(r"ค่า(?!ใช้จ่าย|เข้า|ธรรมเนียม|บริการ|ผ่าน)([ก-๙]{2,3})")
# "Is there free wifi?" is not answered by a fare that is free.
_FREE_THING = re.compile(
    r"\bfree (?P<thing>(?!of\b|for\b|to\b|in\b|on\b|at\b|until\b|if\b|now\b)[a-z-]+)"
)
_PAYING = re.compile(
    r"จ่าย|เสีย|เงิน|ฟรี|^ค่า|คิด|เก็บ|ใช้จ่าย|เพิ่ม|^(?:pay\w*|free|charg\w*|fees?|cost\w*|money|extra|"
    r"anything|need|have)$"
)


def charged(question: Question, hits: Sequence[Hit]) -> Ruled | None:
    """Tell whether what a question speaks of is free, if a sentence says so.

    Returns:
        None if that is not asked, no sentence says it, or it is said of something else or of some
        only.
    """
    asks_free = _asks(question)
    if asks_free is None:
        return None
    plain = normalise(question.text).text.casefold()
    words = tuple(w for w in asked_words(plain) if not _PAYING.search(w[0]))
    thing = _FREE_THING.search(plain)
    best: tuple[float, Ruled] | None = None
    for hit in hits:
        before = ""
        for first, last in hit.passage.sentences:
            for start, end in _pieces(hit.passage.text, (first, last), hit.language):
                piece = hit.passage.text[start:end]
                told = _FREE[hit.language].search(piece)
                if not told or _REQUESTED.search(piece, 0, told.start()):
                    continue
                if _of_others(question, piece, told.end(), hit.language):
                    continue
                if _fee(told.group()) and _fee(plain) and _fee(told.group()) != _fee(plain):
                    continue
                shown = "\n".join([hit.title, before, piece])
                lacked = missing(words, question.language, shown, hit.language, related=True)
                if thing and not _spoken_of(thing["thing"], question, shown, hit.language):
                    continue
                share = len(lacked) / len(words) if words else 1.0
                if share <= UNMET and (best is None or share < best[0]):
                    span = (start + told.start(), start + told.end())
                    best = share, Ruled(asks_free, hit, span, SURE)
            before = hit.passage.text[first:last]
    return best[1] if best else None


def _spoken_of(thing: str, question: Question, shown: str, language: str) -> bool:
    return thing in shown.casefold() or speaks_of(thing, question.language, shown, language)


def _fee(text: str) -> str:
    """Return the beginning of what a Thai text names a fee for, empty if it is a fee at large."""
    found = _FEE.search(text)
    return found[1] if found else ""


def _of_others(question: Question, piece: str, end: int, language: str) -> bool:
    """Tell whether a clause limits for whom it is free, to others than a question speaks of."""
    if not _LIMITED.search(piece):
        return False
    named = content_words(piece[end:])
    lacked = missing(named, language, question.text, question.language, related=True)
    return not named or len(lacked) > UNMET * len(named) or any(map(str.isdigit, piece))


def _pieces(text: str, sentence: Span, language: str) -> list[Span]:
    """Return the clauses of a sentence, each of which may be about another thing."""
    start, end = sentence
    if language == "th":
        return [sentence]
    cuts = [m.end() for m in _BORDER.finditer(text, start, end)]
    return list(pairwise([start, *cuts, end]))


def _asks(question: Question) -> bool | None:
    """Tell whether it is asked if something is free, or if it costs; None if neither is."""
    plain = normalise(question.text).text.casefold()
    if question.kind != "yes_no":
        return None
    if _ASKED_FREE[question.language].search(plain):
        return True
    return False if _ASKED_PAID[question.language].search(plain) else None
