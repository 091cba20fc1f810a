"""Reranker: reads question and passage together and puts the first hits in order.

Another package may bring one (the assistant brings its reader); here is any cross-encoder of
sentence-transformers, which is imported only if ``THAMTOP_RERANKER`` names a model.
"""

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import problems
from index.passage import Hit
from index.transformer import CROSS_ENCODER, one_line, options
from sources import EncoderError, Settings

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

BUILT_IN = ("reader", "none")  # of the setting: no cross-encoder
Scores = NDArray[np.float32]


class Reranker(Protocol):
    """Puts hits in order by reading them.

    Attributes:
        name: Which model it is.
        reach: How many hits it wants to see.
    """

    name: str
    reach: int

    def rerank(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return the same hits in their new order; the question is as asked."""


class CrossEncoderReranker:
    """A cross-encoder by hub name or folder; safe to share between threads."""

    reach = 20  # each costs a pass through the model

    def __init__(self, model: str) -> None:
        """Load the model.

        Args:
            model: Hub name or folder of a model for sentence-transformers' `CrossEncoder`.

        Raises:
            EncoderError: The library is missing, or the model cannot be loaded or is no reranker.
        """
        self.name = model
        # One question at a time: torch gives it all cores, and memory stays that of one batch.
        self._lock = Lock()
        try:
            from sentence_transformers import CrossEncoder

            self._model: CrossEncoder = CrossEncoder(model, **options())
        except Exception as error:
            raise EncoderError(
                problems.RERANKER_NOT_LOADED, model=model, reason=one_line(error)
            ) from error
        if reason := _unfit(self._model):
            raise EncoderError(problems.NO_RERANKER, model=model, reason=reason)

    def rerank(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Put the first hits in the model's order; those after its reach stay as they are.

        Each passage is read with its document's title before it.

        Raises:
            EncoderError: The model fails, for want of memory, say.
        """
        texts = [f"{hit.title}\n{hit.passage.text}" for hit in hits[: self.reach]]
        return reordered(hits, self.scores(question, texts)) if texts else []

    def scores(self, question: str, texts: Sequence[str]) -> Scores:
        """Return the model's logits, shape (texts,), higher is better.

        Logits, not the sigmoid of them, which is 1.0 for all that is well above 16.

        Raises:
            EncoderError: The model fails, for want of memory, say.
        """
        from torch.nn import Identity

        try:
            with self._lock:
                found = self._model.predict(
                    [(question, text) for text in texts],
                    activation_fn=Identity(),
                    show_progress_bar=False,
                )
            scores = np.asarray(found, np.float32)
            if not np.isfinite(scores).all():
                raise ValueError("a score is not a number")
        except Exception as error:
            raise EncoderError(
                problems.RERANKER_FAILED, model=self.name, reason=one_line(error)
            ) from error
        return scores


def open_reranker(settings: Settings) -> CrossEncoderReranker | None:
    """Open the cross-encoder that is set, if one is.

    Raises:
        EncoderError: It cannot be loaded.
    """
    return CrossEncoderReranker(settings.reranker) if settings.reranker not in BUILT_IN else None


def reordered(hits: Sequence[Hit], values: Scores) -> list[Hit]:
    """Put the first hits in the order of values, highest first; a tie keeps the order.

    The fused scores are dealt out again: the best hit gets the highest of them. So `Hit.score`
    still falls from hit to hit and keeps its scale, by which the assistant weighs how far a
    passage lies behind the first. The value is ``legs["reranker"]``, the hit's own fused score
    ``legs["unread"]``.

    Args:
        hits: Hits by falling score.
        values: One for each of the first hits; those after them stay as they are.
    """
    order = np.argsort(-values, kind="stable").tolist()
    return [
        *(
            replace(
                hits[place],
                score=dealt.score,
                legs={
                    **hits[place].legs,
                    "unread": hits[place].score,
                    "reranker": float(values[place]),
                },
            )
            for dealt, place in zip(hits, order, strict=False)
        ),
        *hits[len(order) :],
    ]


def _unfit(model: "CrossEncoder") -> str:
    """Return why a model that was loaded is no reranker; nothing if it is one."""
    config: Any = model.config
    if model.num_labels != 1:
        return f"it has {model.num_labels} labels instead of one score"
    if any(name.endswith(CROSS_ENCODER) for name in getattr(config, "auto_map", None) or {}):
        # Its weights need not fit the library's own class of that name, and code is not run.
        return "it needs program code of its own, which is not run here"
    trained = " ".join(getattr(config, "architectures", None) or [])
    if len(model) == 1 and CROSS_ENCODER not in trained:
        # The library then puts a head of random weights on it.
        return "it is not a cross-encoder (an embedding model belongs in THAMTOP_ENCODER)"
    return ""
