"""Follow-up questions are written out from what was asked before; changes of topic are not."""

from pathlib import Path

import pytest

from assistant import Assistant, Turn, standalone, understand
from assistant.conversation import may_stand_alone
from assistant.question import language_of
from index import Index
from sources import Document, Settings


def followed(*questions: str, answer: str = "") -> str:
    """Ask the questions of a conversation in turn, and return the last, written out."""
    turns: list[Turn] = []
    for question in questions[:-1]:
        turns.append(Turn(standalone(question, turns), answer))
    return standalone(questions[-1], turns)


@pytest.mark.parametrize(
    ("before", "question", "written"),
    [
        (
            "When did the Rama VIII Bridge open?",
            "And where?",
            "Where did the Rama VIII Bridge open?",
        ),
        ("Where is the museum of Chaiya?", "Why?", "Why is the museum of Chaiya?"),
        (
            "How many visitors came to Sukhothai in 2018?",
            "And in 2019?",
            "How many visitors came to Sukhothai in 2019?",
        ),
        (
            "Who leads Nepal's delegation to the talks?",
            "what about Bhutan's?",
            "Who leads Bhutan's delegation to the talks?",
        ),
        (
            "What is the first group of documents about?",
            "And the second group?",
            "What is the second group of documents about?",
        ),
        (
            "When is the 6th summit of mayors?",
            "no, I meant the 7th",
            "When is the 7th summit of mayors?",
        ),
        ("Who signs for Laos?", "Sorry, for Japan", "Who signs for Japan?"),
        ("Who built the Wat Arun bridge?", "How long is it?", "How long is it (Wat Arun bridge)?"),
        (
            "ใครชนะเลือกตั้งในญี่ปุ่น",
            "แล้วของเกาหลีใต้ล่ะ",
            "ใครชนะเลือกตั้งในเกาหลีใต้",
        ),
        ("ปี 2562 ส่งออกข้าวกี่ตัน", "แล้วปี 2563 ล่ะ", "ปี 2563 ส่งออกข้าวกี่ตัน"),
        ("ปี ๒๕๖๒ ส่งออกข้าวกี่ตัน", "แล้วปี ๒๕๖๓ ล่ะคะ", "ปี 2563 ส่งออกข้าวกี่ตัน"),
        ("สะพานพระราม 8 เปิดวันไหน", "ยาวกี่เมตร", "สะพานพระราม 8 ยาวกี่เมตร"),
        ("ช่วงแรกใครสร้าง", "ไม่ใช่ หมายถึงช่วงที่สอง", "ช่วงที่สองใครสร้าง"),
        ("วัดโพธิ์สร้างเมื่อไร", "โดยใคร", "วัดโพธิ์สร้าง โดยใคร"),
    ],
)
def test_a_follow_up_is_written_out(before: str, question: str, written: str) -> None:
    assert standalone(question, [Turn(before)]) == written


@pytest.mark.parametrize(
    "question",
    [
        "When did it open?",
        "Who designed that bridge?",
        "how many people use it each day",
        "And what did its builders say?",
        "What are the tolls there?",
        "Is this bridge safe?",
        "Then who paid?",
        "What was the cost?",
        "Which of them are closed?",
        "if I've paid for one of them am I free to use the rest?",
    ],
)
def test_an_english_follow_up_holds_the_topic_and_keeps_its_kind(question: str) -> None:
    written = standalone(question, [Turn("How long is the Bhumibol Bridge?")])
    assert "Bhumibol Bridge" in written
    assert understand(written).kind == understand(question).kind


