"""DenseIndex: passage vectors in FAISS, derived from the store.

Exact search by inner product. The bulk lies in a file that is memory-mapped and stamped with
what it was built from; passages added since are searched beside it, those removed are skipped,
and when both have grown it is built anew. A stale or damaged file is never trusted.
"""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock, get_ident
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import problems
from index.vectors import Mark, VectorTable
from sources import EncoderMismatch

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]
_REBUILD_SHARE = 0.2  # of the vectors added or removed since the file was built
_READ = 10_000  # vectors read from the store at a time


class DenseIndex:
    """Nearest passages of a question; safe to search from several threads."""

    def __init__(self, table: VectorTable, folder: Path, encoder: str) -> None:
        """Use the file in a folder if it fits the store's encoder; refresh() does the rest."""
        self._table = table
        self._path = folder / "vectors.faiss"
        self._encoder = encoder
        self._lock = RLock()
        self._generation = -1
        self._epoch: str | None = None
        self._mark: Mark | None = None
        self._base: Any = None
        self._base_ids: Ids = np.zeros(0, np.int64)
        self._dead: Ids = self._base_ids
        self._fresh_ids: Ids = self._base_ids
        self._fresh: Vectors = np.zeros((0, 0), np.float32)

    def __len__(self) -> int:
        """Return how many passages have a vector here."""
        return len(self._base_ids) - len(self._dead) + len(self._fresh_ids)

    def refresh(self) -> None:
        """Take in what was written since the last time.

        Raises:
            EncoderMismatch: The index was given to another encoder in the meantime.
        """
        generation = self._table.database.generation()
        with self._lock:
            if generation == self._generation:
                return
            self._take_epoch()
            mark = self._table.mark()
            if self._mark is None or mark.removals != self._mark.removals:
                self._compare(self._table.embedded_ids())
            else:
                self._add(self._table.embedded_since(self._mark))
            if len(self._fresh_ids) + len(self._dead) > _REBUILD_SHARE * len(self):
                self._build(self._ids(), generation)
            self._mark, self._generation = mark, generation

    def standing(self) -> str:
        """Tell how the file stands to the store; nothing is built.

        Returns:
            ``none`` (no passage has a vector yet), ``missing``, ``unusable`` (damaged, or made of
            other vectors), ``behind`` (so far that it will be built anew) or ``current``.

        Raises:
            EncoderMismatch: The index belongs to another encoder.
        """
        with self._lock:
            wanted = self._table.embedded_ids()
            if not len(wanted):
                return "none"
            if not self._path.exists():
                return "missing"
            self._take_epoch()
            if self._base is None:
                return "unusable"
            changed = len(np.setxor1d(self._base_ids, wanted))
            return "behind" if changed > _REBUILD_SHARE * len(wanted) else "current"

    def _ids(self) -> Ids:
        """Return the numbers of the passages that have a vector, ascending."""
        left = np.setdiff1d(self._base_ids, self._dead, assume_unique=True)
        return np.sort(np.concatenate([left, self._fresh_ids]))

    def _compare(self, wanted: Ids) -> None:
        """Take in which passages have a vector now, of all."""
        self._dead = np.setdiff1d(self._base_ids, wanted, assume_unique=True)
        kept = np.isin(self._fresh_ids, wanted)
        self._fresh_ids, self._fresh = self._fresh_ids[kept], self._fresh[kept]
        self._add(wanted)

    def _add(self, ids: Ids) -> None:
        """Take in passages that have a vector; those known are passed over."""
        new = np.setdiff1d(np.setdiff1d(ids, self._base_ids), self._fresh_ids)
        if len(new):
            held, vectors = self._table.of_passages(new.tolist())
            if len(self._fresh_ids):
                vectors = np.concatenate([self._fresh, vectors])
            self._fresh_ids = np.concatenate([self._fresh_ids, np.array(held, np.int64)])
            self._fresh = vectors

    def search(self, question: Vectors, k: int) -> tuple[Ids, Vectors]:
        """Return the numbers of the k nearest passages and their inner products, best first."""
        with self._lock:
            found_ids, found = [], []
            if len(self._fresh_ids):
                found_ids.append(self._fresh_ids)
                found.append(self._fresh @ question)
            if self._base is not None and len(self._base_ids) > len(self._dead):
                scores, ids = self._search_base(question, k)
                found_ids.append(ids[ids >= 0])
                found.append(scores[ids >= 0])
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        ids, scores = np.concatenate(found_ids), np.concatenate(found)
        best = np.argsort(-scores, kind="stable")[:k]
        return ids[best], scores[best]

    def scores(self, ids: Ids, question: Vectors) -> tuple[Ids, Vectors]:
        """Return which of some passages have a vector, and their inner products."""
        with self._lock:
            found_ids, found = [], []
            if len(self._fresh_ids):
                beside = np.isin(self._fresh_ids, ids)
                found_ids.append(self._fresh_ids[beside])
                found.append(self._fresh[beside] @ question)
            if self._base is not None:
                places = np.flatnonzero(np.isin(self._base_ids, np.setdiff1d(ids, self._dead)))
                found_ids.append(self._base_ids[places])
                found.append(self._base.reconstruct_batch(places) @ question)
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        return np.concatenate(found_ids), np.concatenate(found)

    def _take_epoch(self) -> None:
        """Drop what was built before all vectors were made anew, and look for a file."""
        owner, epoch = self._table.owner()
        if owner != self._encoder:
            raise EncoderMismatch(problems.ENCODER_CHANGED, owner=owner)
        if epoch != self._epoch:
            self._epoch, self._mark = epoch, None
            self._base, self._base_ids = None, np.zeros(0, np.int64)
            self._fresh_ids, self._fresh = self._base_ids, np.zeros((0, 0), np.float32)
            self._open_file()

    def _search_base(self, question: Vectors, k: int) -> tuple[Vectors, Ids]:
        import faiss

        k = min(k, len(self._base_ids) - len(self._dead))
        options = None
        if len(self._dead):
            places = np.searchsorted(self._base_ids, self._dead)
            gone = faiss.IDSelectorBatch(places)
            options = faiss.SearchParameters(sel=faiss.IDSelectorNot(gone))  # type: ignore[call-arg]
        with _one_thread():
            scores, places = self._base.search(question[None], k, params=options)
        return scores[0], np.where(places[0] >= 0, self._base_ids[places[0]], -1)

    def _build(self, ids: Ids, generation: int) -> None:
        """Build anew, in memory and as a file."""
        import faiss

        kept, base = [], None
        for first in range(0, len(ids), _READ):
            part, vectors = self._table.of_passages(ids[first : first + _READ].tolist())
            if not part:
                continue  # removed in the meantime
            order = np.argsort(part)
            kept.append(np.array(part, np.int64)[order])
            if base is None:
                base = faiss.IndexFlatIP(vectors.shape[1])
            base.add(np.ascontiguousarray(vectors[order]))
        self._base, self._base_ids = base, np.concatenate(kept) if kept else ids[:0]
        self._dead = self._fresh_ids = ids[:0]
        self._fresh = np.zeros((0, 0), np.float32)
        if base is not None:
            with suppress(OSError, RuntimeError):  # a full disk, say: memory has it all
                self._write_file(generation)

    def _write_file(self, generation: int) -> None:
        """Write the file and its stamp: beside the old ones first, then in their place."""
        import faiss

        with _replacing(self._path) as path:
            faiss.write_index(self._base, str(path))
            checksum = _checksum(path, self._base_ids)
        stamp = {
            "encoder": self._encoder,
            "epoch": self._epoch,
            "generation": generation,
            "checksum": checksum,
            "ids": self._base_ids.tolist(),
        }
        with _replacing(self._stamp) as path:
            path.write_text(json.dumps(stamp))

    @property
    def _stamp(self) -> Path:
        return self._path.with_suffix(".json")

    def _open_file(self) -> None:
        """Map the file into memory if it is whole, of this encoder and of this epoch."""
        try:
            stamp = json.loads(self._stamp.read_text())
            ids = np.array(stamp["ids"], np.int64)
            whole = stamp["checksum"] == _checksum(self._path, ids)
            if not whole or (stamp["encoder"], stamp["epoch"]) != (self._encoder, self._epoch):
                return
            import faiss

            base = faiss.read_index(str(self._path), faiss.IO_FLAG_MMAP_IFC)
            if base.ntotal == len(ids):
                self._base, self._base_ids = base, ids
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RuntimeError):
            return  # derived data: refresh() builds it again from the store


@contextmanager
def _one_thread() -> Iterator[None]:
    """Search on this thread alone.

    Of one question FAISS cannot share out the work, but it wakes its threads all the same: on
    two busy cores a search of 100,000 passages took 118 ms so, and 24 ms on one thread.
    """
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Write a file beside its place, then move it there at once."""
    part = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _checksum(path: Path, ids: Ids) -> int:
    """Return a checksum of the file and of the numbers that its rows stand for."""
    value = zlib.crc32(ids.tobytes())
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            value = zlib.crc32(part, value)
    return value
