"""Index: the facade over store, encoder and retriever."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from index.analysis import passages_terms
from index.chunk import chunk
from index.database import Database
from index.dense import DenseIndex
from index.embedding import Embedding, Progress
from index.encoder import Encoder, open_encoder
from index.names import passage_keys
from index.passage import Hit, Passage
from index.reranker import Reranker, open_reranker
from index.retriever import Retriever
from index.store import Entry, Indexed, Store
from index.vectors import PostingTable, VectorTable
from sources import (
    Document,
    EncoderError,
    Settings,
    ThamtopError,
    UnknownDocument,
    normalise,
)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document did.

    Attributes:
        document_id: Its id.
        status: ``added``, ``unchanged`` (it was there) or ``replaced`` (an older version went).
        passages: How many passages it has.
    """

    document_id: str
    status: str
    passages: int


@dataclass(frozen=True, slots=True)
class Twin:
    """The paragraph of an aligned edition that corresponds to a cited one."""

    document_id: str
    title: str
    language: str
    start: int
    end: int
    text: str


class Index:
    """Add, remove, read and search documents; safe to share between threads."""

    def __init__(
        self,
        database: Database,
        encoder: Encoder | None,
        trouble: ThamtopError | None,
        reranker: Reranker | None = None,
    ) -> None:
        """Use an open database; `open` is the usual way."""
        self._store = Store(database)
        self._vectors = VectorTable(database)
        self._encoder = encoder
        self.encoder_name = encoder.name if encoder else "words only"
        self._trouble = trouble
        self._reranker = reranker
        self.reranker_name = reranker.name if reranker else None
        dense = DenseIndex(self._vectors, database.path.parent, self.encoder_name)
        postings = PostingTable(database)
        self._retriever = Retriever(self._store, self._vectors, postings, dense, encoder)
        self._embedding = Embedding(self._vectors, encoder)

    @classmethod
    def open(
        cls,
        settings: Settings,
        encoder: Encoder | None = None,
        *,
        reranker: Reranker | None = None,
        rebuild: bool = False,
    ) -> "Index":
        """Open the index of a home folder, making it if need be.

        Args:
            settings: Where the data live and which encoder is used.
            encoder: An open encoder, in place of the one that is set.
            reranker: What puts the first hits in order, unless a cross-encoder is set.
            rebuild: Drop the vectors of another encoder instead of refusing.

        Raises:
            StoreError: The folder cannot be used.
            EncoderError: An encoder or a reranker that was asked for by name cannot be loaded. If
                the embedded default cannot run here, the words alone search and
                `encoder_trouble` says so.
            EncoderMismatch: The vectors come from another encoder.
        """
        trouble = None
        if encoder is None:
            try:
                encoder = open_encoder(settings)
            except EncoderError as error:
                if "encoder" in settings.model_fields_set:
                    raise
                trouble = error
        reranker = open_reranker(settings) or reranker
        database = Database(settings.database)
        try:
            index = cls(database, encoder, trouble, reranker)
            if encoder and rebuild:
                index._vectors.reset(encoder.name)
            elif encoder:
                index._vectors.claim(encoder.name)
            index._fill()
        except BaseException:
            database.close()
            raise
        return index

    @property
    def encoder_trouble(self) -> ThamtopError | None:
        """Why meaning search is unavailable or incomplete, if it is."""
        return self._trouble or self._embedding.trouble

    def add(self, document: Document) -> Added:
        """Add a document; it is searchable by its words at once, by meaning when embedded.

        Another document from the same location is an older version and goes. The same content is
        not added again.
        """
        if self._has(document.id):
            self._store.remove_others(document)
            return Added(document.id, "unchanged", len(self._store.passage_ids(document.id)))
        passages = _indexed(document, chunk(document))
        return Added(document.id, self._store.add(document, passages), len(passages))

    def remove(self, document_id: str) -> None:
        """Remove a document.

        Raises:
            UnknownDocument: There is no such document.
        """
        self._store.remove(document_id)

    def entries(self) -> list[Entry]:
        """Return what is in the index, the latest added first."""
        return self._store.entries()

    def document(self, document_id: str) -> Document:
        """Return a stored document.

        Raises:
            UnknownDocument: There is no such document.
        """
        return self._store.document(document_id)

    def latest(self, document_id: str, location: str) -> str | None:
        """Return the id that a document has now.

        Args:
            document_id: Its id once.
            location: Where it was read from.

        Returns:
            The same id while it is stored, the id of the version that took its place, or None
            where it was removed.
        """
        return self._store.latest(document_id, location)

    def passages(self, document_id: str) -> list[Passage]:
        """Return the passages of a document, in the order of the text."""
        return self._store.passages(self._store.passage_ids(document_id))

    def search(self, question: str, k: int = 10, *, rerank: bool = True) -> list[Hit]:
        """Return at most k passages for a question, best first.

        Args:
            question: As asked.
            k: How many.
            rerank: Whether the reranker, where there is one, reads the first and orders them.

        Raises:
            EncoderError: The reranker fails.
        """
        if self._reranker is None or not rerank:
            return self._retriever.search(question, k)
        hits = self._retriever.search(question, max(k, self._reranker.reach))
        return self._reranker.rerank(question, hits)[:k]

    def generation(self) -> int:
        """Return a number that rises with every change of the index."""
        return self._store.database.generation()

    def pending(self) -> int:
        """Return how many texts (passages and windows) still wait for their vectors."""
        done, total = self._vectors.counts()
        return total - done if self._encoder else 0

    def embed_pending(self, progress: Progress | None = None) -> int:
        """Encode what has no vector yet, a small batch a transaction; return how many texts.

        Args:
            progress: Called with texts done and texts in all after each batch.
        """
        return self._embedding.run(progress)

    def rest(self) -> None:
        """Let go of what only encoding passages needs, where the encoder can do without."""
        rest = getattr(self._embedding.encoder, "rest", None)
        if rest:
            rest()

    def start_embedding(self) -> None:
        """Encode in the background what has no vector yet; returns at once.

        If that fails, `encoder_trouble` says so.
        """
        self._embedding.start()

    def twin(self, document_id: str, start: int, end: int) -> Twin | None:
        """Return the paragraphs that correspond to a span in the edition in another language."""
        document = self.document(document_id)
        if document.edition is None:
            return None
        for other_id in self._store.editions(document.edition):
            other = self.document(other_id)
            if other.language != document.language:
                return _corresponding(document, other, start, end)
        return None

    def close(self) -> None:
        """Stop background work and close the database."""
        self._embedding.stop()
        self._store.database.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def _fill(self) -> None:
        """Cut and analyse the documents that an older schema left without passages."""
        for document_id in self._store.unfilled():
            with suppress(UnknownDocument):  # another process may remove it meanwhile
                document = self._store.document(document_id)
                self._store.fill(document, _indexed(document, chunk(document)))

    def _has(self, document_id: str) -> bool:
        try:
            self._store.document(document_id)
        except UnknownDocument:
            return False
        return True


def _indexed(document: Document, passages: Sequence[Passage]) -> list[Indexed]:
    """Analyse passages; their document's title is searched with each."""
    texts = [normalise(f"{document.title}\n{passage.text}").text for passage in passages]
    terms: dict[int, dict[str, dict[str, float]]] = {}
    for language in {passage.language for passage in passages}:
        own = [place for place, passage in enumerate(passages) if passage.language == language]
        told = passages_terms([texts[place] for place in own], language)
        terms |= dict(zip(own, told, strict=True))
    return [
        Indexed(passage, terms[place], passage_keys(text, passage.language))
        for place, (passage, text) in enumerate(zip(passages, texts, strict=True))
    ]


def _corresponding(document: Document, other: Document, start: int, end: int) -> Twin | None:
    """Return the twin of a span, if the editions have as many paragraphs as each other."""
    ours, theirs = list(document.paragraphs()), list(other.paragraphs())
    touched = [i for i, (a, b) in enumerate(ours) if a < end and start < b]
    if len(ours) != len(theirs) or not touched:
        return None
    first, last = theirs[touched[0]][0], theirs[touched[-1]][1]
    return Twin(other.id, other.title, other.language, first, last, other.text[first:last])
