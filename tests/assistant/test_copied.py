"""Claims in the very words of their evidence, and such with a negation or number changed."""

import pytest

from assistant.copied import Copy, copy_of

LOAN = "Under the pact Japan lent Laos 320 million dollars on 14 June 2022, but sent no engineers."
THAI = "คณะกรรมการจะเริ่มก่อสร้างอาคารหลังใหม่ในปี 2571 แต่ไม่ได้เปิดให้ประชาชนเข้าชม"


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Japan lent Laos 320 million dollars.", LOAN, "en"),
        ("JAPAN lent Laos 320 million dollars on 14 June 2022", LOAN, "en"),
        ("Japan lent Laos 320 million dollars on 14 June 2022, but sent no engineers.", LOAN, "en"),
        ("คณะกรรมการจะเริ่มก่อสร้างอาคารหลังใหม่ในปี 2571", THAI, "th"),
        ("คณะกรรมการจะเริ่มก่อสร้างอาคารหลังใหม่ในปี 2028", THAI, "th"),
        ("ไม่ได้เปิดให้ประชาชนเข้าชม", THAI, "th"),
    ],
)
def test_the_evidence_s_own_words_are_verbatim(claim: str, evidence: str, language: str) -> None:
    assert copy_of(claim, evidence, language) == Copy(near=True, verbatim=True)


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Japan did not lend Laos 320 million dollars.", LOAN, "en"),
        ("Under the pact Japan never lent Laos 320 million dollars on 14 June 2022.", LOAN, "en"),
        ("Under the pact Japan lent Laos 320 million dollars, but sent engineers.", LOAN, "en"),
        ("The bridge is open.", "The bridge is not open to lorries.", "en"),
        ("The bridge wasn't built in 1986.", "The bridge was built in 1986 by the army.", "en"),
        ("คณะกรรมการจะไม่เริ่มก่อสร้างอาคารหลังใหม่ในปี 2571", THAI, "th"),
        ("คณะกรรมการไม่ได้จะเริ่มก่อสร้างอาคารหลังใหม่", THAI, "th"),
        ("เปิดให้ประชาชนเข้าชม", THAI, "th"),
        ("เด็กยังได้รับธาตุเหล็กเพียงพอ", "เตือนว่าเด็กยังได้รับธาตุเหล็กไม่เพียงพอ", "th"),
    ],
)
def test_a_negation_more_or_less_in_them_is_told(claim: str, evidence: str, language: str) -> None:
    found = copy_of(claim, evidence, language)
    assert found.near
    assert found.negated
    assert not found.verbatim
    assert not found.renumbered


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Japan lent Laos 330 million dollars on 14 June 2022.", LOAN, "en"),
        ("Japan lent Laos 320 million dollars on 15 June 2022.", LOAN, "en"),
        ("คณะกรรมการจะเริ่มก่อสร้างอาคารหลังใหม่ในปี 2572", THAI, "th"),
        ("ยานจันทรา-2 โคจรรอบดวงจันทร์อยู่ในขณะนี้", "ยานจันทรา-1 โคจรรอบดวงจันทร์อยู่ในขณะนี้", "th"),
    ],
)
def test_another_number_in_them_is_told(claim: str, evidence: str, language: str) -> None:
    found = copy_of(claim, evidence, language)
    assert (found.near, found.renumbered, found.verbatim) == (True, True, False)


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Laos got a loan of 320 million dollars.", LOAN, "en"),
        ("Tokyo did not keep the money for itself.", LOAN, "en"),
        ("Yes.", LOAN, "en"),
        ("", LOAN, "en"),
        ("The Japanese pact on dollars and engineers of June.", LOAN, "en"),
        ("อาคารใหม่ยังสร้างไม่เสร็จ", THAI, "th"),
    ],
)
def test_other_words_are_no_copy(claim: str, evidence: str, language: str) -> None:
    assert copy_of(claim, evidence, language) == Copy()


def test_a_word_changed_is_neither_verbatim_nor_told() -> None:
    claim = "Under the pact Japan gave Laos 320 million dollars on 14 June 2022."
    assert copy_of(claim, LOAN, "en") == Copy(near=True)


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Jones beat Smith.", "Smith beat Jones in the final of 2019.", "en"),
        ("The tunnel is longer than the bridge.", "The bridge is longer than the tunnel.", "en"),
        ("The mill paid the town 5 million.", "The town paid the mill 5 million in May.", "en"),
        (
            "บริษัท นครเหนือ ชนะการประมูลเหนือบริษัท ศิลาใต้",
            "โดยบริษัท ศิลาใต้ จำกัด ชนะการประมูลเหนือบริษัท นครเหนือ จำกัด",
            "th",
        ),
        ("เทศบาลมอบเงิน 12 ล้านบาทให้มูลนิธิ", "มูลนิธิมอบเงิน 12 ล้านบาทให้เทศบาลเพื่อขุดลอกคลอง", "th"),
    ],
)
def test_two_that_have_changed_places_are_told(claim: str, evidence: str, language: str) -> None:
    assert copy_of(claim, evidence, language).swapped


@pytest.mark.parametrize(
    ("claim", "evidence", "language"),
    [
        ("Smith beat Jones.", "Smith beat Jones in the final of 2019.", "en"),
        ("Jones was beaten by Smith.", "Smith beat Jones in the final of 2019.", "en"),
        ("Jones was defeated by Smith.", "Smith defeated Jones in the final.", "en"),
        ("Laos, Vietnam and Japan signed it.", "Japan, Vietnam and Laos signed it.", "en"),
        ("Jones met Smith.", "Smith met Jones in the final.", "en"),
        ("In 2019 the company opened the mill.", "The company opened the mill in 2019.", "en"),
        ("The tunnel is shorter than the bridge.", "The bridge is longer than the tunnel.", "en"),
        ("ร้านที่เก่าแก่ที่สุดคือร้านของป้า", "ร้านของป้าคือร้านที่เก่าแก่ที่สุด", "th"),
        ("เทศบาลได้รับเงิน 12 ล้านบาทจากมูลนิธิ", "มูลนิธิมอบเงิน 12 ล้านบาทให้เทศบาล", "th"),
    ],
)
def test_what_says_the_same_the_other_way_round_has_not_changed_places(
    claim: str, evidence: str, language: str
) -> None:
    assert not copy_of(claim, evidence, language).swapped
