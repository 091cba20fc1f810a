"""Train the verifier's branch: `python -m training.entailment --reader FILE --claims FOLDER ...`.

The branch tells whether words of a source support a claim. It takes the states of the reader's
lower layers, which stay as they are, through copies of the upper ones that it trains, to one logit
on `<s>`. Since the lower layers never change, their states are computed once.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.precision import Halved, use_products
from training.reader import PADDING, Reader
from training.statements import Statement, load_statements
from training.table import area_under

SHARED_LAYERS = 10  # of the reader's twelve; two more of its own are 3.5 MB in 8 bits
CLAIM_TOKENS, TOKENS = 128, 288
BATCH = 32
BEGIN, END = 0, 2  # ids of <s> and </s>


class Branch(nn.Module):
    """The upper layers and a logit on `<s>`; 0 is where support and none are equally likely."""

    def __init__(self, bert: BertModel, shared: int = SHARED_LAYERS) -> None:
        """Copy the layers of a reader's body from `shared` on."""
        super().__init__()
        self.shared = shared
        self.layers = nn.ModuleList(deepcopy(layer) for layer in bert.encoder.layer[shared:])
        self.e = nn.Linear(bert.config.hidden_size, 1)
        self.requires_grad_(requires_grad=True)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch) for states (batch, tokens, width) and a mask (batch, tokens)."""
        shut = torch.zeros(mask.shape, dtype=states.dtype)
        shut = shut.masked_fill(mask == 0, torch.finfo(states.dtype).min)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, shut)
        return self.e(states[:, 0])[:, 0].float()  # type: ignore[no-any-return]

    def weights(self) -> dict[str, Tensor]:
        """Return the weights by the names that `training.graph` takes."""
        named = {"e.weight": self.e.weight.data, "e.bias": self.e.bias.data}
        for number, layer in enumerate(self.layers, self.shared):
            for name, weight in layer.state_dict().items():
                named[f"m.encoder.layer.{number}.{name}"] = weight
        return {name: weight.contiguous() for name, weight in named.items()}


@dataclass(frozen=True)
class Prepared:
    """A statement with the states of the shared layers, (tokens, width) in bfloat16."""

    statement: Statement
    states: Tensor


def encode(tokenizer: Tokenizer, statement: Statement) -> list[int]:
    """Return the tokens `<s> claim </s></s> evidence </s>`."""
    claim = tokenizer.encode(statement.claim, add_special_tokens=False).ids[:CLAIM_TOKENS]
    evidence = tokenizer.encode(statement.evidence, add_special_tokens=False).ids
    return [BEGIN, *claim, END, END, *evidence[: TOKENS - len(claim) - 4], END]


def prepare(
    bert: BertModel,
    tokenizer: Tokenizer,
    statements: Sequence[Statement],
    shared: int = SHARED_LAYERS,
) -> list[Prepared]:
    """Run the lower layers of a reader's body once over every statement."""
    lower = deepcopy(bert).bfloat16()
    lower.eval()  # type: ignore[no-untyped-call]
    lower.encoder.layer = lower.encoder.layer[:shared]
    encoded = [(encode(tokenizer, statement), statement) for statement in statements]
    encoded.sort(key=lambda pair: len(pair[0]))
    prepared = []
    for at in range(0, len(encoded), BATCH):
        rows = encoded[at : at + BATCH]
        longest = max(len(ids) for ids, _ in rows)
        ids = torch.full((len(rows), longest), PADDING)
        mask = torch.zeros(len(rows), longest, dtype=torch.long)
        for row, (tokens, _) in enumerate(rows):
            ids[row, : len(tokens)] = torch.tensor(tokens)
            mask[row, : len(tokens)] = 1
        with torch.no_grad():
            states = lower(input_ids=ids, attention_mask=mask).last_hidden_state
        for row, (tokens, statement) in enumerate(rows):
            prepared.append(Prepared(statement, states[row, : len(tokens)].clone()))
    return prepared


