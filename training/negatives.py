"""Find passages that tempt the reader: `python -m training.negatives --data FOLDER --items FOLDER`.

Asks the training questions of the real index, over the texts of all of them in both languages,
and writes the best passages of other texts that do not hold the answer. A run taken up again
encodes only what is new.
"""

import argparse
import json
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from index import Index
from sources import Document, load_settings
from training.items import LANGUAGES, Item, load_items

KEPT = 3  # passages a question
ARTICLES = 500  # Thai encyclopaedia articles beside the items


@dataclass(frozen=True)
class Asked:
    """A question, the name of the text that it is about, and its answer in each language known."""

    question: str
    about: str
    answers: tuple[str, ...]


def item_questions(items: list[Item]) -> Iterator[Asked]:
    """Yield every question of the items, in either language, unanswerable ones too."""
    for item in items:
        for question, answer in item.asked:
            known = tuple(answer.values())
            yield from (Asked(question[told], item.key, known) for told in LANGUAGES)
        for question in item.unanswerable:
            yield from (Asked(question[told], item.key, ()) for told in LANGUAGES)


def squad_questions(path: Path, english: Path, count: int) -> Iterator[tuple[str, list[Asked]]]:
    """Yield the first `count` contexts of a SQuAD file with their questions in both languages."""
    rows = english.read_text(encoding="utf-8").splitlines()
    translated = dict(row.split("\t")[:2] for row in rows if "\t" in row)
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    contexts = [paragraph for article in data for paragraph in article["paragraphs"]]
    for number, paragraph in enumerate(contexts[:count]):
        asked = []
        for qa in paragraph["qas"]:
            wordings = [qa["question"], translated.get(qa["id"], "")]
            answers = tuple(answer["text"] for answer in qa["answers"])
            asked += [Asked(words, f"squad-{number}", answers) for words in wordings if words]
        yield paragraph["context"], asked


class _Enough(Exception):
    """Every passage has its vector; those of its windows take longer and find little more here."""


def fill(index: Index, texts: dict[str, str]) -> dict[str, str]:
    """Add texts by name, encode their passages, and return the names by document id."""
    names = {}
    for name, text in texts.items():
        document = Document.create(title=text[:40], text=text, origin=name)
        index.add(document)
        names[document.id] = name.rsplit("/", 1)[0]
    passages = sum(entry.passages for entry in index.entries())

    def look(done: int, _: int) -> None:
        if done >= passages:
            raise _Enough

    with suppress(_Enough):
        index.embed_pending(look)
    return names


def tempting(index: Index, names: dict[str, str], asked: Asked) -> list[str]:
    """Return the best passages of other texts without the answer."""
    found = [hit.passage for hit in index.search(asked.question, 8)]
    return [
        passage.text
        for passage in found
        if names.get(passage.document_id) != asked.about
        and not any(answer.casefold() in passage.text.casefold() for answer in asked.answers)
    ][:KEPT]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--items", type=Path, required=True, help="folder of bilingual items")
    parser.add_argument("--work", type=Path, required=True, help="folder of the index")
    parser.add_argument("--questions", type=int, default=3000, help="questions asked")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.jsonl)")
    options = parser.parse_args()
    paths = [options.data / "news.th-en.jsonl", *sorted(options.items.glob("*.jsonl"))]
    items = [item for path in paths for item in load_items(path) if not item.held_out]
    asked = list(item_questions(items))
    texts = {f"{item.key}/{told}": item.text[told] for item in items for told in LANGUAGES}
    squad = options.data / "iapp_train.th.json"
    english = options.data / "iapp_train_questions.en.tsv"
    for number, (context, its) in enumerate(squad_questions(squad, english, ARTICLES)):
        texts[f"squad-{number}/th"] = context
        asked += its
    index = Index.open(load_settings(home=options.work))
    names = fill(index, texts)
    chosen = random.Random(0).sample(asked, min(options.questions, len(asked)))
    new = options.out.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        for one in chosen:
            for passage in tempting(index, names, one):
                row = {"question": one.question, "passage": passage}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    new.replace(options.out)


if __name__ == "__main__":
    main()
