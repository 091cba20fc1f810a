"""The command line and the printed report."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from evals.cli import main, spread_option
from evals.figures import result
from evals.item import Item
from evals.report import print_report, row_name
from evals.schema import Question


def test_corpus_takes_several_paths_after_one_flag() -> None:
    given = ["run", "q.json", "--corpus", "a", "b", "--limit", "3", "--corpus", "c"]
    assert spread_option(given, "--corpus") == [
        *("run", "q.json", "--corpus", "a", "--corpus", "b", "--limit", "3", "--corpus", "c")
    ]
    assert spread_option(["--corpus"], "--corpus") == ["--corpus"]
    assert spread_option(["--corpus", "--limit", "3"], "--corpus") == ["--corpus", "--limit", "3"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "absent.jsonl"], "absent.jsonl cannot be read (no such file or directory)"),
        (["--json", "absent/out.json"], "absent/out.json cannot be written"),
        (["run", "empty.jsonl"], "The question set empty.jsonl is empty"),
        (["run", "bad.jsonl"], "Line 1 of bad.jsonl is not JSON"),
    ],
)
def test_errors_are_one_sentence(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.jsonl").touch()
    Path("bad.jsonl").write_text("no json", encoding="utf-8")
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    printed = capsys.readouterr()
    assert caught.value.code == 2
    assert printed.out == ""
    assert printed.err.startswith(message)
    assert printed.err.count("\n") == 1


def test_help_names_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "run" in capsys.readouterr().out


def report(items: list[Item]) -> str:
    written = StringIO()
    found: dict[str, Any] = result(items)
    print_report(found, Console(width=80, file=written))
    return written.getvalue()


def test_report_shows_figures_and_failures() -> None:
    right = Item(Question("th-1", "กี่ฉบับ", "th", "how_many"), scores={"answers.accuracy": 1.0})
    wrong = Item(
        Question("en-1", "How [many]?", "en", "how_many"),
        scores={"answers.accuracy": 0.5},
        problems=["Missing: 17"],
    )
    text = report([right, wrong])
    lines = [line.split() for line in text.splitlines()]
    # name, number of questions, number asked, accuracy
    assert ["Overall", "(2)", "2", "75.0"] in [line[:4] for line in lines]
    assert ["Thai", "(1)", "1", "100.0"] in [line[:4] for line in lines]
    assert ["English", "(1)", "1", "50.0"] in [line[:4] for line in lines]
    assert "1 of 2 questions with something wrong" in text
    assert "en-1  How [many]?" in text
    assert "Missing: 17" in text
    assert "Recall@1" not in text


def test_row_names() -> None:
    assert row_name("en-th") == "English → Thai"
    assert row_name("th") == "Thai"
