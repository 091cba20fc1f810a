"""The verifier's branch: its statements, and that it learns from them."""

import json
import random

import torch

from training.entailment import Branch, encode, judge, prepare, train
from training.statements import Statement, load_statements

THAI = "ท่าใหม่ยาว 120 เมตร\n\nท่าเก่าสร้างเมื่อ พ.ศ. 2529 และกว้าง 6 เมตร"
ENGLISH = (
    "The new pier is 120 metres long. It will open in May 2027.\n\n"
    "The old pier was built in 1986. It is six metres wide. Boats for the island use it."
)


def written(tmp_path, key="con1-01"):
    item = {"id": key, "th": THAI, "en": ENGLISH, "qa": [], "no": []}
    claim = {"th": "ท่าใหม่ยาว 120 เมตร", "en": "The new pier is 120 metres long."}
    claim |= {"q_th": "ท่าใหม่ยาว 120 เมตรใช่ไหม", "q_en": "Is the new pier 120 metres long?"}
    quotes = {"quote_th": "ยาว 120 เมตร", "quote_en": "120 metres long"}
    right = {"right": True, "kind": "paraphrase", **claim, **quotes}
    lost = {"right": False, "kind": "number", **claim, "quote_th": "ไม่มี", "quote_en": "zzz"}
    claims = [right, lost]
    for name, row in (("items", item), ("claims", {"id": key, "claims": claims})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "con1.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path / "claims", tmp_path / "items"


def test_a_claim_is_held_against_the_sentences_of_its_quote_in_every_pair(tmp_path):
    claims, items = written(tmp_path)
    found = load_statements(claims, items, random.Random(0))
    right = [one for one in found if one.right]
    assert {one.pair for one in right} == {"th-th", "en-en", "en-th", "th-en"}
    for one in right:
        assert ("120 metres" if one.pair.endswith("en") else "120 เมตร") in one.evidence
        assert one.evidence in (ENGLISH if one.pair.endswith("en") else THAI)
    assert all(one.kind == "elsewhere" for one in found if not one.right)


def test_right_claims_are_false_of_another_part_of_the_text(tmp_path):
    claims, items = written(tmp_path)
    found = [
        one
        for seed in range(30)
        for one in load_statements(claims, items, random.Random(seed))
        if one.kind == "elsewhere"
    ]
    assert found
    assert not [one for one in found if "120" in one.evidence]


def test_every_ninth_item_is_held_out(tmp_path):
    claims, items = written(tmp_path, "con1-18")
    assert load_statements(claims, items, random.Random(0)) == []
    assert load_statements(claims, items, random.Random(0), held_out=True)


def test_it_learns_whether_the_words_of_a_claim_are_there(small_bert, word_tokenizer):
    words = [f"w{n}" for n in range(12)]
    tokenizer = word_tokenizer(" ".join(words))
    rng = random.Random(1)
    statements = []
    for _ in range(64):
        told = rng.sample(words, 3)
        right = rng.random() < 0.5
        claim = rng.choice(told) if right else rng.choice([w for w in words if w not in told])
        statements.append(Statement(claim, " ".join(told), right, "en-en", "word"))
    torch.manual_seed(0)
    branch = Branch(small_bert, shared=1)
    prepared = prepare(small_bert, tokenizer, statements, shared=1)
    assert len(prepared) == 64
    assert len(list(train(branch, prepared, 40, 2e-3, rng))) == 40
    judged = judge(branch, prepared)["all"]
    assert sum((logit > 0) == right for logit, right in judged) > 56


def test_long_claims_and_evidence_are_cut_to_what_the_model_takes(word_tokenizer):
    tokenizer = word_tokenizer("a b")
    ids = encode(tokenizer, Statement("a " * 500, "b " * 500, True, "en-en", "long"))
    assert len(ids) == 288
    assert ids.count(3) == 128
