"""Verdict: yes or no, decided from the evidence against what the question states."""

import re

from assistant.counted import Counted, counted, ranked
from assistant.countries import countries_in
from assistant.coverage import content_words
from assistant.dates import DateSpan
from assistant.naming import name_in
from assistant.numbers import agree, stated
from assistant.opposites import opposed
from assistant.question import Question
from index import lexicon, tokens
from sources import normalise

_THAI_ASKING = re.compile(
    r"(?:ใช่|จริง)?(?:หรือ(?:ไม่|เปล่า|ยัง)|ไหม|มั้ย|รึเปล่า)(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
)
# "Isn't Cuba…?" asks whether it is.
_ENGLISH_ASKING = re.compile(r"(?i)^(\w+)n't\b")
_NEGATION = {
    "th": re.compile(r"ไม่(?!เกิน|น้อยกว่า|ต่ำกว่า|ว่า|เพียง|นาน|แพ้|เพียงแต่)|มิได้|มิใช่|ปราศจาก|ยกเว้น"),
    "en": re.compile(
        r"\b(?:not(?! only)|no(?! (?:later|more|less|fewer) than|\.)|never|none|nothing|nobody|"
        r"neither|nor|without|cannot|except)\b|n't\b"
    ),
}
_STARTS = re.compile(r"เริ่ม|เปิดฉาก|\b(?:begins?|starts?|began|started|from|opens?)\b")
_ENDS = re.compile(r"สิ้นสุด|เสร็จสิ้น|จบ|ปิดฉาก|\b(?:ends?|ended|closes?|closed|until|finish\w*)\b")
_CAPITAL = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w'’-]+(?:\s+(?:of\s+|the\s+)*[A-Z][\w'’-]+)*")
_CLAUSES = {
    "th": re.compile(r"\s+|(?=แต่|และไม่)"),
    "en": re.compile(r"[,;]\s+|\s+(?:and|but|while|although)\s+"),
}


def verdict(question: Question, passage: str, evidence: str, language: str) -> bool:
    """Tell whether evidence affirms what a yes-or-no question states.

    It does unless a date, a number or a name of the question is missing where the evidence has
    another of its sort, or one of the two is negated, or says the opposite, and the other not.

    Args:
        question: The question.
        passage: The passage that the evidence stands in.
        evidence: The clause that decides.
        language: Language of the passage.
    """
    asked = _ENGLISH_ASKING.sub(r"\1", _THAI_ASKING.sub(" ", normalise(question.text).text))
    shown = normalise(evidence).text
    agrees = (
        _dates_agree(question, evidence)
        and _counts_agree(asked, question.language, passage, evidence, language)
        and _names_agree(asked, shown, normalise(passage).text, question.language, language)
    )
    deciding = _deciding(asked, shown) if question.language == language else shown
    contrary = opposed(asked.casefold(), deciding.casefold())
    asked_negated = bool(_NEGATION[question.language].search(asked.casefold()))
    shown_negated = bool(_NEGATION[language].search(deciding.casefold()))
    return agrees and (contrary == (asked_negated != shown_negated))


def _dates_agree(question: Question, evidence: str) -> bool:
    shown = stated(evidence).dates
    return not shown or all(
        any(_date_agrees(date, other, question.text.casefold()) for other in shown)
        for date in question.stated.dates
    )


def _date_agrees(date: DateSpan, other: DateSpan, asked: str) -> bool:
    """Tell whether two dates agree; a range's beginning or end if that is asked for."""
    if not agree(date, other) or not date.days or not other.days or date.days == other.days:
        return agree(date, other)
    single = date.days[0] == date.days[1]
    if single and _STARTS.search(asked):
        return date.days[0] == other.days[0]
    if single and _ENDS.search(asked):
        return date.days[1] == other.days[1]
    return True


def _counts_agree(asked: str, asked_in: str, passage: str, evidence: str, language: str) -> bool:
    """Tell whether each number asked about is what the evidence, or else the passage, counts."""
    for count in (counted, ranked):
        near, far = count(evidence, language), count(passage, language)
        if not all(_found(number, near, far) for number in count(asked, asked_in)):
            return False
    return True


def _found(number: Counted, near: set[Counted], far: set[Counted]) -> bool:
    """Tell whether a number is there, or no other of its unit is."""
    value, unit = number
    for numbers in (near, far):
        same = {other for other, of in numbers if unit and of == unit}
        if same:
            return value in same
    figures = {other for other, of in near | far if not unit or not of}
    return not figures or value in {other for other, _ in near | far}


def _names_agree(asked: str, shown: str, passage: str, asked_in: str, shown_in: str) -> bool:
    """Tell whether the evidence has the names of the question.

    A country must be in the evidence if that names several, otherwise in the passage; another
    name that the lexicon knows must be in the passage, if both are in the same language.
    """
    there = countries_in(shown, shown_in)
    around = countries_in(passage, shown_in)
    for country in countries_in(asked, asked_in):
        if country not in (there if len(there) > 1 else around):
            return False
    if asked_in != shown_in:
        return True
    low = passage.casefold()
    return all(name.casefold() in low for name in _names(asked, asked_in))


def _names(text: str, language: str) -> list[str]:
    """Return the known names of a text but countries: places, people, organisations."""
    if language == "th":
        words = [word for kind, word in tokens(text) if kind == "thai"]
        found = [word for word in words if word in lexicon().names]
    else:
        matches = [match.group() for match in _CAPITAL.finditer(text)]
        found = [name for name in matches if name_in(name, "th")]
    return [name for name in found if not countries_in(name, language)]


def _deciding(asked: str, shown: str) -> str:
    """Return the clauses of the evidence that speak most of what is asked."""
    language = "th" if re.search(r"[\u0e01-\u0e4e]", shown) else "en"
    clauses = [clause for clause in _CLAUSES[language].split(shown) if clause]
    words = _words(asked)
    shares = [len(words & _words(clause)) for clause in clauses]
    most = max(shares, default=0)
    chosen = [clause for clause, share in zip(clauses, shares, strict=True) if share == most]
    return " ".join(chosen) if most else shown


def _words(text: str) -> set[str]:
    return {form for _, form in content_words(text)} | set(stated(text).numbers)
