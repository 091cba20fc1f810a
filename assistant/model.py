"""The answerer's model: a handful of readable numbers in a file, fitted by a command.

``rank`` orders candidate spans; ``confidence`` is a logistic model, one a language pair, of
whether the best one answers the question; below ``threshold`` the answerer abstains. For what is
to be answered yes or no it tells whether the best span decides that, and has numbers of its own.
"""

import json
import math
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.features import Features
from assistant.question import Question


def rank(features: Features) -> float:
    """Return the score by which candidates are ordered, in the reader's logits."""
    return _weighted(_model()["rank"], features)


def confidence(features: Features, asked_in: str, language: str) -> float:
    """Return the probability, 0 to 1, that the span answers the question."""
    of_kind = _of_kind(yes_no=bool(features.yes_no))
    score = _weighted(of_kind["confidence"][f"{asked_in}-{language}"], features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def threshold(question: Question, language: str) -> float:
    """Return the probability below which the answerer abstains."""
    of_kind = _of_kind(yes_no=question.kind == "yes_no")
    return float(of_kind["threshold"][f"{question.language}-{language}"])


def _of_kind(*, yes_no: bool) -> dict[str, Any]:
    model: dict[str, Any] = _model()
    yes_or_no: dict[str, Any] = model["yes_no"]
    return yes_or_no if yes_no else model


def _weighted(weights: dict[str, float], features: Features) -> float:
    values = features.as_dict()
    return weights.get("bias", 0.0) + sum(
        weight * values[name] for name, weight in weights.items() if name != "bias"
    )


@cache
def _model() -> Any:  # noqa: ANN401 (JSON)
    return json.loads(files("assistant").joinpath("model.json").read_text("utf-8"))
