"""SQuAD files, corpora, and the join of one language's questions with the other's passages."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from evals.corpus import SHIPPED, Corpus, indexed, join, read_corpus, read_set, spread
from evals.gold import Span, quoted_gold, squad_gold
from evals.schema import Question
from evals.squad import is_squad, parse_squad
from sources import Document, EvaluationError
from tests.evals.fakes import document

Asked = tuple[str, str, str, int]


def squad(*paragraphs: tuple[str, str, list[Asked]]) -> str:
    """Write a SQuAD file of (title, context, [(id, question, answer, start)])."""
    data: list[Any] = []
    for title, context, asked in paragraphs:
        qas = [
            {"id": i, "question": q, "answers": [{"text": a, "answer_start": s}]}
            for i, q, a, s in asked
        ]
        data.append({"title": title, "paragraphs": [{"context": context, "qas": qas}]})
    return json.dumps({"version": "1.1", "data": data}, ensure_ascii=False)


ENGLISH = squad(
    ("The_Danube", "The Danube is long.\n It ends in the sea. ", [("d1", "Where?", "the sea", 32)]),
    ("Rain", "Rain falls in May.", [("r1", "When?", "May", 14)]),
)
THAI = squad(
    ("แม่น้ำ", "แม่น้ำดานูบไหลลงทะเล", [("d1", "ไหลลงที่ใด", "ทะเล", 16)]),
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "en.json").write_text(ENGLISH, encoding="utf-8-sig")
    (tmp_path / "th.json").write_text(THAI, encoding="utf-8")
    return str(tmp_path / "en.json"), str(tmp_path / "th.json")


def test_squad_is_told_by_content() -> None:
    assert is_squad(ENGLISH)
    assert not is_squad('{"id": "q1"}\n{"id": "q2"}')
    assert not is_squad('{"id": "q1"}')
    assert not is_squad("data")


def test_squad_passages_and_answers() -> None:
    file = parse_squad(ENGLISH, "/x/en.json")
    danube = file.documents[0]
    assert danube.title == "The Danube"
    assert danube.text == "The Danube is long.\n It ends in the sea. "
    assert danube.origin == "en.json, passage 1"
    item = file.items[0]
    assert item.spans == ((32, 39),)
    assert danube.text[32:39] == "the sea"
    assert item.question.lang == "en"
    assert item.question.references == ("the sea",)
    assert item.question.extractive


def test_squad_answer_elsewhere_than_stated_is_found() -> None:
    file = parse_squad(squad(("t", "May, June, May", [("a", "When?", "May", 12)])), "f")
    assert file.items[0].spans == ((11, 14),)


def test_squad_repeated_passage_is_one_document() -> None:
    file = parse_squad(
        squad(("t", "Same.", [("a", "A?", "Same", 0)]), ("t", "Same.", [("b", "B?", "Same", 0)])),
        "f",
    )
    assert len(file.documents) == 1
    assert [item.document_id for item in file.items] == [file.documents[0].id] * 2


def test_squad_gold_counts_passages_with_the_same_text() -> None:
    file = parse_squad(
        squad(("t", "Same.", [("a", "A?", "Same", 0)]), ("u", "Same.", [("b", "B?", "Same", 0)])),
        "f",
    )
    documents = {d.id: d for d in file.documents}
    gold = squad_gold(file.items[0], documents)
    assert gold
    assert gold.documents == set(documents)
    assert gold.evidence[0].places == tuple(Span(i, 0, 4) for i in documents)


def test_bad_squad() -> None:
    with pytest.raises(EvaluationError, match=r"not in the SQuAD 1\.1 format"):
        parse_squad('{"data": [{"paragraphs": [{"context": "x"}]}]}', "f")
    with pytest.raises(EvaluationError, match="no passages"):
        parse_squad('{"data": []}', "f")


def test_squad_is_its_own_corpus(files: tuple[str, str]) -> None:
    asked = read_set(files[0])
    corpus = read_corpus([], asked)
    assert [d.title for d in corpus.documents.values()] == ["The Danube", "Rain"]
    assert [q.id for q in join(asked, corpus)] == ["d1", "r1"]


def test_cross_lingual_join(files: tuple[str, str]) -> None:
    asked = read_set(files[0])
    corpus = read_corpus([files[1]], asked)
    (question,) = join(asked, corpus)
    assert (question.question, question.lang) == ("Where?", "en")
    assert question.references == ("ทะเล",)
    gold = squad_gold(corpus.items["d1"], corpus.documents)
    assert gold
    assert gold.language == "th"


def test_join_without_a_common_id(files: tuple[str, str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Nothing of the kind.", encoding="utf-8")
    asked = read_set(files[0])
    with pytest.raises(EvaluationError, match="No question of"):
        join(asked, read_corpus([str(article)], asked))


def test_several_corpora(files: tuple[str, str]) -> None:
    asked = read_set(files[1])
    corpus = read_corpus([files[1], files[0]], asked)
    assert len(corpus.documents) == 3


def test_shipped_sets_and_articles() -> None:
    asked = read_set(None)
    corpus = read_corpus([], asked)
    assert asked.name == SHIPPED
    assert len({q.id for q in asked.questions}) == len(asked.questions)
    for lang in ("th", "en"):
        own = [q for q in asked.questions if q.lang == lang]
        assert len(own) >= 120
        assert sum(not q.answerable for q in own) >= len(own) / 4
    languages = Counter()
    for question in asked.questions:
        if question.answerable:
            gold = quoted_gold(question, corpus.documents, lambda span: None)
            assert gold, question.id
            assert len(gold.evidence) == len(question.evidence)
            languages[question.lang, gold.language] += 1
    assert min(languages.values()) > 40 and len(languages) == 4  # within and across


def test_an_own_set_without_a_corpus_is_asked_of_the_shipped_article(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    question = {"id": "q", "question": "?", "lang": "en", "answerable": False}
    path.write_text(json.dumps(question), encoding="utf-8")
    corpus = read_corpus([], read_set(str(path)))
    assert {document.edition for document in corpus.documents.values()} != {None}
    assert len(corpus.documents) == 2  # its two editions


def test_pairs_ask_the_same_fact_in_both_languages() -> None:
    pairs: dict[str, list[Question]] = {}
    for question in read_set(None).questions:
        if question.pair:
            pairs.setdefault(question.pair, []).append(question)
    assert len(pairs) > 100
    for pair, sides in pairs.items():
        assert sorted(side.lang for side in sides) == ["en", "th"], pair
        assert len({side.answerable for side in sides}) == 1, pair
        assert len({side.facts for side in sides}) == 1, pair


def test_spread_is_even_and_in_order() -> None:
    questions = list(read_set(None).questions)[:100]
    assert spread(questions, None) == questions
    assert spread(questions, 1000) == questions
    taken = spread(questions, 4)
    assert [questions.index(q) for q in taken] == [0, 25, 50, 75]


class LetterEncoder:
    """Counts the letters a to h."""

    name = "letters"

    def encode_query(self, text: str) -> NDArray[np.float32]:
        counts = np.array([1 + text.count(letter) for letter in "abcdefgh"], np.float32)
        return counts / np.linalg.norm(counts)

    def encode_document(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self.encode_query(text) for text in texts])


def test_a_corpus_is_indexed_away_from_the_users_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path / "home"))
    documents = [
        Document.create(title=title, text=f"The {title} text.", origin="the same")
        for title in ("first", "second")
    ]
    corpus = Corpus(("test",), {d.id: d for d in documents})
    done: list[tuple[str, int, int]] = []
    with indexed(corpus, lambda *step: done.append(step), LetterEncoder()) as index:
        for wanted in documents:
            assert index.document(wanted.id).text == wanted.text
        assert index.search("first", 1)[0].passage.document_id == documents[0].id
        assert index.pending() == 0
    assert done[:2] == [("Adding documents", 1, 2), ("Adding documents", 2, 2)]
    assert done[-1][0] == "Reading for meaning"
    assert not (tmp_path / "home").exists()


def test_quoted_gold_knows_the_other_edition() -> None:
    thai = document("ลงนาม 17 ฉบับ", edition="e")
    english = document("They sign 17 documents.", edition="e")
    question = read_set(None).questions[0]
    asked = type(question)(
        "q", "How many?", "en", "how_many", (("17",), ("yes",)), ("17",), ("sign 17 documents",)
    )
    twin = Span(thai.id, 0, len(thai.text))
    gold = quoted_gold(asked, {d.id: d for d in (thai, english)}, lambda span: twin)
    assert gold
    assert gold.evidence[0].places == (Span(english.id, 5, 22),)
    assert gold.evidence[0].aligned == (twin,)
    assert gold.evidence[0].facts == (("17",),)
    assert gold.rank([Span(thai.id, 0, 13)]) == 1
    assert gold.rank([Span("other", 0, 13), Span(english.id, 0, 23)]) == 2
    assert gold.rank([Span("other", 0, 13)]) is None
