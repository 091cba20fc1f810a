"""What a passage is read after: what its document says elsewhere of what is asked about."""

from dataclasses import replace

from assistant.extractive import Extractive
from assistant.question import understand
from assistant.reading import Span, shipped_reader
from assistant.setting import read_in_setting, setting
from index import Hit
from tests.assistant.fakes import FakeReader, hit

TITLE = "Divers map a sunken town"
NAMED = "The harbour, known as Port Mirel, lies nine metres under the sea."
TOLD = "Surveying began in March 2019 and took two summers."
THAI_TITLE = "เปิดใช้ประตูระบายน้ำท่าตะกร้อ"
THAI_TOLD = "วงเงินก่อสร้างรวม 1,284 ล้านบาท ใช้เวลา 4 ปี"


def article(title: str, language: str, *texts: str) -> list[Hit]:
    """Return hits of the passages of one document."""
    hits = [hit(text, language, title=title) for text in texts]
    return [
        replace(one, passage=replace(one.passage, id=number, document_id="d"))
        for number, one in enumerate(hits)
    ]


def test_the_lead_has_the_words_that_the_passage_lacks() -> None:
    told, named = article(TITLE, "en", TOLD, NAMED)
    asked = understand("When did surveying begin at Port Mirel?")
    assert setting(asked, told, [told, named]) == f"{NAMED}\n"
    assert setting(understand("When did divers begin?"), told, [told, named]) == f"{TITLE}\n"
    asked = understand("When did divers begin at Port Mirel?")
    assert setting(asked, told, [told, named]) == f"{TITLE}\n{NAMED}\n"


def test_nothing_is_read_before_a_passage_that_says_all_or_what_nobody_says() -> None:
    told, named = article(TITLE, "en", TOLD, NAMED)
    assert setting(understand("How long did surveying take?"), told, [told, named]) == ""
    assert setting(understand("When did the bakery open?"), told, [told, named]) == ""


def test_another_document_lends_nothing() -> None:
    (told,) = article(TITLE, "en", TOLD)
    asked = understand("When did surveying begin at Port Mirel?")
    assert setting(asked, told, [told, hit(NAMED, "en", title="Another")]) == ""


def test_a_thai_question_meets_an_english_title_by_the_lexicon() -> None:
    told, _ = found = article("Fishing port opens", "en", TOLD, "It rained.")
    assert setting(understand("การสำรวจที่ท่าเรือเริ่มเมื่อไร"), told, found) == "Fishing port opens\n"


def test_spans_are_those_of_the_passage() -> None:
    hits = article(THAI_TITLE, "th", THAI_TOLD)
    asked = understand("ประตูระบายน้ำท่าตะกร้อใช้งบเท่าไร")
    assert setting(asked, hits[0], hits) == f"{THAI_TITLE}\n"
    ((best, *_),) = read_in_setting(shipped_reader(), asked, hits, hits)
    assert THAI_TOLD[best.start : best.end].strip() == "1,284 ล้านบาท"


def test_no_answer_is_taken_from_what_stands_before() -> None:
    class Both(FakeReader):
        def read(self, question: str, passages: object, best: int = 4) -> list[list[Span]]:
            lead = len(f"{NAMED}\n")
            return [[Span(0, 5, 9.0), Span(lead - 1, lead + 9, 5.0), Span(3, lead + 2, 1.0)]]

    told, named = article(TITLE, "en", TOLD, NAMED)
    asked = understand("When did surveying begin at Port Mirel?")
    ((first, second),) = read_in_setting(Both(), asked, [told], [told, named])
    assert (first.start, first.end, first.score) == (0, 9, 5.0)
    assert (second.start, second.end) == (0, 2)


def test_a_name_that_only_the_article_has_is_no_reason_to_refuse() -> None:
    hits = article(
        "Archaeologists map Port Mirel",
        "en",
        "The survey began in March 2019 and took two summers. It cost 40,000 euros.",
        NAMED,
    )
    answer = Extractive(shipped_reader()).answer(
        understand("When did the survey of Port Mirel begin?"), hits
    )
    assert answer.short == "March 2019"


def test_an_acronym_is_spelt_out_from_a_passage_that_is_not_read() -> None:
    others = [f"The fair of {year} drew many." for year in range(2001, 2006)]
    last = "Patients go to the Village Health Promotion Unit (VHPU) first."
    hits = article("Village fairs", "en", *others, last)
    answer = Extractive(FakeReader()).answer(understand("What does VHPU stand for?"), hits)
    assert answer.short == "Village Health Promotion Unit"
