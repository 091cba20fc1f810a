"""The reader's training mixture: one deck of examples a source, drawn by weight."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from tokenizers import Tokenizer

from training.balance import Balanced, Dealer
from training.example import Example, Statement
from training.items import claimed, contrasts, load_items, paragraphs, questions, verdicts
from training.overlap import Overlap

APART = 300  # characters of a passage's other part that make a passage of their own
Decks = dict[str, list[Example]]
Card = TypeVar("Card")

# Unanswerable questions, and the decks whose kinds of questions they are to share.
LIKE = {
    "iapp_no": ("iapp_th", "iapp_en"),
    "news_no": ("news",),
    "items_no": ("items",),
    "squad_no": ("squad",),
    "twins_no": ("twins",),
    "official_no": ("official",),
    "magazine_no": ("magazine",),
}

# Decks of the items' files by how their names begin; the others are "items".
NAMED = {"squ": "squad", "con": "twins", "mag": "magazine", "dip": "official", "min": "official"}

# Shares of the draw. About a third have no answer; a source that has no examples is left out.
WEIGHTS = {
    "iapp_th": 0.05,
    "iapp_en": 0.05,
    "qamr_en": 0.02,
    "qamr_th": 0.02,
    "news": 0.04,
    "items": 0.10,
    "squad": 0.20,
    "twins": 0.09,
    "official": 0.25,
    "magazine": 0.20,
    "part": 0.12,
    "verdict": 0.12,
    "iapp_no": 0.02,
    "near_no": 0.02,
    "news_no": 0.02,
    "items_no": 0.05,
    "squad_no": 0.06,
    "twins_no": 0.11,
    "official_no": 0.22,
    "magazine_no": 0.18,
    "contrast": 0.02,
    "elsewhere": 0.03,
    "apart": 0.06,
    "verdict_no": 0.08,
    "retrieved": 0.05,
}


class Deck(Generic[Card]):
    """Examples dealt without repeats until all are dealt, then shuffled anew."""

    def __init__(self, examples: list[Card], rng: random.Random) -> None:
        """Keep the examples of one source."""
        self.examples, self.rng = examples, rng
        self.left: list[Card] = []

    def deal(self) -> Card:
        """Take the next example."""
        if not self.left:
            self.left = self.rng.sample(self.examples, len(self.examples))
        return self.left.pop()


class Mixture:
    """Draws examples from the decks by their weights."""

    def __init__(self, decks: Decks, rng: random.Random) -> None:
        """Keep the decks that have examples."""
        self.rng = rng
        self.decks: dict[str, Dealer] = {}
        self.replace(decks)

    def replace(self, decks: Decks) -> None:
        """Put new decks in, in place of those with the same name."""
        for name, cards in decks.items():
            if cards and name in LIKE:
                answerable = [card for like in LIKE[name] for card in decks.get(like, [])]
                self.decks[name] = Balanced(cards, answerable, self._deck, self.rng)
            elif cards:
                self.decks[name] = self._deck(cards)

    def _deck(self, examples: list[Example]) -> Deck[Example]:
        return Deck(examples, self.rng)

    def draw(self, count: int) -> list[Example]:
        """Deal `count` examples."""
        names = list(self.decks)
        weights = [WEIGHTS[name] for name in names]
        return [self.decks[n].deal() for n in self.rng.choices(names, weights, k=count)]


class Statements:
    """Draws claims and answers, as many right as false of each."""

    def __init__(self, groups: Iterable[Sequence[Statement]], rng: random.Random) -> None:
        """Keep groups of statements, which are drawn equally often."""
        self.rng = rng
        self.decks: list[Deck[Statement]] = []
        for group in groups:
            for truth in (True, False):
                if some := [statement for statement in group if statement.right == truth]:
                    self.decks.append(Deck(some, rng))

    def draw(self, count: int) -> list[Statement]:
        """Deal `count` statements."""
        return [self.rng.choice(self.decks).deal() for _ in range(count)]


def load_decks(data: Path, tokenizer: Tokenizer, rng: random.Random) -> Decks:
    """Read every source of the folder `data`; its README names the files."""
    decks: Decks = defaultdict(list)
    _iapp(decks, data, tokenizer, rng)
    _qamr(decks, data, tokenizer, rng)
    news = [item for item in load_items(data / "news.th-en.jsonl") if not item.held_out]
    decks["news"], decks["news_no"] = questions(news)
    decks["contrast"] = contrasts(news, tokenizer)
    decks["elsewhere"] += paragraphs(news)[1]
    return decks


def load_item_decks(folder: Path) -> Decks:
    """Read further items from every .jsonl file of `folder`; what each deals is in `NAMED`."""
    decks: Decks = defaultdict(list)
    every = []
    for path in sorted(folder.glob("*.jsonl")):
        items = [item for item in load_items(path) if not item.held_out]
        every += items
        name = next((deck for start, deck in NAMED.items() if path.name.startswith(start)), "items")
        answerable, unanswerable = questions(items)
        decks[name] += answerable
        decks[f"{name}_no"] += unanswerable
    decks["part"], decks["apart"] = paragraphs(every)
    return decks


def load_verdict_decks(claims: Path, items: Path) -> Decks:
    """Read yes-or-no questions on items, with the words that decide them, yes or no.

    The other paragraphs of the same text do not decide them.
    """
    every = (item for path in sorted(items.glob("*.jsonl")) for item in load_items(path))
    decks: Decks = defaultdict(list)
    for item, made in claimed(claims, every, held_out=False):
        for claim in made:
            deciding, others = verdicts(item, claim)
            decks["verdict"] += deciding
            decks["verdict_no"] += others
    return decks


def load_retrieved(path: Path) -> Decks:
    """Read the passages that the retriever finds for a question and that do not answer it."""
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {"retrieved": [Example(row["question"], row["passage"], None) for row in rows]}


def _squad(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            yield paragraph["context"], paragraph["qas"]


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if "\t" in line]


def _iapp(decks: Decks, data: Path, tokenizer: Tokenizer, rng: random.Random) -> None:
    english = {row[0]: row[1] for row in _rows(data / "iapp_train_questions.en.tsv")}
    passages: list[str] = []
    number: dict[str, int] = {}
    asked: list[tuple[int, str, str]] = []
    for context, qas in _squad(data / "iapp_train.th.json"):
        passages.append(context)
        for qa in qas:
            number[qa["id"]] = len(passages) - 1
            start, text = qa["answers"][0]["answer_start"], qa["answers"][0]["text"]
            span = (start, start + len(text))
            if context[start : span[1]] != text:
                continue
            decks["iapp_th"].append(Example(qa["question"], context, span))
            if question := english.get(qa["id"]):
                decks["iapp_en"].append(Example(question, context, span))
                asked.append((len(passages) - 1, question, text))
            asked.append((len(passages) - 1, qa["question"], text))
            if rest := _without(context, span, text):
                asked_in = rng.choice([qa["question"], english.get(qa["id"], qa["question"])])
                decks["elsewhere"].append(Example(asked_in, rest, None))
    for key, *tempting in _rows(data / "unanswerable.th-en.tsv"):
        decks["iapp_no"] += [Example(q, passages[number[key]], None) for q in tempting]
    overlap = Overlap(tokenizer, passages)
    for own, question, text in rng.sample(asked, min(1500, len(asked))):
        if near := overlap.nearest(passages[own][:300], 5, without=text):
            decks["near_no"].append(Example(question, passages[rng.choice(near)], None))


def _without(context: str, span: tuple[int, int], answer: str) -> str:
    """Return the longer side of a context around an answer, if it is long and lacks the answer."""
    before = context[: max(0, context.rfind(" ", 0, max(0, span[0] - 40)))]
    after = context[context.find(" ", span[1] + 40) :] if span[1] + 40 < len(context) else ""
    rest = max(before, after, key=len).strip()
    return rest if len(rest) >= APART and answer not in rest else ""


def _qamr(decks: Decks, data: Path, tokenizer: Tokenizer, rng: random.Random) -> None:
    lines = (data / "qamr.en-th.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    sentences = [row["sentence"] for row in rows]
    overlap = Overlap(tokenizer, sentences)
    for row in rows:
        near = overlap.nearest(row["question_en"], 6, without=row["answer"])
        others = list(dict.fromkeys(sentences[n] for n in near)) + rng.sample(sentences, 8)
        others = [text for text in others if text != row["sentence"]]
        for language in ("en", "th"):
            if question := row.get(f"question_{language}"):
                decks[f"qamr_{language}"].append(_among(question, row, others, rng))
        if rng.random() < 0.12:
            absent = [text for text in others if row["answer"] not in text][:10]
            asked = rng.choice([row["question_en"], row.get("question_th") or row["question_en"]])
            told = " ".join(rng.sample(absent, min(len(absent), 4)))
            decks["near_no"].append(Example(asked, told, None))


def _among(question: str, row: dict[str, Any], others: list[str], rng: random.Random) -> Example:
    picked = rng.sample(others, rng.randint(1, 4))
    before = rng.randint(0, len(picked))
    lead = "".join(f"{text} " for text in picked[:before])
    passage = lead + " ".join([row["sentence"], *picked[before:]])
    start = len(lead) + row["start"]
    return Example(question, passage, (start, start + len(row["answer"])))
