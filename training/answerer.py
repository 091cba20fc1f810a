"""Fit the answerer's model: `python -m training.answerer --squad-th F --squad-en F --items F`.

Writes ``assistant/model.json``: the weights by which candidate spans are ranked (softmax over a
question's candidates), a logistic model a language pair of whether the best one is right, and
the probability below which the answerer abstains.
"""

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.extractive import Extractive
from assistant.reading import Reader
from assistant.rereading import open_index
from index import Index
from sources import Document, load_settings
from training.cases import Case, cases
from training.items import load_items
from training.labelled import PAIRS, news, parallel_squad, squad_passages, verdicts
from training.table import area_under

RANKED_BY = ("reader", "behind", "fits", "strange", "unmet", "apart")
SURE_BY = ("reader", "support", "words", "unmet", "apart", "reason")
DECIDES_BY = ("reader", "affirmed", "words", "unmet", "apart")  # a yes or a no
# Set by hand, after a shipped question about a 54th meeting that no source has: the data have too
# few questions with a wrong number or date to fit it. The same holds for megawatts in place of
# turbines.
STRANGE = -4.0
CLASH = -8.0
CLASH_RANK = -20.0
TEMPTING = ("news", "verdict")
TEMPTING_WEIGHT = 2.0  # tempting questions are what a person meets; squad's are off topic
REFUSAL = 4.0  # false answers that one refusal of what the source does say weighs
RIGHT = 0.3  # overlap (Dice, in characters) from which a span counts as right
OTHERS_EVERY = 6  # of so many items not held out one is in the corpus that is asked
Floats = NDArray[np.float64]


def fit_rank(found: Sequence[Case], steps: int = 400) -> dict[str, float]:
    """Fit the ranking weights by softmax over candidates; the reader's weight is put to 1."""
    useful = [
        case for case in found if case.answerable and max(case.overlaps, default=0.0) >= RIGHT
    ]
    width = max(len(case.features) for case in useful)
    x = torch.zeros(len(useful), width, len(RANKED_BY))
    target = torch.zeros(len(useful), width)
    mask = torch.zeros(len(useful), width, dtype=torch.bool)
    for row, case in enumerate(useful):
        count = len(case.features)
        x[row, :count] = torch.tensor(_matrix(case.features, RANKED_BY))
        target[row, :count] = torch.tensor(
            [share if share >= RIGHT else 0.0 for share in case.overlaps]
        )
        mask[row, :count] = True
    # Steps of like size for features of unlike size; the start is a sensible guess.
    scale = torch.tensor([1.0, 100.0, 1.0, 3.0, 3.0, 3.0])
    raw = torch.tensor([0.3, -0.3, 0.5, -0.7, -0.3, -0.3], requires_grad=True)
    optimizer = torch.optim.Adam([raw], lr=0.02)
    for _ in range(steps):
        scores = (x @ (raw * scale)).masked_fill(~mask, -1e9)
        likely = torch.softmax(scores, 1)
        loss = -torch.log((likely * target).sum(1) + 1e-9).mean() + 1e-3 * (raw**2).sum()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    values = (raw * scale).detach().numpy()
    return {
        name: round(float(value / values[0]), 3)
        for name, value in zip(RANKED_BY, values, strict=True)
    } | {"clash": CLASH_RANK}


@dataclass(frozen=True)
class Chosen:
    """The candidate that the ranking puts first, and whether it is right."""

    pair: str
    source: str
    answerable: bool
    right: bool
    features: dict[str, float]


def choose(case: Case, rank: dict[str, float]) -> Chosen | None:
    """Return the candidate that the ranking puts first."""
    if not case.features:
        return None
    scores = _matrix(case.features, tuple(rank)) @ np.array(list(rank.values()))
    place = int(scores.argmax())
    right = case.overlaps[place] >= RIGHT
    return Chosen(case.pair, case.source, case.answerable, right, case.features[place])


