"""Whether something is free or has to be paid for."""

import pytest

from assistant.charged import charged
from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import hit, marking

FERRY = (
    "A single fare goes up to 5 dollars, but children under 13 travel free and bicycles are still "
    "carried at no charge. Entry to the museum on the quay will be free for residents of the town."
)
FAIR = "งานเทศกาลจัดที่ริมบึงตั้งแต่ ๑๐ โมง เข้าชมฟรี ส่วนผู้ที่จะพายเรือต้องจองล่วงหน้า"
WATER = "กรมชลประทานจะไม่เก็บค่าน้ำจากเกษตรกร แต่ต้องร่วมกันขุดลอกคูปีละ 2 ครั้ง"


@pytest.mark.parametrize(
    ("question", "text", "language", "short"),
    [
        ("Do I have to pay extra for my bicycles on the ferry?", FERRY, "en", "No"),
        ("Are bicycles carried for free?", FERRY, "en", "Yes"),
        ("เอาจักรยานขึ้นเรือต้องจ่ายเพิ่มไหม", FERRY, "en", "ไม่ใช่"),
        ("I am a resident of the town - do I have to pay to enter the museum?", FERRY, "en", "No"),
        ("ไปงานเทศกาลริมบึงต้องเสียค่าเข้าไหม", FAIR, "th", "ไม่ใช่"),
        ("เข้างานเทศกาลได้ฟรีใช่ไหมครับ", FAIR, "th", "ใช่"),
        ("Is there an entrance fee at the festival?", FAIR, "th", "No"),
        ("ชาวนาต้องจ่ายค่าน้ำให้กรมชลประทานด้วยหรือเปล่า", WATER, "th", "ไม่ใช่"),
    ],
)
def test_what_is_free(question: str, text: str, language: str, short: str) -> None:
    found = [hit(text, language, title="Ferry" if language == "en" else "ข่าวท้องถิ่น")]
    answer = Extractive(marking("none")).answer(understand(question), found)
    assert answer.short == short
    (citation,) = answer.claims[0].citations
    assert citation.quote == text[citation.start : citation.end]


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Do tourists pay to enter the museum?", FERRY, "en"),  # it is free for others
        ("Do pensioners with a gold card travel free?", FERRY, "en"),
        ("Do the volunteers get any pay for field days?", FERRY, "en"),
        ("Is the water of the lake free from salt?", FERRY, "en"),
        ("Is there free wifi for children on the ferry?", FERRY, "en"),
        ("ลูกเรือได้เสื้อชูชีพฟรีไหม", FAIR, "th"),
        ("เกษตรกรต้องจ่ายค่าเมล็ดพันธุ์และค่าปุ๋ยให้สหกรณ์ไหม", WATER, "th"),
    ],
)
def test_what_is_left_to_the_reader(question: str, text: str, language: str) -> None:
    found = [hit(text, language, title="Ferry" if language == "en" else "ข่าวท้องถิ่น")]
    answer = Extractive(marking("none")).answer(understand(question), found)
    assert answer.abstained


def test_what_is_found_is_where_it_stands_whatever_letters_lie_before() -> None:
    text = "On İnönü Straße, Entry Is Free for all."  # two letters that lower case makes longer
    told = charged(understand("Is entry free?"), [hit(text, "en")])
    assert told and told.yes and text[slice(*told.span)] == "Free"


def test_what_somebody_asks_to_be_free_is_not_free_for_it() -> None:
    text = "เกษตรกรขอให้รัฐจัดเครื่องอัดฟางให้ใช้โดยไม่คิดค่าใช้จ่าย แต่อธิบดีชี้แจงว่าจะให้เช่าไร่ละ 50 บาท"
    hits = [hit(text, "th", title="ข่าวเกษตร")]
    assert charged(understand("ใช้เครื่องอัดฟางได้ฟรีไหม"), hits) is None
