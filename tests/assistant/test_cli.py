"""The command line: its JSON contract, and bad input that leaves the store as it was."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer, Citation, Claim, Note
from assistant.cli import _print_events, main
from assistant.strings import MODEL_PROBLEMS, UNCONFIRMED
from sources import shipped_documents
from tests.assistant.articles import MARKET_ENGLISH, MARKET_THAI
from tests.assistant.chat_server import ChatServer, Wire, chat_server, refusing, saying
from tests.assistant.chat_server import claim as proposed


@dataclass(frozen=True)
class Ran:
    """What a command printed and its exit code."""

    code: int
    out: str
    error: str

    def json(self) -> Any:
        assert self.code == 0, self.error
        return json.loads(self.out)


Run = Callable[..., Ran]


def file(folder: Path, name: str, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home whose only articles are two small ones, all of them encoded."""
    folder = tmp_path_factory.mktemp("prepared")
    sources = [
        file(folder, "market.txt", f"Chiang Mai opens a market\n\n{MARKET_ENGLISH}"),
        file(folder, "talat.txt", f"เชียงใหม่เปิดตลาดใหม่\n\n{MARKET_THAI}"),
    ]
    environment = {**os.environ, "THAMTOP_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "assistant.cli"]
    subprocess.run([*command, "add", *sources], check=True, env=environment, capture_output=True)
    for document in shipped_documents():
        subprocess.run([*command, "remove", document.id], check=True, env=environment)
    return folder


@pytest.fixture
def home(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: object) -> Path:
    """Set a copy of the prepared home and return it."""
    home = tmp_path / "home"
    shutil.copytree(prepared / "home", home)
    monkeypatch.setenv("THAMTOP_HOME", str(home))
    return home


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in this process."""

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["thamtop", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ran(int(ended.value.code or 0), printed.out, printed.err)

    return run


def stored(home: Path) -> dict[str, str]:
    """Return the text of each stored document by its id, read past the product's own code."""
    with sqlite3.connect(home / "thamtop.sqlite3") as connection:
        rows = connection.execute("SELECT id, text FROM documents").fetchall()
    connection.close()
    return dict(rows)


def failed(ran: Ran, sentence: str) -> None:
    """Check that a command failed with one sentence and nothing else."""
    assert ran.code == 2
    assert ran.out == ""
    assert ran.error.startswith("thamtop: ")
    assert ran.error.count("\n") == 1
    assert "Traceback" not in ran.error
    assert sentence in ran.error


@pytest.mark.slow
def test_the_first_question_on_a_machine(tmp_path, reader):
    environment = {**os.environ, "THAMTOP_HOME": str(tmp_path / "new")}
    ran = subprocess.run(
        [sys.executable, "-m", "assistant.cli", "ask", "--json", "When will the ASEAN foreign ministers meet?"],
        env=environment, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    answer = json.loads(ran.stdout)
    assert ran.stderr == ""
    assert not answer["abstained"]
    assert answer["language"] == "en"
    assert "12 September 2020" in answer["short"]
    texts = {document.id: document.text for document in shipped_documents()}
    citations = [citation for claim in answer["claims"] for citation in claim["citations"]]
    assert citations
    for citation in citations:
        text = texts[citation["document_id"]]
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert texts == stored(tmp_path / "new")


@pytest.mark.parametrize(
    ("question", "language", "short"),
    [
        ("ตลาดนี้มีแผงค้ากี่แผง", "th", "120"),
        ("How many stalls does the market have?", "en", "120"),
        ("Which countries are sending delegations?", "en", "Laos, Vietnam and Japan"),
    ],
)
def test_ask_json(run, home, question, language, short):
    answer = run("ask", question, "--json").json()
    assert set(answer) == {
        "answer", "short", "language", "abstained", "confidence", "claims",
        "unconfirmed", "passages", "suggestion", "span", "standalone", "note", "answerer", "timings_ms",
    }  # fmt: skip
    assert (answer["language"], answer["abstained"]) == (language, False)
    assert short in answer["short"]
    assert set(answer["timings_ms"]) == {"search", "answer", "total"}
    texts = stored(home)
    for claim in answer["claims"]:
        for citation in claim["citations"]:
            text = texts[citation["document_id"]]
            assert text[citation["start"] : citation["end"]] == citation["quote"]
    for passage in answer["passages"]:
        assert 0 <= passage["start"] < passage["end"] <= len(texts[passage["document_id"]])


def test_ask_for_people(run, home):
    ran = run("ask", "How many stalls does the market have?")
    assert ran.code == 0
    assert ran.out.startswith("120 stalls")
    assert "[1] Chiang Mai opens a market" in ran.out


QUOTES = {
    "opened": "The city of Chiang Mai opened a new market",
    "stalls": "The market has 120 stalls",
}


def written(*claims: tuple[str, str]) -> list[str]:
    """Return the lines of a reply that claims something, with the words that it rests on."""
    return [proposed(text, 1, QUOTES[quote]) for text, quote in claims]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """Serve the chat model that is set."""
    with chat_server(refusing(500)) as server:
        monkeypatch.setenv("THAMTOP_CHAT_MODEL", "little")
        monkeypatch.setenv("THAMTOP_CHAT_BASE_URL", server.address)
        for limit in ("TIMEOUT_S", "FIRST_WORD_S"):  # a busy machine is slow, not away
            monkeypatch.setenv(f"THAMTOP_CHAT_{limit}", "300")
        yield server


def test_numbers_in_the_text_are_those_of_the_sources(run, home, served):
    lines = written(
        ("The city of Chiang Mai opened a new market.", "opened"),
        ("The market has 120 stalls.", "stalls"),
        ("Chiang Mai opened a new market.", "opened"),
    )
    served.scripts = [saying(*lines)]
    ran = run("ask", "What about the new market and its stalls?")
    assert (ran.code, ran.error) == (0, "")
    text, *sources = re.split(r"\n(?=\[\d\])", ran.out)
    assert text.strip().split("\n\n") == [
        "The city of Chiang Mai opened a new market. ¹",
        "The market has 120 stalls. ²",
        "Chiang Mai opened a new market. ¹",
    ]
    assert [source[:3] for source in sources] == ["[1]", "[2]"]
    assert QUOTES["opened"] in sources[0]
    assert QUOTES["stalls"] in sources[1]


def test_what_is_to_be_known_of_an_answer_is_no_part_of_it(run, home, served):
    ran = run("ask", "How many stalls does the market have?")
    assert ran.code == 0
    assert ran.out.startswith("120 stalls")
    assert ran.error.strip() == MODEL_PROBLEMS["failing"]["en"]
    answer = run("ask", "--json", "How many stalls does the market have?")
    assert answer.error == ""
    assert answer.json()["note"] == MODEL_PROBLEMS["failing"]["en"]


def test_a_claim_is_printed_before_the_next_one_comes(capsys):
    first, second = (Citation("d", "Title", n, n + 3, "abc") for n in (0, 5))
    claims = (Claim("One.", (first,)), Claim("Two.", (second,)), Claim("Three.", (first,)))
    printed = []

    def events():
        for event in claims:
            yield event
            printed.append(capsys.readouterr().out)
        yield Note("A note.")
        yield Answer("?", "en", "all of it", "One.", False, 1.0, claims, note="A note.")

    _print_events(events(), at_once=True)
    rest = capsys.readouterr()
    assert printed == ["One. ¹\n", "\nTwo. ²\n", "\nThree. ¹\n"]
    assert rest.out == "\n[1] Title (d:0-3)\n    abc\n\n[2] Title (d:5-8)\n    abc\n"
    assert rest.err == "\nA note.\n"


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_not_confirmed_is_printed_below_the_answer(capsys, language):
    first, second = (Citation("d", "Title", n, n + 3, "abc") for n in (0, 5))
    claims, doubted = (Claim("One.", (first,)),), (Claim("Two.", (second,)),)
    answer = Answer("?", language, "One. ¹", "One.", False, 1.0, claims, doubted)
    _print_events([*claims, answer], at_once=True)
    assert capsys.readouterr().out == (
        f"One. ¹\n\n{UNCONFIRMED[language]}\n- Two. ²\n"
        "\n[1] Title (d:0-3)\n    abc\n\n[2] Title (d:5-8)\n    abc\n"
    )


@pytest.mark.slow
def test_a_terminal_sees_claims_as_they_are_verified(home, served):
    pty = pytest.importorskip("pty")
    opened, stalls = written(
        ("The city of Chiang Mai opened a new market.", "opened"),
        ("The market has 120 stalls.", "stalls"),
    )

    def after_the_first(wire: Wire) -> None:
        wire.begin()
        wire.say(opened)
        assert seen.wait(60)
        wire.say(stalls)
        wire.complete()

    seen, told = threading.Event(), b""
    served.scripts = [after_the_first]
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "assistant.cli", "ask", "What about the new market?"]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL) as ran:
        os.close(theirs)
        while part := _read(ours):
            told += part
            if not seen.is_set() and "market. ¹".encode() in told:
                assert b"120" not in told
                seen.set()
    os.close(ours)
    assert ran.returncode == 0
    lines = [line for line in told.decode().splitlines() if line]
    assert lines[:2] == [
        "The city of Chiang Mai opened a new market. ¹",
        "The market has 120 stalls. ²",
    ]
    assert [line[:3] for line in lines if line.startswith("[")] == ["[1]", "[2]"]


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # so Linux says that the other side is closed
        return b""


