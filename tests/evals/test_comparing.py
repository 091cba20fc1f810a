"""Comparing runs, and the gate that fails on a significant drop."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from evals.cli import main
from evals.comparing import Comparison, baseline, compare_runs, read_result, short_answer
from evals.comparing_report import markdown_of_runs, print_runs
from sources import EvaluationError

RUN = {"hashes": {"questions": "a", "corpus": "b"}, "answerer": "extractive"}


def item(number: int, right: bool, lang: str = "th", passage: str | None = None) -> dict[str, Any]:
    return {
        "id": f"{lang}-{number}",
        "question": f"คำถาม [{number}]",
        "lang": lang,
        "passage_lang": passage or lang,
        "answer": {"short": f"ตอบ {number}" if right else "ผิด"},
        "scores": {"answers.accuracy": float(right), "retrieval.recall@1": 1.0},
    }


def refusal(number: int, answered: bool) -> dict[str, Any]:
    scores = {"abstention.false_answer_rate": float(answered)}
    return item(number, True) | {"id": f"no-{number}", "scores": scores}


def run_of(*items: dict[str, Any], **about: Any) -> dict[str, Any]:
    return {"run": RUN | about, "by_language": {}, "items": list(items)}


def test_a_drop_in_one_language_is_told_apart() -> None:
    thai, english = range(40), range(40)
    before = run_of(*(item(n, True) for n in thai), *(item(n, True, "en") for n in english))
    after = run_of(*(item(n, n >= 8) for n in thai), *(item(n, True, "en") for n in english))
    found = compare_runs(before, after)
    assert {(drop.group, drop.figure) for drop in found.drops} == {
        ("overall", "answers.accuracy"),
        ("th", "answers.accuracy"),
    }
    assert [flip.id for flip in found.flips] == [f"th-{n}" for n in range(8)]
    assert found.flips[0].before == "ตอบ 0" and found.flips[0].after == "ผิด"


def test_more_false_answers_are_a_drop_too() -> None:
    before = run_of(*(refusal(n, False) for n in range(30)))
    after = run_of(*(refusal(n, n < 9) for n in range(30)))
    assert compare_runs(before, after).drops
    assert not compare_runs(after, before).drops


def test_a_single_flip_is_no_drop() -> None:
    before = run_of(*(item(n, True) for n in range(40)))
    after = run_of(item(0, False), *(item(n, True) for n in range(1, 40)))
    found = compare_runs(before, after)
    assert not found.drops
    assert len(found.flips) == 1


def test_what_turned_is_held_against_chance() -> None:
    before = run_of(*(item(n, n == 0) for n in range(20)))
    after = run_of(*(item(n, 0 < n < 8) for n in range(20)))
    found = compare_runs(before, after)
    assert (found.turned_right, len(found.flips)) == (7, 8)
    assert found.chance == pytest.approx(18 / 256)
    accuracy = next(c for c in found.changes if c.figure == "answers.accuracy")
    assert (accuracy.gained, accuracy.lost) == (7, 1)
    assert "7 questions turned right, 1 wrong (McNemar p = 0.07)" in _printed(found)


def test_groups_are_language_pairs() -> None:
    across = run_of(item(1, True, "en", "th"), item(2, True, "en", "th"))
    assert {change.group for change in compare_runs(across, across).changes} == {"overall", "en-th"}


def test_what_else_differs_is_noted() -> None:
    found = compare_runs(
        run_of(item(1, True), item(2, True), encoder="one"),
        run_of(item(2, True), item(3, True), encoder="two", hashes={"questions": "c"}),
    )
    assert found.only_before == found.only_after == 1
    assert any("differ" in note for note in found.notes)
    assert "encoder: one → two" in found.notes
    with pytest.raises(EvaluationError, match="no question in common"):
        compare_runs(run_of(item(1, True)), run_of(item(2, True)))


def test_reports_show_text_as_text() -> None:
    found = compare_runs(
        run_of(*(item(n, True) for n in range(9))), run_of(*(item(n, False) for n in range(9)))
    )
    assert "คำถาม \\[0\\]" in markdown_of_runs(found)
    printed = _printed(found)
    assert "คำถาม [0]" in printed
    assert "-100.0 ▼" in printed


def _printed(found: Comparison) -> str:
    written = StringIO()
    print_runs(found, Console(width=120, file=written))
    return written.getvalue()


def _write(path: Path, record: dict[str, Any]) -> str:
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_the_gate_fails_on_a_drop_and_names_the_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = run_of(*(item(n, True) for n in range(40)))
    bad = run_of(*(item(n, n >= 12) for n in range(40)))
    kept = tmp_path / "baseline.json"
    with pytest.raises(SystemExit) as ended:
        main(["check", _write(tmp_path / "good.json", good), "--baseline", str(kept), "--update"])
    assert ended.value.code == 0
    assert read_result(kept) == json.loads(json.dumps(baseline(good)))
    assert short_answer(read_result(kept)["items"][0]) == "ตอบ 0"
    with pytest.raises(SystemExit) as ended:
        main(["check", _write(tmp_path / "good.json", good), "--baseline", str(kept)])
    assert ended.value.code == 0
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["check", _write(tmp_path / "bad.json", bad), "--baseline", str(kept)])
    printed = capsys.readouterr()
    assert ended.value.code == 1
    assert "accuracy (th)" in printed.err
    assert all(f"th-{n}" in printed.out for n in range(12))


def test_the_gate_over_a_part_of_the_questions_compares_that_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path / "home"))
    kept = tmp_path / "baseline.json"
    part = ["--limit", "3", "--answerer", "none"]
    with pytest.raises(SystemExit):
        main(["run", *part, "--json", str(kept)])
    assert len(read_result(kept)["items"]) == 3
    with pytest.raises(SystemExit) as ended:
        main(["check", *part, "--baseline", str(kept)])
    assert ended.value.code == 0
    for other in (["--update"], [str(kept)]):
        with pytest.raises(SystemExit) as ended:
            main(["check", *part, "--baseline", str(kept), *other])
        assert ended.value.code == 2
        assert "leave it out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("{", "is not JSON"),
        ("[]", "holds no result"),
        ('{"items": [1]}', "holds no result"),
    ],
)
def test_files_that_are_no_result(
    content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "result.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SystemExit) as ended:
        main(["compare", str(path), str(path)])
    printed = capsys.readouterr()
    assert ended.value.code == 2
    assert message in printed.err and printed.err.count("\n") == 1


def test_a_baseline_has_no_figures_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = _write(tmp_path / "kept.json", baseline(run_of(item(1, True))))
    with pytest.raises(SystemExit):
        main(["report", kept])
    assert "holds no result" in capsys.readouterr().err
