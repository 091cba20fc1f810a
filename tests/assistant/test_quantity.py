"""A number is told with what it counts, a Thai rank with what it ranks."""

import pytest

from assistant.quantity import whole_quantity


@pytest.mark.parametrize(
    ("text", "marked", "said"),
    [
        ("มีประชากร 1,345,596 คนในปี 2010", "1,345,596", "1,345,596 คน"),
        ("จนถึงปี 1800 อีกหลายครั้ง", "1800", "1800"),
        ("มีเอกสาร 17 ฉบับ", "17", "17 ฉบับ"),
        ("มี 12 ครั้งที่ผ่านมา", "12", "12 ครั้ง"),
        ("การประชุมรัฐมนตรีครั้งที่ 53 มีประเทศร่วม 12 ประเทศ", "53", "ครั้งที่ 53"),
        ("การประชุมรัฐมนตรีครั้งที่ 53 มีประเทศร่วม 12 ประเทศ", "ที่ 53", "ครั้งที่ 53"),
        ("การประชุมรัฐมนตรีครั้งที่ 53 มีประเทศร่วม 12 ประเทศ", "12", "12 ประเทศ"),
        ("การประชุมครั้งที่ ๕๓ จัดขึ้น", "๕๓", "ครั้งที่ ๕๓"),
    ],
)
def test_a_thai_number_is_made_whole(text: str, marked: str, said: str) -> None:
    start = text.index(marked)
    assert text[slice(*whole_quantity(text, (start, start + len(marked)), "th"))] == said
