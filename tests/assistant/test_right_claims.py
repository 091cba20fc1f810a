"""Right claims in other words, to which no rule objects, beside false ones like them."""

import pytest

from assistant.citing import Evidence
from assistant.objections import Held, objections
from sources import detect_language, normalise

POINTS = "ทีมพญานาคทำได้ 287 คะแนน เอาชนะทีมจากเกาหลีใต้ซึ่งได้ 271 คะแนน"
SHARES = (
    "The county pays 55 percent of the cost and the agency 30 percent; the town finds the rest."
)
WATER = "สภาเทศบาลให้ปรับค่าน้ำประปาจากหน่วยละ 8.50 บาท เป็น 10 บาท"
MILK = "สหกรณ์จะขายนมผง 1,800 ตันต่อปีให้บริษัทของกัมพูชาเป็นเวลา 5 ปี"
FOUNDED = (
    "The firm was founded in 1998 by Nguyen Van Thanh, who sold it to Kestrel eleven years later."
)
SCHOOL = "The Argentine government gave the school a building in 1927 but never paid its teachers."
FIRST = "In 1898 she became the first woman to conduct the Graz Philharmonic Society."
COURT = (
    "The museum gave the statues up without a court order because its records showed no licence."
)
PENDING = "The agency has not yet approved it, since results from adults over 60 are missing."
FACTORY = "The inventors have not patented the test, so that any factory may make it."
EXPORT = "นับเป็นการส่งออกไปยุโรปครั้งแรกของสหกรณ์"
ORGANIC = "สมาชิก 412 ครัวเรือนเลิกใช้สารกำจัดวัชพืชมาตั้งแต่ปี 2560 จึงผ่านมาตรฐานอินทรีย์ของสหภาพยุโรป"
BID = "เทศบาลเลือกบริษัทไทยรุ่งเรือง แทนบริษัท สยามวิศวโยธา จำกัด ซึ่งเสนอราคา 502 ล้านบาท"
PRICE = "ผู้ซื้อจ่ายราคากิโลกรัมละ 340 บาท สูงกว่าราคาตลาดในประเทศ 90 บาท"
LARSEN = "เธอสำรวจป่าบริเวณเทือกเขาตะนาวศรีร่วมกับ ดร.เฮนริก ลาร์เซน นักพฤกษศาสตร์ชาวเดนมาร์ก"
BOUGHT = (
    "The museum had bought them in 1967 from the London dealer Gerald Ashcombe for 62,000 dollars."
)
LABEL = "เธอขายค่ายเพลงให้บริษัทสตาร์ซาวด์ในปี 2545 ด้วยราคา 80 ล้านบาท"
CONTEST = "เธอชนะเลิศการประกวดร้องเพลง โดยเอาชนะสมหญิง พรหมมา ซึ่งต่อมากลายเป็นเพื่อนสนิท"
ELECTION = "In 1979 he stood for governor but lost to Dr Emeka Nwosu by 31,000 votes."


def objected(claim: str, text: str) -> tuple[str, ...]:
    plain, shown = normalise(claim).text, normalise(text).text
    evidence = Evidence(shown, shown, shown, detect_language(shown))
    return objections(Held(plain, detect_language(plain), evidence))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("ทีมพญานาคมีคะแนนมากกว่าทีมเกาหลีใต้ 16 คะแนน", POINTS),
        ("The town has to find 15 percent of the cost.", SHARES),
        ("ค่าน้ำขึ้นหน่วยละ 1.50 บาท เป็นหน่วยละ 10 บาท", WATER),
        ("Over the contract 9,000 tonnes of milk powder will be sold.", MILK),
        ("Kestrel bought the firm from Nguyen Van Thanh in 2009.", FOUNDED),
        ("รัฐบาลอาร์เจนตินายกอาคารให้โรงเรียนในปี 1927 แต่ไม่เคยจ่ายเงินเดือนครู", SCHOOL),
        ("No woman had conducted the Graz Philharmonic Society before she did in 1898.", FIRST),
        (
            "The records showed no licence, so it gave them up without being told to by a court.",
            COURT,
        ),
        ("Approval is still pending because there are no results for adults over 60.", PENDING),
        ("เพื่อให้โรงงานใดก็ผลิตชุดตรวจนี้ได้", FACTORY),
        ("สหกรณ์ไม่เคยส่งออกไปยุโรปมาก่อน", EXPORT),
        ("They met it because the 412 households gave up weedkillers in 2017.", ORGANIC),
        ("Siam Witsawa Yotha bid 502 million baht.", BID),
        ("ผู้ซื้อจ่ายแพงกว่าราคาในไทยกิโลกรัมละ 90 บาท", PRICE),
        ("She explored the Tenasserim range with the Danish botanist Henrik Larsen.", LARSEN),
        ("The statues were sold to the museum in 1967 by a dealer, Gerald Ashcombe.", BOUGHT),
        ("Star Sound bought the label for 80 million baht.", LABEL),
        ("ผู้เห็นแย้งคือผู้พิพากษาชาวสวิส", "The only dissenter was the Swiss judge Aebi."),
        ("ครูฝึกชาวอาร์เมเนียมาสอน", "Trainers of the Armenian Chess Academy come to teach."),
        ("It grew by 25,000 sheets.", "The herbarium grew from 9,000 to 34,000 sheets."),
        ("สมหญิง พรหมมา แพ้ในการประกวดร้องเพลง", CONTEST),
        ("เอเมกา นวอซู ชนะเขาในการเลือกตั้งปี 2522", ELECTION),
    ],
)
def test_no_rule_objects_to_what_is_said_in_other_words(claim: str, text: str) -> None:
    assert objected(claim, text) == ()


@pytest.mark.parametrize(
    ("claim", "text", "rule"),
    [
        ("ทีมพญานาคมีคะแนนมากกว่าทีมเกาหลีใต้ 18 คะแนน", POINTS, "number"),
        ("The town has to find 20 percent of the cost.", SHARES, "number"),
        ("ค่าน้ำขึ้นหน่วยละ 2.50 บาท เป็นหน่วยละ 10 บาท", WATER, "number"),
        ("Over the contract 8,000 tonnes of milk powder will be sold.", MILK, "number"),
        ("Kestrel bought the firm from Nguyen Van Thanh in 2007.", FOUNDED, "date"),
        ("รัฐบาลชิลียกอาคารให้โรงเรียนในปี 1927 แต่ไม่เคยจ่ายเงินเดือนครู", SCHOOL, "name"),
        ("The agency approved it.", "The agency has yet to approve it.", "denied"),
        ("Every factory may make the test.", "Some factories may make the test.", "overclaim"),
        ("They met it because the Dutch bought the coffee.", ORGANIC, "name"),
        ("Central Vattana bid 502 million baht.", BID, "name"),
        ("More than 502 million baht was bid.", BID, "bound"),
        ("ผู้เห็นแย้งคือผู้พิพากษาชาวสวีเดน", "The only dissenter was the Swiss judge Aebi.", "name"),
        ("It grew to 43,000 sheets.", "The herbarium grew from 9,000 to 34,000 sheets.", "number"),
        ("Jones beat Smith.", "Smith beat Jones in the final of 2019.", "swapped"),
        ("She explored the range with the Swedish botanist Henrik Larsen.", LARSEN, "name"),
        ("Star Sound sold the label for 80 million baht.", LABEL, "exchanged"),
        ("The museum sold them in 1967 to the dealer Gerald Ashcombe.", BOUGHT, "contrary"),
    ],
)
def test_a_rule_objects_to_what_is_not_so(claim: str, text: str, rule: str) -> None:
    assert rule in objected(claim, text)
