"""Question: what is asked and what a right answer holds; the reader of JSON Lines sets.

One JSON object a line:

- ``id``, ``question``: text; ``lang``: ``th`` or ``en``, the language of the question
- ``kind``: who, when, where, how_many, how_much, which, list, what, why, how, yes_no …
- ``facts``: list of lists; each inner list holds the accepted spellings of one fact, in either
  language; a right answer holds every fact
- ``reference``: a right answer in the question's language
- ``evidence``: exact quotes of the source, each of which supports the answer
- ``answerable``: whether the source answers at all; if not, the three above are empty
- ``pair``: optional; the same for the Thai and the English question about one fact
- ``after``: optional; the questions asked before in the same conversation, first to last
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import problems
from sources import EvaluationError

LANGUAGES = ("th", "en")
_MEMBERS = {
    "id": "text",
    "question": "text",
    "lang": "text",
    "kind": "text",
    "facts": "a list of lists of text",
    "reference": "text",
    "evidence": "a list of text",
    "answerable": "true or false",
    "pair": "text",
    "after": "a list of text",
}
_UNLIKE = {
    "text": problems.NO_TEXT,
    "a list of text": problems.NO_LIST,
    "a list of lists of text": problems.NO_LISTS,
    "true or false": problems.NO_TRUTH,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is needed to judge its answer.

    Attributes:
        id: Unique in its set.
        question: The question as asked.
        lang: ``th`` or ``en``: the language of the question.
        kind: What is asked for; ``span`` for questions of a SQuAD file.
        facts: The accepted spellings of each fact of a right answer.
        references: Right answers; the best match counts.
        evidence: Exact quotes of the source.
        answerable: Whether the source answers.
        extractive: Whether facts and references are words of the passage, in its language,
            whatever the language of the question (SQuAD).
        pair: The same for the Thai and the English question about one fact; empty for none.
        after: The questions asked before in the same conversation.
    """

    id: str
    question: str
    lang: str
    kind: str
    facts: tuple[tuple[str, ...], ...] = ()
    references: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    answerable: bool = True
    extractive: bool = False
    pair: str = ""
    after: tuple[str, ...] = ()


def parse_questions(text: str, name: str) -> list[Question]:
    """Read a set in our JSON Lines schema.

    Args:
        text: The file's text.
        name: What to call the set in messages.

    Raises:
        EvaluationError: A line is not a question; the message names the line.
    """
    questions = list(_questions(text.split("\n"), name))
    if not questions:
        raise EvaluationError(problems.EMPTY_SET, name=name)
    return questions


def read_text(path: str) -> str:
    """Read the text of a question set or corpus.

    Raises:
        EvaluationError: The file cannot be read as UTF-8 text.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvaluationError(problems.NOT_UTF8, path=path) from error
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise EvaluationError(problems.UNREADABLE, path=path, reason=reason) from error


def _questions(lines: Iterable[str], name: str) -> Iterator[Question]:
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        question = _question(line, number, name)
        if question.id in seen:
            raise EvaluationError(problems.SAME_ID, number=number, name=name, given=question.id)
        seen.add(question.id)
        yield question


def _question(line: str, number: int, name: str) -> Question:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise EvaluationError(problems.NOT_JSON, number=number, name=name) from error
    if not isinstance(record, dict):
        raise EvaluationError(problems.NO_OBJECT, number=number, name=name)
    _check(record, number, name)
    answerable = record.get("answerable", True)
    reference = record.get("reference", "")
    return Question(
        id=record["id"],
        question=record["question"],
        lang=record["lang"],
        kind=record.get("kind", "what"),
        facts=tuple(tuple(spellings) for spellings in record.get("facts", ())),
        references=(reference,) if reference else (),
        evidence=tuple(record.get("evidence", ())),
        answerable=answerable,
        pair=record.get("pair", ""),
        after=tuple(record.get("after", ())),
    )


def _check(record: dict[str, Any], number: int, name: str) -> None:
    for member in ("id", "question", "lang"):
        if member not in record:
            raise EvaluationError(problems.NO_MEMBER, number=number, name=name, member=member)
    for member, expected in _MEMBERS.items():
        if member in record and not _is(record[member], expected):
            raise EvaluationError(_UNLIKE[expected], number=number, name=name, member=member)
    if record["lang"] not in LANGUAGES:
        given = record["lang"]
        raise EvaluationError(problems.OTHER_LANGUAGE, number=number, name=name, given=given)
    if record.get("answerable", True) and not (record.get("facts") and record.get("evidence")):
        raise EvaluationError(problems.NO_GOLD, number=number, name=name)


def _is(value: object, expected: str) -> bool:
    if expected == "true or false":
        return isinstance(value, bool)
    if expected == "text":
        return isinstance(value, str) and (value == "" or bool(value.strip()))
    if not isinstance(value, list):
        return False
    member = "a list of text" if expected == "a list of lists of text" else "text"
    return all(item != "" and item != [] and _is(item, member) for item in value)
