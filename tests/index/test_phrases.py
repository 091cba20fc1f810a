from index.phrases import phrases, phrases_score


def test_words_side_by_side_in_both_count() -> None:
    asked = phrases("Who led the black death study?", "en")
    found = phrases_score(
        asked,
        ["A study of the black death was published.", "Death came in black.", "Nothing at all."],
        "en",
    )
    assert asked == {("lead", "black"), ("black", "death"), ("death", "studi")}
    assert found == [1 / 3, 0.0, 0.0]


def test_thai_words_are_segmented_and_numbers_are_in_normal_form() -> None:
    asked = phrases("งบประมาณปี ๒๕๖๓", "th")
    assert ("ปี", "2020") in asked
    same, other = phrases_score(asked, ["งบประมาณปี 2563 เพิ่มขึ้น", "งบประมาณของปีอื่น"], "th")
    assert same == 1.0 and other < 1.0


def test_a_single_word_has_no_phrase() -> None:
    assert phrases_score(phrases("ASEAN?", "en"), ["ASEAN is here"], "en") == [0.0]
