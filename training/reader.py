"""Train the bilingual reader: `python -m training.reader --data FOLDER --base FOLDER`."""

import argparse
import random
from collections.abc import Iterable
from functools import partial
from itertools import chain
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.example import Encoded, ExampleEncoder
from training.mixture import (
    Mixture,
    load_decks,
    load_item_decks,
    load_retrieved,
    load_verdict_decks,
)
from training.precision import multiplies_halved, use_products
from training.run import BATCH, ROUND, SAVE_EVERY, Learner, Plan, Run, batches, padded


class Reader(Learner):
    """multilingual-e5-small with a start and an end logit on every token."""

    heads = ("h",)

    def __init__(self, base: Path) -> None:
        """Load the encoder of the folder `base`; freeze its embeddings."""
        super().__init__()
        self.m = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.h = nn.Linear(self.m.config.hidden_size, 2)
        self.m.embeddings.requires_grad_(requires_grad=False)
        for module in self.modules():
            # Drawing the masks takes longer than the products on a CPU, and an epoch overfits
            # little.
            if isinstance(module, nn.Dropout):
                module.p = 0.0

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, tokens, 2) for ids and mask (batch, tokens)."""
        states = self.m(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.h(states).float()  # type: ignore[no-any-return]


def batch_loss(batch: list[Encoded], reader: Reader) -> Tensor:
    """Return the mean cross-entropy of start and end, with the question's tokens left out."""
    ids, mask = padded([example.ids for example in batch])
    allowed = mask.bool()
    for row, example in enumerate(batch):
        allowed[row, 1 : example.base] = False
    logits = reader(ids, mask).masked_fill(~allowed[..., None], -1e4)
    starts = torch.tensor([example.start for example in batch])
    ends = torch.tensor([example.end for example in batch])
    start_loss = functional.cross_entropy(logits[..., 0], starts)
    return (start_loss + functional.cross_entropy(logits[..., 1], ends)) / 2


def train(training: Run[Reader], options: argparse.Namespace, rng: random.Random) -> None:
    """Train until the time is spent, reading what may grow anew before each round."""
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    encoder = ExampleEncoder(tokenizer, options.tokens, rng)
    mixture = Mixture(load_decks(options.data, tokenizer, rng), rng)
    log = (options.out / "log.txt").open("a", encoding="utf-8")
    growing = [path for path in (options.items, options.claims, options.retrieved) if path]
    known: dict[Path, int] = {}
    seen, recent = 0, 0.0
    while training.progress < 1:
        sizes = _sizes(growing)
        if sizes != known:
            decks = load_item_decks(options.items) if options.items else {}
            decks |= load_verdict_decks(options.claims, options.items) if options.claims else {}
            decks |= load_retrieved(options.retrieved) if options.retrieved else {}
            mixture.replace(decks)
            known, seen = sizes, sum(map(len, decks.values()))
        drawn = [encoder.encode(example) for example in mixture.draw(BATCH * ROUND)]
        for batch in batches(drawn, rng):
            recent = 0.95 * recent + 0.05 * training.advance(partial(batch_loss, batch))
            if training.step % 20 == 0:
                pace = f"{training.progress:.3f} of the time, {seen} examples of items"
                log.write(f"{training.step} loss {recent:.3f}, {pace}\n")
                log.flush()
            if training.step % SAVE_EVERY == 0:
                training.save()
            if training.progress >= 1:
                break
    training.save()
    log.close()


def _sizes(growing: Iterable[Path]) -> dict[Path, int]:
    """Return the bytes of every file that may grow during a run: those named, those of folders."""
    every = chain.from_iterable([path, *path.glob("*.jsonl")] for path in growing)
    return {path: path.stat().st_size for path in every if path.is_file()}


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--items", type=Path, help="folder of further bilingual items, .jsonl")
    parser.add_argument("--claims", type=Path, help="folder of claims about the items, .jsonl")
    parser.add_argument("--retrieved", type=Path, help="what training.negatives wrote, .jsonl")
    parser.add_argument("--start", type=Path, help="reader weights (.safetensors) to start from")
    parser.add_argument("--out", type=Path, default=Path("run"), help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=60, help="time for all steps")
    parser.add_argument("--hold", type=float, default=0.4, help="share of time at the peak rate")
    parser.add_argument("--rate", type=float, default=6e-5, help="peak rate of the layers")
    parser.add_argument("--head-rate", type=float, default=3e-4, help="peak rate of the logits")
    parser.add_argument("--tokens", type=int, default=320, help="longest example, in tokens")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--float32", action="store_true", help="never compute in bfloat16")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--resume", action="store_true", help="take up the run in --out")
    return parser.parse_args()


def main() -> None:
    """Run the command."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    reader = Reader(options.base)
    if options.start:
        weights = load_file(options.start)
        reader.load_state_dict({name: w.float() for name, w in weights.items()})
    plan = Plan(options.minutes, options.rate, options.head_rate, options.hold)
    halved = multiplies_halved() and not options.float32
    if halved:
        reader.m.set_attn_implementation(use_products())
    training = Run(reader.train(), plan, options.out, "reader", halved=halved)
    if options.resume:
        training.resume()
    train(training, options, rng)


if __name__ == "__main__":
    main()
