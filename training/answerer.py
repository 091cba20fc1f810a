"""Fit the answerer's model: `python -m training.answerer --squad-th F --squad-en F --news F`.

Writes ``assistant/model.json``: the weights by which candidate spans are ranked (softmax over a
question's candidates), a logistic model a language pair of whether the best one is right, and
the probability below which the answerer abstains.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.extractive import READ, Candidate, Extractive
from assistant.question import Question, understand
from assistant.reading import Reader
from index import Hit, Index
from sources import Document, load_settings
from training.items import load_items
from training.labelled import PAIRS, Labelled, news, parallel_squad, squad_passages

RANKED_BY = ("reader", "behind", "fits", "same", "strange", "unmet")
SURE_BY = ("reader", "behind", "dense", "words", "fits", "strange", "unmet", "yes_no")
RIGHT = 0.3  # overlap (Dice, in characters) from which a span counts as right
PASSAGES = 10
OFF_TOPIC_EVERY = 3  # of so many questions one is also asked with its passage taken away
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A question's candidates as numbers.

    Attributes:
        pair: Question language and passage language.
        answerable: Whether any passage read holds the answer.
        features: Shape (candidates, features), by the names of `Features`.
        overlaps: Dice overlap of each candidate with the nearest right span.
    """

    pair: str
    source: str
    answerable: bool
    features: list[dict[str, float]]
    overlaps: Floats


def cases(
    labelled: Iterable[Labelled], corpora: dict[str, Index], answerer: Extractive
) -> Iterator[Case]:
    """Ask every question and compare its candidates with the right spans."""
    for place, item in enumerate(labelled):
        question = understand(item.question)
        hits = corpora[item.corpus].search(item.question, PASSAGES)
        yield _case(item, question, hits, answerer, answerable=bool(item.spans))
        if item.source == "squad" and place % OFF_TOPIC_EVERY == 0:
            others = [hit for hit in hits if hit.passage.text not in item.text]
            yield _case(item, question, others, answerer, answerable=False)


def _case(
    item: Labelled,
    question: Question,
    hits: Sequence[Hit],
    answerer: Extractive,
    *,
    answerable: bool,
) -> Case:
    candidates = answerer.candidates(question, hits[:READ])
    overlaps = [_overlap(item, candidate) if answerable else 0.0 for candidate in candidates]
    return Case(
        f"{item.asked_in}-{item.language}",
        item.source,
        answerable,
        [candidate.features.as_dict() for candidate in candidates],
        np.array(overlaps),
    )


def _overlap(item: Labelled, candidate: Candidate) -> float:
    """Return the Dice overlap of a candidate with the nearest right span, in characters."""
    offset = item.text.find(candidate.hit.passage.text)
    if offset < 0:
        return 0.0
    start, end = offset + candidate.start, offset + candidate.end
    return max(
        2 * max(0, min(end, b) - max(start, a)) / (end - start + b - a) for a, b in item.spans
    )


def fit_rank(found: Sequence[Case], steps: int = 400) -> dict[str, float]:
    """Fit the ranking weights by softmax over candidates; the reader's weight is put to 1."""
    useful = [case for case in found if case.answerable and case.overlaps.max(initial=0) >= RIGHT]
    width = max(len(case.features) for case in useful)
    x = torch.zeros(len(useful), width, len(RANKED_BY))
    target = torch.zeros(len(useful), width)
    mask = torch.zeros(len(useful), width, dtype=torch.bool)
    for row, case in enumerate(useful):
        count = len(case.features)
        x[row, :count] = torch.tensor(_matrix(case.features, RANKED_BY))
        target[row, :count] = torch.tensor(np.where(case.overlaps >= RIGHT, case.overlaps, 0))
        mask[row, :count] = True
    weights = torch.tensor([0.3, -30.0, 0.5, 0.3, -2.0, -1.0], requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=0.05)
    scale = torch.tensor([1.0, 100.0, 1.0, 1.0, 3.0, 3.0])
    raw = (weights / scale).detach().requires_grad_(True)
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
    }


def best_of(case: Case, rank: dict[str, float]) -> int | None:
    """Return which candidate the ranking puts first."""
    if not case.features:
        return None
    return int(
        (_matrix(case.features, RANKED_BY) @ np.array([rank[n] for n in RANKED_BY])).argmax()
    )


