"""Question: what is asked, told from its words."""

import re
from dataclasses import dataclass

from assistant.kinds import ENGLISH, ENGLISH_AUXILIARY, THAI
from assistant.numbers import Stated, stated
from index import STOP_WORDS, stem, tokens
from sources import QuestionError, detect_language, normalise

MAXIMUM_CHARACTERS = 2_000

_KINDS = {
    language: [(kind, re.compile("|".join(patterns))) for kind, patterns in rows]
    for language, rows in (("th", THAI), ("en", ENGLISH))
}
_AUXILIARY = re.compile(ENGLISH_AUXILIARY)


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    Attributes:
        text: As asked, blanks trimmed.
        language: ``th`` or ``en``.
        kind: ``who``, ``when``, ``where``, ``how_many``, ``how_much``, ``which``, ``list``,
            ``what``, ``why``, ``how``, ``yes_no``, ``stands_for`` or ``other``.
        words: Its content words in normal form.
        stated: The dates and numbers in it.
    """

    text: str
    language: str
    kind: str
    words: frozenset[str]
    stated: Stated


def understand(text: str) -> Question:
    """Work out language and kind of a question.

    Raises:
        QuestionError: It is empty or longer than a question can sensibly be.
    """
    text = text.replace("\0", " ").strip()
    if not any(letter.isalnum() for letter in text):
        raise QuestionError("The question is empty; type a question in Thai or English.")
    if len(text) > MAXIMUM_CHARACTERS:
        raise QuestionError(
            f"The question has {len(text):,} characters; shorten it to at most "
            f"{MAXIMUM_CHARACTERS:,}, or add the long text as a source and ask about it."
        )
    language = detect_language(text)
    return Question(
        text, language, kind_of(text, language), frozenset(_content(text)), stated(text)
    )


def kind_of(text: str, language: str) -> str:
    """Return the kind of a question, ``other`` if no rule fits."""
    plain = normalise(text).text.casefold().strip()
    if language == "en" and _AUXILIARY.match(plain) and " or " not in plain:
        return "yes_no"
    for kind, pattern in _KINDS[language]:
        if pattern.search(plain):
            return kind
    return "other"


def _content(text: str) -> list[str]:
    words = []
    for kind, word in tokens(normalise(text).text):
        if kind != "latin":
            words.append(word)
        elif word not in STOP_WORDS:
            words.append(stem(word))
    return words
