"""What a source tells only by implication, and the numbered item that a question names."""

import pytest

from assistant.derived import (
    as_list,
    as_period,
    counted_unit,
    days_of_range,
    end_of_period,
    end_of_range,
    in_words,
    listed,
)
from assistant.enumerated import LAST, asked_item, item_of, numbered_items
from assistant.question import understand

RANGE_TH, RANGE_EN = "ระหว่างวันที่ 9 - 12 กันยายน 2563", "from 9 to 12 September 2020"


@pytest.mark.parametrize(
    ("question", "words", "language", "day"),
    [
        ("วันสุดท้ายของการประชุมตรงกับวันใด", RANGE_TH, "th", "12 กันยายน 2563 (ค.ศ. 2020)"),
        ("งานเริ่มวันไหน", "๙–๑๒ กันยายน ๒๕๖๓", "th", "9 กันยายน 2563 (ค.ศ. 2020)"),
        ("When does the meeting end?", RANGE_EN, "en", "12 September 2020 (B.E. 2563)"),
        ("On what date does it wrap up?", RANGE_EN, "en", "12 September 2020 (B.E. 2563)"),
        ("On which day did it open?", RANGE_TH, "en", "9 September 2020 (B.E. 2563)"),
        ("When is the meeting?", RANGE_EN, "en", ""),
        ("When does it begin and end?", RANGE_EN, "en", ""),
        ("When does the meeting end?", "12 September 2020", "en", ""),
        ("When does it end?", "9-12 September and 1-3 May", "en", ""),
    ],
)
def test_one_end_of_a_range_of_days(question: str, words: str, language: str, day: str) -> None:
    assert end_of_range(understand(question), words, language) == day


WORKED = "The station worked from 1984 until 2019."
LIVED = "เธออาศัยอยู่ที่ลียงระหว่าง พ.ศ. ๒๕๒๓ ถึง พ.ศ. ๒๕๒๗"


@pytest.mark.parametrize(
    ("question", "text", "marked", "wanted"),
    [
        ("When did it stop?", WORKED, "1984", "2019"),
        ("When did it stop?", WORKED, "1984 until 2019", "1984 until 2019"),
        ("When did it start?", WORKED, "2019", "1984"),
        ("When did it work?", WORKED, "1984", "1984"),
        ("โรงไฟฟ้าหยุดเดินเครื่องปีไหน", WORKED, "1984", "2019"),
        ("เธอเริ่มอยู่ที่ลียงปีใด", LIVED, "๒๕๒๗", "พ.ศ. ๒๕๒๓"),
        ("When did it stop?", "Opened in 1984, it was sold in 2019.", "1984", "1984"),
    ],
)
def test_the_other_end_of_a_period(question: str, text: str, marked: str, wanted: str) -> None:
    start = text.index(marked)
    begin, end = end_of_period(understand(question), text, (start, start + len(marked)))
    assert text[begin:end] == wanted


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("08/09/2563", "8 กันยายน 2563 (ค.ศ. 2020)"),
        ("๐๘/๐๙/๒๕๖๓", "8 กันยายน 2563 (ค.ศ. 2020)"),
        ("2020-09-08", "8 กันยายน 2563 (ค.ศ. 2020)"),
        ("8 ก.ย. 2563", ""),
        ("14/2562", ""),
    ],
)
def test_a_date_in_figures_is_written_out(words: str, written: str) -> None:
    assert in_words(words, "th") == written


@pytest.mark.parametrize(
    ("question", "words", "language", "days"),
    [
        ("การประชุมจัดกี่วัน", RANGE_TH, "th", "4 วัน (9–12 กันยายน 2563 (ค.ศ. 2020))"),
        ("How many days does it last?", RANGE_EN, "en", "4 days (9–12 September 2020 (B.E. 2563))"),
        ("How long does it last?", "three days, 9-11 May 2020", "en", ""),
        (
            "number of days of the meeting",
            RANGE_EN,
            "en",
            "4 days (9–12 September 2020 (B.E. 2563))",
        ),
        ("How many rooms are there?", RANGE_EN, "en", ""),
    ],
)
def test_days_of_a_range(question: str, words: str, language: str, days: str) -> None:
    assert days_of_range(understand(question), words, language) == days


