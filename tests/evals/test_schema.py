"""Question sets are read, and bad lines named."""

import json
from pathlib import Path

import pytest

from evals.schema import parse_questions, read_text
from sources import EvaluationError

GOOD = {
    "id": "q1",
    "question": "กี่ฉบับ",
    "lang": "th",
    "kind": "how_many",
    "facts": [["17", "๑๗"]],
    "reference": "17 ฉบับ",
    "evidence": ["เอกสาร 17 ฉบับ"],
    "answerable": True,
}


def lines(*records: object) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def test_reads_a_question() -> None:
    (question,) = parse_questions("\n" + lines(GOOD) + "\n\n", "set")
    assert question.facts == (("17", "๑๗"),)
    assert question.references == ("17 ฉบับ",)
    assert question.evidence == ("เอกสาร 17 ฉบับ",)
    assert question.answerable
    assert not question.extractive


def test_unanswerable_needs_no_gold() -> None:
    record = {"id": "x", "question": "Why?", "lang": "en", "answerable": False}
    (question,) = parse_questions(lines(record), "set")
    assert not question.answerable
    assert question.references == ()


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("not json", "Line 2 of set is not JSON"),
        ("[1]", "Line 2 of set is not a JSON object"),
        (lines({**GOOD, "id": "q1"}), "Line 2 of set has the id 'q1' of an earlier line"),
        (lines({**GOOD, "id": "q2", "lang": "fr"}), "Line 2 of set has the lang 'fr'"),
        (lines({**GOOD, "id": "q2", "facts": ["17"]}), '"facts" in line 2 of set is not a list of'),
        (lines({**GOOD, "id": "q2", "facts": [[]]}), '"facts" in line 2 of set'),
        (lines({**GOOD, "id": 2}), '"id" in line 2 of set is not text'),
        (lines({**GOOD, "id": "q2", "evidence": []}), "Line 2 of set is answerable but"),
        (lines({"id": "q2", "lang": "th"}), 'Line 2 of set has no "question"'),
    ],
)
def test_bad_line_is_named(second: str, message: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        parse_questions(lines(GOOD) + "\n" + second, "set")
    assert str(caught.value).startswith(message)


def test_empty_set() -> None:
    with pytest.raises(EvaluationError, match="is empty"):
        parse_questions("\n\n", "set")


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_text(str(tmp_path / "absent.jsonl"))
    old = tmp_path / "old.jsonl"
    old.write_bytes("กี่ฉบับ".encode("tis-620"))
    with pytest.raises(EvaluationError, match="not UTF-8"):
        read_text(str(old))
