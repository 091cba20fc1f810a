"""Spans of another sort than their question asks for, and centuries against years."""

import pytest

from assistant.clash import (
    acronym_lacks,
    clashes,
    is_rank,
    ranks_clash,
    scope_clash,
    tells_nothing,
)
from assistant.derived import as_list
from assistant.numbers import stated, strange
from assistant.question import understand


@pytest.mark.parametrize(
    ("question", "words", "language", "clash"),
    [
        ("How many turbines does the plant have?", "20 megawatts", "en", True),
        ("การประชุมนี้เป็นครั้งที่เท่าไร", "ครั้งที่ 7", "th", False),
        ("การประชุมนี้เป็นครั้งที่เท่าไหร่แล้ว", "ครั้งแรก", "th", False),
        ("การประชุมนี้เป็นครั้งที่เท่าไร", "the 7th meeting", "en", False),
        ("การประชุมนี้เป็นครั้งที่เท่าไร", "7 ฉบับ", "th", True),
        ("การประชุมนี้มีกี่ครั้ง", "ครั้งที่ 7", "th", True),
        ("ขอรายชื่อเอกสารที่ลงนามกับจีน", "17 ฉบับ", "th", True),
        ("แผนจะสิ้นสุดในปีไหน", "ภายใน 1 ปี", "th", True),
        ("แผนจะสิ้นสุดในปีไหน", "2564", "th", False),
        ("ผู้แทนญี่ปุ่นคือใคร", "สหรัฐฯ", "th", True),
        ("รัฐมนตรีสหรัฐฯ ที่ไปประชุมลุ่มน้ำโขงคือใคร", "ไทย กัมพูชา และลาว", "th", True),
        ("ฝั่งสหรัฐฯ ส่งใครมาประชุม", "ไทย กัมพูชา และลาว", "th", True),
        ("ฝั่งสหรัฐฯ ส่งใครมาประชุม", "นายสมชาย ใจดี", "th", False),
        ("Whom did Japan send to the talks?", "Laos and Vietnam", "en", True),
        ("Whom did Japan send to the talks?", "Taro Aso", "en", False),
        ("Who did Japan send money to?", "Laos and Vietnam", "en", False),
        ("Who is sending engineers to the dam?", "Japan", "en", False),
        ("จังหวัดส่งใครไปช่วยน้ำท่วม", "กรมป้องกันและบรรเทาสาธารณภัย", "th", False),
        ("รัฐมนตรีประชุมกับใคร", "ไทย กัมพูชา และลาว", "th", False),
        ("Who was the foreign minister of Chile?", "Japan", "en", True),
        ("What would a boat set me back?", "164 ลำ", "th", True),
        ("เลขาธิการอาเซียนคือใคร", "องค์การเพื่อการพัฒนา", "th", True),
        ("What is the name of the secretary?", "Anna Berg of the Agency", "en", False),
        ("At what time of day does it start?", "11 กันยายน 2563", "th", True),
        ("At what time of day does it start?", "11 กันยายน 2563 เวลา 9.30 น.", "th", False),
        ("How many nations sent people?", "52 ประเทศ", "th", False),
        ("How many ASEAN members are in?", "6 ประเทศ", "th", False),
        ("มีสมาชิกกี่ประเทศ", "11 member countries", "en", False),
        ("How many tourists a year come?", "120 a day", "en", False),
        ("รถวิ่งมากี่กิโล", "412,000 kilometres", "en", False),
        ("ตั้งกองทุนกี่ล้าน", "20 ล้านดอลลาร์สหรัฐ", "th", False),
        ("มีคนสมัครทุนกี่คน", "150 ทุน", "th", True),
        ("How many people applied?", "150 ทุน", "th", True),
        ("มีคนสมัครทุนกี่คน", "150 ราย", "th", False),
        ("มีคนสมัครกี่คน", "1,200 นักเรียน", "th", False),
        ("มีคำเกี่ยวกับปลากี่คำ", "568 pages", "en", True),
        ("How many eggs were there in each cluster?", "two clusters", "en", True),
        ("How many eggs were there in each cluster?", "12 eggs", "en", False),
        ("How many people live in each house?", "four people a house", "en", False),
        ("How many unused leave days are there?", "up to five days", "en", False),
        ("ตั้งไว้ที่เท่าไร", "1,500 ล้านบาท", "th", False),
        ("When does one forget most?", "the first hours", "en", False),
        ("เปิดตั้งแต่ปีไหน", "930", "th", False),
        ("Name the ministers who signed.", "ไทย ลาว และเวียดนาม", "th", True),
        ("Name the ministers who signed.", "สมชาย และประเสริฐ", "th", False),
        ("Name the countries that signed.", "ไทย ลาว และเวียดนาม", "th", False),
        ("ประเทศไหนได้เงินมากที่สุด", "ไทย ลาว และเวียดนาม", "th", True),
        ("ประเทศไหนได้เงินมากที่สุด", "เวียดนาม", "th", False),
        ("How many turbines does the plant have?", "twenty turbines", "en", False),
        ("How many turbines does the plant have?", "20", "en", False),
        ("โรงไฟฟ้านี้มีกังหันกี่ตัว", "20 megawatts", "en", True),
        ("โรงไฟฟ้านี้มีกังหันกี่ตัว", "ten turbines", "en", False),
        ("โรงไฟฟ้านี้ผลิตไฟฟ้าได้กี่เมกะวัตต์", "24 ตัว", "th", True),
        ("โรงไฟฟ้านี้ผลิตไฟฟ้าได้กี่เมกะวัตต์", "๒๕๔ เมกะวัตต์", "th", False),
        ("How many days may a book be kept?", "5 เล่ม", "th", True),
        ("How many days may a book be kept?", "two weeks", "en", False),
        ("ยืมได้กี่วัน", "14 วัน", "th", False),
        ("สร้างด้วยเงินกี่ล้านบาท", "3 ปี", "th", True),
        ("สร้างด้วยเงินกี่ล้านบาท", "84.5 ล้านบาท", "th", False),
        ("How many million dollars does it cost?", "12 kilometres", "en", True),
        ("How many people voted?", "about 40 per cent of them", "en", False),
        ("What percentage of the houses were lost?", "120 houses", "en", True),
        ("How many of the crew were saved?", "31 people", "en", False),
        ("Who opened the bridge?", "on 3 May 1921", "en", True),
        ("Who opened the bridge?", "the May brothers, on 3 May 1921", "en", False),
        ("ใครเป็นผู้เปิดสะพาน", "วันที่ 3 พฤษภาคม 2464", "th", True),
        ("Where was the meeting held?", "from 9 to 12 September 2020", "en", True),
        ("Where does the meeting take place?", "from 9 to 12 September 2020", "en", True),
        ("Where does Thailand rank among buyers?", "อันดับ 3", "th", False),
        ("When was the meeting held?", "from 9 to 12 September 2020", "en", False),
        ("เล่มนี้ราคาเท่าไร", "350 บาท", "th", False),
        ("เอกสารจัดเป็นกี่กลุ่ม", "2 ฉบับ", "th", True),
        ("เอกสารจัดเป็นกี่กลุ่ม", "4 กลุ่ม", "th", False),
        ("เอกสารจัดเป็นกี่หมวด", "17 ฉบับ", "th", True),
        ("เอกสารจัดเป็นกี่หมวด", "4 กลุ่ม", "th", False),
        ("How many groups do the documents fall into?", "17 ฉบับ", "th", True),
        ("How many countries took part?", "ten nations", "en", False),
        ("มีผู้เสียชีวิตกี่คน", "12 ราย", "th", False),
        ("มีผู้เสียชีวิตกี่ราย", "3 จังหวัด", "th", True),
        ("มีร้านกี่ร้าน", "12 ราย", "th", False),
        ("ใครเป็นคนเปิดเผย", "17 ฉบับ", "th", True),
        ("ใครได้รับบัตร", "120 คน", "th", False),
        ("Who was it given to?", "about 12,000", "en", True),
        ("Who cleaned the river?", "210 volunteers", "en", False),
        ("ประชุมที่ไหน", "ครั้งที่ 1", "th", True),
        ("ท่าเรือใหม่อยู่ที่ไหน", "5 กิโลเมตร", "th", False),
        ("How many documents are signed with the UN?", "second group", "en", True),
        ("What does the name VeXA stand for?", "The VeXA project", "en", True),
        ("What does the name VeXA stand for?", "Valley Exchange Association (VeXA)", "en", False),
        ("เพราะอะไรลาวจึงไม่เข้าร่วม", "ไทย กัมพูชา และเวียดนาม", "th", True),
        ("เพราะอะไรลาวจึงไม่เข้าร่วม", "น้ำท่วมไทยและลาว", "th", False),
        ("เบอร์โทรศัพท์ของกองช่างคืออะไร", "สำเนาทะเบียนบ้าน", "th", True),
        ("เบอร์โทรศัพท์ของกองช่างคืออะไร", "๐๕๓-๕๕๕-๐๑๔๒", "th", False),
        ("How accurate is the kit?", "25 minutes", "en", True),
        ("How accurate is the kit?", "right in 92 per cent of cases", "en", False),
        ("ใครเป็นหัวหน้าของรัชดา", "เปิดเผยว่า ระหว่างวันที่", "th", True),
        ("ใครเป็นหัวหน้าของรัชดา", "นายอนุชา บูรพชัยศรี เปิดเผย", "th", False),
        ("ใครเป็นหัวหน้าของรัชดา", "ส", "th", True),
        ("ประชุมที่ไหน", "การประชุมรัฐมนตรี ครั้งที่ 53", "th", True),
        ("ประชุมที่ไหน", "อาคาร 53", "th", False),
        ("How long is the bridge?", "184 เมตร", "th", False),
        ("How long does the boat from the pier take?", "9 กิโลเมตร", "th", True),
        ("How long does the boat from the pier take?", "40 นาที", "th", False),
        # What something costs is no share, unless a share is asked for.
        ("How much did the restoration end up costing?", "61 per cent", "en", True),
        ("How much did the restoration end up costing?", "€4.3m", "en", False),
        ("What's the hourly rate that it pays now?", "58 per cent", "en", True),
        ("How much more did it cost?", "8 per cent", "en", False),
        ("How much did the restoration cost?", "39", "en", True),
        ("How much did the restoration cost?", "1,142 parts", "en", True),
        ("How much did the restoration cost?", "12 million kronor", "en", False),
        ("How much did the restoration cost?", "ราว 12 ล้านเปโซ", "th", False),
        ("How much did the restoration cost?", "MYR 12", "en", False),
        ("How much did the restoration cost?", "4.3 million", "en", False),
        ("How much did the restoration cost?", "48 ล้าน", "th", False),
        ("How much did the restoration cost?", "nothing", "en", False),
        ("ค่าซ่อมใช้งบประมาณเท่าไร", "48 ล้านบาท", "th", False),
        ("ค่าซ่อมใช้งบประมาณเท่าไร", "48 คน", "th", True),
        ("ตอนแรกกะจะใช้งบซ่อมเท่าไหร่", "61 per cent", "en", True),
        ("งบซ่อมเพิ่มขึ้นเท่าไหร่", "ร้อยละ 12", "th", False),
        ("How long did it take?", "64 นาย", "th", False),
        ("How long did it take?", "120 คน", "th", True),
        ("How did they rescue them?", "by 3 boats", "en", False),
        ("When is the meeting held?", "53rd", "en", True),
        ("การประชุมจัดเมื่อไร", "ครั้งที่ 53", "th", True),
        ("When is the meeting held?", "17", "en", True),
        ("When is the meeting held?", "in 17 days", "en", False),
        ("การประชุมจัดเมื่อไร", "ภายใน 1 ปี", "th", False),
        ("In what year was it built?", "2563", "th", False),
        ("When did it open?", "in 1984", "en", False),
        ("เปิดกี่โมง", "09.00 น.", "th", False),
        ("เปิดกี่โมง", "9", "th", False),
        ("เปิดกี่โมง", "9.30 - 16.30 น.", "th", False),
        ("When does it open?", "at 9 a.m.", "en", False),
        ("When was the temple built?", "ศตวรรษที่ 19", "th", False),
    ],
)
def test_a_span_of_another_sort(question: str, words: str, language: str, clash: bool) -> None:
    assert clashes(understand(question), words, language) is clash


