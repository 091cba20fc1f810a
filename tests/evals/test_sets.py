"""The shipped question sets fit their articles."""

from pathlib import Path

import pytest

import evals
from evals.corpus import read_corpus, read_set

SETS = Path(evals.__file__).with_name("sets")
ARTICLES = sorted(SETS.glob("*.md"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_piece_of_evidence_stands_in_its_article(article: Path) -> None:
    asked = read_set(str(SETS / f"{article.name.split('.')[0]}.jsonl"))
    (document,) = read_corpus([str(article)], asked).documents.values()
    questions = asked.questions
    assert {question.lang for question in questions} == {"th", "en"}
    for question in questions:
        assert question.answerable == bool(question.evidence) == bool(question.facts), question.id
        for quote in question.evidence:
            assert quote in document.text, question.id


def test_there_are_articles_of_each_language_and_a_mixed_one() -> None:
    assert {article.name.split(".")[1] for article in ARTICLES} == {"th", "en", "mixed"}