def fit_confidence(
    chosen: Sequence[Chosen], by: tuple[str, ...] = SURE_BY
) -> dict[str, dict[str, float]]:
    """Fit a logistic model of whether the best candidate is right: weights shared, a bias a pair.

    Questions that have an answer but got a wrong span are left out: refusing those is no gain
    for the person who asks, and they are many enough to drown the difference that counts.
    """
    from sklearn.linear_model import LogisticRegression

    kept = [item for item in chosen if item.right or not item.answerable]
    pairs = ["-".join(pair) for pair in PAIRS]
    biases = [[float(item.pair == pair) for pair in pairs] for item in kept]
    x = np.hstack([_matrix([item.features for item in kept], by), np.array(biases)])
    weight = [TEMPTING_WEIGHT if item.source in TEMPTING else 1.0 for item in kept]
    model = LogisticRegression(C=1.0, max_iter=5_000, fit_intercept=False)
    model.fit(x, [item.right for item in kept], sample_weight=weight)
    values = [round(float(value), 3) for value in model.coef_[0]]
    shared = dict(zip(by, values, strict=False)) | {"strange": STRANGE, "clash": CLASH}
    return {
        pair: {"bias": bias, **shared} for pair, bias in zip(pairs, values[len(by) :], strict=True)
    }


