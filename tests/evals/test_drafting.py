"""Sets drafted from articles and from the ratings of the chat."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Feedback
from evals.cli import main
from evals.drafting import rated, write_set
from evals.schema import parse_questions
from sources import EvaluationError, load_settings
from tests.evals.fakes import answered, cite, document, refused

ARTICLE = document("อาเซียนลงนามเอกสาร 17 ฉบับ ในวันที่ 9 กันยายน 2563")


def test_ratings_become_questions(tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path)
    with pytest.raises(EvaluationError, match="Nothing was rated yet"):
        rated(settings)
    feedback = Feedback(tmp_path)
    quote = cite(ARTICLE, "ลงนามเอกสาร 17 ฉบับ")
    right = replace(answered("17 ฉบับ", "17 ฉบับ", quote), question="กี่ฉบับ")
    wrong = replace(answered("9 ฉบับ", "9 ฉบับ", quote), question="กี่ฉบับ")
    feedback.rate(right, good=False)
    feedback.rate(right, good=True)  # the last rating counts
    feedback.rate(replace(refused(), question="ใครจ่าย"), good=True)
    feedback.rate(wrong, good=False)
    assert [rating.good for rating in feedback.ratings()] == [True, True, False]
    rows = rated(settings)
    assert rows[0]["facts"] == [["17 ฉบับ"]] and rows[0]["evidence"] == [quote.quote]
    assert rows[1]["answerable"] is False
    assert rows[2]["facts"] == [] and rows[2]["answerable"]
    out = tmp_path / "set.jsonl"
    write_set(rows, out)
    with pytest.raises(EvaluationError, match=r"Line 3 .* has no facts"):
        parse_questions(out.read_text(encoding="utf-8"), "set")  # a person has to write them
    write_set(rows[:2], out)
    assert len(parse_questions(out.read_text(encoding="utf-8"), "set")) == 2


@pytest.mark.slow
def test_articles_become_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, out = tmp_path / "market.md", tmp_path / "set.jsonl"
    article.write_text(
        "# ตลาดใหม่\n\nเทศบาลเปิดตลาดแห่งใหม่เมื่อวันที่ 5 มีนาคม 2565 ตลาดแห่งนี้มีแผงค้าทั้งหมด 120 ร้าน\n\n"
        "ตลาดเปิดทุกวัน สินค้าที่ขายได้แก่ ผัก ผลไม้ และปลา",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as ended:
        main(["new", str(article), "--out", str(out)])
    assert ended.value.code == 0
    assert "Read each one" in capsys.readouterr().out
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert rows
    questions = parse_questions(out.read_text(encoding="utf-8"), "set")
    text = article.read_text(encoding="utf-8")
    assert all(quote in text for question in questions for quote in question.evidence)


@pytest.mark.parametrize("arguments", [["new"], ["new", "a.md", "--thumbs"]])
def test_articles_or_thumbs(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "Give articles to draft questions from, or --thumbs." in capsys.readouterr().err
