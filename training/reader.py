"""Train the bilingual reader: `python -m training.reader --data FOLDER --base FOLDER`."""

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from training.example import Encoded, ExampleEncoder
from training.mixture import Mixture, load_decks, load_item_decks, load_retrieved
from training.precision import Halved, multiplies_halved, use_products

FROZEN_LAYERS = 4  # with the embeddings they stay those of the encoder
BATCH = 16
ROUND = 20  # batches drawn at once, so that each holds examples of a like length
PADDING = 1
WIDTH = 32  # tokens by which batches differ in width
SAVE_EVERY = 100


class Reader(nn.Module):
    """multilingual-e5-small with a start and an end logit on every token."""

    def __init__(self, base: Path) -> None:
        """Load the encoder of the folder `base`; freeze what it shares with the encoder."""
        super().__init__()
        self.m = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.h = nn.Linear(self.m.config.hidden_size, 2)
        for part in (self.m.embeddings, *self.m.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)
        for module in self.modules():
            # Drawing the masks takes longer than the products on a CPU, and an epoch overfits
            # little.
            if isinstance(module, nn.Dropout):
                module.p = 0.0

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, tokens, 2) for ids and mask (batch, tokens)."""
        states = self.m(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.h(states).float()  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Plan:
    """How long to train and how fast; rates are peaks, time is in minutes."""

    minutes: float
    rate: float
    head_rate: float
    hold: float
    warmup_steps: int = 60

    def scale(self, step: int, progress: float) -> float:
        """Return the share of the peak rate: warm up, hold, then fall to 0 with the time."""
        fall = min(1.0, (1 - progress) / (1 - self.hold))
        return min(1.0, (step + 1) / self.warmup_steps) * max(0.0, fall)


def padded(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Return ids and their mask, (batch, tokens)."""
    # Few different widths: for each one the processor's kernels are made anew.
    longest = -(-max(map(len, rows)) // WIDTH) * WIDTH
    ids = torch.full((len(rows), longest), PADDING)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for row, tokens in enumerate(rows):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = 1
    return ids, mask


def batch_loss(reader: Reader, batch: list[Encoded]) -> Tensor:
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


class Training:
    """The state of one run: model, optimiser, step and time spent; saved and taken up again."""

    def __init__(self, reader: Reader, plan: Plan, out: Path) -> None:
        """Start at step 0; write checkpoints into the folder `out`."""
        self.reader, self.plan, self.out = reader, plan, out
        self.halved: Halved[Reader] | None = None
        body = [p for p in reader.m.parameters() if p.requires_grad]
        groups = [{"params": body}, {"params": list(reader.h.parameters())}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step, self.spent = 0, 0.0

    @property
    def progress(self) -> float:
        """Return the share of the time budget already spent, 0 to 1."""
        return min(1.0, self.spent / (60 * self.plan.minutes))

    def advance(self, batch: list[Encoded]) -> float:
        """Take one step on `batch` and return its loss."""
        began = time.monotonic()
        scale = self.plan.scale(self.step, self.progress)
        rates = (self.plan.rate, self.plan.head_rate)
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * scale
        loss = batch_loss(self.halved.copy if self.halved else self.reader, batch)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        if self.halved:
            self.halved.collect()
        nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        if self.halved:
            self.halved.refresh()
        self.step += 1
        self.spent += time.monotonic() - began
        return loss.item()

    def halve(self) -> None:
        """Compute in bfloat16 from now on."""
        self.reader.m.set_attn_implementation(use_products())
        self.halved = Halved(self.reader)

    def save(self) -> None:
        """Write the weights, the optimiser and the progress, each whole or not at all."""
        self.out.mkdir(parents=True, exist_ok=True)
        save_file(self.reader.state_dict(), self.out / "new.safetensors")
        torch.save(self.optimizer.state_dict(), self.out / "new.pt")
        (self.out / "new.safetensors").replace(self.out / "reader.safetensors")
        (self.out / "new.pt").replace(self.out / "optimizer.pt")
        state = json.dumps({"step": self.step, "spent": self.spent})
        (self.out / "progress.json").write_text(state, encoding="utf-8")

    def resume(self) -> None:
        """Take up the run saved in the folder."""
        self.reader.load_state_dict(load_file(self.out / "reader.safetensors"))
        self.optimizer.load_state_dict(torch.load(self.out / "optimizer.pt", weights_only=True))
        state = json.loads((self.out / "progress.json").read_text(encoding="utf-8"))
        self.step, self.spent = state["step"], state["spent"]


def round_of_batches(
    mixture: Mixture, encoder: ExampleEncoder, rng: random.Random
) -> list[list[Encoded]]:
    """Draw a round of batches, each of examples of like length, in random order."""
    drawn = [encoder.encode(example) for example in mixture.draw(BATCH * ROUND)]
    drawn.sort(key=lambda example: len(example.ids))
    batches = [drawn[at : at + BATCH] for at in range(0, len(drawn), BATCH)]
    rng.shuffle(batches)
    return batches


def train(training: Training, options: argparse.Namespace, rng: random.Random) -> None:
    """Train until the time is spent, reading what may grow anew before each round."""
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    encoder = ExampleEncoder(tokenizer, options.tokens, rng)
    mixture = Mixture(load_decks(options.data, tokenizer, rng), rng)
    log = (options.out / "log.txt").open("a", encoding="utf-8")
    seen, recent = 0, 0.0
    while training.progress < 1:
        decks = load_item_decks(options.items) if options.items else {}
        decks |= load_retrieved(options.retrieved) if options.retrieved else {}
        count = sum(map(len, decks.values()))
        if count != seen:
            mixture.replace(decks)
            seen = count
        for batch in round_of_batches(mixture, encoder, rng):
            recent = 0.95 * recent + 0.05 * training.advance(batch)
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


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model")
    parser.add_argument("--items", type=Path, help="folder of further bilingual items, .jsonl")
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
    training = Training(reader.train(), plan, options.out)
    if options.resume:
        training.resume()
    if multiplies_halved() and not options.float32:
        training.halve()
    train(training, options, rng)


if __name__ == "__main__":
    main()
