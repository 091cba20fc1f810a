"""A list of which the reader marks a part is completed, and no more than completed."""

import pytest

from tests.assistant.passages import made_whole

MEKONG = "ประเทศลุ่มน้ำโขงที่เข้าร่วม ได้แก่ ไทย กัมพูชา ลาว เวียดนาม และเมียนมา เอกสารที่จะลงนามมี 2 ฉบับ"
MEKONG_LIST = "ไทย กัมพูชา ลาว เวียดนาม และเมียนมา"
PARTNERS = (
    "กลุ่มแรกเป็นหุ้นส่วนทางยุทธศาสตร์ที่อาเซียนทำกับจีน อินเดีย เกาหลี รัสเซีย และแคนาดา "
    "กลุ่มที่สองอาเซียนลงนามกับสหประชาชาติ มีเนื้อหาด้านสังคม ด้านสาธารณสุข และด้านสิ่งแวดล้อม"
)
TOPICS = (
    "งานที่จะทำร่วมกันมีเรื่องเศรษฐกิจ การค้า การลงทุน และการรับมือการระบาดของโควิด-19 เป็นอาทิ "
    "นอกจากนั้นยังมีเรื่องโลจิสติกส์ ความมั่นคง และสิทธิมนุษยชน"
)


PAIRS = "1)หุ้นส่วนระหว่างอาเซียน-จีน อาเซียน-แคนนาดา และอาเซียน-อินเดีย"

DEEDS = "การป้องกันน้ำท่วมในเขตเมือง การขุดลอกคลองสายหลักทั้งสามสาย การปลูกป่าชายเลน"
PLAN = f"แผนนี้ว่าด้วยเรื่อง{DEEDS} งบประมาณมาจากจังหวัด\n\nการประชุมครั้งหน้าจัดเดือนมีนาคม"


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        (PLAN, "การขุดลอกคลองสายหลักทั้งสามสาย", DEEDS),
        (PLAN, "การป้องกันน้ำท่วมในเขตเมือง", DEEDS),
        (PLAN, "เรื่องการป้องกันน้ำท่วมในเขตเมือง การขุดลอกคลองสายหลักทั้งสามสาย", f"เรื่อง{DEEDS}"),
        (PLAN, "การปลูกป่าชายเลน", DEEDS),
        (PLAN, "งบประมาณ", "งบประมาณ"),
        (PLAN, "การประชุมครั้งหน้า", "การประชุมครั้งหน้า"),
        *((MEKONG, part, MEKONG_LIST) for part in ("ไทย", "ลาว", "เมียนมา", "ไทย กัมพูชา")),
        (MEKONG, "เวียดนาม และเมียนมา", MEKONG_LIST),
        (MEKONG, "ได้แก่ ไทย", MEKONG_LIST),
        (MEKONG, "ประเทศลุ่มน้ำโขงที่เข้าร่วม ได้แก่ ไทย กัมพูชา", MEKONG_LIST),
        (PARTNERS, "จีน", "จีน อินเดีย เกาหลี รัสเซีย และแคนาดา"),
        (PARTNERS, "เกาหลี รัสเซีย", "จีน อินเดีย เกาหลี รัสเซีย และแคนาดา"),
        (PARTNERS, "แคนาดา", "จีน อินเดีย เกาหลี รัสเซีย และแคนาดา"),
        (PARTNERS, "ด้านสาธารณสุข", "ด้านสังคม ด้านสาธารณสุข และด้านสิ่งแวดล้อม"),
        (PARTNERS, "สังคม ด้านสาธารณสุข", "ด้านสังคม ด้านสาธารณสุข และด้านสิ่งแวดล้อม"),
        (TOPICS, "การลงทุน", "เศรษฐกิจ การค้า การลงทุน และการรับมือการระบาดของโควิด-19"),
        (TOPICS, "เศรษฐกิจ การค้า", "เศรษฐกิจ การค้า การลงทุน และการรับมือการระบาดของโควิด-19"),
        (TOPICS, "ความมั่นคง", "โลจิสติกส์ ความมั่นคง และสิทธิมนุษยชน"),
        ("เมื่อวานนี้ มีการประชุม ผู้เข้าร่วมมาจากไทย ลาว และพม่า ที่กรุงเทพฯ", "ลาว", "ไทย ลาว และพม่า"),
        ("ขยายไปถึงประเทศนอกภูมิภาค ได้แก่ คิวบากับแอฟริกาใต้ ส่วนเอกสารอื่น", "คิวบา", "คิวบากับแอฟริกาใต้"),
        ("อาเซียนลงนามกับไทยและลาวเมื่อวานนี้", "ไทย", "ไทยและลาว"),
        ("อาเซียนลงนามกับไทยและลาวเมื่อวานนี้", "ลาว", "ไทยและลาว"),
        ("ผู้เสนอคือ นายสมชาย ใจดี และนางสมหญิง ดีใจ", "สมชาย", "นายสมชาย ใจดี และนางสมหญิง ดีใจ"),
        (PAIRS, "1)หุ้นส่วนระหว่างอาเซียน-จีน อาเซียน-แคนนาดา และอาเซียน-อินเดีย", PAIRS[17:]),
        *((PAIRS, part, PAIRS[17:]) for part in ("จีน", "แคนนาดา และอาเซียน-อินเดีย", "อาเซียน-อินเดีย")),
        ("สินค้าหลักคือ ข้าว ยางพารา กุ้งแช่แข็ง", "ข้าว ยางพารา กุ้งแช่แข็ง", "ข้าว ยางพารา กุ้งแช่แข็ง"),
    ],
)
def test_thai_lists(text, part, wanted):
    assert made_whole(text, part, "list", "th") == wanted


