"""Spans of another sort than their question asks for, and centuries against years."""

import pytest

from assistant.clash import clashes
from assistant.derived import as_list
from assistant.numbers import stated, strange
from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "words", "language", "clash"),
    [
        ("How many turbines does the plant have?", "20 megawatts", "en", True),
        ("How many turbines does the plant have?", "twenty turbines", "en", False),
        ("How many turbines does the plant have?", "20", "en", False),
        ("โรงไฟฟ้านี้มีกังหันกี่ตัว", "20 megawatts", "en", True),
        ("โรงไฟฟ้านี้มีกังหันกี่ตัว", "ten turbines", "en", False),
        ("โรงไฟฟ้านี้ผลิตไฟฟ้าได้กี่เมกะวัตต์", "24 ตัว", "th", True),
        ("โรงไฟฟ้านี้ผลิตไฟฟ้าได้กี่เมกะวัตต์", "๒๕๔ เมกะวัตต์", "th", False),
        ("How many days may a book be kept?", "5 เล่ม", "th", True),
        ("How many days may a book be kept?", "two weeks", "en", False),
        ("ยืมได้กี่วัน", "14 วัน", "th", False),
        ("สร้างด้วยเงินกี่ล้านบาท", "3 ปี", "th", True),
        ("สร้างด้วยเงินกี่ล้านบาท", "84.5 ล้านบาท", "th", False),
        ("How many million dollars does it cost?", "12 kilometres", "en", True),
        ("How many people voted?", "about 40 per cent of them", "en", False),
        ("What percentage of the houses were lost?", "120 houses", "en", True),
        ("How many of the crew were saved?", "31 people", "en", False),
        ("Who opened the bridge?", "on 3 May 1921", "en", True),
        ("Who opened the bridge?", "the May brothers, on 3 May 1921", "en", False),
        ("ใครเป็นผู้เปิดสะพาน", "วันที่ 3 พฤษภาคม 2464", "th", True),
        ("Where was the meeting held?", "from 9 to 12 September 2020", "en", True),
        ("When was the meeting held?", "from 9 to 12 September 2020", "en", False),
        ("เล่มนี้ราคาเท่าไร", "350 บาท", "th", False),
        ("เอกสารจัดเป็นกี่กลุ่ม", "2 ฉบับ", "th", True),
        ("เอกสารจัดเป็นกี่กลุ่ม", "4 กลุ่ม", "th", False),
        ("How many groups do the documents fall into?", "17 ฉบับ", "th", True),
        ("How many countries took part?", "ten nations", "en", False),
        ("มีผู้เสียชีวิตกี่คน", "12 ราย", "th", False),
        ("มีผู้เสียชีวิตกี่ราย", "3 จังหวัด", "th", True),
        ("มีร้านกี่ร้าน", "12 ราย", "th", False),
    ],
)
def test_a_span_of_another_sort(question: str, words: str, language: str, clash: bool) -> None:
    assert clashes(understand(question), words, language) is clash


def test_days_are_not_counted_from_a_list() -> None:
    assert as_list(understand("How many days does a grown mosquito live?")) is None
    listed = as_list(understand("How many countries share the river?"))
    assert listed is not None and listed.text == "Which countries share the river?"


@pytest.mark.parametrize(
    ("asked", "shown", "share"),
    [
        ("Who explained tides in the 17th century?", "Newton explained this in 1687.", 0.0),
        ("Who explained tides in the 18th century?", "Newton explained this in 1687.", 1.0),
        ("ใครอธิบายไว้ในคริสต์ศตวรรษที่ 17", "Newton explained this in 1687.", 0.0),
        ("สร้างในพุทธศตวรรษที่ ๒๕ ใช่ไหม", "วัดนี้สร้างเมื่อ พ.ศ. ๒๔๕๙", 0.0),
        ("สร้างในพุทธศตวรรษที่ ๒๔ ใช่ไหม", "วัดนี้สร้างเมื่อ พ.ศ. ๒๔๕๙", 1.0),
        ("What did nineteenth-century readers like?", "ผู้อ่านในคริสต์ศตวรรษที่ 19 ชอบ", 0.0),
        ("What did nineteenth-century readers like?", "in the 5th century BC", 1.0),
    ],
)
def test_a_century_is_met_by_its_years(asked: str, shown: str, share: float) -> None:
    assert strange(stated(asked), stated(shown)) == share
