"""Days of publication in both eras."""

from datetime import date

import pytest

from sources.calendar import dateline, parse_date

DAY = date(2020, 9, 8)


@pytest.mark.parametrize(
    "written",
    [
        "2020-09-08",
        "2563-09-08",
        "2020-09-08T23:30:00+07:00",
        "8/9/2563",
        "08.09.2020",
        "๐๘/๐๙/๒๕๖๓",
        "วันที่ 8 กันยายน 2563",
        "8 กันยายน พ.ศ. ๒๕๖๓",
        "8 กันยายน ค.ศ. 2020",
        "8 ก.ย. 63",
        "8 ก.ย 2563",
        "8 September 2020",
        "Tue, 08 Sep 2020 10:00:00 +0700",
        "September 8th, 2020",
        "Sept. 8, 2020",
        "8 Sep 2563",
    ],
)
def test_one_day_in_many_hands(written: str) -> None:
    assert parse_date(written) == DAY


@pytest.mark.parametrize(
    "written", ["", "2563", "กันยายน 2563", "31/02/2563", "13/13/2020", "tomorrow", "1-2-3"]
)
def test_what_is_no_full_date(written: str) -> None:
    assert parse_date(written) is None


def test_a_leap_day_of_the_buddhist_era() -> None:
    assert parse_date("2567-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("POSTED ON 08/09/2563", DAY),
        ("เผยแพร่เมื่อ วันอังคารที่ 8 กันยายน 2563 เวลา 10.30 น.", DAY),
        ("Tuesday, 8 September 2020", DAY),
        ("การประชุมจะมีขึ้นวันที่ 8 กันยายน 2563", None),
        ("8 กันยายน 2599", None),
    ],
)
def test_dateline_says_only_the_day(line: str, day: date | None) -> None:
    assert dateline(f"หัวเรื่อง\n\n{line}\n\nเนื้อข่าว", today=date(2021, 1, 1)) == day
