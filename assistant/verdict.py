"""Verdict: yes or no, decided from the evidence against what the question states."""

import re

from assistant.numbers import Stated, agree, stated
from assistant.question import Question
from assistant.translate import name_in
from index import lexicon, tokens
from sources import normalise

_THAI_ASKING = re.compile(r"หรือไม่|หรือเปล่า|หรือยัง|ใช่ไหม|ใช่มั้ย|ใช่หรือไม่|ไหม|มั้ย|รึเปล่า")
_NEGATION = {
    "th": re.compile(r"ไม่|มิได้|มิใช่|ปราศจาก|ยกเว้น|ปฏิเสธ|นอก(?!จาก|เหนือ)"),
    "en": re.compile(
        r"\b(?:not|no|never|none|neither|nor|without|cannot|except|refused?|denied|rejected|outside)\b|n['’]t\b"
    ),
}
_BORDER = re.compile(r"เริ่ม|สิ้นสุด|\b(?:begins?|starts?|opens?|ends?|closes?|began|started|ended)\b")
_CAPITAL = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w'’-]+(?:\s+(?:of\s+|the\s+)*[A-Z][\w'’-]+)*")


def verdict(question: Question, passage: str, evidence: str, language: str) -> bool:
    """Tell whether evidence affirms what a yes-or-no question states.

    It does unless a date, a number or a name of the question is missing where the passage has
    another of its sort, or one of the two is negated and the other is not.

    Args:
        question: The question.
        passage: The passage that the evidence stands in.
        evidence: The clause that decides.
        language: Language of the passage.
    """
    asked = normalise(_THAI_ASKING.sub(" ", question.text)).text
    shown = normalise(evidence).text
    agrees = (
        _dates_agree(question, stated(evidence))
        and _numbers_agree(question.stated, stated(passage))
        and _names_agree(asked, shown, question.language, language)
    )
    asked_negated = bool(_NEGATION[question.language].search(asked.casefold()))
    shown_negated = bool(_NEGATION[language].search(shown.casefold()))
    return agrees != (asked_negated != shown_negated)


def _dates_agree(question: Question, shown: Stated) -> bool:
    within = not _BORDER.search(question.text.casefold())
    return not shown.dates or all(
        any(agree(date, other, within=within) for other in shown.dates)
        for date in question.stated.dates
    )


def _numbers_agree(asked: Stated, shown: Stated) -> bool:
    """Tell whether the passage has each number, and each ordinal, if it has any such."""
    numbers = not shown.numbers or asked.numbers <= shown.numbers | shown.ordinals
    return numbers and (not shown.ordinals or asked.ordinals <= shown.ordinals)


def _names_agree(stated: str, shown: str, asked_in: str, shown_in: str) -> bool:
    """Tell whether the evidence has each known name of the question, in either script."""
    low = shown.casefold()
    for name in _names(stated, asked_in):
        other = name_in(name, shown_in) if asked_in != shown_in else None
        if name.casefold() not in low and not (other and other.casefold() in low):
            return asked_in != shown_in and other is None
    return True


def _names(text: str, language: str) -> list[str]:
    """Return the known names of a text: countries, places, people, organisations."""
    if language == "th":
        words = [word for kind, word in tokens(text) if kind == "thai"]
        return [word for word in words if name_in(word, "en") and word in lexicon().names]
    return [match.group() for match in _CAPITAL.finditer(text) if name_in(match.group(), "th")]
