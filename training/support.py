"""Fit the weights of support: `python -m training.support`.

Writes ``assistant/support.json``: a logistic model of the signs of a claim
(``assistant/support.py``) that its source says it, fitted on the claims of ``evals/claims`` that
neither rules nor reader were developed on, the probability from which it is shown as supported, and
that below which it is not shown at all; between the two it is not confirmed. Prints how many are
told rightly when the passage was left out, and never looks at the held-out claims.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from rich.console import Console

from assistant import Verifier, shipped_reader, understand
from assistant.support import OBJECTS, ClaimSigns
from evals.verification import FOLDER, Case, load_cases
from index import open_encoder
from sources import detect_language, load_settings, normalise
from training.plain import negated, renamed, renumbered, shortened, swapped
from training.threshold import STEP, smoothed
from training.verdict import Floats, cross_validated, fit

TARGET = Path(__file__).parent.parent / "assistant" / "support.json"
CLAIMS = "_weighed"  # what rules were made for they tell too well
WEIGHED = (
    "across", "cited", "near", "closeness", "unmet", "strayed", "rivalled", "ordered",
    "verbatim", "altered",
)  # fmt: skip
FEWEST = 60  # claims that a rule objects to, for a weight of its own
FALSE = 3.2  # right claims not confirmed that one false claim shown as supported weighs
LOST = 0.03  # of right claims may be lost, not even shown as unconfirmed
SMOOTHING = 0.1  # of a threshold, either way: over .5 to .8 all cost nearly the same
PLAIN = 0.35  # right claims beside which plain ones are made, by share


def columns(found: Sequence[ClaimSigns]) -> list[str]:
    """Return the names of what is weighed: the numbers, then the rules with cases enough."""
    rules = Counter(rule for one in found for rule in one.objections)
    return [*WEIGHED, *(f"objection_{r}" for r, count in sorted(rules.items()) if count >= FEWEST)]


def matrix(found: Sequence[ClaimSigns], names: Sequence[str]) -> Floats:
    """Return the signs as rows: constant, whether any rule objects, then what is named.

    A rule's own weight is thus what it adds to that of rules on the whole.
    """
    rows = []
    for one in found:
        signs = one.as_dict()
        rows.append([1.0, float(bool(one.objections)), *(signs.get(name, 0.0) for name in names)])
    return np.array(rows)


def best_place(scores: Floats, right: Floats) -> float:
    """Return the logit from which claims are shown as supported, at the least cost on these.

    The cost is the mean over `SMOOTHING` on either side, lest a few claims move it far.
    """
    shares = 1 / (1 + np.exp(-scores))
    places = np.arange(0.05, 0.96, STEP)
    costs = np.array(
        [
            (shares[right > 0.5] < place).mean() + FALSE * (shares[right < 0.5] >= place).mean()
            for place in places
        ]
    )
    place = float(places[int(smoothed(costs, SMOOTHING).argmin())])
    return float(np.log(place / (1 - place)))


def plain_cases(cases: Sequence[Case], rng: random.Random) -> list[Case]:
    """Return plain claims beside some right ones: denied, and their quotes as they are and changed.

    A quote stands there whole and without one of its phrases.
    Writers of claims hardly ever write any of these; chat models do.
    """
    made = []
    for case in cases:
        if not case.right or rng.random() > PLAIN:
            continue
        spoken, quote = case.language, normalise(case.proposed.quote).text
        told = {negated(normalise(case.proposed.text).text, spoken, rng): False}
        if detect_language(quote) == spoken:
            passage = case.hits[case.proposed.passage].passage.text
            changed = [
                negated(quote, spoken, rng),
                renumbered(quote, rng),
                renamed(quote, passage, spoken, rng),
            ]
            told |= {quote: True, rng.choice(changed): False}
            told |= {swapped(quote, spoken, rng): False}
            if less := shortened(quote, spoken, rng):
                ways = [negated(less, spoken, rng), renumbered(less, rng)]
                told |= {less: True, rng.choice(ways): False}
        made += [
            replace(case, right=right, proposed=replace(case.proposed, text=text), times=1)
            for text, right in told.items()
            if text
        ]
    return made


def _share(logit: float) -> float:
    return round(float(1 / (1 + np.exp(-logit))), 3)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description="Fit the weights of support.")
    parser.add_argument("--kept", type=Path, help="file to keep the signs in, to fit them again")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    console = Console()
    cases = load_cases(FOLDER, CLAIMS)
    cases += plain_cases(cases, random.Random(0))
    if options.kept and options.kept.exists():
        rows = json.loads(options.kept.read_text(encoding="utf-8"))
        if len(rows) != len(cases):
            parser.error(f"{options.kept} is of other claims; delete it to read the claims anew.")
        signs = [
            ClaimSigns(**row | {"objections": tuple(row["objections"])}) if row else None
            for row in rows
        ]
    else:
        verifier = Verifier(shipped_reader(), open_encoder(load_settings()))
        signs = [verifier.signs(understand(c.question), c.proposed, c.hits) for c in cases]
        if options.kept:
            kept = [asdict(one) if one else None for one in signs]
            options.kept.write_text(json.dumps(kept), encoding="utf-8")
    counted = [
        (case, one) for case, one in zip(cases, signs, strict=True) for _ in range(case.times)
    ]
    pairs = [(case, one) for case, one in counted if one]
    found = [one for _, one in pairs]
    names = columns(found)
    x = matrix(found, names)
    y = np.array([float(case.right) for case, _ in pairs])
    scores = cross_validated(x, y, [case.hits[0].title for case, _ in pairs])
    place, least = best_place(scores, y), float(np.quantile(scores[y > 0.5], LOST))
    lost = Counter(case.right for case, one in counted if not one)
    dropped = [int((scores[(y > 0.5) == of] < least).sum()) + lost[of] for of in (False, True)]
    rights, falses = int(y.sum()), int((1 - y).sum())
    console.print(
        f"Left out: {int((scores[y < 0.5] < place).sum()) + lost[False]} of {falses + lost[False]} "
        f"false claims refuted, {int((scores[y > 0.5] >= place).sum())} of {rights + lost[True]} "
        f"right ones kept; not shown at all are {dropped[0]} and {dropped[1]}."
    )
    bias, objection, *weights = (round(float(weight), 3) for weight in fit(x, y))
    # A rule that objects to right claims as often as to false ones is no sign of either.
    own = {
        name: round(min(0.0, weight + objection), 3) if name.startswith(OBJECTS) else weight
        for name, weight in zip(names, weights, strict=True)
    }
    model = {
        "weights": {"bias": bias, "objection": objection, **own},
        "enough": _share(place),
        "possible": _share(least),
    }
    options.out.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
