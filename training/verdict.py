"""Fit the weights of yes and no: `python -m training.verdict`.

Writes ``assistant/verdict.json``: a logistic model of the signs (``assistant/signs.py``) that a
yes-or-no question is to be answered yes, fitted on the tuned part of ``evals/verdicts``, all pairs
of languages together but for the constant. Prints how many are decided rightly when the article
asked about was left out, and never looks at the held-out part.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from assistant.question import understand
from assistant.signs import Signs, signs
from evals.verdicts import Case, load_cases

TARGET = Path(__file__).parent.parent / "assistant" / "verdict.json"
WEIGHED = (
    "agrees", "agrees_near", "anywhere", "agrees_limit", "agrees_same", "agrees_excepted",
    "other", "other_spoken", "named", "only", "only_unmet", "part", "met", "order", "listed",
    "strange",
)  # fmt: skip
# Set by hand: the cases have too few lists of countries without the one asked about to fit it.
NAMED = 4.0
PLANNED = 5.0  # likewise: hardly a case asks whether what is planned is done
# Likewise, on 192 questions of people: the cases are made of limits, exceptions and contraries that
# the reader cannot judge, and say what they ask with the words of their evidence. Fitted beside all
# other signs, leaving out the article asked about, it weighs .96 of them; a weight from 1 to 1.5
# decides alike, across languages too.
JUDGED = 1.0
PENALTY = 0.5  # of the squared weights, in cases
FOLDS = 6
STEPS = 40  # of Newton's method, far more than it takes
Floats = NDArray[np.float64]


def matrix(found: Sequence[Signs], across: Sequence[bool]) -> Floats:
    """Return the signs as rows: constant, whether across languages, then the signs."""
    rows = [
        [1.0, float(far), *(one.as_dict()[name] for name in WEIGHED)]
        for one, far in zip(found, across, strict=True)
    ]
    return np.array(rows)


def fit(x: Floats, y: Floats) -> Floats:
    """Fit a logistic regression with a ridge on all but the constant."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], PENALTY / len(y))
    ridge[0] = 0.0
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p) + 1e-6)[:, None]).T @ x / len(y) + np.diag(ridge)
        weights -= np.linalg.solve(curve, x.T @ (p - y) / len(y) + ridge * weights)
    return weights


def cross_validated(x: Floats, y: Floats, sources: Sequence[str]) -> Floats:
    """Return the scores of the cases, in logits, by weights that did not see their article."""
    fold = {source: number % FOLDS for number, source in enumerate(sorted(set(sources)))}
    folds = np.array([fold[source] for source in sources])
    scores = np.zeros(len(y))
    for number in range(FOLDS):
        out = folds == number
        scores[out] = x[out] @ fit(x[~out], y[~out])
    return scores


def signs_of(case: Case) -> Signs:
    """Return the signs of a case."""
    language = case.pair.partition("-")[2]
    return signs(understand(case.question), case.passage, case.evidence, language)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the weights of yes and no.")
    parser.add_argument("--out", type=Path, default=TARGET)
    out: Path = parser.parse_args().out
    tuned = [case for case in load_cases() if case.part == "tuned"]
    across = [case.pair in ("en-th", "th-en") for case in tuned]
    x = matrix([signs_of(case) for case in tuned], across)
    y = np.array([float(case.yes) for case in tuned])
    scores = cross_validated(x, y, [case.source for case in tuned])
    right = (scores >= 0) == (y > 0.5)
    far = np.array(across)
    Console().print(
        f"Left out: {right[~far].mean():.3f} within a language, {right[far].mean():.3f} across."
    )
    constant, change, *weights = (round(float(weight), 3) for weight in fit(x, y))
    shared = dict(zip(WEIGHED, weights, strict=True)) | {"named": NAMED, "planned": PLANNED}
    model = {
        "within": {"bias": constant, **shared, "judged": JUDGED},
        "across": {"bias": round(constant + change, 3), **shared, "judged": JUDGED},
    }
    out.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
