"""A run that was broken off is taken up again, and gives the same figures."""

import json
from pathlib import Path

import pytest

from evals.corpus import Corpus
from evals.figures import result
from evals.journal import Journal, data_hashes
from evals.runner import Run
from evals.schema import Question
from sources import EvaluationError
from tests.evals.fakes import FakeIndex, answered, cite, document, hit

ARTICLE = document("อาเซียนลงนามเอกสาร 17 ฉบับ\n\nการประชุมเริ่มวันที่ 9 กันยายน 2563")
CORPUS = Corpus(("test",), {ARTICLE.id: ARTICLE})
QUESTIONS = [
    Question(
        f"q-{n}",
        f"กี่ฉบับ {n}",
        "th",
        "how_many",
        facts=(("17",),),
        references=("17 ฉบับ",),
        evidence=("ลงนามเอกสาร 17 ฉบับ",),
    )
    for n in range(4)
]
INDEX = FakeIndex({q.question: [hit(ARTICLE, 0, 26)] for q in QUESTIONS})


def _ask(question: Question, asked: list[str]):
    asked.append(question.id)
    return answered("17 ฉบับ", "17 ฉบับ", cite(ARTICLE, "อาเซียนลงนามเอกสาร 17 ฉบับ"))


def _run(journal: Journal, known: dict, asked: list[str], stop_after: int = 99):
    def note(item) -> None:
        journal.add(item.to_json())
        if len(asked) >= stop_after:
            raise KeyboardInterrupt

    return Run(CORPUS, INDEX, lambda q: _ask(q, asked), known, note).items(QUESTIONS)


def test_a_broken_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    out, about, asked = tmp_path / "out.json", {"seed": 1, "date": "today"}, []
    journal = Journal(out, about)
    journal.begin()
    with pytest.raises(KeyboardInterrupt):
        _run(journal, {}, asked, stop_after=2)
    with journal.path.open("a") as file:
        file.write('{"id": "q-2", "sco')  # cut off in mid-line
    again = Journal(out, about | {"date": "tomorrow"})
    known = again.resume()
    assert list(known) == ["q-0", "q-1"]
    items = _run(again, known, asked)
    assert asked == ["q-0", "q-1", "q-2", "q-3"]
    assert list(again.resume()) == asked
    whole = result(_run(Journal(out, about), {}, []))
    found = result(items)
    for changing in (found, whole):
        changing.pop("latency_ms")
        changing["by_language"]["th"].pop("latency_ms")
        for item in changing["items"]:
            item.pop("latency_ms")
    assert json.loads(json.dumps(found)) == json.loads(json.dumps(whole))


@pytest.mark.parametrize("about", [{"seed": 2}, {"seed": 1, "encoder": "other"}])
def test_another_run_is_not_taken_up(about: dict, tmp_path: Path) -> None:
    Journal(tmp_path / "out.json", {"seed": 1}).begin()
    with pytest.raises(EvaluationError, match="differs in"):
        Journal(tmp_path / "out.json", about).resume()


def test_there_may_be_nothing_to_resume(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no run to resume"):
        Journal(tmp_path / "out.json", {}).resume()
    (tmp_path / "out.json.partial").write_text("gibberish\n")
    with pytest.raises(EvaluationError, match="holds no run"):
        Journal(tmp_path / "out.json", {}).resume()


def test_hashes_follow_questions_and_corpus() -> None:
    hashes = data_hashes(QUESTIONS, CORPUS)
    assert hashes == data_hashes(list(QUESTIONS), CORPUS)
    assert hashes["questions"] != data_hashes(QUESTIONS[:2], CORPUS)["questions"]
    assert hashes["corpus"] != data_hashes(QUESTIONS, Corpus(("x",), {}))["corpus"]
