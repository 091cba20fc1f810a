"""Membership: whether what a question names is among the names and things that are told."""

import re
from itertools import pairwise

from assistant.countries import countries_in
from assistant.figures import weekdays
from assistant.likeness import Word, alike, shared, spelt, words_of
from assistant.named import without_waters
from assistant.question import Question
from index import lexicon
from sources import normalise

_CAPITAL = re.compile(r"(?<!^)(?<![.!?]\s)\b[A-Z][\w’-]+")
_HIDING = re.compile("ประเทศ|ภาษา|ชาว")
_LIST = {
    "en": re.compile(
        r"(?P<items>(?:(?:the )?[\w’'-]+(?: [\w’'-]+){0,3}, )+"
        r"[\w’' -]+? and [\w’'-]+(?: [\w’'-]+)?)"
    ),
    "th": re.compile(r"(?:ได้แก่|คือ(?=\s?\S+ \S+ (?:\S+ )*และ)|เช่น)\s?(?P<items>.*)"),
}
_DAYS_TO = re.compile(r" to | through |ถึง|–")


def names_asked(text: str, language: str) -> tuple[Word, ...]:
    """Return the names that a question has, but acronyms."""
    plain = normalise(text).text
    if language == "en":
        found = [match.group() for match in _CAPITAL.finditer(plain)]
        capital = {word.casefold() for word in found if not word.isupper()}  # no acronyms
        return tuple(word for spelling, word in spelt(plain, "en") if spelling in capital)
    known = lexicon()
    return tuple(
        word
        for spelling, word in spelt(plain, "th")
        if spelling in known.names or spelling not in known.english
    )


def stranger(names: tuple[Word, ...], passage: str, language: str) -> bool:
    """Tell whether a name is nowhere in the passage."""
    around = words_of(normalise(passage).text, language)
    return any(not alike(name, around) for name in names)


def named(asked: str, shown: str, passage: str, asked_in: str, shown_in: str) -> float:
    """Return -1 if a country asked about is not among those told, less if none is told near."""
    there = _countries(shown, shown_in)
    wanted = _countries(asked, asked_in)
    if len(there) > 1:
        return -1.0 if wanted - there else 0.0
    return -0.5 if wanted - _countries(normalise(passage).text, shown_in) else 0.0


def listed(
    words: tuple[Word, ...],
    names: tuple[Word, ...],
    question: Question,
    shown: str,
    language: str,
) -> float:
    """Return 1 if something asked about is in the list told, -1 if it is not, else 0."""
    found = _LIST[language].search(shown)
    if not found:
        return 0
    plain = normalise(question.text).text
    if wanted := _countries(plain, question.language):
        return 1.0 if wanted <= _countries(shown, language) else -1.0
    items = words_of(found["items"], language)
    around = words_of(f"{shown[: found.start()]} {shown[found.end('items') :]}", language)
    inside = [word for word in words if alike(word, items) and not alike(word, around)]
    if inside:
        return 1.0
    missing = [name for name in names if not alike(name, items) and not alike(name, around)]
    return -1.0 if missing and shared(words, around) else 0.0


def _countries(text: str, language: str) -> set[str]:
    # Written together with the name the word for country or language hides it.
    return countries_in(_HIDING.sub(r"\g<0> ", without_waters(text, language)), language)


def days_fit(asked: str, shown: str) -> float:
    """Return -1 if a day of the week asked about is not among those told, else 0."""
    told = _days(shown)
    return -1.0 if told and not _days(asked) <= told else 0.0


def _days(text: str) -> set[int]:
    """Return the days of the week that a text names, those between the ends of a range too."""
    parts = _DAYS_TO.split(text.casefold())
    named = [weekdays(part) for part in parts]
    found = set().union(*named)
    for before, after in pairwise(named):
        if len(before) == len(after) == 1:
            first, last = next(iter(before)), next(iter(after))
            found |= {day % 7 for day in range(first, last + (0 if last >= first else 7))}
    return found
