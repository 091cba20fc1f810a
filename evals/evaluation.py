"""Evaluation: one run from question set and corpus to what a result file holds."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.answerers import SHIPPED, open_answerer
from evals.corpus import Corpus, Progress, indexed, join, read_corpus, read_set, remembered, spread
from evals.figures import result
from evals.journal import Journal, data_hashes
from evals.provenance import provenance
from evals.runner import Run
from evals.schema import Question
from index import Encoder, open_encoder
from sources import load_settings

RETRIEVAL = "none"  # the answerer that does not answer: retrieval alone is measured


@dataclass(frozen=True, slots=True)
class Plan:
    """What to evaluate.

    Attributes:
        questions: Path of a question set; None for the shipped ones.
        corpus: Paths of articles or SQuAD files; empty for those that belong to the questions.
        limit: Ask at most so many.
        seed: Draw those at random with this seed; None takes them evenly over the set.
        answerer: Who answers, ``none`` for nobody.
        encoder: Name of an encoder in place of the one that is set.
    """

    questions: str | None = None
    corpus: tuple[str, ...] = ()
    limit: int | None = None
    seed: int | None = None
    answerer: str = SHIPPED
    encoder: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with what it names read.

    Attributes:
        plan: The plan.
        name: What to call the question set.
        corpus: The documents.
        asked: The questions to be asked.
        left_out: Number of questions whose passage the corpus lacks.
    """

    plan: Plan
    name: str
    corpus: Corpus
    asked: list[Question]
    left_out: int


def prepare(plan: Plan) -> Prepared:
    """Read questions and corpus of a plan and choose the questions.

    Raises:
        ThamtopError: They cannot be used.
    """
    asked = read_set(plan.questions)
    corpus = read_corpus(plan.corpus, asked)
    joined = join(asked, corpus)
    chosen = _chosen(joined, plan.limit, plan.seed)
    return Prepared(plan, asked.name, corpus, chosen, len(asked.questions) - len(joined))


def _chosen(questions: Sequence[Question], limit: int | None, seed: int | None) -> list[Question]:
    if seed is None or limit is None or limit >= len(questions):
        return spread(questions, limit)
    places = sorted(random.Random(seed).sample(range(len(questions)), limit))
    return [questions[place] for place in places]


def evaluate(
    prepared: Prepared, progress: Progress, out: Path | None = None, *, resume: bool = False
) -> dict[str, Any]:
    """Ask the questions and return what a result file holds.

    Args:
        prepared: Questions and corpus.
        progress: Called with what is being done, the number done and the total.
        out: Where the result is to be written: answered questions are kept beside it until then.
        resume: Take up the run that was kept there.

    The caller deletes what was kept once the result is written.

    Raises:
        ThamtopError: There is no such answerer or encoder, or no such run to resume.
    """
    plan, corpus = prepared.plan, prepared.corpus
    with indexed(corpus, progress, _encoder(plan)) as index:
        retrieval = plan.answerer == RETRIEVAL or bool(corpus.grades)
        ask = None if retrieval else open_answerer(plan.answerer, index)
        run = provenance(index.encoder_name or "words only") | {
            "questions": prepared.name,
            "corpus": list(corpus.names),
            "hashes": data_hashes(prepared.asked, corpus),
            "answerer": RETRIEVAL if retrieval else plan.answerer,
            "reranker": index.reranker_name,
            "limit": plan.limit,
            "seed": plan.seed,
        }
        journal = Journal(out, run) if out else None
        known: dict[str, dict[str, Any]] = {}
        if journal and resume:
            known = journal.resume()
        elif journal:
            journal.begin()
        asked = Run(
            corpus,
            index,
            ask,
            known,
            (lambda item: journal.add(item.to_json())) if journal else None,
        )
        items = asked.items(prepared.asked, lambda done, total: progress("Asking", done, total))
    return {"run": run | {"resumed": len(known)}, **result(items)}


def _encoder(plan: Plan) -> Encoder | None:
    if plan.encoder is None:
        return None
    return remembered(open_encoder(load_settings(encoder=plan.encoder)))
