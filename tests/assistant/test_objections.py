"""Claims that say the same the other way round, and claims that give one person another's part."""

import pytest

from assistant.attributed import misattributed
from assistant.opposites import contrary, converse
from assistant.question import understand
from assistant.roles import exchanged, reversed_names
from assistant.strength import overclaims
from assistant.verifying import Proposed, Verifier
from tests.assistant.fakes import FakeReader, hit

CREW = (
    "Skipper Anna Berg steered the lifeboat for eleven hours. Nurse Tom Field treated three "
    "sailors on deck. Berg is 61 and lives alone."
)
CREW_THAI = (
    "นางสาวกานดา ใจดี วิศวกรโครงการ กล่าวว่าสะพานใช้งบ ๒๓ ล้านบาท นายบุญมา ศรีสุข ผู้ใหญ่บ้าน ขอให้ชาวบ้านขับช้า"
)
SALE = "In 2004 the Hallam Trust bought the mill from Coastline Estates for 350,000 pounds."
OPEN = "พิพิธภัณฑ์เปิดให้เข้าชมทุกวันยกเว้นวันพุธ ค่าเข้าชมคนละ 60 บาท"


def refused(claim: str, quote: str, question: str) -> str:
    language = "th" if "ก" <= quote[0] <= "๛" else "en"
    verifier = Verifier(FakeReader(), None)
    return verifier.check(
        understand(question), Proposed(claim, 0, quote), [hit(quote, language)]
    ).reason


@pytest.mark.parametrize(
    ("claim", "evidence", "turning"),
    [
        ("b is smaller than a", "a is larger than b", True),
        ("the trust bought it", "the trust sold it", True),
        ("b came in behind a", "a finished 38 seconds ahead of b", True),
        ("prices fell", "prices rose", False),
        ("a is larger than b", "a is larger than b", False),
    ],
)
def test_words_that_turn_with_their_names(claim: str, evidence: str, turning: bool) -> None:
    assert (converse(claim, evidence) is not None) is turning


def test_names_and_years_in_the_other_order() -> None:
    sold = "Coastline Estates sold the mill to the Hallam Trust."
    assert reversed_names(sold, "en", SALE, "en")
    assert not reversed_names("The Hallam Trust sold Coastline Estates.", "en", SALE, "en")
    told = "ในปี 2565 พบ 47 รัง มากกว่าปี 2564 ซึ่งพบ 29 รัง"
    assert reversed_names("ปี 2564 พบน้อยกว่าปี 2565", "th", told, "th")
    assert not reversed_names("ปี 2565 พบน้อยกว่าปี 2564", "th", told, "th")


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("Coastline Estates sold the mill to the Hallam Trust in 2004.", ""),
        ("The Hallam Trust sold the mill to Coastline Estates in 2004.", "negation"),
        ("The mill can be visited, see mill-tours.example for tickets.", "name"),
    ],
)
def test_a_sale_told_by_the_buyer_and_by_the_seller(claim: str, reason: str) -> None:
    assert refused(claim, SALE, "Who bought the mill?") == reason


@pytest.mark.parametrize(
    ("claim", "reason"),
    [("พิพิธภัณฑ์ปิดวันพุธ", ""), ("พิพิธภัณฑ์ปิดวันศุกร์", "date")],
)
def test_closed_on_the_day_that_is_excepted(claim: str, reason: str) -> None:
    assert refused(claim, OPEN, "พิพิธภัณฑ์ปิดวันไหน") == reason


@pytest.mark.parametrize(
    ("claim", "evidence", "found"),
    [
        (
            "Ruth Amadi named an orchid after Oduya.",
            "It was named after Oduya by Ruth Amadi.",
            False,
        ),
        (
            "Kestrel Bank is smaller than Northwave.",
            "Northwave buys the smaller Kestrel Bank.",
            False,
        ),
        ("Kestrel Bank buys Northwave.", "Northwave buys the smaller Kestrel Bank.", True),
        ("It was 52 kilometres from Mars.", "It came close to Mars, at 52 kilometres.", False),
    ],
)
def test_who_did_it_to_whom(claim: str, evidence: str, found: bool) -> None:
    assert exchanged(claim, "en", evidence, "en") is found


def test_not_allowed_is_forbidden() -> None:
    assert not contrary("รถยนต์ไม่ได้รับอนุญาตให้ผ่าน", "ห้ามรถยนต์ผ่าน")
    assert not contrary("cars are not allowed on it", "cars are banned")
    assert contrary("cars are allowed on it", "cars are banned")


@pytest.mark.parametrize(
    ("claim", "evidence", "reason"),
    [
        ("เจ้าหน้าที่ตรวจทุกหกเดือน", "เจ้าหน้าที่ตรวจทุก 6 เดือน", ""),
        ("ภูเขาไฟปะทุครั้งล่าสุดในปี 2522", "the volcano last erupted in 1979", ""),
        ("รับผู้ป่วยมากกว่า 3 คน", "รับผู้ป่วย 3 คน", "number"),
        ("เจ้าหน้าที่ตรวจทุกสะพาน", "เจ้าหน้าที่ตรวจสะพาน 6 แห่ง", "overclaim"),
    ],
)
def test_what_claims_too_much_and_what_does_not(claim: str, evidence: str, reason: str) -> None:
    assert overclaims(claim, evidence, evidence) == reason


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("โรงพยาบาลสารภีรับผู้ป่วยมากกว่าโรงพยาบาลแม่ริม", ""),
        ("โรงพยาบาลแม่ริมรับผู้ป่วยมากกว่าโรงพยาบาลสารภี", "role"),
        ("โรงพยาบาลสารภีรับผู้ป่วยมากกว่า 3 คน", "number"),
    ],
)
def test_two_numbers_bear_a_comparison_out(claim: str, reason: str) -> None:
    told = "โรงพยาบาลสารภีรับผู้ป่วย 3 คน ส่วนโรงพยาบาลแม่ริมรับผู้ป่วย 2 คน"
    assert refused(claim, told, "โรงพยาบาลไหนรับผู้ป่วยมากกว่า") == reason


@pytest.mark.parametrize(
    ("claim", "spoken", "passage", "written", "wrong"),
    [
        ("Tom Field steered the lifeboat for eleven hours.", "en", CREW, "en", True),
        ("Anna Berg steered the lifeboat for eleven hours.", "en", CREW, "en", False),
        ("Tom Field treated three sailors.", "en", CREW, "en", False),
        ("A nurse treated three sailors.", "en", CREW, "en", False),
        ("นายบุญมา ศรีสุข วิศวกรโครงการ กล่าวว่าสะพานใช้งบ 23 ล้านบาท", "th", CREW_THAI, "th", True),
        ("นายบุญมา ศรีสุข ขอให้ชาวบ้านขับช้า", "th", CREW_THAI, "th", False),
        (
            "Bunma Srisuk, the engineer, said the bridge cost 23 million.",
            "en",
            CREW_THAI,
            "th",
            True,
        ),
        (
            "Kanda Jaidee, the engineer, said the bridge cost 23 million.",
            "en",
            CREW_THAI,
            "th",
            False,
        ),
    ],
)
def test_what_is_told_of_another_person(
    claim: str, spoken: str, passage: str, written: str, wrong: bool
) -> None:
    assert misattributed(claim, spoken, passage, written) is wrong
