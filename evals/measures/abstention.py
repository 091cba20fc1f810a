"""Abstention measures: answering what the sources do not say, refusing what they do.

The two error rates of a reject option: El-Yaniv and Wiener, On the foundations of noise-free
selective classification (2010). Each has its own questions: unanswerable ones for false answers,
answerable ones for false refusals. What any other threshold would give is the risk–coverage curve
of the same paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the risk–coverage curve.

    Attributes:
        coverage: Share of all questions that are answered, 0 to 1.
        risk: Share of the answers given that are wrong, 0 to 1.
        confidence: The lowest confidence that is answered.
    """

    coverage: float
    risk: float
    confidence: float


def risk_coverage(judged: Sequence[tuple[float, bool]]) -> list[Point]:
    """Return the curve, from the surest answer alone to all of them.

    Args:
        judged: The confidence of each question's best answer, given or withheld, and whether it is
            right; an answer to an unanswerable question is wrong.
    """
    points, wrong = [], 0
    order = sorted(judged, key=lambda pair: -pair[0])
    for count, (confidence, right) in enumerate(order, start=1):
        wrong += not right
        if count == len(order) or order[count][0] < confidence:  # equals are answered together
            points.append(Point(count / len(order), wrong / count, confidence))
    return points


def at_coverage(points: Sequence[Point], coverage: float) -> Point:
    """Return the first point of a curve that covers at least so much."""
    return next(point for point in points if point.coverage >= coverage - 1e-9)


def area(points: Sequence[Point]) -> float:
    """Return the mean risk over the curve's coverage (AURC, Geifman et al. 2019), 0 to 1."""
    total, before = 0.0, 0.0
    for point in points:
        total += point.risk * (point.coverage - before)
        before = point.coverage
    return total


def false_answer(abstained: bool) -> float:
    """Return 1 if an unanswerable question was answered; its mean is the false answer rate."""
    return float(not abstained)


def false_refusal(abstained: bool) -> float:
    """Return 1 if an answerable question was refused; its mean is the false refusal rate."""
    return float(abstained)
