import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Index
from index.database import Database
from index.dense import DenseIndex
from index.vectors import VectorTable
from sources import Document, EncoderMismatch, Settings
from tests.fakes import FakeEncoder

PARAGRAPH = (
    "The log of day {n} tells of wind {w}, of {f} fish and of a sail that was mended twice. "
)


def log(first: int, last: int) -> list[Document]:
    return [
        Document.create(
            title=f"Day {n}", text=PARAGRAPH.format(n=n, w=n % 7, f=n * 3), origin=f"day {n}"
        )
        for n in range(first, last)
    ]


def fill(settings: Settings, documents: list[Document], encoder: FakeEncoder | None = None) -> None:
    with Index.open(settings, encoder or FakeEncoder()) as index:
        for document in documents:
            index.add(document)
        index.embed_pending()


class Opened:
    """A dense index over a folder, beside the plain inner products that it must equal."""

    def __init__(self, settings: Settings) -> None:
        self.database = Database(settings.database)
        self.table = VectorTable(self.database)
        self.index = DenseIndex(self.table, settings.home, "fake")
        self.encoder = FakeEncoder()

    def check(self, question: str = "How many fish on the windy day 12?", k: int = 10) -> None:
        """Compare with inner products over every vector in the store."""
        self.index.refresh()
        vector = self.encoder.encode_query(question)
        ids, vectors = self.table.of_passages(self.table.embedded_ids().tolist())
        wanted = dict(zip(ids, (vectors @ vector).tolist() if ids else [], strict=True))
        found, scores = self.index.search(vector, k)
        assert len(self.index) == len(wanted)
        assert len(found) == len(set(found.tolist())) == min(k, len(wanted))
        assert scores.tolist() == pytest.approx([wanted[number] for number in found.tolist()])
        assert scores.tolist() == pytest.approx(sorted(wanted.values(), reverse=True)[:k])

    def on_file(self) -> int:
        """Return how many passages are in what was read from, or written to, the file."""
        return len(self.index._base_ids)


@pytest.fixture
def opened(settings: Settings) -> Callable[[], Opened]:
    return lambda: Opened(settings)


def test_scores_are_plain_inner_products(settings: Settings, opened: Callable[[], Opened]) -> None:
    fill(settings, log(0, 40))
    dense = opened()
    for k in (1, 7, 40, 100):
        dense.check(k=k)
    again = opened()
    again.check()
    assert again.on_file() == 40


def test_an_empty_store(settings: Settings, opened: Callable[[], Opened]) -> None:
    fill(settings, [])
    dense = opened()
    dense.check()