@pytest.mark.parametrize(
    ("question", "sentence", "clash"),
    [
        ("เวทีน้ำโลกครั้งที่ 54 จัดเมื่อไร", "เวทีน้ำโลกครั้งที่ 53 จัดวันที่ 9 กันยายน 2563", True),
        ("เวทีน้ำโลกครั้งที่ ๕๓ จัดเมื่อไร", "เวทีน้ำโลกครั้งที่ 53 จัดวันที่ 9 กันยายน 2563", False),
        ("When is the 54th meeting?", "เวทีน้ำโลกครั้งที่ 53 จัดวันที่ 9 กันยายน 2563", True),
        ("เวทีน้ำโลกครั้งที่ 54 จัดเมื่อไร", "เวทีน้ำโลกจัดวันที่ 9 กันยายน 2563", False),
        ("เวทีน้ำโลกครั้งที่ 54 จัดปีหน้าใช่ไหม", "เวทีน้ำโลกครั้งที่ 53 จัดวันที่ 9 กันยายน 2563", False),
    ],
)
def test_another_rank_than_the_one_asked_about(question: str, sentence: str, clash: bool) -> None:
    assert ranks_clash(understand(question), sentence, sentence, "th") is clash


@pytest.mark.parametrize(
    ("question", "text", "number", "rank"),
    [
        ("การประชุมกินเวลากี่วัน", "การประชุมรัฐมนตรี ครั้งที่ 53 จัดวันที่ 9 - 12 กันยายน", "53", True),
        ("How many ministers came?", "การประชุมรัฐมนตรี ครั้งที่ 53", "53", True),
        ("มีร้านค้ากี่ร้าน", "ตลาดระยะที่ ๒ มีร้านค้า 120 ร้าน", "๒", True),
        ("มีร้านค้ากี่ร้าน", "ตลาดระยะที่ 2 มีร้านค้า 120 ร้าน", "120", False),
        ("การประชุมนี้เป็นครั้งที่เท่าไร", "การประชุมรัฐมนตรี ครั้งที่ 53", "53", False),
        ("ประชุมมาแล้วกี่ครั้ง", "ประชุมมาแล้ว 53 ครั้ง", "53", False),
        ("เอกสารแบ่งเป็นกี่กลุ่ม", "มีเอกสาร คือ 1)ร่างถ้อยแถลง", "1", True),
        ("How many came?", "Nobody (of 12) came.", "12", False),
    ],
)
def test_a_bare_number_that_ranks(question: str, text: str, number: str, rank: bool) -> None:
    start = text.index(number)
    assert is_rank(understand(question), text, (start, start + len(number))) is rank


