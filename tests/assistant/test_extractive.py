"""The extractive answerer, from spans that a fake reader marks to the answer and its citation."""

import pytest

from assistant.answer import Answer
from assistant.extractive import Extractive
from assistant.question import understand
from tests.assistant.fakes import SURE, UNSURE, FakeReader, hit, marking

THAI = (
    "เทศบาลเปิดตลาดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565 ตลาดนี้มีแผงค้า 120 แผง "
    "ประเทศที่ส่งคณะมาดูงาน ได้แก่ ลาว เวียดนาม และญี่ปุ่น"
)
ENGLISH = (
    "The city opened a new market beside the Ping on 5 March 2022. It has 120 stalls and no car "
    "park. The countries sending delegations are Laos, Vietnam and Japan."
)


def answered(question: str, reader: FakeReader, *texts: tuple[str, str]) -> Answer:
    hits = [hit(text, language, score=0.05 - 0.001 * i) for i, (text, language) in enumerate(texts)]
    return Extractive(reader).answer(understand(question), hits)


@pytest.mark.parametrize(
    ("question", "text", "language", "mark", "said"),
    [
        ("ตลาดเปิดเมื่อไร", THAI, "th", "มีนาคม", "5 มีนาคม 2565"),
        ("ตลาดมีแผงค้ากี่แผง", THAI, "th", "120", "120 แผง"),
        ("ประเทศที่ส่งคณะมาดูงานมีประเทศใดบ้าง", THAI, "th", "ลาว", "ลาว เวียดนาม และญี่ปุ่น"),
        ("When did the market open?", ENGLISH, "en", "March", "5 March 2022"),
        ("How many stalls has the market?", ENGLISH, "en", "120", "120 stalls"),
        ("Which countries send delegations?", ENGLISH, "en", "Vietnam", "Laos, Vietnam and Japan"),
        ("When did the market open?", THAI, "th", "มีนาคม", "5 March 2022 (B.E. 2565)"),
        ("Which countries send delegations?", THAI, "th", "ลาว", "Laos, Vietnam and Japan"),
        ("ตลาดเปิดเมื่อไร", ENGLISH, "en", "March", "5 มีนาคม 2565 (ค.ศ. 2022)"),
        ("ตลาดมีแผงค้ากี่แผง", ENGLISH, "en", "120", "แผงค้า 120 แผง"),
        (
            "ประเทศที่ส่งคณะมาดูงานมีกี่ประเทศ",
            THAI,
            "th",
            "ลาว เวียดนาม และญี่ปุ่น",
            "3 ประเทศ (ลาว เวียดนาม และญี่ปุ่น)",
        ),
        (
            "How many countries send delegations?",
            ENGLISH,
            "en",
            "Laos, Vietnam and Japan",
            "3 countries (Laos, Vietnam and Japan)",
        ),
        (
            "ประเทศที่ส่งคณะมาดูงานมีกี่ประเทศ",
            THAI,
            "th",
            "เวียดนาม และญี่ปุ่น",
            "3 ประเทศ (ลาว เวียดนาม และญี่ปุ่น)",
        ),
        ("Is there a car park?", ENGLISH, "en", "no car park", "No"),
        ("ตลาดมีแผงค้า 120 แผงใช่ไหม", THAI, "th", "120 แผง", "ใช่"),
        ("ตลาดมีแผงค้า 200 แผงใช่ไหม", THAI, "th", "120 แผง", "ไม่ใช่"),
    ],
)
def test_a_part_that_is_marked_becomes_the_answer(question, text, language, mark, said):
    answer = answered(question, marking(mark), (text, language))
    assert not answer.abstained
    assert answer.text.startswith(said)
    assert answer.short in {said, mark}  # a unit that the question names is said to people alone
    (claim,) = answer.claims
    (citation,) = claim.citations
    assert text[citation.start : citation.end] == citation.quote
    assert answer.span in citation.quote
    assert len(citation.quote) <= 250
    assert citation.quote in answer.text


def test_the_other_era_is_told_beside_the_answer():
    assert answered("ตลาดเปิดเมื่อไร", marking("2565"), (THAI, "th")).text.startswith(
        "5 มีนาคม 2565 (ค.ศ. 2022)"
    )
    assert answered("When was it opened?", marking("2022"), (ENGLISH, "en")).text.startswith(
        "5 March 2022 (B.E. 2565)"
    )


def test_a_gloss_is_labelled_and_the_source_quoted():
    answer = answered("What did the city open?", marking("ตลาดแห่งใหม่ริมแม่น้ำปิง"), (THAI, "th"))
    assert answer.language == "en"
    assert answer.text.startswith("Word for word: ")
    assert "In the Thai source: “เทศบาลเปิดตลาด" in answer.text
    answer = answered("เมืองเปิดอะไร", marking("a new market"), (ENGLISH, "en"))
    assert answer.text.startswith("แปลคำต่อคำ: ")
    assert "ต้นฉบับภาษาอังกฤษ: “The city opened" in answer.text


@pytest.mark.parametrize(("question", "language"), [("When?", "en"), ("เมื่อไร", "th")])
def test_an_unsure_reader_makes_it_abstain(question, language):
    answer = answered(question, marking("120", UNSURE), (ENGLISH, "en"), (THAI, "th"))
    assert answer.abstained
    assert answer.language == language
    assert answer.short == answer.span == ""
    assert answer.claims == ()
    assert [found.passage.text for found in answer.passages] == [ENGLISH, THAI]
    assert "“ข่าว”" in answer.text  # where the nearest passage is


