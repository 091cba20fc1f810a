"""SQuAD files: passages, questions and answers by character position.

Format: Rajpurkar et al. 2016, https://aclanthology.org/D16-1264 (version 1.1); the
``is_impossible`` of version 2.0 is understood too. XQuAD and iapp-wiki-qa come in it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from evals import problems
from evals.schema import Question
from sources import Document, EvaluationError, detect_language


@dataclass(frozen=True, slots=True)
class SquadItem:
    """A question of a SQuAD file and its place there.

    Attributes:
        question: The question; its references are the gold answers.
        document_id: The passage it was asked about.
        spans: Half-open character range of each distinct gold answer in that passage.
    """

    question: Question
    document_id: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SquadFile:
    """The passages of a SQuAD file, each once, and its questions in the file's order."""

    documents: tuple[Document, ...]
    items: tuple[SquadItem, ...]


def is_squad(text: str) -> bool:
    """Tell by its content whether a text is a SQuAD file."""
    if text.lstrip()[:1] != "{":
        return False
    try:
        content = json.loads(text)
    except ValueError:
        return False
    return isinstance(content, dict) and isinstance(content.get("data"), list)


def parse_squad(text: str, path: str) -> SquadFile:
    """Read a SQuAD file: one document a passage, its text exactly as in the file.

    Raises:
        EvaluationError: A member is missing or of the wrong type.
    """
    documents: dict[str, Document] = {}
    items: list[SquadItem] = []
    try:
        for number, (title, paragraph) in enumerate(_paragraphs(json.loads(text)), start=1):
            document = Document.create(
                title=title,
                text=paragraph["context"],
                origin=f"{PurePath(path).name}, passage {number}",
            )
            documents.setdefault(document.id, document)
            items += [_item(entry, document) for entry in paragraph["qas"]]
    except (KeyError, TypeError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise EvaluationError(problems.NO_SQUAD, path=path, reason=reason) from error
    if not documents:
        raise EvaluationError(problems.NO_PASSAGES, path=path)
    return SquadFile(tuple(documents.values()), tuple(items))


def _paragraphs(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for article in content["data"]:
        title = article.get("title", "").replace("_", " ")
        for paragraph in article["paragraphs"]:
            yield title, paragraph


def _item(entry: dict[str, Any], document: Document) -> SquadItem:
    answers = [(answer["text"], answer["answer_start"]) for answer in entry["answers"]]
    texts = tuple(dict.fromkeys(text for text, _ in answers if text))
    spans = (_place(text, start, document.text) for text, start in answers if text)
    question = Question(
        id=str(entry["id"]),
        question=entry["question"],
        lang=detect_language(entry["question"]),
        kind="span",
        facts=(texts,) if texts else (),
        references=texts,
        evidence=texts,
        answerable=bool(texts),
        extractive=True,
    )
    return SquadItem(question, document.id, tuple(dict.fromkeys(s for s in spans if s)))


def _place(answer: str, start: int, text: str) -> tuple[int, int] | None:
    """Find an answer in its passage: some files count positions otherwise, so take the nearest."""
    if not text.startswith(answer, start):
        starts = [i for i in range(len(text)) if text.startswith(answer, i)]
        if not starts:
            return None
        start = min(starts, key=lambda found: abs(found - start))
    return start, start + len(answer)