def test_a_rank_told_elsewhere_in_the_passage_is_no_clash() -> None:
    sentence = "ครั้งที่ 53 จัดที่ฮานอย"
    passage = f"{sentence} ครั้งที่ 54 จะตามมา"
    assert not ranks_clash(understand("ครั้งที่ 54 จัดที่ไหน"), sentence, passage, "th")


def test_a_rank_is_met_by_the_number_of_a_name() -> None:
    asked = understand("ซูเปอร์โบว์ลครั้งที่ 50 เล่นกันครั้งที่เท่าไรของสนาม")
    sentence = "เขาอายุ 39 ปี ในครั้งที่ 49 อายุ 38 ปี"
    assert ranks_clash(asked, sentence, sentence, "th")
    assert not ranks_clash(asked, sentence, f"Super Bowl 50\n{sentence}", "th")


@pytest.mark.parametrize(
    ("question", "words", "language", "clash"),
    [
        ("การประชุมจัดที่เมืองไหน", "เมียนมา", "th", True),
        ("In which city was it held?", "ไทยและลาว", "th", True),
        ("การประชุมจัดที่เมืองไหน", "Singapore", "en", False),
        ("In which city was it held?", "Hanoi, Vietnam", "en", False),
        ("In what country is most of the forest?", "South America", "en", True),
        ("In what country is most of the forest?", "Brazil", "en", False),
        ("ป่าส่วนใหญ่อยู่ในประเทศใด", "in South America", "en", True),
        ("ป่าส่วนใหญ่อยู่ในประเทศใด", "ทวีปแอฟริกา", "th", True),
        ("ป่าส่วนใหญ่อยู่ในประเทศใด", "แอฟริกาใต้", "th", False),
        ("Which country sold it?", "Brazil, in South America", "en", False),
        ("On which continent is the forest?", "South America", "en", False),
        ("Who was its last prime minister?", "German Democratic Republic", "en", True),
        ("Who was its last prime minister?", "Lothar de Maizière", "en", False),
        ("How many channels could it carry?", "hundreds", "en", False),
    ],
)
def test_a_continent_is_no_country_and_a_state_no_minister(
    question: str, words: str, language: str, clash: bool
) -> None:
    asked = understand(question)
    assert (clashes(asked, words, language) or tells_nothing(asked, words)) is clash


