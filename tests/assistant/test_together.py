"""Whether two things are in one numbered group."""

import pytest

from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import hit, marking

ENGLISH = (
    "The projects are in three groups: 1) roads, with Japan and South Korea; 2) ports, with India, "
    "China and Japan; 3) schools, with Norway."
)
THAI = "โครงการแบ่งเป็น 2 กลุ่ม คือ 1)ความร่วมมือด้านถนนกับญี่ปุ่นและเกาหลีใต้ 2)ความร่วมมือด้านท่าเรือกับอินเดียและจีน"


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
    ],
)
def test_two_in_one_group(question: str, text: str, language: str, short: str) -> None:
    answer = Extractive(marking("none")).answer(understand(question), [hit(text, language)])
    assert answer.short == short
    (citation,) = answer.claims[0].citations
    assert citation.quote == text[citation.start : citation.end]
    assert len(citation.quote) < 250


@pytest.mark.parametrize(
    "question",
    [
        "Are Japan and Norway in the same group?",  # Japan is in two
        "Are India and Peru in the same group?",
        "Are India, China and Japan in the same group?",
        "Did India and Norway sign on the same day?",
    ],
)
def test_what_is_left_to_the_reader(question: str) -> None:
    answer = Extractive(marking("none")).answer(understand(question), [hit(ENGLISH, "en")])
    assert answer.abstained
