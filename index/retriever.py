"""Retriever: three legs over the passages, fused into one ranking.

Dense (nearest vectors, of the passage and of its best window), lexical (BM25 over the words of
the passage's own language) and cross-lingual lexical (BM25 over glosses, and names by a key that
works in both scripts). A leg's score is put on a scale of its own that does not depend on the size
of the corpus: cosines as they are, BM25 as a share of the most that the question, and a few words
more, could reach. The fused score is a weighted sum; among the passages that then lie close to the
first, words that stand side by side in question and passage count too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from index.analysis import question_terms
from index.bm25 import BM25
from index.crossing import crossed
from index.dense import DenseIndex
from index.encoder import Encoder
from index.fusion import weights
from index.names import names_score, question_keys
from index.passage import Hit
from index.phrases import phrases, phrases_score
from index.postings import PostingTable, WordIndex
from index.store import Sketch, Store
from index.vectors import VectorTable
from sources import detect_language, normalise

CANDIDATES = 100  # of each leg
# A question of two words that are known says less by them than one of ten: as if it had so many
# rare words more that no passage has.
UNSAID = 3
# Looking for phrases costs a millisecond a passage, and farther behind they hardly ever decide.
PHRASED = 8
PHRASED_WITHIN = 0.04
Vectors = NDArray[np.float32]


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
        self._words = WordIndex(postings)
        self._dense = dense
        self._encoder = encoder

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """Return at most k passages, best first; none if the index is empty."""
        language, text = detect_language(question), normalise(question).text
        found = _Candidates()
        self._search_words(self._words.fields(), text, language, found)
        vector = None
        if self._encoder is not None:
            self._dense.refresh()
            vector = self._encoder.encode_query(question)
            ids, scores = self._dense.search(vector, CANDIDATES)
            found.dense = dict(zip(ids.tolist(), scores.tolist(), strict=True))
        sketches = self._store.sketches(found.ids())
        if vector is not None and self._encoder is not None:
            own = [number for number, s in sketches.items() if s.language == language]
            self._compare_vectors(vector, own, found)
            others = [number for number, s in sketches.items() if s.language != language]
            if others:
                moved = crossed(vector, language, self._encoder.name)
                for number in others:
                    found.dense.pop(number, None)  # by the vector that was not moved
                self._compare_vectors(moved, others, found)
        _compare_names(text, language, sketches, found)
        return self._rank(text, language, found, sketches, k)

    def _search_words(
        self, fields: Mapping[str, BM25], question: str, language: str, found: _Candidates
    ) -> None:
        for name, groups in question_terms(question, language).items():
            index = fields[name]
            numbers = self._store.term_ids({term for group in groups for term in group})
            known = [
                {numbers[term]: weight for term, weight in group.items() if term in numbers}
                for group in groups
            ]
            scores, most = index.scores(known)
            most += UNSAID * index.rarest
            for row in _best(scores, CANDIDATES):
                found.words[int(index.ids[row])] = float(scores[row]) / most

    def _compare_vectors(self, question: Vectors, ids: list[int], found: _Candidates) -> None:
        """Compare a question with the windows of some passages, and with those not yet compared."""
        missing = [number for number in ids if number not in found.dense]
        held, scores = self._dense.scores(np.array(missing, np.int64), question)
        found.dense.update(zip(held.tolist(), scores.tolist(), strict=True))
        found.windows.update(self._vectors.best_windows(ids, question))

    def _rank(
        self, text: str, language: str, found: _Candidates, sketches: dict[int, Sketch], k: int
    ) -> list[Hit]:
        floor = min(found.dense.values(), default=0.0)
        scored = []
        for number, sketch in sketches.items():
            legs = _legs(number, found, floor)
            scored.append((weights(language, sketch.language).of(legs), number, legs))
        scored.sort(key=lambda item: (-item[0], item[1]))
        best = scored[: max(k, PHRASED)]
        passages = {p.id: p for p in self._store.passages([number for _, number, _ in best])}
        hits = [
            Hit(passages[number], score, legs, own.title, own.language, own.edition)
            for score, number, legs in best
            if number in passages and (own := sketches[number])
        ]
        return _with_phrases(text, language, hits)[:k]


def _with_phrases(question: str, language: str, hits: list[Hit]) -> list[Hit]:
    """Add what the phrases of a question say of the first hits in its language."""
    first = hits[:PHRASED]
    near = [
        hit
        for hit in first
        if hit.language == language and hits[0].score - hit.score <= PHRASED_WITHIN
    ]
    if len(near) < 2:
        return hits
    weight = weights(language, language).phrases
    shares = phrases_score(
        phrases(question, language), [hit.passage.text for hit in near], language
    )
    told = {
        hit.passage.id: replace(
            hit, score=hit.score + weight * share, legs={**hit.legs, "phrases": share}
        )
        for hit, share in zip(near, shares, strict=True)
    }
    rest = [told.get(hit.passage.id, hit) for hit in hits]
    return sorted(rest, key=lambda hit: -hit.score)


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