def test_the_doctor_finds_nothing(run, home):
    ran = run("doctor")
    assert (ran.code, ran.error) == (0, "")
    assert all(line.startswith("ok     ") for line in ran.out.splitlines())
    assert f"data folder: The data are kept in {home}." in ran.out
    assert "index:       Articles: 2; all their texts have vectors of multilingual-e5" in ran.out


def test_the_doctor_finds_something(run, home, served, monkeypatch):
    monkeypatch.setenv("THAMTOP_CHAT_API_KEY", "very-secret")
    ran = run("doctor")
    assert ran.code == 1
    wrong = [line for line in ran.out.splitlines() if line.startswith("wrong")]
    place = served.address
    assert wrong == [
        f"wrong  chat model:  {place} failed at a tiny question; look at the server's own messages."
    ]
    told = run("doctor", "--json")
    assert told.code == 1
    assert json.loads(told.out)["well"] is False
    assert "very-secret" not in ran.out + told.out


def test_what_is_not_answered_exits_well_and_suggests(run, home):
    answer = run("ask", "What is the boiling point of mercury?", "--json").json()
    assert answer["abstained"]
    assert (answer["short"], answer["claims"]) == ("", [])
    assert answer["passages"]
    assert answer["suggestion"].endswith("?")


def test_search_json(run, home):
    hits = run("search", "ค่าเช่าแผง", "--json", "--limit", "3").json()
    assert len(hits) == 3
    assert [hit["score"] for hit in hits] == sorted((h["score"] for h in hits), reverse=True)
    texts = stored(home)
    for hit in hits:
        assert set(hit) == {"document_id", "title", "start", "end", "score", "text"}
        assert texts[hit["document_id"]][hit["start"] : hit["end"]] == hit["text"]
    assert "ค่าเช่าเดือนละ 1,500 บาท" in hits[0]["text"]


