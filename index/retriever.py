"""Retriever: three legs over the passages, fused into one ranking.

Dense (nearest vectors, of the passage and of its best window), lexical (BM25 over the words of
the passage's own language) and cross-lingual lexical (BM25 over glosses, and names by a key that
works in both scripts). A leg's score is put
on a scale of its own that does not depend on the size of the corpus: cosines as they are, BM25
as a share of the most that the question could reach. The fused score is a weighted sum.
"""

from dataclasses import dataclass, field
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.analysis import question_terms
from index.bm25 import BM25
from index.dense import DenseIndex
from index.encoder import Encoder
from index.fusion import weights
from index.names import names_score, question_keys
from index.passage import Hit
from index.store import Sketch, Store
from index.vectors import PostingTable, VectorTable
from sources import detect_language, normalise

FIELDS = ("th", "en", "gloss")
CANDIDATES = 100  # of each leg
Ids = NDArray[np.int64]


@dataclass
class _Candidates:
    """Scores of each leg by passage number."""

    words: dict[int, float] = field(default_factory=dict)
    dense: dict[int, float] = field(default_factory=dict)
    windows: dict[int, float] = field(default_factory=dict)
    names: dict[int, float] = field(default_factory=dict)

    def ids(self) -> list[int]:
        return sorted(self.words.keys() | self.dense.keys())


class Retriever:
    """Find passages for a question; safe to call from several threads."""

    def __init__(
        self,
        store: Store,
        vectors: VectorTable,
        postings: PostingTable,
        dense: DenseIndex,
        encoder: Encoder | None,
    ) -> None:
        """Search a store; without an encoder the words alone search."""
        self._store = store
        self._vectors = vectors
        self._postings = postings
        self._dense = dense
        self._encoder = encoder
        self._lock = RLock()
        self._state: tuple[int, int] | None = None
        self._fields: dict[str, BM25] = {}

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """Return at most k passages, best first; none if the index is empty."""
        language, text = detect_language(question), normalise(question).text
        self._refresh()
        found = _Candidates()
        self._search_words(text, language, found)
        if self._encoder is not None:
            self._search_vectors(question, found)
        sketches = self._store.sketches(found.ids())
        _compare_names(text, language, sketches, found)
        return self._rank(language, found, sketches, k)

    def _refresh(self) -> None:
        """Take in what was written since the last search."""
        state = self._store.state()
        with self._lock:
            if state != self._state:
                self._fields = {name: BM25(self._postings.read(name)) for name in FIELDS}
                self._state = state
        if self._encoder is not None:
            self._dense.refresh()

    def _search_words(self, question: str, language: str, found: _Candidates) -> None:
        for name, groups in question_terms(question, language).items():
            index = self._fields[name]
            numbers = self._store.term_ids({term for group in groups for term in group})
            known = [
                {numbers[term]: weight for term, weight in group.items() if term in numbers}
                for group in groups
            ]
            scores, most = index.scores(known)
            if not most:
                continue
            for row in _best(scores, CANDIDATES):
                found.words[int(index.ids[row])] = float(scores[row]) / most

    def _search_vectors(self, question: str, found: _Candidates) -> None:
        assert self._encoder is not None
        vector = self._encoder.encode_query(question)
        ids, scores = self._dense.search(vector, CANDIDATES)
        found.dense = dict(zip(ids.tolist(), scores.tolist(), strict=True))
        missing = [number for number in found.words if number not in found.dense]
        held, vectors = self._vectors.of_passages(missing)
        if held:
            found.dense.update(zip(held, (vectors @ vector).tolist(), strict=True))
        windows, vectors = self._vectors.of_windows(found.ids())
        for (number, _, _), score in zip(windows, vectors @ vector if windows else (), strict=True):
            found.windows[number] = max(found.windows.get(number, -1.0), float(score))

    def _rank(
        self, language: str, found: _Candidates, sketches: dict[int, Sketch], k: int
    ) -> list[Hit]:
        floor = min(found.dense.values(), default=0.0)
        scored = []
        for number, sketch in sketches.items():
            legs = _legs(number, found, floor)
            scored.append((weights(language, sketch.language).of(legs), number, legs))
        scored.sort(key=lambda item: (-item[0], item[1]))
        best = scored[:k]
        passages = {p.id: p for p in self._store.passages([number for _, number, _ in best])}
        return [
            Hit(passages[number], score, legs, own.title, own.language, own.edition)
            for score, number, legs in best
            if number in passages and (own := sketches[number])
        ]


def _compare_names(
    question: str, language: str, sketches: dict[int, Sketch], found: _Candidates
) -> None:
    """Compare the names of a question with those of the passages in the other language."""
    others = [(number, s) for number, s in sketches.items() if s.language != language]
    asked = question_keys(question, language) if others else frozenset()
    if asked:
        keys = [sketch.names for _, sketch in others]
        scores = names_score(asked, keys, others[0][1].language)
        found.names = {number: score for (number, _), score in zip(others, scores, strict=True)}


def _legs(number: int, found: _Candidates, floor: float) -> dict[str, float]:
    """Return the legs' scores of one passage; one without a vector counts as the farthest."""
    dense = found.dense.get(number, floor)
    return {
        "words": found.words.get(number, 0.0),
        "dense": dense,
        "windows": max(found.windows.get(number, dense), -1.0),
        "names": found.names.get(number, 0.0),
    }


def _best(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Return the rows of the k highest scores above 0, best first."""
    rows = np.flatnonzero(scores > 0)
    if len(rows) > k:
        rows = rows[np.argpartition(-scores[rows], k)[:k]]
    return rows[np.argsort(-scores[rows], kind="stable")]
