"""The words of a question that a passage should have."""

import pytest

from assistant.coverage import asked_words, unmet


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Can you tell me who announced the meeting, please?", ["announced", "meeting"]),
        ("According to the article, which countries signed?", ["countries", "signed"]),
        ("I'd like to know what happened to the budget, thanks", ["budget"]),
        ("อยากรู้ว่าใครเป็นประธาน ช่วยไล่ให้หน่อย", ["เป็นประธาน"]),
        ("ตามข่าวนี้ ใครเป็นผู้แถลง", ["แถลง"]),
        ("What did they say?", ["say"]),  # of nothing else is asked
    ],
)
def test_words_of_asking_are_left_out(question: str, words: list[str]) -> None:
    assert [written for written, _ in asked_words(question)] == words


def test_they_count_in_a_claim_and_not_in_a_question() -> None:
    said, told = "Please tell me the budget", "The budget is small."
    assert unmet(said, "en", told, "en") > 0
    assert unmet(said, "en", told, "en", related=True) == 0
