"""Who a question names is no answer to who."""

import pytest

from assistant.question import understand
from assistant.repeated import repeats

THAI = "น.ส.รัชดา ธนาดิเรก"


@pytest.mark.parametrize(
    ("question", "words", "language", "same"),
    [
        ("Who is Rachada Thanadirek's superior, the chief spokesperson?", THAI, "th", True),
        ("ใครเป็นหัวหน้าของรัชดา ธนาดิเรก", THAI, "th", True),
        ("Who trained Jonas Fettig?", "Jonas Fettig", "en", True),
        ("ใครแต่งตั้งโจนาส เฟตทิก", "Dr Jonas Fettig", "en", True),
        # More is told than the name, another of the family, one of those offered, no person.
        ("Who is Rachada Thanadirek?", f"{THAI} รองโฆษกประจำสำนักนายกรัฐมนตรี", "th", False),
        ("Who is Mr Orlok's son?", "Peter Orlok", "en", False),
        ("Who is Fettig?", "Jonas Fettig", "en", False),
        ("Who won, Jonas Fettig or Ada Orlok?", "Jonas Fettig", "en", False),
        ("Who signed for Japan?", "Japan", "en", False),
        ("ใครคือหัวหน้าโฆษก", THAI, "th", False),
        ("When was Jonas Fettig born?", "Jonas Fettig", "en", False),
    ],
)
def test_a_name_of_the_question(question: str, words: str, language: str, same: bool) -> None:
    assert repeats(understand(question), words, language) is same
