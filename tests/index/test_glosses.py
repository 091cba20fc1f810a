import re

import pytest

from index.analysis import gloss, passage_terms, question_terms
from index.bilingual import lexicon
from index.names import latin_key, names_score, passage_keys, question_keys, thai_key
from index.words import stem
from sources import normalise

THAI_DIGIT = re.compile("[๐-๙]")


def test_the_lexicon_works_in_both_directions() -> None:
    assert "market" in lexicon().english["ตลาด"]
    assert "ตลาด" in lexicon().thai["market"]
    assert lexicon().names["วอชิงตัน"] == "Washington"
    assert lexicon().thai_names["washington"] == "วอชิงตัน"


def test_headwords_are_in_the_form_that_is_searched() -> None:
    words = [word for word in lexicon().english if not THAI_DIGIT.search(word)]
    assert [word for word in words if normalise(word).text != word] == []


def test_glosses_are_stems_by_usual_sense() -> None:
    glosses = gloss("ตลาด")
    assert glosses[0] == (stem("market"), 1.0)
    weights = [weight for _, weight in glosses]
    assert weights == sorted(weights, reverse=True)


def test_an_unknown_word_has_no_gloss() -> None:
    assert gloss("ฆฆฆฆ") == ()


def test_a_thai_passage_is_searched_in_thai_and_by_its_glosses() -> None:
    fields = passage_terms("ตลาด ตลาด ปี 2563", "th")
    assert fields["th"] == {"ตลาด": 2.0, "ปี": 1.0, "2020": 1.0}
    assert fields["gloss"][stem("market")] >= 2.0
    assert fields["gloss"]["2020"] == 1.0


def test_an_english_passage_is_searched_in_english() -> None:
    assert passage_terms("The markets, a market, 2020", "en") == {
        "en": {"market": 2.0, "2020": 1.0}
    }


def test_questions_search_the_fields_of_both_languages() -> None:
    english = question_terms("Which market?", "en")
    assert english == {"en": [{"market": 1.0}], "gloss": [{"market": 1.0}]}
    thai = question_terms("ตลาด", "th")
    assert thai["th"] == [{"ตลาด": 1.0}]
    assert thai["en"][0]["market"] == 1.0


def test_function_words_of_a_thai_question_ask_for_nothing_in_english() -> None:
    assert gloss("ได้") and gloss("ไป")
    assert question_terms("ได้ไปตลาดอะไร", "th")["en"] == question_terms("ตลาด", "th")["en"]


@pytest.mark.parametrize(
    ("latin", "thai"),
    [
        ("Norman", "นอร์แมน"),
        ("Mekong", "แม่โขง"),
        ("Nakamura", "นากามูระ"),
        ("Sommai", "สมหมาย"),
        ("Surin", "สุรินทร์"),
    ],
)
def test_a_name_has_one_key_in_both_scripts(latin: str, thai: str) -> None:
    assert latin_key(latin) == thai_key(thai) != ""


def test_names_are_compared_across_scripts() -> None:
    passages = [passage_keys("นายนากามูระเดินทางมาถึง", "th"), passage_keys("ฝนตกหนักในเมือง", "th")]
    scores = names_score(question_keys("When did Nakamura arrive?", "en"), passages, "th")
    assert scores[0] > scores[1] == 0.0


def test_without_names_nothing_is_compared() -> None:
    assert question_keys("when did it rain?", "en") == frozenset()
    assert names_score(frozenset(), ["NKML", ""], "th") == [0.0, 0.0]
