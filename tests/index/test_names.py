import pytest

from index.analysis import passage_terms, question_terms
from index.names import (
    asked_in_english,
    heard_key,
    latin_key,
    thai_name_terms,
)


@pytest.mark.parametrize(
    ("latin", "thai"),
    [
        ("Wannachu", "วรรณชู"),
        ("Namtan", "น้ำตาล"),
        ("Thammasat", "ธรรมศาสตร์"),
        ("Anuphap", "อนุภาพ"),
        ("Kamon", "กมล"),
        ("Sit", "สิทธิ์"),
    ],
)
def test_thai_names_have_the_key_of_how_they_sound(latin: str, thai: str) -> None:
    assert heard_key(thai) == latin_key(latin)


def test_a_name_of_known_words_stands_between_blanks() -> None:
    (terms,) = thai_name_terms(["นายสมชาย ประสาน เดินทางถึงเมือง"])
    assert asked_in_english("Prasan").keys() <= terms.keys()


def test_common_english_words_are_no_names() -> None:
    assert asked_in_english("markets") == asked_in_english("the") == {}
    assert asked_in_english("zorbanite") and asked_in_english("Nakamura")


def test_longer_keys_are_surer() -> None:
    (short,) = asked_in_english("Karmen").values()
    (long,) = asked_in_english("Nakamura").values()
    assert 0 < short <= long == 1.0


def test_an_english_question_finds_a_thai_name_that_no_list_has() -> None:
    name = question_terms("visited Nakamura", "en")["gloss"][1]
    held = passage_terms("นายนากามูระเดินทางมาถึง", "th")["gloss"]
    assert asked_in_english("Nakamura").keys() <= name.keys() & held.keys()
