"""Yes or no, decided from the evidence, within a language and across."""

import pytest

from assistant.counted import counted, ranked
from assistant.countries import countries_in
from assistant.opposites import opposed
from assistant.question import understand
from assistant.verdict import verdict
from tests.assistant.affirmed import (
    DAM,
    DAM_ENGLISH,
    DAM_THAI,
    ENGLISH,
    SENTENCES,
    THAI,
)


def decided(question: str, sentence: str, language: str) -> bool:
    """Decide a question from a sentence that stands among its neighbours."""
    sentences = list(SENTENCES[language].values())
    place = list(SENTENCES[language]).index(sentence)
    passage = " ".join(sentences[max(0, place - 1) : place + 2])
    return verdict(understand(question), passage, sentences[place], language)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("question", "sentence", "wanted"), THAI + ENGLISH)
def test_questions_on_evidence_of_either_language(question, sentence, wanted, language):
    assert understand(question).kind == "yes_no"
    assert decided(question, sentence, language) is wanted


@pytest.mark.parametrize(("question", "evidence", "wanted"), DAM_THAI)
def test_another_thai_article(question, evidence, wanted):
    assert verdict(understand(question), DAM["th"], evidence, "th") is wanted


@pytest.mark.parametrize(("question", "evidence", "wanted"), DAM_ENGLISH)
def test_another_english_article(question, evidence, wanted):
    assert verdict(understand(question), DAM["en"], evidence, "en") is wanted


def test_there_are_cases_of_both_answers():
    for cases in (THAI, ENGLISH):
        assert len(cases) >= 20
        assert 0.35 < sum(wanted for *_, wanted in cases) / len(cases) < 0.65


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("เอกสารทั้ง 17 ฉบับแบ่งเป็นสี่กลุ่ม", "th", {("17", "ฉบับ"), ("4", "กลุ่ม")}),
        ("ค่าเช่า 1,500 บาท ลดลงร้อยละ 12", "th", {("1500", "บาท"), ("12", "%")}),
        ("ภายใน 1 ปี ตั้งแต่ 11 กันยายน 2563", "th", {("1", "ปี")}),
        ("The 17 documents fall into four groups.", "en", {("17", "ฉบับ"), ("4", "กลุ่ม")}),
        ("1,500 baht, down 12% since 2020", "en", {("1500", "บาท"), ("12", "%")}),
        ("5 million people of COVID-19", "en", {("5000000", "คน")}),
        ("the 53rd meeting", "en", set()),
    ],
)
def test_counted(text, language, found):
    assert counted(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("การประชุมครั้งที่ 53 กลุ่มแรก", "th", {("53", "ครั้ง"), ("1", "กลุ่ม")}),
        ("the 53rd ASEAN Foreign Ministers' Meeting", "en", {("53", "ครั้ง")}),
        ("the first group", "en", {("1", "กลุ่ม")}),
        ("17 ฉบับ", "th", set()),
    ],
)
def test_ranked(text, language, found):
    assert ranked(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("กัมพูชา ลาว เมียนมา เวียดนาม และไทย", "th", {"KH", "LA", "MM", "VN", "TH"}),
        ("พม่ากับสหรัฐฯ", "th", {"MM", "US"}),
        ("Burma and the United States", "en", {"MM", "US"}),
        ("They told us about Korea.", "en", {"KR"}),
        ("Georgetown, Nigerians and the Indianapolis race", "en", set()),
        ("ดอกมาลีสีชาด", "th", set()),
    ],
)
def test_countries(text, language, codes):
    assert countries_in(text, language) == codes


@pytest.mark.parametrize(
    ("asked", "shown", "contrary"),
    [
        ("did the price rise", "the price fell by 5%", True),
        ("ราคาเพิ่มขึ้นไหม", "the price fell by 5%", True),
        ("did the price rise", "the price rose by 5%", False),
        ("did the price rise", "the price rose and then fell", False),
        ("ตลาดเปิดไหม", "ตลาดปิดแล้ว", True),
        ("เปิดเผยไหม", "เปิดเผยแล้ว", False),
        ("is it signed", "the price fell", False),
    ],
)
def test_opposites(asked, shown, contrary):
    assert opposed(asked, shown) is contrary
