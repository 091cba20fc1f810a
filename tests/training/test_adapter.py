"""Products of low rank learn to judge, and leave what they stand beside as it is."""

import random
from copy import deepcopy
from functools import partial

import pytest
import torch

from training.adapter import Judge, batch_loss, judgements, told, train
from training.example import ExampleEncoder, Statement
from training.mixture import Statements
from training.run import Plan, Run

WORDS = [f"w{n}" for n in range(12)]


def statements(count: int, rng: random.Random) -> list[Statement]:
    """Return claims of one word, right where the evidence has it."""
    made = []
    for _ in range(count):
        told = rng.sample(WORDS, 3)
        right = rng.random() < 0.5
        claim = rng.choice(told) if right else rng.choice([w for w in WORDS if w not in told])
        made.append(Statement(claim, " ".join(told), right, "en-en", "word"))
    return made


@pytest.fixture
def encoder(word_tokenizer):
    return ExampleEncoder(word_tokenizer(" ".join(WORDS)), 16, random.Random(1))


def run(judge: Judge, folder) -> Run[Judge]:
    plan = Plan(60, 1e-2, 1e-2, 0.9, warmup_steps=1)
    return Run(judge, plan, folder, "adapter", halved=False)


def test_it_learns_to_judge_and_the_reader_stays_as_it_is(small_bert, encoder, tmp_path):
    before = {name: weight.clone() for name, weight in small_bert.state_dict().items()}
    judge = Judge(small_bert, rank=8).train()
    rows = [encoder.judge(one) for one in statements(64, random.Random(1))]
    training = run(judge, tmp_path)
    for _ in range(80):
        loss = training.advance(partial(batch_loss, rows))
    assert loss < 0.35
    after = {name.replace("linear.", ""): w for name, w in judge.m.state_dict().items()}
    assert all(torch.equal(after[name], weight) for name, weight in before.items())


def test_a_run_is_taken_up_again(small_bert, encoder, tmp_path):
    rows = [encoder.judge(one) for one in statements(16, random.Random(1))]
    body = deepcopy(small_bert)
    first = run(Judge(small_bert, rank=4).train(), tmp_path)
    for _ in range(3):
        first.advance(partial(batch_loss, rows))
    first.save()
    second = run(Judge(body, rank=4).train(), tmp_path)
    second.resume()
    assert (second.step, second.progress) == (3, first.progress)
    assert judgements(second.model, rows) == pytest.approx(judgements(first.model, rows))
    loss_of = partial(batch_loss, rows)
    assert first.advance(loss_of) == pytest.approx(second.advance(loss_of), abs=1e-3)


def test_it_trains_for_its_time_and_judges_what_is_held_out(small_bert, encoder, tmp_path):
    made = statements(64, random.Random(1))
    plan = Plan(0.01, 1e-3, 1e-3, 0.5)
    training = Run(Judge(small_bert).train(), plan, tmp_path, "adapter", halved=False)
    train(training, Statements([made], random.Random(0)), made[:20], encoder, random.Random(0))
    assert training.progress == 1
    assert (tmp_path / "adapter.safetensors").exists()
    assert "held out: all" in (tmp_path / "log.txt").read_text("utf-8")


def test_held_out_statements_are_told_by_pair():
    kept = [Statement("", "", n % 2 == 0, ("en-th", "th-th")[n // 2], "") for n in range(4)]
    said = told(kept, [1.0, -1.0, -1.0, 1.0])
    assert said == (
        "held out: all 50.0 % right, AUC 0.250; en-th 100.0 % right, AUC 1.000; "
        "th-th 0.0 % right, AUC 0.000"
    )


def test_right_and_false_statements_of_each_group_are_drawn_equally():
    groups = [statements(40, random.Random(2)), statements(400, random.Random(3))[:200]]
    groups[1] = [Statement("answer", "", right=n < 20, pair="", kind="") for n in range(200)]
    drawn = Statements(groups, random.Random(0)).draw(4000)
    answers = [one for one in drawn if one.claim == "answer"]
    assert abs(len(answers) / 4000 - 0.5) < 0.05
    assert abs(sum(one.right for one in answers) / len(answers) - 0.5) < 0.05
    assert Statements([[]], random.Random(0)).decks == []


def test_long_claims_and_evidence_are_cut_to_what_the_model_takes(word_tokenizer):
    encoder = ExampleEncoder(word_tokenizer("a b"), 288, random.Random(0))
    ids = encoder.judge(Statement("a " * 500, "b " * 500, True, "en-en", "long")).ids
    assert len(ids) <= 288
    assert ids.count(3) == 128
    claim = Statement("a", "b " * 400 + "a " + "b " * 400, True, "en-en", "answer", (800, 801))
    for _ in range(20):
        assert encoder.judge(claim).ids.count(3) == 2
