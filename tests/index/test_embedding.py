import threading
import time
from collections.abc import Callable

import pytest

from index import Index
from sources import Document, EncoderMismatch, Settings
from tests.fakes import FakeEncoder

Corpus = dict[str, Document]


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.005)


def ids(index: Index, question: str) -> list[str]:
    return [hit.passage.document_id for hit in index.search(question)]


def letters(count: int, name: str = "letter") -> list[Document]:
    text = "Dear friend, the harvest of field {n} was good and the barn is full of barley. "
    return [
        Document.create(title=f"{name} {n}", text=text.format(n=n) + name, origin=f"{name} {n}")
        for n in range(count)
    ]


def test_words_are_searchable_before_any_vector_exists(
    index: Index, encoder: FakeEncoder, corpus: Corpus
) -> None:
    for document in corpus.values():
        index.add(document)
    assert index.pending() > 0 and not encoder.encoded
    (first, *_) = index.search("Who lends a violin?")
    assert first.passage.document_id == corpus["library_en"].id
    assert first.legs["words"] > 0 and first.legs["dense"] == 0.0
    assert ids(index, "เต่าทะเลวางไข่กี่ฟอง")[0] == corpus["turtles_th"].id


def test_vectors_that_are_there_are_used_while_others_wait(
    index: Index, encoder: FakeEncoder
) -> None:
    first, second = letters(1)[0], letters(1, "postcard")[0]
    index.add(first)
    index.embed_pending()
    index.add(second)
    hits = {hit.passage.document_id: hit for hit in index.search("harvest of barley")}
    assert set(hits) == {first.id, second.id}
    dense = hits[first.id].legs["dense"]
    assert dense == pytest.approx(
        float(encoder.encode_query("harvest of barley") @ encoder._vector(first.text)), abs=1e-6
    )
    # One without a vector counts as the farthest that has one.
    assert hits[second.id].legs["dense"] == pytest.approx(dense)


def test_progress_counts_up_to_the_total(index: Index) -> None:
    for document in letters(20):
        index.add(document)
    seen: list[tuple[int, int]] = []
    assert index.embed_pending(lambda done, total: seen.append((done, total))) == 20
    # A batch that took no time is doubled.
    assert seen == [(8, 20), (20, 20)]
    assert index.embed_pending() == 0 and index.pending() == 0


def test_the_same_words_are_encoded_once(index: Index, encoder: FakeEncoder) -> None:
    paragraph = "The bell of the old school is rung at eight, at noon and at four. "
    for n in range(30):
        index.add(Document.create(title=f"Copy {n}", text=paragraph, origin=f"copy {n}"))
    assert index.embed_pending() == 1
    assert encoder.encoded == {paragraph.strip(): 1}
    assert len(index.search("When is the bell rung?", 50)) == 30


def test_windows_have_vectors_of_their_own(index: Index, encoder: FakeEncoder) -> None:
    text = " ".join(
        f"Clerk {n} counted coins, then locked the chest of room {n}." for n in range(14)
    )
    document = Document.create(title="Clerks", text=text, origin="clerks")
    index.add(document)
    (passage,) = index.passages(document.id)
    assert index.pending() == 1 + len(passage.windows) > 3
    index.embed_pending()
    (hit,) = index.search("Clerk 9 chest of room 9")
    vector = encoder.encode_query("Clerk 9 chest of room 9")
    best = max(float(encoder._vector(text[a:b]) @ vector) for a, b in passage.windows)
    assert hit.legs["windows"] == pytest.approx(best, abs=1e-6)
    assert hit.legs["windows"] > hit.legs["dense"]


def test_embedding_in_the_background(index: Index, encoder: FakeEncoder) -> None:
    encoder.gate.clear()
    for document in letters(10):
        index.add(document)
    index.start_embedding()
    assert encoder.entered.wait(20)
    assert len(index.search("harvest of barley")) == 10, "searching waits for the encoder"
    assert index.pending() == 10
    encoder.gate.set()
    until(lambda: index.pending() == 0)
    assert index.encoder_trouble is None


def test_what_is_added_while_it_runs_is_embedded_too(index: Index, encoder: FakeEncoder) -> None:
    for document in letters(40):
        index.add(document)
        index.start_embedding()
    until(lambda: index.pending() == 0)
    assert max(encoder.encoded.values()) == 1


