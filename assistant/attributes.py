"""Attributes of which one excludes the others: gold or silver coins, men's or women's finals.

A passage that speaks of the one only tells nothing of the other.
"""

import re
from functools import lru_cache

from assistant.question import Question
from sources import normalise

_GROUPS = (
    {
        "gold": r"\bgold(?:en|s)?\b|(?:เหรียญ|ทำจาก|เป็น)ทอง(?!แดง|เหลือง)|ทองคำ(?!ขาว)",
        "silver": r"\bsilvers?\b|เหรียญเงิน|เครื่องเงิน",
        "bronze": r"\bbronzes?\b|ทองแดง|สำริด",
    },
    {
        "men": (
            r"\b(?:m[ae]n(?:'s|’s)?|males?|boys?(?:'|’)?)\b|ผู้ชาย|เพศชาย|"
            r"(?:ทีม|ประเภท|น้ำ|บอล|คู่|เดี่ยว|เด็ก)ชาย"
        ),
        "women": (
            r"\b(?:wom[ae]n(?:'s|’s)?|females?|girls?(?:'|’)?)\b|ผู้หญิง|สตรี|เพศหญิง|"
            r"(?:ทีม|ประเภท|น้ำ|บอล|คู่|เดี่ยว|เด็ก)หญิง"
        ),
    },
    {
        "bicycle": r"\b(?:bicycles?|bikes?|cycl\w+)\b|จักรยาน(?!ยนต์)",
        "motorcycle": r"\b(?:motor(?:bike|cycle)s?|scooters?)\b|จักรยานยนต์|มอเตอร์ไซค์",
        "car": r"\bcars?\b|รถยนต์|รถเก๋ง",
        "lorry": r"\b(?:lorr(?:y|ies)|trucks?)\b|รถบรรทุก",
        "bus": r"\b(?:bus(?:es)?|coach(?:es)?)\b|รถบัส|รถเมล์|รถโดยสาร|รถประจำทาง",
    },
    {
        "export": r"\bexport\w*\b|ส่งออก",
        "import": r"\bimport(?!an)\w*\b|นำเข้า",
    },
    {
        "primary": r"\bprimary\b|ประถม",
        "secondary": r"\bsecondary\b|มัธยม",
    },
    {
        "indoor": r"\bindoors?\b|ในร่ม",
        "outdoor": r"\boutdoors?\b|กลางแจ้ง",
    },
)
_COMPILED = [[re.compile(pattern) for pattern in group.values()] for group in _GROUPS]


def of_another_attribute(question: Question, sentence: str, shown: str) -> bool:
    """Tell whether a sentence speaks of another attribute than a question, and so does its passage.

    Args:
        question: The question.
        sentence: The sentence of a span.
        shown: Its passage and title.
    """
    if question.kind in ("yes_no", "why", "how"):
        return False
    for wanted, others in _asked(question.text):
        told, every = (normalise(text).text.casefold() for text in (sentence, shown))
        if not wanted.search(every) and any(other.search(told) for other in others):
            return True
    return False


@lru_cache(maxsize=64)  # it is asked of every span
def _asked(text: str) -> list[tuple[re.Pattern[str], list[re.Pattern[str]]]]:
    """Return the attribute of each group that a question names alone, and the others of it."""
    asked, found = normalise(text).text.casefold(), []
    for group in _COMPILED:
        named = [pattern for pattern in group if pattern.search(asked)]
        if len(named) == 1:
            found.append((named[0], [other for other in group if other is not named[0]]))
    return found
