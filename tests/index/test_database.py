import os
import re
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index import Index
from index.database import SCHEMA_VERSION, Database
from sources import Document, Settings, StoreError
from tests.fakes import FakeEncoder


def in_threads(count: int, work: Callable[[int], object]) -> list[BaseException]:
    """Do something in several threads at once; return what went wrong."""
    errors: list[BaseException] = []
    together = threading.Barrier(count)

    def run(number: int) -> None:
        try:
            together.wait(20)
            work(number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_the_folder_is_made(settings: Settings) -> None:
    Database(settings.database).close()
    assert settings.database.exists()


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for home in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StoreError, match=r"data folder .* cannot be used .* THAMTOP_HOME"):
            Index.open(Settings(home=home), FakeEncoder())
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_folder_in_place_of_the_file(settings: Settings) -> None:
    settings.database.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"cannot be used .* THAMTOP_HOME"):
        Index.open(settings, FakeEncoder())


def test_a_file_that_is_no_database(settings: Settings) -> None:
    settings.home.mkdir()
    content = b"dear diary, " * 200
    settings.database.write_bytes(content)
    with pytest.raises(StoreError, match=r"is no database of Thamtop .*move it away"):
        Index.open(settings, FakeEncoder())
    assert settings.database.read_bytes() == content


def test_a_database_of_another_program(settings: Settings) -> None:
    settings.home.mkdir()
    other = sqlite3.connect(settings.database)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = settings.database.read_bytes()
    with pytest.raises(StoreError, match="is no database of Thamtop"):
        Index.open(settings, FakeEncoder())
    assert settings.database.read_bytes() == before


def test_another_schema_version(settings: Settings) -> None:
    Index.open(settings, FakeEncoder()).close()
    connection = sqlite3.connect(settings.database)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(StoreError, match=f"another version .*schema {SCHEMA_VERSION + 1}"):
        Index.open(settings, FakeEncoder())


def test_an_older_schema_is_taken_over(settings: Settings, corpus: dict[str, Document]) -> None:
    with Index.open(settings, FakeEncoder()) as index:
        for document in corpus.values():
            index.add(document)
        index.embed_pending()
        question = "For how long may a violin be borrowed?"
        before = [(hit.passage.text, round(hit.score, 5)) for hit in index.search(question)]
    connection = sqlite3.connect(settings.database)
    connection.execute("ALTER TABLE passages DROP COLUMN language")
    connection.execute("PRAGMA user_version = 2")
    connection.close()

    def opened(_: int) -> None:
        Index.open(settings, FakeEncoder()).close()

    assert in_threads(3, opened) == []
    with Index.open(settings, FakeEncoder()) as index:
        assert index.pending() == 0, "vectors were lost"
        after = [(hit.passage.text, round(hit.score, 5)) for hit in index.search(question)]
        assert after == before
        languages = {index.document(e.id).title: e.language for e in index.entries()}
        assert languages == {document.title: document.language for document in corpus.values()}


def test_a_file_cut_short(settings: Settings, corpus: dict[str, Document]) -> None:
    with Index.open(settings, FakeEncoder()) as index:
        for document in corpus.values():
            index.add(document)
    whole = settings.database.read_bytes()
    settings.database.write_bytes(whole[:50])
    with pytest.raises(StoreError):
        Index.open(settings, FakeEncoder())


def test_several_open_an_empty_folder_at_once(settings: Settings) -> None:
    def opened(_: int) -> None:
        Index.open(settings, FakeEncoder()).close()

    assert in_threads(8, opened) == []


def test_readers_do_not_wait_for_a_writer(index: Index, corpus: dict[str, Document]) -> None:
    index.add(corpus["library_en"])
    seen: list[int] = []
    database = index._store.database
    with database.writing() as write:
        write.execute("DELETE FROM documents")
        reader = threading.Thread(target=lambda: seen.append(len(index.entries())))
        reader.start()
        reader.join(5)
        assert seen == [1], "the reader waited, or saw half of a write"
    assert index.entries() == []


