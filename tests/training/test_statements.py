"""What support is learnt from: claims held against texts, and answers of the reader."""

import json
import random

from training.statements import (
    LESS,
    load_answers,
    load_scripted,
    load_statements,
    load_tempting,
)

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
    assert {one.kind for one in found if not one.right} <= {"elsewhere", "changed", "negated"}


def test_the_text_s_own_words_are_right_and_a_changed_number_is_false(tmp_path):
    claims, items = written(tmp_path)
    found = [
        one
        for seed in range(30)
        for one in load_statements(claims, items, random.Random(seed))
        if one.kind in ("verbatim", "changed")
    ]
    said = {one.claim for one in found if one.pair == "en-th" and one.right}
    assert said == {"120 metres long", "Is it true that 120 metres long?"}
    changed = {one.claim for one in found if one.pair == "en-en" and not one.right}
    assert changed
    assert not [claim for claim in changed if "120" in claim]
    assert all("2027 metres" in claim or "1986 metres" in claim for claim in changed)


def test_the_text_s_own_words_with_a_phrase_less_are_right_and_changed_they_are_false(tmp_path):
    claims, items = written(tmp_path)
    file = claims / "con1.jsonl"
    row = json.loads(file.read_text("utf-8"))
    row["claims"][0]["quote_en"] = "The old pier was built in 1986"
    file.write_text(json.dumps(row) + "\n", "utf-8")
    found = [
        one
        for seed in range(30)
        for one in load_statements(claims, items, random.Random(seed))
        if one.kind == LESS
    ]
    assert {(one.claim, one.right) for one in found if one.claim[0] == "T"} == {
        ("The old pier was built", True),
        ("The old pier was not built", False),
    }


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


def test_answers_are_claims_whose_words_any_cut_keeps(tmp_path):
    path = tmp_path / "answers.jsonl"
    row = {"question": "When will it open?", "passage": ENGLISH, "right": True}
    start = ENGLISH.index("May 2027")
    row |= {"start": start, "end": start + len("May 2027")}
    path.write_text(json.dumps(row) + "\n" + '{"question": "half', "utf-8")
    (one,) = load_answers(path)
    assert one.claim == "When will it open? May 2027"
    assert one.span == (start, start + len("May 2027"))
    assert (one.right, one.pair, one.evidence) == (True, "en-en", ENGLISH)


def test_claims_of_a_scripted_model_are_held_against_their_quote_in_both_languages(tmp_path):
    passage = {"id": "pier", "language": "en", "title": "The pier", "text": ENGLISH}
    claim = {"id": "1", "kind": "number", "right": False, "passage": "pier"}
    claim |= {"quote": "It is six metres wide.", "claim_en": "It is seven metres wide."}
    claim |= {
        "claim_th": "ท่ากว้าง 7 เมตร",
        "question_en": "How wide is it?",
        "question_th": "กว้างเท่าใด",
    }
    (tmp_path / "s.passages.json").write_text(json.dumps([passage]), "utf-8")
    (tmp_path / "s.jsonl").write_text(json.dumps(claim) + "\n", "utf-8")
    found = load_scripted(tmp_path, random.Random(0))
    assert {one.pair for one in found} == {"en-en", "th-en"}
    assert not any(one.right for one in found)
    assert {one.evidence for one in found} == {
        "It is six metres wide.",
        "The old pier was built in 1986. It is six metres wide. Boats for the island use it.",
    }


def test_a_yes_or_no_question_is_never_denied(tmp_path):
    passage = {"id": "pier", "language": "en", "title": "The pier", "text": ENGLISH}
    row = {"id": "1", "kind": "time", "right": True, "passage": "pier"}
    row |= {"quote": "It will open in May 2027."}
    for name in ("question", "claim"):
        row |= {f"{name}_en": "Is it still shut?", f"{name}_th": "ตอนนี้ยังไม่เปิดใช่มั้ย"}
    (tmp_path / "y.passages.json").write_text(json.dumps([passage]), "utf-8")
    (tmp_path / "y.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    made = [one for seed in range(10) for one in load_scripted(tmp_path, random.Random(seed))]
    asked = {one.claim for one in made if one.kind == "time"}
    assert asked == {"Is it still shut?", "ตอนนี้ยังไม่เปิดใช่มั้ย"}
    assert not any("มั้ย" in one.claim for one in made if one.kind != "time")


def test_beside_right_claims_stand_their_quotes_and_both_denied(tmp_path):
    passage = {"id": "pier", "language": "en", "title": "The pier", "text": ENGLISH}
    row = {"id": "1", "kind": "paraphrase", "right": True, "passage": "pier"}
    row |= {"quote": "It will open in May 2027.", "claim_en": "The opening will be in May 2027."}
    row |= {"claim_th": "สะพานจะเปิดใน พ.ศ. 2570"}
    (tmp_path / "s.passages.json").write_text(json.dumps([passage]), "utf-8")
    (tmp_path / "s.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    made = {
        (one.kind, one.claim, one.right)
        for seed in range(10)
        for one in load_scripted(tmp_path, random.Random(seed))
    }
    assert made == {
        ("paraphrase", "The opening will be in May 2027.", True),
        ("paraphrase", "สะพานจะเปิดใน พ.ศ. 2570", True),
        ("verbatim", "It will open in May 2027.", True),
        ("negated", "It will not open in May 2027.", False),
        ("less", "It will open.", True),
        ("less", "It will not open.", False),
        ("negated", "The opening will not be in May 2027.", False),
        ("negated", "สะพานจะไม่เปิดใน พ.ศ. 2570", False),
    }


def test_an_answer_is_held_against_its_passage_in_both_languages(tmp_path):
    text = {"id": "p", "language": "en", "title": "Pier", "text": ENGLISH}
    asked = {"question_th": "ท่าเก่าสร้างเมื่อใด", "question_en": "When was the old pier built?"}
    row = {"passage": "p", "kind": "when", **asked}
    rows = [row | {"answer": "1986", "right": True}, row | {"answer": "May 2027", "right": False}]
    lines = [json.dumps(one) for one in [*rows, row | {"answer": "1999", "right": False}]]
    (tmp_path / "q1.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "q1.passages.json").write_text(json.dumps([text]), "utf-8")
    found = load_tempting(tmp_path)
    assert [(one.pair, one.right) for one in found] == [
        ("th-en", True), ("en-en", True), ("th-en", False), ("en-en", False),
    ]  # fmt: skip
    for one in found:
        assert one.span and one.claim.endswith(one.evidence[slice(*one.span)])
