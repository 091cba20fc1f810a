import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from index import Added, Index
from index.chunk import chunk
from index.database import Database
from index.store import Indexed, Store
from index.vectors import VectorTable
from sources import Document, Settings, StoreError, UnknownDocument
from tests.fakes import FakeEncoder

Corpus = dict[str, Document]


def rows(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that the database holds, read by a connection of its own."""
    tables = ("meta", "documents", "passages", "windows", "vectors", "postings")
    connection = sqlite3.connect(settings.database)
    try:
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    finally:
        connection.close()


def found(index: Index, question: str) -> list[str]:
    return [hit.passage.document_id for hit in index.search(question)]


def test_a_document_comes_back_as_it_was(index: Index) -> None:
    document = Document.create(
        title="ข่าว",
        text="น้ำท่วม\u200b\n\nวันที่ ๘ กันยายน",
        origin="a letter",
        published=date(2020, 9, 8),
        edition="flood",
        location="/letters/1.txt",
    )
    index.add(document)
    assert index.document(document.id) == document


def test_passages_come_back_with_all_their_spans(index: Index) -> None:
    text = "Clerk Ann counted the coins twice, then locked the chest. " * 30
    document = Document.create(title="Coins", text=text.strip(), origin="x")
    index.add(document)
    stored = index.passages(document.id)
    made = chunk(document)
    assert [replace(passage, id=0) for passage in stored] == made
    assert made[0].windows and made[0].sentences
    assert len({passage.id for passage in stored}) == len(stored)


@pytest.mark.parametrize("text", ["rain\0fell here", "ฝน\0ตก", "👍🏽 rain"])
def test_offsets_hold_whatever_the_characters(
    index: Index, encoder: FakeEncoder, text: str
) -> None:
    document = Document.create(title="t", text=text, origin="x", language="en")
    index.add(document)
    (passage,) = index.passages(document.id)
    assert passage.text == text[passage.start : passage.end] == text
    index.embed_pending()
    assert encoder.encoded == {text: 1}


def test_entries_tell_what_is_there(index: Index, corpus: Corpus) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    index.add(corpus["market_th"])
    (entry,) = index.entries()
    document = corpus["market_th"]
    assert (entry.id, entry.title, entry.language) == (document.id, document.title, "th")
    assert (entry.origin, entry.edition, entry.published) == ("market_th", "market", None)
    assert entry.passages == len(index.passages(document.id)) > 0
    assert entry.embedded == 0
    assert before <= entry.added_at <= datetime.now(UTC)
    index.embed_pending()
    assert index.entries()[0].embedded == entry.passages


def test_adding_the_same_content_twice_changes_nothing(
    index: Index, settings: Settings, corpus: Corpus
) -> None:
    document = corpus["market_th"]
    first = index.add(document)
    index.embed_pending()
    before = rows(settings)
    assert index.add(document) == Added(document.id, "unchanged", first.passages)
    assert rows(settings) == before
    copy = replace(document, origin="another file", location="another file")
    assert index.add(copy).status == "unchanged"
    assert rows(settings) == before


def test_a_changed_file_replaces_its_old_version(
    index: Index, settings: Settings, corpus: Corpus
) -> None:
    old = corpus["library_en"]
    index.add(old)
    index.embed_pending()
    new = Document.create(title=old.title, text="Only trumpets are lent now.", origin=old.origin)
    generation = index.generation()
    assert index.add(new) == Added(new.id, "replaced", 1)
    assert index.generation() == generation + 1, "it took more than one transaction"
    assert [entry.id for entry in index.entries()] == [new.id]
    assert found(index, "trumpets") == [new.id] and found(index, "pupils") == []
    assert rows(settings)["vectors"] == [], "vectors of the old version were kept"
    with pytest.raises(UnknownDocument):
        index.document(old.id)


def test_a_file_changed_back_to_known_content_drops_its_later_version(
    index: Index, corpus: Corpus
) -> None:
    known = corpus["library_en"]
    index.add(known)
    later = Document.create(title="Later", text="Trumpets only.", origin="b", location="b.txt")
    index.add(later)
    assert index.add(replace(known, location="b.txt")).status == "unchanged"
    assert [entry.id for entry in index.entries()] == [known.id]


def test_two_editions_of_one_article_stand_side_by_side(index: Index, corpus: Corpus) -> None:
    statuses = [index.add(document).status for document in corpus.values()]
    assert statuses == ["added"] * 4
    assert {entry.id for entry in index.entries()} == {doc.id for doc in corpus.values()}


def test_the_twin_is_the_same_paragraph_in_the_other_edition(index: Index, corpus: Corpus) -> None:
    for document in corpus.values():
        index.add(document)
    thai, english = corpus["market_th"], corpus["market_en"]
    start = thai.text.index("๔๕,๐๐๐")
    twin = index.twin(thai.id, start, start + 6)
    assert twin is not None
    assert (twin.document_id, twin.language) == (english.id, "en")
    assert twin.text == english.text[twin.start : twin.end] == english.text.split("\n\n")[1]
    back = index.twin(english.id, 4, 30)
    assert back is not None and back.text == thai.text.split("\n\n")[0]
    assert index.twin(corpus["library_en"].id, 0, 5) is None
    assert index.twin(thai.id, 10**6, 10**6 + 1) is None


def test_a_failure_in_the_middle_of_an_add_leaves_the_store_as_it_was(
    index: Index, settings: Settings, corpus: Corpus
) -> None:
    old = corpus["library_en"]
    index.add(old)
    index.embed_pending()
    before = rows(settings)
    new = Document.create(title="New", text="Harps.\n\n" + "Lutes. " * 300, origin=old.origin)
    passages = [Indexed(passage, {"en": {"harp": 1.0}}, "") for passage in chunk(new)]
    assert len(passages) > 1
    broken = replace(passages[-1], fields={"en": {"lute": object()}})  # type: ignore[dict-item]
    store = Store(Database(settings.database))
    with pytest.raises(TypeError):
        store.add(new, [*passages[:-1], broken])
    assert rows(settings) == before
    assert found(index, "violin") == [old.id]
    assert store.add(new, passages) == "replaced"
    store.database.close()


def test_removing_takes_everything_along(index: Index, settings: Settings, corpus: Corpus) -> None:
    for document in corpus.values():
        index.add(document)
    index.embed_pending()
    for document in corpus.values():
        index.remove(document.id)
    left = rows(settings)
    assert {table for table, held in left.items() if held} == {"meta"}
    assert found(index, "floating market") == [] and index.pending() == 0


def test_removing_leaves_what_another_document_shares(index: Index, encoder: FakeEncoder) -> None:
    shared = "The same paragraph stands in both letters, word for word, long enough to stay alone. "
    one = Document.create(title="One", text=shared * 3, origin="1")
    two = Document.create(title="Two", text=shared * 3, origin="2")
    index.add(one)
    index.add(two)
    index.embed_pending()
    assert max(encoder.encoded.values()) == 1
    index.remove(one.id)
    assert index.pending() == 0
    assert found(index, "same paragraph") == [two.id]


@pytest.mark.parametrize("call", ["remove", "document"])
def test_an_unknown_id_is_named(index: Index, call: str) -> None:
    with pytest.raises(UnknownDocument, match=r"no document nowhere; `thamtop list`"):
        getattr(index, call)("nowhere")


def test_passages_of_an_unknown_document_are_none(index: Index) -> None:
    assert index.passages("nowhere") == []


def test_numbers_of_passages_are_never_used_again(index: Index, corpus: Corpus) -> None:
    index.add(corpus["library_en"])
    before = {passage.id for passage in index.passages(corpus["library_en"].id)}
    index.remove(corpus["library_en"].id)
    index.add(corpus["market_en"])
    after = {passage.id for passage in index.passages(corpus["market_en"].id)}
    assert not before & after


def test_vectors_are_kept_by_content(index: Index, encoder: FakeEncoder) -> None:
    fixed = "The old bridge was closed to carts in May while masons mended its two arches. " * 3
    old = Document.create(title="B", text=f"{fixed}\n\n{'It opens soon. ' * 20}", origin="b")
    new = Document.create(title="B", text=f"{fixed}\n\n{'It opened today. ' * 20}", origin="b")
    index.add(old)
    index.embed_pending()
    encoder.encoded.clear()
    index.add(new)
    index.embed_pending()
    assert encoder.encoded and all("opened today" in text for text in encoder.encoded)
    assert "opens soon" not in "".join(encoder.encoded)
    assert max(encoder.encoded.values()) == 1


def test_another_title_alone_encodes_nothing_anew(
    index: Index, encoder: FakeEncoder, corpus: Corpus
) -> None:
    old = corpus["market_en"]
    index.add(old)
    index.embed_pending()
    encoder.encoded.clear()
    index.add(Document.create(title="Retitled", text=old.text, origin=old.origin))
    assert index.embed_pending() == 0 and not encoder.encoded
    assert found(index, "Retitled")


def test_more_ids_than_one_statement_can_bind(index: Index) -> None:
    text = "\n\n".join(
        f"Day {n}. " + "The log tells of wind and of nothing else. " * 4 for n in range(700)
    )
    document = Document.create(title="Log", text=text, origin="log")
    assert index.add(document).passages == 700
    assert [passage.start for passage in index.passages(document.id)] == sorted(
        passage.start for passage in index.passages(document.id)
    )
    assert len(index.passages(document.id)) == 700


def test_vectors_given_for_texts_that_are_gone_are_not_kept(
    index: Index, settings: Settings, encoder: FakeEncoder, corpus: Corpus
) -> None:
    index.add(corpus["library_en"])
    database = Database(settings.database)
    table = VectorTable(database)
    pending = table.pending(8)
    index.remove(corpus["library_en"].id)
    table.put("fake", [key for key, _ in pending], encoder.encode_document([t for _, t in pending]))
    database.close()
    assert rows(settings)["vectors"] == []


def test_an_error_of_the_database_is_one_sentence(settings: Settings) -> None:
    database = Database(settings.database)
    with pytest.raises(StoreError, match="nothing was changed"), database.writing() as write:
        write.execute("INSERT INTO meta VALUES ('a', '1')")
        write.execute("INSERT INTO nowhere VALUES (1)")
    assert database.meta("a") is None
    database.close()
