"""BM25: the words of passages, scored against a question's.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
term weights in place of counts so that a gloss can count for less than a word. The parameters
are the usual ones, and idf is Lucene's, which is never negative.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75
Question = Sequence[Mapping[int, float]]  # groups of terms that may stand for one another


@dataclass(frozen=True, slots=True)
class Postings:
    """The term rows of some passages, flattened.

    Attributes:
        passages: Passage number of each posting.
        terms: Term number of each posting.
        weights: Frequency (or summed gloss weight) of the term in the passage.
    """

    passages: NDArray[np.int64]
    terms: NDArray[np.uint32]
    weights: NDArray[np.float32]


class BM25:
    """An inverted index over one field, held by term."""

    def __init__(self, postings: Postings) -> None:
        """Sort postings by term; passages without any are not in the index."""
        self.ids, rows = np.unique(postings.passages, return_inverse=True)
        order = np.argsort(postings.terms, kind="stable")
        self._rows = rows[order].astype(np.int32)
        self._weights = postings.weights[order]
        self._terms, first = np.unique(postings.terms[order], return_index=True)
        self._first = np.append(first, len(order))
        lengths = np.bincount(rows, postings.weights, minlength=len(self.ids))
        mean = lengths.mean() if len(lengths) else 1.0
        self._norm = (K1 * (1 - B + B * lengths / mean)).astype(np.float32)

    def scores(self, question: Question) -> tuple[NDArray[np.float32], float]:
        """Return the score of each passage of `ids`, and the most that any could reach.

        Of a group only its best term counts (disjunction maximum, as in Lucene), so that a word
        with many glosses weighs no more than a word with one. A term that no passage has adds
        to neither.
        """
        scores = np.zeros(len(self.ids), np.float32)
        most = 0.0
        for group in question:
            best, ceiling = self._group(group)
            scores += best
            most += ceiling
        return scores, most

    def _group(self, group: Mapping[int, float]) -> tuple[NDArray[np.float32], float]:
        best = np.zeros(len(self.ids), np.float32)
        ceiling = 0.0
        for term, weight in group.items():
            rows, weights = self._of(term)
            if len(rows):
                value = weight * self._idf(len(rows)) * (K1 + 1)
                gain = value * weights / (weights + self._norm[rows])
                best[rows] = np.maximum(best[rows], gain)
                ceiling = max(ceiling, value)
        return best, ceiling

    def _idf(self, holders: int) -> float:
        return float(np.log1p((len(self.ids) - holders + 0.5) / (holders + 0.5)))

    def _of(self, term: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        place = int(np.searchsorted(self._terms, term))
        if place == len(self._terms) or self._terms[place] != term:
            return self._rows[:0], self._weights[:0]
        part = slice(self._first[place], self._first[place + 1])
        return self._rows[part], self._weights[part]
