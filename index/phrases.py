"""Phrases: words that stand side by side in question and passage alike.

Words in the same order next to each other say more than the same words apart (Metzler and Croft,
"A Markov random field model for term dependencies", 2005). Counted for the first passages only,
which are cut into words again.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from index.analysis import english_words, thai_words
from index.words import tokens
from sources import normalise

Pair = tuple[str, str]


def phrases(text: str, language: str) -> frozenset[Pair]:
    """Return the pairs of neighbouring words of a text; stop words of English are skipped."""
    words = list(tokens(normalise(text).text))
    terms = thai_words(words) if language == "th" else english_words(words)
    return frozenset(pairwise(terms))


def phrases_score(asked: frozenset[Pair], passages: Sequence[str], language: str) -> list[float]:
    """Return for each passage the share of a question's pairs that it has, 0 to 1.

    Args:
        asked: Pairs of the question.
        passages: Texts in the question's language.
        language: That language.
    """
    if not asked:
        return [0.0] * len(passages)
    return [len(asked & _of_passage(text, language)) / len(asked) for text in passages]


@lru_cache(maxsize=2_000)
def _of_passage(text: str, language: str) -> frozenset[Pair]:
    return phrases(text, language)
