"""Bilingual items: one short text in Thai and English with questions on both."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from training.example import Example
from training.overlap import Overlap

LANGUAGES = ("th", "en")
HELD_OUT = 9  # items whose number this divides are kept out of training


@dataclass(frozen=True)
class Item:
    """A text by language, questions with answers by language, and unanswerable questions."""

    key: str
    text: dict[str, str]
    asked: tuple[tuple[dict[str, str], dict[str, str]], ...]
    unanswerable: tuple[dict[str, str], ...]

    @property
    def held_out(self) -> bool:
        """Tell whether the item is kept for development."""
        number = re.search(r"(\d+)$", self.key)
        return number is not None and int(number[1]) % HELD_OUT == 0


def load_items(path: Path) -> list[Item]:
    """Read items from a .jsonl file; a last line still being written is left out."""
    items = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            items.append(_item(json.loads(line)))
        except json.JSONDecodeError:
            continue
    return items


def _item(row: dict[str, Any]) -> Item:
    asked = tuple((_pair(qa, "q_"), _pair(qa, "a_")) for qa in row["qa"])
    return Item(row["id"], _pair(row, ""), asked, tuple(_pair(q, "q_") for q in row["no"]))


def _pair(row: dict[str, Any], prefix: str) -> dict[str, str]:
    return {language: row[prefix + language] for language in LANGUAGES}


def questions(items: list[Item]) -> tuple[list[Example], list[Example]]:
    """Pair every question with the text in each language: answerable ones, then the others."""
    answerable: list[Example] = []
    unanswerable: list[Example] = []
    for item in items:
        for question, answer in item.asked:
            answerable += _spans(item, question, answer)
        for question in item.unanswerable:
            pairs = [(q, t) for q in LANGUAGES for t in LANGUAGES]
            unanswerable += [Example(question[q], item.text[t], None) for q, t in pairs]
    return answerable, unanswerable


def _spans(item: Item, question: dict[str, str], answer: dict[str, str]) -> Iterator[Example]:
    for language in LANGUAGES:
        start = item.text[language].find(answer[language])
        if start < 0:
            continue
        span = (start, start + len(answer[language]))
        for asked in LANGUAGES:
            yield Example(question[asked], item.text[language], span)


def paragraphs(items: list[Item]) -> tuple[list[Example], list[Example]]:
    """Ask every question of single paragraphs: of the one with its answer, and of the others.

    Other passages of the same article tempt a reader most, for they speak of the same things.
    """
    own: list[Example] = []
    others: list[Example] = []
    for item in items:
        for question, answer in item.asked:
            for language in LANGUAGES:
                words, parts = answer[language], item.text[language].split("\n\n")
                held = next((n for n, part in enumerate(parts) if words in part), None)
                if held is None or len(parts) == 1:
                    continue
                start = parts[held].find(words)
                lacking = [part for part in parts if words not in part]
                for asked in LANGUAGES:
                    span = (start, start + len(words))
                    own.append(Example(question[asked], parts[held], span))
                    others += [Example(question[asked], part, None) for part in lacking]
    return own, others


def claimed(
    folder: Path, items: Iterable[Item], *, held_out: bool
) -> Iterator[tuple[Item, list[dict[str, Any]]]]:
    """Yield the items that the .jsonl files of a folder make claims about, with those claims.

    Args:
        folder: Of the claims.
        items: All items.
        held_out: Whether those kept for development, or the others.
    """
    known = {item.key: item for item in items if item.held_out == held_out}
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if item := known.get(row["id"]):
                yield item, row["claims"]


def verdicts(item: Item, claim: Mapping[str, Any]) -> tuple[list[Example], list[Example]]:
    """Ask a yes-or-no question of the text, or of the paragraph, that decides it, and of others.

    Args:
        item: The item that is asked about.
        claim: The question by language, ``q_th``, and the words that decide, ``quote_th``.
    """
    deciding: list[Example] = []
    others: list[Example] = []
    for told in LANGUAGES:
        text, quote = item.text[told], claim[f"quote_{told}"]
        start = text.find(quote)
        if start < 0:
            continue
        parts = text.split("\n\n")
        held = next((part for part in parts if quote in part), None)
        for asked in LANGUAGES:
            question = claim[f"q_{asked}"]
            deciding.append(Example(question, text, (start, start + len(quote))))
            if held and len(parts) > 1:
                there = held.find(quote)
                deciding.append(Example(question, held, (there, there + len(quote))))
                others += [Example(question, part, None) for part in parts if part != held]
    return deciding, others


def contrasts(items: list[Item], tokenizer: Tokenizer) -> list[Example]:
    """Ask an item's questions of the item most like it, in either language."""
    overlap = Overlap(tokenizer, [item.text["en"] for item in items])
    examples = []
    for number, item in enumerate(items):
        for turn, (question, answer) in enumerate(item.asked):
            near = overlap.nearest(item.text["en"], 4, without=answer["en"])
            near = [n for n in near if n != number]
            if not near:
                continue
            other = items[near[turn % len(near)]]
            asked, told = LANGUAGES[turn % 2], LANGUAGES[turn // 2 % 2]
            examples.append(Example(question[asked], other.text[told], None))
    return examples
