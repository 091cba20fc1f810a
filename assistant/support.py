"""Support: how likely words of a source say a claim, from what rules and reader find in them.

A rule that objects weighs much but does not decide alone: one that reads a name or a negation
wrongly is overruled where the reader is sure, and a claim that no rule objects to is refused where
the reader finds it unsupported. A logistic model (``support.json``, fitted by
``training/support.py``) weighs both.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.objections import REASONS

OBJECTS = "objection_"  # before the name of a rule
LIMIT = 6.0  # logits, beyond which the reader is no surer


@dataclass(frozen=True, slots=True)
class ClaimSigns:
    """What speaks for and against a claim.

    Attributes:
        objections: The rules that object.
        across: Whether the claim is not in the language of the source.
        cited: The reader's logit that what is cited says it.
        near: The same for what is cited and the sentences beside it.
        closeness: Cosine of claim and citation, above that of strangers.
        unmet: Share of the claim's words that stand neither there nor beside it.
        strayed: Whether a name of the claim stands neither there nor beside it.
        rivalled: Whether it is a person or country, and what is cited names another.
        ordered: Whether it compares two things as their numbers there do.
        verbatim: Whether it says the very words of what is cited.
        altered: Whether it says nearly these, but with another number, name or negation.
    """

    objections: tuple[str, ...]
    across: bool
    cited: float
    near: float
    closeness: float
    unmet: float
    strayed: bool = False
    rivalled: bool = False
    ordered: bool = False
    verbatim: bool = False
    altered: bool = False

    def as_dict(self) -> dict[str, float]:
        """Return the numbers that a model weighs, by name."""
        cited, near = (max(-LIMIT, min(LIMIT, logit)) for logit in (self.cited, self.near))
        return {
            "across": float(self.across),
            "cited": cited,
            "near": near,
            "closeness": self.closeness,
            "unmet": self.unmet,
            "strayed": float(self.strayed),
            "rivalled": float(self.rivalled),
            "ordered": float(self.ordered),
            "verbatim": float(self.verbatim),
            "altered": float(self.altered),
            **{f"{OBJECTS}{rule}": 1.0 for rule in self.objections},
        }


def probability(signs: ClaimSigns) -> float:
    """Return the probability, 0 to 1, that the source says the claim."""
    weights: dict[str, float] = _model()["weights"]
    score = weights["bias"]
    for name, value in signs.as_dict().items():
        score += _weight(weights, name) * value
    return 1 / (1 + math.exp(-score))


def told_of(signs: ClaimSigns) -> str:
    """Return why a claim is refuted: by the rule that weighs most, or for want of support."""
    weights: dict[str, float] = _model()["weights"]
    gravest = min(
        signs.objections, key=lambda rule: _weight(weights, f"{OBJECTS}{rule}"), default=""
    )
    return REASONS.get(gravest, gravest) or "unsupported"


def _weight(weights: dict[str, float], name: str) -> float:
    # A rule without cases of its own weighs as rules do on the whole.
    default = weights["objection"] if name.startswith(OBJECTS) else 0.0
    return weights.get(name, default)


def enough() -> float:
    """Return the probability from which a claim is shown as supported."""
    return float(_model()["enough"])


def possible() -> float:
    """Return the probability below which a claim is not shown, not even as unconfirmed."""
    return float(_model()["possible"])


@cache
def _model() -> Any:  # noqa: ANN401 (JSON)
    return json.loads(files("assistant").joinpath("support.json").read_text("utf-8"))
