"""Numbers that are part of a name."""

import pytest

from assistant.labels import labels, of_another_label
from sources import normalise


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Super Bowl 50 was played", {"50"}),
        ("อะพอลโล ๑๑ ลงจอด", {"11"}),
        ("opened by Elizabeth II", {"2"}),
        ("Super Bowl XXXIII", {"33"}),
        ("ออกซิเจน-18", {"18"}),
        ("In 54 countries", set()),
        ("ประชุม 54 ครั้ง", set()),
        ("ราคา 250 บาท", set()),
        ("Rates rose by 2.5 or Article 12.5 of it", set()),
    ],
)
def test_labels(text, found):
    assert set(labels(normalise(text).text)) == found


@pytest.mark.parametrize(
    ("asked", "passage", "other"),
    [
        ("When did Apollo 12 land?", "Apollo 11 landed in 1969.", True),
        ("When did Apollo 11 land?", "Apollo 11 landed in 1969, Apollo 12 later.", False),
        ("ยาน Cendrawasih-2 ถูกเสนอเมื่อไร", "It placed Cendrawasih-1 into orbit.", True),
        ("What happened in September 2020?", "On September 11 it began.", False),
        ("โควิด-๑๙ ระบาดเมื่อไร", "โรคโควิดระบาดในปี 2563", False),
        ("การประชุมครั้งที่ 7 จัดที่ไหน", "ครั้งที่ 8 จัดที่กรุงเทพฯ", False),  # which ranks tell
    ],
)
def test_another_label(asked, passage, other):
    assert of_another_label(normalise(asked).text, normalise(passage).text) is other
