"""Answers of the reader to its own training questions: which are right."""

import pytest

from assistant.reading import Span
from training.tempted import answered, judged

TEXT = "The new pier is 120 metres long. It will open in May 2027."


class Pointing:
    """A reader that points at set words."""

    def __init__(self, words: str) -> None:
        self.words = words

    def read(self, question, passages, best=4):
        start = passages[0].find(self.words)
        return [[Span(start, start + len(self.words), 3.0)] if start >= 0 else []]


@pytest.mark.parametrize(
    ("found", "answer", "right"),
    [
        ("May 2027", "May 2027", True),
        ("in May 2027", "May 2027", True),
        ("120 metres long", "May 2027", False),
        ("It will open in May 2027", "2027", None),
        ("May 2027", "", False),
    ],
)
def test_an_answer_is_right_where_it_is_mostly_the_one_wanted(found, answer, right):
    start = TEXT.index(found)
    assert judged((start, start + len(found)), TEXT, answer) is right


def test_what_the_reader_answers_is_kept_with_its_place():
    row = answered(Pointing("May 2027"), "When?", TEXT, "May 2027")
    assert row["right"] is True
    assert TEXT[row["start"] : row["end"]] == "May 2027"
    assert answered(Pointing("nowhere"), "When?", TEXT, "May 2027") is None
    assert answered(Pointing("It will open in May 2027"), "When?", TEXT, "2027") is None
