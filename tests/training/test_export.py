"""The trained reader as files: what only judging uses lies in one of its own."""

import json
from hashlib import sha256

import numpy as np
import onnxruntime
import pytest
import torch
from safetensors.torch import load_file, save_file

pytest.importorskip("onnx", reason="onnx comes with the extra that trains the reader")

from training.adapter import Judge
from training.export import export

IDS = np.array([[0, 7, 2, 2, 9, 11, 2]])


def written(folder, bert, seed):
    """Write a reader and a judge of chance weights, as training leaves them."""
    torch.manual_seed(seed)
    folder.mkdir()
    (folder / "tokenizer.json").write_text("{}")
    config = {"num_hidden_layers": 2, "num_attention_heads": 4, "layer_norm_eps": 1e-12}
    (folder / "config.json").write_text(json.dumps(config))
    reader = {f"m.{name}": weight.contiguous() for name, weight in bert.state_dict().items()}
    reader |= {"h.weight": torch.randn(2, 64), "h.bias": torch.randn(2)}
    save_file(reader, folder / "reader.safetensors")
    judge = Judge(bert, rank=4)
    for name, weight in judge.named_parameters():
        if ".up." in name or name.startswith("s."):
            torch.nn.init.normal_(weight, std=0.3)
    save_file(judge.learnt(), folder / "adapter.safetensors")
    return folder


def told(folder, judging):
    session = onnxruntime.InferenceSession(str(folder / "reader.onnx"))
    inputs = {"input_ids": IDS, "attention_mask": np.ones_like(IDS), "judging": np.array(judging)}
    return [row.tolist() for row in session.run(["start", "end", "support"], inputs)]


def exported(source, out, adapter=None, keep=None):
    adapter = (adapter or source) / "adapter.safetensors"
    export(source / "reader.safetensors", adapter, source, out, keep=keep)
    return out


@pytest.fixture
def trained(tmp_path, small_bert):
    return written(tmp_path / "trained", small_bert, 1)


def test_a_judge_lies_beside_the_reader_with_the_sums_of_all(trained, tmp_path):
    out = exported(trained, tmp_path / "out")
    sums = dict(reversed(line.split()) for line in (out / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == {"reader.onnx", "judge.bin", "tokenizer.json"}
    for name, wanted in sums.items():
        assert sha256((out / name).read_bytes()).hexdigest() == wanted
    assert told(out, True)[2] != told(out, False)[2]


def test_a_judge_trained_on_leaves_the_reader_s_file_as_it_is(trained, tmp_path):
    first = exported(trained, tmp_path / "first")
    before = (first / "reader.onnx").read_bytes()
    learnt = load_file(trained / "adapter.safetensors")
    weights = {name: 2 * weight for name, weight in learnt.items()}
    (tmp_path / "second").mkdir()
    save_file(weights, tmp_path / "second" / "adapter.safetensors")
    second = exported(trained, tmp_path / "out", tmp_path / "second", first / "reader.onnx")
    assert (second / "reader.onnx").read_bytes() == before
    assert told(second, False)[:2] == told(first, False)[:2]
    assert told(second, True)[2] != told(first, True)[2]


def test_a_reader_may_be_written_over_itself(trained, tmp_path):
    out = exported(trained, tmp_path / "out")
    before = told(out, True)
    size = (out / "judge.bin").stat().st_size
    exported(trained, out, keep=out / "reader.onnx")
    assert told(out, True) == before
    assert (out / "judge.bin").stat().st_size == size