def test_a_failure_in_the_background_is_told_and_can_be_retried(
    index: Index, encoder: FakeEncoder
) -> None:
    encoder.failing = True
    index.add(letters(1)[0])
    index.start_embedding()
    until(lambda: index.encoder_trouble is not None)
    assert "by their words only" in str(index.encoder_trouble)
    assert "out of memory" in str(index.encoder_trouble)
    assert len(index.search("harvest of barley")) == 1
    encoder.failing = False
    index.start_embedding()
    until(lambda: index.pending() == 0)
    until(lambda: index.encoder_trouble is None)


def test_a_failure_keeps_the_batches_before_it(index: Index, encoder: FakeEncoder) -> None:
    for document in letters(20):
        index.add(document)

    def fail_after_the_first(done: int, total: int) -> None:
        encoder.failing = True

    with pytest.raises(RuntimeError, match="out of memory"):
        index.embed_pending(fail_after_the_first)
    assert index.pending() == 12
    encoder.failing = False
    assert index.embed_pending() == 12
    assert max(encoder.encoded.values()) == 1


def test_closing_ends_the_background_run_after_its_batch(
    settings: Settings, encoder: FakeEncoder
) -> None:
    index = Index.open(settings, encoder)
    for document in letters(30):
        index.add(document)
    encoder.gate.clear()
    index.start_embedding()
    assert encoder.entered.wait(20)
    closing = threading.Thread(target=index.close)
    closing.start()
    until(index._embedding._stopping.is_set)
    encoder.gate.set()
    closing.join(20)
    assert not closing.is_alive()
    with Index.open(settings, encoder) as index:
        assert index.pending() == 30 - 8
        index.embed_pending()
    assert max(encoder.encoded.values()) == 1


def test_a_document_removed_while_it_is_encoded(index: Index, encoder: FakeEncoder) -> None:
    document = letters(1)[0]
    index.add(document)
    encoder.gate.clear()
    index.start_embedding()
    assert encoder.entered.wait(20)
    index.remove(document.id)
    encoder.gate.set()
    until(lambda: index._embedding._thread is None)
    assert index.pending() == 0 and index.search("harvest of barley") == []


def test_another_encoder_is_refused_with_both_names(settings: Settings) -> None:
    with Index.open(settings, FakeEncoder("old-model")) as index:
        index.add(letters(1)[0])
        index.embed_pending()
    with pytest.raises(EncoderMismatch, match=r"encoder old-model, not new-model.*thamtop reindex"):
        Index.open(settings, FakeEncoder("new-model"))
    with Index.open(settings, FakeEncoder("old-model")) as index:
        assert index.pending() == 0, "the refusal cost it its vectors"


def test_another_encoder_takes_an_index_without_vectors(settings: Settings) -> None:
    with Index.open(settings, FakeEncoder("old-model")) as index:
        index.add(letters(1)[0])
    with Index.open(settings, FakeEncoder("new-model")) as index:
        assert index.encoder_name == "new-model"
        assert index.embed_pending() == 1


def test_rebuilding_encodes_everything_with_the_new_encoder(settings: Settings) -> None:
    with Index.open(settings, FakeEncoder("old-model")) as index:
        for document in letters(5):
            index.add(document)
        index.embed_pending()
        index.search("barley")  # writes the file of the old vectors
    new = FakeEncoder("new-model", 16)
    with Index.open(settings, new, rebuild=True) as index:
        assert index.pending() == 5
        assert len(index.search("harvest of barley")) == 5
        index.embed_pending()
        assert sum(new.encoded.values()) == 5
        hit = index.search("harvest of field 3")[0]
        wanted = float(new._vector(hit.passage.text) @ new.encode_query("harvest of field 3"))
        assert hit.legs["dense"] == pytest.approx(wanted, abs=1e-6)


def test_vectors_of_an_encoder_that_lost_the_index_are_not_kept(settings: Settings) -> None:
    old = FakeEncoder("old-model")
    with Index.open(settings, old) as index:
        index.add(letters(1)[0])
        old.gate.clear()
        index.start_embedding()
        assert old.entered.wait(20)
        Index.open(settings, FakeEncoder("new-model"), rebuild=True).close()
        old.gate.set()
        until(lambda: index.encoder_trouble is not None)
        assert "encoder new-model; start again" in str(index.encoder_trouble)
    with Index.open(settings, FakeEncoder("new-model")) as index:
        assert index.pending() == 1
