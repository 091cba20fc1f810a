"""Evaluation: one run from question set and corpus to what a result file holds."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.answerers import CHAT, SHIPPED, open_answerer, open_generative
from evals.corpus import Corpus, Progress, indexed, join, read_corpus, read_set, remembered, spread
from evals.fallback import Fallback, worded
from evals.figures import result
from evals.item import Item
from evals.journal import Journal, data_hashes
from evals.provenance import provenance
from evals.runner import Run
from evals.schema import Question
from index import Encoder, open_encoder
from sources import EncoderError, load_settings

RETRIEVAL = "none"  # the answerer that does not answer: retrieval alone is measured


@dataclass(frozen=True, slots=True)
class Plan:
    """What to evaluate.

    Attributes:
        questions: Path of a question set; None for the shipped ones.
        corpus: Paths of articles or SQuAD files; empty for those that belong to the questions.
        limit: Ask at most so many.
        seed: Draw those at random with this seed; None takes them evenly over the set.
        answerer: Who answers: ``extractive``, ``chat`` for the chat model that is set,
            ``overlap``, or ``none`` for nobody.
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

    @property
    def asks(self) -> int:
        """How often something is asked: before a follow-up the questions that lead to it are."""
        return sum(1 + len(question.after) for question in self.asked)


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
        ThamtopError: There is no such answerer or encoder, or no such run to resume; or the chat
            model does not answer.
    """
    plan, corpus = prepared.plan, prepared.corpus
    retrieval = plan.answerer == RETRIEVAL or bool(corpus.grades)
    encoder = _encoder(plan)
    generative = None
    if plan.answerer == CHAT and not retrieval:
        generative = open_generative(load_settings(), encoder)
    with indexed(corpus, progress, remembered(encoder) if encoder else None) as index:
        ask = None if retrieval else open_answerer(plan.answerer, index, generative)
        run = provenance(index.encoder_name or "words only") | {
            "questions": prepared.name,
            "corpus": list(corpus.names),
            "hashes": data_hashes(prepared.asked, corpus),
            "answerer": RETRIEVAL if retrieval else plan.answerer,
            "chat_model": generative.name if generative else None,
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
        watching = Fallback(generative.name).see if generative else None
        asked = Run(corpus, index, ask, known, _noting(journal, watching))
        items = asked.items(prepared.asked, lambda done, total: progress("Asking", done, total))
    run["resumed"] = len(known)
    if generative:
        run["worded"] = worded(items, generative.name)
        for item in items:
            item.judged = None  # a model's answer comes with no confidence that could be judged
    return {"run": run, **result(items)}


def _noting(
    journal: Journal | None, watching: Callable[[Item], None] | None
) -> Callable[[Item], None]:
    def note(item: Item) -> None:
        if journal:
            journal.add(item.to_json())
        if watching:
            watching(item)

    return note


def _encoder(plan: Plan) -> Encoder | None:
    """Open the encoder; None where the one that nobody asked for does not run here."""
    settings = load_settings(**({"encoder": plan.encoder} if plan.encoder else {}))
    try:
        return open_encoder(settings)
    except EncoderError:
        if "encoder" in settings.model_fields_set:
            raise
        return None
