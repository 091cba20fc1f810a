"""Placing: where a text has a name of another, in either script.

A name is met as written, by its known spelling, by its country, or by its consonant key
(`index.latin_key`); an acronym also by the long form whose initials it gives.
"""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from assistant.acronyms import acronym_in, initialled, long_form
from assistant.countries import adjectives_in, countries_in
from assistant.named import LATIN_PART, THAI_RUN, TITLES, WATERS, Name, names_in
from assistant.naming import name_in
from index import (
    MINIMUM_KEY,
    STOP_WORDS,
    heard_key,
    latin_key,
    lexicon,
    segment,
    stem,
    thai_key,
)

# ญ that ends a syllable sounds n (บุญ), ว between consonants is a vowel (ดวง).
_LAST_YO = re.compile(r"(?<!ห)ญ(?![\u0e30-\u0e39\u0e47])")
_VOWEL_WO = re.compile(r"(?<=[ก-ฮ])ว(?=[ก-ฮ](?!ร))")
_AT_HOME = re.compile("(?:ใน|ทั้ง|ทั่ว)ประเทศ(?![\u0e01-\u0e4e]{0,3}(?:นั้น|อื่น))")
_LONG_KEY = 5  # consonants by which several words are known as one
_SHORT = 5  # letters of an acronym that is no beginning of another word
_NEARLY = 0.74  # share of consonants in common
_THAI_LETTER = re.compile(r"[\u0e01-\u0e4e]")


def _respelt(text: str) -> str:
    return _VOWEL_WO.sub("", _LAST_YO.sub("น", text))


def _written_key(text: str) -> str:
    return thai_key(_respelt(text))


def _spoken_key(text: str) -> str:
    return heard_key(_respelt(text))


_KEYS = (thai_key, heard_key, _written_key, _spoken_key)


def place(name: Name, text: str, language: str) -> int | None:
    """Return where a normalised text first has a name; None if it does not.

    A name that cannot be told, too short to be known by its consonants, counts as had, at -1.
    """
    if name.country:
        found = _country_place(name.country, text, language)
        return _spelt_place(name.country, text, language) if found is None else found
    thai_name = bool(_THAI_LETTER.search(name.words))
    if thai_name and language == "th":
        return _thai_in_thai(name.words, text)
    if thai_name:
        return _thai_in_english(name.words, text)
    acronym = acronym_in(name.words)
    if acronym and (spelt := long_form(acronym, text)):
        return spelt[0]
    return _latin_in_english(name.words, text) if language == "en" else _latin_in_thai(name, text)


def _country_place(code: str, text: str, language: str) -> int | None:
    for name in names_in(text, language):
        if name.country == code:
            return name.start
    known = countries_in(text, language)
    if language == "en":
        known |= adjectives_in(text)  # inside a longer name: the Armenian Chess Academy
    return -1 if code in known else None


def _spelt_place(code: str, text: str, language: str) -> int | None:
    """Return where a Thai text has a country's name inside a word: คนไทย, ภาษาจีน."""
    from babel import Locale

    spelt = str(Locale("th").territories[code]).split(" (")[0]
    start = text.find(spelt) if language == "th" else -1
    if start < 0 and language == "th" and code == "TH" and (home := _AT_HOME.search(text)):
        return home.start()  # a Thai text calls its own country so
    return start if start >= 0 else None


def _thai_in_thai(words: str, text: str) -> int | None:
    places = [text.find(part) for part in words.split()]
    return None if min(places, default=-1) < 0 else places[0]


def _thai_in_english(words: str, text: str) -> int | None:
    english = name_in(words, "en") or name_in(words.removeprefix("ประเทศ"), "en")
    if english and (start := _words_in(english, text)) is not None:
        return start
    low = text.casefold()
    for spelling in lexicon().english.get(words, ()):
        if (there := low.find(spelling.casefold())) >= 0:
            return there
    places = [_heard_in_english(part, text) for part in words.split()]
    return None if not places or None in places else places[0]


def _words_in(words: str, text: str) -> int | None:
    """Return where an English text has every word of a name."""
    low, places = text.casefold(), []
    for part in LATIN_PART.findall(words):
        if part.casefold() not in STOP_WORDS:
            places.append(low.find(part.casefold()))
    return None if min(places, default=-1) < 0 else min(places)


