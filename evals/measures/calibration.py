"""Calibration: whether answers given with a confidence of .8 are right 8 times in 10.

Expected calibration error with ten bins of equal width: Naeini, Cooper and Hauskrecht, Obtaining
well calibrated probabilities using Bayesian binning (2015); Guo et al., On calibration of modern
neural networks (2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence.

    Attributes:
        count: Number of them.
        confidence: Their mean confidence, 0 to 1.
        accuracy: Share of them that is right, 0 to 1.
    """

    count: int
    confidence: float
    accuracy: float


def reliability(judged: Sequence[tuple[float, bool]], bins: int = BINS) -> list[Bin]:
    """Sort answers into bins of equal width by confidence; empty bins are left out.

    Args:
        judged: The confidence of each answer, 0 to 1, and whether it is right.
        bins: How many.
    """
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in judged:
        sorted_in[min(bins - 1, int(confidence * bins))].append((confidence, right))
    return [
        Bin(len(held), sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held))
        for held in sorted_in
        if held
    ]


def expected_error(judged: Sequence[tuple[float, bool]], bins: int = BINS) -> float:
    """Return the mean distance between confidence and accuracy over the answers, 0 to 1."""
    total = sum(
        held.count * abs(held.accuracy - held.confidence) for held in reliability(judged, bins)
    )
    return total / len(judged) if judged else 0.0
