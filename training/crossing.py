"""Learn where translations lie: `python -m training.crossing --data DATA --items training/corpus`.

From sentences and questions with their translations, all encoded as questions, a ridge regression
for each direction; it is drawn to the identity, not to zero (Hoerl and Kennard, "Ridge regression",
1970, with that prior), so that what the pairs do not tell stays as it is.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.bulk import BulkE5
from index.packed import PackedE5, packed_weights
from training.items import load_items

RIDGE = 30.0
_HELD_OUT = 10  # every so many pairs tell how well the rest has taught
Vectors = NDArray[np.float32]
Matrix = NDArray[np.float64]


def pairs(data: Path, items: Path) -> Iterator[tuple[str, str]]:
    """Yield Thai texts with their English translations, each pair once.

    Args:
        data: Folder of what may not be published (training/README.md).
        items: Folder of our bilingual items.
    """
    seen = set()
    for pair in _all(data, items):
        if all(pair) and pair not in seen:
            seen.add(pair)
            yield pair


def _all(data: Path, items: Path) -> Iterator[tuple[str, str]]:
    translated = dict(_rows(data / "iapp_train_questions.en.tsv"))
    for article in json.loads((data / "iapp_train.th.json").read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                yield question["question"], translated.get(question["id"], "")
    for _, thai, english in _rows(data / "unanswerable.th-en.tsv"):
        yield thai, english
    for *_, thai, english in _rows(data / "parallel.th-en.tsv"):
        yield thai, english
    for line in (data / "qamr.en-th.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row.get("question_th", ""), row["question_en"]
    for path in (data / "news.th-en.jsonl", *sorted(items.glob("*.jsonl"))):
        for item in load_items(path):
            for question in (*(asked for asked, _ in item.asked), *item.unanswerable):
                yield question["th"], question["en"]


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def ridge(given: Vectors, wanted: Vectors, strength: float = RIDGE) -> Matrix:
    """Return the affine map from `given` to `wanted`, shape (dimensions + 1, dimensions).

    Args:
        given: Vectors, shape (pairs, dimensions).
        wanted: Where each should go, the same shape.
        strength: How many pairs the identity is worth.
    """
    identity = np.eye(given.shape[1])
    mean_given, mean_wanted = given.mean(axis=0), wanted.mean(axis=0)
    x = (given - mean_given).astype(np.float64)
    left = (wanted - mean_wanted) - x
    matrix = identity + np.linalg.solve(x.T @ x + strength * identity, x.T @ left)
    return np.vstack([matrix, mean_wanted - mean_given @ matrix])


def nearest(given: Vectors, wanted: Vectors, matrix: Matrix) -> float:
    """Return the share of vectors that, once moved, have their own translation nearest."""
    moved = given @ matrix[:-1] + matrix[-1]
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    return float(((moved @ wanted.T).argmax(axis=1) == np.arange(len(given))).mean())


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--items", type=Path, required=True, help="folder of our own items")
    parser.add_argument("--out", type=Path, default=Path("index/crossing.npz"))
    options = parser.parse_args()
    texts = list(pairs(options.data, options.items))
    encoder = BulkE5(PackedE5(packed_weights()), prefix="query: ")
    thai = encoder.encode([pair[0] for pair in texts])[1]
    english = encoder.encode([pair[1] for pair in texts])[1]
    apart = np.arange(len(texts)) % _HELD_OUT == 0
    print(f"{len(texts)} pairs; own translation nearest, of {apart.sum()} held out:")  # noqa: T201
    identity = np.vstack([np.eye(thai.shape[1]), np.zeros(thai.shape[1])])
    maps: dict[str, Matrix] = {}
    for language, given, wanted in (("th", thai, english), ("en", english, thai)):
        learned = ridge(given[~apart], wanted[~apart])
        before, after = (
            100 * nearest(given[apart], wanted[apart], matrix) for matrix in (identity, learned)
        )
        print(f"  from {language}: {before:.1f} % as it is, {after:.1f} % moved")  # noqa: T201
        maps[language] = ridge(given, wanted)
    np.savez_compressed(
        options.out, th=maps["th"].astype(np.float16), en=maps["en"].astype(np.float16)
    )


if __name__ == "__main__":
    main()
