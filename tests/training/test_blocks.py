import numpy as np
import pytest

from training.blocks import BLOCK, quantize_blocks


def widened(packed, scales, bits, outputs):
    if bits == 4:
        packed = np.stack([packed & 15, packed >> 4], axis=-1).reshape(outputs, -1, BLOCK[bits])
    levels = packed.astype(np.float32) - (1 << (bits - 1))
    return (levels * scales.reshape(outputs, -1, 1)).reshape(outputs, -1)


def test_four_bit_weights_of_the_base_model_stay_exact():
    rng = np.random.default_rng(0)
    levels = rng.integers(-8, 8, (6, 2, 32)).astype(np.float32)
    levels[..., 0] = -8
    scales = rng.choice([-0.5, 0.25, 2.0], (6, 2, 1)).astype(np.float32)
    weight = (levels * scales).reshape(6, 64)
    np.testing.assert_array_equal(widened(*quantize_blocks(weight, 4), 4, 6), weight)


@pytest.mark.parametrize(("bits", "most"), [(8, 0.01), (4, 0.12)])
def test_error_is_small_against_the_weights(bits, most):
    weight = np.random.default_rng(1).normal(size=(32, 128)).astype(np.float32)
    error = widened(*quantize_blocks(weight, bits), bits, 32) - weight
    assert np.linalg.norm(error) < most * np.linalg.norm(weight)


def test_block_of_zeros_stays_zero():
    weight = np.zeros((2, 64), np.float32)
    for bits in (4, 8):
        assert not widened(*quantize_blocks(weight, bits), bits, 2).any()
