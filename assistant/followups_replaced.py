"""Elements of a question that another takes the place of: And in Japan?"""

import re

from assistant.countries import countries_in
from assistant.followups_english import CLASSES, ORDINAL, PREPOSITIONS, YEAR
from assistant.followups_thai import ORDINAL as THAI_ORDINAL
from assistant.followups_thai import OWNERS
from assistant.followups_thai import YEAR as THAI_YEAR
from index import segment

_SHORTEST_HEAD = 4  # letters of a noun by which two phrases are alike
_PREPOSITION = rf"(?:{PREPOSITIONS.replace(' ', '|')})"
_OWNER = re.compile(r"\b(?:[A-Z][\w-]* ?)+(?:'s|’s)")
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")
_SAME_CLASS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (ORDINAL, YEAR, *(rf"\b(?:{row.replace(' ', '|')})\b" for row in CLASSES))
]


def replaced_english(new: str, question: str) -> str | None:
    """Return a question with an element replaced by another.

    Args:
        new: The new element, as a phrase.
        question: The question, without its mark.

    Returns:
        None if nothing in the question is alike.
    """
    ways = (_of_one_class, _of_one_preposition, _of_one_noun, _of_names)
    return next((found for way in ways if (found := way(new, question))), None)


def _of_one_class(new: str, question: str) -> str | None:
    for pattern in (*_SAME_CLASS, _OWNER):
        to, of = pattern.search(new), pattern.search(question)
        if to and of:
            return question[: of.start()] + to.group() + question[of.end() :]
    return None


def _of_one_preposition(new: str, question: str) -> str | None:
    opening = re.match(rf"{_PREPOSITION} ", new, re.IGNORECASE)
    if not opening:
        return None
    phrase = rf"\b{opening.group()}(?:[\w'’.-]+ ?)+?(?=$|,| {_PREPOSITION} )"
    alike = re.search(phrase, question, re.IGNORECASE)
    if not alike:
        return f"{question} {new}"
    return question[: alike.start()] + new + question[alike.end() :]


def _of_one_noun(new: str, question: str) -> str | None:
    head = re.search(r"[\w'’-]+$", new)
    if not head or len(head.group()) < _SHORTEST_HEAD:
        return None
    phrase = rf"(?:\b(?:the|a|an) (?:[\w'’-]+ ){{0,2}})?\b{re.escape(head.group())}\b"
    alike = re.search(phrase, question, re.IGNORECASE)
    return question[: alike.start()] + new + question[alike.end() :] if alike else None


def _of_names(new: str, question: str) -> str | None:
    name = new.removeprefix("the ")
    names = _NAMES.findall(question)
    if not re.fullmatch(r"(?:[A-Z][\w'’.-]* ?)+", name):
        return None
    if countries_in(name, "en"):
        names = [old for old in names if countries_in(old, "en")]
    return question.replace(names[0], name) if len(names) == 1 else None


def replaced_thai(new: str, question: str) -> str | None:
    """Return a Thai question with an element replaced by another; None if nothing is alike."""
    ways = (_of_one_year, _of_one_thai_noun, _of_one_country)
    return next((found for way in ways if (found := way(new, question))), None)


def _of_one_year(new: str, question: str) -> str | None:
    to, of = re.search(THAI_YEAR, new), re.search(THAI_YEAR, question)
    return question[: of.start()] + to.group() + question[of.end() :] if to and of else None


def _of_one_thai_noun(new: str, question: str) -> str | None:
    ranked = re.search(rf"^(?P<noun>[\u0e01-\u0e4e]{{2,}}?)\s?{THAI_ORDINAL}", new)
    if not ranked:
        return None
    alike = re.search(rf"{ranked['noun']}\s?{THAI_ORDINAL}", question)
    return question[: alike.start()] + new + question[alike.end() :] if alike else None


def _of_one_country(new: str, question: str) -> str | None:
    name = re.sub(rf"^{OWNERS}", "", new)
    if not countries_in(name, "th"):
        return None
    runs = re.split(r"([\u0e01-\u0e4e]+)", question)
    words = [word for run in runs for word in (segment(run) if run.strip() else [run])]
    named = [place for place, word in enumerate(words) if countries_in(word, "th")]
    if len(named) != 1:
        return None
    words[named[0]] = name
    return "".join(words)
