"""Measuring: an evaluation with the questions that a person chose on the page."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from evals.answerers import SHIPPED
from evals.corpus import Corpus, Progress
from evals.evaluation import Plan, Prepared, evaluate, prepare
from evals.figures import Figures
from index import Index
from sources import EvaluationError, ThamtopError
from ui.problems import NO_ARTICLES


@dataclass(frozen=True, slots=True)
class Request:
    """What to measure.

    Attributes:
        limit: Ask at most so many questions, spread over the set; None asks all.
        name: Name of an uploaded question set; empty for the shipped ones.
        content: What was uploaded.
        answerer: Who answers, by the name that an evaluation has for it.
    """

    limit: int | None = None
    name: str = ""
    content: bytes = b""
    answerer: str = SHIPPED


Measure = Callable[[Request, Index, Progress], Figures]


def measured(request: Request, index: Index, progress: Progress) -> Figures:
    """Run an evaluation in a temporary home and return what a result file holds.

    Uploaded questions are asked about the articles of the index, unless they are a SQuAD file,
    which brings its own.

    Args:
        request: What to measure.
        index: Holds the articles for questions that come without any; it is only read.
        progress: Called with what is being done, the number done and the total.

    Raises:
        EvaluationError: The index holds no article for the questions.
        ThamtopError: The questions cannot be used; the message names the upload.
    """
    prepared = read(request)
    if request.name:
        prepared = _with_articles(prepared, request.name, index)
    return evaluate(prepared, progress)


def read(request: Request) -> Prepared:
    """Read the questions that are to be asked.

    Raises:
        ThamtopError: They cannot be used; the message names the upload.
    """
    plan = Plan(limit=request.limit, answerer=request.answerer)
    if not request.name:
        return prepare(plan)
    with tempfile.TemporaryDirectory(prefix="thamtop-") as folder:
        path = Path(folder).resolve() / "questions"
        path.write_bytes(request.content)
        try:
            return prepare(replace(plan, questions=str(path)))
        except ThamtopError as error:
            raise error.renamed(str(path), request.name) from error


def _with_articles(prepared: Prepared, name: str, index: Index) -> Prepared:
    if prepared.corpus.items:  # SQuAD
        return replace(prepared, name=name, corpus=replace(prepared.corpus, names=(name,)))
    documents = {entry.id: index.document(entry.id) for entry in index.entries()}
    if not documents:
        raise EvaluationError(NO_ARTICLES)
    return replace(prepared, name=name, corpus=Corpus(("the articles of the chat",), documents))
