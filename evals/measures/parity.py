"""Parity: whether the same fact is answered alike when it is asked in Thai and in English.

Two questions are a pair when their set gives them the same ``pair``. The gap is the mean over the
pairs of the Thai score less the English one: a product that treats both languages alike has 0.
After the gap in accuracy between groups of Hardt, Price and Srebro, Equality of opportunity in
supervised learning (2016), with the pairs matched.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evals.statistics import Difference, difference

LANGUAGES = ("en", "th")


@dataclass(frozen=True, slots=True)
class Scored:
    """A question's language, its pair, and its score by figure name."""

    lang: str
    pair: str
    scores: Mapping[str, float]


def gap(asked: Iterable[Scored], figure: str) -> Difference | None:
    """Return how Thai questions score against the English ones of the same facts.

    Args:
        asked: The questions.
        figure: Name of the score.

    Returns:
        The difference, English as before and Thai as after; None without a pair.
    """
    sides: dict[str, dict[str, list[float]]] = {}
    for question in asked:
        if question.pair and figure in question.scores:
            by_language = sides.setdefault(question.pair, {})
            by_language.setdefault(question.lang, []).append(question.scores[figure])
    whole = [side for side in sides.values() if all(lang in side for lang in LANGUAGES)]
    english, thai = ([_mean(side[lang]) for side in whole] for lang in LANGUAGES)
    return difference(english, thai)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
