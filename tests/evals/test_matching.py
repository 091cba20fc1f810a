"""Facts are found however they are written, and nowhere else."""

import pytest

from evals.matching import canonical, holds


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("ลงนามเอกสาร ๑๗ ฉบับ", "17"),
        ("ลงนามเอกสาร17ฉบับ", "๑๗"),
        ("It signs 17, not 18.", "17"),
        ("ราคา 1,234,567 บาท", "1234567"),
        ("costs 1234 baht", "1,234"),
        ("เมื่อ พ.ศ. ๒๕๖๓", "2563"),
        ("เมื่อ พ.ศ.2563", "พุทธศักราช 2563"),
        ("in B.E. 2563", "พ.ศ. 2563"),
        ("ค.ศ. 2020", "2020"),
        ("ประชุมผ่านวิดีโอ คอนเฟอเรนซ์", "วิดีโอคอนเฟอเรนซ์"),
        ("the Prime Minister’s Office", "Prime Minister's Office"),
        ("VIETNAM's delegation", "Vietnam"),
        ("นํ้า", "น้ำ"),
        ("เวลา 1 ปี", "1 ปี"),
        ("ไม่ใช่ จะลงนาม 17 ฉบับ", "ไม่"),
        ("“Yes, Vietnam takes part.", "yes"),
        ("ขึ้นเป็นสิบเท่า", "สิบ"),
        ("four groups", "four"),
        ("it needs no furnaces", "furnace"),
        ("kept at 32C", "32"),
        ("80km long", "80"),
        ("200 pounds", "200 pound"),
        ("two glasses", "glass"),
    ],
)
def test_holds(text: str, spelling: str) -> None:
    assert holds(text, [spelling])


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("in 2017", "17"),
        ("17m euros", "17"),
        ("17.5 percent", "17"),
        ("3.17 percent", "17"),
        ("1,017 items", "17"),
        ("COVID-19", "19"),
        ("โควิด-19", "19"),
        ("ภายใน 11 ปี", "1 ปี"),
        ("the trust", "US"),
        ("not now", "no"),
        ("ไม่ใช่ เป็นครั้งที่ 1", "ใช่"),
        ("Vietnam says yes", "yes"),
        ("สิบเจ็ดฉบับ", "สิบ"),
        ("สามสิบเจ็ดฉบับ", "เจ็ด"),
        ("twenty-four groups", "four"),
        ("four hundred", "four"),
        ("พ.ศ. 2563", "2020"),
        ("anything", ""),
    ],
)
def test_does_not_hold(text: str, spelling: str) -> None:
    assert not holds(text, [spelling])


def test_one_accepted_spelling_is_enough() -> None:
    assert holds("11 September 2020", ["11 กันยายน 2563", "11 September 2020"])
    assert not holds("11 September 2020", ["11 กันยายน 2563"])


def test_canonical_form() -> None:
    assert canonical(" พ.ศ. ๒๕๖๓  มี 1,000 COPIES ") == "2563มี1000 copies"
