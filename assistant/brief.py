"""Brief: an answer without what its question says already, for who reads `short` by machine.

Of "24 ครั้ง" to a question that ends in กี่ครั้ง the number is the answer; the answer that a person
reads keeps the unit.
"""

import re

from assistant.coverage import content_words, unmet
from assistant.question import Question
from assistant.reading import asking_when
from assistant.units import SCALES, UNITS
from index import stem
from sources import normalise

_NUMBER = rf"\d+(?:,\d{{3}})*(?:\.\d+)?(?:\s?(?:{'|'.join([*SCALES, *SCALES.values()])}))?"
_COUNTED = re.compile(rf"({_NUMBER})\s?([\u0e01-\u0e4e]+|[A-Za-z]+)")
_YEAR = re.compile(r"ปี\s?(\d{4})")
_AGE = re.compile(r"(?i)อายุ|\b(?:how old|age|aged)\b")
_YEARS = ("ปี", "year", "years")


def brief(question: Question, words: str, language: str) -> str:
    """Return the number alone of words that tell one with the unit which the question names.

    Words that tell anything else come back as they are.

    Args:
        question: The question.
        words: What answers it, as the source writes it.
        language: Language of the source.
    """
    plain = normalise(words).text
    if year := _YEAR.fullmatch(plain):
        asked = normalise(question.text).text
        return year[1] if asking_when(asked) != asked else words
    counted = _COUNTED.fullmatch(plain) if question.kind in ("how_many", "how_much") else None
    return counted[1] if counted and _named(question, counted[2], language) else words


def _named(question: Question, unit: str, language: str) -> bool:
    """Tell whether a question names a unit, in its own language."""
    asked = normalise(question.text).text
    if unit in _YEARS and _AGE.search(asked):
        return True
    said = {stem(word) for word in re.findall(r"[a-z]+", asked.casefold())}
    rows = [row for row in UNITS if unit.casefold() in row]
    if any(row[0] in asked or said & {stem(row[1]), stem(row[2])} for row in rows):
        return True
    return bool(content_words(unit)) and not unmet(unit, language, asked, question.language)
