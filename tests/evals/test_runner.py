"""The runner asks, ranks, scores and survives errors."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant import Answer, Turn
from evals.answerers import conversing
from evals.corpus import Corpus
from evals.figures import figures, percentile, result
from evals.item import Item
from evals.runner import DEPTH, Run
from evals.schema import Question
from evals.squad import SquadItem
from sources import Document
from tests.evals.fakes import FakeAssistant, FakeIndex, answered, cite, document, hit, refused

ARTICLE = document("อาเซียนลงนามเอกสาร 17 ฉบับ\n\nการประชุมเริ่มวันที่ 9 กันยายน 2563")
NOISE = document("เรื่องอื่นที่ไม่เกี่ยวข้อง")
COUNT = Question(
    "count",
    "กี่ฉบับ",
    "th",
    "how_many",
    facts=(("17", "สิบเจ็ด"),),
    references=("17 ฉบับ",),
    evidence=("ลงนามเอกสาร 17 ฉบับ",),
)
DAY = Question(
    "day",
    "วันไหน",
    "th",
    "when",
    facts=(("9",), ("กันยายน",)),
    references=("9 กันยายน",),
    evidence=("วันที่ 9 กันยายน 2563",),
)
UNKNOWN = Question("unknown", "ใครจ่าย", "th", "who", answerable=False)


def run(
    answers: dict[str, Answer | Exception], *questions: Question, index: FakeIndex | None = None
) -> list[Item]:
    found = {q.question: [hit(NOISE), hit(ARTICLE, 0, 26), hit(ARTICLE, 28)] for q in questions}
    assistant = FakeAssistant(index or FakeIndex(found), answers)
    corpus = Corpus(("test",), {d.id: d for d in (ARTICLE, NOISE)})
    return Run(corpus, assistant.index, lambda q: assistant.ask(q.question)).items(questions)


def test_right_answer() -> None:
    quote = cite(ARTICLE, "อาเซียนลงนามเอกสาร 17 ฉบับ")
    (item,) = run({"กี่ฉบับ": answered("อาเซียนลงนาม 17 ฉบับ", "๑๗ฉบับ", quote)}, COUNT)
    assert item.rank == 2
    assert item.problems == []
    assert item.scores == {
        "retrieval.recall@1": 0,
        "retrieval.recall@5": 1,
        "retrieval.mrr@10": 0.5,
        "retrieval.ndcg@10": pytest.approx(0.63093, abs=1e-5),
        "answers.accuracy": 1,
        "answers.f1": 1,
        "answers.exact_match": 1,
        "answers.char_f1": 1,
        "citations.precision": 1,
        "citations.recall": 1,
        "citations.hit": 1,
        "citations.cited_chars": 26,
        "abstention.false_refusal_rate": 0,
        "language_match": 1,
    }


def test_wrong_answer_says_what_is_wrong() -> None:
    inexact = replace(cite(ARTICLE, "17 ฉบับ"), quote="27 ฉบับ")
    (item,) = run({"กี่ฉบับ": answered("27 documents", "27", inexact)}, COUNT)
    assert item.scores["answers.accuracy"] == 0
    assert item.scores["citations.precision"] == 0
    assert item.scores["citations.hit"] == 0
    assert item.scores["citations.cited_chars"] == 0
    assert item.problems == [
        "The answer is not in the question's language.",
        "Not exactly where it is cited: 27 ฉบับ",
        "Missing: สิบเจ็ด",
        "No citation holds the evidence.",
    ]


def test_refusals_and_false_answers() -> None:
    items = run({"กี่ฉบับ": refused(), "ใครจ่าย": answered("ญี่ปุ่น", "ญี่ปุ่น")}, COUNT, UNKNOWN)
    count, unknown = items
    assert count.scores["abstention.false_refusal_rate"] == 1
    assert count.scores["answers.accuracy"] == 0
    assert count.scores["citations.recall"] == 0
    assert "citations.precision" not in count.scores
    assert unknown.scores == {"language_match": 1, "abstention.false_answer_rate": 1}
    assert unknown.rank is None


def test_what_was_withheld_counts_in_the_curve_alone() -> None:
    right = answered("17 ฉบับ", "17 ฉบับ", cite(ARTICLE, "อาเซียนลงนามเอกสาร 17 ฉบับ"))
    withheld = replace(refused(), confidence=0.3, withheld=replace(right, confidence=0.3))
    false = replace(answered("ญี่ปุ่น", "ญี่ปุ่น"), confidence=0.6)
    items = run({"กี่ฉบับ": withheld, "ใครจ่าย": false}, COUNT, UNKNOWN)
    assert [item.judged for item in items] == [(0.3, True), (0.6, False)]
    found = figures(items)
    assert found["answers"]["accuracy"] == 0
    assert found["abstention"]["aurc"] == 0.75
    assert found["abstention"]["risk_coverage"][-1] == {
        "coverage": 1,
        "risk": 0.5,
        "confidence": 0.3,
    }


def test_a_refusal_that_names_the_fact_is_no_answer() -> None:
    saying = replace(refused(), text="ไม่พบว่า 17 ฉบับหรือไม่")
    (item,) = run({"กี่ฉบับ": saying}, COUNT)
    assert item.scores["answers.accuracy"] == 0


def test_an_error_counts_as_wrong_and_stops_nothing() -> None:
    good = answered("วันที่ 9 กันยายน", "9 กันยายน", cite(ARTICLE, "วันที่ 9 กันยายน 2563"))
    broken = ValueError("broken")
    items = run({"กี่ฉบับ": broken, "วันไหน": good, "ใครจ่าย": broken}, COUNT, DAY, UNKNOWN)
    count, day, unknown = items
    assert count.error == "ValueError: broken"
    assert count.scores["answers.accuracy"] == 0
    assert count.scores["language_match"] == 0
    assert count.rank == 2
    assert day.scores["answers.accuracy"] == 1
    assert unknown.scores["abstention.false_answer_rate"] == 1
    overall = figures(items)
    assert overall["counts"] == {"questions": 3, "answerable": 2, "judged": 2, "errors": 2}
    assert overall["answers"]["accuracy"] == 0.5
    assert overall["abstention"]["false_answer_rate"] == 1
    assert count.latency_ms is None


def test_a_failing_search_counts_as_nothing_found() -> None:
    (item,) = run({"กี่ฉบับ": answered("17 ฉบับ", "17 ฉบับ")}, COUNT, index=FakeIndex())
    assert item.scores["retrieval.recall@5"] == 0
    assert item.scores["answers.accuracy"] == 1
    assert item.error == "KeyError: 'กี่ฉบับ'"


def test_evidence_outside_the_corpus_is_not_judged_by_passage() -> None:
    elsewhere = replace(COUNT, evidence=("nowhere",))
    (item,) = run({"กี่ฉบับ": answered("17 ฉบับ", "17 ฉบับ")}, elsewhere)
    assert item.scores["answers.accuracy"] == 1
    assert not any(name.startswith(("retrieval", "citations.p")) for name in item.scores)
    assert item.problems == ["The evidence is not in the corpus: not judged by passage."]


def crossing(answer: Answer, order: list[Document]) -> Item:
    question = replace(
        COUNT,
        question="How many?",
        lang="en",
        facts=(("17 ฉบับ",),),
        evidence=("17 ฉบับ",),
        extractive=True,
    )
    corpus = Corpus(
        ("test",),
        {d.id: d for d in (ARTICLE, NOISE)},
        {"count": SquadItem(question, ARTICLE.id, ((19, 26),))},
    )
    index = FakeIndex({"How many?": [h for d in order for h in (hit(d, 0, 9), hit(d, 9))]})
    return Run(corpus, index, lambda asked: answer).items([question])[0]


def test_cross_lingual_answer_is_judged_by_its_span_and_quotes() -> None:
    quote = cite(ARTICLE, "เอกสาร 17 ฉบับ")
    item = crossing(answered("17.", "17", quote, language="en", span="17 ฉบับ"), [NOISE, ARTICLE])
    assert item.pair == "en-th"
    assert item.rank == 2  # of distinct documents: the passage is the fourth
    assert item.scores["answers.accuracy"] == 1
    assert item.scores["answers.exact_match"] == 1
    assert item.scores["citations.hit"] == 1
    by_quote = crossing(answered("17.", "17", quote, language="en", span="17"), [ARTICLE])
    assert by_quote.scores["answers.accuracy"] == 1
    assert by_quote.scores["answers.exact_match"] == 0


def test_retrieval_only_asks_nothing() -> None:
    index = FakeIndex({"กี่ฉบับ": [hit(ARTICLE, 0, 26)], "ใครจ่าย": []})
    corpus = Corpus(("test",), {ARTICLE.id: ARTICLE})
    items = Run(corpus, index, None).items([COUNT, UNKNOWN])
    assert items[0].rank == 1
    assert index.depths == [DEPTH]
    assert figures(items)["answers"]["accuracy"] is None
    assert figures(items)["retrieval"]["recall@1"] == 1


def test_a_follow_up_is_searched_for_as_it_was_written_out() -> None:
    asked = replace(COUNT, question="How many?", lang="en", after=("Who signs in Trang?",))
    corpus = Corpus(("test",), {ARTICLE.id: ARTICLE})
    alone = FakeIndex({"How many (Trang)?": [hit(ARTICLE, 0, 26)]})
    assert Run(corpus, alone, None).items([asked])[0].rank == 1
    told = replace(answered("17 ฉบับ", "17 ฉบับ"), standalone="How many in Trang?")
    answering = FakeIndex({"How many in Trang?": [hit(NOISE), hit(ARTICLE, 0, 26)]})
    assert Run(corpus, answering, lambda _: told).items([asked])[0].rank == 2
    complete = replace(told, standalone="")
    plain = FakeIndex({"How many?": [hit(ARTICLE, 0, 26)]})
    assert Run(corpus, plain, lambda _: complete).items([asked])[0].rank == 1


def test_the_questions_before_are_asked_first() -> None:
    asked: list[tuple[str, list[Turn]]] = []

    def ask(text: str, earlier: Sequence[Turn]) -> Answer:
        asked.append((text, list(earlier)))
        return replace(answered("Yes.", f"answer to {text}"), standalone=f"{text}!" * bool(earlier))

    last = conversing(ask)(replace(COUNT, question="c", after=("a", "b")))
    assert last.short == "answer to c"
    first, second = Turn("a", "answer to a"), Turn("b!", "answer to b")
    assert asked == [("a", []), ("b", [first]), ("c", [first, second])]


def test_result_by_language() -> None:
    english = replace(COUNT, id="en", question="How many?", lang="en")
    answers: dict[str, Answer | Exception] = {
        "กี่ฉบับ": answered("17 ฉบับ", "17 ฉบับ"),
        "How many?": refused("en"),
    }
    found = result(run(answers, COUNT, english))
    assert set(found["by_language"]) == {"th", "en-th"}
    assert found["answers"]["accuracy"] == 0.5
    assert found["by_language"]["th"]["answers"]["accuracy"] == 1
    assert found["by_language"]["en-th"]["answers"]["accuracy"] == 0
    assert [item["id"] for item in found["items"]] == ["count", "en"]
    assert found["items"][0]["gold"]["facts"] == [["17", "สิบเจ็ด"]]
    assert found["items"][1]["answer"]["abstained"] is True


def test_percentiles_by_nearest_rank() -> None:
    assert percentile(range(1, 101), 50) == 50
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7], 95) == 7
    assert percentile([1, 2, 3], 50) == 2
