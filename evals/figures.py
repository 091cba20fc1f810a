"""Figures: the scores of all questions put together, overall and by language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from math import ceil
from statistics import fmean, median
from typing import Any

from evals.item import Item
from evals.measures.abstention import area, at_coverage, risk_coverage

MEANS = (
    "retrieval.recall@1",
    "retrieval.recall@5",
    "retrieval.mrr@10",
    "retrieval.ndcg@10",
    "answers.accuracy",
    "answers.f1",
    "answers.exact_match",
    "answers.char_f1",
    "citations.precision",
    "citations.recall",
    "citations.hit",
    "abstention.false_answer_rate",
    "abstention.false_refusal_rate",
    "language_match",
)
Figures = dict[str, Any]


def result(items: Sequence[Item]) -> Figures:
    """Return the figures overall, ``by_language``, and the items: what a result file holds."""
    pairs = sorted({item.pair for item in items}, key=lambda pair: (len(pair), pair))
    return {
        **figures(items),
        "by_language": {p: figures([i for i in items if i.pair == p]) for p in pairs},
        "items": [item.to_json() for item in items],
    }


def figures(items: Sequence[Item]) -> Figures:
    """Return the figures of a group of questions by name; None where no question has the score.

    Each is the mean of its questions' scores, but for the median ``cited_chars``, the percentiles
    of ``latency_ms``, and the ``counts``.
    """
    found: Figures = {"counts": counts(items)}
    for name in MEANS:
        _put(found, name, _rounded(fmean, _scores(items, name)))
    chars = _scores(items, "citations.cited_chars")
    _put(found, "citations.cited_chars", _rounded(median, chars))
    times = [item.latency_ms for item in items if item.latency_ms is not None]
    found["abstention"] |= curve(items)
    found["latency_ms"] = {
        f"p{percent}": round(percentile(times, percent), 1) if times else None
        for percent in (50, 95)
    }
    return found


def curve(items: Sequence[Item]) -> Figures:
    """Return the risk–coverage curve of a group in tenths of coverage, and the area under it."""
    points = risk_coverage([item.judged for item in items if item.judged])
    if not points:
        return {"aurc": None, "risk_coverage": []}
    tenths = [at_coverage(points, tenth / 10) for tenth in range(1, 11)]
    rounded = [{name: round(value, 4) for name, value in asdict(p).items()} for p in tenths]
    return {"aurc": round(area(points), 4), "risk_coverage": rounded}


def counts(items: Sequence[Item]) -> dict[str, int]:
    """Count the questions, the answerable ones, those judged by passage, and the errors."""
    return {
        "questions": len(items),
        "answerable": sum(item.question.answerable for item in items),
        "judged": len(_scores(items, "retrieval.recall@1")),
        "errors": sum(item.error is not None for item in items),
    }


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the smallest value that `percent` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, ceil(percent / 100 * len(ordered)) - 1)]


def _scores(items: Iterable[Item], name: str) -> list[float]:
    return [item.scores[name] for item in items if name in item.scores]


def _rounded(reduce: Callable[[list[float]], float], scores: list[float]) -> float | None:
    return round(reduce(scores), 4) if scores else None


def _put(found: Figures, name: str, value: float | None) -> None:
    group, _, figure = name.rpartition(".")
    (found.setdefault(group, {}) if group else found)[figure] = value
