"""What the reader learns support from: claims about texts, and answers to questions about them."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant import understand
from assistant.citing import Cited, evidence_of, quoted, widened
from assistant.reading import answer_as_claim
from assistant.verifying import barred
from evals.verification import load_cases, passages_of
from index import Hit, chunk
from sources import Document, detect_language, normalise
from training.example import Span, Statement
from training.items import LANGUAGES, Item, claimed, load_items
from training.plain import negated, renamed, renumbered, shortened

VERBATIM = 0.4  # claims beside which the text's own words are one, by share, and a changed copy
DENIED = 0.5  # right claims beside which one is that denies the same, by share; quotes likewise
_QUESTION = re.compile(r"(?:\?|หรือไม่|ไหม|หรือเปล่า)$")
_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*[0-9๐-๙]|[0-9๐-๙]")
_PART = {"en": re.compile(r"[,;] "), "th": re.compile(r" ")}
_SHORTEST = 12  # characters of a part of a quote that says something
_AFFIRMED = {"en": "Is it true that {}?", "th": "{}ใช่หรือไม่"}
LESS = "less"  # the kind of a text's own words with a phrase left out, and of these with a change
NEAR = "near-"  # so begin the kinds of a text's words in another sentence, and of these changed
ASKED = 0.35  # claims read as the yes-or-no question about them, by share
ELSEWHERE = 0.15  # right claims held against another part of their text too, by share
NEIGHBOURS = (0, 1, 1, 2)  # sentences on either side of the quote that the evidence takes in


def load_statements(
    claims: Path, items: Path, rng: random.Random, *, held_out: bool = False
) -> list[Statement]:
    """Read the claims of every .jsonl file of a folder, in each pair of languages.

    Args:
        claims: Folder of the claims.
        items: Folder of the items that they are about.
        rng: Draws how much of the text around a quote the evidence takes in.
        held_out: Whether to read the items kept for development, or the others.
    """
    every = (item for path in sorted(items.glob("*.jsonl")) for item in load_items(path))
    statements: list[Statement] = []
    for item, made in claimed(claims, every, held_out=held_out):
        statements += _of_item(item, made, rng)
    return statements


def load_answers(path: Path) -> list[Statement]:
    """Read what `training.tempted` wrote, answers of the reader, right and wrong, as claims."""
    statements = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:  # a last line still being written
            continue
        question, passage, span = row["question"], row["passage"], (row["start"], row["end"])
        claim = answer_as_claim(question, passage[slice(*span)])
        pair = f"{detect_language(question)}-{detect_language(passage)}"
        statements.append(Statement(claim, passage, row["right"], pair, "answer", span))
    return statements


def load_scripted(folder: Path, rng: random.Random) -> list[Statement]:
    """Read the claims of a scripted model of every .jsonl file of a folder, in both languages.

    Beside each lies a ``.passages.json`` with the texts that its claims quote. To some of the right
    ones come the same denied, the words of the quote as a claim, and these denied.

    Args:
        folder: The folder.
        rng: Draws to which.
    """
    statements: list[Statement] = []
    for row, hits in _with_passages(folder):
        found = quoted(row["quote"], 0, hits)
        for spoken in LANGUAGES:
            claim, right, kind = row[f"claim_{spoken}"], bool(row["right"]), str(row["kind"])
            statements += _of_quote(claim, spoken, found, right=right, kind=kind)
            asked = claim == row.get(f"question_{spoken}") or _QUESTION.search(claim)
            if right and not asked and rng.random() < DENIED:
                other = negated(normalise(claim).text, spoken, rng)
                if other:
                    statements += _of_quote(other, spoken, found, right=False, kind="negated")
        if found and row["right"] and rng.random() < DENIED:
            told, spoken = row["quote"], found.hit.language
            statements += _of_quote(told, spoken, found, right=True, kind="verbatim")
            if other := negated(normalise(told).text, spoken, rng):
                statements += _of_quote(other, spoken, found, right=False, kind="negated")
            for less, right in _less(told, found.hit.passage.text, spoken, rng):
                statements += _of_quote(less, spoken, found, right=right, kind=LESS)
    return statements


def load_tempting(folder: Path) -> list[Statement]:
    """Read questions with right and tempting wrong answers of every .jsonl file of a folder.

    Each stands in both languages; beside each file lies a ``.passages.json`` with the texts. An
    answer is held against the passage that it stands in, as the answerer looks at it again.
    """
    statements: list[Statement] = []
    for row, hits in _with_passages(folder):
        answer, right, kind = row["answer"], bool(row["right"]), str(row["kind"])
        hit = next((hit for hit in hits if answer in hit.passage.text), None)
        if hit is None:  # it runs over the end of a passage
            continue
        start = hit.passage.text.index(answer)
        for asked in LANGUAGES:
            claim = answer_as_claim(normalise(row[f"question_{asked}"]).text, answer)
            pair, span = f"{asked}-{hit.language}", (start, start + len(answer))
            statements.append(Statement(claim, hit.passage.text, right, pair, kind, span))
    return statements


def _with_passages(folder: Path) -> Iterator[tuple[dict[str, Any], list[Hit]]]:
    """Yield the rows of every .jsonl file of a folder with the passages of the text each names."""
    for path in sorted(folder.glob("*.jsonl")):
        texts = json.loads(path.with_suffix(".passages.json").read_text("utf-8"))
        hits = {text["id"]: passages_of(text, 1) for text in texts}
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row, hits[row["passage"]]


def load_developed(folder: Path) -> list[Statement]:
    """Read the claims that the verifier is developed on, but those refuted before they are judged.

    Args:
        folder: As `evals.verification` reads it.
    """
    statements: list[Statement] = []
    for case in load_cases(folder):
        found = quoted(case.proposed.quote, case.proposed.passage, case.hits)
        if found and not barred(understand(case.question), case.proposed.text, found):
            claim, spoken = case.proposed.text, case.language
            statements += _of_quote(claim, spoken, found, right=case.right, kind=case.kind)
    return statements


def _of_quote(
    claim: str, spoken: str, found: Cited | None, *, right: bool, kind: str
) -> Iterator[Statement]:
    """Hold a claim against what is cited of its quote, and against the sentences beside it too."""
    if found is None:
        return
    evidence = evidence_of(widened(found, claim, spoken))
    pair = f"{spoken}-{evidence.language}"
    for words in dict.fromkeys([evidence.cited, evidence.near]):
        yield Statement(normalise(claim).text, words, right, pair, kind)


def _of_item(
    item: Item, claims: Sequence[Mapping[str, Any]], rng: random.Random
) -> Iterator[Statement]:
    sentences = {told: _sentences(item.text[told], told) for told in LANGUAGES}
    for claim in claims:
        for told in LANGUAGES:
            start = item.text[told].find(claim[f"quote_{told}"])
            if start < 0:
                continue
            span = (start, start + len(claim[f"quote_{told}"]))
            for asked in LANGUAGES:
                pair = f"{asked}-{told}"
                right, kind = bool(claim["right"]), str(claim["kind"])
                words = claim[f"q_{asked}"] if rng.random() < ASKED else claim[asked]
                near = _around(item.text[told], sentences[told], span, rng.choice(NEIGHBOURS))
                yield Statement(words, near, right, pair, kind)
                if right and rng.random() < ELSEWHERE:
                    other = _elsewhere(item.text[told], sentences[told], span, rng)
                    if other:
                        yield Statement(words, other, False, pair, "elsewhere")
                if rng.random() < VERBATIM:
                    yield from _verbatim(claim[f"quote_{asked}"], item.text, near, pair, rng)


def _verbatim(
    quote: str, text: Mapping[str, str], evidence: str, pair: str, rng: random.Random
) -> Iterator[Statement]:
    """Say what a text says in its own words, or those of its other edition, and with a change.

    Writers word right claims far from the text and false ones near it; a reader that saw nothing
    else takes nearness for a sign of falsehood.
    """
    asked = pair.partition("-")[0]
    parts = [part for part in _PART[asked].split(quote) if len(part) >= _SHORTEST]
    said = rng.choice(parts) if parts and rng.random() < 0.3 else quote
    form = _AFFIRMED[asked] if rng.random() < ASKED else "{}"
    yield Statement(form.format(said.strip(" .")), evidence, True, pair, "verbatim")
    if changed := _changed(quote, text[asked], rng):
        yield Statement(form.format(changed.strip(" .")), evidence, False, pair, "changed")
    if denied := negated(said, asked, rng):
        yield Statement(form.format(denied.strip(" .")), evidence, False, pair, "negated")
    for less, right in _less(quote, text[asked], asked, rng):
        yield Statement(form.format(less.strip(" .")), evidence, right, pair, LESS)


def _less(
    quote: str, passage: str, language: str, rng: random.Random
) -> Iterator[tuple[str, bool]]:
    """Yield a quote without one of its phrases, right, and that with a change, false.

    People and models say less than a sentence does, in its own words.
    """
    plain = normalise(quote).text
    if not (less := shortened(plain, language, rng)):
        return
    yield less, True
    ways = [
        negated(less, language, rng),
        renumbered(less, rng),
        renamed(less, passage, language, rng),
    ]
    if made := [way for way in ways if way]:
        yield rng.choice(made), False


def _changed(quote: str, text: str, rng: random.Random) -> str:
    """Return a quote with one number exchanged for another of its text; empty if it has none."""
    numbers = list(_NUMBER.finditer(quote))
    told = {match.group() for match in _NUMBER.finditer(text)}
    others = sorted(told - {match.group() for match in numbers})
    if not numbers or not others:
        return ""
    place = rng.choice(numbers)
    return quote[: place.start()] + rng.choice(others) + quote[place.end() :]


def _sentences(text: str, language: str) -> list[Span]:
    """Return the sentences of a text, as its passages have them."""
    document = Document.create(title="", text=text, origin="item", language=language)
    found: list[Span] = []
    for passage in chunk(document):
        found += [(passage.start + a, passage.start + b) for a, b in passage.sentences]
    return sorted(set(found))


def _around(text: str, sentences: list[Span], span: Span, beside: int) -> str:
    """Return the sentences that a span touches and `beside` more on either side."""
    touched = [n for n, (a, b) in enumerate(sentences) if a < span[1] and span[0] < b]
    if not touched:
        return text[slice(*span)]
    first = max(0, touched[0] - beside)
    last = min(len(sentences) - 1, touched[-1] + beside)
    return text[min(span[0], sentences[first][0]) : max(span[1], sentences[last][1])].strip()


def _elsewhere(text: str, sentences: list[Span], span: Span, rng: random.Random) -> str:
    """Return two neighbouring sentences that lie apart from a span; empty if none do."""
    apart = [(a, b) for (a, _), (_, b) in pairwise(sentences) if b <= span[0] or a >= span[1]]
    return text[slice(*rng.choice(apart))].strip() if apart else ""