def _heard_in_english(part: str, text: str) -> int | None:
    keys = {key(part) for key in _KEYS}
    if max(map(len, keys)) < MINIMUM_KEY - 1:
        return -1
    for match in LATIN_PART.finditer(text):
        if match.group()[0].isupper() and any(_alike(latin_key(match.group()), keys)):
            return match.start()
    return None


def _alike(key: str, others: set[str]) -> Iterator[bool]:
    for other in others:
        short, long = sorted((key, other), key=len)
        yield len(short) > 1 and (short == long or (len(short) > 2 and short in long))


def _latin_in_english(words: str, text: str) -> int | None:
    low = text.casefold()
    stems = {stem(match.group()): match.start() for match in LATIN_PART.finditer(text)}
    places = []
    for part in LATIN_PART.findall(words):
        plain = part.casefold()
        if plain in STOP_WORDS or plain in TITLES or len(plain) < 2:
            continue
        # "UN" begins "United States" and is no part of it.
        closed = "(?:'?s)?(?![^\\W_])" if part.isupper() and len(part) <= _SHORT else ""
        found = re.search(rf"(?<![^\W_]){re.escape(plain)}{closed}", low)
        spelt = initialled(part, text) if closed and not found else None
        start = found.start() if found else spelt[0] if spelt else None
        places.append(stems.get(stem(plain), -2) if start is None else start)
    return None if min(places, default=0) < -1 else (places or [-1])[0]


def _latin_in_thai(name: Name, text: str) -> int | None:
    if (start := text.casefold().find(name.words.casefold())) >= 0:
        return start
    known = [name_in(name.words, "th"), *lexicon().thai.get(name.words.casefold(), ())]
    for spelling in filter(None, known):
        if spelling in text:
            return text.find(spelling)
    parts = [
        part
        for part in LATIN_PART.findall(name.words)
        if part.casefold() not in STOP_WORDS and part.casefold() not in TITLES
    ]
    places = [_part_in_thai(part, text) for part in parts]
    if None in places and WATERS.isdisjoint(part.casefold() for part in parts):
        # Thai writes as one word what is written in several: Siam Witsawa Yotha.
        key = latin_key("".join(parts))
        key = key[:1] + key[1:].replace("Y", "")  # as keys of Thai leave it out
        return _heard_inside(key, text) if len(parts) > 1 and len(key) >= _LONG_KEY else None
    if None in places:
        return None
    return next((place for place in places if place is not None and place >= 0), -1)


def _part_in_thai(part: str, text: str) -> int | None:
    """Return where a Thai text has one word of a name, by meaning or by sound."""
    low = part.casefold()
    known = [name_in(part, "th"), *lexicon().thai.get(low, ())]
    spellings = [spelling for spelling in known if spelling]
    for spelling in spellings:
        if spelling in text:
            return text.find(spelling)
    if (start := text.casefold().find(low)) >= 0:
        return start
    key = latin_key(part)
    if len(key) < MINIMUM_KEY:
        return None if low in lexicon().thai_names or low in WATERS else -1
    for run in THAI_RUN.finditer(text):
        for heard in _KEYS:
            if key in heard(run.group()):
                return _heard_from(key, heard, run.group()) + run.start()
    return _nearly_heard(key, text)


def _nearly_heard(key: str, text: str) -> int | None:
    """Return where a short run of Thai is heard almost as a long key: Petchdee for เพชรดี."""
    if len(key) > MINIMUM_KEY:
        for run in THAI_RUN.finditer(text):
            for heard in {key(run.group()) for key in _KEYS}:
                near = SequenceMatcher(None, key, heard).ratio() >= _NEARLY
                if near and heard[:1] == key[:1]:
                    return run.start()
    return None


def _heard_inside(key: str, text: str) -> int | None:
    """Return where a run of Thai begins in which a long key is nearly heard from some place on."""
    for run in THAI_RUN.finditer(text):
        for heard in {spoken(run.group()) for spoken in _KEYS}:
            parts = (heard[at : at + len(key)] for at in range(len(heard)) if heard[at] == key[0])
            if any(SequenceMatcher(None, key, part).ratio() >= _NEARLY for part in parts):
                return run.start()
    return None


def _heard_from(key: str, heard: Callable[[str], str], run: str) -> int:
    """Return the last word border of a run of Thai from which on it still has a key."""
    place, last = 0, 0
    for word in segment(run):
        if key not in heard(run[place:]):
            break
        last = place
        place += len(word)
    return last
