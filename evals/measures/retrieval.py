"""Retrieval measures over the rank of the first relevant result, one relevant result a question.

A question whose gold passage was not found has no rank and counts 0 in every measure.
Definitions: Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008),
chapter 8; reciprocal rank: Voorhees, The TREC-8 Question Answering Track Report (1999).
"""

from collections.abc import Iterable
from math import log2


def first_rank(relevant: Iterable[bool]) -> int | None:
    """Return the rank, from 1, of the first relevant result; None if none is."""
    return next((rank for rank, is_relevant in enumerate(relevant, start=1) if is_relevant), None)


def recall_at(rank: int | None, k: int) -> float:
    """Return 1 if the relevant result is among the first k, else 0."""
    return float(rank is not None and rank <= k)


def reciprocal_rank(rank: int | None, k: int = 10) -> float:
    """Return 1 / rank, or 0 beyond rank k; its mean is MRR@k."""
    return 1 / rank if rank is not None and rank <= k else 0.0


def ndcg(rank: int | None, k: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first k: 1 / log2(1 + rank).

    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002); with one
    relevant result the ideal gain is 1.
    """
    return 1 / log2(1 + rank) if rank is not None and rank <= k else 0.0