def test_a_writer_does_not_wait_for_a_reader(
    index: Index, settings: Settings, corpus: dict[str, Document]
) -> None:
    index.add(corpus["library_en"])
    count = "SELECT COUNT(*) FROM documents"
    reader = sqlite3.connect(settings.database, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute(count).fetchone() == (1,)
    writer = threading.Thread(target=index.remove, args=(corpus["library_en"].id,))
    writer.start()
    writer.join(5)
    assert not writer.is_alive() and index.entries() == []
    assert reader.execute(count).fetchone() == (1,), "the reader saw another state half-way"
    reader.execute("COMMIT")
    assert reader.execute(count).fetchone() == (0,)
    reader.close()


def test_threads_add_the_same_document_at_once(index: Index, corpus: dict[str, Document]) -> None:
    statuses: list[str] = []
    errors = in_threads(4, lambda _: statuses.append(index.add(corpus["market_th"]).status))
    assert errors == []
    assert sorted(statuses) == ["added", "unchanged", "unchanged", "unchanged"]
    assert len(index.entries()) == 1


def test_threads_add_versions_of_one_file_at_once(index: Index) -> None:
    def add(number: int) -> None:
        text = f"Version {number} of the timetable."
        index.add(Document.create(title="Timetable", text=text, origin="timetable.txt"))

    assert in_threads(4, add) == []
    assert len(index.entries()) == 1


def test_threads_add_and_search_together(index: Index, encoder: FakeEncoder) -> None:
    def add_or_search(number: int) -> None:
        for step in range(5):
            if number % 2:
                text = f"Ship {number} left harbour {step} with salt and rice."
                index.add(Document.create(title=f"{number} {step}", text=text, origin=text))
                index.embed_pending()
            else:
                for hit in index.search("Which ship carried rice?"):
                    document = index.document(hit.passage.document_id)
                    assert hit.passage.text == document.text

    assert in_threads(4, add_or_search) == []
    assert len(index.search("Which ship carried rice?", 50)) == 10
    assert index.pending() == 0 and set(encoder.encoded.values()) == {1}


def test_ended_threads_leave_no_connection_behind(
    index: Index, corpus: dict[str, Document]
) -> None:
    index.add(corpus["library_en"])

    def handles() -> int:
        return len(os.listdir("/proc/self/fd"))

    assert in_threads(1, lambda _: index.entries()) == []
    before = handles()
    for _ in range(20):
        assert in_threads(1, lambda _: index.entries()) == []
    assert handles() <= before


def test_closing_lets_go_of_the_file(settings: Settings) -> None:
    index = Index.open(settings, FakeEncoder())
    in_threads(3, lambda _: index.entries())
    index.close()
    open_files = [os.path.realpath(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")]
    assert str(settings.database) not in open_files


def test_a_file_damaged_while_open_is_one_sentence(
    settings: Settings, corpus: dict[str, Document]
) -> None:
    with Index.open(settings, FakeEncoder()) as index:
        for document in corpus.values():
            index.add(document)
        index._store.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = settings.database.stat().st_size
        settings.database.write_bytes(b"\x07" * size)
        # Each in a thread of its own, whose connection has not read anything yet.
        errors = in_threads(1, lambda _: index.search("library"))
        errors += in_threads(1, lambda _: index.remove(corpus["library_en"].id))
        assert [type(error) for error in errors] == [StoreError, StoreError]
        for error in errors:
            assert re.search(r"is damaged .*THAMTOP_HOME to an empty folder", str(error))


def test_an_error_while_reading_is_one_sentence(settings: Settings) -> None:
    database = Database(settings.database)
    other = sqlite3.connect(settings.database)
    other.execute("DROP TABLE meta")
    other.close()
    with pytest.raises(StoreError, match=r"could not be read \(no such table: meta\)"):
        database.generation()
    database.close()