def test_what_is_added_later_is_searched_beside_the_file(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    fill(settings, log(0, 40))
    dense = opened()
    dense.check()
    written = (settings.home / "vectors.faiss").read_bytes()
    fill(settings, log(40, 44))
    dense.check("day 42 wind 0 126 fish")
    assert (settings.home / "vectors.faiss").read_bytes() == written
    other = opened()
    other.check("day 42 wind 0 126 fish")
    assert other.on_file() == 40, "the file was not used"


def test_when_much_was_added_the_file_is_built_anew(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    fill(settings, log(0, 10))
    dense = opened()
    dense.check()
    fill(settings, log(10, 30))
    dense.check()
    assert dense.on_file() == 30
    assert json.loads((settings.home / "vectors.json").read_text())["ids"] == sorted(
        dense.table.embedded_ids().tolist()
    )


@pytest.mark.parametrize("removed", [3, 25, 40])
def test_removed_passages_never_come_back(
    settings: Settings, opened: Callable[[], Opened], removed: int
) -> None:
    fill(settings, log(0, 40))
    dense = opened()
    dense.check()
    gone: set[int] = set()
    with Index.open(settings, FakeEncoder()) as index:
        for document in log(0, removed):
            gone |= {passage.id for passage in index.passages(document.id)}
            index.remove(document.id)
    for found in (dense, opened()):
        found.check(k=100)
        ids, _ = found.index.search(found.encoder.encode_query("day 1 wind 1 3 fish"), 100)
        assert not gone & set(ids.tolist())


def test_removed_and_added_at_once(settings: Settings, opened: Callable[[], Opened]) -> None:
    fill(settings, log(0, 60))
    dense = opened()
    dense.check()
    with Index.open(settings, FakeEncoder()) as index:
        index.remove(log(5, 6)[0].id)
        index.add(log(77, 78)[0])
        index.embed_pending()
    dense.check(k=60)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 0x40  # sign and exponent of the last number
    path.write_bytes(content)


def _garbage(path: Path) -> None:
    path.write_bytes(b"\x93NUMPY garbage" * 30)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _swap_two_ids(path: Path) -> None:
    stamp = json.loads(path.read_text())
    stamp["ids"][0], stamp["ids"][1] = stamp["ids"][1], stamp["ids"][0]
    path.write_text(json.dumps(stamp))


def _other_json(path: Path) -> None:
    path.write_text('["not", "ours"]')


def _huge_ids(path: Path) -> None:
    stamp = json.loads(path.read_text())
    path.write_text(json.dumps(stamp | {"ids": [10**30]}))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("vectors.faiss", _truncate),
        ("vectors.faiss", _flip),
        ("vectors.faiss", _garbage),
        ("vectors.faiss", _empty),
        ("vectors.faiss", Path.unlink),
        ("vectors.json", _truncate),
        ("vectors.json", _garbage),
        ("vectors.json", _empty),
        ("vectors.json", _swap_two_ids),
        ("vectors.json", _other_json),
        ("vectors.json", _huge_ids),
        ("vectors.json", Path.unlink),
    ],
)
def test_a_damaged_file_is_built_anew(
    settings: Settings,
    opened: Callable[[], Opened],
    name: str,
    damage: Callable[[Path], None],
) -> None:
    fill(settings, log(0, 20))
    opened().check()
    files = [settings.home / "vectors.faiss", settings.home / "vectors.json"]
    whole = [path.read_bytes() for path in files]
    damage(settings.home / name)
    dense = opened()
    dense.check(k=20)
    assert dense.on_file() == 20
    assert [path.read_bytes() for path in files] == whole
    written = files[0].stat().st_mtime_ns
    opened().check()
    assert files[0].stat().st_mtime_ns == written, "it was built again"


def test_a_file_that_cannot_be_written_does_not_stop_the_search(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    fill(settings, log(0, 20))
    (settings.home / "vectors.faiss").mkdir()
    opened().check()
    assert [path.name for path in settings.home.iterdir() if path.suffix == ".part"] == []


def test_the_file_of_an_earlier_database_is_not_believed(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    fill(settings, log(0, 20))
    opened().check()
    for path in settings.home.glob("thamtop.sqlite3*"):
        path.unlink()
    fill(settings, log(100, 120))  # the same numbers of passages, other words
    opened().check()


def test_vectors_made_anew_under_the_same_name_are_taken_in(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    class Turned(FakeEncoder):
        def _vector(self, text: str) -> NDArray[np.float32]:
            return np.roll(super()._vector(text), 5)

    fill(settings, log(0, 20))
    dense = opened()
    dense.check()
    with Index.open(settings, Turned(), rebuild=True) as index:
        index.embed_pending()
    dense.check()
    opened().check()


def test_an_index_given_to_another_encoder_meanwhile_is_not_searched_by_meaning(
    settings: Settings, opened: Callable[[], Opened]
) -> None:
    fill(settings, log(0, 5))
    dense = opened()
    dense.check()
    with Index.open(settings, FakeEncoder("other", 16), rebuild=True) as index:
        index.embed_pending()
    with pytest.raises(EncoderMismatch, match="encoder other; start again"):
        dense.index.refresh()
