"""The reader learns from both kinds of examples, and computes what it shares once."""

import random

import pytest

from training.example import Example, ExampleEncoder, Statement
from training.mixture import Statements
from training.reader import Plan, Reader, Training, span_loss, support_loss

WORDS = [f"w{n}" for n in range(12)]


@pytest.fixture
def reader(small_bert, tmp_path):
    small_bert.save_pretrained(tmp_path / "base")
    return Reader(tmp_path / "base").train()


def statements(count: int, rng: random.Random) -> list[Statement]:
    """Return claims of one word, right where the evidence has it."""
    made = []
    for _ in range(count):
        told = rng.sample(WORDS, 3)
        right = rng.random() < 0.5
        claim = rng.choice(told) if right else rng.choice([w for w in WORDS if w not in told])
        made.append(Statement(claim, " ".join(told), right, "en-en", "word"))
    return made


def test_it_learns_to_point_and_to_judge(reader, word_tokenizer, tmp_path):
    rng = random.Random(1)
    encoder = ExampleEncoder(word_tokenizer(" ".join(WORDS)), 16, rng)
    judged = [encoder.judge(one) for one in statements(64, rng)]
    pointed = []
    for _ in range(32):
        told = rng.sample(WORDS, 4)
        text, word = " ".join(told), told[rng.randrange(3) + 1]
        span = (text.index(word), text.index(word) + len(word)) if rng.random() < 0.7 else None
        absent = next(w for w in WORDS if w not in told)
        pointed.append(encoder.encode(Example(word if span else absent, text, span)))
    training = Training(reader, Plan(60, 2e-3, 2e-3, 0.9, warmup_steps=1), tmp_path)
    for _ in range(60):
        training.advance(lambda model: span_loss(model, pointed))
        training.advance(lambda model: support_loss(model, judged))
    assert span_loss(reader, pointed) < 0.5
    assert support_loss(reader, judged) < 0.3


def test_layers_asked_for_stay_as_they_are(small_bert, tmp_path):
    small_bert.save_pretrained(tmp_path / "base")
    reader = Reader(tmp_path / "base", frozen=1)
    learns = {name for name, weight in reader.named_parameters() if weight.requires_grad}
    assert not [name for name in learns if "embeddings" in name or "layer.0." in name]
    assert [name for name in learns if "layer.1." in name]


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
