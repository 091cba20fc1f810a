"""Numbers of a text, comparable across languages, and dates that agree or do not."""

import pytest

from assistant.dates import DateSpan, find_dates
from assistant.numbers import agree, in_digits, stated, strange
from sources import normalise


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("เอกสาร 17 ฉบับ", "17"),
        ("เอกสาร ๑๗ ฉบับ", "17"),
        ("เอกสาร17ฉบับ", "17"),
        ("สิบเจ็ดฉบับ", "17"),
        ("seventeen documents", "17"),
        ("Two documents", "2"),
        ("a dozen eggs", "12"),
        ("twenty-one people", "21"),
        ("ยี่สิบเอ็ดคน", "21"),
        ("สองร้อยห้าสิบคน", "250"),
        ("1,234,567 votes", "1234567"),
        ("5 ล้านบาท", "5000000"),
        ("five million baht", "5000000"),
        ("1.5 billion", "1500000000"),
        ("1.5 พันล้านบาท", "1500000000"),
        ("ร้อยละ 12.25", "12.25"),
        ("12.25%", "12.25"),
        ("US$1.47 a tonne", "1.47"),
        ("มี 2563 คน", "2563"),
        ("แบ่งเป็นสี่กลุ่ม", "4"),
        ("ที่ 5 ประเทศลงนาม", "5"),
        ("one year", "1"),
    ],
)
def test_cardinals(text, number):
    found = stated(text)
    assert (found.numbers, found.ordinals, found.dates) == ({number}, set(), ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("กลุ่มแรก", "1"),
        ("กลุ่มที่ 3", "3"),
        ("กลุ่มที่สี่", "4"),
        ("ครั้งที่ ๕๓", "53"),
        ("มาตรา 44", "44"),
        ("the 53rd meeting", "53"),
        ("the fifty-third meeting", "53"),
        ("the FIRST group", "1"),
        ("2nd", "2"),
    ],
)
def test_ordinals(text, number):
    found = stated(text)
    assert (found.numbers, found.ordinals) == (set(), {number})


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 และโควิด-19",
        "โควิด–19",
        "G20",
        "การประชุมจี 20",
        "an F-16",
        "one of the groups, the one that signed",
        "เรื่องหนึ่งคือเรื่องการเมือง",
        "สามารถทำได้ ห้ามจับเก้าอี้ สามัญสำนึก",
        "everyone, someone, tenant, often",
        "",
    ],
)
def test_what_is_no_quantity(text):
    found = stated(text)
    assert (found.numbers, found.ordinals) == (set(), set())


def test_dates_are_kept_apart_from_numbers():
    found = stated("17 documents from 9 to 12 September 2020, in May and in 2564")
    assert found.numbers == {"17"}
    assert [date.year for date in found.dates] == [2020, None, 2021]


@pytest.mark.parametrize(
    ("asked", "shown", "share"),
    [
        ("How many documents?", "17 documents", 0.0),
        ("the 17 documents", "เอกสาร 17 ฉบับ", 0.0),
        ("20 documents", "เอกสาร 17 ฉบับ", 1.0),
        ("20 documents in 4 groups", "17 documents fall into four groups", 0.5),
        ("กลุ่มที่ 4", "the fourth group", 0.0),
        ("กลุ่มที่ 5", "the fourth group of 5", 1.0),  # five stands there, but not as a rank
        ("on 11 September 2020", "วันที่ 11 กันยายน 2563", 0.0),
        ("on 10 September 2020", "9-12 กันยายน 2563", 0.3),  # only within the range
        ("in 2019", "9-12 กันยายน 2563", 1.0),
        ("ในปี 2563", "in September 2020", 0.0),
        ("the 2023 women's champion", "on 10 June 2023", 0.0),
        ("the 2019 women's champion", "on 10 June 2023", 1.0),
        ("How many in 2015?", "Nobody says when.", 0.3),  # what all is about need not be said
        ("How many in 2015?", "It was so in 2014.", 1.0),
        ("How many on 3 May?", "Nobody says when.", 1.0),
        ("What is one way?", "There are ways.", 0.0),
        ("How heavy is oxygen 18?", "Oxygen-18 is heavier.", 0.0),
        ("ทางหลวงหมายเลข 168", "State Route 168 leads there.", 0.0),
        ("พระราชินีเอลิซาเบธที่ 2", "opened by Elizabeth II", 0.0),
        ("พระราชินีเอลิซาเบธที่ 2", "opened by Elizabeth I", 1.0),
        ("ซูเปอร์โบว์ลครั้งที่ 33", "They won Super Bowl XXXIII.", 0.0),
        ("การประชุมครั้งที่ 54", "มีผู้เข้าประชุม 54 ประเทศ", 1.0),
        ("การประชุมครั้งที่ 54", "In 54 countries people met.", 1.0),
        ("2566 คน", "on 10 June 2023", 0.0),  # which number is a year cannot be told
    ],
)
def test_strange_is_the_share_that_is_missing(asked, shown, share):
    assert strange(stated(asked), stated(shown)) == pytest.approx(share)


