"""SentenceTransformerEncoder: any sentence-transformers model, with its own prompts."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index import problems
from sources import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    Vectors = NDArray[np.float32]

CROSS_ENCODER = "ForSequenceClassification"  # how the architectures of cross-encoders end
_HOW: dict[str, Any] = {"batch_size": 16, "show_progress_bar": False, "convert_to_numpy": True}
# What models call the prompts of questions and of passages; the first that says anything counts.
# The library's own encode_document would stop at its default for "document", which is empty.
_QUERY = ("query", "search_query", "retrieval_query", "web_search_query")
_DOCUMENT = ("document", "passage", "corpus", "search_document", "retrieval_passage")
# Models of the E5 family on the hub carry no prompts in their configuration but need these.
_E5 = re.compile(r"(?:^|[-_])e5(?:[-_]|$)")
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}
_E5_INSTRUCT = {
    "query": "Instruct: Given a question, retrieve passages that answer the question\nQuery: "
}


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

            self._model: SentenceTransformer = SentenceTransformer(model, **options())
            _refuse_reranker(self._model)
            prompts = _prompts(model, self._model.prompts)
            self._query, self._document = _first(prompts, _QUERY), _first(prompts, _DOCUMENT)
            # The tokenizer takes its settings at its first call, which no other thread may share.
            self.encode_query("?")
        except Exception as error:
            raise EncoderError(
                problems.ENCODER_NOT_LOADED, model=model, reason=one_line(error)
            ) from error

    def encode_query(self, text: str) -> "Vectors":
        """Return the vector of a question, shape (dimensions,)."""
        found = self._model.encode_query([text], prompt=self._query, **_HOW)
        vector: Vectors = _unit(found)[0]
        return vector

    def encode_document(self, texts: Sequence[str]) -> "Vectors":
        """Return the vectors of passages, shape (texts, dimensions)."""
        return _unit(self._model.encode_document(list(texts), prompt=self._document, **_HOW))


def options() -> dict[str, Any]:
    """Return how models are loaded: in float32 on a CPU, as they are stored on anything else.

    Many are stored in half precision, which is slower on most CPUs.
    """
    from sentence_transformers.util import get_device_name

    return {"model_kwargs": {"dtype": "float32"}} if get_device_name() == "cpu" else {}


def one_line(error: Exception) -> str:
    """Return the first line of what an error says."""
    said = str(error).strip()
    return said.splitlines()[0] if said else repr(error)


def _unit(vectors: object) -> "Vectors":
    """Return vectors at unit length.

    In float32: the library would divide in the model's own precision, and half precision leaves
    lengths off by a part in a few hundred.
    """
    found = np.asarray(vectors, np.float32)
    lengths = np.linalg.norm(found, axis=-1, keepdims=True)
    unit: Vectors = found / np.maximum(lengths, np.finfo(np.float32).tiny)
    return unit


def _refuse_reranker(model: "SentenceTransformer") -> None:
    """Raise if the library had to make an encoder of a cross-encoder, whose vectors say nothing."""
    trained = getattr(model.config, "architectures", None) or []
    if not model.module_kwargs and any(name.endswith(CROSS_ENCODER) for name in trained):
        raise ValueError("it is a cross-encoder, which belongs in THAMTOP_RERANKER")


def _prompts(model: str, own: Mapping[str, str | None]) -> Mapping[str, str]:
    """Return a model's prompts, or those that its family needs if it brings none."""
    prompts = {re.sub(r"\W", "_", key.lower()): text for key, text in own.items() if text}
    name = _short_name(model)
    if prompts or not _E5.search(name):
        return prompts
    return _E5_INSTRUCT if "instruct" in name else _E5_PROMPTS


def _short_name(model: str) -> str:
    """Return the last part of a model's name; of a folder in the hub's cache, the name there."""
    path = Path(model.replace("\\", "/"))
    if path.parent.name == "snapshots":
        path = Path(path.parent.parent.name.rsplit("--", 1)[-1])
    return path.name.lower()


def _first(prompts: Mapping[str, str], names: Sequence[str]) -> str:
    return next((prompts[name] for name in names if name in prompts), "")
