"""Analysis: a passage or a question to weighted terms, by field.

Three fields: ``th`` and ``en`` hold the words of a passage in its own language, ``gloss`` the
English equivalents of a Thai passage's words. A question in the passage's language meets the
first two; an English question meets the glosses of Thai passages; a Thai question, itself
glossed, meets the words of English passages.

The parts of a Thai compound count beside it, for less. What may be names in a Thai passage
are terms in ``gloss`` too, by a key that is the same in both scripts. (The same for Thai questions
to English passages gained nothing on XQuAD and QAMR.)
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.bilingual import lexicon
from index.compounds import Word, parts, without_pieces
from index.function_words import ASIDE
from index.names import asked_in_english, thai_name_terms
from index.words import LATIN_WORD, english_terms, stem, tokens, tokens_of

SENSES = 6  # equivalents of a word that are taken
_RARER = 0.5  # weight of the nth equivalent: 1 / (1 + n * _RARER)
_PART = 0.5  # weight of a part of a Thai compound beside the compound
_PART_GLOSS = 0.3  # weight of an equivalent of such a part
_NAME = 0.5  # weight of a name's key in a passage
_ASKED_NAME = 0.7  # and in a question
Terms = dict[str, float]


def passage_terms(text: str, language: str) -> dict[str, Terms]:
    """Return the terms of a passage, normalised text, with their frequencies, by field."""
    return passages_terms([text], language)[0]


def passages_terms(texts: Sequence[str], language: str) -> list[dict[str, Terms]]:
    """Return the terms of each of some passages; of many this is faster than one by one."""
    cut = tokens_of(texts)
    if language != "th":
        return [{"en": _count(english_words(words))} for words in cut]
    return [
        {
            "th": _add([*((term, 1.0) for term in thai_words(words)), *_parts(words)]),
            "gloss": _add(gloss_words(words)) | _times(_NAME, names),
        }
        for words, names in zip(cut, thai_name_terms(texts), strict=True)
    ]


def question_terms(text: str, language: str) -> dict[str, list[Terms]]:
    """Return a question's groups of interchangeable terms, by the field that they search.

    Text must be normalised.
    """
    words = list(tokens(text))
    if language == "th":
        own = [{term: 1.0} for term in thai_words(words)]
        own += [{part: weight} for part, weight in _parts(words)]
        told = [word for word in without_pieces(words) if word[1] not in ASIDE]
        return {"th": own, "en": [_most(_glosses(*word)) for word in told]}
    own = [{term: 1.0} for term in english_words(words)]
    return {"en": own, "gloss": list(_asked_in_english(words, text))}


def _asked_in_english(words: Iterable[Word], text: str) -> Iterator[Terms]:
    """Yield each word of an English question with the key that it has as a name."""
    written = {word.casefold(): word for word in LATIN_WORD.findall(text)}
    for kind, word in words:
        key = _times(_ASKED_NAME, asked_in_english(written[word])) if word in written else {}
        for term in english_terms(word) if kind == "latin" else [word]:
            yield {term: 1.0} | key


def _times(factor: float, terms: Terms) -> Terms:
    return {term: factor * weight for term, weight in terms.items()}


def thai_words(words: Iterable[Word]) -> list[str]:
    """Return the terms of a Thai text: Thai words, numbers, stems of Latin words."""
    return [stem(word) if kind == "latin" else word for kind, word in words]


def english_words(words: Iterable[Word]) -> list[str]:
    """Return the terms of an English text: stems of content words, numbers, Thai words."""
    terms = []
    for kind, word in words:
        terms += english_terms(word) if kind == "latin" else [word]
    return terms


def gloss_words(words: Iterable[Word]) -> list[tuple[str, float]]:
    """Return the English terms that a Thai text's words may stand for, with weights."""
    return [term for word in without_pieces(words) for term in _glosses(*word)]


def _glosses(kind: str, word: str) -> Iterable[tuple[str, float]]:
    """Return the English terms that a word of a Thai text may stand for, with weights."""
    if kind == "thai":
        return _gloss_with_parts(word)
    return [(term, 1.0) for term in english_terms(word)] if kind == "latin" else [(word, 1.0)]


@lru_cache(maxsize=50_000)
def _gloss_with_parts(word: str) -> tuple[tuple[str, float], ...]:
    inside = parts(word)
    if not inside:
        return gloss(word)
    of_parts = [(term, weight * _PART_GLOSS) for part in inside for term, weight in gloss(part)]
    return tuple(_most([*gloss(word), *of_parts]).items())


def _parts(words: Iterable[Word]) -> list[tuple[str, float]]:
    return [(part, _PART) for kind, word in words if kind == "thai" for part in parts(word)]


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
