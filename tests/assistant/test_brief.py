"""`short` says no word that its question says; what a person reads keeps the unit."""

import pytest

from assistant.brief import brief
from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import hit, marking


@pytest.mark.parametrize(
    ("question", "words", "language", "said"),
    [
        ("เกิดโรคระบาดกี่ครั้งในเมืองนี้", "22 ครั้ง", "th", "22"),
        ("เกิดโรคระบาดกี่ครั้งในเมืองนี้", "๒๒ ครั้ง", "th", "22"),
        ("นายกเทศมนตรีอายุเท่าไร", "39 ปี", "th", "39"),
        ("โครงการนี้ใช้เงินกี่บาท", "5 ล้านบาท", "th", "5 ล้าน"),
        ("How many times did it break out?", "22 ครั้ง", "th", "22"),
        ("How many nations signed?", "9 ประเทศ", "th", "9"),
        ("How many bodies were found?", "25 bodies", "en", "25"),
        ("พบศพจำนวนเท่าไร", "25 bodies", "en", "25"),
        ("How old is the mayor?", "39 years", "en", "39"),
        ("ทีมเหย้าได้กี่คะแนน", "11 points", "en", "11"),
        ("In what year did it open?", "ปี 2005", "th", "2005"),
        ("เปิดในปีใด", "ปี 2005", "th", "2005"),
    ],
)
def test_a_unit_that_the_question_names_is_left_out(question, words, language, said):
    assert brief(understand(question), words, language) == said


@pytest.mark.parametrize(
    ("question", "words", "language"),
    [
        ("ค่าปรับเท่าไร", "5,000 บาท", "th"),
        ("How much is the fine?", "5,000 บาท", "th"),
        ("How many settlers came?", "390 คน", "th"),
        ("How many countries are members?", "10 dialogue partners", "en"),
        ("เปิดเมื่อใด", "ปี 2005", "th"),
        ("เปิดปี พ.ศ. ใด", "พ.ศ. 2548", "th"),
        ("มีกี่เปอร์เซ็นต์", "40%", "th"),
        ("ครั้งไหนมีคนมากที่สุด", "22 ครั้ง", "th"),
        ("กี่คนมาร่วม", "ราว 300 คน", "th"),
        ("Who came?", "", "en"),
    ],
)
def test_all_else_stays(question, words, language):
    assert brief(understand(question), words, language) == words


def test_what_a_person_reads_keeps_the_unit():
    text = "เกาะเวนิสเกิดโรคระบาด 22 ครั้งในช่วงเวลานั้น"
    answer = Extractive(marking("22")).answer(
        understand("เกาะเวนิสเกิดโรคระบาดกี่ครั้ง"), [hit(text, "th")]
    )
    assert answer.text.startswith("22 ครั้ง")
    assert answer.short == answer.span == "22"
    across = Extractive(marking("22")).answer(
        understand("How many times did plague break out in Venice?"), [hit(text, "th")]
    )
    assert across.text.startswith("22 times")
    assert across.short == across.span == "22"
