"""Dates as Thai and English sources write them, and as the other language does."""

from itertools import pairwise

import pytest

from assistant.dates import both_eras, find_dates, other_era
from sources import normalise

ELEVENTH = ((11, 11), 9, 2020)
WEEK = ((9, 12), 9, 2020)


def found(text: str) -> list[tuple[tuple[int, int] | None, int | None, int | None]]:
    return [(date.days, date.month, date.year) for date in find_dates(normalise(text).text)]


def words(text: str) -> list[str]:
    plain = normalise(text).text
    return [plain[date.start : date.end] for date in find_dates(plain)]


@pytest.mark.parametrize(
    "text",
    [
        "ประชุมวันที่ 11 กันยายน 2563",
        "ประชุมวันศุกร์ที่ 11 กันยายน พ.ศ. 2563 ที่กรุงเทพฯ",
        "๑๑ กันยายน พ.ศ. ๒๕๖๓",
        "11 กันยายน ปี 2563",
        "11 กันยายน ค.ศ. 2020",
        "11 กันยายน พุทธศักราช 2563",
        "11 ก.ย. 2563",
        "11 ก.ย 2563",
        "11 ก.ย. 63",
        "11ก.ย.63",
        "11/9/2563",
        "11-09-2020",
        "2020-09-11",
        "on 11 September 2020",
        "on the 11th of September, 2020",
        "September 11, 2020",
        "Friday, Sept. 11, 2020",
        "Sept 11th 2020",
        "sep 11 2020",
        "11 SEPTEMBER 2020",
        "11 September 2563",
        "11 September 2563 B.E.",
        "11 September 2020 (B.E. 2563)",
        "11 กันยายน 2563 (ค.ศ. 2020)",
    ],
)
def test_one_day_in_every_form(text):
    assert found(text) == [ELEVENTH]


@pytest.mark.parametrize(
    "text",
    [
        "ระหว่างวันที่ 9-12 กันยายน 2563",
        "ตั้งแต่วันที่ 9 ถึงวันที่ 12 กันยายน 2563",
        "วันที่ 9 – 12 ก.ย. 2563",
        "9 จนถึง 12 กันยายน พ.ศ. 2563",
        "๙-๑๒ กันยายน ๒๕๖๓",
        "9 to 12 September 2020",
        "between 9 and 12 September 2020",
        "from 9th until 12th of September 2020",
        "September 9-12, 2020",
        "9–12 Sept. 2020",
    ],
)
def test_one_range_of_days(text):
    assert found(text) == [WEEK]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("between 9 and 12 September", ((9, 12), 9, None)),
        ("12 กันยายนนี้", ((12, 12), 9, None)),
        ("Dec. 25th", ((25, 25), 12, None)),
        ("on May 5", ((5, 5), 5, None)),
        ("on may 5", ((5, 5), 5, None)),
        ("เดือนกันยายน 2563", (None, 9, 2020)),
        ("มี.ค. 2564", (None, 3, 2021)),
        ("in May 2021", (None, 5, 2021)),
        ("ในเดือนกันยายน", (None, 9, None)),
        ("In May the rains begin", (None, 5, None)),
        ("since early September", (None, 9, None)),
        ("พ.ศ. 2563", (None, None, 2020)),
        ("ปี พ.ศ. ๒๕๖๓", (None, None, 2020)),
        ("ปี 2563", (None, None, 2020)),
        ("in 2020", (None, None, 2020)),
        ("In 2020, trade fell by 5%.", (None, None, 2020)),
        ("B.E. 2563", (None, None, 2020)),
        ("2563 BE", (None, None, 2020)),
        ("พ.ศ. 2310", (None, None, 1767)),
        ("พ.ศ. 1800", (None, None, 1257)),
        ("ค.ศ. 2300", (None, None, 2300)),
        ("A.D. 79", (None, None, 79)),
        ("79 AD", (None, None, 79)),
    ],
)
def test_dates_that_leave_parts_out(text, date):
    assert found(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "เอกสาร 17 ฉบับ",
        "มีผู้ติดเชื้อ 2563 คน",
        "There were 2020 people.",
        "It cost $1999 and 2,020 baht.",
        "You may sign 5 of them; they may 12 times refuse.",
        "They march 5 miles.",
        "The May flower",
        "12.2020 เมตร",
        "the 1990s",
        "COVID-19 and G20",
        "พ.ศ. 300",  # before our era
        "",
    ],
)
def test_what_is_no_date(text):
    assert found(text) == []


