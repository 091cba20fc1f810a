"""Drafted questions: right for the article, whole, and grammatical."""

import re

import pytest

from assistant.question import understand
from assistant.suggest import suggest
from sources import Document
from tests.assistant.articles import market, shipped

WANTED = {
    "shipped th": {
        "น.ส.รัชดา ธนาดิเรก คือใคร",
        "การประชุมรัฐมนตรีต่างประเทศอาเซียนครั้งที่ 53 จะจัดขึ้นเมื่อใด",
        "เอกสารทั้ง 17 ฉบับจัดได้เป็นกี่กลุ่ม",
        "เอกสารที่จะลงนามกันในวันนั้นมีกี่ฉบับ",
        "JUMPP ย่อมาจากอะไร",
        "ทุกฝ่ายตกลงกันว่าจะร่างแผนปฏิบัติการของ JUMPP ให้เสร็จภายในกี่ปี",
    },
    "shipped en": {
        "Who is Rachada Dhnadirek?",
        "When will the 53rd ASEAN Foreign Ministers' Meeting be held?",
        "What happens on 11 September 2020?",
        "How many groups do the 17 documents fall into?",
        "How many documents are to be signed?",
        "Which are the Mekong countries taking part?",
        "What does JUMPP stand for?",
        "What does USAID stand for?",
    },
    "market th": {
        "นายสมชาย ใจดี คือใคร",
        "เทศบาลนครเชียงใหม่เปิดตลาดสดแห่งใหม่ริมแม่น้ำปิงเมื่อใด",
        "คณะจะพักที่เชียงใหม่เมื่อใด",
        "ผู้ค้าต้องจ่ายค่าเช่าเดือนละกี่บาท",
        "เทศบาลตั้งคณะกรรมการกี่คน",
        "โครงการนี้แบ่งเป็นกี่ระยะ",
        "สินค้าที่ขายในตลาดได้แก่อะไรบ้าง",
        "ประเทศที่ส่งคณะมาดูงานได้แก่ประเทศใดบ้าง",
    },
    "market en": {
        "Who is Somchai Jaidee?",
        "Who is Malee Srisuk?",
        "What happened on 5 March 2022?",
        "When will the delegations stay in Chiang Mai?",
        "How many stalls does the market have?",
        "How many phases does the project have?",
        "How much did the market cost?",
        "What do the goods on sale include?",
        "Which are the countries sending delegations?",
    },
}
ARTICLES = {"shipped": shipped, "market": market}


@pytest.mark.parametrize("name", WANTED)
def test_drafts_of_an_article(indexed, name):
    which, language = name.split()
    drafts = suggest(indexed(ARTICLES[which](language)), language)
    assert WANTED[name] <= set(drafts)
    assert len(drafts) == len(set(drafts)) <= 12


def test_what_happens_on_a_day_is_offered_last(indexed):
    drafts = suggest(indexed(market("en")), "en")
    vague = [draft.startswith("What happen") for draft in drafts]
    assert any(vague)
    assert vague == sorted(vague)


def test_an_ordinal_of_something_said_before_is_not_asked_about(indexed):
    text = "The reports fall into two groups. The third report has four annexes on costs."
    text += " The museum was opened to the public on 3 May 2014."
    document = Document.create(title="Reports", text=text, origin="test")
    drafts = suggest(indexed(document), "en")
    assert "When was the museum opened?" in drafts
    assert not [draft for draft in drafts if "third" in draft]


@pytest.mark.parametrize("name", WANTED)
def test_drafts_are_questions_of_their_language(indexed, name):
    which, language = name.split()
    for draft in suggest(indexed(ARTICLES[which](language)), language):
        question = understand(draft)
        assert question.language == language
        assert question.kind not in ("other", "yes_no")
        assert len(draft) <= 72
        if language == "en":
            assert re.fullmatch(r"(?:What|Who|When|Which|How|Into) [^?]+\?", draft)


@pytest.mark.parametrize(
    "text",
    [
        "งดออกเสียง 5 เสียง และมอบตู้อบแห้งแก่กลุ่มแม่บ้าน 12 กลุ่ม",  # the subject is told elsewhere
        "คณะกรรมการมีมติ 5 ต่อ 2 เสียงให้ขึ้นดอกเบี้ย",  # not a count
        "ข่าวนี้ไม่มีอะไรให้ถาม",
    ],
)
def test_fragments_make_no_question(indexed, text):
    document = Document.create(title="ข่าว", text=text, origin="x")
    assert suggest(indexed(document), "th") == []


def test_a_share_is_asked_for_as_one(indexed):
    text = "ราคายางพาราเพิ่มขึ้นถึงร้อยละ 34 ซึ่งเป็นระดับสูง"
    drafts = suggest(indexed(Document.create(title="ข่าว", text=text, origin="x")), "th")
    assert drafts == ["ราคายางพาราเพิ่มขึ้นถึงร้อยละเท่าใด"]


def test_only_articles_of_the_language_are_asked_about(indexed):
    index = indexed(market("th"))
    assert suggest(index, "en") == []
    assert suggest(index, "th") != []


def test_an_empty_index_suggests_nothing(indexed):
    assert suggest(indexed(), "th") == suggest(indexed(), "en") == []