def batch_of(some: Sequence[Prepared]) -> tuple[Tensor, Tensor, Tensor]:
    """Pad states to (batch, tokens, width); return them with their mask and the truth."""
    longest = max(len(one.states) for one in some)
    states = torch.zeros(len(some), longest, some[0].states.shape[1], dtype=some[0].states.dtype)
    mask = torch.zeros(len(some), longest, dtype=torch.long)
    for row, one in enumerate(some):
        states[row, : len(one.states)] = one.states
        mask[row, : len(one.states)] = 1
    return states, mask, torch.tensor([float(one.statement.right) for one in some])


def batches(prepared: Sequence[Prepared], rng: random.Random) -> Iterator[list[Prepared]]:
    """Deal all once, in batches of a like length, in random order."""
    order = sorted(prepared, key=lambda one: len(one.states) + rng.uniform(0, 16))
    dealt = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    rng.shuffle(dealt)
    yield from dealt


def train(
    branch: Branch, prepared: Sequence[Prepared], epochs: int, rate: float, rng: random.Random
) -> Iterator[float]:
    """Train with cross-entropy and yield the loss after each epoch.

    The rate rises for 60 steps and falls to 0 by the last.
    """
    halved = Halved(branch)
    groups = [
        {"params": list(branch.layers.parameters()), "lr": rate},
        {"params": list(branch.e.parameters()), "lr": 10 * rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * (-(-len(prepared) // BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 60) * max(0.0, 1 - step / steps)
    )
    recent = 0.7
    for _ in range(epochs):
        for some in batches(prepared, rng):
            states, mask, truth = batch_of(some)
            loss = functional.binary_cross_entropy_with_logits(halved.copy(states, mask), truth)
            loss.backward()  # type: ignore[no-untyped-call]
            halved.collect()
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            halved.refresh()
            recent = 0.98 * recent + 0.02 * loss.item()
        yield recent


def judge(branch: Branch, prepared: Sequence[Prepared]) -> dict[str, list[tuple[float, bool]]]:
    """Return logit and truth of every statement, by pair, by kind and under ``all``."""
    halved = deepcopy(branch).to(torch.bfloat16).eval()
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for at in range(0, len(prepared), BATCH):
        some = prepared[at : at + BATCH]
        states, mask, _ = batch_of(some)
        with torch.no_grad():
            logits = halved(states, mask).tolist()
        for one, logit in zip(some, logits, strict=True):
            for name in ("all", one.statement.pair, one.statement.kind):
                found[name].append((logit, one.statement.right))
    return found


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True, help="its weights (.safetensors)")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--claims", type=Path, required=True, help="folder of claims, .jsonl")
    parser.add_argument("--items", type=Path, required=True, help="folder of their items, .jsonl")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.safetensors)")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    rng = random.Random(0)
    reader = Reader(options.base)
    reader.load_state_dict({n: w.float() for n, w in load_file(options.reader).items()})
    reader.m.set_attn_implementation(use_products())
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    learnt, kept = (
        prepare(
            reader.m, tokenizer, load_statements(options.claims, options.items, rng, held_out=h)
        )
        for h in (False, True)
    )
    print(f"{len(learnt)} statements to learn from, {len(kept)} held out", flush=True)  # noqa: T201
    branch = Branch(reader.m)
    for loss in train(branch, learnt, options.epochs, options.rate, rng):
        save_file(branch.weights(), options.out)  # an epoch takes minutes
        print(f"loss {loss:.3f}", flush=True)  # noqa: T201
    print("held out, statements, % on the right side of 0, AUC")  # noqa: T201
    for name, judged in judge(branch, kept).items():
        right = [logit for logit, truth in judged if truth]
        false = [logit for logit, truth in judged if not truth]
        good = sum((logit > 0) == truth for logit, truth in judged) / len(judged)
        area = area_under(right, false)
        print(f"{name:12} {len(judged):5} {100 * good:5.1f} {area:.3f}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
