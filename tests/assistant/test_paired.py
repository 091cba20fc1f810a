"""What is said of a meeting of A and B answers nothing about one of A and C."""

import pytest

from assistant.paired import of_another_pair, pairs
from assistant.question import understand

MEKONG = "ในวันที่ 11 กันยายน 2563 เป็นการประชุมรัฐมนตรีหุ้นส่วนลุ่มน้ำโขง - สหรัฐฯ ครั้งที่ 1"
TRADE = "Thai-Sri Lankan trade stood at 380 million dollars in 2023"


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("การประชุมลุ่มน้ำโขง-เกาหลี", "th", [{"KR"}]),
        ("หุ้นส่วนลุ่มน้ำโขง - สหรัฐฯ ครั้งที่ ๑", "th", [{"US"}]),
        ("อาเซียน-รัสเซีย และไทย-สปป.ลาว", "th", [{"RU"}, {"TH", "LA"}]),
        ("the Japan-U.S. Mekong Power Partnership", "en", [{"JP", "US"}]),
        ("Thai-Lao and Thai–Sri Lankan trade", "en", [{"TH", "LA"}, {"TH", "LK"}]),
        ("COVID-19 in re-opened well-known towns", "en", []),
        ("ระหว่างวันที่ 9 - 12 กันยายน", "th", []),
    ],
)
def test_pairs_by_their_countries(text, language, found):
    assert list(pairs(text, language)) == found


@pytest.mark.parametrize(
    ("question", "sentence", "language", "other"),
    [
        ("การประชุมลุ่มน้ำโขง-เกาหลีจัดวันไหน", MEKONG, "th", True),
        ("การประชุมลุ่มน้ำโขง-สหรัฐจัดวันไหน", MEKONG, "th", False),
        ("When is the Mekong-Korea meeting?", MEKONG, "th", True),
        ("When is the Mekong-US meeting?", MEKONG, "th", False),
        ("Is the Mekong-Korea meeting on 11 September?", MEKONG, "th", False),
        ("When is the meeting with Korea?", MEKONG, "th", False),
        ("ค้าขายไทย-ศรีลังกาเท่าไร", TRADE, "en", False),
        ("ค้าขายไทย-อินเดียเท่าไร", TRADE, "en", True),
        ("ค้าขายไทย-อินเดียเท่าไร", "It stood at 380 million dollars.", "en", False),
    ],
)
def test_another_pair(question, sentence, language, other):
    assert of_another_pair(understand(question), sentence, sentence, language) is other


def test_a_pair_told_elsewhere_in_the_passage_is_no_other():
    passage = f"การประชุมลุ่มน้ำโขง-เกาหลีมีขึ้นด้วย {MEKONG}"
    assert not of_another_pair(understand("ลุ่มน้ำโขง-เกาหลีประชุมวันไหน"), MEKONG, passage, "th")
