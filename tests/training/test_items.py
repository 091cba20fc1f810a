import json

from training.items import contrasts, load_items, paragraphs, questions, verdicts


def row(key: str, en: str, th: str, answer_en: str, answer_th: str) -> dict[str, object]:
    question = {"q_en": f"what about {key}", "q_th": f"อะไร {key}"}
    return {
        "id": key,
        "en": en,
        "th": th,
        "qa": [{**question, "a_en": answer_en, "a_th": answer_th}],
        "no": [{"q_en": "why", "q_th": "ทำไม"}],
    }


def written(folder, *rows) -> list:
    path = folder / "items.jsonl"
    lines = [json.dumps(r, ensure_ascii=False) for r in rows]
    path.write_text("\n".join(lines) + '\n{"id": "half', encoding="utf-8")
    return load_items(path)


def test_every_question_meets_the_text_in_both_languages(tmp_path):
    items = written(tmp_path, row("a-01", "rice rose 5 percent", "ข้าวขึ้น ร้อยละ 5", "5", "ร้อยละ 5"))
    answerable, unanswerable = questions(items)
    spans = {(e.question, e.passage[slice(*e.span)]) for e in answerable if e.span}
    assert spans == {
        ("what about a-01", "5"),
        ("อะไร a-01", "5"),
        ("what about a-01", "ร้อยละ 5"),
        ("อะไร a-01", "ร้อยละ 5"),
    }
    assert len(unanswerable) == 4
    assert all(example.span is None for example in unanswerable)


def test_answer_that_is_not_in_the_text_makes_no_example(tmp_path):
    items = written(tmp_path, row("a-01", "rice rose", "ข้าวขึ้น", "rose", "ลง"))
    answerable, _ = questions(items)
    assert {example.passage for example in answerable} == {"rice rose"}


def test_every_ninth_item_is_held_out(tmp_path):
    rows = [row(f"a-{n:02}", "x y", "ก ข", "x", "ก") for n in (8, 9, 18, 19)]
    assert [item.key for item in written(tmp_path, *rows) if item.held_out] == ["a-09", "a-18"]


def test_contrast_is_the_nearest_item_without_the_answer(tmp_path, word_tokenizer):
    rows = [
        row("a-01", "rice price rose fast", "ก", "fast", "ก"),
        row("a-02", "rice price fell", "ข", "fell", "ข"),
        row("a-03", "a dam broke", "ค", "dam", "ค"),
    ]
    items = written(tmp_path, *rows)
    tokenizer = word_tokenizer(*(item.text["en"] for item in items))
    example = contrasts(items, tokenizer)[0]
    assert example.span is None
    assert example.passage == "ข"
    assert example.question == "อะไร a-01"


def test_a_paragraph_without_the_answer_answers_nothing(tmp_path):
    th = "ข้าวขึ้น ร้อยละ 5\n\nฝนตกหนัก"
    items = written(tmp_path, row("a-01", "rice rose 5 percent\n\nit rained", th, "5", "ร้อยละ 5"))
    own, others = paragraphs(items)
    assert {(e.passage, e.passage[slice(*e.span)]) for e in own if e.span} == {
        ("rice rose 5 percent", "5"),
        ("ข้าวขึ้น ร้อยละ 5", "ร้อยละ 5"),
    }
    assert {(e.passage, e.span) for e in others} == {("it rained", None), ("ฝนตกหนัก", None)}
    assert len(own) == len(others) == 4


def test_a_text_of_one_paragraph_has_no_other(tmp_path):
    items = written(tmp_path, row("a-01", "rice rose", "ข้าวขึ้น", "rose", "ขึ้น"))
    assert paragraphs(items) == ([], [])


def test_what_decides_a_yes_or_no_and_what_does_not(tmp_path):
    (item,) = written(tmp_path, row("a-01", "rice rose\n\na dam broke", "ข้าวขึ้น", "rose", "ข้าว"))
    claim = {"q_en": "did it?", "q_th": "ขึ้นไหม", "quote_en": "dam broke", "quote_th": "ไม่มี"}
    deciding, others = verdicts(item, claim)
    told = [(e.question, e.passage, e.passage[slice(*e.span)]) for e in deciding]
    assert told == [
        (asked, text, "dam broke")
        for asked in ("ขึ้นไหม", "did it?")
        for text in ("rice rose\n\na dam broke", "a dam broke")
    ]
    assert [(e.question, e.passage, e.span) for e in others] == [
        ("ขึ้นไหม", "rice rose", None),
        ("did it?", "rice rose", None),
    ]