def test_list_json(run, home):
    entries = run("list", "--json").json()
    assert {entry["title"] for entry in entries} == {
        "Chiang Mai opens a market",
        "เชียงใหม่เปิดตลาดใหม่",
    }
    for entry in entries:
        assert set(entry) == {
            "id", "title", "language", "published", "origin", "edition", "passages", "embedded",
            "added_at",
        }  # fmt: skip
        assert entry["embedded"] == entry["passages"] > 0


def test_adding_again_and_a_changed_file(run, home, tmp_path):
    path = file(tmp_path / "in", "rice.txt", "Rice prices\n\nRice cost 12,000 baht a tonne in May.")
    first = run("add", path)
    assert (first.code, first.error) == (0, "")
    identity = first.out.split()[0]
    assert first.out == f"{identity}  added  Rice prices\n"
    before = stored(home)
    assert run("add", path).out == f"{identity}  unchanged  Rice prices\n"
    assert stored(home) == before
    file(tmp_path / "in", "rice.txt", "Rice prices\n\nRice cost 13,000 baht a tonne in May.")
    changed = run("add", path)
    assert changed.out.split()[1] == "replaced"
    assert identity not in stored(home)
    answer = run("ask", "How much did rice cost a tonne?", "--json").json()
    assert "13,000" in answer["short"]
    removed = run("remove", changed.out.split()[0])
    assert (removed.code, removed.out.split()[1]) == (0, "removed")
    assert len(stored(home)) == 2


QUESTIONS = [
    ("", "The question is empty; type a question"),
    (" \t\n", "The question is empty"),
    ("???", "The question is empty"),
    ("why " * 12_500, "The question has 49,999 characters; shorten it"),
]


