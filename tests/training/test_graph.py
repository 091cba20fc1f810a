import numpy as np
import onnxruntime
import pytest
import torch
from transformers import BertModel

pytest.importorskip("onnx", reason="onnx comes with the extra that trains the reader")

from index.operators import Shape, quantize_rows
from training.graph import build
from training.restore import restore


def logits(bert: BertModel, quantized: bool, ids: np.ndarray, mask: np.ndarray):
    """Return start, end and support as the graph and as the model compute them."""
    rng = np.random.default_rng(0)
    spans, support = (rng.normal(size=(n, 64)).astype(np.float32) for n in (2, 1))
    weights = {f"m.{name}": tensor.numpy() for name, tensor in bert.state_dict().items()}
    weights |= {"h.weight": spans, "h.bias": np.array([0.5, -0.5], np.float32)}
    weights |= {"s.weight": support, "s.bias": np.array([0.25], np.float32)}
    model = build(weights, Shape(layers=2, heads=4, epsilon=1e-12, quantized=quantized))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    inputs = {"input_ids": ids, "attention_mask": mask}
    start, end, told = session.run(["start", "end", "support"], inputs)
    with torch.no_grad():
        states = bert(torch.tensor(ids), torch.tensor(mask)).last_hidden_state.numpy()
    expected = states @ spans.T + np.array([0.5, -0.5])
    found = np.stack([start, end], axis=-1)
    return (found, expected), (told, states[:, 0] @ support[0] + 0.25)


IDS = np.array([[0, 7, 2, 2, 9, 11, 2], [0, 8, 2, 2, 9, 1, 1]])
MASK = np.array([[1] * 7, [1] * 5 + [0] * 2])


@pytest.mark.parametrize(("quantized", "most"), [(False, 0.03), (True, 0.06)])
def test_graph_computes_what_the_model_computes(small_bert, quantized, most):
    (found, expected), (told, support) = logits(small_bert, quantized, IDS, MASK)
    kept = MASK.astype(bool)
    error = np.linalg.norm(found[kept] - expected[kept])
    # The embeddings have 8 bits in both.
    assert error < most * np.linalg.norm(expected[kept])
    assert told.shape == (2,)
    assert np.linalg.norm(told - support) < 2 * most * np.linalg.norm(support)


@pytest.mark.parametrize("quantized", [False, True])
def test_a_graph_gives_back_its_weights(small_bert, quantized):
    base = {name: tensor.numpy() for name, tensor in small_bert.state_dict().items()}
    rng = np.random.default_rng(1)
    weights = {f"m.{name}": rng.normal(size=w.shape).astype(np.float32) for name, w in base.items()}
    weights |= {"h.weight": rng.normal(size=(2, 64)).astype(np.float32)}
    weights |= {"h.bias": np.array([0.5, -0.5], np.float32)}
    weights |= {"s.weight": rng.normal(size=(1, 64)).astype(np.float32)}
    weights |= {"s.bias": np.array([0.25], np.float32)}
    model = build(weights, Shape(layers=2, heads=4, epsilon=1e-12, quantized=quantized))
    found = restore(model, base, range(1, 2))
    assert found.keys() == weights.keys()
    for name, weight in found.items():
        if name.startswith("m.") and ".layer.1." not in name:
            np.testing.assert_array_equal(weight, base[name.removeprefix("m.")])
        else:
            level = np.abs(weights[name]).max() / 80 if quantized else 1e-6
            np.testing.assert_allclose(weight, weights[name], atol=level)


def test_padding_does_not_change_a_passage(small_bert):
    (padded, _), (told, _) = logits(small_bert, True, IDS, MASK)
    (alone, _), (told_alone, _) = logits(small_bert, True, IDS[1:, :5], MASK[1:, :5])
    np.testing.assert_allclose(told[1:], told_alone, atol=1e-4)
    np.testing.assert_allclose(padded[1, :5], alone[0], atol=1e-4)


def test_rows_of_zeros_stay_zero_and_others_fill_the_levels():
    weight = np.array([[0, 0, 0], [0.5, -2, 1]], np.float32)
    rounded, scale = quantize_rows(weight, 80)
    assert rounded.tolist() == [[0, 0, 0], [20, -80, 40]]
    assert scale[1, 0] == pytest.approx(0.025)
