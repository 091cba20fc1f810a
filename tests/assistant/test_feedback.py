"""What is said of answers is kept, and can be taken back."""

from dataclasses import replace
from pathlib import Path

from assistant import Answer, Feedback

OPENED = Answer("When did it open?", "en", "5 March 2022", "5 March 2022", False, 0.9)


def told(feedback: Feedback) -> list[tuple[str, bool]]:
    return [(rating.answer["answer"], rating.good) for rating in feedback.ratings()]


def test_a_rating_is_taken_back_and_the_others_stay(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    other = replace(OPENED, text="On 5 March 2022, says the city.")
    feedback.rate(OPENED, good=True)
    feedback.rate(other, good=False)
    feedback.withdraw(OPENED.question, OPENED.text)
    assert told(feedback) == [(other.text, False)]
    feedback.rate(OPENED, good=False)
    assert told(feedback) == [(other.text, False), (OPENED.text, False)]


def test_taking_back_what_was_not_said_changes_nothing(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path)
    feedback.withdraw(OPENED.question, OPENED.text)
    assert list(tmp_path.iterdir()) == []  # not even a file is made
    feedback.rate(OPENED, good=True)
    feedback.withdraw("Another question?", OPENED.text)
    feedback.withdraw(OPENED.question, "Another answer")
    assert told(feedback) == [(OPENED.text, True)]