@pytest.mark.parametrize(("question", "sentence"), QUESTIONS)
@pytest.mark.parametrize("command", ["ask", "search"])
def test_bad_questions_touch_nothing(run, tmp_path, monkeypatch, command, question, sentence):
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path / "never"))
    failed(run(command, question), sentence)
    assert not (tmp_path / "never").exists()


def test_halves_of_characters_in_a_question(run, home):
    ran = run("ask", "\udcffHow many stalls does the market have?", "--json")
    assert "120" in ran.json()["short"]


def _nothing(folder: Path) -> str:
    return str(folder / "nowhere.txt")


def _binary(folder: Path) -> str:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4)
    return str(folder / "picture.txt")


def _empty(folder: Path) -> str:
    return file(folder, "empty.txt", "")


def _folder(folder: Path) -> str:
    return str(folder)


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (_nothing, "There is no file"),
        (_binary, "picture.txt is not text but binary"),
        (_empty, "empty.txt is empty"),
        (_folder, "is a folder; name the files in it"),
    ],
)
def test_bad_sources_leave_the_store_as_it_was(run, home, tmp_path, bad, sentence):
    before = stored(home)
    failed(run("add", bad(tmp_path)), sentence)
    assert stored(home) == before


def test_a_bad_source_does_not_keep_out_a_good_one(run, home, tmp_path):
    good = file(tmp_path / "in", "rice.txt", "Rice prices\n\nRice cost 12,000 baht a tonne.")
    ran = run("add", _nothing(tmp_path), good)
    assert ran.code == 2
    assert ran.out.split()[1] == "added"
    assert ran.error.count("\n") == 1
    assert len(stored(home)) == 3


@pytest.mark.parametrize("identity", ["0123456789abcdef", "", "'; DROP TABLE documents", "\udcff"])
def test_an_unknown_id(run, home, identity):
    before = stored(home)
    failed(run("remove", identity), "`thamtop list` shows the ids")
    assert stored(home) == before


def test_an_empty_index(run, home):
    for identity in stored(home):
        assert run("remove", identity).code == 0
    assert run("list").out == ""
    assert run("search", "anything", "--json").json() == []
    answer = run("ask", "How many stalls are there?", "--json").json()
    assert answer["abstained"]
    assert answer["answer"] == "There are no sources to search yet; add an article and ask again."
    assert answer["suggestion"] is None
    assert run("ask", "มีกี่แผง").out.startswith("ยังไม่มีแหล่งข้อมูลให้ค้น")


@pytest.mark.parametrize(
    "command", [("ask", "When?"), ("search", "When?"), ("list",), ("remove", "x"), ("add", "x.txt")]
)
@pytest.mark.parametrize("below", ["", "sub/sub"])
def test_a_data_folder_under_a_file(run, tmp_path, monkeypatch, command, below):
    (tmp_path / "file").write_text("kept")
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path / "file" / below))
    failed(run(*command), "set THAMTOP_HOME to a folder you can write to")
    assert (tmp_path / "file").read_text() == "kept"


def test_a_database_that_is_none(run, tmp_path, monkeypatch):
    file(tmp_path, "thamtop.sqlite3", "This is a letter, not a database. " * 40)
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path))
    failed(run("list"), "is no database of Thamtop")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("THAMTOP_FETCH_TIMEOUT_S", "soon", "The setting THAMTOP_FETCH_TIMEOUT_S cannot be used"),
        ("THAMTOP_MAX_SOURCE_MB", "-1", "The setting THAMTOP_MAX_SOURCE_MB cannot be used"),
    ],
)
def test_bad_settings(run, home, monkeypatch, name, value, sentence):
    monkeypatch.setenv(name, value)
    failed(run("list"), sentence)


@pytest.mark.parametrize(
    "arguments", [("ask",), ("frobnicate",), ("list", "--xml"), ("search", "x", "--limit", "0")]
)
def test_wrong_use_is_explained(run, home, arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "Usage: thamtop" in ran.error
    assert "Traceback" not in ran.error


def test_a_full_disk_is_one_sentence(home):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    with full.open("w") as nowhere:
        ran = subprocess.run(
            [sys.executable, "-m", "assistant.cli", "list"],
            env={**os.environ, "THAMTOP_HOME": str(home)},
            stdout=nowhere, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    failed(Ran(ran.returncode, "", ran.stderr), "No space left on device")
