"""Indexes with an arithmetic encoder, and the reader that is shipped."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.reading import Reader, shipped_reader
from index import Index
from sources import Document, Settings
from tests.fakes import FakeEncoder

Indexer = Callable[..., Index]


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Indexer]:
    """Return a function that makes an index of documents."""
    opened: list[Index] = []

    def make(*documents: Document) -> Index:
        home = tmp_path / str(len(opened))
        index = Index.open(Settings(home=home), FakeEncoder())
        opened.append(index)
        for document in documents:
            index.add(document)
        return index

    yield make
    for index in opened:
        index.close()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the shipped reader; a clone without its weights skips what needs them."""
    weights = Path(__file__).parents[2] / "assistant" / "weights" / "reader.onnx"
    if not weights.exists():
        pytest.skip("the reader's weights are not here")
    return shipped_reader()
