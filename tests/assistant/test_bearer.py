"""Who holds the office that a span tells."""

import pytest

from assistant.bearer import bearer
from assistant.question import understand

THAI = "โดยมีนางสาวอรพิน สุขเกษมวัน นายอำเภอดอยกาบ กล่าวต้อนรับ"
ENGLISH = "The society's chairman, Roland Fipps, has since written the foreword to the book."


@pytest.mark.parametrize(
    ("question", "text", "marked", "language", "told"),
    [
        ("Who is the district chief?", THAI, "นายอำเภอดอยกาบ", "th", "อรพิน สุขเกษมวัน"),
        ("ใครเป็นนายอำเภอ", THAI, "นายอำเภอดอยกาบ", "th", "อรพิน สุขเกษมวัน"),
        ("Who wrote the foreword?", ENGLISH, "The society's chairman", "en", "Roland Fipps"),
        ("Who wrote it?", "Dr Ann Lee, the mayor, wrote it.", "the mayor", "en", "Ann Lee"),
        # Whose office is asked for needs no name, nor does what is no person.
        ("Who is Roland Fipps?", ENGLISH, "The society's chairman", "en", "The society's chairman"),
        ("What is he?", ENGLISH, "The society's chairman", "en", "The society's chairman"),
        ("Who wrote it?", ENGLISH, "Roland Fipps", "en", "Roland Fipps"),
    ],
)
def test_the_name_beside_an_office(
    question: str, text: str, marked: str, language: str, told: str
) -> None:
    start = text.index(marked)
    begins, ends = bearer(understand(question), text, (start, start + len(marked)), language)
    assert text[begins:ends] == told
