"""Threshold: where to answer, or to show a claim, chosen by what it costs nearby too."""

import numpy as np
from numpy.typing import NDArray

STEP = 0.01  # of a probability


def smoothed(values: NDArray[np.float64], either_way: float) -> NDArray[np.float64]:
    """Return the mean of values around each of them, lest a few cases move the best one far.

    Args:
        values: One for each place, `STEP` apart.
        either_way: How far around, as a probability; beyond the ends their values go on.
    """
    reach = round(either_way / STEP)
    padded = np.pad(values, reach, mode="edge")
    return np.convolve(padded, np.full(2 * reach + 1, 1 / (2 * reach + 1)), "valid")
