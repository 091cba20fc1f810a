"""Who holds another office than the one that is asked for."""

import pytest

from assistant.offices import of_another_body, of_another_office
from assistant.question import understand

THAI = "น.ส.รัชนี ทองดี รองโฆษกประจำสำนักนายกรัฐมนตรี เปิดเผยว่าจะมีการประชุมรัฐมนตรีเกษตร"
OPENED = "นายธนา คำแสน รองอธิบดีกรมป่าไม้ เป็นประธานเปิดงาน"
ENGLISH = "Ana Berg, the ministry's spokeswoman, said the talks would go on."
CHAIRED = "Ana Berg, the ministry's spokeswoman, chaired the talks."


@pytest.mark.parametrize(
    ("question", "text", "words", "language", "other"),
    [
        ("ใครเป็นประธานการประชุม", THAI, "รัชนี ทองดี", "th", True),
        ("รัฐมนตรีเกษตรชื่ออะไร", THAI, "รัชนี ทองดี", "th", True),
        ("Who chairs the meeting?", THAI, "รัชนี ทองดี", "th", True),
        ("ใครเป็นโฆษก", THAI, "รัชนี ทองดี", "th", False),
        ("ใครเป็นคนออกมาให้ข่าวเรื่องที่รัฐมนตรีจะประชุมกัน", THAI, "รัชนี ทองดี", "th", False),
        ("ใครเป็นผู้แถลง", THAI, "รัชนี ทองดี", "th", False),
        ("ใครเป็นประธานเปิดงาน", OPENED, "ธนา คำแสน", "th", False),
        ("ใครเป็นหัวหน้ากรมป่าไม้", OPENED, "ธนา คำแสน", "th", False),
        ("นายกฯ เมืองชื่ออะไร", "นายธนา คำแสน นายกเทศมนตรี แถลง", "ธนา คำแสน", "th", False),
        ("ใครเป็นรองนายกเทศมนตรี", "นายธนา คำแสน นายกเทศมนตรี แถลง", "ธนา คำแสน", "th", True),
        ("ใครเป็นรองอธิบดีกรมป่าไม้", OPENED, "ธนา คำแสน", "th", False),
        ("ใครเป็นรองผู้ว่าฯ", "นายธนา คำแสน ตอบแทนผู้ว่าฯ", "นายธนา คำแสน", "th", True),
        ("Who is the deputy mayor?", "Mayor Ana Berg said so.", "Ana Berg", "en", True),
        (
            "Who is the mayor's deputy?",
            "Ana Berg, the town's mayor, said so.",
            "Ana Berg",
            "en",
            True,
        ),
        ("Who is the deputy mayor?", "Ana Berg, vice-mayor, said so.", "Ana Berg", "en", False),
        ("Who is the deputy mayor?", "Ana Berg said so.", "Ana Berg", "en", False),
        ("Who is the minister?", ENGLISH, "Ana Berg", "en", True),
        ("Who chairs the talks?", ENGLISH, "Ana Berg", "en", True),
        ("Who chaired the talks?", CHAIRED, "Ana Berg", "en", False),
        ("Who is the spokeswoman?", ENGLISH, "Ana Berg", "en", False),
        ("Who spoke to the minister?", ENGLISH, "Ana Berg", "en", False),
        ("What is the minister's plan?", ENGLISH, "Ana Berg", "en", False),
    ],
)
def test_another_office(question: str, text: str, words: str, language: str, other: bool) -> None:
    start = text.index(words)
    span = (start, start + len(words))
    assert of_another_office(understand(question), text, span, language) is other


def test_a_governor_is_no_chief_executive() -> None:
    text = "โดยมีนายธนากร ศรีวิชัยนันท์ ผู้ว่าราชการจังหวัดน่าน เป็นประธาน"
    span = (text.index("นาย"), text.index(" ผู้ว่า"))
    for question in ("Who is the chief executive of Lanna Aerotech?", "ซีอีโอของบริษัทคือใคร"):
        assert of_another_office(understand(question), text, span, "th")
    assert not of_another_office(understand("ผู้ว่าราชการจังหวัดคือใคร"), text, span, "th")


SIGNING = "เลขาธิการอาเซียน และสหรัฐอเมริกา"


@pytest.mark.parametrize(
    ("question", "words", "language", "other"),
    [
        ("Who signs for the United Nations?", SIGNING, "th", True),
        ("Who heads USAID?", SIGNING, "th", True),
        ("Who heads USAID?", "องค์การเพื่อการพัฒนาระหว่างประเทศแห่งสหรัฐอเมริกา", "th", True),
        ("Who is representing the United States at the talks?", "ญี่ปุ่น - สหรัฐฯ", "th", True),
        ("Who signs for ASEAN?", SIGNING, "th", False),
        ("Who will sign the joint statement on behalf of Japan?", "สหรัฐฯ", "th", True),
        ("ใครเซ็นแทนญี่ปุ่น", "สหรัฐอเมริกา", "th", True),
        ("Who leads for Thailand?", "นายธนา คำแสน รองปลัดกระทรวงคมนาคม", "th", False),
        ("ใครเป็นหัวหน้าคณะไทย", "นายธนา คำแสน รองปลัดกระทรวงพลังงาน", "th", False),
        ("Who spoke for Thailand?", "Ana Berg, secretary of the Ministry of Trade", "en", False),
        ("Who signs for Thailand?", "the Foreign Ministry", "en", False),
        ("ใครจะบินไปลงนามที่อังการา", "ปลัดกระทรวงกลาโหม", "th", False),
        ("Who represents Thailand at the talks?", "รัฐมนตรีว่าการกระทรวงการต่างประเทศ", "th", False),
        ("Who leads the ASEAN mission?", "the foreign minister of Indonesia", "en", False),
        ("Who represents Fiji?", "the foreign minister of Chile", "en", True),
        ("ใครเป็นผู้แทนของฟิจิ", "the foreign minister of Chile", "en", True),
        ("Who represents Fiji?", "Litia Koroi", "en", False),
        ("When does Fiji sign?", "the foreign minister of Chile", "en", False),
    ],
)
def test_an_office_of_another_body(question: str, words: str, language: str, other: bool) -> None:
    assert of_another_body(understand(question), words, language) is other
