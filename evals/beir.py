"""BEIR folders: a corpus, queries and relevance judgements, for retrieval alone.

Format: Thakur et al. 2021, https://arxiv.org/abs/2104.08663: ``corpus.jsonl`` and
``queries.jsonl`` with ``_id`` and ``text`` (and ``title``), and ``qrels/test.tsv`` with query id,
document id and grade after a line of headings.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.schema import Question, read_text
from sources import Document, EvaluationError, detect_language

SPLITS = ("test", "dev", "train")  # the first that there is


@dataclass(frozen=True, slots=True)
class BeirFolder:
    """What a BEIR folder holds.

    Attributes:
        documents: The corpus.
        questions: The queries that have a judgement.
        grades: The grade, above 0, of each relevant document, by query id and our document id.
    """

    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    grades: dict[str, dict[str, int]]


def is_beir(path: str) -> bool:
    """Tell whether a path is a BEIR folder."""
    return (Path(path) / "corpus.jsonl").is_file()


def parse_beir(path: str) -> BeirFolder:
    """Read a BEIR folder.

    Documents whose text is empty are left out, and queries without a relevant document.

    Raises:
        EvaluationError: A file is missing or not in the format.
    """
    folder = Path(path)
    documents: dict[str, Document] = {}
    for record in _records(folder / "corpus.jsonl"):
        text = str(record.get("text") or "")
        if text.strip():
            title = str(record.get("title") or "")
            documents[str(record["_id"])] = Document.create(
                title=title, text=text, origin=f"{folder.name}, {record['_id']}"
            )
    grades: dict[str, dict[str, int]] = {}
    for query, document, grade in _judgements(folder):
        if grade > 0 and document in documents:
            grades.setdefault(query, {})[documents[document].id] = grade
    questions = [
        Question(
            id=str(record["_id"]),
            question=str(record["text"]),
            lang=detect_language(str(record["text"])),
            kind="other",
            extractive=True,
        )
        for record in _records(folder / "queries.jsonl")
        if str(record["_id"]) in grades
    ]
    if not questions:
        raise EvaluationError(f"{path} judges none of its queries; check qrels and ids.")
    return BeirFolder(tuple(documents.values()), tuple(questions), grades)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(read_text(str(path)).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise EvaluationError(f"Line {number} of {path} is not JSON; correct it.") from error
        if not isinstance(record, dict) or "_id" not in record:
            raise EvaluationError(f'Line {number} of {path} has no "_id"; add it.')
        if path.name == "queries.jsonl" and "text" not in record:
            raise EvaluationError(f'Line {number} of {path} has no "text"; add it.')
        yield record


def _judgements(folder: Path) -> Iterator[tuple[str, str, int]]:
    path = next(
        (found for split in SPLITS if (found := folder / "qrels" / f"{split}.tsv").is_file()), None
    )
    if path is None:
        raise EvaluationError(f"{folder} has no qrels/test.tsv; add it.")
    rows = csv.reader(read_text(str(path)).splitlines(), delimiter="\t")
    for number, row in enumerate(rows, start=1):
        try:
            yield row[0], row[1], int(row[2])
        except (IndexError, ValueError) as error:
            if number > 1:  # the first line may be headings
                raise EvaluationError(
                    f"Line {number} of {path} is not query, document and grade; correct it."
                ) from error
