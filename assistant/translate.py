"""Short answers in the other language: dates, numbers and names, and a labelled gloss.

Nothing here is a translation service: dates are written by the calendar, countries by CLDR
(Babel), names and words by our lexicon, and Thai names that it lacks by the Royal Institute's
romanisation (PyThaiNLP).
"""

import re
from dataclasses import dataclass
from functools import cache

from assistant.dates import find_dates
from index import lexicon, tokens
from sources import normalise

_THAI_RUN = re.compile(r"[\u0e00-\u0e7f]+(?:\s+ๆ)?")
_LATIN_RUN = re.compile(r"[A-Za-zÀ-ɏ]+(?:[ .'’-]+[A-Za-zÀ-ɏ]+)*")
_LONGEST_NAME = 6  # words
# Endings of inflected English words and what a base form has in their place.
_ENDINGS = {
    "ies$": ("y",),
    "s$": ("",),
    "es$": ("",),
    "ied$": ("y",),
    "ed$": ("", "e"),
    "ing$": ("", "e"),
}
_INFLECTIONS = [(re.compile(end), base) for end, bases in _ENDINGS.items() for base in bases]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text put into the other language.

    Attributes:
        text: The text.
        exact: Whether every part of it was a date, a number or a known name; otherwise it is a
            word-by-word gloss and must be labelled as one.
    """

    text: str
    exact: bool


def render(text: str, source: str, target: str) -> Rendering:
    """Put a short text of one language into the other."""
    if source == target:
        return Rendering(text, True)
    plain = normalise(text).text
    parts, exact, place = [], True, 0
    for date in find_dates(plain):
        before = _words(plain[place : date.start], source)
        parts += [before.text, date.written(target)]
        exact, place = exact and before.exact, date.end
    rest = _words(plain[place:], source)
    joined = " ".join(part for part in [*parts, rest.text] if part)
    return Rendering(re.sub(r"\s+([,.;:)])", r"\1", joined).strip(), exact and rest.exact)


def name_in(name: str, target: str) -> str | None:
    """Return a known name in a language, or None."""
    if target == "en":
        return _countries("th").get(name) or lexicon().names.get(name)
    return _countries("en").get(name.casefold()) or lexicon().thai_names.get(name.casefold())


def _words(text: str, source: str) -> Rendering:
    if not text.strip():
        return Rendering("", True)
    return _from_thai(text) if source == "th" else _from_english(text)


def _from_thai(text: str) -> Rendering:
    """Gloss each Thai word by its most usual English equivalent, known names first."""
    words = [word for _, word in tokens(text)]
    pieces: list[str] = []
    exact, place = True, 0
    while place < len(words):
        name, taken = _longest_name(words[place:], "en")
        if name:
            pieces.append(name)
            place += taken
            continue
        word = words[place]
        meanings = lexicon().english.get(word)
        if _THAI_RUN.match(word):
            exact = exact and word in _JOINING
            pieces.append(_JOINING.get(word) or (meanings[0] if meanings else _romanise(word)))
        else:
            pieces.append(_as_written(word, text))
        place += 1
    return Rendering(" ".join(piece for piece in pieces if piece), exact)


def _from_english(text: str) -> Rendering:
    """Gloss each English word by its most usual Thai equivalent, known names first."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d|[%$€£]", text)
    pieces: list[str] = []
    exact, place = True, 0
    while place < len(words):
        name, taken = _longest_name(words[place:], "th")
        if name:
            pieces.append(name)
            place += taken
            continue
        word = words[place]
        meanings = _thai_meanings(word.casefold())
        if word[0].isalpha():
            joining = _JOINING_ENGLISH.get(word.casefold())
            exact = exact and joining is not None
            if joining is None:
                joining = meanings[0] if meanings and word.islower() else word
            pieces.append(joining)
        else:
            pieces.append(word)
        place += 1
    return Rendering(" ".join(piece for piece in pieces if piece), exact)


def _thai_meanings(word: str) -> tuple[str, ...]:
    """Look an English word up, an inflected one by its likely base forms."""
    bases = [word, *(ending.sub(base, word) for ending, base in _INFLECTIONS)]
    return next((lexicon().thai[base] for base in bases if base in lexicon().thai), ())


def _longest_name(words: list[str], target: str) -> tuple[str | None, int]:
    """Return the longest run of words, from the first, that is a known name."""
    joint = "" if target == "en" else " "
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = name_in(joint.join(words[:count]), target)
        if name:
            return name, count
    return None, 0


def _as_written(word: str, text: str) -> str:
    """Return a Latin word as its text writes it: tokens are in lower case."""
    found = re.search(re.escape(word), text, re.IGNORECASE)
    return found.group() if found else word


def _romanise(word: str) -> str:
    from pythainlp.transliterate import romanize

    return str(romanize(word, engine="royin")).capitalize()


@cache
def _countries(source: str) -> dict[str, str]:
    """Return names of countries in one language (English ones in lower case) by the other's."""
    from babel import Locale

    thai, english = Locale("th").territories, Locale("en").territories
    codes = [str(code) for code in thai if len(str(code)) == 2 and code in english]
    pairs = [(str(thai[code]), str(english[code])) for code in codes]
    return dict(pairs) if source == "th" else {en.casefold(): th for th, en in pairs}


_JOINING = {
    "และ": "and", "กับ": "and", "หรือ": "or", "ถึง": "to", "ประเทศ": "", "ร้อยละ": "percent",
    "ของ": "of", "ที่": "", "นาย": "Mr", "นาง": "Mrs", "นางสาว": "Ms", "วันที่": "", "ปี": "years",
    "คน": "people", "ล้าน": "million", "พัน": "thousand", "บาท": "baht",
}  # fmt: skip
_JOINING_ENGLISH = {
    "and": "และ", "or": "หรือ", "to": "ถึง", "the": "", "a": "", "an": "", "of": "ของ",
    "percent": "เปอร์เซ็นต์", "million": "ล้าน", "thousand": "พัน", "people": "คน", "mr": "นาย",
    "ms": "น.ส.", "mrs": "นาง", "years": "ปี", "year": "ปี", "baht": "บาท", "days": "วัน",
}  # fmt: skip
