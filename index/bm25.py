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
_DENSE = 0.25  # share of the passages from which a group is added to all of them
Question = Sequence[Mapping[int, float]]  # groups of terms that may stand for one another
Ids = NDArray[np.int64]
Rows = NDArray[np.int32]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Postings:
    """The term rows of some passages, one passage's after the other's.

    Attributes:
        ids: Numbers of the passages that have terms, ascending.
        counts: How many terms each has, at least one.
        terms: Term numbers, those of the first passage first.
        weights: Frequency (or summed gloss weight) of each term in its passage.
    """

    ids: Ids
    counts: Ids
    terms: NDArray[np.uint32]
    weights: Scores

    @classmethod
    def none(cls) -> "Postings":
        """Return the postings of no passage."""
        numbers = np.zeros(0, np.int64)
        return cls(numbers, numbers, np.zeros(0, np.uint32), np.zeros(0, np.float32))


class BM25:
    """An inverted index over one field, held by term."""

    def __init__(self, postings: Postings) -> None:
        """Sort postings by term."""
        self._base = _Inverted.built(postings)
        self._take(Postings.none(), np.zeros(0, np.int64))

    def changed(self, fresh: Postings, gone: Ids) -> "BM25":
        """Return the index with passages added and taken out since it was built.

        The bulk is shared, not copied. Scores are those of an index built anew.

        Args:
            fresh: Passages with numbers higher than those it was built with.
            gone: Numbers of the passages that it was built with and that are no more.
        """
        other = object.__new__(BM25)
        other._base = self._base
        other._take(fresh, gone)
        return other

    @property
    def built_with(self) -> Ids:
        """Numbers of the passages of the bulk, those that are gone among them."""
        return self._base.ids

    def _take(self, fresh: Postings, gone: Ids) -> None:
        self.gone = gone
        self._fresh = _Inverted.built(fresh)
        self.ids = np.concatenate([self._base.ids, self._fresh.ids])
        self._alive: NDArray[np.bool_] | None = None
        lengths = np.concatenate([self._base.lengths, self._fresh.lengths])
        self._count = len(lengths) - len(gone)
        if len(gone):
            self._alive = np.ones(len(lengths), bool)
            self._alive[np.searchsorted(self._base.ids, gone)] = False
        counted = lengths if self._alive is None else lengths[self._alive]
        mean = counted.mean() if self._count else 1.0
        self._norm = (K1 * (1 - B + B * lengths / mean)).astype(np.float32)

    @property
    def rarest(self) -> float:
        """The most that a word adds to a score: one that a single passage has."""
        return self._idf(1) * (K1 + 1)

    def scores(self, question: Question) -> tuple[Scores, float]:
        """Return the score of each passage of `ids`, and the most that any could reach.

        Of a group only its best term counts (disjunction maximum, as in Lucene), so that a word
        with many glosses weighs no more than a word with one. A term that no passage has adds
        to neither, and the score of a passage that is gone is 0.
        """
        scores = np.zeros(len(self.ids), np.float32)
        best = np.zeros(len(self.ids), np.float32)
        most = 0.0
        for group in question:
            touched, ceiling = self._group(group, best)
            most += ceiling
            if sum(map(len, touched)) > _DENSE * len(best):
                scores += best
                best[:] = 0
            elif touched:
                rows = touched[0] if len(touched) == 1 else np.unique(np.concatenate(touched))
                scores[rows] += best[rows]
                best[rows] = 0
        return scores, most

    def _group(self, group: Mapping[int, float], best: Scores) -> tuple[list[Rows], float]:
        """Raise `best` to a group's gains; return the rows that it touched, and its ceiling."""
        touched, ceiling = [], 0.0
        for term, weight in group.items():
            rows, weights = self._of(term)
            if len(rows):
                value = weight * self._idf(len(rows)) * (K1 + 1)
                gain = value * weights / (weights + self._norm[rows])
                best[rows] = np.maximum(best[rows], gain)
                touched.append(rows)
                ceiling = max(ceiling, value)
        return touched, ceiling

    def _idf(self, holders: int) -> float:
        return float(np.log1p((self._count - holders + 0.5) / (holders + 0.5)))

    def _of(self, term: int) -> tuple[Rows, Scores]:
        """Return the rows that have a term, and its weight in each."""
        rows, weights = self._base.of(term)
        if self._alive is not None:
            kept = self._alive[rows]
            rows, weights = rows[kept], weights[kept]
        if len(self._fresh.ids):
            more, beside = self._fresh.of(term)
            rows = np.concatenate([rows, more + np.int32(len(self._base.ids))])
            weights = np.concatenate([weights, beside])
        return rows, weights


@dataclass(frozen=True, slots=True)
class _Inverted:
    """Postings by term: those of `terms[i]` stand from `first[i]` to `first[i + 1]`."""

    ids: Ids
    lengths: NDArray[np.float64]
    terms: NDArray[np.uint32]
    first: Ids
    rows: Rows
    weights: Scores

    @classmethod
    def built(cls, postings: Postings) -> "_Inverted":
        count = len(postings.ids)
        rows = np.repeat(np.arange(count, dtype=np.int32), postings.counts)
        lengths = np.bincount(rows, postings.weights, minlength=count).astype(np.float64)
        order = _order(postings.terms)
        terms = postings.terms[order]
        starts = np.flatnonzero(np.append(True, terms[1:] != terms[:-1])) if len(terms) else order
        return cls(
            postings.ids,
            lengths,
            terms[starts],
            np.append(starts, len(order)),
            rows[order],
            postings.weights[order],
        )

    def of(self, term: int) -> tuple[Rows, Scores]:
        """Return the rows that have a term, and its weight in each."""
        place = int(np.searchsorted(self.terms, term))
        if place == len(self.terms) or self.terms[place] != term:
            return self.rows[:0], self.weights[:0]
        part = slice(self.first[place], self.first[place + 1])
        return self.rows[part], self.weights[part]


def _order(terms: NDArray[np.uint32]) -> Ids:
    """Return a stable order by term: numpy sorts 16 bits at a time ten times as fast as 32."""
    low = np.argsort(terms.astype(np.uint16), kind="stable")
    high = (terms >> np.uint32(16)).astype(np.uint16)
    return low if not high.any() else low[np.argsort(high[low], kind="stable")]
