"""Silver coins are no answer to how many gold ones, nor the men's final to who won the women's."""

import pytest

from assistant.attributes import of_another_attribute
from assistant.question import understand

HOARD = "The hoard is 238 Roman silver coins found in a turnip field in 2019."
FINAL = "เหรียญสุดท้ายมาจากโปโลน้ำชายรอบชิงชนะเลิศ ซึ่งสงขลาเอาชนะกรุงเทพมหานคร 9 ต่อ 8"
FARES = "Children under four travel free, and a bicycle costs €10."
MEDALS = "สงขลาได้ 21 เหรียญทอง 14 เหรียญเงิน และ 17 เหรียญทองแดง"


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("How many gold coins are in the hoard?", HOARD, True),
        ("How many silver coins are in the hoard?", HOARD, False),
        ("How many coins are in the hoard?", HOARD, False),
        ("พบเหรียญทองในขุมทรัพย์กี่เหรียญ", HOARD, True),
        ("รอบชิงโปโลน้ำหญิงสกอร์เท่าไร", FINAL, True),
        ("รอบชิงโปโลน้ำชายสกอร์เท่าไร", FINAL, False),
        ("What was the score of the women's water polo final?", FINAL, True),
        ("What's the fare for a motorbike?", FARES, True),
        ("ค่าโดยสารจักรยานเท่าไร", FARES, False),
        ("Is there a fare for a motorbike?", FARES, False),
        ("สงขลาได้เหรียญเงินกี่เหรียญ", MEDALS, False),
        ("How many bronze medals did Songkhla win?", MEDALS, False),
    ],
)
def test_another_attribute(question: str, text: str, other: bool) -> None:
    assert of_another_attribute(understand(question), text, text) is other


def test_what_the_passage_speaks_of_elsewhere_is_left_to_the_reader() -> None:
    passage = f"{HOARD} A second one, of gold coins, was found nearby."
    asked = understand("How many gold coins were found nearby?")
    assert not of_another_attribute(asked, HOARD, passage)
