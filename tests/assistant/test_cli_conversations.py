"""Kept conversations on the command line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Answer, Citation, Claim, Conversations, Exchange, Source
from assistant.cli import main

AT = "2026-11-29T14:43:00+00:00"


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs a command over a fresh data folder."""
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["thamtop", "conversations", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return run


def kept(home: Path) -> str:
    """Keep a conversation about an article that is not there."""
    citation = Citation("d0", "เรือข้ามฟาก", 0, 15, "เรือออกเจ็ดโมง")
    answer = Answer(
        "เรือออกกี่โมง", "th", "เจ็ดโมง", "เจ็ดโมง", False, 0.8, (Claim("เรือออกเจ็ดโมง", (citation,)),)
    )
    source = Source("d0", "เรือข้ามฟาก", "th", "ferry.txt", "ferry.txt")
    begun = Conversations(home).start(Exchange("เรือออก\nกี่โมง", answer, at=AT, sources=(source,)))
    Conversations(home).append(begun.id, Exchange("ราคาเท่าไร", at=AT))
    return begun.id


Run = Callable[..., tuple[int, str, str]]


def test_conversations_are_listed(run: Run, tmp_path: Path) -> None:
    assert run() == (0, "", "") and json.loads(run("--json")[1]) == []
    conversation_id = kept(tmp_path)
    code, out, _ = run()
    assert code == 0 and out.startswith(f"{conversation_id}  2")
    assert out.endswith("2 questions  เรือออก กี่โมง\n")
    ((summary),) = json.loads(run("--json")[1])
    assert (summary["id"], summary["turns"], summary["title"]) == (
        conversation_id,
        2,
        "เรือออก\nกี่โมง",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["conversations.sqlite3"]


def test_a_conversation_is_shown_with_the_marks_of_its_sources(
    run: Run, tmp_path: Path, reader: object
) -> None:
    conversation_id = kept(tmp_path)
    code, out, _ = run("show", conversation_id)
    assert code == 0 and out.startswith("# บทสนทนา\n\nเริ่มเมื่อ ")
    assert "(อักขระที่ 0–15) — บทความนี้ถูกนำออกไปแล้ว\n\n> เรือออกเจ็ดโมง\n" in out
    assert out.endswith("## คำถาม 2\n\nราคาเท่าไร\n\nคำถามนี้ยังไม่ได้ตอบ\n")
    one, two = json.loads(run("show", conversation_id, "--json")[1])["turns"]
    assert (one["citations"][0]["standing"], one["asked_at"]) == ("removed", AT)
    assert (two["question"], two["answer"]) == ("ราคาเท่าไร", None)


def test_a_conversation_is_removed(run: Run, tmp_path: Path) -> None:
    conversation_id = kept(tmp_path)
    assert run("remove", conversation_id) == (0, f"{conversation_id}  removed\n", "")
    assert Conversations(tmp_path).list() == []


@pytest.mark.parametrize("command", ["show", "remove"])
def test_an_unknown_id_is_a_sentence_and_makes_nothing(
    run: Run, tmp_path: Path, command: str
) -> None:
    code, out, error = run(command, "abc")
    assert (code, out) == (2, "")
    assert error.strip() == (
        "thamtop: There is no conversation abc; `thamtop conversations` shows the ids."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite3").write_bytes(b"no database " * 400)
    for arguments in ((), ("show", "abc"), ("remove", "abc")):
        code, out, error = run(*arguments)
        assert (code, out) == (2, "") and "is damaged" in error and "Traceback" not in error
