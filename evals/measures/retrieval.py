"""Retrieval measures over the ranks of the relevant results.

A question whose gold passage was not found has no rank and counts 0 in every measure.
Definitions: Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008),
chapter 8; reciprocal rank: Voorhees, The TREC-8 Question Answering Track Report (1999).
"""

from collections.abc import Iterable, Sequence
from math import log2


def first_rank(relevant: Iterable[bool]) -> int | None:
    """Return the rank, from 1, of the first relevant result; None if none is."""
    return next((rank for rank, is_relevant in enumerate(relevant, start=1) if is_relevant), None)


def one_relevant(rank: int | None) -> list[float]:
    """Return the grades of a ranking in which the only relevant result has this rank."""
    return [0.0] * (rank - 1) + [1.0] if rank else []


def recall_at(gains: Sequence[float], relevant: int, k: int) -> float:
    """Return the share of the relevant results that are among the first k.

    Args:
        gains: The grade of each result in the order found, 0 where it is not relevant.
        relevant: Number of relevant results there are, found or not.
        k: How many results are looked at.
    """
    return sum(gain > 0 for gain in gains[:k]) / relevant if relevant else 0.0


def reciprocal_rank(gains: Sequence[float], k: int = 10) -> float:
    """Return 1 / rank of the first relevant result, or 0 beyond rank k; its mean is MRR@k."""
    rank = first_rank(gain > 0 for gain in gains[:k])
    return 1 / rank if rank else 0.0


def ndcg(gains: Sequence[float], ideal: Iterable[float], k: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first k results, 0 to 1.

    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002), with the
    grade itself as gain and log2(1 + rank) as discount.

    Args:
        gains: The grade of each result in the order found, 0 where it is not relevant.
        ideal: The grades of all relevant results, in any order.
        k: How many results are looked at.
    """
    best = _discounted(sorted(ideal, reverse=True)[:k])
    return _discounted(gains[:k]) / best if best else 0.0


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(1 + rank) for rank, gain in enumerate(gains, start=1))
