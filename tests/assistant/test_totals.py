"""Of two counts of one thing the total is told, unless a part is asked for."""

import pytest

from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import SURE, FakeReader, hit

THAI = (
    "เทศบาลเมืองทุ่งกว้างจะลงนามสัญญารวมทั้งสิ้น 14 ฉบับในสัปดาห์นี้\n\n"
    "ในวันอังคารจะลงนามสัญญากับบริษัทเหมืองหิน 3 ฉบับ และจ่ายเงินรวม 90 บาท"
)
ENGLISH = (
    "The festival shows 46 films in all in the old town. It sold 900 tickets.\n\n"
    "On Monday the small hall shows 5 films by students."
)
APART = "The festival shows 46 films on two screens. On Monday the hall shows 5 films by students."


@pytest.mark.parametrize(
    ("text", "language", "question", "told"),
    [
        (THAI, "th", "จะลงนามสัญญากี่ฉบับ", "14 ฉบับ"),
        (THAI, "th", "วันอังคารจะลงนามสัญญากี่ฉบับ", "3 ฉบับ"),
        (THAI, "th", "ลงนามกับบริษัทเหมืองหินกี่ฉบับ", "3 ฉบับ"),
        (THAI, "th", "จะลงนามสัญญาเท่าไร", "3 ฉบับ"),
        (ENGLISH, "en", "How many films are shown?", "46 films"),
        (ENGLISH, "en", "How many films by students are shown?", "5 films"),
        (ENGLISH, "en", "How many films does the small hall show?", "5 films"),
        (APART, "en", "How many films are shown?", "5 films"),
    ],
)
def test_the_total_unless_a_part_is_asked_for(text, language, question, told):
    marks = {"3 ฉบับ": SURE, "14 ฉบับ": SURE - 4, "90 บาท": SURE - 4}
    marks |= {"5 films": SURE, "46 films": SURE - 4, "900 tickets": SURE - 4}
    reader = FakeReader(**marks)
    answer = Extractive(reader).answer(understand(question), [hit(text, language)])
    assert answer.text.startswith(told)


def test_a_total_that_the_reader_does_not_take_for_an_answer_is_none():
    reader = FakeReader(**{"5 films": SURE, "46 films": -2.0})
    answer = Extractive(reader).answer(
        understand("How many films are shown?"), [hit(ENGLISH, "en")]
    )
    assert answer.text.startswith("5 films")
