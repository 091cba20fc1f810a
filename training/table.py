"""The reader's table: `python -m training.table --reader FOLDER ... --squad-th F --squad-en F`.

What a reader finds when it is given the right passage, for the four pairs of languages, and how
well its score tells questions that a text answers from those that it does not. Several readers are
measured on the same questions.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean

import numpy as np
from numpy.typing import ArrayLike

from assistant.reading import Reader
from evals.measures.answers import exact_match, f1
from training.items import load_items
from training.labelled import PAIRS, Labelled, news, parallel_squad


def measured(reader: Reader, asked: Sequence[Labelled]) -> tuple[float, float, float, float]:
    """Return F1 and exact match of the answers, and AUC and the share on the right side of 0.

    All in percent but the AUC, which is not a number where all are answerable or none is.
    """
    exact, overlap, scores = [], [], defaultdict(list)
    for item in asked:
        spans = reader.read(item.question, [item.text])[0]
        scores[bool(item.spans)].append(spans[0].score if spans else -20.0)
        if item.spans:
            found = item.text[spans[0].start : spans[0].end] if spans else ""
            right = [item.text[start:end] for start, end in item.spans]
            exact.append(exact_match(found, right))
            overlap.append(f1(found, right))
    right_side = np.concatenate([np.array(scores[True]) > 0, np.array(scores[False]) <= 0]).mean()
    area = area_under(scores[True], scores[False])
    return 100 * fmean(overlap), 100 * fmean(exact), area, float(100 * right_side)


def area_under(high: ArrayLike, low: ArrayLike) -> float:
    """Return the share of pairs in which the first is higher (AUC); not a number without both."""
    above = np.asarray(high)[:, None] > np.asarray(low)[None]
    return float(above.mean()) if above.size else float("nan")


def print_table(readers: Iterable[Path], sets: dict[str, list[Labelled]]) -> None:
    """Print one row a reader, set and pair."""
    print("set reader pair questions F1 EM AUC right-of-0")  # noqa: T201 (a command's output)
    for folder in readers:
        reader = Reader(folder)
        for name, asked in sets.items():
            for pair in PAIRS:
                rows = [item for item in asked if (item.asked_in, item.language) == pair]
                if rows:
                    overlap, exact, area, side = measured(reader, rows)
                    print(  # noqa: T201
                        f"{name} {folder.name} {'→'.join(pair)} {len(rows)} "
                        f"{overlap:.1f} {exact:.1f} {area:.3f} {side:.1f}",
                        flush=True,
                    )


def held_out(paths: Iterable[Path], count: int, rng: random.Random) -> list[Labelled]:
    """Return at most `count` questions a pair of the held-out items of some files."""
    found = [item for path in paths for item in news(path)]
    kept = []
    for pair in PAIRS:
        rows = [item for item in found if (item.asked_in, item.language) == pair]
        kept += rng.sample(rows, min(count, len(rows)))
    return kept


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, nargs="+", required=True, help="weights' folders")
    parser.add_argument("--squad-th", type=Path, help="SQuAD file, Thai")
    parser.add_argument("--squad-en", type=Path, help="the same ids, English")
    parser.add_argument("--items", type=Path, nargs="*", default=[], help="bilingual items, .jsonl")
    parser.add_argument("--questions", type=int, default=100, help="questions a set and pair")
    options = parser.parse_args()
    sets: dict[str, list[Labelled]] = {}
    if options.squad_th and options.squad_en:
        rng = random.Random(5)
        asked = parallel_squad(options.squad_th, options.squad_en, options.questions, rng)
        sets["squad"] = list(asked)
    for path in options.items:
        if any(item.held_out for item in load_items(path)):
            sets[path.stem] = held_out([path], options.questions, random.Random(5))
    print_table(options.reader, sets)


if __name__ == "__main__":
    main()
