import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.chunk import PASSAGE_CHARACTERS, WINDOW_CHARACTERS, chunk, grapheme_boundary
from index.sentences import sentence_spans
from sources import Document
from tests.index.texts import ENGLISH_PART, THAI_PART, boundaries, spelling_holds, texts


def document(text: str, language: str = "th") -> Document:
    return Document.create(title="", text=text, origin="test", language=language)


@settings(max_examples=60, deadline=None)
@given(text=texts(), language=st.sampled_from(["th", "en"]))
def test_offsets_name_the_text_and_no_grapheme_is_parted(text: str, language: str) -> None:
    allowed = boundaries(text)
    end = 0
    for passage in chunk(document(text, language)):
        assert passage.text == text[passage.start : passage.end]
        assert end <= passage.start < passage.end <= passage.start + PASSAGE_CHARACTERS
        assert {passage.start, passage.end} <= allowed
        assert spelling_holds(text, passage.start) and spelling_holds(text, passage.end)
        for start, stop in passage.windows:
            assert passage.start <= start < stop <= passage.end
            assert {start, stop} <= allowed
        for start, stop in passage.sentences:
            assert 0 <= start < stop <= len(passage.text)
            assert {passage.start + start, passage.start + stop} <= allowed
        end = passage.end


@settings(max_examples=60, deadline=None)
@given(text=texts(), language=st.sampled_from(["th", "en"]))
def test_nothing_but_blanks_is_left_out(text: str, language: str) -> None:
    passages = chunk(document(text, language))
    assert _ink("".join(passage.text for passage in passages)) == _ink(text)
    for passage in passages:
        sentences = "".join(passage.text[a:b] for a, b in passage.sentences)
        assert _ink(sentences) == _ink(passage.text)
        if passage.windows:
            covered = {i for a, b in passage.windows for i in range(a, b)}
            left = set(range(passage.start, passage.end)) - covered
            assert all(text[place].isspace() for place in left)


def _ink(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("run", ["ก", "น้ำ", "เที่ยว", "👍🏽", "🇹🇭", "ๆ", "เ", "x"])
def test_a_line_of_ten_thousand_characters_without_a_space(run: str) -> None:
    text = (run * 10_000)[:10_000]
    passages = chunk(document(text))
    assert "".join(passage.text for passage in passages) == text
    assert max(len(passage.text) for passage in passages) <= PASSAGE_CHARACTERS
    assert len(passages) <= 12
    if len(set(run)) > 1:  # a line of lone ๆ or เ has no lawful place
        cuts = {passage.end for passage in passages[:-1]}
        assert cuts <= boundaries(text)
        assert all(spelling_holds(text, cut) for cut in cuts)


def test_one_letter_under_thousands_of_marks_ends() -> None:
    text = "ก" + "่" * 5_000
    assert "".join(passage.text for passage in chunk(document(text))) == text


def test_sentences_are_whole_where_they_fit() -> None:
    text = " ".join(f"Boat number {n} carried {n * 7} baskets of ripe mangoes." for n in range(80))
    passages = chunk(document(text, "en"))
    assert len(passages) == 5
    for passage in passages:
        assert passage.text.startswith("Boat number") and passage.text.endswith("mangoes.")
        assert len(passage.sentences) == passage.text.count("Boat number")


def test_thai_sentences_are_whole_where_they_fit() -> None:
    text = " ".join(f"ชาวบ้านลำที่ {n} ออกเรือไปหาปลาตั้งแต่เช้ามืด แล้วกลับมาขายที่ตลาด" for n in range(60))
    wanted = {end for _, end in sentence_spans(text, "th")}
    passages = chunk(document(text))
    assert len(passages) >= 4
    assert {passage.end for passage in passages} <= wanted


def test_passages_of_a_long_paragraph_are_evenly_filled() -> None:
    text = " ".join(f"Line {n} of the ledger was copied by hand." for n in range(60))
    lengths = [len(passage.text) for passage in chunk(document(text, "en"))]
    assert len(lengths) == 3
    assert max(lengths) - min(lengths) < 100


def test_a_heading_joins_the_paragraph_after_it() -> None:
    text = "News\n\n" + "The bridge was repaired in a week. " * 10
    (passage,) = chunk(document(text.strip(), "en"))
    assert passage.text.startswith("News\n\nThe bridge")


def test_paragraphs_of_some_length_stay_apart() -> None:
    paragraph = "The bridge was repaired in a week, though the river ran high and the rope broke. "
    text = (paragraph * 3).strip() + "\n\n" + (paragraph * 4).strip()
    assert [passage.text for passage in chunk(document(text, "en"))] == text.split("\n\n")


def test_windows_overlap_and_are_about_the_wanted_size() -> None:
    text = " ".join(f"Clerk {n} counted the coins twice, then locked the chest." for n in range(16))
    (passage,) = chunk(document(text, "en"))
    size = WINDOW_CHARACTERS["en"]
    assert all(b - a < 2 * size for a, b in passage.windows)
    pairs = list(zip(passage.windows, passage.windows[1:], strict=False))
    assert pairs and all(after[0] < before[1] for before, after in pairs)


def test_a_short_passage_has_no_window() -> None:
    (passage,) = chunk(document("ฝนตกหนักทั้งคืน"))
    assert passage.windows == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n \n"])
def test_an_empty_text_has_no_passage(text: str) -> None:
    assert chunk(document(text)) == []


@pytest.mark.parametrize(
    ("text", "position", "wanted"),
    [
        ("น้ำตก", 1, 0),  # before a tone mark
        ("น้ำตก", 2, 0),  # before sara am
        ("น้ำตก", 3, 3),
        ("เกาะ", 1, 0),  # after a leading vowel
        ("เกาะ", 3, 0),  # sara a belongs to its syllable
        ("มาก ๆ", 4, 3),  # maiyamok stays with the space before it
        ("ฯลฯ", 2, 1),  # paiyannoi
        ("๒๕๖๓", 2, 2),
        ("a👍🏽b", 2, 1),
        ("🇹🇭🇱🇦", 2, 2),
        ("🇹🇭🇱🇦", 3, 2),
        ("a\r\nb", 2, 1),
        ("abc", 9, 9),
    ],
)
def test_grapheme_boundary(text: str, position: int, wanted: int) -> None:
    assert grapheme_boundary(text, position) == wanted


def test_a_document_in_both_languages_is_cut_between_them() -> None:
    text = f"{THAI_PART}\n\nFix-It\n\n{ENGLISH_PART}\n\nสรุป\n\n{THAI_PART}"
    passages = chunk(document(text))
    assert [passage.language for passage in passages] == ["th", "en", "th"]
    assert [passage.text.splitlines()[0] for passage in passages] == [
        THAI_PART,
        ENGLISH_PART,
        THAI_PART,
    ]
    assert [ENGLISH_PART[a:b] for a, b in passages[1].sentences if b <= len(ENGLISH_PART)] == [
        "The centre lends tools for two hours at a time.",
        ENGLISH_PART[ENGLISH_PART.index("Eleven") :],
    ]


def test_a_name_or_a_number_alone_tells_no_language() -> None:
    text = f"UNESCO World Heritage Committee\n\n12 345\n\n{THAI_PART}"
    assert {passage.language for passage in chunk(document(text))} == {"th"}
    assert {passage.language for passage in chunk(document("USAID 2020", "th"))} == {"th"}
