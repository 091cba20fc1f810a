import pytest

from index.analysis import gloss, passage_terms, question_terms
from index.compounds import parts, without_pieces
from index.words import segment, stem

MINISTER = "รัฐมนตรีว่าการกระทรวงการต่างประเทศ"


def test_a_compound_has_its_words_as_parts_and_theirs() -> None:
    assert segment(MINISTER) == [MINISTER]
    assert {"รัฐมนตรี", "กระทรวง", "ต่างประเทศ"} <= set(parts(MINISTER))


@pytest.mark.parametrize("word", ["ปลา", "มะม่วง", "ประเทศ", "กขฃ", "ก", ""])
def test_a_word_that_is_no_compound_has_no_parts(word: str) -> None:
    assert parts(word) == ()


def test_function_words_and_short_words_are_no_parts() -> None:
    assert parts("การเดินทาง") == ("เดินทาง", "เดิน")


def test_parts_count_for_less_than_words() -> None:
    terms = passage_terms(MINISTER, "th")["th"]
    assert terms[MINISTER] == 1.0
    assert 0 < terms["กระทรวง"] < 1.0
    asked = question_terms(MINISTER, "th")["th"]
    assert {MINISTER: 1.0} in asked and {"กระทรวง": 0.5} in asked


def test_glosses_of_parts_count_for_less_than_a_words_own() -> None:
    (group,) = question_terms("นายกรัฐมนตรี", "th")["en"]
    assert group[stem("prime")] == 1.0
    assert 0 < group[stem("chairman")] < dict(gloss("นายก"))[stem("chairman")]


def test_pieces_of_an_unknown_name_are_left_out() -> None:
    words = [("thai", word) for word in ("พระ", "ฮฮรฮ", "ลา", "ไป")]
    assert [word for _, word in without_pieces(words)] == ["พระ", "ไป"]


def test_short_words_alone_stay() -> None:
    words = [("thai", "ตา"), ("thai", "ดี"), ("number", "2")]
    assert list(without_pieces(words)) == words
