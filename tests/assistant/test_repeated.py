"""Who a question names is no answer to who."""

import pytest

from assistant.question import understand
from assistant.repeated import repeats

THAI = "น.ส.รัชดา ธนาดิเรก"
SAID = f"{THAI} รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่า"
KEEPER = (
    "The mayor, Ada Fettig, chose Jonas Fettig, 24, as keeper of Peter Orlok's clock for Japan."
)


@pytest.mark.parametrize(
    ("question", "words", "sentence", "same"),
    [
        ("Who is Rachada Thanadirek's superior, the chief spokesperson?", THAI, SAID, True),
        ("ใครเป็นหัวหน้าของรัชดา ธนาดิเรก", THAI, SAID, True),
        ("Who trained Jonas Fettig?", "Jonas Fettig", KEEPER, True),
        ("ใครแต่งตั้งโจนาส เฟตทิก", "Jonas Fettig", KEEPER, True),
        ("ใครเป็นหัวหน้าของรัชดา", "นางสาว", SAID, True),
        # More is told than the name, another of the family, one of those offered, no person.
        ("Who is Rachada Thanadirek?", f"{THAI} รองโฆษก", SAID, False),
        ("Who is Mr Orlok's son?", "Peter Orlok", KEEPER, False),
        ("Who is Fettig?", "Jonas Fettig", KEEPER, False),
        ("Who is Jonas Fettig's mother?", "Ada Fettig", KEEPER, False),
        ("หัวหน้าของรองโฆษกรัชดาเป็นใคร", "ธนาดิเรก", SAID, True),
        ("Who won, Jonas Fettig or Ada Orlok?", "Jonas Fettig", KEEPER, False),
        ("Who signed for Japan?", "Japan", KEEPER, False),
        ("ใครคือหัวหน้าโฆษก", THAI, SAID, False),
        ("When was Jonas Fettig born?", "Jonas Fettig", KEEPER, False),
    ],
)
def test_a_name_of_the_question(question: str, words: str, sentence: str, same: bool) -> None:
    language = "th" if sentence is SAID else "en"
    assert repeats(understand(question), words, sentence, language) is same
