"""Questions about the article itself."""

from datetime import date

import pytest

from assistant.about import asks_about, tell
from assistant.composing import compose
from assistant.question import understand
from sources import Document

HEADLINE = "เทศบาลเปิดตลาดแห่งใหม่ริมแม่น้ำปิง"
TEXT = f"สังคม\n\n{HEADLINE}\nPOSTED ON 08/03/2565\n\nตลาดเปิดเมื่อวันที่ 5 มีนาคม 2565 มีแผงค้า 120 แผง"
ARTICLE = Document.create(title=HEADLINE, text=TEXT, origin="news", published=date(2022, 3, 8))


@pytest.mark.parametrize(
    "question",
    [
        "ข่าวนี้ลงเมื่อไหร่",
        "บทความนี้เผยแพร่เมื่อใด",
        "ข่าวชิ้นนี้เผยแพร่วันที่ 12 มีนาคม 2565 ใช่หรือไม่",
        "ข่าวนี้โพสต์วันไหน",
        "When was this article published?",
        "Date of the article?",
        "On what day was the news item posted?",
        "When did this story come out?",
    ],
)
def test_the_day_of_publication_is_found_in_the_text(question: str) -> None:
    assert asks_about(understand(question))
    found = tell(understand(question), ARTICLE)
    assert found and found.words == "08/03/2565"


@pytest.mark.parametrize(
    "question", ["พาดหัวข่าวว่าอย่างไร", "What is the headline?", "What is this article called?"]
)
def test_the_headline_is_found_in_the_text(question: str) -> None:
    assert asks_about(understand(question))
    found = tell(understand(question), ARTICLE)
    assert found and found.words == found.citation.quote == HEADLINE


@pytest.mark.parametrize(
    "question",
    [
        "ข่าวนี้อยู่หมวดไหน",
        "บทความนี้จัดอยู่ในหมวดหมู่อะไร",
        "What section of the site was this story filed under?",
        "Which category is this article in?",
        "What news section is this item listed under?",
        "In which section was the article published?",
    ],
)
def test_the_section_is_the_line_above_the_headline(question: str) -> None:
    assert asks_about(understand(question))
    found = tell(understand(question), ARTICLE)
    assert found and found.words == found.citation.quote == "สังคม"
    bare = Document.create(title=HEADLINE, text=TEXT.split("\n\n", 1)[1], origin="news")
    assert tell(understand(question), bare) is None


@pytest.mark.parametrize(
    "question",
    [
        "Which section of the law does the article mention?",
        "หมวดไหนของกฎหมายพูดถึงเรื่องนี้",
        "ตลาดเปิดเมื่อไร",
        "รายงานของธนาคารโลกเผยแพร่ผลอะไร",
        "ลงนามเมื่อไร",
        "ข่าวลือนี้มาจากไหน",
        "When did the market open?",
        "What is the title of the king?",
        "Who wrote the report?",
        "What does the article say about stalls?",
        "When was the law published?",
    ],
)
def test_other_questions_are_left_to_the_reader(question: str) -> None:
    assert not asks_about(understand(question))


def test_a_day_that_the_text_does_not_tell_is_not_cited() -> None:
    silent = Document.create(
        title="T", text="ตลาดเปิดเมื่อวันที่ 5 มีนาคม 2565", origin="x", published=date(2022, 3, 8)
    )
    assert tell(understand("ข่าวนี้ลงเมื่อไหร่"), silent) is None


def test_the_dateline_is_the_answer() -> None:
    question = understand("When was this article published?")
    found = tell(question, ARTICLE)
    assert found
    answer = compose(question, (), found)
    assert answer.short == "8 March 2022 (B.E. 2565)"
    (citation,) = answer.claims[0].citations
    assert citation.quote == TEXT[citation.start : citation.end] == "POSTED ON 08/03/2565"


@pytest.mark.parametrize(("day", "short"), [("12", "ไม่ใช่"), ("8", "ใช่")])
def test_a_day_that_is_asked_about_is_judged(day: str, short: str) -> None:
    question = understand(f"ข่าวชิ้นนี้เผยแพร่วันที่ {day} มีนาคม 2565 ใช่หรือไม่")
    found = tell(question, ARTICLE)
    assert found and compose(question, (), found).short == short
