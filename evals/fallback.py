"""Fallback: whether a chat model words the answers, or the reader that stands in for it.

Without a look at it, a run with a wrong key would measure the reader and call it the model.
"""

from collections.abc import Sequence

from evals.item import Item
from evals.problems import MODEL_AWAY
from sources import EvaluationError

PATIENCE = 5  # questions


class Fallback:
    """Watches the answers of a run, and ends it when a chat model words none of the first."""

    def __init__(self, model: str) -> None:
        """Watch a model by its name."""
        self._model = model
        self._alone = 0

    def see(self, item: Item) -> None:
        """Look at the next answer.

        Raises:
            EvaluationError: The reader stood in for the model from the first question on.
        """
        answer = item.answer or {}
        note = str(answer.get("note") or "")
        if self._alone >= 0 and note and answer.get("answerer") != self._model:
            self._alone += 1
        else:
            self._alone = -1  # the model is there; a failure later is a failure of its own
        if self._alone == PATIENCE:
            raise EvaluationError(MODEL_AWAY, model=self._model, count=PATIENCE, note=note)


def worded(items: Sequence[Item], model: str) -> int:
    """Count the answers that a chat model worded."""
    return sum((item.answer or {}).get("answerer") == model for item in items)
