"""Which country hosts is told where a text speaks of hosts, or of where it is held."""

import pytest

from assistant.hosting import of_no_host
from assistant.question import understand

THAI = "กลุ่มประเทศลุ่มน้ำประกอบด้วยไทย ลาว และกัมพูชา ซึ่งจะลงนามในเอกสารรวม 2 ฉบับ"
ENGLISH = "Ministers of Peru, Chile and Norway will sign two papers on 4 May."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "lacks"),
    [
        ("ประเทศไหนเป็นเจ้าภาพ", THAI, "ไทย ลาว และกัมพูชา", True),
        ("Which country is chairing the meeting?", THAI, "ลาว", True),
        ("Which country hosts the talks?", ENGLISH, "Peru", True),
        ("ใครเป็นเจ้าภาพการประชุม", ENGLISH, "Peru", True),
        ("Which countries sign?", ENGLISH, "Peru", False),
        ("Is Peru hosting the talks?", ENGLISH, "Peru", False),
        ("Which country hosts the talks?", "The talks will be held in Peru.", "Peru", False),
        ("Which country hosts the talks?", "Peru invited them all.", "Peru", False),
        ("ประเทศใดเป็นเจ้าภาพ", "จัดขึ้นที่กรุงเวียงจันทน์ ประเทศลาว", "กรุงเวียงจันทน์ ประเทศลาว", False),
        ("ประเทศใดเป็นประธาน", "โดยมีลาวเป็นประธาน", "ลาว", False),
        ("Who chairs the co-operative?", "The co-operative elected Ana Berg.", "Ana Berg", False),
    ],
)
def test_no_host_is_told(question: str, sentence: str, words: str, lacks: bool) -> None:
    start = sentence.index(words)
    span = (start, start + len(words))
    assert of_no_host(understand(question), sentence, span) is lacks
