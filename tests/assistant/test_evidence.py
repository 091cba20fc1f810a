"""What is cited for a span, and spans made whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.coverage import asked_words
from assistant.evidence import (
    CITED_CHARACTERS,
    Asked,
    evidence_around,
    sentence_around,
    statement_around,
    with_rivals,
)
from assistant.question import understand
from assistant.whole import fits, whole
from index import grapheme_boundary
from tests.assistant.passages import cited, made_whole, passage, place

THAI = (
    "เทศบาลนครเชียงใหม่เปิดตลาดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565 ตลาดนี้มีแผงค้า 120 แผง "
    "และใช้งบประมาณ 48 ล้านบาท นายสมชาย ใจดี นายกเทศมนตรีกล่าวว่าจะช่วยผู้ค้ารายย่อย\n\n"
    "ผู้ค้าต้องจ่ายค่าเช่าเดือนละ 1,500 บาท ซึ่งลดลงร้อยละ 12.25 จากตลาดเดิม"
)
ENGLISH = (
    "The city of Chiang Mai opened a new market beside the Ping on 5 March 2022. It has 120 stalls "
    "and cost 48 million baht. Mayor Somchai Jaidee said it would help small traders.\n\n"
    "Traders pay 1,500 baht a month, 12.25% less than before."
)
LONG = (
    "ร่างนี้ตั้งใจจะให้ตลาดพลังงานเชื่อมถึงกันและยั่งยืนกว่าเดิม ทุกฝ่ายตกลงกันว่าจะร่างแผนปฏิบัติการให้เสร็จภายใน 1 ปี "
    "เพื่อวางวัตถุประสงค์พร้อมกรอบเวลาและตัวชี้วัดสำหรับติดตามความคืบหน้า และจะหารือกันเรื่องอุปสรรคที่ขวางการบูรณาการ "
    "หรือทำให้ประเทศสมาชิกประสานงานกันได้ยาก รวมถึงจะแลกเปลี่ยนข้อมูลกันอย่างโปร่งใสเพื่อให้ทุกฝ่ายได้ประโยชน์ร่วมกัน"
)


@pytest.mark.parametrize(
    ("text", "part", "wanted", "language"),
    [
        (THAI, "มีนาคม", "5 มีนาคม 2565", "th"),
        (THAI, "2565", "5 มีนาคม 2565", "th"),
        (ENGLISH, "March", "5 March 2022", "en"),
        ("จัดตั้งแต่วันที่ 9 ถึงวันที่ 12 กันยายน 2563 ที่เมืองดานัง", "12 กัน", "9 ถึงวันที่ 12 กันยายน 2563", "th"),
        (
            "It runs from September 9 to 12, 2020, online.",
            "September",
            "September 9 to 12, 2020",
            "en",
        ),
        ("ประชุมเมื่อ 11 ก.ย. 63 ที่ผ่านมา", "ก.ย.", "11 ก.ย. 63", "th"),
    ],
)
def test_a_date_is_made_whole(text, part, wanted, language):
    assert made_whole(text, part, "when", language) == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        ("เปิดใช้เมื่อปี 1998 ที่ลอนดอน", "1998", "1998"),
        ("เปิดใช้เมื่อปี พ.ศ. 2541 ที่ลอนดอน", "2541", "พ.ศ. 2541"),
        ("เปิดใช้ในปี 2541 ที่ลอนดอน", "ในปี 2541", "ปี 2541"),  # the reader's own choice stays
    ],
)
def test_the_word_for_year_is_not_added(text, part, wanted):
    assert made_whole(text, part, "when", "th") == wanted


def test_a_date_among_much_else_is_cut_out():
    part = "เทศบาลนครเชียงใหม่เปิดตลาดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565"
    assert made_whole(THAI, part, "when", "th") == "5 มีนาคม 2565"


@pytest.mark.parametrize(
    ("text", "part", "wanted", "language"),
    [
        (THAI, "120", "120 แผง", "th"),
        (THAI, "48", "48 ล้านบาท", "th"),
        (THAI, "48 ล้าน", "48 ล้านบาท", "th"),
        (THAI, "1,500", "1,500 บาท", "th"),
        (THAI, "12.25", "ร้อยละ 12.25", "th"),
        ("ลงนามเอกสาร 17 ฉบับในวันนี้", "17", "17 ฉบับ", "th"),
        ("ลงนาม๑๗ฉบับ", "๑๗", "๑๗ฉบับ", "th"),
        ("แบ่งเป็นสี่กลุ่ม และ", "สี่", "สี่กลุ่ม", "th"),
        ("ราคา 1.47 ดอลลาร์สหรัฐฯ ต่อหน่วย", "1.47", "1.47 ดอลลาร์สหรัฐฯ", "th"),
        ("วิ่งเร็ว 250 กิโลเมตรต่อชั่วโมง ทุกวัน", "250", "250 กิโลเมตรต่อชั่วโมง", "th"),
        ("เพิ่มขึ้น 34% จากปีก่อน", "34", "34%", "th"),
        ("เพิ่มขึ้น 12 และลดลงอีก", "12", "12", "th"),
        ("รับคน 10-15 คน ต่อวัน", "10", "10-15 คน", "th"),
        ("ชนะไป 24-10 ในขณะที่เหลือเวลา", "24", "24-10", "th"),
        ("จัดเป็นครั้งที่ 9 นับตั้งแต่ก่อตั้ง", "9", "ครั้งที่ 9", "th"),
        ("จัดเป็นครั้งที่ ๙ มีประเทศร่วม 12 ประเทศ", "ที่ ๙", "ครั้งที่ ๙", "th"),
        ("จัดเป็นครั้งที่ ๙ มีประเทศร่วม 12 ประเทศ", "12", "12 ประเทศ", "th"),
        ("มีประชากร 1,345,596 คนในปี 2010", "1,345,596", "1,345,596 คน", "th"),
        ("จนถึงปี 1800 อีกหลายครั้ง", "1800", "1800", "th"),
        ("มี 12 ครั้งที่ผ่านมา", "12", "12 ครั้ง", "th"),
        (ENGLISH, "120", "120 stalls", "en"),
        (ENGLISH, "48", "48 million baht", "en"),
        (ENGLISH, "12.25", "12.25%", "en"),
        (ENGLISH, "1,500", "1,500 baht a month", "en"),
        ("It cost US$1.47 a tonne in 2019.", "1.47", "US$1.47 a tonne", "en"),
        ("In all, 17 documents were signed.", "17", "17 documents", "en"),
        ("They fall into four groups and met twice.", "four", "four groups", "en"),
        ("It hired 30 new teachers this year.", "30", "30 new teachers", "en"),
        ("It is a 3-year plan.", "3", "3-year", "en"),
        ("He made 136, along with others.", "136", "136", "en"),
        ("It carries 37 million passengers a year.", "37", "37 million passengers", "en"),
        ("It rose by 5 and fell again.", "5", "5", "en"),
    ],
)
def test_a_number_gets_its_noun_and_unit(text, part, wanted, language):
    assert made_whole(text, part, "how_many", language) == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted", "language"),
    [
        (ENGLISH, "omchai Jaid", "Somchai Jaidee", "en"),
        (THAI, "มชาย ใจดี", "สมชาย ใจดี", "th"),
        ("the Asia-Pacific region", "sia-Pac", "Asia-Pacific", "en"),
        ("the Prime Minister's Office", "Minister'", "Minister's", "en"),
        ("the Prime Minister's Office", "Prime Minister", "Prime Minister", "en"),
        ("told new stories.Political maps", "olitical", "Political", "en"),
        ("การ์ตูนญี่ปุ่นเรื่องใหม่", "ญี่ปุ่น", "ญี่ปุ่น", "th"),  # the segmenter keeps both in one word
        ("an agency (USAID) helps", "USAID)", "USAID", "en"),
        (
            "the Agency for Aid (USAID) helps",
            "Agency for Aid (USAID",
            "Agency for Aid (USAID)",
            "en",
        ),
        ("“no comment”, he said", "“no comment”,", "no comment", "en"),
        ("a cafe\u0301 opened", "caf", "cafe\u0301", "en"),
    ],
)
def test_ends_move_to_word_borders(text, part, wanted, language):
    assert made_whole(text, part, "who", language) == wanted


@pytest.mark.parametrize(
    ("text", "part", "kind", "wanted"),
    [
        ("ตลาดเปิดเมื่อปี ๑๘๓๕ ที่เมือง", "เมื่อปี ๑๘๓๕", "when", "ปี ๑๘๓๕"),
        ("เปิดเมื่อวันที่ 5 มีนาคม 2565 ครับ", "เมื่อวันที่ 5", "when", "วันที่ 5 มีนาคม 2565"),
        ("ในปี พ.ศ. 2520 เขาย้าย", "ในปี พ.ศ. 2520", "when", "ปี พ.ศ. 2520"),
        ("ภายในปี 2570 จะเสร็จ", "ภายในปี 2570", "when", "ภายในปี 2570"),
        ("It opened on 5 March 2022.", "on 5 March", "when", "5 March 2022"),
        ("It opens at night.", "at night", "when", "at night"),
        ("ชนะ 20–18 ด้วยการยิง", "20–18", "how_much", "20–18"),
        ("the faith of Han, Khitans and Mongols was", "of Han", "list", "Han, Khitans and Mongols"),
    ],
)
def test_what_only_ties_a_span_to_its_sentence_is_left_out(text, part, kind, wanted):
    language = "en" if text.isascii() else "th"
    assert made_whole(text, part, kind, language) == wanted


def test_of_two_dates_far_apart_in_a_long_mark_the_first_is_taken():
    part = "the declaration of war in 1756 to the signing of the peace treaty by all in 1763"
    assert made_whole(f"It lasted from {part}.", part, "when", "en") == "1756"


def test_a_word_that_is_hardly_touched_is_left_out():
    assert made_whole("การประชุมรัฐมนตรีต่างประเทศ", "มรัฐมนตรี", "who", "th") == "รัฐมนตรี"


@pytest.mark.parametrize("kind", ["who", "when", "how_many"])
def test_a_short_answer_is_cited_by_its_sentence(kind):
    wanted = "It has 120 stalls and cost 48 million baht."
    assert cited(ENGLISH, "48 million", kind, "en") == wanted


def test_a_span_does_not_run_on_into_the_next_item():
    text = "2)การลงนามกับสหประชาชาติ ครอบคลุมสังคม และสาธารณสุข 3)การลงนามกับเกาหลีใต้"
    run_on = text[text.index("ครอบคลุม") :]
    assert made_whole(text, run_on, "what", "th") == "ครอบคลุมสังคม และสาธารณสุข"
    assert made_whole(text, text, "what", "th") == text.removeprefix("2)")


def test_what_may_answer_as_well_is_cited_too():
    page, text = passage(ENGLISH, "en"), ENGLISH
    own = place(text, "It has 120 stalls and cost 48 million baht.")
    before = place(text, text[: own[0]].strip())
    assert with_rivals(page, own, [], "en") == own
    assert with_rivals(page, own, [(before[0], before[0] + 3)], "en") == (before[0], own[1])
    far = passage(f"{ENGLISH} {'It rained for days. ' * 20}He paid.", "en")
    span = place(far.text, "He paid.")
    assert with_rivals(far, own, [span], "en") == own


def test_a_neighbour_with_words_asked_about_comes_along():
    page = passage(ENGLISH, "en")
    span = place(ENGLISH, "48 million")
    for question, wanted in (
        ("How much did the new market beside the Ping cost?", "The city"),
        ("ตลาดใหม่ของเชียงใหม่ใช้งบเท่าไร", "The city"),
        ("How much did the stalls cost?", "It has"),
    ):
        asked = Asked(asked_words(question), understand(question).language)
        first, last = evidence_around(page, span, "how_much", "en", asked)
        assert ENGLISH[first:].startswith(wanted)
        assert ENGLISH[:last].endswith("48 million baht.")


ITEMS = (
    "เอกสารทั้งหมดแบ่งออกเป็น 3 กลุ่มคือ 1)ความร่วมมือด้านการประมงชายฝั่งกับเมืองท่าทั้งหมดในอ่าวตะวันออก "
    "รวมทั้งเมืองบนเกาะ 2)การลงนามกับสภาประมงโลก ครอบคลุมมิติต่างๆ ทั้งสังคม สาธารณสุข และสิ่งแวดล้อม "
    "3)บันทึกความเข้าใจว่าด้วยการแลกเปลี่ยนข้อมูลเรือระหว่างหน่วยงานของทุกจังหวัดที่ติดทะเลในภาคใต้"
)


def test_an_item_of_a_numbered_list_is_cited_alone_and_whole():
    words = cited(ITEMS, "สภาประมงโลก", "which", "th")
    assert words.startswith("2)การลงนาม")
    assert words.endswith("สิ่งแวดล้อม")


def test_what_depends_on_a_sentence_comes_along():
    text = "จังหวัดจะเสริมบทบาทของคณะกรรมการลุ่มน้ำ เพื่อให้เกิดการแบ่งน้ำที่เป็นธรรม ฝนตกหนักเมื่อวานนี้"
    ends = [text.index(" เพื่อ"), text.index(" ฝน"), len(text)]
    starts = [0, ends[0] + 1, ends[1] + 1]
    page = replace(passage(text, "th"), sentences=tuple(zip(starts, ends, strict=True)))
    for part, kind in (("คณะกรรมการลุ่มน้ำ", "who"), ("การแบ่งน้ำที่เป็นธรรม", "which")):
        assert evidence_around(page, place(text, part), kind, "th") == (0, ends[1])


def test_the_statement_of_a_reason_is_what_it_is_the_reason_of():
    text = "ที่ประชุมเลื่อนข้อเสนอของฝ่ายลาวออกไป เนื่องจากหน่วยงานความมั่นคงยังไม่ให้ความเห็น"
    border = text.index(" เนื่อง")
    page = replace(passage(text, "th"), sentences=((0, border), (border + 1, len(text))))
    span = place(text, "หน่วยงานความมั่นคงยังไม่ให้ความเห็น")
    assert sentence_around(page, span, "th") == (border + 1, len(text))
    assert statement_around(page, span, "th") == (0, len(text))
    assert evidence_around(page, span, "yes_no", "th") == (border + 1, len(text))
    text = "The proposal of the Lao side was put off. After the talks the ministers left for Vientiane."
    page = passage(text, "en")
    first, last = statement_around(page, place(text, "Vientiane"), "en")
    assert text[first:last].startswith("After")


def test_reasons_are_cited_with_their_neighbours_in_the_paragraph():
    wanted = "Traders pay 1,500 baht a month, 12.25% less than before."
    assert cited(ENGLISH, "less", "why", "en") == wanted
    assert cited(ENGLISH, "120", "why", "en").endswith("help small traders.")


def test_a_long_sentence_is_cited_by_clauses_around_the_span():
    for part in ("ตลาดพลังงาน", "ตัวชี้วัด", "บูรณาการ", "ประโยชน์ร่วมกัน"):
        words = cited(LONG, part, "which", "th")
        assert part in words
        assert 40 < len(words) <= CITED_CHARACTERS
        start = LONG.index(words)
        assert start == 0 or LONG[start - 1] == " "


def test_a_span_over_two_sentences_is_cited_by_both():
    words = "5 March 2022. It has 120"
    assert cited(ENGLISH, words, "which", "en").startswith("The city")
    assert cited(ENGLISH, words, "which", "en").endswith("baht.")


def test_a_long_blank_is_cited_as_it_is():
    blank = replace(passage("", "th"), text=" " * 400, sentences=((0, 400),))
    assert evidence_around(blank, (3, 4), "who", "th") == (3, 4)


def test_without_sentences_the_span_itself_is_cited():
    bare = passage("", "en")
    assert sentence_around(bare, (0, 0), "en") == (0, 0)
    assert evidence_around(bare, (0, 0), "list", "en") == (0, 0)


@pytest.mark.parametrize(
    ("words", "kind", "fit"),
    [
        ("11 กันยายน", "when", True),
        ("the 19th century", "when", True),
        ("Bangkok", "when", False),
        ("17 ฉบับ", "how_many", True),
        ("four groups", "how_many", True),
        ("หลายกลุ่ม", "how_many", False),
        ("Cuba and South Africa", "list", True),
        ("Cuba", "list", False),
        ("Somchai", "who", True),
        ("2,500", "who", False),
    ],
)
def test_fits_the_kind_that_is_asked_for(words, kind, fit):
    assert fits(words, (0, len(words)), kind) is fit


WORDS = (
    "ประชุม วันที่ 11 กันยายน ๒๕๖๓ ที่ กรุงเทพฯ ได้แก่ ไทย ลาว และ พม่า 17 ฉบับ น้ำ เกี่ยวกับ "
    "นํา้ เเม่ ก็ ไม้ , . ( ) “ ” the ASEAN ministers met on September in Hanoi cafe\u0301 🇹🇭 "
    "👩🏽\u200d🚀 5 million and or US$1.47 – \u200b % ํ ่ ะ"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.lists(
    st.tuples(PIECES, st.sampled_from(["", " ", " ", "\n\n"])), min_size=1, max_size=30
).map(lambda parts: "".join(word + gap for word, gap in parts))
KINDS = st.sampled_from(["who", "when", "how_many", "how_much", "list", "why", "what", "other"])


@settings(max_examples=300, deadline=None)
@given(TEXTS, KINDS, st.sampled_from(["th", "en"]), st.data())
def test_whole_and_evidence_never_part_a_letter_and_hold_the_span(text, kind, language, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
    page = passage(text, language)
    low, high = whole(page, (start, end), kind, language)
    assert 0 <= low < high <= len(text)
    assert low < end and start < high  # still about what was marked
    for border in (low, high):
        assert grapheme_boundary(text, border) == border
    first, last = evidence_around(page, (low, high), kind, language)
    assert first <= low and high <= last
    if text[low:high].strip() and high - low < 100:
        assert last - first <= max(CITED_CHARACTERS, _longest_run(text, low, high)) + 60


def _longest_run(text: str, low: int, high: int) -> int:
    """Return the size of the paragraph pieces that a span touches, for want of any clause."""
    start = text.rfind("\n\n", 0, low) + 1
    end = text.find("\n\n", high)
    return (len(text) if end < 0 else end) - start


def test_place_is_strict():
    with pytest.raises(AssertionError):
        place("a a", "a")
