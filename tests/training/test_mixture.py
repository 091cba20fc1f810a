import json
import random

from training.example import Example
from training.mixture import WEIGHTS, Mixture, _without, load_retrieved


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