ALL = "ที่ประชุมจะลงนามเอกสารรวมทั้งสิ้น 17 ฉบับ กับไทยและลาว"


@pytest.mark.parametrize(
    ("question", "clash"),
    [
        ("ในเอกสาร 17 ฉบับ ลงนามกับลาวกี่ฉบับ", True),
        ("Of the 17 documents, how many are signed with Laos?", True),
        ("เอกสารที่ลงนามกับจีนมีกี่ฉบับ", True),
        ("How many documents are signed with China?", True),
        ("เอกสารที่ลงนามกับลาวมีกี่ฉบับ", False),
        ("จีนและชาติอื่นลงนามทั้งหมดกี่ฉบับ", False),
        ("ลงนามกี่ฉบับ", False),
        ("ใครลงนาม", False),
    ],
)
def test_the_whole_is_not_the_part_of_one(question: str, clash: bool) -> None:
    assert scope_clash(understand(question), "17 ฉบับ", ALL, ALL, "th") is clash


def test_days_are_not_counted_from_a_list() -> None:
    assert as_list(understand("How many days does a grown mosquito live?")) is None
    listed = as_list(understand("How many countries share the river?"))
    assert listed is not None and listed.text == "Which countries share the river?"


@pytest.mark.parametrize(
    ("asked", "shown", "share"),
    [
        ("Who explained tides in the 17th century?", "Newton explained this in 1687.", 0.0),
        ("Who explained tides in the 18th century?", "Newton explained this in 1687.", 1.0),
        ("ใครอธิบายไว้ในคริสต์ศตวรรษที่ 17", "Newton explained this in 1687.", 0.0),
        ("สร้างในพุทธศตวรรษที่ ๒๕ ใช่ไหม", "วัดนี้สร้างเมื่อ พ.ศ. ๒๔๕๙", 0.0),
        ("สร้างในพุทธศตวรรษที่ ๒๔ ใช่ไหม", "วัดนี้สร้างเมื่อ พ.ศ. ๒๔๕๙", 1.0),
        ("What did nineteenth-century readers like?", "ผู้อ่านในคริสต์ศตวรรษที่ 19 ชอบ", 0.0),
        ("What did nineteenth-century readers like?", "in the 5th century BC", 1.0),
        ("Who played him on stage in the 70's?", "Trevor Martin in a play of the 1970s", 0.0),
        ("Who played him on stage in the 60's?", "Trevor Martin in a play of the 1970s", 1.0),
        ("ใครเล่นบทนี้ในยุคปี 70", "Trevor Martin played him in 1974.", 0.0),
        ("ใครเล่นบทนี้ในทศวรรษ 2520", "Trevor Martin played him in 1974.", 1.0),
        ("ใครเล่นบทนี้ในทศวรรษ 2510", "Trevor Martin played him in 1974.", 0.0),
        ("Who still works in her 80s?", "Ada, who is 80, still works.", 0.0),
    ],
)
def test_a_century_is_met_by_its_years(asked: str, shown: str, share: float) -> None:
    assert strange(stated(asked), stated(shown)) == share


