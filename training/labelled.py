"""Labelled questions for fitting the answerer: what is asked of what, and where the answer is."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.items import Item, claimed, load_items

PAIRS = (("th", "th"), ("en", "en"), ("en", "th"), ("th", "en"))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question over a corpus.

    Attributes:
        source: Name of the set it comes from.
        corpus: Key of the corpus it is asked of.
        question: The question.
        asked_in: Its language.
        language: Language of the corpus.
        text: The text that holds the answer, or that the question tempts about.
        spans: Half-open character ranges of right answers in the text; none if unanswerable.
    """

    source: str
    corpus: str
    question: str
    asked_in: str
    language: str
    text: str
    spans: tuple[tuple[int, int], ...]


def squad_passages(path: Path) -> list[tuple[str, str]]:
    """Return (title, context) of the passages of a SQuAD file."""
    return [
        (article.get("title", "").replace("_", " "), paragraph["context"])
        for article in json.loads(path.read_text("utf-8"))["data"]
        for paragraph in article["paragraphs"]
    ]


def parallel_squad(thai: Path, english: Path, count: int, rng: random.Random) -> Iterator[Labelled]:
    """Yield `count` questions a language pair from two SQuAD files that share their ids."""
    rows = {"th": _squad(thai), "en": _squad(english)}
    chosen = rng.sample(sorted(rows["th"]), count)
    for asked_in, language in PAIRS:
        for key in chosen:
            text, spans = rows[language][key][1:]
            yield Labelled(
                "squad",
                f"squad-{language}",
                rows[asked_in][key][0],
                asked_in,
                language,
                text,
                spans,
            )


def news(path: Path) -> Iterator[Labelled]:
    """Yield the questions of the held-out news items, answerable and not, all language pairs."""
    for item in load_items(path):
        if not item.held_out:
            continue
        for asked_in, language in PAIRS:
            corpus, text = f"news-{language}", item.text[language]
            for asked, answer in item.asked:
                start = text.find(answer[language])
                span = (start, start + len(answer[language]))
                yield Labelled("news", corpus, asked[asked_in], asked_in, language, text, (span,))
            for asked in item.unanswerable:
                yield Labelled("news", corpus, asked[asked_in], asked_in, language, text, ())


def verdicts(claims: Path, items: Sequence[Item]) -> Iterator[Labelled]:
    """Yield the yes-or-no questions on held-out items, with the words that decide them."""
    for item, made in claimed(claims, items, held_out=True):
        for claim in made:
            yield from _verdict(item, claim)


def _verdict(item: Item, claim: Mapping[str, Any]) -> Iterator[Labelled]:
    for asked_in, language in PAIRS:
        text, quote = item.text[language], claim[f"quote_{language}"]
        start = text.find(quote)
        if start >= 0:
            corpus, span = f"news-{language}", (start, start + len(quote))
            asked = claim[f"q_{asked_in}"]
            yield Labelled("verdict", corpus, asked, asked_in, language, text, (span,))


def _squad(path: Path) -> dict[str, tuple[str, str, tuple[tuple[int, int], ...]]]:
    found = {}
    for article in json.loads(path.read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            for row in paragraph["qas"]:
                spans = tuple(
                    (answer["answer_start"], answer["answer_start"] + len(answer["text"]))
                    for answer in row["answers"]
                )
                found[row["id"]] = (row["question"], paragraph["context"], spans)
    return found
