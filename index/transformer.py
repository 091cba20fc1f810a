"""SentenceTransformerEncoder: any sentence-transformers model, with its own prompts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sources import EncoderError

if TYPE_CHECKING:
    Vectors = NDArray[np.float32]

_BATCH = 16
# Models of the E5 family on the hub carry no prompts in their configuration but need these.
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class SentenceTransformerEncoder:
    """A model by hub name or folder; the model's own query and document prompts are used."""

    def __init__(self, model: str, name: str | None = None) -> None:
        """Load the model.

        Args:
            model: Hub name or folder of a sentence-transformers model.
            name: What the index remembers, if not the model's own name.

        Raises:
            EncoderError: The library is missing, or the model cannot be loaded.
        """
        self.name = name or model
        try:
            from sentence_transformers import SentenceTransformer

            self._model: SentenceTransformer = SentenceTransformer(model)
        except Exception as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
            raise EncoderError(
                f"The encoder {model} cannot be loaded ({reason}); check THAMTOP_ENCODER: the name "
                "of a sentence-transformers model that can be downloaded, or its folder."
            ) from error
        prompts = {key: text for key, text in self._model.prompts.items() if text}
        if not prompts and "e5" in model.lower().replace("\\", "/").rsplit("/", 1)[-1]:
            prompts = _E5_PROMPTS
        self._query = prompts.get("query", "")
        self._document = prompts.get("document") or prompts.get("passage") or ""

    def encode_query(self, text: str) -> "Vectors":
        """Return the vector of a question, shape (dimensions,)."""
        vector: Vectors = self._encode([text], self._query)[0]
        return vector

    def encode_document(self, texts: Sequence[str]) -> "Vectors":
        """Return the vectors of passages, shape (texts, dimensions)."""
        return self._encode(texts, self._document)

    def _encode(self, texts: Sequence[str], prompt: str) -> "Vectors":
        vectors = self._model.encode(
            list(texts),
            prompt=prompt or None,
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, np.float32)