def date(text: str) -> DateSpan:
    (found,) = find_dates(normalise(text).text)
    return found


@pytest.mark.parametrize(
    ("one", "other", "within", "exact"),
    [
        ("11 กันยายน 2563", "September 11, 2020", True, True),
        ("11 กันยายน", "11 September 2020", True, True),
        ("กันยายน 2563", "11 September 2020", True, True),
        ("2020", "11 ก.ย. 63", True, True),
        ("10 September 2020", "9-12 กันยายน 2563", True, False),
        ("9-12 September 2020", "9-12 กันยายน 2563", True, True),
        ("9-12 September 2020", "10 กันยายน 2563", False, False),
        ("13 September 2020", "9-12 กันยายน 2563", False, False),
        ("11 October 2020", "11 กันยายน 2563", False, False),
        ("11 September 2019", "11 กันยายน 2563", False, False),
        ("2563", "2020", True, True),
    ],
)
def test_agree(one, other, within, exact):
    assert agree(date(one), date(other)) is within
    assert agree(date(one), date(other), within=False) is exact


def test_a_number_before_an_item_ranks_it():
    found = stated("แบ่งเป็น 2 กลุ่ม คือ 1)ความร่วมมือกับจีน 2)ความร่วมมือกับสหประชาชาติ")
    assert found.ordinals == {"1", "2"}
    assert strange(stated("ใครอยู่ในกลุ่มที่ 2"), found) == 0
    assert strange(stated("ใครอยู่ในกลุ่มที่ 5"), found) == 1


def test_what_comes_first_is_seldom_called_so():
    assert strange(stated("ใครเป็นเจ้ากรมคนแรก"), stated("เจ้ากรมคือนายเบทเก")) == 0
    assert strange(stated("ใครเป็นเจ้ากรมคนที่ 3"), stated("เจ้ากรมคือนายเบทเก")) == 1


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("seven hundred and forty-two kilometres", "742 kilometres"),
        ("Two hundred and fifty thousand people", "250000 people"),
        ("twenty thousand five hundred and six", "20506"),
        ("a hundred and one", "101"),
        ("seven thousand five hundred million baht", "7500000000 baht"),
        ("two million three hundred thousand and five", "2300005"),
        ("five hundred people", "five hundred people"),
        ("one or two thousand", "one or two thousand"),
    ],
)
def test_numbers_of_several_words(text, digits):
    assert in_digits(text) == digits


def test_dates_stand_where_the_text_has_them():
    text = "One hundred and two people met on 3 May 2020."
    (date,) = stated(text).dates
    assert text[date.start : date.end] == "3 May 2020"
    assert stated(text).numbers == {"102"}


@pytest.mark.parametrize(
    ("asked", "shown", "share"),
    [
        ("ประชุมวันที่ 11 ลงนามกี่ฉบับ", "วันที่ 11 กันยายน 2563 ลงนาม 2 ฉบับ", 0),
        ("ประชุมวันที่ ๑๑ ลงนามกี่ฉบับ", "On 11 September two were signed.", 0),
        ("How many are signed on the 11th?", "วันที่ 11 กันยายน 2563 ลงนาม 2 ฉบับ", 0),
        ("How many are signed on the 12th?", "วันที่ 11 กันยายน 2563 ลงนาม 2 ฉบับ", 1),
        ("Who opened the 11th meeting?", "วันที่ 11 กันยายน 2563 ลงนาม 2 ฉบับ", 1),
        ("วันที่ 2 ของการประชุมทำอะไร", "วันที่ 2 กันยายน 2563", 1),
        ("วันที่ 9 ถึง 12 ทำอะไร", "ระหว่างวันที่ 9 - 12 กันยายน 2563", 0),
        ("วันที่ 45 ทำอะไร", "ระหว่างวันที่ 9 - 12 กันยายน 2563", 1),
    ],
)
def test_a_day_of_a_month_not_named(asked: str, shown: str, share: float) -> None:
    assert strange(stated(asked), stated(shown)) == share
