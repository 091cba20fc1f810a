import json
import random

from training.example import Example
from training.mixture import (
    WEIGHTS,
    Mixture,
    _without,
    load_item_decks,
    load_retrieved,
    load_verdict_decks,
)


def test_the_other_part_of_a_context_lacks_the_answer():
    context = "เกิดที่เชียงใหม่ " + "ก ข ค ง " * 60
    rest = _without(context, (7, 16), "เชียงใหม่")
    assert rest
    assert "เชียงใหม่" not in rest
    assert rest in context
    assert _without("เกิดที่เชียงใหม่ แล้วย้ายไป", (7, 16), "เชียงใหม่") == ""
    assert _without(context + "กลับเชียงใหม่", (7, 16), "เชียงใหม่") == ""


def test_retrieved_passages_answer_nothing(tmp_path):
    path = tmp_path / "retrieved.jsonl"
    assert load_retrieved(path) == {}
    path.write_text(json.dumps({"question": "When?", "passage": "In 1934."}) + "\n", "utf-8")
    assert load_retrieved(path) == {"retrieved": [Example("When?", "In 1934.", None)]}


def test_every_deck_is_drawn_by_its_weight():
    decks = {name: [Example(name, "", None)] for name in ("news", "items")}
    drawn = Mixture(decks, random.Random(0)).draw(3000)
    share = sum(example.question == "items" for example in drawn) / 3000
    assert abs(share - WEIGHTS["items"] / (WEIGHTS["items"] + WEIGHTS["news"])) < 0.04


def test_yes_or_no_is_learnt_from_the_claims_of_items_in_training(tmp_path):
    items, claims = tmp_path / "items", tmp_path / "claims"
    items.mkdir()
    claims.mkdir()
    texts = {"th": "ตลาดเปิดแล้ว", "en": "The market is open."}
    rows = [{"id": f"dip1-0{n}", **texts, "qa": [], "no": []} for n in (8, 9)]
    (items / "dip1.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    quotes = {"quote_th": "เปิดแล้ว", "quote_en": "is open"}
    claim = {"q_th": "เปิดไหม", "q_en": "Is it open?", **quotes}
    told = [{"id": row["id"], "claims": [claim]} for row in rows]
    (claims / "dip1.jsonl").write_text("\n".join(map(json.dumps, told)), "utf-8")
    decks = load_verdict_decks(claims, items)
    assert len(decks["verdict"]) == 4  # two wordings, two texts
    assert set(load_item_decks(items)) >= {"official", "official_no"}
    assert set(decks) <= set(WEIGHTS)
