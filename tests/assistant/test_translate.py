"""Short answers put into the other language, and when they are no more than a gloss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gloss import romanise
from assistant.naming import name_in
from assistant.translate import Rendering, render

BOTH_WAYS = [
    ("17 ฉบับ", "17 documents", "เอกสาร 17 ฉบับ"),
    ("4 กลุ่ม", "4 groups", None),
    ("1 ปี", "1 year", None),
    ("1,200 คน", "1,200 people", None),
    ("5 ล้านบาท", "5 million baht", None),
    ("1.5 พันล้านดอลลาร์สหรัฐ", "1.5 billion US dollars", None),
    ("ร้อยละ 12.25", "12.25 percent", None),
    ("34%", "34%", None),
    ("250 กิโลเมตรต่อชั่วโมง", "250 kilometres per hour", None),
    ("10–15 คน", "10–15 people", None),
    ("คริสต์ศตวรรษที่ 19", "the 19th century", None),
    ("ทศวรรษ 1990", "the 1990s", None),
    ("11 กันยายน 2563 (ค.ศ. 2020)", "11 September 2020 (B.E. 2563)", None),
    ("9–12 กันยายน 2563 (ค.ศ. 2020)", "9–12 September 2020 (B.E. 2563)", None),
    ("กันยายน 2563 (ค.ศ. 2020)", "September 2020 (B.E. 2563)", None),
    ("ไทย", "Thailand", None),
    ("คิวบาและแอฟริกาใต้", "Cuba and South Africa", None),
    (
        "กัมพูชา ลาว เมียนมา เวียดนาม และไทย",
        "Cambodia, Laos, Myanmar, Vietnam and Thailand",
        None,
    ),
    ("เชียงใหม่", "Chiang Mai", None),
    ("โควิด-19", "COVID-19", None),
    ("รัชดา ธนาดิเรก", "Rachada Dhnadirek", None),
]


@pytest.mark.parametrize(("thai", "english", "back"), BOTH_WAYS)
def test_exact_both_ways(thai, english, back):
    assert render(thai, "th", "en") == Rendering(english, True)
    assert render(english, "en", "th") == Rendering(back or thai, True)


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("ระหว่างวันที่ 9-12 กันยายน ๒๕๖๓", "9–12 September 2020 (B.E. 2563)"),
        ("1 เม.ย. - 30 มิ.ย. 2565", "1 April – 30 June 2022 (B.E. 2565)"),
        ("ปี พ.ศ. 2310", "1767 (B.E. 2310)"),
        ("ประมาณ 300 ตารางกิโลเมตร", "about 300 square kilometres"),
        ("ภายใน 1 ปี", "within 1 year"),
        ("สี่กลุ่ม", "4 groups"),
        ("เดือนละ 1,500 บาท", "1,500 baht per month"),
        ("ครั้งที่ 53", "53rd"),
        ("กลุ่มที่สอง", "the 2nd group"),
        ("08.30 น.", "08:30"),
        ("ประเทศไทย", "Thailand"),
        ("จีน อินเดีย เกาหลี และสหรัฐอเมริกา", "China, India, Korea and the United States"),
        ("คิวบากับแอฟริกาใต้", "Cuba and South Africa"),
        ("สหรัฐฯ", "the United States"),
        ("เลขาธิการอาเซียน", "the Secretary-General of ASEAN"),
        ("รัฐมนตรีต่างประเทศไทย", "the Foreign Minister of Thailand"),
        ("ประธานาธิบดีสหรัฐฯ", "the President of the United States"),
        ("นายกรัฐมนตรี", "Prime Minister"),
        ("น.ส.รัชดา ธนาดิเรก", "Ms Rachada Dhnadirek"),
        ("นายสมชาย ใจดี", "Mr Somchai Chaidi"),
        ("สมชาย ใจดี", "Somchai Chaidi"),
        ("มาลี กานา", "Mali, Ghana"),  # a woman's name, but countries here
        ("120 แผง", "120 stalls"),
        ("JUMPP", "JUMPP"),
        ("US$1.47", "US$1.47"),
    ],
)
def test_exact_into_english(thai, english):
    assert render(thai, "th", "en") == Rendering(english, True)


@pytest.mark.parametrize(
    ("english", "thai"),
    [
        ("in 2020", "ใน พ.ศ. 2563 (ค.ศ. 2020)"),
        ("on 11 September", "วันที่ 11 กันยายน"),
        ("from September 9 to September 12, 2020", "9 กันยายน ถึง 12 กันยายน 2563 (ค.ศ. 2020)"),
        ("four groups", "4 กลุ่ม"),
        ("within one year", "ภายใน 1 ปี"),
        ("US$1.5 billion", "1.5 พันล้านดอลลาร์สหรัฐ"),
        ("US$1.47 a tonne", "1.47 ดอลลาร์สหรัฐต่อตัน"),
        ("120 stalls", "แผงค้า 120 แผง"),
        ("the 53rd meeting", "ครั้งที่ 53"),
        ("the fourth group", "กลุ่มที่ 4"),
        ("10:30", "10.30 น."),
        ("2:15 pm", "14.15 น."),
        ("China, Korea and the United States", "จีน เกาหลี และสหรัฐอเมริกา"),
        ("the U.S.", "สหรัฐฯ"),
        ("the ASEAN Secretary-General", "เลขาธิการอาเซียน"),
        ("President of the United States", "ประธานาธิบดีสหรัฐอเมริกา"),
        ("Ms Rachada Dhnadirek", "น.ส.รัชดา ธนาดิเรก"),
        ("Mekong River Commission", "คณะกรรมาธิการแม่น้ำโขง"),
    ],
)
def test_exact_into_thai(english, thai):
    assert render(english, "en", "th") == Rendering(thai, True)


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("Dr. Malee Srisuk", "ดร. Malee Srisuk"),
        ("Ms. Rachada Dhnadirek", "น.ส.รัชดา ธนาดิเรก"),
        ("Imogen Sallow and Roland Fipps", "Imogen Sallow และ Roland Fipps"),
        ("Millbrook Rovers", "Millbrook Rovers"),
        ("Prime Minister Anders Holm", "นายกรัฐมนตรี Anders Holm"),
    ],
)
def test_a_latin_name_is_never_put_half_into_thai(text: str, thai: str) -> None:
    assert render(text, "en", "th") == Rendering(thai, exact=True)


@pytest.mark.parametrize(
    ("text", "source", "target", "kept"),
    [
        ("การจัดการน้ำข้ามพรมแดน", "th", "en", "water"),
        ("สังคม ด้านสาธารณสุข และด้านสิ่งแวดล้อม", "th", "en", "public health"),
        ("นายทุน", "th", "en", ""),
        ("Millbrook Rovers lost", "en", "th", "Rovers"),
        ("video conference", "en", "th", "วิดีโอ"),
        ("logistics in 17 countries", "en", "th", "17 ประเทศ"),
    ],
)
def test_anything_else_is_a_gloss(text, source, target, kept):
    rendered = render(text, source, target)
    assert not rendered.exact
    assert kept in rendered.text


@pytest.mark.parametrize(
    ("thai", "kept", "lost"),
    [
        ("ทุน 3 ล้านบาท", "capital", "Htun"),
        ("เพื่อแพร่เชื้อ", "spread", "Phrae"),
        ("จะตั้งศูนย์แห่งใหม่", "set up", "Chen"),
        ("หวังว่าจะหมด", "hope", "Wang"),
        ("ซึ่งเกี่ยวข้องกับการฟอกเงิน", "related with", "Kan"),
        ("ตั้งแต่ปลายเดือนธันวาคม", "December", "december"),
        ("ผ่านระบบทางไกล", "through system remote", "Thangklai"),
        ("โรงแรมเวลลิงแฮม", "Wenlinghaem", "monkey"),
        ("บริษัทโบนาร์ดี", "company Bonadi", "bow"),
    ],
)
def test_a_gloss_takes_words_as_prose_means_them(thai: str, kept: str, lost: str) -> None:
    text = render(thai, "th", "en").text
    assert kept in text
    assert lost not in text


@pytest.mark.parametrize(("thai", "english"), [("จังหวัดแพร่", "Phrae"), ("ตาก", "Tak")])
def test_a_place_whose_name_is_a_word_is_named(thai: str, english: str) -> None:
    assert render(thai, "th", "en") == Rendering(english, exact=True)


def test_the_same_language_is_left_alone():
    assert render("  17  ฉบับ\u200b", "th", "th") == Rendering("  17  ฉบับ\u200b", True)


@pytest.mark.parametrize(
    "odd", ["", "   ", "!!!", "😀", "()", "…", "“”", "\u200b", "\ud83d\ude00", "ํ"]
)
def test_without_a_word_there_is_nothing_to_put(odd):
    assert render(odd, "th", "en") == Rendering(odd, True)
    assert render(odd, "en", "th") == Rendering(odd, True)


def test_no_vowel_stays_of_a_word_that_needs_no_equivalent():
    assert render("เปิดเผยว่า ระหว่างวันที่", "th", "en").text == "disclose that between"


def test_marks_between_names_stay():
    assert render("ไทย😀ลาว", "th", "en").text == "Thailand😀Laos"
    assert render("24–10", "en", "th").text == "24–10"


@pytest.mark.parametrize(
    "long", ["น้ำ" * 700, "a" * 2_000, "5" * 2_000, "ก" * 2_000, "ไทย " * 500, "(" * 2_000]
)
def test_long_texts(long):
    assert render(long, "th", "en").text
    assert render(long, "en", "th").text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from([("th", "en"), ("en", "th")]))
def test_any_text_comes_out(text, pair):
    rendered = render(text, *pair)
    assert isinstance(rendered.text, str)
    if any(letter.isdigit() and letter.isascii() for letter in text):
        assert any(letter.isdigit() for letter in rendered.text)  # no figure is ever lost


@pytest.mark.parametrize(
    ("name", "target", "other"),
    [
        ("ลาว", "en", "Laos"),
        ("ประเทศลาว", "en", "Laos"),
        ("แคนนาดา", "en", "Canada"),
        ("laos", "th", "ลาว"),
        ("Mekong  River\nCommission", "th", "คณะกรรมาธิการแม่น้ำโขง"),
        ("ไม่มีชื่อนี้", "en", None),
        ("Nowhereland", "th", None),
    ],
)
def test_names(name, target, other):
    assert name_in(name, target) == other


@pytest.mark.parametrize(
    ("english", "thai"),
    [
        ("Tunisian and Portuguese", "ตูนิเซียและโปรตุเกส"),
        ("Kenyan", "เคนยา"),
        ("South Korean", "เกาหลีใต้"),
        ("Japanese", "ญี่ปุ่น"),
    ],
)
def test_of_what_country(english, thai):
    assert render(english, "en", "th") == Rendering(thai, exact=True)


def test_words_that_only_end_like_a_country_are_no_country():
    assert not render("a roman wall", "en", "th").exact


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("สมภพ", "Somphop"),
        ("ไพศาล", "Phaisan"),
        ("ศุภกร", "Suphakon"),
        ("อดิศักดิ์", "Adisak"),
        ("ธีรเดช", "Thiradet"),
        ("สุรชัย", "Surachai"),
        ("ธนากร", "Thanakon"),
    ],
)
def test_a_name_is_romanised_by_its_syllables(thai: str, latin: str) -> None:
    assert romanise(thai) == latin