def probability(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the logistic model's probability."""
    score = weights["bias"] + sum(
        weight * features[name] for name, weight in weights.items() if name != "bias"
    )
    return float(1 / (1 + np.exp(-score)))


def _matrix(features: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    return np.array([[row[name] for name in names] for row in features], np.float64)


def fit_thresholds(
    chosen: Sequence[Chosen], confidence: dict[str, dict[str, float]]
) -> dict[str, float]:
    """Choose one threshold for the pairs within a language and one for those across.

    A pair alone has so few questions that the best place jumps about.
    """
    found: dict[str, float] = {}
    for group in (PAIRS[:2], PAIRS[2:]):
        pairs = {"-".join(pair) for pair in group}
        rows = [item for item in chosen if item.pair in pairs]
        sure = np.array([probability(confidence[item.pair], item.features) for item in rows])
        right = np.array([item.right for item in rows])
        can = np.array([item.answerable for item in rows])
        found |= dict.fromkeys(sorted(pairs), choose_threshold(sure[can & right], sure[~can]))
    return found


def choose_threshold(answerable: Floats, unanswerable: Floats) -> float:
    """Return the probability at which refusals, by their weight, and false answers are fewest.

    A false answer on a tempting question is seen and checked; a refusal of what the source does
    say is not, so it counts for more. The questions that the items leave unanswered are the most
    tempting that their writers could think of; what people ask is more often plainly not there.
    """
    places = np.unique(np.concatenate([answerable, unanswerable]))
    costs = [REFUSAL * (answerable < p).mean() + (unanswerable >= p).mean() for p in places]
    return round(float(places[int(np.argmin(costs))]), 3)


def fit(found: Sequence[Case], rank: dict[str, float] | None = None) -> dict[str, object]:
    """Fit the whole model, or all but a given ranking, and print what it reaches."""
    rank = rank or fit_rank(found)
    chosen = [item for case in found if (item := choose(case, rank))]
    told = [item for item in chosen if not item.features["yes_no"]]
    decided = [item for item in chosen if item.features["yes_no"]]
    print("Yes or no:")  # noqa: T201 (a command's output)
    yes_no = _fit_confidence_and_threshold(decided, DECIDES_BY)
    print("All others:")  # noqa: T201 (a command's output)
    return {"rank": dict(rank), **_fit_confidence_and_threshold(told, SURE_BY), "yes_no": yes_no}


def _fit_confidence_and_threshold(
    chosen: Sequence[Chosen], by: tuple[str, ...]
) -> dict[str, dict[str, object]]:
    confidence = fit_confidence(chosen, by)
    thresholds = fit_thresholds(chosen, confidence)
    for pair, weights in confidence.items():
        rows = [item for item in chosen if item.pair == pair]
        sure = np.array([probability(weights, item.features) for item in rows])
        can = np.array([item.answerable for item in rows])
        told = np.array([item.source in TEMPTING for item in rows])
        right = np.array([item.right for item in rows])
        threshold = thresholds[pair]
        print(  # noqa: T201 (a command's output)
            f"{pair}: right {100 * right[can].mean():.1f} of {can.sum()}; "
            f"tempting AUC {area_under(sure[told & can], sure[told & ~can]):.3f}, of right ones "
            f"{area_under(sure[told & right], sure[told & ~can]):.3f}; threshold {threshold}: "
            f"refused {100 * (sure[can] < threshold).mean():.1f}, of right ones "
            f"{100 * (sure[right] < threshold).mean():.1f}, "
            f"false answers {100 * (sure[~can] >= threshold).mean():.1f} "
            f"(tempting {100 * (sure[told & ~can] >= threshold).mean():.1f})"
        )
    return {"confidence": dict(confidence), "threshold": dict(thresholds)}


def build(name: str, rows: Iterable[tuple[str, str]], folder: Path) -> Index:
    """Index a corpus in a folder of its own, kept between runs."""
    index = open_index(load_settings(home=folder / name))
    for place, (title, text) in enumerate(rows):
        where = f"{name}/{place}"
        index.add(Document.create(title=title or text[:40], text=text, origin=where))
    index.embed_pending()
    return index


def main() -> None:
    """Fit the model and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--squad-th", type=Path, required=True, help="SQuAD file, Thai")
    parser.add_argument("--squad-en", type=Path, required=True, help="the same ids, English")
    parser.add_argument(
        "--items", type=Path, nargs="+", required=True, help="bilingual items (.jsonl)"
    )
    parser.add_argument("--reader", type=Path, default=Path("assistant/weights"))
    parser.add_argument("--work", type=Path, required=True, help="folder for the corpora's indexes")
    parser.add_argument("--questions", type=int, default=120, help="SQuAD questions a pair")
    parser.add_argument(
        "--item-questions", type=int, default=1600, help="questions on held-out items, all pairs"
    )
    parser.add_argument("--claims", type=Path, help="folder of claims about the items, .jsonl")
    parser.add_argument("--verdicts", type=int, default=800, help="yes-or-no questions on them")
    parser.add_argument("--again", action="store_true", help="fit the last run's cases again")
    parser.add_argument("--keep-rank", action="store_true", help="fit all but the ranking")
    parser.add_argument("--out", type=Path, default=Path("assistant/model.json"))
    options = parser.parse_args()
    rng = random.Random(5)
    items = [item for path in options.items for item in load_items(path)]
    others = [item for item in items if not item.held_out]
    kept = [item for item in items if item.held_out] + others[::OTHERS_EVERY]
    corpora = {
        f"news-{language}": build(
            f"news-{language}", (("", item.text[language]) for item in kept), options.work
        )
        for language in ("th", "en")
    }
    for language, path in (("th", options.squad_th), ("en", options.squad_en)):
        name = f"squad-{language}"
        corpora[name] = build(name, squad_passages(path), options.work)
    held = [item for path in options.items for item in news(path)]
    asked = [
        *parallel_squad(options.squad_th, options.squad_en, options.questions, rng),
        *rng.sample(held, min(len(held), options.item_questions)),
    ]
    if options.claims:
        decided = list(verdicts(options.claims, items))
        asked += rng.sample(decided, min(len(decided), options.verdicts))
    kept_cases = options.work / "cases.json"
    if options.again and kept_cases.exists():
        found = [Case(**row) for row in json.loads(kept_cases.read_text("utf-8"))]
    else:
        found = list(cases(asked, corpora, Extractive(Reader(options.reader))))
        kept_cases.write_text(json.dumps([asdict(case) for case in found]), "utf-8")
    known = json.loads(options.out.read_text("utf-8"))["rank"] if options.keep_rank else None
    options.out.write_text(json.dumps(fit(found, known), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