@pytest.mark.parametrize(
    ("question", "words", "nothing"),
    [
        ("เอกสารจัดเป็นกี่หมวด", "ทั้งสิ้น", True),
        ("Who heads the agency?", "โดย", True),
        ("Who heads the agency?", "by", True),
        ("Who heads the agency?", "by the", True),
        ("Who declared the emergency?", "WHO", False),
        ("Who is the goddess?", "Isis", False),
        ("เอกสารจัดเป็นกี่หมวด", "เอกสาร", True),
        ("เอกสารจัดเป็นกี่หมวด", "สี่หมวด", False),
        ("How many delegations came?", "delegations", True),
        ("How many delegations came?", "dozens of delegations", False),
        ("How many times a year do they meet?", "twice", False),
        ("What are the two documents?", "documents", True),
        ("What are the two documents?", "a plan and a treaty", False),
        ("Is the plan or the treaty signed first?", "the plan", False),
        ("Who of Anna and Tom spoke?", "Tom", False),
        ("Was the treaty signed?", "treaty", False),
        ("ร่างแผนว่าด้วยเรื่องอะไร", "ร่างแผน", True),
        ("ร่างแผนว่าด้วยเรื่องอะไร", "การจัดการน้ำ", False),
    ],
)
def test_a_span_that_tells_nothing(question: str, words: str, nothing: bool) -> None:
    assert tells_nothing(understand(question), words) is nothing


@pytest.mark.parametrize(
    ("question", "passage", "language", "lacks"),
    [
        ("What does EAS stand for?", "The treaty of amity in Southeast Asia", "en", True),
        ("What does EAS stand for?", "The EAS meets a fifth time", "en", False),
        ("EAS ย่อมาจากอะไร", "ความร่วมมือในเอเชียตะวันออกเฉียงใต้", "th", True),
        ("What does EAS mean in ASEAN's papers?", "ASEAN signs a treaty of amity", "en", True),
        ("What does DDPM stand for?", "กรมป้องกันและบรรเทาสาธารณภัย", "th", False),
        ("USAID ย่อมาจากอะไร", "องค์การเพื่อการพัฒนา (ยูเอสเอด)", "th", False),
        ("What does UN stand for?", "การลงนามกับสหประชาชาติ", "th", False),
        ("Who leads EAS?", "ความร่วมมือในเอเชีย", "th", False),
    ],
)
def test_an_acronym_that_is_nowhere(
    question: str, passage: str, language: str, lacks: bool
) -> None:
    assert acronym_lacks(understand(question), passage, language) is lacks
