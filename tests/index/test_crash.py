"""A process killed in the middle of its work leaves a database that the next one can use."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index import Index
from index.database import Database
from sources import Settings
from tests.fakes import FakeEncoder

ROOT = Path(__file__).parents[2]
WRITER = """
import sys, time
from pathlib import Path
from index import Index
from sources import Document, Settings
from tests.fakes import FakeEncoder

home, work = Path(sys.argv[1]), sys.argv[2]

class Slow(FakeEncoder):
    def encode_document(self, texts):
        time.sleep(0.02)
        return super().encode_document(texts)

with Index.open(Settings(home=home), Slow()) as index:
    print("open", flush=True)
    for n in range(60 if work == "embed" else 10**6):
        text = "\\n\\n".join(f"Report {n}, part {part}. " + f"Rain fell on the hills of {n}. " * 8
                             for part in range(6))
        index.add(Document.create(title=f"Report {n}", text=text, origin=f"report {n}"))
        if work == "add":
            print("added", flush=True)
    index.embed_pending(lambda done, total: print(done, flush=True))
"""


def kill_after(home: Path, work: str, lines: int) -> list[str]:
    """Start a writer, read some of its lines, kill it without warning; return the lines."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(home), work],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(lines)]
    process.send_signal(signal.SIGKILL)
    said += process.stdout.read().split()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return said


def check_whole(settings: Settings) -> None:
    database = Database(settings.database)
    ask = database.connection.execute
    assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ask("PRAGMA foreign_key_check").fetchall() == []
    without_words = (
        "SELECT COUNT(*) FROM passages WHERE id NOT IN (SELECT passage_id FROM postings)"
    )
    assert ask(without_words).fetchone() == (0,)
    database.close()


@pytest.mark.slow
def test_killed_while_adding(settings: Settings) -> None:
    said = kill_after(settings.home, "add", 6)
    check_whole(settings)
    with Index.open(settings, FakeEncoder()) as index:
        entries = index.entries()
        # What it said it had added is there, and at most one more that it did not come to say.
        assert said.count("added") <= len(entries) <= said.count("added") + 1
        assert {entry.passages for entry in entries} == {6}
        hits = index.search("rain on the hills", 100)
        assert {hit.title for hit in hits} == {entry.title for entry in entries}


@pytest.mark.slow
def test_killed_while_embedding_and_read_meanwhile(settings: Settings) -> None:
    seen: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not settings.database.exists() and not stop.wait(0.01):
            pass
        with Index.open(settings, FakeEncoder()) as index:
            while not stop.wait(0.005):
                seen.append(sum(entry.embedded for entry in index.entries()))
                index.search("rain on the hills")

    reader = threading.Thread(target=read)
    reader.start()
    said = kill_after(settings.home, "embed", 6)
    stop.set()
    reader.join()
    assert seen == sorted(seen), "a reader saw vectors disappear"
    check_whole(settings)
    done = int(said[-1])
    batch = 2 * (done - int(said[-2]))  # at most: written, but killed before it was said
    encoder = FakeEncoder()
    with Index.open(settings, encoder) as index:
        texts = sum(len(index.passages(e.id)) for e in index.entries())
        left = index.pending()
        assert texts - done - batch <= left <= texts - done
        assert index.embed_pending() == left == sum(encoder.encoded.values())
        assert max(encoder.encoded.values()) == 1 and index.pending() == 0
        assert len(index.search("Report 59", 1)) == 1
