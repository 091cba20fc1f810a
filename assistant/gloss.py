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
_THAI = re.compile(r"[\u0e00-\u0e7f]+")
# Of Sanskrit words that read otherwise before another.
_LINKED = {
    "วร": "wora", "สุร": "sura", "ธีร": "thira", "ธน": "thana", "ศุภ": "supha", "นร": "nora",
    "รัตน": "rattana", "ภัทร": "phatthara", "นฤ": "narue",
    "ชน": "chana", "ปัญญ": "panya", "วัฒน": "watthana",
}  # fmt: skip
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
    """Write a Thai name in Latin letters by the rules of the Royal Institute, by its syllables.

    Of a whole name pythainlp's engine loses vowels: ศุภกร, ไพศาล, อดิศักดิ์.
    """
    from pythainlp.tokenize import subword_tokenize

    syllables = subword_tokenize(word, engine="han_solo")
    read = [_linked(syllable) for syllable in syllables[:-1]]
    read += [_romanised(syllable) for syllable in syllables[-1:]]
    return "".join(read).capitalize()


def _linked(syllable: str) -> str:
    """Return how a syllable reads before another: in Sanskrit compounds with a vowel after it."""
    return _LINKED.get(syllable) or _romanised(syllable)


def _romanised(syllable: str) -> str:
    from pythainlp.transliterate import romanize

    latin = _THAI.sub("", str(romanize(syllable, engine="royin")))
    # A silent อ before another consonant stands for a vowel: อนันต์, อดิศักดิ์.
    silent = syllable.startswith("อ") and latin[:1] not in tuple("aeiou")
    return f"a{latin}" if silent else latin
