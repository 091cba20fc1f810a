"""Whether two things are in one numbered group, and whether one is in the group described."""

import pytest

from assistant.extractive import Extractive
from assistant.question import understand
from sources import detect_language
from tests.assistant.fakes import hit, marking

ENGLISH = (
    "The projects are in three groups: 1) roads, with Japan and South Korea; 2) ports, with India, "
    "China and Japan; 3) schools, with Norway."
)
THAI = "โครงการแบ่งเป็น 2 กลุ่ม คือ 1)ความร่วมมือด้านถนนกับญี่ปุ่นและเกาหลีใต้ 2)ความร่วมมือด้านท่าเรือกับอินเดียและจีน"
CLINICS = (
    "The projects are in three groups: 1) roads, with Japan and the United States; 2) training "
    "for nurses and rural clinics, with the United Nations; 3) schools, with Norway."
)
CLINICS_TH = (
    "โครงการแบ่งเป็น 3 กลุ่ม คือ 1)ความร่วมมือด้านถนนกับญี่ปุ่น 2)การลงนามกับสหประชาชาติ ว่าด้วยการอบรมพยาบาลและการจัดการขยะ "
    "3)การต่อต้านการฟอกเงินกับนอร์เวย์"
)


@pytest.mark.parametrize(
    ("question", "text", "language", "short"),
    [
        ("Are India and China in the same group?", ENGLISH, "en", "Yes"),
        ("Are India and Norway put in the same group of projects?", ENGLISH, "en", "No"),
        ("Are India and Norway in different groups?", ENGLISH, "en", "Yes"),
        ("Are India and China in the same group?", THAI, "th", "Yes"),
        ("จีนกับอินเดียอยู่กลุ่มเดียวกันไหม", THAI, "th", "ใช่"),
        ("ญี่ปุ่นกับจีนอยู่ในกลุ่มความร่วมมือเดียวกันหรือไม่", THAI, "th", "ไม่ใช่"),
        ("ญี่ปุ่นกับจีนอยู่คนละกลุ่มกันใช่ไหม", THAI, "th", "ใช่"),
        ("อินเดียกับจีนอยู่กลุ่มเดียวกันไหม", ENGLISH, "en", "ใช่"),
        ("Is the training of nurses part of the first group?", CLINICS, "en", "No"),
        ("Is the paper on rural clinics in the second group?", CLINICS, "en", "Yes"),
        ("Does the group with Norway cover nurses?", CLINICS, "en", "No"),
        ("Does the UN group include rural clinics?", CLINICS, "en", "Yes"),
        ("Is the money laundering paper part of the UN group?", CLINICS_TH, "th", "No"),
        ("Does the third group deal with money laundering?", CLINICS_TH, "th", "Yes"),
        ("เรื่องฟอกเงินอยู่ในกลุ่มสหประชาชาติใช่ไหม", CLINICS_TH, "th", "ไม่ใช่"),
        ("กลุ่มที่ 2 มีเรื่องการจัดการขยะด้วยไหม", CLINICS_TH, "th", "ใช่"),
        ("การอบรมพยาบาลจัดอยู่ในกลุ่มสุดท้ายหรือไม่", CLINICS_TH, "th", "ไม่ใช่"),
    ],
)
def test_what_is_in_one_group_or_in_another(
    question: str, text: str, language: str, short: str
) -> None:
    answer = Extractive(marking("none")).answer(understand(question), [hit(text, language)])
    assert answer.short == short
    (citation,) = answer.claims[0].citations
    assert citation.quote == text[citation.start : citation.end]
    assert len(citation.quote) < 250


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Are Japan and Norway in the same group?", ENGLISH),  # Japan is in two
        ("Are India and Peru in the same group?", ENGLISH),
        ("Are India, China and Japan in the same group?", ENGLISH),
        ("Did India and Norway sign on the same day?", ENGLISH),
        ("Is football part of the first group?", CLINICS),  # in none of them
        ("Is the training of nurses in the fourth group?", CLINICS),  # there is none
        ("Does the group with Peru cover nurses?", CLINICS),
        ("Are the nurses paid in the second group's countries?", CLINICS),
        ("Which group covers football?", CLINICS),
        ("Does the first group not cover nurses?", CLINICS),
        ("การอบรมพยาบาลไม่อยู่ในกลุ่มแรกใช่ไหม", CLINICS_TH),
    ],
)
def test_what_is_left_to_the_reader(question: str, text: str) -> None:
    answer = Extractive(marking("none")).answer(
        understand(question), [hit(text, detect_language(text))]
    )
    assert answer.abstained
