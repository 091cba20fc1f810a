"""Gloss: one word by its most usual equivalent in the other language."""

import re

from index import lexicon

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


def gloss(word: str, source: str) -> str:
    """Return the most usual equivalent of a word; one that has none romanised or as it is."""
    if source == "th":
        meanings = lexicon().english.get(word)
        return meanings[0] if meanings else romanise(word)
    known = _thai_meanings(word.casefold())
    return known[0] if known and word.islower() else word


def _thai_meanings(word: str) -> tuple[str, ...]:
    """Look an English word up, an inflected one by its likely base forms."""
    bases = [word, *(ending.sub(base, word) for ending, base in _INFLECTIONS)]
    return next((lexicon().thai[base] for base in bases if base in lexicon().thai), ())


def romanise(word: str) -> str:
    """Write a Thai name in Latin letters by the rules of the Royal Institute."""
    from pythainlp.transliterate import romanize

    return str(romanize(word, engine="royin")).capitalize()
