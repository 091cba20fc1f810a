"""Whether something is one of a group, from the list of the group."""

import pytest

from assistant.extractive import Extractive
from assistant.included import asked_inclusion, included
from assistant.named import names_in
from assistant.question import understand
from tests.assistant.fakes import hit, marking

LIST = "ประเทศลุ่มน้ำโขงที่ร่วมประชุม ได้แก่ กัมพูชา ลาว เมียนมา เวียดนาม และไทย"


@pytest.mark.parametrize(
    ("question", "listing", "member"),
    [
        ("Is India one of the strategic partners?",
         "Which countries are the strategic partners?", "India"),
        ("Is Nepal a member of the MFP?", "Which countries are the members of the MFP?", "Nepal"),
        ("Does the article count China among the river states?",
         "Which countries are the river states?", "China"),
        ("Do the signatories include Anna Berg?", "Which are the signatories?", "Anna Berg"),
        ("Does the first group include Laos?", "Which countries are the first group?", "Laos"),
        ("ไทยนับเป็นประเทศลุ่มน้ำโขงด้วยไหม", "ประเทศลุ่มน้ำโขง ได้แก่ประเทศใดบ้าง", "ไทย"),
        ("พม่าอยู่ในรายชื่อผู้เข้าประชุมด้วยใช่ไหม", "ผู้เข้าประชุม ได้แก่ประเทศใดบ้าง", "พม่า"),
        ("ญี่ปุ่นเป็นสมาชิกเวทีน้ำใช่หรือเปล่า", "สมาชิกเวทีน้ำ ได้แก่ประเทศใดบ้าง", "ญี่ปุ่น"),
        ("Is Canada among the countries with a trade paper?",
         "Which countries have a trade paper?", "Canada"),
        ("Is Fiji one of the states that signed in May?",
         "Which countries signed in May?", "Fiji"),
        ("Does the group of trade papers include one with Japan?",
         "Which countries are the group of trade papers?", "Japan"),
        ("Does South Africa count as one of the river states?",
         "Which countries are the river states?", "South Africa"),
        ("Is Bangkok in Thailand?", None, None),
        ("Is the bridge one of the longest?", None, None),
        ("คิวบาเป็นประเทศในภูมิภาคอาเซียนใช่หรือเปล่า", None, None),
        ("ประเทศใดเป็นสมาชิกบ้าง", None, None),
    ],
)  # fmt: skip
def test_questions_of_a_group(question: str, listing: str | None, member: str | None) -> None:
    asked = asked_inclusion(understand(question))
    assert (asked and asked.listing.text) == listing
    assert (asked and asked.member.words) == member


@pytest.mark.parametrize(
    ("member", "spoken", "words", "language", "inside"),
    [
        ("Laos", "en", "กัมพูชา ลาว และไทย", "th", True),
        ("พม่า", "th", "Cambodia, Laos, Myanmar and Thailand", "en", True),
        ("Japan", "en", "กัมพูชา ลาว และไทย", "th", False),
        ("Canada", "en", "อาเซียน-จีน อาเซียน-แคนนาดา และอาเซียน-อินเดีย", "th", True),
        ("Japan", "en", "อาเซียน-จีน อาเซียน-แคนนาดา และอาเซียน-อินเดีย", "th", False),
        ("Japan", "en", "การค้า การลงทุน และพลังงาน", "th", None),
        ("Laos", "en", "ลาว", "th", None),
        ("Anna Berg", "en", "Tom Field and Ruth Amadi", "en", None),
    ],
)
def test_who_is_in_a_list(
    member: str, spoken: str, words: str, language: str, inside: bool | None
) -> None:
    (name,) = names_in(member, spoken, doubtful=True)
    assert included(name, words, language) is inside


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("ลาวนับเป็นประเทศลุ่มน้ำโขงด้วยไหม", "ใช่"),
        ("ญี่ปุ่นนับเป็นประเทศลุ่มน้ำโขงด้วยไหม", "ไม่ใช่"),
        ("Is Japan one of the Mekong countries?", "No"),
        ("Is Japan one of the Mekong countries listed?", "No"),
    ],
)
def test_the_list_decides_and_is_cited(question: str, short: str) -> None:
    answer = Extractive(marking("กัมพูชา ลาว เมียนมา เวียดนาม และไทย")).answer(
        understand(question), [hit(LIST, "th")]
    )
    assert (answer.short, answer.abstained) == (short, False)
    assert "เวียดนาม" in answer.claims[0].citations[0].quote


PARTNERS = "อาเซียน-ชิลี อาเซียน-เคนยา และอาเซียน-ฟิจิ"
PARTNERSHIP = f"1)ความร่วมมือหุ้นส่วนทางยุทธศาสตร์ระหว่าง{PARTNERS} 2)การลงนามกับสหประชาชาติ"


@pytest.mark.parametrize(
    ("question", "score", "short"),
    [
        ("Is Kenya among the countries with a strategic partnership?", -4.0, "Yes"),
        ("Is Japan among the countries with a strategic partnership?", -4.0, "No"),
        ("เคนยาอยู่ในรายชื่อหุ้นส่วนทางยุทธศาสตร์ใช่หรือไม่", -4.0, "ใช่"),
        ("Is Kenya among the countries with a fishing committee?", -4.0, ""),
        ("Is Kenya among the countries with a fishing committee?", 14.0, ""),
    ],
)
def test_the_name_of_the_group_stands_beside_its_list(
    question: str, score: float, short: str
) -> None:
    reader = marking(PARTNERS, score)
    assert Extractive(reader).answer(understand(question), [hit(PARTNERSHIP, "th")]).short == short
