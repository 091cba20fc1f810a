"""How surely a yes or no is decided, fitted on questions of people."""

import json
import random

import numpy as np
import pytest

from evals.corpus import read_corpus, read_set
from evals.schema import Question
from training.polar import WEIGHED, Asked, answer_of, ask, fit, left_out
from training.table import area_under

ARTICLE = """# The library by the canal

The library by the canal opened on 4 March 2019 and is closed on Mondays.

Children borrow books free of charge; adults pay 40 baht a year.
"""
ASKED = (
    ("Is the library closed on Mondays?", ["yes", "ใช่"]),
    ("Do children have to pay to borrow books?", ["no", "ไม่ใช่"]),
    ("When did the library open?", ["2019"]),
)


def rows(count: int = 300) -> list[Asked]:
    """Return questions that the reader's score decides, with the words telling nothing."""
    rng = random.Random(1)
    made = []
    for number in range(count):
        answerable = rng.random() < 0.6
        told = dict.fromkeys([*WEIGHED, "strange", "clash"], 0.0)
        told |= {"reader": rng.gauss(4.0 if answerable else 0.0, 2.0)}
        told |= {"words": rng.random(), "affirmed": rng.random()}
        made.append(Asked(f"article {number % 9}", "en-th", answerable, answerable, told))
    return made


def test_what_decides_weighs_and_what_does_not_hardly_does() -> None:
    weights = fit(rows())
    assert weights["reader"] > 0.5
    assert abs(weights["words"]) < 1.0
    assert abs(weights["affirmed"]) < 1.0


def test_articles_left_out_are_told_apart_too() -> None:
    asked = rows()
    sure = left_out(asked)
    can = np.array([row.answerable for row in asked])
    assert 0.85 < area_under(list(sure[can]), list(sure[~can])) < 0.99


@pytest.mark.parametrize(
    ("facts", "yes"),
    [
        ((("ใช่", "yes"),), True),
        ((("ไม่ใช่", "No", "ไม่"), ("ขาดทุน",)), False),
        ((("2019",),), None),
        ((), None),
    ],
)
def test_a_right_answer_is_read_off_the_first_fact(facts, yes):
    question = Question(id="q", question="Is it?", lang="en", kind="yes_no", facts=facts)
    assert answer_of(question) is yes


def test_a_set_is_asked_of_the_article_beside_it(tmp_path):
    (tmp_path / "library.en.md").write_text(ARTICLE, encoding="utf-8")
    lines = [
        {"id": f"q{number}", "question": asked, "lang": "en", "kind": "what", "facts": [facts],
         "reference": "", "evidence": ["The library by the canal"], "answerable": True}
        for number, (asked, facts) in enumerate(ASKED)
    ]  # fmt: skip
    path = tmp_path / "library.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    asked = read_set(str(path))
    found = list(ask(asked, read_corpus([str(tmp_path / "library.en.md")], asked)))
    assert [row.right for row in found] == [True, True]  # when it opened is no yes or no
    assert {row.pair for row in found} == {"en-en"}
