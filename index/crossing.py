"""Crossing: moves a question's vector towards where its translation would lie.

The embedded encoder puts a sentence and its translation near each other, but not as near as two
sentences of one language, and to one side always: a linear map learned on pairs of sentences
(`python -m training.crossing`) takes half of that way. No passage is encoded anew for it.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    Vectors = NDArray[np.float32]

ENCODER = "multilingual-e5-small"  # the only one that the map fits


def crossed(vector: "Vectors", language: str, encoder: str) -> "Vectors":
    """Return the vector with which to search passages in the other language.

    Args:
        vector: A question's vector of unit length, shape (dimensions,).
        language: Language of the question, ``th`` or ``en``.
        encoder: Name of the encoder that made it; the vector stays as it is if no map fits.

    Returns:
        The mean of the question's own direction and of the one that its translation is expected
        to have, of unit length.
    """
    if encoder != ENCODER:
        return vector
    matrix = _maps()[language]
    expected = np.append(vector, np.float32(1)) @ matrix
    halfway: Vectors = vector + expected / np.linalg.norm(expected)
    return halfway / np.linalg.norm(halfway)


@cache
def _maps() -> "dict[str, Vectors]":
    """Load the maps: by language of the question, shape (dimensions + 1, dimensions)."""
    with as_file(files("index").joinpath("crossing.npz")) as path, np.load(path) as stored:
        return {language: stored[language].astype(np.float32) for language in ("th", "en")}
