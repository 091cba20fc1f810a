"""Fates: how many died is not told by how many fell ill, nor the missing by the injured."""

import re

from assistant.question import Question
from index import clause_spans
from sources import normalise

# Before "ill", which is said of the others too: "died of the infection".
_FATES = {
    "dead": (
        r"เสียชีวิต|(?<!ตัว)ตาย(?!ตัว|ใจ)|คร่าชีวิต|ศพ|สังเวย|"
        r"\b(?:die[sd]?|dying|dead|deaths?|killed|kills?|fatalit\w+|"
        r"lost their lives|perished|drowned)\b"
    ),
    "hurt": r"บาดเจ็บ|\b(?:injur\w+|wounded|hurt)\b",
    "missing": r"สูญหาย|หายตัว|\bmissing\b|\bunaccounted\b",
    "saved": r"รอดชีวิต|ช่วยชีวิต|\b(?:rescued|surviv\w+|saved)\b",
    "moved": r"อพยพ|พลัดถิ่น|\b(?:evacuat\w+|displaced|homeless)\b",
    "ill": (
        r"ป่วย|ติดเชื้อ|เข้ารับการรักษา|\b(?:patients?|ill|sick|infected|infections?|cases?|hospitali[sz]\w+)\b"
    ),
}
_COMPILED = {fate: re.compile(pattern) for fate, pattern in _FATES.items()}


def of_another_fate(question: Question, text: str, span: tuple[int, int], language: str) -> bool:
    """Tell whether a number is of people whom something else befell than a question asks about.

    Args:
        question: The question.
        text: The sentence of the number.
        span: Characters of it.
        language: Its language.
    """
    if question.kind != "how_many":
        return False
    wanted = next(iter(_fates(question.text)), None)
    if wanted is None:
        return False
    clauses = [text[a:b] for a, b in clause_spans(text, language) if a < span[1] and span[0] < b]
    told = next((fates for part in (" ".join(clauses), text) if (fates := _fates(part))), [])
    return bool(told) and wanted not in told


def _fates(text: str) -> list[str]:
    plain = normalise(text).text.casefold()
    return [fate for fate, pattern in _COMPILED.items() if pattern.search(plain)]
