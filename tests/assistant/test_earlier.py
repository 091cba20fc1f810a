"""What is told of this time is no answer to what was the time before."""

import pytest

from assistant.earlier import of_this_time
from assistant.question import understand

NOW = "ระหว่างวันที่ 9 - 12 กันยายน 2563 จะมีการประชุมครั้งที่ 53 และลงนามในเอกสาร 17 ฉบับ"
TOLD = "In 2019, 3,200 people came to the fair."
COMPARED = "This year 3,200 people came, up from 2,900."
PLAIN = "The fair draws 3,200 people."


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("ปีที่แล้วลงนามกันกี่ฉบับ", NOW, True),
        ("การประชุมครั้งก่อนหน้านี้เซ็นกันกี่ฉบับ", NOW, True),
        ("How many papers were signed at the previous meeting?", NOW, True),
        ("ครั้งนี้ลงนามกันกี่ฉบับ", NOW, False),
        ("How many people came last year?", PLAIN, True),
        # What was last year for who asks may be a year that the article names.
        ("How many people came last year?", TOLD, False),
        ("How many people came to the previous fair?", COMPARED, False),
        ("How many people came last year?", COMPARED, False),
        ("How many people came?", PLAIN, False),
        # The last may be the latest, and its date alone tells when the one before was.
        ("When was the last time that it flooded?", "It flooded in 1995.", False),
        ("How many voted in the last election?", "In May 2023 39 million voted.", False),
        ("When was the previous meeting?", "The 52nd meeting was held in July 2019.", False),
        ("When was the previous meeting?", NOW, True),
        ("ครั้งที่แล้วเซ็นกันกี่ฉบับ", NOW, True),
        # "First" and "which of them before" are no time before.
        ("ต้องไปพักในนาชั้นไหนก่อน", "ไหลผ่านนาสามชั้น ชั้นแรกคือวังขัง", False),
        ("เกิดอะไรขึ้นเมื่อ 20 ปีก่อน", "พายุพัดคันดินพัง", False),
        ("Is it held every year, as last year?", PLAIN, False),
    ],
)
def test_the_time_before_is_another(question: str, sentence: str, other: bool) -> None:
    assert of_this_time(understand(question), sentence) is other
