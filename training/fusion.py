"""Fit the weights of the retriever's legs: `python -m training.fusion --squad-th F --squad-en F`.

For each pair of question and passage language a conditional logit: among all candidates of a
question the gold passage is the one chosen, with a probability that rises with the weighted sum of
the legs (McFadden, "Conditional logit analysis of qualitative choice behavior", 1974). Weights are
never negative and are scaled so that the two cosines' weights add up to 1.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evals.corpus import indexed
from evals.gold import squad_gold
from evals.legs import ALL
from evals.pairs import Bench, read_benches
from evals.schema import Question
from index import Hit
from index.phrases import phrases, phrases_score
from sources import detect_language

LEGS = ("words", "dense", "windows", "names", "phrases")
FOLDS = 5
OWN_FIRST = 0.9
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A question's candidates.

    Attributes:
        legs: Shape (candidates, legs).
        gold: Which of them are the gold passage's, shape (candidates,).
        unit: Which document each belongs to; a rank counts distinct ones.
        document: The gold one, by which folds are cut.
        question: Id of the question, the same in both languages.
    """

    legs: Floats
    gold: NDArray[np.bool_]
    unit: NDArray[np.int64]
    document: str
    question: str

    def best(self, weights: Floats) -> float:
        """Return the score of the gold passage."""
        return float((self.legs @ weights)[self.gold].max())

    def rank(self, weights: Floats) -> float:
        """Return the rank of the gold document; a tie counts against it."""
        scores = self.legs @ weights
        best = scores[self.gold].max()
        ahead = ~self.gold & (scores >= best)
        return 1.0 + len(np.unique(self.unit[ahead]))


def collect(bench: Bench) -> dict[str, list[Case]]:
    """Search for every question of a bench; return the cases by pair of languages."""
    found: dict[str, list[Case]] = {}
    with indexed(bench.corpus, lambda *_: None) as index:
        for questions in bench.pairs.values():
            for question in questions:
                gold = squad_gold(bench.corpus.items[question.id], bench.corpus.documents)
                hits = index.search(question.question, ALL, rerank=False)
                if gold and (case := _case(question, hits, gold.documents)):
                    pair = f"{question.lang}-{gold.language}"
                    found.setdefault(pair, []).append(case)
    return found


def _case(question: Question, hits: Sequence[Hit], gold: frozenset[str]) -> Case | None:
    language = detect_language(question.question)
    asked = phrases(question.question, language)
    documents = [hit.passage.document_id for hit in hits]
    relevant = np.array([document in gold for document in documents])
    if not relevant.any():
        return None
    legs = np.array([[hit.legs.get(leg, 0.0) for leg in LEGS] for hit in hits])
    # A search looks for phrases near the first hit only.
    legs[:, -1] = [
        phrases_score(asked, [hit.passage.text], language)[0] if hit.language == language else 0.0
        for hit in hits
    ]
    units = {document: place for place, document in enumerate(dict.fromkeys(documents))}
    numbers = np.array([units[document] for document in documents])
    document = documents[int(np.argmax(relevant))]
    return Case(legs, relevant, numbers, document, question.id)


def fit(cases: Sequence[Case]) -> Floats:
    """Return the weights of the legs that make the gold passages most likely."""
    legs = np.concatenate([case.legs for case in cases])
    gold = np.concatenate([case.gold for case in cases])
    first = np.cumsum([0, *(len(case.gold) for case in cases)])[:-1]
    rows = np.repeat(np.arange(len(cases)), [len(case.gold) for case in cases])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = legs @ weights
        scores -= np.maximum.reduceat(scores, first)[rows]
        odds = np.exp(scores)
        total = np.add.reduceat(odds, first)
        right = np.maximum(np.add.reduceat(odds * gold, first), 1e-300)
        share = odds / total[rows] - odds * gold / right[rows]
        value = float((np.log(total) - np.log(right)).mean())
        return value, (share @ legs) / len(cases)

    start = np.full(len(LEGS), 10.0)
    bounds = [(0.0, None)] * len(LEGS)
    weights: Floats = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    weights[~legs.any(axis=0)] = 0.0  # a leg that says nothing of this pair
    scaled: Floats = weights / (weights[LEGS.index("dense")] + weights[LEGS.index("windows")])
    return scaled


def held_out(cases: Sequence[Case]) -> Floats:
    """Return the rank of every question's gold with weights fitted on other documents."""
    documents = sorted({case.document for case in cases})
    fold = {document: place % FOLDS for place, document in enumerate(documents)}
    ranks = np.zeros(len(cases))
    for part in range(FOLDS):
        others = [case for case in cases if fold[case.document] != part]
        weights = fit(others)
        for place, case in enumerate(cases):
            if fold[case.document] == part:
                ranks[place] = case.rank(weights)
    return ranks


def _figures(ranks: Floats) -> str:
    reciprocal = np.where(ranks <= 10, 1 / ranks, 0)
    values = ((ranks == 1).mean(), reciprocal.mean(), (ranks <= 5).mean())
    return " / ".join(f"{100 * value:.1f}" for value in values)


def bias(own: Sequence[Case], other: Sequence[Case], ours: Floats, theirs: Floats) -> float:
    """Return what to add to the scores of passages in the other language.

    With it the gold passage stands ahead of its own translation in `OWN_FIRST` of the questions: in
    a corpus of both languages the language of the question comes first, and a passage that answers
    still comes before those of the question's language that do not.

    Args:
        own: Questions over passages in their language.
        other: The same questions over the translations.
        ours: Weights of the first pair.
        theirs: Weights of the second.
    """
    scores = {case.question: case.best(ours) for case in own}
    gaps = [scores[case.question] - case.best(theirs) for case in other if case.question in scores]
    return float(np.quantile(gaps, 1 - OWN_FIRST)) if gaps else 0.0


def fit_pairs(cases: Mapping[str, Sequence[Case]]) -> dict[str, dict[str, float]]:
    """Fit each pair, print its figures and return its weights and its bias."""
    print("recall@1 / MRR@10 / recall@5      fitted                held out")  # noqa: T201
    weights = {}
    for pair, own in cases.items():
        weights[pair] = fit(own)
        fitted = np.array([case.rank(weights[pair]) for case in own])
        shown = f"{pair} ({len(own)})".ljust(32)
        print(f"{shown}{_figures(fitted)}    {_figures(held_out(own))}")  # noqa: T201
    rows = {}
    for pair, own in cases.items():
        asked = pair.split("-")[0]
        same = f"{asked}-{asked}"
        added = 0.0
        if pair != same and same in cases:
            added = bias(cases[same], own, weights[same], weights[pair])
        row = dict(zip(LEGS, weights[pair].tolist(), strict=True)) | {"bias": added}
        rows[pair] = {name: round(value, 3) for name, value in row.items()}
    return rows


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--squad-th", help="SQuAD file in Thai")
    parser.add_argument("--squad-en", help="the same in English, with the same ids")
    parser.add_argument("--iapp", help="another SQuAD file in Thai")
    parser.add_argument("--out", type=Path, help="fusion.json to write; without it only figures")
    options = parser.parse_args()
    cases: dict[str, list[Case]] = {}
    for bench in read_benches(options.squad_th, options.squad_en, options.iapp):
        for pair, found in collect(bench).items():
            cases.setdefault(pair, []).extend(found)
    fitted = fit_pairs(cases)
    if options.out:
        rows = [f'  "{pair}": {json.dumps(row)}' for pair, row in fitted.items()]
        options.out.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