def fit_confidence(rows: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Fit a logistic model of whether the best candidate is right."""
    from sklearn.linear_model import LogisticRegression

    x = _matrix([features for features, _ in rows], SURE_BY)
    y = np.array([right for _, right in rows])
    spread = x.std(0) + 1e-9
    model = LogisticRegression(C=0.3).fit(x / spread, y)
    weights = {
        name: round(float(value), 4)
        for name, value in zip(SURE_BY, model.coef_[0] / spread, strict=True)
    }
    return {"bias": round(float(model.intercept_[0]), 4), **weights}


def probability(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the logistic model's probability."""
    score = weights["bias"] + sum(weights[name] * features[name] for name in SURE_BY)
    return float(1 / (1 + np.exp(-score)))


def _matrix(features: Sequence[dict[str, float]], names: Sequence[str]) -> Floats:
    return np.array([[row[name] for name in names] for row in features], np.float64)


def choose_threshold(answerable: Floats, unanswerable: Floats) -> float:
    """Return the probability at which refusals, counted twice, and false answers are fewest.

    A false answer on a tempting question is seen and checked; a refusal of what the source does
    say is not, so it counts for more.
    """
    places = np.unique(np.concatenate([answerable, unanswerable]))
    costs = [2 * (answerable < p).mean() + (unanswerable >= p).mean() for p in places]
    return round(float(places[int(np.argmin(costs))]), 3)


def auc(answerable: Floats, unanswerable: Floats) -> float:
    """Return the probability that an answerable question scores above an unanswerable one."""
    return float((answerable[:, None] > unanswerable[None]).mean())


def fit(found: Sequence[Case]) -> dict[str, dict[str, object]]:
    """Fit the whole model and print what it reaches."""
    rank = fit_rank(found)
    model: dict[str, dict[str, object]] = {"rank": dict(rank), "confidence": {}, "threshold": {}}
    for asked_in, language in PAIRS:
        pair = f"{asked_in}-{language}"
        rows = []
        for case in (case for case in found if case.pair == pair):
            place = best_of(case, rank)
            if place is not None:
                rows.append((case, case.features[place], bool(case.overlaps[place] >= RIGHT)))
        weights = fit_confidence([(features, right) for _, features, right in rows])
        sure = np.array([probability(weights, features) for _, features, _ in rows])
        can = np.array([case.answerable for case, _, _ in rows])
        told = np.array([case.source == "news" for case, _, _ in rows])
        right = np.array([right for _, _, right in rows])
        threshold = choose_threshold(sure[can & right], sure[~can])
        model["confidence"][pair] = weights
        model["threshold"][pair] = threshold
        print(  # noqa: T201 (a command's output)
            f"{pair}: right {100 * right[can].mean():.1f} of {can.sum()}; "
            f"news AUC {auc(sure[told & can], sure[told & ~can]):.3f}; threshold {threshold}: "
            f"refused {100 * (sure[can] < threshold).mean():.1f}, "
            f"false answers {100 * (sure[~can] >= threshold).mean():.1f} "
            f"(news {100 * (sure[told & ~can] >= threshold).mean():.1f})"
        )
    return model


def build(name: str, rows: Iterable[tuple[str, str]], folder: Path) -> Index:
    """Index a corpus in a folder of its own, kept between runs."""
    index = Index.open(load_settings(home=folder / name))
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
    parser.add_argument("--news", type=Path, required=True, help="bilingual items (.jsonl)")
    parser.add_argument("--reader", type=Path, default=Path("assistant/weights"))
    parser.add_argument("--work", type=Path, required=True, help="folder for the corpora's indexes")
    parser.add_argument("--questions", type=int, default=120, help="SQuAD questions a pair")
    parser.add_argument("--out", type=Path, default=Path("assistant/model.json"))
    options = parser.parse_args()
    rng = random.Random(5)
    items = load_items(options.news)
    kept = [item for item in items if item.held_out] + [i for i in items if not i.held_out][::3]
    corpora = {
        f"news-{language}": build(
            f"news-{language}", (("", item.text[language]) for item in kept), options.work
        )
        for language in ("th", "en")
    }
    for language, path in (("th", options.squad_th), ("en", options.squad_en)):
        name = f"squad-{language}"
        corpora[name] = build(name, squad_passages(path), options.work)
    asked = [
        *parallel_squad(options.squad_th, options.squad_en, options.questions, rng),
        *news(options.news),
    ]
    found = list(cases(asked, corpora, Extractive(Reader(options.reader))))
    options.out.write_text(json.dumps(fit(found), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
