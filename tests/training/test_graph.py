from copy import deepcopy

import numpy as np
import onnxruntime
import pytest
import torch
from transformers import BertModel

pytest.importorskip("onnx", reason="onnx comes with the extra that trains the reader")

from index.operators import Shape, quantize_rows
from training.adapter import PRODUCTS, Judge
from training.graph import build
from training.restore import restore, restore_adapter


def run(
    judge: Judge, quantized: bool, judging: bool, ids: np.ndarray, mask: np.ndarray
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Return start and end, then support, each as the graph computes it and as the model does.

    The model computes start and end without what was learnt for judging.
    """
    spans = np.random.default_rng(0).normal(size=(2, 64)).astype(np.float32)
    plain = plain_body(judge)
    weights = {f"m.{name}": tensor.numpy() for name, tensor in plain.state_dict().items()}
    weights |= {"h.weight": spans, "h.bias": np.array([0.5, -0.5], np.float32)}
    weights |= {name: tensor.numpy() for name, tensor in judge.learnt().items()}
    model = build(weights, Shape(layers=2, heads=4, epsilon=1e-12, quantized=quantized))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    inputs = {"input_ids": ids, "attention_mask": mask, "judging": np.array(judging)}
    start, end, told = session.run(["start", "end", "support"], inputs)
    with torch.no_grad():
        states = plain(torch.tensor(ids), torch.tensor(mask)).last_hidden_state.numpy()
        support = judge(torch.tensor(ids), torch.tensor(mask)).numpy()
    expected = states @ spans.T + np.array([0.5, -0.5])
    return (np.stack([start, end], axis=-1), expected), (told, support)


def plain_body(judge: Judge) -> BertModel:
    """Return the body of a judge as it was before."""
    plain = deepcopy(judge.m)
    for layer in plain.encoder.layer:
        for place in (place for places in PRODUCTS.values() for place in places):
            parent, _, name = place.rpartition(".")
            setattr(layer.get_submodule(parent), name, layer.get_submodule(place).linear)
    return plain


@pytest.fixture
def judge(small_bert) -> Judge:
    """Return a judge whose products of low rank change much."""
    torch.manual_seed(2)
    judge = Judge(small_bert, rank=4).eval()
    for name, weight in judge.named_parameters():
        if ".up." in name or name.startswith("s."):
            torch.nn.init.normal_(weight, std=0.2)
    return judge


IDS = np.array([[0, 7, 2, 2, 9, 11, 2], [0, 8, 2, 2, 9, 1, 1]])
MASK = np.array([[1] * 7, [1] * 5 + [0] * 2])


@pytest.mark.parametrize(("quantized", "most"), [(False, 0.03), (True, 0.06)])
def test_graph_computes_what_the_model_computes(judge, quantized, most):
    (found, expected), _ = run(judge, quantized, False, IDS, MASK)
    kept = MASK.astype(bool)
    error = np.linalg.norm(found[kept] - expected[kept])
    # The embeddings have 8 bits in both.
    assert error < most * np.linalg.norm(expected[kept])


@pytest.mark.parametrize(("quantized", "most"), [(False, 0.03), (True, 0.08)])
def test_what_was_learnt_for_judging_is_switched_on_for_it_alone(judge, quantized, most):
    _, (told, support) = run(judge, quantized, True, IDS, MASK)
    assert told.shape == (2,)
    assert np.abs(told - support).max() < most * np.abs(support).max() + 0.02
    _, (off, _) = run(judge, quantized, False, IDS, MASK)
    assert np.abs(off - support).max() > 0.1


@pytest.mark.parametrize("quantized", [False, True])
def test_a_graph_gives_back_its_weights(small_bert, quantized):
    base = {name: tensor.numpy() for name, tensor in small_bert.state_dict().items()}
    rng = np.random.default_rng(1)
    weights = {f"m.{name}": rng.normal(size=w.shape).astype(np.float32) for name, w in base.items()}
    weights |= {"h.weight": rng.normal(size=(2, 64)).astype(np.float32)}
    weights |= {"h.bias": np.array([0.5, -0.5], np.float32)}
    learnt = {
        n: tensor.numpy() for n, tensor in Judge(deepcopy(small_bert), rank=4).learnt().items()
    }
    shape = Shape(layers=2, heads=4, epsilon=1e-12, quantized=quantized)
    learnt = {name: rng.normal(size=w.shape).astype(np.float32) for name, w in learnt.items()}
    model = build(weights | learnt, shape)
    adapter = restore_adapter(model)
    assert adapter.keys() == learnt.keys()
    for name, weight in adapter.items():
        level = 0 if name.startswith("s.") else np.abs(learnt[name]).max() / 127
        np.testing.assert_allclose(weight, learnt[name], atol=level)
    found = restore(model, base, range(1, 2))
    assert found.keys() == weights.keys()
    for name, weight in found.items():
        if name.startswith("m.") and ".layer.1." not in name:
            np.testing.assert_array_equal(weight, base[name.removeprefix("m.")])
        else:
            level = np.abs(weights[name]).max() / 80 if quantized else 1e-6
            np.testing.assert_allclose(weight, weights[name], atol=level)


def test_padding_does_not_change_a_passage(judge):
    (padded, _), (told, _) = run(judge, True, True, IDS, MASK)
    (alone, _), (told_alone, _) = run(judge, True, True, IDS[1:, :5], MASK[1:, :5])
    np.testing.assert_allclose(told[1:], told_alone, atol=1e-4)
    np.testing.assert_allclose(padded[1, :5], alone[0], atol=1e-4)


def test_rows_of_zeros_stay_zero_and_others_fill_the_levels():
    weight = np.array([[0, 0, 0], [0.5, -2, 1]], np.float32)
    rounded, scale = quantize_rows(weight, 80)
    assert rounded.tolist() == [[0, 0, 0], [20, -80, 40]]
    assert scale[1, 0] == pytest.approx(0.025)
