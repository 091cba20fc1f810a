"""Block-wise integer weights in the layout of ONNX Runtime's MatMulNBits."""

import numpy as np
from numpy.typing import NDArray

# 32 is the block of the base model's own 4-bit weights, which so stay exact.
BLOCK = {4: 32, 8: 64}

Array = NDArray[np.float32]


def quantize_blocks(weight: Array, bits: int) -> tuple[NDArray[np.uint8], Array]:
    """Quantise `weight` (outputs, inputs) in blocks along its inputs.

    Returns bytes (outputs, blocks, bytes a block), the weights of 4 bits two in a byte with the
    first in the low half, and scales (outputs * blocks). The zero is half the range, as
    MatMulNBits takes it where none is given.
    """
    half = 1 << (bits - 1)
    blocks = weight.reshape(len(weight), -1, BLOCK[bits])
    scales = _best_scales(blocks, half) if bits == 4 else np.abs(blocks).max(-1) / (half - 1)
    scales = np.where(scales == 0, 1, scales).astype(np.float32)
    levels = np.clip(np.round(blocks / scales[..., None]) + half, 0, 2 * half - 1)
    packed = levels.astype(np.uint8)
    if bits == 4:
        packed = packed[..., 0::2] | packed[..., 1::2] << 4
    return packed, scales.reshape(-1)


def _best_scales(blocks: Array, half: int) -> Array:
    """Choose for each block the scale with the least squared error.

    The first candidate maps the extreme weight to the lowest level, as the base model's format
    (ggml's Q4_0) does; the others clip it a little.
    """
    at = np.abs(blocks).argmax(-1)[..., None]
    extreme = np.take_along_axis(blocks, at, -1)[..., 0]
    best = np.zeros(extreme.shape, np.float32)
    least = np.full(extreme.shape, np.inf)
    for divisor in (8.0, 7.75, 8.25, 7.5, 8.5, 7.25, 8.75, 7.0, 9.0):
        for sign in (-1, 1):
            scale = sign * extreme / divisor
            safe = np.where(scale == 0, 1, scale)[..., None]
            levels = np.clip(np.round(blocks / safe), -half, half - 1)
            error = ((levels * safe - blocks) ** 2).sum(-1)
            better = error < least * (1 - 1e-6)
            best, least = np.where(better, scale, best), np.where(better, error, least)
    return best
