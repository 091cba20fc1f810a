"""Question: what is asked, told from its words."""

import re
from dataclasses import dataclass

from assistant import problems
from assistant.kinds import (
    ENGLISH,
    ENGLISH_ASIDE_YES_NO,
    ENGLISH_CHOICE,
    ENGLISH_FRONTED,
    ENGLISH_LEAD,
    ENGLISH_TELLING,
    ENGLISH_YES_NO,
    THAI,
)
from assistant.numbers import Stated, stated
from sources import QuestionError, detect_language, normalise

MAXIMUM_CHARACTERS = 2_000

_KINDS = {
    language: [(kind, re.compile("|".join(patterns))) for kind, patterns in rows]
    for language, rows in (("th", THAI), ("en", ENGLISH))
}
_LEAD = re.compile(ENGLISH_LEAD)
_TELLING = re.compile(ENGLISH_TELLING)
_FRONTED = re.compile(ENGLISH_FRONTED)
_YES_NO = re.compile(ENGLISH_YES_NO)
_ASIDE_YES_NO = re.compile(ENGLISH_ASIDE_YES_NO)
_ENGLISH_ASKING = re.compile(
    r"(?:(?:in|on|at|to|for|of|by) )?(?:what|who|whom|whose|when|where|which|why|how)\b|"
    + ENGLISH_YES_NO
)
_THAI_LETTER = re.compile(r"[\u0e01-\u0e4e]")
_CHOICE = re.compile(ENGLISH_CHOICE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    Attributes:
        text: As asked, blanks trimmed.
        language: ``th`` or ``en``.
        kind: ``who``, ``when``, ``where``, ``how_many``, ``how_much``, ``which``, ``list``,
            ``what``, ``why``, ``how``, ``yes_no``, ``stands_for`` or ``other``.
        stated: The dates and numbers in it.
    """

    text: str
    language: str
    kind: str
    stated: Stated


def understand(text: str) -> Question:
    """Work out language and kind of a question.

    Raises:
        QuestionError: It is empty or longer than a question can sensibly be.
    """
    # What a terminal or page may send that is no text: NUL, halves of surrogate pairs.
    text = text.replace("\0", " ").encode("utf-8", "replace").decode().strip()
    if not any(letter.isalnum() for letter in text):
        raise QuestionError(problems.EMPTY_QUESTION)
    if len(text) > MAXIMUM_CHARACTERS:
        raise QuestionError(problems.LONG_QUESTION, count=len(text), most=MAXIMUM_CHARACTERS)
    language = language_of(text)
    return Question(text, language, kind_of(text, language), stated(text))


def language_of(text: str) -> str:
    """Tell ``th`` from ``en``: by the words that ask where both scripts stand in a question."""
    plain = normalise(text).text.casefold().strip()
    if _THAI_LETTER.search(plain):
        shouted = text.split()[0].isupper()  # WHO is an organisation here
        if not shouted and _ENGLISH_ASKING.match(_LEAD.sub("", plain)):
            return "en"
        if any(pattern.search(plain) for _, pattern in _KINDS["th"]):
            return "th"
    return detect_language(text)


def kind_of(text: str, language: str) -> str:
    """Return the kind of a question, ``other`` if no rule fits."""
    plain = normalise(text).text.casefold().strip()
    if language == "en":
        bare = _LEAD.sub("", plain)
        lead = plain.removesuffix(bare)
        indirect = bare.startswith(("if ", "whether ")) and bool(_TELLING.search(lead))
        return "yes_no" if indirect else _english_kind(_FRONTED.sub("", bare))
    return next((kind for kind, pattern in _KINDS["th"] if pattern.search(plain)), "other")


def _english_kind(plain: str) -> str:
    """Return the kind whose words stand first: later ones mostly open subordinate clauses."""
    if _YES_NO.search(plain):
        return "which" if _CHOICE.search(plain) else "yes_no"
    found = [
        (match.start(), place, kind)
        for place, (kind, pattern) in enumerate(_KINDS["en"])
        if (match := pattern.search(plain))
    ]
    if not found and _ASIDE_YES_NO.search(plain):
        return "yes_no"
    return min(found)[2] if found else "other"
