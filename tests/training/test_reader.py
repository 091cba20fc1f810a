"""The reader learns to point, in float32 and in bfloat16, and a run of it is taken up again."""

import random
from functools import partial

import pytest
import torch

from training.example import Encoded, Example, ExampleEncoder
from training.reader import Reader, batch_loss
from training.run import BATCH, Plan, Run, batches

WORDS = [f"w{n}" for n in range(12)]


@pytest.fixture
def reader(small_bert, tmp_path):
    small_bert.save_pretrained(tmp_path / "base")
    return Reader(tmp_path / "base").train()


@pytest.fixture
def rows(word_tokenizer) -> list[Encoded]:
    """Return passages that hold the word asked for, and some that do not."""
    rng = random.Random(1)
    encoder = ExampleEncoder(word_tokenizer(" ".join(WORDS)), 16, rng)
    made = []
    for number in range(32):
        told = rng.sample(WORDS, 4)
        text = " ".join(told)
        word = told[2] if number % 3 else next(w for w in WORDS if w not in told)
        span = (text.index(word), text.index(word) + len(word)) if word in told else None
        made.append(encoder.encode(Example(word, text, span)))
    return made


@pytest.mark.parametrize("halved", [False, True])
def test_it_learns_to_point_and_its_embeddings_stay(reader, rows, tmp_path, halved):
    before = {name: weight.clone() for name, weight in reader.state_dict().items()}
    plan = Plan(60, 2e-3, 2e-3, 0.9, warmup_steps=1)
    run = Run(reader, plan, tmp_path / "run", "reader", halved=halved)
    first = run.advance(partial(batch_loss, rows))
    for _ in range(60):
        last = run.advance(partial(batch_loss, rows))
    assert last < first / 3
    same = [name for name, w in reader.state_dict().items() if torch.equal(w, before[name])]
    assert "m.embeddings.word_embeddings.weight" in same
    assert not any(".layer." in name and name.endswith("dense.weight") for name in same)


def test_a_run_of_the_reader_is_taken_up_again(reader, rows, tmp_path):
    plan = Plan(60, 1e-3, 1e-3, 0.9, warmup_steps=1)
    run = Run(reader, plan, tmp_path / "run", "reader", halved=False)
    for _ in range(3):
        run.advance(partial(batch_loss, rows))
    run.save()
    again = Run(Reader(tmp_path / "base").train(), plan, tmp_path / "run", "reader", halved=False)
    again.resume()
    assert again.step == 3
    loss_of = partial(batch_loss, rows)
    assert run.advance(loss_of) == pytest.approx(again.advance(loss_of), abs=1e-3)


def test_batches_hold_all_rows_once_and_rows_of_a_like_length():
    rows = [Encoded(list(range(n)), 0, 0, 1) for n in range(1, 3 * BATCH + 1)]
    dealt = batches(random.Random(2).sample(rows, len(rows)), random.Random(0))
    lengths = [[len(row.ids) for row in batch] for batch in dealt]
    assert sorted(n for batch in lengths for n in batch) == list(range(1, 3 * BATCH + 1))
    assert all(max(batch) - min(batch) < BATCH for batch in lengths)
