"""Whether a thing is in the group of a numbered list that a question describes."""

import pytest

from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import hit, marking

ENGLISH = (
    "The projects are in three groups: 1) roads and bridges, with Japan and South Korea; 2) training "
    "for nurses and rural clinics, with the United Nations; 3) schools, with Norway."
)
THAI = (
    "โครงการแบ่งเป็น 3 กลุ่ม คือ 1)ความร่วมมือด้านถนนกับญี่ปุ่น 2)การลงนามกับสหประชาชาติ ว่าด้วยการอบรมพยาบาลและการจัดการขยะ "
    "3)การต่อต้านการฟอกเงินกับนอร์เวย์"
)


@pytest.mark.parametrize(
    ("question", "text", "language", "short"),
    [
        ("Is the training of nurses part of the first group?", ENGLISH, "en", "No"),
        ("Is the paper on rural clinics in the second group?", ENGLISH, "en", "Yes"),
        ("Does the group with Norway cover nurses?", ENGLISH, "en", "No"),
        ("Does the UN group include rural clinics?", ENGLISH, "en", "Yes"),
        ("Is the money laundering paper part of the UN group?", THAI, "th", "No"),
        ("Does the third group deal with money laundering?", THAI, "th", "Yes"),
        ("เรื่องฟอกเงินอยู่ในกลุ่มสหประชาชาติใช่ไหม", THAI, "th", "ไม่ใช่"),
        ("กลุ่มที่ 2 มีเรื่องการจัดการขยะด้วยไหม", THAI, "th", "ใช่"),
        ("การอบรมพยาบาลจัดอยู่ในกลุ่มสุดท้ายหรือไม่", THAI, "th", "ไม่ใช่"),
    ],
)
def test_a_thing_is_in_the_group_described_or_in_another(
    question: str, text: str, language: str, short: str
) -> None:
    answer = Extractive(marking("none")).answer(understand(question), [hit(text, language)])
    assert answer.short == short
    (citation,) = answer.claims[0].citations
    assert citation.quote == text[citation.start : citation.end]
    assert len(citation.quote) < 250


@pytest.mark.parametrize(
    "question",
    [
        "Is football part of the first group?",  # in none of them
        "Is the training of nurses in the fourth group?",  # there is none
        "Does the group with Peru cover nurses?",
        "Are the nurses paid in the second group's countries?",
        "Which group covers football?",
    ],
)
def test_what_is_left_to_the_reader(question: str) -> None:
    answer = Extractive(marking("none")).answer(understand(question), [hit(ENGLISH, "en")])
    assert answer.abstained
