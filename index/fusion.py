"""Fusion: how much each leg counts, for each pair of question and passage language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the legs in the fused score.

    Attributes:
        words: Of BM25 as a share of the most that the question could reach, and a little more.
        dense: Of the cosine of question and passage.
        windows: Of the cosine of question and nearest window of the passage.
        names: Of the share of the question's names that a passage in the other language has.
        phrases: Of the share of the question's neighbouring words that are neighbours in a passage
            of its language.
        bias: Added for a passage in the other language, so that both languages' scores compare.
    """

    words: float
    dense: float
    windows: float
    names: float
    phrases: float
    bias: float

    def of(self, legs: Mapping[str, float]) -> float:
        """Return the weighted sum of the legs' scores, but for the phrases."""
        return (
            self.words * legs["words"]
            + self.dense * legs["dense"]
            + self.windows * legs["windows"]
            + self.names * legs["names"]
            + self.bias
        )


def weights(question: str, passage: str) -> Weights:
    """Return the weights for a question and a passage language."""
    return _table()[f"{question}-{passage}"]


@cache
def _table() -> dict[str, Weights]:
    rows = json.loads(files("index").joinpath("fusion.json").read_text("utf-8"))
    return {pair: Weights(**row) for pair, row in rows.items()}
