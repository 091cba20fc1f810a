"""What a text tells of the contrary of what is asked about."""

import pytest

from assistant.contrasts import of_the_contrary
from sources import normalise

FARES = "The journey took an hour, and a third-class single ticket cost 1 shilling."
GRADES = "สหกรณ์รับซื้อเมล็ดเกรดเอกิโลกรัมละ 215 บาท และเกรดบีกิโลกรัมละ 160 บาท"
CINEMA = "ช่วงสามเดือนแรกมีผู้ชม 9,870 คน"
TOWER = "Tower tours cost €9; children under ten go free."


@pytest.mark.parametrize(
    ("asked", "told", "contrary"),
    [
        ("ตั๋วชั้นหนึ่งราคาเท่าไร", FARES, True),
        ("How much was a third-class ticket?", FARES, False),
        ("How much was a ticket?", FARES, False),
        ("เมล็ดเกรดซีรับซื้อกิโลกรัมละกี่บาท", GRADES, True),
        ("What do they pay for grade B beans?", GRADES, False),
        ("What do they pay for grade D beans?", GRADES, True),
        ("เดือนแรกเดือนเดียวมีคนมาดูกี่คน", CINEMA, True),
        ("How many came in the first three months?", CINEMA, False),
        ("How many came in the first 3 months?", CINEMA, False),
        ("How many came in the first three weeks?", CINEMA, False),
        ("How many came in the first 2 months?", CINEMA, True),
        ("ช่วง ๓ เดือนแรกมีคนดูเท่าไร", CINEMA, False),
        ("What does an adult tower tour cost?", TOWER, False),  # an adult's, unless it is said
        ("What does a child's tower tour cost?", "Tower tours cost adults €9.", True),
        ("How many women took part?", "Of 90 men who took part 12 fell ill.", True),
        ("How many women took part?", "Of 90 men and women 12 fell ill.", False),
        ("ตัวเมียมีกี่ตัว", "พบตัวผู้ 14 ตัว", True),
        ("ผู้ใหญ่บ้านชื่ออะไร", "เด็กชื่อสมชาย", False),
    ],
)
def test_of_the_contrary(asked, told, contrary):
    asked, told = normalise(asked).text, normalise(told).text
    assert of_the_contrary(asked, told, told) == contrary


def test_what_is_asked_about_stands_elsewhere_in_the_passage():
    rest = f"{FARES} In first class it was three times as much."
    assert not of_the_contrary("What was the first-class fare?", FARES, rest)
