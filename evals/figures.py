"""Figures: the scores of all questions put together, overall and by language."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from math import ceil
from statistics import fmean, median
from typing import Any

from evals.item import Item
from evals.measures.abstention import area, at_coverage, risk_coverage
from evals.measures.calibration import expected_error, reliability
from evals.measures.parity import Scored, gap
from evals.statistics import interval, median_of_rows

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
MEDIANS = ("citations.cited_chars",)
PARITY = ("answers.accuracy", "retrieval.recall@1")
Figures = dict[str, Any]


def result(items: Sequence[Item]) -> Figures:
    """Return the figures overall, ``by_language``, and the items: what a result file holds."""
    pairs = sorted({item.pair for item in items}, key=lambda pair: (len(pair), pair))
    return {
        **figures(items),
        "parity": parity(items),
        "by_language": {p: figures([i for i in items if i.pair == p]) for p in pairs},
        "items": [item.to_json() for item in items],
    }


def figures(items: Sequence[Item]) -> Figures:
    """Return the figures of a group of questions by name; None where no question has the score.

    Each is the mean of its questions' scores, but for the median ``cited_chars``, the percentiles
    of ``latency_ms``, and the ``counts``. ``intervals`` holds the bootstrap interval of each mean
    and median by dotted name.
    """
    found: Figures = {"counts": counts(items)}
    intervals = {}
    for names, reduce, of_rows in ((MEANS, fmean, None), (MEDIANS, median, median_of_rows)):
        for name in names:
            scores = _scores(items, name)
            _put(found, name, _rounded(reduce, scores))
            ends = interval(scores, of_rows) if of_rows else interval(scores)
            intervals[name] = [round(end, 4) for end in ends] if ends else None
    found["intervals"] = intervals
    found["abstention"] |= curve(items)
    found["latency_ms"] = _percentiles(
        [item.latency_ms for item in items if item.latency_ms is not None]
    )
    found["latency_ms"]["stages"] = stages(items)
    return found


def stages(items: Sequence[Item]) -> Figures:
    """Return the percentiles of each stage of answering, in milliseconds, by its name."""
    times: dict[str, list[float]] = {}
    for item in items:
        for stage, ms in ((item.answer or {}).get("timings_ms") or {}).items():
            times.setdefault(stage, []).append(ms)
    return {stage: _percentiles(ms) for stage, ms in times.items() if stage != "total"}


def parity(items: Sequence[Item]) -> Figures:
    """Return, by figure, how Thai questions score against English ones about the same facts."""
    asked = [Scored(item.question.lang, item.question.pair, item.scores) for item in items]
    found: Figures = {}
    for name in PARITY:
        side = gap(asked, name)
        found[name] = side and {
            "pairs": side.questions,
            "th": round(side.after, 4),
            "en": round(side.before, 4),
            "gap": round(side.change, 4),
            "interval": [round(side.low, 4), round(side.high, 4)],
        }
    return found


def curve(items: Sequence[Item]) -> Figures:
    """Return the risk–coverage curve of a group in tenths of coverage, and the area under it.

    With them the expected calibration error and the bins that it is made of.
    """
    judged = [item.judged for item in items if item.judged]
    points = risk_coverage(judged)
    if not points:
        return {"aurc": None, "risk_coverage": [], "ece": None, "reliability": []}
    tenths = [at_coverage(points, tenth / 10) for tenth in range(1, 11)]
    rounded = [{name: round(value, 4) for name, value in asdict(p).items()} for p in tenths]
    return {
        "aurc": round(area(points), 4),
        "risk_coverage": rounded,
        "ece": round(expected_error(judged), 4),
        "reliability": [
            {name: round(value, 4) for name, value in asdict(held).items()}
            for held in reliability(judged)
        ],
    }


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


def _percentiles(times: Sequence[float]) -> Figures:
    return {f"p{p}": round(percentile(times, p), 1) if times else None for p in (50, 95)}


def _scores(items: Iterable[Item], name: str) -> list[float]:
    return [item.scores[name] for item in items if name in item.scores]


def _rounded(reduce: Callable[[list[float]], float], scores: list[float]) -> float | None:
    return round(reduce(scores), 4) if scores else None


def _put(found: Figures, name: str, value: float | None) -> None:
    group, _, figure = name.rpartition(".")
    (found.setdefault(group, {}) if group else found)[figure] = value