def test_without_passages_it_abstains():
    answer = Extractive(FakeReader()).answer(understand("When?"), [])
    assert answer.abstained
    assert answer.confidence == 0
    assert answer.text == "The sources do not answer this question."


def test_a_reader_that_marks_nothing_makes_it_abstain():
    assert answered("Who?", FakeReader(), (ENGLISH, "en")).abstained


def test_the_better_span_wins_wherever_it_stands():
    reader = FakeReader()
    reader.marks = {"120": SURE, "45 crates": SURE + 9}
    other = "A lorry brought 45 crates of fruit to the market."
    answer = answered("How many crates came?", reader, (ENGLISH, "en"), (other, "en"))
    assert answer.text.startswith("45 crates")
    assert [text for _, texts in reader.asked for text in texts] == [ENGLISH, other]


def test_an_acronym_is_spelt_out_of_the_passage():
    text = "It is a model, said the Urban Food Network, or UFN for short."
    answer = answered("What does UFN stand for?", marking("model", 2.0), (text, "en"))
    assert answer.short == "Urban Food Network"


def test_the_contract_of_the_json():
    answer = answered("When did the market open?", marking("March"), (ENGLISH, "en")).to_json()
    assert set(answer) == {
        "answer", "short", "language", "abstained", "confidence", "claims", "unconfirmed", "passages",
        "suggestion", "span", "standalone", "note", "answerer", "timings_ms",
    }  # fmt: skip
    (claim,) = answer["claims"]
    assert set(claim) == {"text", "citations"}
    assert set(claim["citations"][0]) == {"document_id", "title", "start", "end", "quote"}
    assert set(answer["passages"][0]) == {"document_id", "start", "end", "score"}
    assert 0 <= answer["confidence"] <= 1


@pytest.mark.parametrize(
    ("acronym", "long"),
    [
        ("รฟท.", "การรถไฟแห่งประเทศไทย"),
        ("รฟท", "การรถไฟแห่งประเทศไทย"),
        ("ก.ล.ต.", "สำนักงานคณะกรรมการกำกับหลักทรัพย์และตลาดหลักทรัพย์"),
        ("ขสมก.", "องค์การขนส่งมวลชนกรุงเทพ"),
        ("ศปท.", "ศูนย์ประสานงานท่าเรือ"),
    ],
)
def test_a_thai_acronym_is_spelt_out_of_the_brackets_beside_it(acronym, long):
    text = (
        "รัฐวิสาหกิจชื่อ การรถไฟแห่งประเทศไทย (รฟท.) ตั้งเมื่อปี 2494 ต่อมาสำนักงานคณะกรรมการกำกับหลักทรัพย์"
        "และตลาดหลักทรัพย์ (ก.ล.ต.) ตรวจสอบ ขสมก. (องค์การขนส่งมวลชนกรุงเทพ) และต้องลงทะเบียนที่ศูนย์ประสานงาน"
        "ท่าเรือ (ศปท.) ชั้น 2"
    )
    answer = answered(f"{acronym} ย่อมาจากอะไร", marking("2494", 2.0), (text, "th"))
    assert answer.short == long


def test_an_acronym_that_the_passage_does_not_spell_out_is_left_to_the_reader():
    text = "การรถไฟแห่งประเทศไทยตั้งเมื่อปี 2494 และ รฟม. ตั้งภายหลัง"
    assert answered("รฟม. ย่อมาจากอะไร", marking("2494"), (text, "th")).short == "2494"


def test_an_abstention_keeps_what_was_withheld():
    answer = answered("When did the market open?", marking("March", UNSURE), (ENGLISH, "en"))
    assert answer.abstained
    assert answer.withheld is not None
    assert answer.withheld.short == "5 March 2022"
    assert "withheld" not in answer.to_json()


@pytest.mark.parametrize(
    ("question", "strange"),
    [("Which four countries send delegations?", 0), ("How many of the four markets opened?", 1)],
)
def test_how_many_there_are_to_list_need_not_be_said(question, strange):
    candidates = Extractive(marking("Laos")).candidates(understand(question), [hit(ENGLISH, "en")])
    assert [candidate.features.strange for candidate in candidates] == [strange]


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many days does the meeting last?", "4 days (9–12 September 2020 (B.E. 2563))"),
        ("การประชุมกินเวลากี่วัน", "4 วัน (9–12 กันยายน 2563 (ค.ศ. 2020))"),
    ],
)
def test_days_are_counted_from_the_dates_beside_what_was_marked(question, short):
    text = "ระหว่างวันที่ 9 - 12 กันยายน 2563 จะมีการประชุมรัฐมนตรี ครั้งที่ 53 ผ่านระบบทางไกล"
    answer = Extractive(marking("53")).answer(understand(question), [hit(text, "th")])
    assert answer.short == short


class AskedWhen(FakeReader):
    """Marks the days, surely only for a question that asks for them."""

    def read(self, question, passages, best=4):
        self.marks = {"9 - 12 กันยายน 2563": SURE if "When" in question else UNSURE}
        self.supports = SURE / 2 if "When" in question else UNSURE
        return super().read(question, passages, best)


def test_days_are_counted_from_the_dates_that_answer_when():
    text = "ระหว่างวันที่ 9 - 12 กันยายน 2563 จะมีการประชุมรัฐมนตรี ครั้งที่ 53 ผ่านระบบทางไกล"
    asked = understand("How many days was the ministers' meeting scheduled to last?")
    answer = Extractive(AskedWhen()).answer(asked, [hit(text, "th")])
    assert answer.short == "4 days (9–12 September 2020 (B.E. 2563))"
    stalls = understand("How many stalls does the meeting have?")
    assert Extractive(AskedWhen()).answer(stalls, [hit(text, "th")]).abstained
