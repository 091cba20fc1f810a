"""Lists that are asked for by the number of their items."""

import pytest

from assistant.question import understand
from assistant.sized import asked_size, of_another_size, of_asked_size


@pytest.mark.parametrize(
    ("question", "size"),
    [
        ("Which two publishers turned it down?", (2, "")),
        ("What are the four groups?", (4, "กลุ่ม")),
        ("The deal touches on three areas. Which ones?", (3, "ด้าน")),
        ("Name the six provinces.", (6, "จังหวัด")),
        ("4 จังหวัดริมทะเลสาบมีจังหวัดอะไรบ้าง", (4, "จังหวัด")),
        ("ทั้ง ๓ ด้านมีอะไรบ้าง", (3, "ด้าน")),
        ("Which of the two papers is longer?", (0, "")),
        ("What are all four worth?", (0, "")),
        ("What did the seven countries sign?", (0, "")),
        ("ใน 17 ฉบับมีเรื่องอะไรบ้าง", (0, "")),
        ("ไทยคุยสองฝ่ายกับใครบ้าง", (0, "")),
    ],
)
def test_how_many_are_asked_for(question: str, size: tuple[int, str]) -> None:
    assert asked_size(understand(question)) == size


@pytest.mark.parametrize(
    ("question", "text", "words", "language", "other"),
    [
        ("Which two publishers turned it down?", "Two commercial publishers turned it down.",
         "Two commercial publishers", "en", True),
        ("Which two publishers turned it down?", "Bell and Marlow turned it down.",
         "Bell and Marlow", "en", False),
        ("Which two ports?", "It calls at Sollen, Bay Town and Rock.", "Sollen, Bay Town and Rock",
         "en", True),
        ("4 จังหวัดริมทะเลสาบมีจังหวัดอะไรบ้าง", "ครอบคลุม 6 จังหวัด ได้แก่ ตราด ระยอง และอื่น ๆ",
         "ตราด ระยอง", "th", True),
        ("6 จังหวัดที่ร่วมมีจังหวัดอะไรบ้าง", "ครอบคลุม 6 จังหวัด ได้แก่ ตราด ระยอง และอื่น ๆ",
         "ตราด ระยอง", "th", False),
        ("What are the three areas?", "ทั้งสังคม สาธารณสุข และสิ่งแวดล้อม",
         "สังคม สาธารณสุข และสิ่งแวดล้อม", "th", False),
        # What joins two words within an item may part two items: no count is certain.
        ("Name the six machines.", "คาน ล้อกับเพลา รอก พื้นเอียง ลิ่ม และสกรู",
         "คาน ล้อกับเพลา รอก พื้นเอียง ลิ่ม และสกรู", "th", False),
    ],
)  # fmt: skip
def test_a_list_of_another_size(
    question: str, text: str, words: str, language: str, other: bool
) -> None:
    start = text.index(words)
    span = (start, start + len(words))
    assert of_another_size(understand(question), text, span, language) is other


@pytest.mark.parametrize(
    ("question", "words", "language", "meant"),
    [
        ("Name the five Mekong countries.", "ไทย กัมพูชา ลาว เวียดนาม และเมียนมา", "th", True),
        ("5 ประเทศลุ่มน้ำโขงมีประเทศอะไรบ้าง", "ไทย กัมพูชา ลาว เวียดนาม และเมียนมา", "th", True),
        ("Name the four Mekong countries.", "ไทย กัมพูชา ลาว เวียดนาม และเมียนมา", "th", False),
        ("Which two countries?", "Japan and Sollen Bay", "en", False),
        ("Which countries?", "Japan and Laos", "en", False),
    ],
)
def test_as_many_countries_as_are_asked_for(
    question: str, words: str, language: str, meant: bool
) -> None:
    assert of_asked_size(understand(question), words, language) is meant
