"""Attributed: whether what a claim says of a person is told of another person in the passage.

A passage is cut where it begins to speak of another person; what stands in a person's stretches is
told of that one. The parts of a claim are held against them by their content words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.coverage import content_words, unmet
from assistant.named import TITLES, Name, names_in
from assistant.naming import name_in
from assistant.placing import place
from index import lexicon, sentence_spans

Span = tuple[int, int]
_PERSONS = 2  # of fewer a passage attributes nothing wrongly
_BEFORE = 28  # characters before a name that may hold its title: Captain, the translator
_APART = re.compile(r"[,;.:]\s|[.!?]$|(?<=[\u0e01-\u0e4e])\s(?=[\u0e01-\u0e4e])")
_LATIN_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\.|van|von|de|bin|binti|al))*(?: [A-ZÀ-Þ][\w'’-]+){1,2}"
)
# A name with one of these is a place's, an organisation's or a thing's.
_NO_PERSON_WORDS = (
    "university college school club cooperative hospital archive trust foundation company point "
    "island bay mount lake river road street lane cup city united authority ministry department "
    "council party arena museum station festival association court bank park port biotech "
    "securities holdings capital ltd inc corp cement motors energy foods airlines society union "
    "league prize award theatre theater church temple canal valley forest sea ocean north south "
    "east west new saint st week day act law group team house hall tower bridge"
)
_NO_PERSON = re.compile(rf"(?i)\b(?:{'|'.join(_NO_PERSON_WORDS.split())})\b")
_NO_THAI_PERSON = re.compile("ว่า|กล่าว|หัวหน้า|ผู้|ทีม|เด็ก|บริษัท|โรง")
# A post before a name from which a comma parts it: from the museum's director, Julian Prescott.
_POST = re.compile(r"(?:\b(?:the|its|their|his|her|an?)|['’]s?)\s[^,;.]{3,40}, $")
# Of a person who has one name only: บุตรสาวชื่อวารี.
_CALLED = re.compile(r"ชื่อ(?:ว่า)?\s?([\u0e01-\u0e4e]{2,16})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Person:
    """A person of a passage: the name, and the words by which it may be told again."""

    words: str
    parts: tuple[str, ...]


def misattributed(claim: str, spoken: str, passage: str, written: str) -> bool:
    """Tell whether a claim says of a person mostly what a passage tells of another.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        passage: The passage, normalised.
        written: Its language.
    """
    persons = _told_apart(dict.fromkeys(_persons(passage, written)))
    if len(persons) < _PERSONS:
        return False
    places = [_places(person, passage) for person in persons]
    told = _stretches(passage, places)
    for sentence, number in _alone(passage, places, written):
        told[number] += f" {sentence}"
    named = [(name.start, name.end) for name in names_in(claim, spoken, doubtful=True)]
    found = [
        (start, number)
        for number, person in enumerate(persons)
        if (start := place(_named(person, written), claim, spoken)) is not None
        and (claim[start : start + 1].isupper() or any(a <= start < b for a, b in named))
    ]
    if len({start for start, _ in found}) < len(found):
        return False  # one name in the claim stands for two of the passage
    found.sort()
    said = _stretches(claim, [[(start, start + 1)] for start, _ in found])
    return any(
        _of_another(_without(text, persons[number]), spoken, told, number, written)
        for text, (_, number) in zip(said, found, strict=True)
    )


def _alone(
    passage: str, places: Sequence[Sequence[Span]], written: str
) -> Iterator[tuple[str, int]]:
    """Yield the sentences that name one person only, with that person's number.

    Where Thai sentences end can only be guessed: too often before their subject.
    """
    if written == "th":
        return
    for start, end in sentence_spans(passage, written):
        inside = {n for n, spans in enumerate(places) if any(start <= a < end for a, _ in spans)}
        if len(inside) == 1:
            yield passage[start:end], inside.pop()


def _told_apart(persons: Iterable[_Person]) -> list[_Person]:
    """Return persons without the parts of their names that two of them share."""
    some = list(persons)
    shared = Counter(part for person in some for part in person.parts)
    return [
        _Person(person.words, tuple(part for part in person.parts if shared[part] == 1))
        for person in some
    ]


def _without(text: str, person: _Person) -> str:
    for part in person.words.split():
        text = text.replace(part, " ")
    return text


def _of_another(said: str, spoken: str, told: Sequence[str], number: int, written: str) -> bool:
    """Tell whether words said of a person are told of others only, most of them."""
    own = away = 0
    for word, _ in content_words(said):
        if unmet(word, spoken, "", written) < 1:
            continue
        met = {place for place, text in enumerate(told) if not unmet(word, spoken, text, written)}
        own += number in met
        away += bool(met) and number not in met
    return away > 1 and away > 2 * own


def _persons(text: str, language: str) -> Iterator[_Person]:
    if language == "th":
        for name in names_in(text, language):
            if name.person and not _NO_THAI_PERSON.search(name.words):
                yield _Person(name.words, tuple(name.words.split()[:1]))
        yield from (_Person(match[1], (match[1],)) for match in _CALLED.finditer(text))
        return
    for match in _LATIN_PERSON.finditer(text):
        words = match.group().split()
        while len(words) > 1 and _is_title(words):
            words = words[1:]
        known = name_in(" ".join(words), "th")
        if len(words) > 1 and not known and not _NO_PERSON.search(match.group()):
            yield _Person(" ".join(words), (words[-1],))  # a company is called by its first word


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether the first of words with capitals is a title or trade: Skipper Anna Berg."""
    plain = words[0].casefold()
    return plain in TITLES or (len(words) > _PERSONS and plain in lexicon().thai)


def _named(person: _Person, written: str) -> Name:
    return Name(person.words, 0, len(person.words), person=written == "th")


def _places(person: _Person, text: str) -> list[Span]:
    """Return where a text has a person's name or a part of it."""
    pattern = "|".join(re.escape(part) for part in (person.words, *person.parts))
    border = r"(?![^\W_])" if person.words.isascii() else ""
    return [match.span() for match in re.finditer(rf"(?:{pattern}){border}", text)]


def _stretches(text: str, places: Sequence[Sequence[Span]]) -> list[str]:
    """Return for each person the stretches of a text that speak of that one, names left out."""
    marks = sorted(
        (start, end, number) for number, spans in enumerate(places) for start, end in spans
    )
    found = [""] * len(places)
    begins = [
        _begin(text, start, marks[at - 1][1] if at else 0) for at, (start, _, _) in enumerate(marks)
    ]
    for at, (start, end, number) in enumerate(marks):
        last = begins[at + 1] if at + 1 < len(marks) else len(text)
        found[number] += f" {text[begins[at] : start]} {text[end : max(end, last)]}"
    return found


def _begin(text: str, start: int, low: int) -> int:
    """Return where the words before a name begin that belong to it."""
    low = max(low, start - _BEFORE)
    cuts = [cut.end() for cut in _APART.finditer(text, low, start)]
    post = _POST.search(text, low, start) if start in cuts else None
    return post.start() if post else max(cuts, default=low)
