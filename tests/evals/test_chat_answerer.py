"""An evaluation of the chat model, over the real wire."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.cli import main
from evals.comparing import read_result
from evals.evaluation import Plan, evaluate, prepare
from evals.fallback import PATIENCE
from evals.html_report import html_report
from sources import EvaluationError
from tests.assistant.chat_server import ChatServer, chat_server, claim, refusing, saying

ARTICLE = (
    "A new market\n\nThe city opened a new market beside the Ping on 5 March 2022. It has 120 "
    "stalls and no car park.\n"
)
OPENED = saying(claim("The market opened on 5 March 2022.", 1, "on 5 March 2022"))
ROWS = (
    {
        "id": "opened",
        "question": "When did the new market open?",
        "lang": "en",
        "kind": "when",
        "facts": [["5 March 2022"]],
        "reference": "5 March 2022",
        "evidence": ["on 5 March 2022"],
        "answerable": True,
    },
    {
        "id": "stalls",
        "question": "How many stalls does it have?",
        "lang": "en",
        "kind": "how_many",
        "facts": [["120"]],
        "reference": "120",
        "evidence": ["It has 120 stalls"],
        "answerable": True,
        "after": ["When did the new market open?"],
    },
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "market.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path / "home"))
    return tmp_path


def use(server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THAMTOP_CHAT_MODEL", "little")
    monkeypatch.setenv("THAMTOP_CHAT_BASE_URL", server.address)


def questions(folder: Path, rows: Sequence[dict[str, object]] = ROWS) -> str:
    path = folder / "questions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return str(path)


def test_the_model_answers_and_the_result_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out.json"
    given = [questions(folder), "--corpus", str(folder / "market.txt"), "--json", str(out)]
    with chat_server(OPENED, OPENED, saying("no claim at all")) as server:
        use(server, monkeypatch)
        with pytest.raises(SystemExit) as ended:
            main(["run", *given, "--answerer", "chat"])
        assert len(server.requests) == 3  # the follow-up's first question is asked as well
    assert not ended.value.code
    printed = capsys.readouterr()
    assert "3 questions go to the chat model little" in printed.err
    assert "little worded 1 of 2 answers" in " ".join(printed.out.split())
    result = read_result(out, whole=True)
    first, second = result["items"]
    assert first["answer"]["answerer"] == "little"
    assert first["scores"]["answers.accuracy"] == first["scores"]["citations.hit"] == 1
    assert second["answer"]["answerer"] == "extractive" and second["answer"]["note"]
    run = result["run"]
    assert (run["answerer"], run["chat_model"], run["worded"]) == ("chat", "little", 1)
    # Its confidence is no probability: nothing is drawn from it.
    assert first["judged"] is None and result["abstention"]["risk_coverage"] == []
    report = html_report(result)
    assert "Is the confidence what it says?" not in report and "little" in report


def test_a_model_that_is_away_is_not_measured(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{**ROWS[0], "id": f"q{number}"} for number in range(PATIENCE + 3)]
    plan = Plan(questions(folder, rows), (str(folder / "market.txt"),), answerer="chat")
    with chat_server(refusing(401)) as server:
        use(server, monkeypatch)
        with pytest.raises(EvaluationError, match=f"none of the first {PATIENCE} answers"):
            evaluate(prepare(plan), lambda *step: None)
        assert len(server.requests) == PATIENCE


def test_a_later_failure_of_the_model_ends_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{**ROWS[0], "id": f"q{number}"} for number in range(PATIENCE + 2)]
    plan = Plan(questions(folder, rows), (str(folder / "market.txt"),), answerer="chat")
    with chat_server(OPENED, refusing(500)) as server:
        use(server, monkeypatch)
        result = evaluate(prepare(plan), lambda *step: None)
    assert result["run"]["worded"] == 1 and len(result["items"]) == len(rows)


def test_without_a_chat_model_it_is_said_before_anything_else(folder: Path) -> None:
    plan = Plan(questions(folder), (str(folder / "market.txt"),), answerer="chat")
    done: list[str] = []
    with pytest.raises(EvaluationError, match="set THAMTOP_CHAT_MODEL"):
        evaluate(prepare(plan), lambda step, *_: done.append(step))
    assert done == []
