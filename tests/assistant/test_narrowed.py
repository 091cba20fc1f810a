"""Those of a list that lie in a region, and the others of it."""

import pytest

from assistant.extractive import Extractive
from assistant.narrowed import narrowed
from assistant.question import understand
from assistant.regions import region_in
from tests.assistant.fakes import hit, marking

PARTNERS = "อาเซียน-ชิลี อาเซียน-เคนยา อาเซียน-นอร์เวย์ และอาเซียน-ฟิจิ"
THAI = f"เอกสารฉบับนี้ว่าด้วยหุ้นส่วนระหว่าง{PARTNERS}"
ENGLISH = "The treaty was joined by Chile, Kenya, Norway and Fiji."


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Which African country signs?", "KE", "NO"),
        ("countries in Southeast Asia", "LA", "JP"),
        ("ประเทศในเอเชียตะวันออกเฉียงใต้", "LA", "JP"),
        ("ชาติในแอฟริกา", "ZA", "BR"),
        ("the Caribbean nation", "CU", "BR"),
        ("ประเทศแถบละตินอเมริกา", "CU", "CA"),
        ("ประเทศในตะวันออกกลาง", "JO", "EG"),
    ],
)
def test_a_region_holds_its_countries(text: str, inside: str, outside: str) -> None:
    found = region_in(text)
    assert found is not None
    assert inside in found[1]
    assert outside not in found[1]


@pytest.mark.parametrize(
    "text",
    ["South Africa", "แอฟริกาใต้", "the Asia-Pacific", "เอเชียแปซิฟิก", "Africa or Europe?", "Kenya"],
)
def test_no_region_or_several(text: str) -> None:
    assert region_in(text) is None


@pytest.mark.parametrize(
    ("question", "listing"),
    [
        ("Which African country joins the treaty?", "Which country joins the treaty?"),
        ("An African country joins too. Which one?", "A country joins too. Which one?"),
        ("Which of the partners are in Asia?", "Which are the partners?"),
        ("Which country over in Europe signed?", "Which country signed?"),
        ("ประเทศใดในทวีปแอฟริกาที่เข้าร่วม", "ประเทศใดที่เข้าร่วม"),
        ("Besides Kenya, which countries joined?", "which countries joined?"),
        ("นอกจากเคนยาแล้วประเทศใดเข้าร่วมบ้าง", "ประเทศใดเข้าร่วมบ้าง"),
        ("Who chairs the meeting in Africa?", None),
        ("Which countries sign the treaty in Southeast Asia?", None),
        ("Is Kenya in Africa?", None),
        ("นอกจากนี้มีประเทศใดบ้าง", None),
    ],
)
def test_the_question_for_the_whole_list(question: str, listing: str | None) -> None:
    asked = narrowed(understand(question))
    assert (" ".join(asked.listing.text.split()) if asked else None) == listing


@pytest.mark.parametrize(
    ("question", "words", "short"),
    [
        ("Which African country joined?", "Chile, Kenya, Norway and Fiji", "Kenya"),
        ("Which country in Latin America joined?", "Chile, Kenya, Norway and Fiji", "Chile"),
        ("Besides Norway, which countries joined?", "Chile, Kenya, Norway and Fiji",
         "Chile, Kenya and Fiji"),
        ("ประเทศใดในโอเชียเนียที่เข้าร่วม", "Chile, Kenya, Norway and Fiji", "ฟิจิ"),
        ("ประเทศใดในยุโรปเป็นหุ้นส่วน", PARTNERS, "อาเซียน-นอร์เวย์"),
        ("นอกจากชิลีแล้วมีประเทศใดเป็นหุ้นส่วนอีกบ้าง", PARTNERS,
         "อาเซียน-เคนยา อาเซียน-นอร์เวย์ และอาเซียน-ฟิจิ"),
    ],
)  # fmt: skip
def test_those_of_the_list_that_are_asked_for(question: str, words: str, short: str) -> None:
    source = hit(ENGLISH, "en") if words in ENGLISH else hit(THAI, "th")
    answer = Extractive(marking(words)).answer(understand(question), [source])
    assert (answer.short, answer.abstained) == (short, False)
    assert words.split()[0] in answer.claims[0].citations[0].quote


def test_a_country_elsewhere_is_no_answer() -> None:
    asked = understand("Which Caribbean nation joined the treaty?")
    answer = Extractive(marking("Chile, Kenya, Norway and Fiji")).answer(
        asked, [hit(ENGLISH, "en")]
    )
    assert answer.abstained


def test_one_left_out_must_be_in_the_list() -> None:
    asked = narrowed(understand("Besides Japan, which countries joined the treaty?"))
    assert asked is not None
    assert asked.kept("Chile, Kenya, Norway and Fiji", "en") == ""
