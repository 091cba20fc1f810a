"""Fit how surely a yes or no is decided: `python -m training.polar evals/development/*.jsonl`.

Writes the part for yes or no of ``assistant/model.json``: a logistic model of whether the best span
decides the question, and the probability below which the assistant abstains, one for pairs within a
language and one across. `training.answerer` fits it on the claims of items, whose writers say what
they ask with other words the further it is from the text; people ask yes and no alike. So this asks
the shipped sets and those given, each of the article beside it, and prints what the model reaches
on articles left out.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console

from assistant import shipped_reader, understand
from assistant.extractive import Extractive
from assistant.model import rank
from assistant.strings import NO, YES
from evals.corpus import Corpus, QuestionSet, indexed, join, read_corpus, read_set
from evals.schema import Question
from training.answerer import CLASH, STRANGE, Floats, probability
from training.calibration import Judged, choose_threshold
from training.labelled import PAIRS
from training.table import area_under

MODEL = Path(__file__).parent.parent / "assistant" / "model.json"
WEIGHED = ("reader", "affirmed", "words")  # the other features add nothing on articles left out
# Refusals that a false answer weighs: a wrong yes is harder to see through than a wrong name.
FALSE = 1.5
PASSAGES = 10
FOLDS = 8
_SAID = {YES["th"]: True, YES["en"].casefold(): True, NO["th"]: False, NO["en"].casefold(): False}


@dataclass(frozen=True)
class Asked:
    """A yes-or-no question and what was found for it.

    Attributes:
        article: What it was asked of.
        pair: Language of the question and of the passage.
        answerable: Whether the article decides it.
        right: Whether the yes or no given or withheld is right.
        features: Of the best span.
    """

    article: str
    pair: str
    answerable: bool
    right: bool
    features: dict[str, float]


def answer_of(question: Question) -> bool | None:
    """Return the right answer of a yes-or-no question; None if it is no plain yes or no."""
    if not question.facts:
        return None
    said = {_SAID[one] for spelt in question.facts[0] if (one := spelt.casefold()) in _SAID}
    return said.pop() if len(said) == 1 else None


def ask(asked: QuestionSet, corpus: Corpus) -> Iterator[Asked]:
    """Ask the yes-or-no questions of a set that stand on their own."""
    answerer = Extractive(shipped_reader())
    with indexed(corpus, lambda *_: None) as index:
        for one in join(asked, corpus):
            question = understand(one.question)
            expected = answer_of(one)
            if question.kind != "yes_no" or one.after or (one.answerable and expected is None):
                continue
            hits = index.search(question.text, PASSAGES)
            found = answerer.candidates(question, hits)
            if not found:
                continue
            best = answerer.look(question, [max(found, key=lambda c: rank(c.features))])[0]
            answer = answerer.answer(question, hits)
            short = (answer.withheld or answer).short.casefold()
            yield Asked(
                best.hit.title,
                f"{question.language}-{best.hit.language}",
                one.answerable,
                one.answerable and _SAID.get(short) == expected,
                best.features.as_dict(),
            )


def fit(rows: Sequence[Asked]) -> dict[str, float]:
    """Fit a logistic model of whether a question is decided, the same for all pairs."""
    from sklearn.linear_model import LogisticRegression

    x = _matrix(rows)
    spread = x.std(axis=0)
    model = LogisticRegression(C=0.5).fit(x / spread, [row.answerable for row in rows])
    values = [round(float(value), 3) for value in model.coef_[0] / spread]
    weights = {"bias": round(float(model.intercept_[0]), 3)}
    return weights | dict(zip(WEIGHED, values, strict=True)) | {"strange": STRANGE, "clash": CLASH}


def left_out(rows: Sequence[Asked]) -> Floats:
    """Return the probability of each question by a model that did not see its article."""
    articles = sorted({row.article for row in rows})
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    folds = np.array([fold[row.article] for row in rows])
    found = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit([row for row, own in zip(rows, folds, strict=True) if own != number])
        for place in np.flatnonzero(folds == number):
            found[place] = probability(weights, rows[int(place)].features)
    return found


def _matrix(rows: Sequence[Asked]) -> Floats:
    return np.array([[row.features[name] for name in WEIGHED] for row in rows], np.float64)


def _told(
    name: str, rows: Sequence[Asked], sure: Floats, thresholds: Mapping[str, float]
) -> Iterator[str]:
    """Yield what a model reaches, a line for pairs within a language and one for those across."""
    for group in (PAIRS[:2], PAIRS[2:]):
        pairs = ["-".join(pair) for pair in group]
        own = np.array([row.pair in pairs for row in rows])
        can = np.array([row.answerable for row in rows]) & own
        cannot = own & ~can
        right = np.array([row.right for row in rows])
        given = sure >= np.array([thresholds[row.pair] for row in rows])
        area = area_under(list(sure[can]), list(sure[cannot]))
        yield (
            f"{name}, {' and '.join(pairs)}: {can.sum()} and {cannot.sum()} questions, "
            f"AUC {area:.3f}; from {thresholds[pairs[0]]:.2f} on right "
            f"{100 * (given & right)[can].mean():.1f}, refused {100 * (~given)[can].mean():.1f}, "
            f"false answers {100 * given[cannot].mean():.1f}"
        )


def main() -> None:
    """Ask, fit and write."""
    parser = argparse.ArgumentParser(description="Fit how surely a yes or no is decided.")
    parser.add_argument("sets", type=Path, nargs="*", help=".jsonl files, articles beside them")
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    shipped = read_set(None)
    rows = list(ask(shipped, read_corpus([], shipped)))
    for path in options.sets:
        articles = [str(article) for article in path.parent.glob(f"{path.stem}.*.md")]
        asked = read_set(str(path))
        rows += ask(asked, read_corpus(articles, asked))
    console = Console(soft_wrap=True)
    model = json.loads(options.model.read_text("utf-8"))
    before = model["yes_no"]
    was = np.array([probability(before["confidence"][row.pair], row.features) for row in rows])
    for line in _told("Before", rows, was, before["threshold"]):
        console.print(line)
    sure = left_out(rows)
    thresholds: dict[str, float] = {}
    for group in (PAIRS[:2], PAIRS[2:]):
        pairs = ["-".join(pair) for pair in group]
        own = np.array([row.pair in pairs for row in rows])
        judged = [
            Judged(row.pair, float(p), row.answerable, row.right, yes_no=True)
            for row, p in zip(rows, sure, strict=True)
            if row.pair in pairs
        ]
        thresholds |= dict.fromkeys(pairs, choose_threshold(judged, sure[own], FALSE))
    for line in _told("Articles left out", rows, sure, thresholds):
        console.print(line)
    weights = fit(rows)
    model["yes_no"] = {
        "confidence": {"-".join(pair): weights for pair in PAIRS},
        "threshold": {"-".join(pair): thresholds["-".join(pair)] for pair in PAIRS},
    }
    options.model.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
