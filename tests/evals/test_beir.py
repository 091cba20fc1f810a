"""BEIR folders."""

import json
from pathlib import Path

import pytest

from evals.beir import is_beir, parse_beir
from evals.corpus import read_corpus, read_set
from evals.figures import result
from evals.runner import Run
from sources import EvaluationError
from tests.evals.fakes import FakeIndex, hit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = [
        {"_id": "d1", "title": "ข้าว", "text": "ข้าวหอมมะลิปลูกในภาคอีสาน"},
        {"_id": "d2", "title": "", "text": "Rice is grown in the north-east."},
        {"_id": "d3", "title": "empty", "text": " "},
    ]
    queries = [{"_id": "q1", "text": "ข้าวปลูกที่ไหน"}, {"_id": "q2", "text": "nobody judged"}]
    for name, rows in (("corpus", corpus), ("queries", queries)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t1\nq1\td3\t1\nq2\td1\t0\n"
    )
    return tmp_path


def test_a_folder_is_read_and_measured(folder: Path) -> None:
    assert is_beir(str(folder))
    asked = read_set(str(folder))
    corpus = read_corpus([], asked)
    assert [question.id for question in asked.questions] == ["q1"]
    thai, english = corpus.documents.values()
    index = FakeIndex({"ข้าวปลูกที่ไหน": [hit(english), hit(thai)]})
    found = result(Run(corpus, index, None).items(asked.questions))
    assert found["retrieval"]["recall@1"] == 0.5  # one of the two relevant documents
    assert found["retrieval"]["recall@5"] == 1
    assert found["retrieval"]["mrr@10"] == 1
    assert 0.8 < found["retrieval"]["ndcg@10"] < 1  # the better one comes second
    assert found["answers"]["accuracy"] is None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("queries.jsonl", "{", "Line 1 of .*queries.jsonl is not JSON"),
        ("queries.jsonl", '{"text": "x"}', 'has no "_id"'),
        ("queries.jsonl", '{"_id": "x"}', 'has no "text"'),
        ("qrels/test.tsv", "q1\td1\t1\nq1 d1 1\n", r"Line 2 of .*test\.tsv is not"),
        ("qrels/test.tsv", "q1\td1\t0\n", "judges none of its queries"),
    ],
)
def test_faults_are_named(folder: Path, name: str, content: str, message: str) -> None:
    (folder / name).write_text(content)
    with pytest.raises(EvaluationError, match=message):
        parse_beir(str(folder))


def test_missing_judgements(folder: Path) -> None:
    (folder / "qrels" / "test.tsv").unlink()
    with pytest.raises(EvaluationError, match=r"qrels/test\.tsv"):
        parse_beir(str(folder))
