"""Analysis: a passage or a question to weighted terms, by field.

Three fields: ``th`` and ``en`` hold the words of a passage in its own language, ``gloss`` the
English equivalents of a Thai passage's words. A question in the passage's language meets the
first two; an English question meets the glosses of Thai passages; a Thai question, itself
glossed, meets the words of English passages.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from index.bilingual import lexicon
from index.words import english_terms, stem, tokens

SENSES = 6  # equivalents of a word that are taken
_RARER = 0.5  # weight of the nth equivalent: 1 / (1 + n * _RARER)
Terms = dict[str, float]


def passage_terms(text: str, language: str) -> dict[str, Terms]:
    """Return the terms of a passage, normalised text, with their frequencies, by field."""
    words = list(tokens(text))
    if language == "th":
        return {"th": _count(thai_words(words)), "gloss": _add(gloss_words(words))}
    return {"en": _count(english_words(words))}


def question_terms(text: str, language: str) -> dict[str, list[Terms]]:
    """Return a question's groups of interchangeable terms, by the field that they search.

    Text must be normalised.
    """
    words = list(tokens(text))
    if language == "th":
        own = [{term: 1.0} for term in thai_words(words)]
        return {"th": own, "en": [_most(gloss_words([word])) for word in words]}
    own = [{term: 1.0} for term in english_words(words)]
    return {"en": own, "gloss": own}


def thai_words(words: Iterable[tuple[str, str]]) -> list[str]:
    """Return the terms of a Thai text: Thai words, numbers, stems of Latin words."""
    return [stem(word) if kind == "latin" else word for kind, word in words]


def english_words(words: Iterable[tuple[str, str]]) -> list[str]:
    """Return the terms of an English text: stems of content words, numbers, Thai words."""
    terms = []
    for kind, word in words:
        terms += english_terms(word) if kind == "latin" else [word]
    return terms


def gloss_words(words: Iterable[tuple[str, str]]) -> list[tuple[str, float]]:
    """Return the English terms that a Thai text's words may stand for, with weights."""
    glossed: list[tuple[str, float]] = []
    for kind, word in words:
        if kind == "thai":
            glossed += gloss(word)
        elif kind == "latin":
            glossed += [(term, 1.0) for term in english_terms(word)]
        else:
            glossed.append((word, 1.0))
    return glossed


@lru_cache(maxsize=50_000)
def gloss(word: str) -> tuple[tuple[str, float], ...]:
    """Return the English stems that one Thai word may stand for, weighted by usual sense."""
    meanings = lexicon().english.get(word, ())[:SENSES]
    return tuple(
        (term, 1 / (1 + rank * _RARER))
        for rank, meaning in enumerate(meanings)
        for term in english_terms(meaning)
    )


def _count(terms: Iterable[str]) -> Terms:
    return {term: float(count) for term, count in Counter(terms).items()}


def _add(terms: Iterable[tuple[str, float]]) -> Terms:
    total: Terms = {}
    for term, weight in terms:
        total[term] = total.get(term, 0.0) + weight
    return total


def _most(terms: Iterable[tuple[str, float]]) -> Terms:
    highest: Terms = {}
    for term, weight in terms:
        highest[term] = max(highest.get(term, 0.0), weight)
    return highest