@pytest.mark.parametrize(
    "question",
    [
        "ใครออกแบบ",
        "เปิดใช้เมื่อไร",
        "แล้วสร้างทำไม",
        "มันสูงเท่าไร",
        "จำนวนเลนเท่าไร",
        "พวกนี้ใครดูแล",
        "อยู่ที่ไหนคะ",
        "ที่นั่นมีอะไรบ้าง",
        "สะพานดังกล่าวใช้งบเท่าไหร่",
        "สวย ๆ แบบนั้นใครออกแบบ",
        "แล้\u200bวใครออก\u200bแบบ",
        "ตอนนั้นใครเป็นนายกฯ",
    ],
)
def test_a_thai_follow_up_holds_the_topic_and_keeps_its_kind(question: str) -> None:
    written = standalone(question, [Turn("สะพานภูมิพลยาวกี่เมตร")])
    assert "สะพานภูมิพล" in written
    assert understand(written).kind == understand(question).kind


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How long is the Bhumibol Bridge?", "What does ASEAN stand for?"),
        ("How long is the Bhumibol Bridge?", "Who is Marie Curie?"),
        ("How long is the Bhumibol Bridge?", "Which river flows through Italy's city of Turin?"),
        ("How long is the Bhumibol Bridge?", "When did Marie Curie win her second Nobel Prize?"),
        (
            "How long is the Bhumibol Bridge?",
            "How many high tides are there in the Gulf of Thailand?",
        ),
        (
            "How long is the Bhumibol Bridge?",
            "How many IT companies were founded in Berlin in 2019?",
        ),
        ("How long is the Bhumibol Bridge?", "Who were those who climbed Mount Everest first?"),
        ("How long is the Bhumibol Bridge?", "พระนเรศวรมหาราชประสูติที่เมืองพิษณุโลกปีใด"),
        ("สะพานภูมิพลยาวกี่เมตร", "สคบ. ย่อมาจากอะไร"),
        ("สะพานภูมิพลยาวกี่เมตร", "ยุงลายวางไข่ในภาชนะแบบไหน"),
        ("สะพานภูมิพลยาวกี่เมตร", "เทือกเขาหิมาลัยอยู่ระหว่างอินเดียกับทิเบตใช่ไหม"),
        ("สะพานภูมิพลยาวกี่เมตร", "ราคาน้ำมันดิบในตลาดสิงคโปร์ปรับขึ้นเพราะอะไร"),
        ("สะพานภูมิพลยาวกี่เมตร", "When did Marie Curie win the Nobel Prize in chemistry?"),
    ],
)
def test_a_change_of_topic_is_left_alone(before: str, question: str) -> None:
    assert standalone(question, [Turn(before)]) == question


@pytest.mark.parametrize("question", ["When did it open?", "แล้วใครสร้าง", "?", "  Why? "])
def test_nothing_is_written_out_without_earlier_turns(question: str) -> None:
    assert standalone(question, []) == question


def test_what_announces_another_topic_is_taken_off() -> None:
    before = Turn("When did the Bhumibol Bridge open?")
    asked = "By the way, who painted the Mona Lisa in Florence?"
    assert standalone(asked, [before]) == "who painted the Mona Lisa in Florence?"


def test_a_topic_lasts_over_turns_and_the_questions_between_are_left_behind() -> None:
    written = followed(
        "When did the Bhumibol Bridge open?",
        "Who designed it?",
        "Which ships pass?",
        "How high is it?",
    )
    assert "Bhumibol Bridge" in written
    assert "designed" not in written
    thai = followed("สะพานภูมิพลเปิดวันไหน", "ใครออกแบบ", "ใช้งบเท่าไหร่", "แล้วสูงแค่ไหน")
    assert thai.startswith("สะพานภูมิพล")
    assert "ออกแบบ" not in thai


def test_a_new_topic_replaces_the_old_one() -> None:
    written = followed(
        "When did the Bhumibol Bridge open?",
        "Where did Marie Curie study physics?",
        "When did she die?",
    )
    assert "Marie Curie" in written
    assert "Bridge" not in written


def test_an_answer_may_be_what_is_meant() -> None:
    turns = [Turn("Who was the first director of the museum?", "Karl Bethge")]
    assert "Karl Bethge" in standalone("What country was he from?", turns)
    turns = [Turn("ใครเป็นผู้อำนวยการพิพิธภัณฑ์คนแรก", "คาร์ล เบทเก")]
    assert "คาร์ล เบทเก" in standalone("เขาเกิดที่ไหน", turns)
    refused = [Turn("Who was the first director of the museum?")]
    assert "director of the museum" in standalone("What country was he from?", refused)


