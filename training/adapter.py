"""Teach the reader to judge: `python -m training.adapter --reader FILE --claims FOLDER ...`.

Every product of the reader gets one of low rank beside it (Hu et al. 2021, LoRA), which only
judging switches on: so that what finds answers stays exactly as it is, while all layers learn to
tell whether words support a claim. The logit stands on `<s>`.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.example import ExampleEncoder, Judged, Statement
from training.mixture import Statements
from training.precision import multiplies_halved, use_products
from training.reader import Reader
from training.run import BATCH, ROUND, SAVE_EVERY, Learner, Plan, Run, batches, padded
from training.statements import (
    LESS,
    NEAR,
    load_answers,
    load_developed,
    load_scripted,
    load_statements,
    load_tempting,
)
from training.table import area_under

RANK = 32
JUDGE_EVERY = 500  # steps
JUDGED = 600  # held-out statements that are judged now and then
# Where a layer's products are, by the names that `training.graph` takes.
PRODUCTS = {
    "qkv": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "out": ("attention.output.dense",),
    "wide": ("intermediate.dense",),
    "narrow": ("output.dense",),
}


class Adapted(nn.Module):
    """A product as it is, with one of low rank added to it."""

    def __init__(self, linear: nn.Linear, down: nn.Linear) -> None:
        """Add to `linear` what `down` and a product of its own make of the input; 0 at first."""
        super().__init__()
        self.linear, self.down = linear, down
        self.up = nn.Linear(down.out_features, linear.out_features, bias=False)
        nn.init.zeros_(self.up.weight)

    def forward(self, states: Tensor) -> Tensor:
        """Return (…, outputs) for states (…, inputs)."""
        told: Tensor = self.linear(states) + self.up(self.down(states))
        return told


def _adapted(layer: nn.Module, place: str) -> Adapted:
    found = layer.get_submodule(place)
    assert isinstance(found, Adapted)
    return found


class Judge(Learner):
    """A reader's body with products of low rank and a logit on `<s>`."""

    heads = ("s",)

    def __init__(self, bert: BertModel, rank: int = RANK) -> None:
        """Adapt a body, whose own weights stay as they are; it is changed in place."""
        super().__init__()
        self.m = bert.requires_grad_(requires_grad=False)
        self.s = nn.Linear(bert.config.hidden_size, 1)
        nn.init.zeros_(self.s.weight)
        nn.init.zeros_(self.s.bias)
        for layer in bert.encoder.layer:
            for places in PRODUCTS.values():
                first = layer.get_submodule(places[0])
                assert isinstance(first, nn.Linear)
                inputs = first.in_features
                down = nn.Linear(inputs, rank, bias=False)
                nn.init.normal_(down.weight, std=inputs**-0.5)
                for place in places:  # the three of attention share what they look at
                    parent, _, name = place.rpartition(".")
                    linear = layer.get_submodule(place)
                    assert isinstance(linear, nn.Linear)
                    setattr(layer.get_submodule(parent), name, Adapted(linear, down))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch) for ids and mask (batch, tokens)."""
        states = self.m(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.s(states[:, 0])[:, 0].float()  # type: ignore[no-any-return]

    def learnt(self) -> dict[str, Tensor]:
        """Return what was trained, by the names that `training.graph` takes.

        ``a.LAYER.PRODUCT.down`` has the shape (rank, inputs), ``up`` (outputs, rank).
        """
        named = {"s.weight": self.s.weight.data, "s.bias": self.s.bias.data}
        for number, layer in enumerate(self.m.encoder.layer):
            for product, places in PRODUCTS.items():
                parts = [_adapted(layer, place) for place in places]
                named[f"a.{number}.{product}.down"] = parts[0].down.weight.data
                named[f"a.{number}.{product}.up"] = torch.cat([p.up.weight.data for p in parts])
        return {name: weight.clone().contiguous() for name, weight in named.items()}

    def learn_from(self, weights: dict[str, Tensor]) -> None:
        """Take up what was trained before."""
        self.s.weight.data, self.s.bias.data = weights["s.weight"], weights["s.bias"]
        for number, layer in enumerate(self.m.encoder.layer):
            for product, places in PRODUCTS.items():
                parts = [_adapted(layer, place) for place in places]
                parts[0].down.weight.data = weights[f"a.{number}.{product}.down"]
                ups = weights[f"a.{number}.{product}.up"].chunk(len(parts))
                for part, up in zip(parts, ups, strict=True):
                    part.up.weight.data = up.clone()


def judgements(judge: Judge, rows: Sequence[Judged]) -> list[float]:
    """Return the logit of every statement, in the order given."""
    order = sorted(range(len(rows)), key=lambda n: len(rows[n].ids))
    found = [0.0] * len(rows)
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        with torch.no_grad():
            logits = judge(*padded([rows[n].ids for n in some])).tolist()
        for number, logit in zip(some, logits, strict=True):
            found[number] = logit
    return found


def batch_loss(batch: Sequence[Judged], judge: Judge) -> Tensor:
    """Return the mean cross-entropy of support."""
    truth = torch.tensor([float(one.right) for one in batch])
    told = judge(*padded([one.ids for one in batch]))
    return functional.binary_cross_entropy_with_logits(told, truth)


def train(
    training: Run[Judge],
    statements: Statements,
    kept: Sequence[Statement],
    encoder: ExampleEncoder,
    rng: random.Random,
) -> None:
    """Train until the time is spent, and now and then judge what is held out."""
    log = (training.out / "log.txt").open("a", encoding="utf-8")
    judged = [encoder.judge(statement) for statement in kept]
    recent = 0.7
    while training.progress < 1:
        drawn = [encoder.judge(statement) for statement in statements.draw(BATCH * ROUND)]
        for batch in batches(drawn, rng):
            recent = 0.98 * recent + 0.02 * training.advance(partial(batch_loss, batch))
            if training.step % 20 == 0:
                log.write(
                    f"{training.step} loss {recent:.3f}, {training.progress:.3f} of the time\n"
                )
            if training.step % SAVE_EVERY == 0:
                training.save()
            if training.step % JUDGE_EVERY == 0 or training.progress >= 1:
                log.write(told(kept, judgements(training.computing, judged)) + "\n")
            log.flush()
            if training.progress >= 1:
                break
    training.save()
    log.close()


def told(kept: Sequence[Statement], logits: Sequence[float]) -> str:
    """Return how well held-out statements are told apart, by pair of languages and all."""
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for statement, logit in zip(kept, logits, strict=True):
        for name in ("all", statement.pair):
            groups[name].append((logit, statement.right))
    said = []
    for name, rows in sorted(groups.items()):
        side = sum((logit > 0) == right for logit, right in rows) / len(rows)
        area = area_under([x for x, right in rows if right], [x for x, right in rows if not right])
        said.append(f"{name} {100 * side:.1f} % right, AUC {area:.3f}")
    return "held out: " + "; ".join(said)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True, help="its weights (.safetensors)")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--claims", type=Path, required=True, help="folder of claims, .jsonl")
    parser.add_argument("--items", type=Path, required=True, help="folder of their items, .jsonl")
    parser.add_argument("--scripted", type=Path, help="folder of a scripted model's claims")
    parser.add_argument("--tempting", type=Path, help="folder of right and tempting wrong answers")
    parser.add_argument("--cases", type=Path, help="folder of the verifier's claims")
    parser.add_argument("--answers", type=Path, help="what training.tempted wrote, .jsonl")
    parser.add_argument("--start", type=Path, help="an adapter's weights to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=60, help="time for all steps")
    parser.add_argument("--hold", type=float, default=0.3, help="share of time at the peak rate")
    parser.add_argument("--rate", type=float, default=5e-4, help="peak rate of the products")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="peak rate of the logit")
    parser.add_argument("--tokens", type=int, default=256, help="longest example, in tokens")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="take up the run in --out")
    return parser.parse_args()


def main() -> None:
    """Run the command."""
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    rng = random.Random(0)
    options.out.mkdir(parents=True, exist_ok=True)
    reader = Reader(options.base)
    reader.load_state_dict({n: w.float() for n, w in load_file(options.reader).items()})
    reader.m.set_attn_implementation(use_products())
    encoder = ExampleEncoder(
        Tokenizer.from_file(str(options.base / "tokenizer.json")), options.tokens, rng
    )
    claims = load_statements(options.claims, options.items, rng)
    held = load_statements(options.claims, options.items, rng, held_out=True)
    answers = load_answers(options.answers) if options.answers else []
    spoken = load_scripted(options.scripted, rng) if options.scripted else []
    spoken += load_developed(options.cases) if options.cases else []
    tempting = load_tempting(options.tempting) if options.tempting else []
    plan = Plan(options.minutes, options.rate, options.head_rate, options.hold)
    judge = Judge(reader.m).train()
    if options.start:
        judge.learn_from(load_file(options.start))
    training = Run(judge, plan, options.out, "adapter", halved=multiplies_halved())
    if options.resume:
        training.resume()
    kept = rng.sample(held, min(JUDGED, len(held)))
    # What the judge is asked about most, what a chat model says and what the reader answers to
    # people, is drawn more often than the older claims and answers.
    # A text's own words with a phrase left out or the sentence built otherwise are few, and without
    # them nearness looks false.
    less = [one for one in [*spoken, *claims] if one.kind == LESS]
    near = [one for one in spoken if one.kind.startswith(NEAR)]
    groups = [*[spoken] * 3, *[tempting] * 2, claims, answers, less, near]
    train(training, Statements(groups, rng), kept, encoder, rng)


if __name__ == "__main__":
    main()
