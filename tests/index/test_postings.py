from index import Index
from index.bm25 import BM25
from index.database import Database
from index.postings import FIELDS, PostingTable, WordIndex
from sources import Document, Settings


def letter(number: int) -> Document:
    text = f"Letter {number} tells of rain, of {number % 5} boats and of harvest. " * 3
    return Document.create(title=f"Letter {number}", text=text, origin=f"letter {number}")


def scores(field: BM25, term: int) -> dict[int, float]:
    found, _ = field.scores([{term: 1.0}])
    return {n: s for n, s in zip(field.ids.tolist(), found.tolist(), strict=True) if s}


def test_the_index_keeps_up_with_the_store(index: Index, settings: Settings) -> None:
    documents = [letter(number) for number in range(30)]
    for document in documents:
        index.add(document)
    database = Database(settings.database)
    table = PostingTable(database)
    words = WordIndex(table)
    first = words.fields()
    assert words.fields() is first, "it was read again though nothing was written"
    (rain,) = index._store.term_ids(["rain"]).values()
    assert len(scores(first["en"], rain)) == 30

    def check() -> None:
        fields = words.fields()
        for name in FIELDS:
            assert scores(fields[name], rain) == scores(BM25(table.read(name)), rain)

    index.add(letter(30))
    check()
    assert len(words.fields()["en"].built_with) == 30, "one letter more made it read all anew"
    index.remove(documents[3].id)
    index.remove(letter(30).id)
    check()
    assert len(scores(words.fields()["en"], rain)) == 29
    for number in range(31, 60):
        index.add(letter(number))
    check()
    assert len(words.fields()["en"].built_with) == 58, "much was added but not taken into the bulk"
    database.close()
