"""A run of training: steps by the clock, checkpoints that are whole, and taking it up again."""

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from training.precision import Halved

BATCH = 16
ROUND = 20  # batches drawn at once, so that each holds examples of a like length
PADDING = 1
WIDTH = 32  # tokens by which batches differ in width
SAVE_EVERY = 100  # steps


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


class Encoded(Protocol):
    """Anything that is encoded into tokens."""

    @property
    def ids(self) -> list[int]:
        """The tokens."""
        ...


Row = TypeVar("Row", bound=Encoded)


def batches(rows: Sequence[Row], rng: random.Random) -> list[list[Row]]:
    """Return batches of rows of a like length, in random order."""
    rows = sorted(rows, key=lambda row: len(row.ids))
    dealt = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
    rng.shuffle(dealt)
    return dealt


class Learner(nn.Module):
    """A model with heads that learn faster than its body."""

    heads: tuple[str, ...]  # names of the modules

    def learnt(self) -> dict[str, Tensor]:
        """Return the weights that a checkpoint keeps."""
        return self.state_dict()

    def learn_from(self, weights: dict[str, Tensor]) -> None:
        """Take up the weights of a checkpoint."""
        self.load_state_dict(weights)


Model = TypeVar("Model", bound=Learner)


class Run(Generic[Model]):
    """The state of one run: model, optimiser, step and time spent; saved and taken up again."""

    def __init__(self, model: Model, plan: Plan, out: Path, name: str, *, halved: bool) -> None:
        """Start at step 0.

        Args:
            model: What learns.
            plan: How long and how fast.
            out: Folder for checkpoints.
            name: Of the file of its weights there, before ``.safetensors``.
            halved: Whether to compute in bfloat16.
        """
        self.model, self.plan, self.out, self.name = model, plan, out, name
        self.halved = Halved(model) if halved else None
        learning = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
        heads = [p for n, p in learning if n.partition(".")[0] in model.heads]
        body = [p for n, p in learning if n.partition(".")[0] not in model.heads]
        groups = [{"params": body}, {"params": heads}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step, self.spent = 0, 0.0

    @property
    def computing(self) -> Model:
        """The model that computes."""
        return self.halved.copy if self.halved else self.model

    @property
    def progress(self) -> float:
        """The share of the time budget already spent, 0 to 1."""
        return min(1.0, self.spent / (60 * self.plan.minutes))

    def advance(self, loss_of: Callable[[Model], Tensor]) -> float:
        """Take one step on the loss that a function computes with the model; return it."""
        began = time.monotonic()
        scale = self.plan.scale(self.step, self.progress)
        rates = (self.plan.rate, self.plan.head_rate)
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * scale
        loss = loss_of(self.computing)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        if self.halved:
            self.halved.collect()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        if self.halved:
            self.halved.refresh()
        self.step += 1
        self.spent += time.monotonic() - began
        return loss.item()

    def save(self) -> None:
        """Write the weights, the optimiser and the progress, each whole or not at all."""
        self.out.mkdir(parents=True, exist_ok=True)
        save_file(self.model.learnt(), self.out / "new.safetensors")
        torch.save(self.optimizer.state_dict(), self.out / "new.pt")
        (self.out / "new.safetensors").replace(self.out / f"{self.name}.safetensors")
        (self.out / "new.pt").replace(self.out / "optimizer.pt")
        state = json.dumps({"step": self.step, "spent": self.spent})
        (self.out / "progress.json").write_text(state, encoding="utf-8")

    def resume(self) -> None:
        """Take up the run saved in the folder."""
        self.model.learn_from(load_file(self.out / f"{self.name}.safetensors"))
        self.optimizer.load_state_dict(torch.load(self.out / "optimizer.pt", weights_only=True))
        state = json.loads((self.out / "progress.json").read_text(encoding="utf-8"))
        self.step, self.spent = state["step"], state["spent"]
        if self.halved:
            self.halved.refresh()
