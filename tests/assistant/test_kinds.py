"""Language and kind, measured over questions as people type them."""

from types import ModuleType

import pytest

from assistant.question import MAXIMUM_CHARACTERS, kind_of, understand
from sources import QuestionError
from tests.assistant import asked_english, asked_thai

WANTED = 0.95


def asked(module: ModuleType) -> list[tuple[str, str]]:
    kinds = [name for name in vars(module) if name.isupper()]
    return [(q, name.lower()) for name in kinds for q in getattr(module, name).splitlines()]


@pytest.mark.parametrize(("language", "module"), [("th", asked_thai), ("en", asked_english)])
def test_language_and_kind_of_real_questions(language, module):
    table = asked(module)
    wrong = []
    for text, kind in table:
        question = understand(text)
        if (question.language, question.kind) != (language, kind):
            wrong.append((text, kind, question.kind))
    assert len(table) >= 60
    assert len({kind for _, kind in table}) == 12
    assert 1 - len(wrong) / len(table) >= WANTED, wrong


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("JUMPP คืออะไร", "th"),
        ("USAID กับ RCEP ต่างกันยังไง", "th"),
        ("What does พาณิชย์ mean in the statement?", "en"),
        ("2563?", "en"),
        ("Association of Southeast Asian Nations คืออะไร", "th"),
        ("Is ถามตอบ a Thai word?", "en"),
        ("ASEAN 2020 ประชุมกี่วัน", "th"),
    ],
)
def test_language_of_mixed_questions(text, language):
    assert understand(text).language == language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("กลุ่มแรกเกี่ยวกับอะไร", "what"),  # เกี่ยว is no กี่
        ("ใครขายผ้าไหม", "who"),  # ไหม is silk here
        ("รู้ไหมว่าใครเป็นประธาน", "who"),
        ("โครงการใช้เวลาเท่าไหร่", "how_much"),
        ("เวลาเท่าไหร่จึงเริ่มประชุม", "when"),
        ("ประชุมเมื่อไหร่คะ???", "when"),
        ("ลงนามก่ีฉบับ", "how_many"),  # marks in the wrong order
    ],
)
def test_thai_words_that_look_alike(text, kind):
    assert kind_of(text, "th") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Can you tell me when the meeting starts?", "when"),
        ("Could you please tell me whether Laos takes part?", "yes_no"),
        ("Can you name the two banks?", "list"),
        ("Name the firm's two owners", "list"),
        ("Name ASEAN's dialogue partners", "list"),
        ("Name the minister's address", "who"),
        ("What happens when the treaty expires?", "what"),
        ("What did the man who built it say?", "what"),
        ("The man who built it died when?", "when"),
        ("Will one or more documents be signed?", "yes_no"),
        ("Is it the 9th or the 12th?", "which"),
        ("Did they not sign it?", "yes_no"),
        ("ASEAN documents", "other"),
    ],
)
def test_english_words_that_look_alike(text, kind):
    assert kind_of(text.casefold(), "en") == kind


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "???", "🤔", "…", "\0", "\u200b\u200b"])
def test_empty_questions_are_refused(text):
    with pytest.raises(QuestionError, match="The question is empty"):
        understand(text)


def test_a_question_as_long_as_an_article_is_refused():
    assert understand("ก" * MAXIMUM_CHARACTERS).language == "th"
    with pytest.raises(QuestionError, match=r"50,000 characters; shorten it to at most 2,000"):
        understand("x" * 50_000)


def test_blanks_and_nul_are_trimmed():
    assert understand(" \0 How many?\n").text == "How many?"


def test_dates_and_numbers_of_a_question_are_in_normal_form():
    thai = understand("วันที่ ๑๑ กันยายน ๒๕๖๓ ลงนามกันกี่ฉบับ จาก ๑๗ ฉบับ")
    english = understand("Of the 17 documents, how many are signed on 11 September 2020?")
    shape = [(date.days, date.month, date.year) for date in thai.stated.dates]
    assert shape == [((11, 11), 9, 2020)]
    assert shape == [(date.days, date.month, date.year) for date in english.stated.dates]
    assert thai.stated.numbers == english.stated.numbers == {"17"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("If I find the card later, may I use it again?", "yes_no"),
        ("In 1870, did the queen live in the north?", "yes_no"),
        ("When the bridge fell, was anyone hurt?", "yes_no"),
        ("According to the article, is the lake clean now?", "yes_no"),
        ("In 1870, who ruled the north?", "who"),
        ("When the bridge fell, how many were hurt?", "how_many"),
        ("In 1870, which towns did the queen visit?", "list"),
        ("When did the queen visit Rome, and was she ill?", "when"),
    ],
)
def test_a_clause_before_the_question(text: str, kind: str) -> None:
    assert understand(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ประชุมวันไหนเหรอ", "when"),
        ("ใครเป็นคนพูดเหรอคะ", "who"),
        ("เขาไม่มาเหรอ", "yes_no"),
        ("มีที่จอดรถด้วยเหรอครับ", "yes_no"),
        ("ประเทศลุ่มน้ำโขงมีประเทศไหนมั่ง", "list"),
        ("รัชดาเป็นใครอ่ะ", "who"),
        ("ลงนามกี่ฉบับอะ", "how_many"),
    ],
)
def test_what_people_say_at_the_end(text: str, kind: str) -> None:
    assert understand(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Someone told me the bridge fell in May. Is that right?", "yes_no"),
        ("I heard the market burnt down - is it really true?", "yes_no"),
        ("The minister resigned, is that so?", "yes_no"),
        ("จริงไหมที่ตลาดถูกไฟไหม้", "yes_no"),
        ("ตลาดย้ายไปแล้วจริงหรือ", "yes_no"),
        ("Is that right-hand door the exit?", "yes_no"),
        ("What is it that makes it true?", "what"),
        ("ตัวเลขจริงคืออะไร", "what"),
    ],
)
def test_hearsay_to_be_affirmed(text: str, kind: str) -> None:
    assert understand(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Give the date of the meeting.", "when"),
        ("Tell me the number of documents.", "how_many"),
        ("Give me the name of the spokesperson.", "who"),
        ("ขอชื่อประเทศลุ่มน้ำโขงทั้งห้า", "list"),
        ("so if he is not a local, where did he grow up", "where"),
        ("Tell me if it has opened.", "yes_no"),
        ("Can all villages reach the centre, yes or no?", "yes_no"),
        ("หน่วยงานไหนประเมินว่าโครงการได้ผลหรือไม่", "which"),
        ("ประเมินว่าโครงการได้ผลหรือไม่", "yes_no"),
    ],
)
def test_orders_conditions_and_clauses(text: str, kind: str) -> None:
    assert understand(text).kind == kind


def test_a_headcount_counts():
    assert kind_of("Total headcount at the meeting?", "en") == "how_many"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("ตัวเอกส่วนใหญ่เป็นเพศอะไร", "what"), ("สร้างเมื่อ พ.ศ. อะไร", "when"), ("เกิดพศไหน", "when")],
)
def test_a_word_that_ends_like_an_era_asks_no_year(text, kind):
    assert kind_of(text, "th") == kind