COUNTRIES = (
    "The countries taking part are Cambodia, Laos, Myanmar, Vietnam{} and Thailand. They meet."
)
FIVE = "Cambodia, Laos, Myanmar, Vietnam{} and Thailand"
FIRST = (
    "The first group concerns partnerships that ASEAN has with China, India, New Zealand and the "
    "United States. In the second ASEAN signs with the United Nations, on social matters, public "
    "health and the environment."
)
WORK = (
    "The work they share includes the economy, trade, investment and the response to the COVID-19 "
    "outbreak. It also includes logistics, security and human rights."
)


@pytest.mark.parametrize("comma", ["", ","])
@pytest.mark.parametrize("part", ["Cambodia", "Laos, Myanmar", "Thailand", "are Cambodia, Laos"])
def test_english_lists_with_and_without_the_last_comma(part, comma):
    wanted = FIVE.format(comma)
    assert made_whole(COUNTRIES.format(comma), part, "list", "en") == wanted


@pytest.mark.parametrize(
    ("text", "part", "wanted"),
    [
        (FIRST, "China", "China, India, New Zealand and the United States"),
        (
            FIRST,
            "New Zealand and the United States",
            "China, India, New Zealand and the United States",
        ),
        (FIRST, "public health", "social matters, public health and the environment"),
        (FIRST, "social matters", "social matters, public health and the environment"),
        (
            WORK,
            "trade, investment",
            "the economy, trade, investment and the response to the COVID-19 outbreak",
        ),
        (WORK, "security", "logistics, security and human rights"),
        (
            "outside the region, namely Cuba and South Africa. The rest",
            "Cuba",
            "Cuba and South Africa",
        ),
        ("They signed two documents, a plan and a treaty.", "a plan", "a plan and a treaty"),
        (
            "Officials from Norway, Sweden, and Finland met reporters on Friday.",
            "Sweden",
            "Norway, Sweden, and Finland",
        ),
        (
            "On Friday, the ministers met in Hanoi, and they signed a plan.",
            "Hanoi",
            "Hanoi",
        ),
        ("It is run by Laos.", "Laos", "Laos"),
    ],
)
def test_english_lists(text, part, wanted):
    assert made_whole(text, part, "list", "en") == wanted


def test_only_questions_for_lists_are_answered_by_lists():
    assert made_whole(MEKONG, "ลาว", "which", "th") == "ลาว"
    assert made_whole(COUNTRIES.format(""), "Laos", "who", "en") == "Laos"
