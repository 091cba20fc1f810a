"""Pairs: what is said of a meeting of A and B answers nothing about one of A and C.

News tells parties of a meeting, a treaty or a partnership by a hyphen: อาเซียน-รัสเซีย,
ลุ่มน้ำโขง - สหรัฐฯ, the Japan-U.S. Mekong Power Partnership.
"""

import re
from collections.abc import Iterator

from assistant.countries import countries_in, country_beside
from assistant.question import Question
from sources import normalise

_HYPHEN = re.compile(r"(?<=[^\W\d])(?<=\S)\s?[-–]\s?(?=[^\W\d])|(?<=[.ฯ])\s?[-–]\s?(?=[^\W\d])")


def of_another_pair(question: Question, sentence: str, passage: str, language: str) -> bool:
    """Tell whether a sentence speaks of another pair of parties than its question.

    Args:
        question: The question; one that asks yes or no may name a wrong pair.
        sentence: The sentence of a span.
        passage: The passage around it, and its title.
        language: The source's language.
    """
    if question.kind == "yes_no":
        return False
    asked = list(pairs(question.text, question.language))
    if not asked:
        return False
    told = list(pairs(sentence, language))
    named = countries_in(normalise(sentence).text, language)
    around = list(pairs(passage, language))
    return bool(told) and not any(
        parties <= named or any(parties <= other for other in around) for parties in asked
    )


def pairs(text: str, language: str) -> Iterator[frozenset[str]]:
    """Yield the countries, by ISO code, on either side of the hyphens of a text."""
    plain = normalise(text).text
    for match in _HYPHEN.finditer(plain):
        beside = (
            country_beside(plain, match.start(), language, before=True),
            country_beside(plain, match.end(), language, before=False),
        )
        if parties := frozenset(code for code in beside if code):
            yield parties
