"""Countries and organisations are asked for by the names that the passages have for them."""

import pytest

from assistant.alias import in_their_words
from assistant.question import understand
from tests.assistant.fakes import hit

UN = "การลงนามระหว่างอาเซียนกับสหประชาชาติ ครอบคลุมสังคม สาธารณสุข และสิ่งแวดล้อม"
KOREA = "The Republic of Korea lent Laos three patrol boats."


@pytest.mark.parametrize(
    ("question", "text", "language", "asked"),
    [
        ("ยูเอ็นลงนามเรื่องอะไรบ้าง", UN, "th", "สหประชาชาติลงนามเรื่องอะไรบ้าง"),
        ("พม่าเข้าร่วมไหม", "เมียนมาเข้าร่วมประชุม", "th", "เมียนมาเข้าร่วมไหม"),
        ("เอกสารจัดเป็นกี่หมวด", "แบ่งออกเป็น 4 กลุ่ม", "th", "เอกสารจัดเป็นกี่กลุ่ม"),
        ("เอกสารจัดเป็นกี่หมวด", "มี 3 หมวด 4 กลุ่ม", "th", "เอกสารจัดเป็นกี่หมวด"),
        ("เอกสารจัดเป็นกี่หมวด", "มี 17 ฉบับ", "th", "เอกสารจัดเป็นกี่หมวด"),
        # As the passage has it, unknown to it, or in another language.
        ("สหประชาชาติลงนามเรื่องอะไร", UN, "th", "สหประชาชาติลงนามเรื่องอะไร"),
        ("พม่าเข้าร่วมไหม", UN, "th", "พม่าเข้าร่วมไหม"),
        ("What did the UN sign?", UN, "th", "What did the UN sign?"),
        ("What did Laos get?", KOREA, "en", "What did Laos get?"),
    ],
)
def test_names_become_those_of_the_passages(
    question: str, text: str, language: str, asked: str
) -> None:
    assert in_their_words(understand(question), [hit(text, language)]).text == asked
