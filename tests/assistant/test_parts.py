"""Two questions asked in one, each answered by itself and told together."""

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Turn
from assistant.parts import parts_of
from assistant.question import understand
from sources import Document
from tests.assistant.articles import market
from tests.assistant.conftest import Indexer


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "How many stalls are there, and how much is the rent?",
            "How many stalls are there?",
            "how much is the rent?",
        ),
        ("When and where was it held?", "When was it held?", "where was it held?"),
        ("Who chaired the meeting? And when was it?", "Who chaired the meeting?", "when was it?"),
        (
            "Name of the person who wrote the foreword, and his position?",
            "Name of the person who wrote the foreword?",
            "What is his position?",
        ),
        ("ประชุมครั้งที่เท่าไร จัดขึ้นเมื่อไหร่", "ประชุมครั้งที่เท่าไร", "จัดขึ้นเมื่อไหร่"),
        ("ใครเป็นประธานและมีผู้เข้าร่วมกี่คน", "ใครเป็นประธาน", "มีผู้เข้าร่วมกี่คน"),
    ],
)
def test_a_question_is_parted(question: str, first: str, second: str) -> None:
    parts = parts_of(understand(question))
    assert parts is not None
    assert (parts.first, parts.second) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "Which countries and organisations signed?",
        "Who said when the market would open?",
        "Tell me who said what at the meeting",
        "Was anyone hurt, and who says so?",
        "When the market opened, how many stalls had it?",
        "I remember three areas. Which ones?",
        "Which part was cleaned? From where to where?",
        "ประกาศลงราชกิจจาฯ วันไหน ปีอะไร",
        "ประชุมกันที่ไหน เจอตัวกันหรือผ่านช่องทางอะไร",
        "รู้ได้ยังไงว่าดวงจันทร์ถอยห่าง เขาวัดกันยังไง",
        "ใครบอกว่าตลาดเปิดเมื่อไร",
        "มีทั้งหมดกี่กลุ่ม แบ่งเป็นอะไรบ้าง",
        "ตลาดเปิดเมื่อไร",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts_of(understand(question)) is None


@pytest.mark.parametrize(
    ("language", "question", "short", "quotes"),
    [
        ("en", "How many stalls has the market, and how much is the rent?",
         "120 stalls; 1,500 baht a month", 2),
        ("en", "How many stalls has the market and what did it cost to build?",
         "120 stalls; 48 million baht", 1),
        ("th", "ตลาดมีแผงค้ากี่แผง ใช้งบก่อสร้างเท่าไร", "120 แผง; 48 ล้านบาท", 1),
        ("en", "ใครเป็นหัวหน้า UFN และเปิดตลาดเมื่อไร", "ดร. Malee Srisuk; 5 มีนาคม 2565 (ค.ศ. 2022)", 2),
    ],
)  # fmt: skip
def test_both_parts_are_told(
    indexed: Indexer, language: str, question: str, short: str, quotes: int
) -> None:
    answer = Assistant(indexed(market(language))).ask(question)
    assert answer.text.startswith(short)
    assert len(answer.claims) == 2
    assert len({citation for claim in answer.claims for citation in claim.citations}) == quotes
    assert answer.text.count("“") == quotes
    assert answer.note == ""
    assert answer.question == question


def test_a_part_that_the_sources_do_not_answer_is_named(indexed: Indexer) -> None:
    assistant = Assistant(indexed(market("en")))
    answer = assistant.ask("How many stalls has the market, and who designed its roof?")
    assert answer.text.startswith("120 stalls")
    assert answer.note == "The sources do not answer this part: “who designed its roof?”"
    answer = assistant.ask("ตลาดมีแผงค้ากี่แผง ใครออกแบบหลังคา")
    assert answer.note == "แหล่งข้อมูลไม่ได้ให้คำตอบในส่วนที่ถามว่า “ใครออกแบบหลังคา”"


def test_a_part_is_named_as_it_was_asked_in_a_conversation(indexed: Indexer) -> None:
    assistant = Assistant(indexed(market("en")))
    earlier = [Turn("When did the market open?", "5 March 2022")]
    answer = assistant.ask("How many stalls are there, and who designed the roof?", earlier)
    assert answer.note == "The sources do not answer this part: “who designed the roof?”"


def test_when_and_where_are_told_of_the_same_event(indexed: Indexer) -> None:
    text = (
        "การประชุมรัฐมนตรีเกษตร ครั้งที่ 7 จัดที่เชียงใหม่ระหว่างวันที่ 3 - 5 มีนาคม 2565\n\n"
        "การประชุมรัฐมนตรีพลังงาน ครั้งที่ 2 จัดที่ภูเก็ตในวันที่ 9 เมษายน 2565 มีผู้เข้าร่วม 80 คน"
    )
    source = Document.create(title="การประชุมสองครั้ง", text=text, origin="x.txt")
    assistant = Assistant(indexed(source))
    for name, told in (("เกษตร", "มีนาคม 2565"), ("พลังงาน", "9 เมษายน 2565")):
        answer = assistant.ask(f"การประชุมรัฐมนตรี{name}เป็นครั้งที่เท่าไร จัดเมื่อไหร่")
        assert told in answer.short
        assert len({citation for claim in answer.claims for citation in claim.citations}) == 1


def test_where_the_first_part_has_no_answer_the_whole_is_refused(indexed: Indexer) -> None:
    assistant = Assistant(indexed(market("en")))
    assert assistant.ask("Who designed the roof, and how many architects helped?").abstained