def test_two_months_are_two_dates_that_share_a_sentence():
    assert found("30 สิงหาคม ถึง 2 กันยายน 2563") == [((30, 30), 8, None), ((2, 2), 9, 2020)]
    assert found("from 30 August to 2 September 2020") == [((30, 30), 8, None), ((2, 2), 9, 2020)]


def test_dates_come_in_order_and_without_overlap():
    text = "พ.ศ. 2563 ประชุม 11 กันยายน 2563 และ September 12, 2020 ในปี 2564"
    dates = find_dates(text)
    assert [date.year for date in dates] == [2020, 2020, 2020, 2021]
    assert all(one.end <= other.start for one, other in pairwise(dates))


def test_a_date_ends_with_its_last_figure_or_bracket():
    assert words("เมื่อวันที่ 11 กันยายน 2563 มีการประชุม") == ["11 กันยายน 2563"]
    assert words("on 11 September 2020 (B.E. 2563).") == ["11 September 2020 (B.E. 2563)"]
    assert words("signed 9 to 12 September 2020, online") == ["9 to 12 September 2020"]


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("11 ก.ย. 63", "11 กันยายน 2563 (ค.ศ. 2020)", "11 September 2020 (B.E. 2563)"),
        ("Sept. 9-12, 2020", "9–12 กันยายน 2563 (ค.ศ. 2020)", "9–12 September 2020 (B.E. 2563)"),
        ("May 2021", "พฤษภาคม 2564 (ค.ศ. 2021)", "May 2021 (B.E. 2564)"),
        ("11 กันยายน", "11 กันยายน", "11 September"),
        ("ค.ศ. 1767", "พ.ศ. 2310 (ค.ศ. 1767)", "1767 (B.E. 2310)"),
    ],
)
def test_written_in_both_languages(text, thai, english):
    (date,) = find_dates(text)
    assert (date.written("th"), date.written("en")) == (thai, english)


def test_both_eras_puts_the_readers_own_first():
    assert both_eras(2020, "th") == "2563 (ค.ศ. 2020)"
    assert both_eras(2020, "th", bare=True) == "พ.ศ. 2563 (ค.ศ. 2020)"
    assert both_eras(2020, "en", bare=True) == "2020 (B.E. 2563)"


@pytest.mark.parametrize(
    ("words", "language", "added"),
    [
        ("11 กันยายน 2563", "th", " (ค.ศ. 2020)"),
        ("11 กันยายน ค.ศ. 2020", "th", " (พ.ศ. 2563)"),
        ("๑๑ กันยายน ๒๕๖๓", "th", " (ค.ศ. 2020)"),
        ("11 September 2020", "en", " (B.E. 2563)"),
        ("11 September 2563", "en", " (A.D. 2020)"),
        ("2020-2025", "en", " (B.E. 2563–2568)"),
        ("11 September 2020 (B.E. 2563)", "en", ""),
        ("11 September", "en", ""),
        ("17 ฉบับ", "th", ""),
        ("1990, 1995 and 1999", "en", ""),
    ],
)
def test_other_era(words, language, added):
    assert other_era(words, language) == added


@pytest.mark.parametrize(
    ("text", "days", "month", "year"),
    [
        ("ประชุมปี 63 จัดที่ไหน", None, None, 2020),
        ("ประชุมเมื่อกันยา 63", None, 9, 2020),
        ("9-12 กันยา 63", (9, 12), 9, 2020),
        ("11 กันยายน 63 มีอะไร", (11, 11), 9, 2020),
        ("ช่วงเดือนธันวา", None, 12, None),
    ],
)
def test_years_of_two_figures_and_months_as_spoken(
    text: str, days: tuple[int, int] | None, month: int | None, year: int
) -> None:
    (date,) = find_dates(text)
    assert (date.days, date.month, date.year) == (days, month, year)


@pytest.mark.parametrize(
    "text", ["ผู้เข้าร่วมอายุ 60 ปี 63 คน", "ใช้เวลา 2 ปี 63 วัน", "คุณมีนา สวัสดี", "ร้อยละ 63"]
)
def test_what_is_no_year_of_two_figures(text: str) -> None:
    assert find_dates(text) == []
