import pytest
import torch

from training.average import average


def test_weights_between_two_readers() -> None:
    one = {"w": torch.tensor([0.0, 4.0]), "b": torch.tensor([1.0])}
    other = {"w": torch.tensor([2.0, 0.0], dtype=torch.float16), "b": torch.tensor([1.0])}
    mean = average(one, other, 0.5)
    assert mean["w"].tolist() == [1.0, 2.0]
    assert mean["b"].tolist() == [1.0]
    assert average(one, other, 0.25)["w"].tolist() == [0.5, 3.0]


def test_readers_of_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="not of one shape"):
        average({"w": torch.zeros(2)}, {"w": torch.zeros(3)}, 0.5)
    with pytest.raises(ValueError, match="not of one shape"):
        average({"w": torch.zeros(2)}, {"v": torch.zeros(2)}, 0.5)
