"""Conversations are kept whole, by several at once, and end in a sentence where they cannot be."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import (
    Answer,
    Citation,
    Claim,
    Conversation,
    Conversations,
    Exchange,
    Feedback,
    Standing,
    noted,
    standings,
)
from index import Hit, Index, Passage
from sources import Document, StoreError, UnknownConversation

ROOT = Path(__file__).parents[2]
FILE = "conversations.sqlite3"
AT = "2026-11-29T14:43:00+00:00"
FERRY = "The ferry to Ko Chan leaves at seven.\n\nIt carries forty cars."
FERRY_LATER = "The ferry to Ko Chan leaves at eight.\n\nIt carries forty cars."
WRITER = """
import sys
from pathlib import Path
from assistant import Conversations, Exchange

kept, name, count = Conversations(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
told = Exchange(f"{name} 0", problem="x" * 20_000, at="2026-11-29T14:43:00+00:00")
begun = kept.start(told)
print(begun.id, flush=True)
for n in range(1, count):
    kept.append(begun.id, Exchange(f"{name} {n}", problem="y" * 20_000, at=told.at))
    print(n, flush=True)
"""


def ferry(text: str = FERRY, location: str = "ferry.txt") -> Document:
    return Document.create(title="The ferry", text=text, origin="A note", location=location)


def answer(document: Document, question: str = "When does the ferry leave?") -> Answer:
    citation = Citation(document.id, document.title, 0, 37, document.text[:37])
    return Answer(
        question,
        "en",
        "at seven",
        "seven",
        False,
        0.75,
        (Claim(citation.quote, (citation,)),),
        span="seven",
        standalone="When does the ferry to Ko Chan leave?",
        timings_ms={"total": 12.5},
        note="Answered without the chat model.",
        answerer="ollama:llama3.2",
    )


def refused(document: Document) -> Answer:
    passage = Passage(4, document.id, 39, 61, document.text[39:], ((39, 61),), ((0, 22),))
    hits = (Hit(passage, 0.4, {"words": 0.4}, document.title, "en"),) * 3
    question = "How fast is it?"
    return Answer(question, "en", "Not told.", "", True, 0.1, passages=hits, suggestion="When?")


def asked(question: str) -> Exchange:
    return Exchange(question, at=AT)


def damaged(home: Path, change: str, *values: object) -> Conversations:
    """Keep a conversation, then change the file behind its back."""
    kept = Conversations(home)
    kept.start(asked("When?"))
    connection = sqlite3.connect(home / FILE)
    with connection:
        connection.execute(change, values)
    connection.close()
    return kept


def test_a_conversation_comes_back_as_it_was(tmp_path: Path, index: Index) -> None:
    index.add(ferry())
    first = noted(Exchange("When does the ferry leave?", answer(ferry())), index)
    claim = answer(ferry()).claims[0]
    rest = [
        noted(Exchange("How fast is it?", refused(ferry())), index),
        noted(Exchange("ราคาเท่าไร \udc80", problem="ดิสก์เต็ม"), index),
        noted(Exchange("And then?", stopped=True, verified=(claim,)), index),
    ]
    begun = Conversations(tmp_path).start(first)
    turns = [*begun.turns, *(Conversations(tmp_path).append(begun.id, told) for told in rest)]
    turns[2] = replace(turns[2], question="ราคาเท่าไร \ufffd")  # half a character is none
    loaded = Conversations(tmp_path).load(begun.id)
    assert loaded == Conversation(begun.id, begun.begun_at, tuple(turns))
    (source,) = loaded.turns[0].sources
    assert (source.title, source.origin, source.location) == ("The ferry", "A note", "ferry.txt")
    assert loaded.turns[0].answer == answer(ferry())
    refusal = loaded.turns[1].answer
    assert refusal and [hit.passage.text for hit in refusal.passages] == ["It carries forty cars."]
    assert [told.number for told in loaded.turns] == sorted({told.number for told in turns})


def test_the_newest_conversation_is_listed_first(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    assert kept.list() == [] and list(tmp_path.iterdir()) == []
    one, two = kept.start(asked("เรือออกกี่โมง")), kept.start(asked("Who?"))
    kept.append(one.id, asked("And why?"))
    told = [(summary.id, summary.title, summary.turns) for summary in kept.list()]
    assert told == [(two.id, "Who?", 1), (one.id, "เรือออกกี่โมง", 2)]
    assert [summary.begun_at for summary in kept.list(1)] == [two.begun_at]


def test_a_question_asked_again_takes_its_own_place(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    begun = kept.start(asked("When?"))
    last = kept.append(begun.id, asked("Why?"))
    kept.replace(begun.id, replace(last, problem="Too long."))
    assert [told.problem for told in kept.load(begun.id).turns] == ["", "Too long."]
    other = kept.start(asked("Who?"))
    with pytest.raises(UnknownConversation):
        kept.replace(other.id, last)
    assert [told.problem for told in kept.load(begun.id).turns] == ["", "Too long."]


def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    begun = kept.start(asked("A question about the secret harbour"))
    other = kept.start(asked("Who?"))
    kept.delete(begun.id)
    assert [summary.id for summary in kept.list()] == [other.id]
    assert b"secret harbour" not in (tmp_path / FILE).read_bytes()
    for act in (kept.load, kept.delete):
        with pytest.raises(UnknownConversation, match=begun.id):
            act(begun.id)
    with pytest.raises(UnknownConversation):
        kept.append(begun.id, asked("Still there?"))
    assert kept.delete_all() == 1 and kept.list() == [] and kept.delete_all() == 0


def test_where_nothing_was_kept_there_is_nothing_to_find(tmp_path: Path) -> None:
    kept = Conversations(tmp_path / "home")
    for act in (kept.load, kept.delete):
        with pytest.raises(UnknownConversation, match=r"conversation abc;"):
            act("abc")
    assert kept.delete_all() == 0
    assert not (tmp_path / "home").exists()


def test_a_removed_and_a_changed_source_are_told(tmp_path: Path, index: Index) -> None:
    elsewhere = Document.create(title="The pier", text=FERRY, origin="pier.txt")
    for document in (ferry(), elsewhere):
        index.add(document)
    told = [noted(Exchange("When?", answer(document)), index) for document in (ferry(), elsewhere)]
    told.append(noted(Exchange("How fast?", refused(ferry())), index))
    begun = Conversations(tmp_path).start(told[0])
    for each in told[1:]:
        Conversations(tmp_path).append(begun.id, each)

    def states() -> list[Standing]:
        turns = Conversations(tmp_path).load(begun.id).turns
        return [standing for told in turns for standing in standings(told, index).values()]

    assert states() == [Standing("current")] * 3
    assert index.add(ferry(FERRY_LATER)).status == "replaced"
    index.remove(elsewhere.id)
    newer = Standing("changed", ferry(FERRY_LATER).id)
    assert states() == [newer, Standing("removed"), newer]
    index.add(ferry())  # the old version again
    index.add(Document.create(title="The pier", text=FERRY, origin="moved.txt"))
    assert states() == [Standing("current")] * 3
    index.remove(ferry().id)
    assert states() == [Standing("removed"), Standing("current"), Standing("removed")]


def test_a_source_that_went_while_it_was_asked_about_is_removed(index: Index) -> None:
    told = noted(Exchange("When?", answer(ferry())), index)
    assert told.sources == ()
    assert standings(told, index) == {ferry().id: Standing("removed")}


def write(home: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(home), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    writers = [write(tmp_path, name, 25) for name in ("one", "two")]
    ids = [writer.communicate(timeout=120)[0].split()[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    for name, conversation_id in zip(("one", "two"), ids, strict=True):
        turns = Conversations(tmp_path).load(conversation_id).turns
        assert [told.question for told in turns] == [f"{name} {n}" for n in range(25)]


def test_a_killed_process_leaves_nothing_half_written(tmp_path: Path) -> None:
    writer = write(tmp_path, "one", 100_000)
    assert writer.stdout
    said = [writer.stdout.readline().strip() for _ in range(6)]
    writer.send_signal(signal.SIGKILL)
    said += writer.stdout.read().split()
    writer.stdout.close()
    assert writer.wait(60) == -signal.SIGKILL
    turns = Conversations(tmp_path).load(said[0]).turns
    assert len(said) <= len(turns) <= len(said) + 1
    assert [told.question for told in turns] == [f"one {n}" for n in range(len(turns))]
    assert {len(told.problem) for told in turns} == {20_000}
    Conversations(tmp_path).append(said[0], asked("And on?"))
    assert Conversations(tmp_path).load(said[0]).turns[-1].question == "And on?"


@pytest.mark.parametrize(
    ("change", "values"),
    [
        ("UPDATE exchanges SET told = ?", ("{",)),
        ("UPDATE exchanges SET told = ?", ('{"question": "x", "answer": 7, "at": ""}',)),
        ("UPDATE exchanges SET told = ?", (b"\xff\x00",)),
        ("UPDATE exchanges SET told = CAST(? AS TEXT)", (b"\xff\xfe",)),
        ("UPDATE exchanges SET told = json_set(told, '$.at', ?)", ("yesterday",)),
        ("UPDATE conversations SET begun_at = ?", ("2026-11-29",)),
    ],
)
def test_a_damaged_conversation_is_said_to_be(
    tmp_path: Path, change: str, values: tuple[object, ...]
) -> None:
    kept = damaged(tmp_path, change, *values)
    (conversation_id,) = ids(tmp_path)
    with pytest.raises(StoreError, match="damaged") as told:
        kept.load(conversation_id)
    assert FILE in str(told.value) and "เสียหาย" in told.value.sentence("th")
    assert kept.start(asked("Who?")).id  # the others go on
    kept.delete(conversation_id)
    assert len(kept.list()) == 1


def ids(home: Path) -> list[str]:
    connection = sqlite3.connect(home / FILE)
    rows = connection.execute("SELECT id FROM conversations").fetchall()
    connection.close()
    return [row[0] for row in rows]


def of_another_version(path: Path) -> None:
    Conversations(path.parent).start(asked("When?"))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def of_another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (id)")
    connection.close()


def torn(path: Path) -> None:
    Conversations(path.parent).start(Exchange("When?", problem="x" * 100_000, at=AT))
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x00" * (len(content) - 4096))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.write_bytes(b"no database" * 500), "is damaged"),
        (torn, "is damaged"),
        (of_another_version, "another version"),
        (of_another_program, "not one of Thamtop's"),
        (lambda path: path.mkdir(), "cannot be used"),
    ],
    ids=["text", "torn", "version", "foreign", "folder"],
)
def test_a_file_that_cannot_be_used_is_said_to_be(
    tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / FILE
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    kept = Conversations(tmp_path)
    for act in (kept.list, lambda: kept.start(asked("Who?")), kept.delete_all):
        with pytest.raises(StoreError, match=said) as told:
            act()
        assert str(path) in str(told.value) and str(path) in told.value.sentence("th")
        assert not isinstance(told.value, UnknownConversation)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_ratings_from_before_versions_were_counted_are_kept(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "feedback.sqlite3")
    with connection:
        connection.execute(
            "CREATE TABLE feedback (id INTEGER PRIMARY KEY, asked TEXT NOT NULL, "
            "answer TEXT NOT NULL, good INTEGER NOT NULL, rated_at TEXT NOT NULL)"
        )
        row = ("When?", json.dumps({"answer": "seven"}), 1, AT)
        connection.execute("INSERT INTO feedback VALUES (1, ?, ?, ?, ?)", row)
    connection.close()
    feedback = Feedback(tmp_path)
    feedback.rate(answer(ferry()), good=False)
    assert [(rating.question, rating.good) for rating in feedback.ratings()] == [
        ("When?", True),
        ("When does the ferry leave?", False),
    ]