@pytest.mark.parametrize(
    ("question", "asked", "unit"),
    [
        ("How many countries share the river?", "Which countries share the river?", "countries"),
        ("ลุ่มน้ำนี้มีทั้งหมดกี่ประเทศ", "ลุ่มน้ำนี้มีประเทศใดบ้าง", "ประเทศ"),
        ("number of countries on the river", "Which countries on the river", "countries"),
        ("What is the total number of members?", "Which members?", "members"),
        ("จำนวนประเทศริมแม่น้ำ", "ประเทศริมแม่น้ำมีประเทศใดบ้าง", "ประเทศ"),
        ("By how much did the number of visitors rise?", None, ""),
        ("จำนวนประเทศสมาชิกเพิ่มขึ้นเท่าไร", None, ""),
        ("กี่ประเทศที่มาประชุม", "มีประเทศใดบ้างที่มาประชุม", "ประเทศ"),
        ("Which countries share the river?", None, ""),
        ("How much is it?", None, ""),
    ],
)
def test_how_many_becomes_which(question: str, asked: str | None, unit: str) -> None:
    found = as_list(understand(question))
    assert (found.text if found else None) == asked
    assert found is None or found.kind == "list"
    assert counted_unit(understand(question)) == unit


@pytest.mark.parametrize(
    ("question", "words", "language", "count"),
    [
        ("How many countries?", "Laos, Vietnam and Japan", "en", 3),
        ("กี่ประเทศ", "ไทย กัมพูชา ลาว เวียดนาม และเมียนมา", "th", 5),
        ("กี่ประเทศ", "คิวบากับแอฟริกาใต้", "th", 2),
        ("How many countries?", "trade, health and peace", "en", 0),
        ("How many countries?", "Laos", "en", 0),
        ("กี่ด้าน", "เศรษฐกิจ สังคม และวัฒนธรรม", "th", 3),
    ],
)
def test_a_list_stands_for_its_number(question: str, words: str, language: str, count: int) -> None:
    assert len(listed(understand(question), words, language)) == count


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("กลุ่มที่ 3 ว่าด้วยเรื่องอะไร", 3),
        ("กลุ่มสามว่าด้วยเรื่องอะไร", 3),
        ("ข้อ ๒ ห้ามอะไร", 2),
        ("ฉบับสุดท้ายลงนามกับใคร", LAST),
        ("กลุ่มแรกมีประเทศใดบ้าง", 1),
        ("กลุ่มหนึ่งในพื้นที่ทำอะไร", None),
        ("การประชุมครั้งที่ 53 จัดเมื่อไร", None),
        ("มีเอกสาร 4 กลุ่มใช่ไหม", None),
        ("What does the third group concern?", 3),
        ("Who signs the final document?", LAST),
        ("What is step 2?", 2),
        ("What does group three deal with?", 3),
        ("When is the 53rd meeting?", None),
        ("How many documents are in four groups?", None),
    ],
)
def test_the_item_that_a_question_names(question: str, rank: int | None) -> None:
    assert asked_item(question, understand(question).language) == rank


TEXT = "มี 3 กลุ่ม 1)ด้านการค้า กับจีน 2)ด้านสังคม กับลาว ๓)ด้านสาธารณสุข\n\nทั้งนี้ (7) ไม่นับ"


def test_items_of_a_numbered_list() -> None:
    items = numbered_items(TEXT)
    assert [TEXT[a:b].strip() for _, (a, b) in items] == [
        "1)ด้านการค้า กับจีน",
        "2)ด้านสังคม กับลาว",
        "๓)ด้านสาธารณสุข",
    ]
    second, last = item_of(items, 2), item_of(items, LAST)
    assert second and "ลาว" in TEXT[slice(*second)]
    assert last and "สาธารณสุข" in TEXT[slice(*last)]
    assert item_of(items, 4) is None


@pytest.mark.parametrize("text", ["Paid 1) once.", "In 2020. It was 3. May", "ไม่มีข้อ", "(1) only"])
def test_no_list_is_seen_where_there_is_none(text: str) -> None:
    assert numbered_items(text) == []


@pytest.mark.parametrize("question", ["จัดวันไหนถึงวันไหน", "From when to when was it held?"])
def test_both_ends_of_a_range(question: str) -> None:
    assert end_of_range(understand(question), "9 - 12 กันยายน 2563", "th") == ""


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("How many days will the fair last?", "When will the fair last?"),
        ("For how many days does it run?", "When does it run?"),
        ("How long does the meeting run?", "When does the meeting run?"),
        ("การประชุมใช้เวลากี่วัน", "การประชุมวันไหน"),
        ("งานจัดนานแค่ไหน", "งานจัดวันไหน"),
        ("How long is the bridge?", None),
        ("How many days before the fair must stalls be booked?", None),
        ("How many days of leave are there?", None),
        ("How many days a week is it open?", None),
        ("ต้องแจ้งล่วงหน้ากี่วัน", None),
        ("เปิดสัปดาห์ละกี่วัน", None),
        ("How many countries came?", None),
        ("เขารอมานานแค่ไหน", None),
        ("When does the fair begin?", None),
    ],
)
def test_how_many_days_becomes_when(question: str, asked: str | None) -> None:
    found = as_period(understand(question))
    assert (found.text if found else None) == asked
    assert found is None or found.kind == "when"
