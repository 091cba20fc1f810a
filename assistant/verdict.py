"""Verdict: yes or no, decided from the evidence against what the question states.

Signs of either answer are weighed by a logistic model (``verdict.json``, fitted by
``training/verdict.py``): whether the clause that speaks of what is asked denies it, whether
numbers, times and limits fit, names that are elsewhere or nowhere, quantifiers and order. Where the
evidence has few of the question's words these tell little, and the reader's judgement weighs more.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.features import LIMIT
from assistant.question import Question
from assistant.signs import signs


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer to a yes-or-no question.

    Attributes:
        yes: Whether it is yes.
        sure: Estimated probability, 0.5 to 1, that this is right if the evidence is.
    """

    yes: bool
    sure: float


def decide(
    question: Question, passage: str, evidence: str, language: str, judged: float = 0.0
) -> Verdict:
    """Tell whether evidence affirms what a yes-or-no question states.

    Args:
        question: The question.
        passage: The passage that the evidence stands in.
        evidence: The sentence or clause that decides.
        language: Language of the passage.
        judged: The reader's logit that the evidence says yes; 0 if it was not asked.
    """
    found = signs(question, passage, evidence, language).as_dict()
    found["judged"] = max(-LIMIT, min(LIMIT, judged)) * (1 - found["met"])
    weights = _model()["within" if question.language == language else "across"]
    score = sum(weight * found.get(name, 1.0) for name, weight in weights.items())
    yes = 1 / (1 + math.exp(-score))
    return Verdict(yes >= 0.5, max(yes, 1 - yes))


@cache
def _model() -> Any:  # noqa: ANN401 (JSON)
    return json.loads(files("assistant").joinpath("verdict.json").read_text("utf-8"))
