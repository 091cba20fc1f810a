"""Yes or no, decided from the evidence, within a language and across."""

import pytest

from assistant.answer import Answer, Citation
from assistant.composing import Found, compose
from assistant.counted import counted, ranked
from assistant.countries import countries_in
from assistant.named import names_in, without_waters
from assistant.opposites import opposed
from assistant.question import understand
from assistant.verdict import decide
from evals.verdicts import Case, load_cases
from tests.assistant.affirmed import (
    DAM,
    DAM_ENGLISH,
    DAM_THAI,
    ENGLISH,
    PHENOMENA,
    SENTENCES,
    THAI,
)


def decided(question: str, sentence: str, language: str) -> bool:
    """Decide a question from a sentence that stands among its neighbours."""
    sentences = list(SENTENCES[language].values())
    place = list(SENTENCES[language]).index(sentence)
    passage = " ".join(sentences[max(0, place - 1) : place + 2])
    return decide(understand(question), passage, sentences[place], language).yes


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("question", "sentence", "wanted"), THAI + ENGLISH)
def test_questions_on_evidence_of_either_language(question, sentence, wanted, language):
    assert understand(question).kind == "yes_no"
    assert decided(question, sentence, language) is wanted


@pytest.mark.parametrize(("question", "evidence", "wanted"), DAM_THAI)
def test_another_thai_article(question, evidence, wanted):
    assert decide(understand(question), DAM["th"], evidence, "th").yes is wanted


@pytest.mark.parametrize(("question", "evidence", "wanted"), DAM_ENGLISH)
def test_another_english_article(question, evidence, wanted):
    assert decide(understand(question), DAM["en"], evidence, "en").yes is wanted


@pytest.mark.parametrize(("question", "evidence", "language", "wanted"), PHENOMENA)
def test_what_yes_and_no_hang_on(question, evidence, language, wanted):
    assert understand(question).kind == "yes_no"
    decision = decide(understand(question), evidence, evidence, language)
    assert (decision.yes, decision.sure >= 0.5) == (wanted, True)


@pytest.mark.parametrize(("judged", "yes"), [(-4.0, False), (0.0, True), (4.0, True)])
def test_the_reader_decides_where_the_words_tell_little(judged: float, yes: bool) -> None:
    asked = understand("Was he glad that she had called?")
    told = '"Dad hung up at once," she said.'
    assert decide(asked, told, told, "en", judged).yes is yes


def test_the_reader_does_not_overrule_what_the_words_tell() -> None:
    told = "Dogs are allowed on the beach."
    assert decide(understand("Are dogs allowed on the beach?"), told, told, "en", -4.0).yes


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "within", "across"), [("tuned", 0.90, 0.84), ("held_out", 0.80, 0.77)]
)
def test_most_labelled_cases_are_decided_rightly(part, within, across):
    cases = [case for case in load_cases() if case.part == part]

    def share(of: list[Case]) -> float:
        return sum(case.decide().yes == case.yes for case in of) / len(of)

    far = [case for case in cases if case.pair in ("en-th", "th-en")]
    assert share(far) >= across
    assert share([case for case in cases if case not in far]) >= within


def test_the_sure_verdicts_of_the_held_out_part_are_right_more_often():
    cases = [case for case in load_cases() if case.part == "held_out"]
    right = {True: [0, 0], False: [0, 0]}
    for case in cases:
        decision = case.decide()
        right[decision.sure >= 0.8][decision.yes == case.yes] += 1
    sure, unsure = right[True], right[False]
    assert sure[1] / sum(sure) > unsure[1] / sum(unsure) + 0.1
    assert sum(sure) > 0.5 * len(cases)


def test_no_passage_is_in_both_parts_and_both_answers_are_right_as_often():
    cases = load_cases()
    parts = {part: [c for c in cases if c.part == part] for part in ("tuned", "held_out")}
    assert not {c.source for c in parts["tuned"]} & {c.source for c in parts["held_out"]}
    for some in parts.values():
        assert 0.45 < sum(case.yes for case in some) / len(some) < 0.55


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
        (
            "286 audiologists, 12 technicians, 3 playlists",
            "en",
            {("286", "คน"), ("12", "คน"), ("3", "")},
        ),
        ("the 53rd meeting", "en", set()),
        ("ห้ามเข้า ห้างสรรพสินค้า สามารถนั่งเก้าอี้", "th", set()),
        ("ห้าคนกับสามวัน", "th", {("5", "คน"), ("3", "วัน")}),
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
        ("Was the meeting on 11 September the third one?", "en", {("3", "ครั้ง")}),
    ],
)
def test_ranked(text, language, found):
    assert ranked(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("กัมพูชา ลาว เมียนมา เวียดนาม และไทย", "th", {"KH", "LA", "MM", "VN", "TH"}),
        ("พม่ากับสหรัฐฯ", "th", {"MM", "US"}),
        ("อาเซียน-แคนนาดา และมาเลเซีย", "th", {"CA", "MY"}),
        ("Burma and the United States", "en", {"MM", "US"}),
        ("They told us about Korea.", "en", {"KR"}),
        ("Georgetown, Nigerians and the Indianapolis race", "en", set()),
        ("ดอกมาลีสีชาด", "th", set()),
        ("ประเทศไทยและชาวจีน", "th", {"TH", "CN"}),
        ("ประเทศสมาชิกพูดภาษาไทย", "th", set()),
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


def composed(question: str, text: str) -> Answer:
    citation = Citation("d", "T", 0, len(text), text)
    return compose(understand(question), (), Found(text, citation, text, "en", 0.99))


def test_a_yes_or_no_that_the_words_do_not_settle_is_withheld():
    text = "A company was given the line for 50 years, and private money built it."
    answer = composed("Was the line a state railway in the north?", text)
    assert answer.abstained
    assert answer.withheld and answer.withheld.short in ("Yes", "No")
    assert answer.confidence < 0.99
    settled = composed("Did private money build the line?", text)
    assert (settled.abstained, settled.short) == (False, "Yes")
    assert answer.confidence < settled.confidence < 0.99


_PARTNERS = "อาเซียนร่วมมือกับรัสเซีย จีน เกาหลี นิวซีแลนด์ และอินเดีย รัฐมนตรีต่างประเทศเห็นชอบวาระการประชุม"


@pytest.mark.parametrize(
    "question",
    [
        "Is the South China Sea dispute on the foreign ministers' agenda?",
        "ข้อพิพาททะเลจีนใต้อยู่ในวาระของรัฐมนตรีต่างประเทศหรือไม่",
    ],
)
def test_a_sea_named_after_a_country_is_not_that_country(question: str) -> None:
    of_china = question.replace("South China Sea", "China").replace("ทะเลจีนใต้", "จีน")
    asked, other = (
        decide(understand(text), _PARTNERS, _PARTNERS, "th") for text in (question, of_china)
    )
    assert other.yes
    assert asked.sure < other.sure or not asked.yes


@pytest.mark.parametrize(
    ("text", "language", "country", "bare"),
    [
        ("ทะเลจีนใต้สงบ", "th", "", " สงบ"),
        ("จีนสงบ", "th", "CN", "จีนสงบ"),
        ("See the Gulf of Thailand now", "en", "", "See the   now"),
        ("See South China now", "en", "CN", "See South China now"),
    ],
)
def test_waters(text: str, language: str, country: str, bare: str) -> None:
    assert {name.country for name in names_in(text, language)} == {country}
    assert without_waters(text, language) == bare
