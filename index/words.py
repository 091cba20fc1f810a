"""Words: segmentation and the normal forms that queries and passages share.

Thai is cut by PyThaiNLP's newmm (longest match in a dictionary) with the lexicon's words added;
English is stemmed by Snowball's Porter2 (snowballstemmer).
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from index.bilingual import lexicon

if TYPE_CHECKING:
    from index.dictionary import Dictionary

_RUN = re.compile(
    r"(?P<thai>[\u0e00-\u0e4e]+)|(?P<number>\d+(?:[.,]\d+)*)|(?P<latin>[^\W\d_\u0e00-\u0e7f]+)"
)
_ERA_OFFSET = 543
_BUDDHIST_YEARS = range(2400, 2640)
_LOCAL = threading.local()
STOP_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "by",
        "with",
        "from",
        "as",
        "that",
        "this",
        "it",
        "its",
        "what",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "how",
        "why",
        "did",
        "do",
        "does",
        "many",
        "much",
        "than",
        "have",
        "has",
        "had",
        "not",
        "there",
        "their",
        "they",
        "he",
        "she",
        "his",
        "her",
        "s",
    ]
)


@cache
def _dictionary() -> "Dictionary":
    from pythainlp.corpus import thai_words

    from index.dictionary import Dictionary

    return Dictionary(set(thai_words()) | set(lexicon().english))


def segment(thai: str) -> list[str]:
    """Cut a run of Thai letters into words."""
    from pythainlp.tokenize.newmm import segment as newmm

    return list(newmm(thai, _dictionary()))


def _stemmer() -> Any:  # noqa: ANN401 (snowballstemmer has no types)
    # A stemmer works on the word inside itself: two threads on one would mix their words up.
    if not hasattr(_LOCAL, "stemmer"):
        import snowballstemmer

        _LOCAL.stemmer = snowballstemmer.stemmer("english")
    return _LOCAL.stemmer


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Reduce an English word, in any case, to its stem."""
    return str(_stemmer().stemWord(word.casefold()))


def number_term(digits: str) -> str:
    """Return the normal form of a number: no separators, Buddhist-era years as Gregorian.

    2,563 and 2563 both become 2020; a quantity in that range is treated alike on both sides,
    so that it still matches itself.
    """
    plain = digits.replace(",", "")
    if plain.isdigit() and int(plain) in _BUDDHIST_YEARS:
        return str(int(plain) - _ERA_OFFSET)
    return plain


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, word) for each word of a normalised text.

    Kinds are ``thai`` (a word as written), ``number`` (normal form) and ``latin`` (lower case,
    not stemmed).
    """
    for match in _RUN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "thai":
            for word in segment(match.group()):
                if any("\u0e01" <= letter <= "\u0e2e" for letter in word):
                    yield kind, word
        elif kind == "number":
            yield kind, number_term(match.group())
        else:
            yield kind, match.group().casefold()


def english_terms(text: str) -> list[str]:
    """Return the stems of the content words of an English text, in order."""
    plain = unaccented(text.casefold())
    return [stem(word) for word in re.findall(r"[a-z0-9]+", plain) if word not in STOP_WORDS]


def unaccented(text: str) -> str:
    """Take the accents off Latin letters (é to e); other letters stay."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(mark for mark in apart if not "\u0300" <= mark <= "\u036f")
