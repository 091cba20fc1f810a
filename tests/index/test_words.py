import sys
import threading

import pytest
from pythainlp.util import Trie

from index.dictionary import Dictionary
from index.words import english_terms, number_term, segment, stem, tokens, unaccented
from sources import normalise


def words(text: str) -> list[tuple[str, str]]:
    return list(tokens(normalise(text).text))


def test_thai_is_cut_into_words() -> None:
    assert segment("ชาวบ้านขายผลไม้ในตลาดน้ำ") == ["ชาวบ้าน", "ขาย", "ผลไม้", "ใน", "ตลาดน้ำ"]


@pytest.mark.parametrize("text", ["น้ำ", "กำลัง", "ทำนา", "เก็บข้าว"])
def test_cutting_loses_no_letter(text: str) -> None:
    assert "".join(segment(text)) == text


def test_sara_am_is_one_letter_however_it_was_typed() -> None:
    assert words("น้ำ") == words("นํ้า") == words("น\u0e4d\u0e49า") == [("thai", "น้ำ")]


def test_tone_and_vowel_in_either_order() -> None:
    assert words("ที่") == words("ท\u0e48\u0e35")


def test_zero_width_characters_change_nothing() -> None:
    assert words("ตลาด\u200bน้ำ\ufeff") == words("ตลาดน้ำ")


def test_repetition_and_ellipsis_are_no_words_of_their_own() -> None:
    assert [word for _, word in words("ต่าง ๆ ฯลฯ ๆ ฯ")] == ["ต่าง", "ฯลฯ"]


@pytest.mark.parametrize("year", ["๒๕๖๓", "2563", "2,563", "2020", "๒๐๒๐"])
def test_a_year_is_the_same_in_both_eras_and_digits(year: str) -> None:
    assert words(f"ปี {year}")[-1] == ("number", "2020")


@pytest.mark.parametrize(
    ("digits", "wanted"),
    [
        ("45,000", "45000"),
        ("3.14", "3.14"),
        ("112", "112"),
        ("2399", "2399"),
        ("2400", "1857"),
        ("2639", "2096"),
        ("2640", "2640"),
        ("2563.5", "2563.5"),
    ],
)
def test_normal_form_of_numbers(digits: str, wanted: str) -> None:
    assert number_term(digits) == wanted


def test_scripts_are_told_apart() -> None:
    assert words("โครงการ JUMPP ปี 63") == [
        ("thai", "โครงการ"),
        ("latin", "jumpp"),
        ("thai", "ปี"),
        ("number", "63"),
    ]


def test_english_terms_are_stems_without_stop_words() -> None:
    assert english_terms("The Ministers of 10 countries were meeting") == [
        "minist",
        "10",
        "countri",
        "meet",
    ]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("men", "man"), ("children", "child"), ("lost", "lose"), ("won", "win"), ("wrote", "write"),
        ("written", "writing"), ("worse", "bad"), ("crises", "crisis"), ("Women", "woman"),
    ],
)  # fmt: skip
def test_irregular_forms_have_the_stem_of_their_base_form(form: str, base: str) -> None:
    assert stem(form) == stem(base)


def test_forms_of_stop_words_are_no_terms() -> None:
    assert english_terms("It was done; he has had it") == []


def test_accents_and_case_do_not_matter() -> None:
    assert english_terms("CAFÉ Café cafe\u0301") == ["cafe", "cafe", "cafe"]
    assert unaccented("น้ำ é") == "น้ำ e"


def test_stems_are_right_from_many_threads_at_once() -> None:
    endings = ["ing", "ed", "s", "ness", "fulness", "ization"]
    sample = [f"{head}{end}" for head in ("hope", "port", "mark", "rain") for end in endings]
    wanted = {word: stem.__wrapped__(word) for word in sample}
    wrong: list[object] = []

    def check() -> None:
        for word in sample * 20:
            try:
                found: object = stem.__wrapped__(word)
            except Exception as error:
                found = error
            if found != wanted[word]:
                wrong.append((word, found))

    pause = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=check) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(pause)
    assert wrong == []


def test_dictionary_finds_the_words_that_begin_at_a_place() -> None:
    dictionary = Dictionary(["ตลาด", "ตลาดน้ำ", "ต", "น้ำ", " ตา "])
    assert dictionary.prefixes("ตลาดน้ำ") == ["ต", "ตลาด", "ตลาดน้ำ"]
    assert dictionary.prefixes("ตลาดน้ำ", 4) == ["น้ำ"]
    assert dictionary.prefixes("ตลาด", 4) == []
    assert len(dictionary) == 5 and "ตา" in dictionary and sorted(dictionary)[0] == "ต"


def test_dictionary_agrees_with_the_trie_that_it_stands_in_for() -> None:
    known = ["ตา", "ตาก", "ตากลม", "กลม", "ลม", "ก", "มะ", "มะม่วง"]
    dictionary, trie = Dictionary(known), Trie(known)
    text = "ตากลมมะม่วงกลมตา"
    for place in range(len(text)):
        assert sorted(dictionary.prefixes(text, place)) == sorted(trie.prefixes(text, place))
