"""What the reader answers to its own training questions: `python -m training.tempted ...`.

Its best span for questions of the items, answerable or not, and whether that is right: what a
second look at an answer learns from. A wrong answer of the reader's own tempts more than any drawn
at random.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from assistant.reading import Reader, shipped_reader
from training.items import LANGUAGES, Item, load_items

RIGHT = 0.5  # of the characters of either that both have


def asked_of(items: list[Item]) -> Iterator[tuple[str, str, str]]:
    """Yield every question with a text and the right answer in it, empty if there is none."""
    for item in items:
        for asked in LANGUAGES:
            for told in LANGUAGES:
                text = item.text[told]
                yield from ((question[asked], text, "") for question in item.unanswerable)
                yield from (
                    (question[asked], text, answer[told]) for question, answer in item.asked
                )


def judged(span: tuple[int, int], text: str, answer: str) -> bool | None:
    """Tell whether a span is the answer; None where it is neither right nor quite wrong."""
    start = text.find(answer) if answer else -1
    if start < 0:
        return False
    shared = min(span[1], start + len(answer)) - max(span[0], start)
    if shared <= 0:
        return text[slice(*span)] in answer
    overlap = 2 * shared / (span[1] - span[0] + len(answer))
    return True if overlap >= RIGHT else None


def answered(reader: Reader, question: str, text: str, answer: str) -> dict[str, object] | None:
    """Return a row with the reader's best span and whether it is right; None if neither."""
    found = reader.read(question, [text], 1)[0]
    if not found:
        return None
    span = (found[0].start, found[0].end)
    right = judged(span, text, answer)
    if right is None:
        return None
    place = {"start": span[0], "end": span[1]}
    return {"question": question, "passage": text, **place, "right": right}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=Path, nargs="+", required=True, help="items, .jsonl")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.jsonl)")
    parser.add_argument("--unanswerable", type=int, default=7000, help="questions without answer")
    parser.add_argument("--answerable", type=int, default=7000, help="questions with one")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    items = [item for path in options.items for item in load_items(path) if not item.held_out]
    every, rng = list(asked_of(items)), random.Random(options.seed)
    chosen = []
    for wanted, count in ((False, options.unanswerable), (True, options.answerable)):
        some = [one for one in every if bool(one[2]) == wanted]
        chosen += rng.sample(some, min(count, len(some)))
    rng.shuffle(chosen)
    reader = shipped_reader()
    with options.out.open("w", encoding="utf-8") as out:
        for question, text, answer in chosen:
            if row := answered(reader, question, text, answer):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                out.flush()


if __name__ == "__main__":
    main()
