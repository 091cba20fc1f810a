"""The searchable form of a text, and the way back to the raw characters."""

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pythainlp.util import normalize as pythainlp_normalize

from sources import normalise

QUIET = settings(deadline=None, derandomize=True, database=None)
THAI = "".join(chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)))
MIXED = st.text(
    st.sampled_from(THAI + " \n-“—\u00a0\u200b\u200d\u00ade\u0301\u0327\uf70a\uf711\uf713ก่้ำ"),
    max_size=40,
)

SAMPLES = [
    "รัฐบาลไทยจะผลักดันให้อาเซียนร่วมมือกัน",
    "เเปลกมาก",
    "นานาาา ดีีีี",
    "ก้ำกึ่ง น้ํา ทํา นํ้า",
    "กุ่ม ก่ิน ท่ี",
    "พ ุ่มดอกไม้ คำ ่ที่สอง",
    "่ขึ้นต้น",
    "ฤๅษี เกๅะ",
    "คน    สอง  คน ",
    "ค่่้า",
    "English only, nothing to do.",
    "",
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_thai_clean_up_is_the_one_of_pythainlp(sample: str) -> None:
    assert normalise(sample).text == pythainlp_normalize(unicodedata.normalize("NFC", sample))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("นํ้า ทํา น้ํา", "น้ำ ทำ น้ำ"),
        ("ปี\uf70a ป\uf701\uf713น ป\uf711\uf714า", "ปี่ ปิ่น ป้ำ"),
        ("\uf700าน \uf70fาติ ป\uf710น ก\uf718 ก\uf719 ก\uf71a", "ฐาน ญาติ ปัน กุ กู กฺ"),
        ("ป\uf885\uf88aน", "ปิ่น"),
        ("พ.ศ. ๒๕๖๓", "พ.ศ. 2563"),
        ("ภาษา\u200bไทย\ufeff สัมพันธ์\u00adภาพ", "ภาษาไทย สัมพันธ์ภาพ"),
        ("“ก” ‘ข’ ค–ง—จ", "\"ก\" 'ข' ค-ง-จ"),
        ("10\u00a0ประเทศ\u202fไทย", "10 ประเทศ ไทย"),
        ("cafe\u0301", "café"),
        ("\u1100\u1161\u11a8", "각"),
        (" บรรทัด \n\n  สอง ", "บรรทัด\n\nสอง"),
    ],
)
def test_normal_form(raw: str, expected: str) -> None:
    assert normalise(raw).text == expected


def test_sara_am_is_not_split() -> None:
    assert normalise("ทำงาน").text == "ท\u0e33งาน"


@pytest.mark.parametrize(
    ("raw", "piece", "quote"),
    [
        ("ใช้นํ้าสะอาด", "น้ำ", "นํ้า"),
        ("ในปี พ.ศ. ๒๕๖๓ นี้", "2563", "๒๕๖๓"),
        ("ที่ภาษา\u200bไทยใช้", "ภาษาไทย", "ภาษา\u200bไทย"),
        ("ก\u200bข", "ก", "ก"),
        ("เขา “ยืนยัน” แล้ว", '"ยืนยัน"', "“ยืนยัน”"),
        ("บรรทัด  แรก \n\n พ.ศ. ๒๕๖๓", "2563", "๒๕๖๓"),
        ("บรรทัด  แรก \n\n พ.ศ. ๒๕๖๓", "แรก\n\nพ", "แรก \n\n พ"),
        ("ของดีีีีมาก", "ดี", "ดีีีี"),
        ("ค่่้ะ", "ค้", "ค่่้"),
        ("the cafe\u0301 is", "café", "cafe\u0301"),
        ("ขึ้น  ไป", "ขึ้น", "ขึ้น"),
    ],
)
def test_raw_span_quotes_the_raw_words(raw: str, piece: str, quote: str) -> None:
    normal = normalise(raw)
    place = normal.text.index(piece)
    start, end = normal.raw_span(place, place + len(piece))
    assert raw[start:end] == quote


def test_an_empty_range_maps_to_an_empty_range() -> None:
    normal = normalise("ก\u200bข")
    assert [normal.raw_span(place, place) for place in range(3)] == [(0, 0), (1, 1), (3, 3)]
    assert normalise("").raw_span(0, 0) == (0, 0)


def test_a_range_outside_the_text_is_refused() -> None:
    with pytest.raises(IndexError, match="0 to 3 is no range of 2 characters"):
        normalise("กข").raw_span(0, 3)


@given(MIXED)
@example("เเเเ")
@example("กฺุ่")
@settings(QUIET, max_examples=400)
def test_the_map_is_exact_on_any_thai(raw: str) -> None:
    check_map(raw)


@given(st.text(max_size=30))
@settings(QUIET, max_examples=200)
def test_the_map_is_exact_on_any_text(raw: str) -> None:
    check_map(raw)


def check_map(raw: str) -> None:
    normal = normalise(raw)
    offsets = list(normal.offsets)
    assert len(offsets) == len(normal.text) == len(normal.offsets)
    assert all(0 <= start < end <= len(raw) for start, end in offsets)
    assert offsets == sorted(offsets)
    assert list(normal.offsets.ends) == sorted(normal.offsets.ends)
    assert unicodedata.is_normalized("NFC", normal.text)
    assert normalise(normal.text).text == normal.text
    for place, (start, end) in enumerate(offsets):
        if "\u0e01" <= normal.text[place] <= "\u0e2e" and end - start == 1:
            assert raw[start] == normal.text[place] or raw[start] in "\uf700\uf70f\uf89a\uf89e"


@given(st.text(st.sampled_from(THAI + " "), max_size=30))
@settings(QUIET, max_examples=400)
def test_equals_pythainlp_wherever_pythainlp_is_settled(raw: str) -> None:
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    once = pythainlp_normalize(unicodedata.normalize("NFC", raw.translate(digits)))
    if pythainlp_normalize(once) == once and unicodedata.is_normalized("NFC", once):
        assert normalise(raw).text == once


def test_a_clean_megabyte_takes_a_fast_path() -> None:
    text = "รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับเอเชียแปซิฟิก 10 ประเทศ\n\n" * 5_000
    began = time.perf_counter()
    normal = normalise(text)
    assert time.perf_counter() - began < 5
    assert normal.text == text
    assert normal.raw_span(100_000, 100_010) == (100_000, 100_010)
