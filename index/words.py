"""Words: segmentation and the normal forms that queries and passages share.

Thai is cut as PyThaiNLP's newmm does (longest match in a dictionary), the lexicon's words added;
English is stemmed by Snowball's Porter2 (snowballstemmer), irregular forms as their base form.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from index.bilingual import lexicon
from index.function_words import STOP_WORDS as STOP_WORDS
from index.irregular import irregular_forms

if TYPE_CHECKING:
    from index.dictionary import Dictionary
    from index.segmenter import Segmenter

_RUN = re.compile(
    r"(?P<thai>[\u0e00-\u0e4e]+)|(?P<number>\d+(?:[.,]\d+)*)|(?P<latin>[^\W\d_\u0e00-\u0e7f]+)"
)
LATIN_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f]+")
_CONSONANT = re.compile("[\u0e01-\u0e2e]")
_ERA_OFFSET = 543
_BUDDHIST_YEARS = range(2400, 2640)
_LOCAL = threading.local()


@cache
def _segmenter() -> "Segmenter":
    from pythainlp.corpus import thai_words

    from index.segmenter import Segmenter

    return Segmenter(set(thai_words()) | set(lexicon().english))


def dictionary() -> "Dictionary":
    """Return the words that the segmenter knows, built once a process."""
    return _segmenter().words


def segment(thai: str) -> list[str]:
    """Cut a run of Thai letters into words."""
    return _segmenter().cut(thai)


def segment_all(thai: Sequence[str]) -> list[list[str]]:
    """Cut runs of Thai letters into words; many are cut faster at once."""
    return _segmenter().cut_all(thai) if thai else []


def _stemmer() -> Any:  # noqa: ANN401 (snowballstemmer has no types)
    # A stemmer works on the word inside itself: two threads on one would mix their words up.
    if not hasattr(_LOCAL, "stemmer"):
        import snowballstemmer

        _LOCAL.stemmer = snowballstemmer.stemmer("english")
    return _LOCAL.stemmer


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Reduce an English word, in any case, to its stem: lost, loses and lose to one."""
    return str(_stemmer().stemWord(base_form(word.casefold())))


def base_form(word: str) -> str:
    """Return the base form of an irregular form, any other word as it is; lower case."""
    return _irregular().get(word, word)


@cache
def _irregular() -> dict[str, str]:
    return irregular_forms()


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
    return iter(tokens_of([text])[0])


def tokens_of(texts: Sequence[str]) -> list[list[tuple[str, str]]]:
    """Return what `tokens` yields of each text; of many texts this is faster than one by one."""
    runs = [[(match.lastgroup, match.group()) for match in _RUN.finditer(text)] for text in texts]
    thai = [run for of_text in runs for kind, run in of_text if kind == "thai"]
    cut = iter(segment_all(thai))
    found = []
    for of_text in runs:
        words: list[tuple[str, str]] = []
        for kind, run in of_text:
            if kind == "thai":
                words += [("thai", word) for word in next(cut) if _CONSONANT.search(word)]
            elif kind == "number":
                words.append(("number", number_term(run)))
            else:
                words.append(("latin", run.casefold()))
        found.append(words)
    return found


def english_terms(text: str) -> list[str]:
    """Return the stems of the content words of an English text, in order."""
    plain = unaccented(text.casefold())
    words = re.findall(r"[a-z0-9]+", plain)
    return [stem(word) for word in words if STOP_WORDS.isdisjoint((word, base_form(word)))]


def unaccented(text: str) -> str:
    """Take the accents off Latin letters (é to e); other letters stay."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(mark for mark in apart if not "\u0300" <= mark <= "\u036f")
