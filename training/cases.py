"""Cases for fitting the answerer: what it finds for a labelled question, as numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.candidate import Candidate
from assistant.extractive import Extractive
from assistant.model import rank
from assistant.question import Question, understand
from index import Hit, Index
from training.labelled import Labelled

PASSAGES = 10
LOOKED_AT = 3  # candidates that may rank first by other weights
# Of so many questions of a source one is also asked with its text taken away.
TAKEN_AWAY_EVERY = {"squad": 3, "verdict": 2}


@dataclass(frozen=True)
class Case:
    """A question's candidates as numbers.

    Attributes:
        pair: Question language and passage language.
        source: Name of the set that the question comes from.
        answerable: Whether any passage read holds the answer.
        features: Shape (candidates, features), by the names of `Features`.
        overlaps: Dice overlap of each candidate with the nearest right span.
    """

    pair: str
    source: str
    answerable: bool
    features: list[dict[str, float]]
    overlaps: list[float]


def cases(
    labelled: Iterable[Labelled], corpora: dict[str, Index], answerer: Extractive
) -> Iterator[Case]:
    """Ask every question and compare its candidates with the right spans."""
    for place, item in enumerate(labelled):
        question = understand(item.question)
        hits = corpora[item.corpus].search(item.question, PASSAGES)
        yield _case(item, question, hits, answerer, answerable=bool(item.spans))
        if place % TAKEN_AWAY_EVERY.get(item.source, place + 1) == 0:
            others = [hit for hit in hits if hit.passage.text not in item.text]
            yield _case(item, question, others, answerer, answerable=False)


def _case(
    item: Labelled,
    question: Question,
    hits: Sequence[Hit],
    answerer: Extractive,
    *,
    answerable: bool,
) -> Case:
    found = answerer.candidates(question, hits)
    found.sort(key=lambda candidate: -rank(candidate.features))
    candidates = answerer.look(question, found[:LOOKED_AT]) + found[LOOKED_AT:]
    overlaps = [_overlap(item, candidate) if answerable else 0.0 for candidate in candidates]
    return Case(
        f"{item.asked_in}-{item.language}",
        item.source,
        answerable,
        [candidate.features.as_dict() for candidate in candidates],
        overlaps,
    )


def _overlap(item: Labelled, candidate: Candidate) -> float:
    """Return the Dice overlap of a candidate with the nearest right span, in characters."""
    offset = item.text.find(candidate.hit.passage.text)
    if offset < 0:
        return 0.0
    start, end = offset + candidate.start, offset + candidate.end
    return max(
        2 * max(0, min(end, b) - max(start, a)) / (end - start + b - a) for a, b in item.spans
    )
