"""Rereading: the reader breaks near ties among the first passages found."""

from collections.abc import Sequence

import numpy as np

from assistant.question import understand
from assistant.reading import Reader, shipped_reader
from assistant.setting import read_in_setting
from index import Encoder, Hit, Index, reordered
from sources import Settings

# Measured on the development files (docs/measurements.md): a reading costs most of what a question
# costs, and passages farther behind than this hardly ever overtake the first.
NEAR = 0.015
WEIGHT = 0.0015  # of a logit, in the fused score


class ReaderReranker:
    """Reads the passages that lie close behind the first; safe to share between threads."""

    name = "reader"
    reach = 5

    def __init__(self, reader: Reader | None = None) -> None:
        """Use a reader, the shipped one if none is given; it is loaded at the first tie."""
        self._reader = reader

    def rerank(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits, those near the first in the order of fused score and reader."""
        near = [hit for hit in hits[: self.reach] if hits[0].score - hit.score <= NEAR]
        if len(near) < 2:
            return list(hits)
        reader = self._reader or shipped_reader()
        read = read_in_setting(reader, understand(question), near, hits)
        values = [
            hit.score + WEIGHT * (spans[0].score if spans else 0.0)
            for hit, spans in zip(near, read, strict=True)
        ]
        return reordered(hits, np.array(values, np.float32))


def open_index(
    settings: Settings, encoder: Encoder | None = None, *, rebuild: bool = False
) -> Index:
    """Open the index of a home folder with the reader as its reranker, unless another is set.

    The arguments and the errors are those of `Index.open`.
    """
    reranker = ReaderReranker() if settings.reranker == ReaderReranker.name else None
    return Index.open(settings, encoder, reranker=reranker, rebuild=rebuild)
