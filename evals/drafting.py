"""Drafting: question sets to begin with, for a person to check, correct and shorten.

From articles: the questions that the assistant itself would suggest (dates, numbers, names,
lists), with its own answers as facts. From the chat: the questions that were rated.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant import Answer, Assistant, Feedback, Rating, drafts, understand
from evals.corpus import Corpus, indexed
from sources import EvaluationError, Settings, load

Row = dict[str, Any]


def drafted(paths: Sequence[str], settings: Settings) -> list[Row]:
    """Draft questions that articles answer, each with the answer found as its fact.

    Raises:
        SourceError: An article cannot be read.
        EvaluationError: None of them yields a question.
    """
    documents = {document.id: document for path in paths for document in load(path, settings)}
    with indexed(Corpus(tuple(paths), documents), lambda what, done, total: None) as index:
        assistant = Assistant(index)
        rows = [
            row
            for number, question in enumerate(drafts(index), start=1)
            if (row := _row(f"draft-{number:03}", assistant.ask(question)))
        ]
    if not rows:
        raise EvaluationError(
            "No question could be drafted; the articles name no dates, numbers, people or lists."
        )
    return rows


def rated(settings: Settings) -> list[Row]:
    """Turn the ratings of the chat into questions.

    An answer found right gives its facts; a refusal found right an unanswerable question; what
    was found wrong has no facts, and a person has to write them.

    Raises:
        StoreError: The ratings cannot be read.
        EvaluationError: Nothing was rated.
    """
    ratings = Feedback(settings.home).ratings()
    if not ratings:
        raise EvaluationError("Nothing was rated yet; use the thumbs below answers in the chat.")
    return [_rated_row(f"chat-{number:03}", rating) for number, rating in enumerate(ratings, 1)]


def write_set(rows: Sequence[Row], path: Path) -> None:
    """Write questions as JSON Lines."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(lines, encoding="utf-8")


def _row(key: str, answer: Answer) -> Row | None:
    if answer.abstained:
        return None
    quotes = [citation.quote for claim in answer.claims for citation in claim.citations]
    return _question(key, answer.question, answer.short, quotes, answerable=True)


def _rated_row(key: str, rating: Rating) -> Row:
    answer = rating.answer
    if not rating.good:
        return _question(key, rating.question, "", [], answerable=True)
    claims = answer["claims"]
    quotes = [citation["quote"] for claim in claims for citation in claim["citations"]]
    short = "" if answer["abstained"] else answer["short"]
    return _question(key, rating.question, short, quotes, answerable=not answer["abstained"])


def _question(key: str, text: str, short: str, quotes: Sequence[str], *, answerable: bool) -> Row:
    understood = understand(text)
    return {
        "id": key,
        "question": text,
        "lang": understood.language,
        "kind": understood.kind,
        "facts": [[short]] if short else [],
        "reference": short,
        "evidence": list(quotes) if answerable else [],
        "answerable": answerable,
    }