@pytest.mark.parametrize(
    ("before", "question", "kept"),
    [
        ("When did the Bhumibol Bridge open?", "ใครออกแบบ", "Bhumibol Bridge"),
        ("When did the Bhumibol Bridge open?", "แล้วยาวเท่าไหร่คะ", "Bhumibol Bridge"),
        ("สะพานภูมิพลเปิดวันไหน", "Who designed it?", "สะพานภูมิพล"),
        ("สะพานภูมิพลเปิดวันไหน", "And how long is it?", "สะพานภูมิพล"),
    ],
)
def test_the_language_is_that_of_the_follow_up(before: str, question: str, kept: str) -> None:
    written = standalone(question, [Turn(before)])
    assert kept in written
    assert language_of(written) == language_of(question)
    assert understand(written).kind == understand(question).kind


def test_a_long_conversation_stays_a_question_of_sensible_length() -> None:
    turns = [Turn("What did the commission of the Mekong say of rice, fish and silt? " * 20)]
    for question in ("And why?", "What about the dams?", "And in Laos?", "แล้วในลาวล่ะ") * 10:
        turns.append(Turn(standalone(question, turns)))
    assert max(len(turn.question) for turn in turns[1:]) < 1_900


def test_the_assistant_searches_for_the_standalone_form(tmp_path: Path) -> None:
    index = Index.open(Settings(home=tmp_path, reranker="none"))
    for title, text in (
        (
            "Bridge",
            "The Bhumibol Bridge opened in September 2006. It crosses the Chao Phraya twice.",
        ),
        ("Canal", "The Saen Saep canal opened in 1840. It is 72 kilometres long."),
    ):
        index.add(Document.create(title=title, text=text, origin="x", location=title))
    assistant = Assistant(index)
    earlier = [Turn("What does the Bhumibol Bridge cross?", "the Chao Phraya")]
    answer = assistant.ask("When did it open?", earlier)
    assert answer.question == "When did it open?"
    assert "Bhumibol Bridge" in answer.standalone
    assert answer.to_json()["standalone"] == answer.standalone
    assert answer.passages[0].title == "Bridge"
    alone = assistant.ask("When did the Saen Saep canal open?", earlier)
    assert alone.standalone == ""
    assert alone.to_json()["standalone"] is None
    assert alone.passages[0].title == "Canal"
    assistant.close()


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("Who signs for Thailand?", True),
        ("สหรัฐฯ จะสนับสนุนเรื่องอะไรบ้าง", True),
        ("Is Japan one of them?", False),
        ("And who signs for Japan?", False),
        ("แล้วใครลงนามแทนญี่ปุ่น", False),
        ("ญี่ปุ่นล่ะ", False),
        ("ญี่ปุ่นให้เงินเขาเท่าไร", False),
        ("Who pays the postage?", False),
        ("ใครเป็นประธาน", False),
    ],
)
def test_only_a_question_with_a_name_of_its_own_may_stand_alone(question: str, alone: bool) -> None:
    assert may_stand_alone(question) == alone


def test_a_question_is_read_without_what_came_before_where_that_is_surer(tmp_path: Path) -> None:
    index = Index.open(Settings(home=tmp_path, reranker="none"))
    text = (
        "The Delta League will sign nine papers in Hoi An on 4 May 2021. The first group of papers "
        "joins the league with Peru, Chile, Norway, Japan and Kenya.\n\n"
        "The last paper is one on river ports: the league's secretary, Ingrid Moll, acts for the "
        "Delta League, and the harbour office of Callao acts for Peru."
    )
    index.add(Document.create(title="Delta League", text=text, origin="x", location="league"))
    assistant = Assistant(index)
    earlier = [Turn("Which countries are in the first group?", "Peru, Chile, Norway and Japan")]
    answer = assistant.ask("Who acts for Peru?", earlier)
    assert (answer.short, answer.standalone) == ("the harbour office of Callao", "")
    leaning = assistant.ask("And when will they sign?", earlier)
    assert leaning.standalone != ""
    assistant.close()
