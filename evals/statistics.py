"""Intervals for figures from few questions: the percentile bootstrap, alone and paired.

Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 15. Questions are
drawn with replacement; two runs are compared on the same draws of the same questions, which is
what makes small differences visible. The seed is fixed: the same scores give the same interval.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2_000
LEVEL = 0.95
SEED = 20_200_908
_AT_ONCE = 4_000_000  # drawn numbers held in memory

Scores = NDArray[np.float64]
Reduce = Callable[[Scores], Scores]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one run's scores differ from another's on the same questions.

    Attributes:
        questions: Number of questions that both runs scored.
        before: Mean of the first run, 0 to 1 as scored.
        after: Mean of the second.
        low: Lower end of the interval of ``after - before``.
        high: Upper end.
        better: Questions whose score rose.
        worse: Questions whose score fell.
    """

    questions: int
    before: float
    after: float
    low: float
    high: float
    better: int
    worse: int

    @property
    def change(self) -> float:
        """The mean difference."""
        return self.after - self.before

    @property
    def fell(self) -> bool:
        """Whether the scores fell by more than chance explains."""
        return self.high < 0

    @property
    def rose(self) -> bool:
        """Whether they rose by more than chance explains."""
        return self.low > 0


def mean_of_rows(scores: Scores) -> Scores:
    """Return the mean of each row, shape (resamples,) from (resamples, questions)."""
    found: Scores = scores.mean(axis=1)
    return found


def median_of_rows(scores: Scores) -> Scores:
    """Return the median of each row, shape (resamples,) from (resamples, questions)."""
    found: Scores = np.median(scores, axis=1)
    return found


def interval(scores: Sequence[float], reduce: Reduce = mean_of_rows) -> tuple[float, float] | None:
    """Return the interval, at 95 of 100, of a statistic of the scores; None below two scores.

    Args:
        scores: One score a question.
        reduce: The statistic, from rows of scores to one value a row.
    """
    if len(scores) < 2:
        return None
    low, high = _percentiles(_resampled(np.asarray(scores, np.float64), reduce))
    return low, high


def difference(before: Sequence[float], after: Sequence[float]) -> Difference | None:
    """Compare the scores of two runs on the same questions, in the same order; None without any.

    Raises:
        ValueError: The runs did not score as many questions.
    """
    if len(before) != len(after):
        raise ValueError("Both runs must score the same questions.")
    if not before:
        return None
    first, second = np.asarray(before, np.float64), np.asarray(after, np.float64)
    low, high = _percentiles(_resampled(second - first, mean_of_rows))
    return Difference(
        questions=len(before),
        before=float(first.mean()),
        after=float(second.mean()),
        low=low,
        high=high,
        better=int((second > first).sum()),
        worse=int((second < first).sum()),
    )


def mcnemar(better: int, worse: int) -> float:
    """Return how likely chance alone turns questions so unevenly: McNemar's test, exact, two-sided.

    McNemar (1947); exact as the binomial test of the questions that turned.

    Args:
        better: Questions that turned right.
        worse: Questions that turned wrong.
    """
    turned, fewer = better + worse, min(better, worse)
    tail = sum(comb(turned, count) for count in range(fewer + 1))
    return min(1.0, float(2 * tail / 2**turned))


def _resampled(scores: Scores, reduce: Reduce) -> Scores:
    rng = np.random.default_rng(SEED)
    rows = max(1, min(RESAMPLES, _AT_ONCE // len(scores)))
    found = []
    for start in range(0, RESAMPLES, rows):
        count = min(rows, RESAMPLES - start)
        found.append(reduce(scores[rng.integers(0, len(scores), (count, len(scores)))]))
    return np.concatenate(found)


def _percentiles(values: Scores) -> tuple[float, float]:
    edge = 100 * (1 - LEVEL) / 2
    low, high = np.percentile(values, [edge, 100 - edge])
    return float(low), float(high)
