"""Calibration: confidence and thresholds set by questions of others, from results of `evals`.

``python -m training.calibration RESULT.json… --corpus ARTICLES…`` rescales the confidence in
``assistant/model.json`` (Platt 1999: a logistic regression on the log-odds) so that of the answers
given with confidence p a share p is right, and chooses the thresholds. The items that
`training.answerer` fits on were written by the writers of the reader's training data; the shipped
sets and those of `evals/development` were not, and their wording is further from their texts. The
scale is set for pairs within a language and across apart, the threshold for each pair.
"""

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.question import understand
from sources import detect_language, load, load_settings, shipped_documents
from training.threshold import STEP, smoothed

GROUPS = (("th-th", "en-en"), ("en-th", "th-en"))
# Of the questions that people ask; the sets hold about as many.
ANSWERABLE = 0.75
# Refusals that a false answer weighs. With more than one, questions within a language were refused
# more often than with the reader before, on articles of others too; it is cited and can be checked.
FALSE = 0.7
FEWEST = 40  # questions
SMOOTHING = 0.15  # of a threshold, either way: over .3 to .65 all do nearly as well
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A question as it was answered, or would have been.

    Attributes:
        pair: Language of the question and of the passage read first, ``en-th``.
        confidence: Probability, 0 to 1, that was given.
        answerable: Whether the sources answer.
        right: Whether the answer, given or withheld, is right.
        yes_no: Whether it is to be answered yes or no, which has a model of its own.
    """

    pair: str
    confidence: float
    answerable: bool
    right: bool
    yes_no: bool = False


def judged(items: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> Iterator[Judged]:
    """Yield the items of a result that were answered, or would have been, with a confidence.

    Args:
        items: As in the file.
        texts: The corpus, by document id.
    """
    for item in items:
        answer = item["answer"]
        if not answer["passages"] or not 0 < answer["confidence"] < 1:
            continue
        first = answer["passages"][0]
        read = texts[first["document_id"]][first["start"] : first["end"]]
        yield Judged(
            f"{item['lang']}-{detect_language(read)}",
            answer["confidence"],
            item["gold"]["answerable"],
            bool(item["judged"]["right"]),
            understand(item["question"]).kind == "yes_no",
        )


def scale(rows: Sequence[Judged]) -> tuple[float, float]:
    """Return slope and offset that bring the log-odds of the confidence to the share that is right.

    Answers to answerable questions that are wrong count as wrong here.
    """
    from sklearn.linear_model import LogisticRegression

    x = np.array([[_log_odds(row.confidence)] for row in rows])
    weight = _weights(rows)
    model = LogisticRegression(C=1e6).fit(
        x, [row.answerable and row.right for row in rows], sample_weight=weight
    )
    return float(model.coef_[0][0]), float(model.intercept_[0])


def choose_threshold(rows: Sequence[Judged], confidences: Floats, false: float = FALSE) -> float:
    """Return the confidence from which answering handles most questions right.

    An answerable question is handled right by the right answer, another by an abstention, which
    counts `false` times as much.
    """
    weight = _weights(rows)
    answerable = np.array([row.answerable for row in rows])
    right = np.array([row.answerable and row.right for row in rows])

    def handled(threshold: float) -> float:
        given = confidences >= threshold
        return float((weight * np.where(answerable, given & right, false * ~given)).sum())

    places = np.arange(0.02, 0.98, STEP)
    shares = smoothed(np.array([handled(place) for place in places]), SMOOTHING)
    return round(float(places[int(shares.argmax())]), 2)


def calibrate(model: dict[str, Any], rows: Sequence[Judged]) -> list[str]:
    """Rescale a model, and its part for yes or no, in place; return what was done, a line a group.

    A group of pairs with fewer than `FEWEST` questions stays as it is.
    """
    told = _calibrate(model, [row for row in rows if not row.yes_no])
    decided = _calibrate(model["yes_no"], [row for row in rows if row.yes_no])
    return [*told, *(f"yes or no, {line}" for line in decided)]


def _calibrate(model: dict[str, Any], rows: Sequence[Judged]) -> list[str]:
    told = []
    for group in GROUPS:
        own = [row for row in rows if row.pair in group]
        if len(own) < FEWEST:
            continue
        slope, offset = scale(own)
        scaled = np.array(
            [1 / (1 + math.exp(-(slope * _log_odds(row.confidence) + offset))) for row in own]
        )
        told.append(
            f"{' and '.join(group)}: {len(own)} questions, log-odds times {slope:.2f} plus "
            f"{offset:.2f}"
        )
        for pair in group:
            weights = model["confidence"][pair]
            model["confidence"][pair] = {
                name: round(slope * value + (offset if name == "bias" else 0.0), 3)
                for name, value in weights.items()
            }
            mine = np.array([row.pair == pair for row in own])
            chosen = [row for row in own if row.pair == pair]
            if not chosen:
                continue
            threshold = choose_threshold(chosen, scaled[mine])
            model["threshold"][pair] = threshold
            told.append(
                f"{pair}: {len(chosen)} questions, threshold {threshold}: "
                f"{_reached(chosen, scaled[mine] >= threshold)}"
            )
    return told


def _reached(rows: Sequence[Judged], given: NDArray[np.bool_]) -> str:
    answerable = np.array([row.answerable for row in rows])
    right = np.array([row.right for row in rows])
    shares = (
        ("right", (given & right)[answerable]),
        ("refused", ~given[answerable]),
        ("false answers", given[~answerable]),
    )
    return ", ".join(f"{name} {100 * share.mean():.1f}" for name, share in shares)


def _weights(rows: Sequence[Judged]) -> Floats:
    """Return weights by which the answerable ones are as many as people ask."""
    share = sum(row.answerable for row in rows) / len(rows)
    return np.array(
        [ANSWERABLE / share if row.answerable else (1 - ANSWERABLE) / (1 - share) for row in rows]
    )


def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def main() -> None:
    """Rescale the model that is shipped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("results", type=Path, nargs="+", help="files of evals run --json")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="articles it asked of")
    parser.add_argument("--model", type=Path, default=Path("assistant/model.json"))
    options = parser.parse_args()
    settings = load_settings()
    documents = [d for path in options.corpus for d in load(str(path), settings)]
    texts = {document.id: document.text for document in [*shipped_documents(), *documents]}
    found = [json.loads(path.read_text("utf-8")) for path in options.results]
    items = [item for result in found for item in result["items"]]
    model = json.loads(options.model.read_text("utf-8"))
    for line in calibrate(model, list(judged(items, texts))):
        print(line)  # noqa: T201 (a command's output)
    options.model.write_text(json.dumps(model, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
