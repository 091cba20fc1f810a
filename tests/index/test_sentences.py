import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import clause_spans, sentence_spans
from tests.index.texts import boundaries, texts


def sentences(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text, language)]


def clauses(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in clause_spans(text, language)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The tide fell. Boats lay on the sand.", ["The tide fell.", "Boats lay on the sand."]),
        ("Mr. Reed met Dr. Gale at 5 p.m. sharp.", ["Mr. Reed met Dr. Gale at 5 p.m. sharp."]),
        ("The U.S. Navy paid 3.14 dollars.", ["The U.S. Navy paid 3.14 dollars."]),
        ('"Where is it?" Nobody knew! So…', ['"Where is it?"', "Nobody knew!", "So…"]),
        ("No mark at the end", ["No mark at the end"]),
        ("  blanks around.  ", ["blanks around."]),
        ("", []),
    ],
)
def test_english_sentences(text: str, wanted: list[str]) -> None:
    assert sentences(text, "en") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ประชุมเมื่อวันที่ ๘ ก.ย. ๒๕๖๓ ที่กรุงเทพฯ",
        "เขาซื้อผลไม้ต่าง ๆ มาฝากเพื่อน",
        "พล.อ. สมชาย ใจดี เดินทางไปตรวจราชการ",
    ],
)
def test_thai_abbreviations_and_repetition_are_not_cut(text: str) -> None:
    for a, b in sentence_spans(text, "th"):
        assert not text[b:].lstrip().startswith(("ๆ", "ฯ"))
        assert not text[a:b].endswith(("ก.ย.", "พล.อ.", "พ.ศ."))


def test_thai_clauses_part_at_spaces_between_words() -> None:
    text = "ฝนตกหนัก ชาวบ้านอยู่ในบ้าน วันที่ 11 กันยายน 2563 ทำขนมต่าง ๆ ขาย"
    assert clauses(text, "th") == [
        "ฝนตกหนัก",
        "ชาวบ้านอยู่ในบ้าน",
        "วันที่ 11 กันยายน 2563 ทำขนมต่าง ๆ",
        "ขาย",
    ]


def test_english_clauses_part_at_commas_and_brackets() -> None:
    text = "The mill (built in 1890) burned, but the wheel turns; children swim."
    assert clauses(text, "en") == [
        "The mill",
        "(built in 1890) burned,",
        "but the wheel turns;",
        "children swim.",
    ]


@settings(max_examples=50, deadline=None)
@given(text=texts(80), language=st.sampled_from(["th", "en"]))
def test_spans_are_in_order_and_cover_all_but_blanks(text: str, language: str) -> None:
    allowed = boundaries(text)
    for cut in (sentence_spans, clause_spans):
        spans, end = cut(text, language), 0
        for a, b in spans:
            assert end <= a < b and text[end:a].strip() == ""
            assert text[a:b] == text[a:b].strip()
            assert {a, b} <= allowed
            end = b
        assert text[end:].strip() == ""


def test_a_very_long_thai_paragraph_is_cut_too() -> None:
    text = "ชาวนาเกี่ยวข้าวเสร็จแล้ว " * 1_000
    assert len(sentence_spans(text, "th")) == 1_000
