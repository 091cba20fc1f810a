"""Measures against cases worked out by hand."""

from math import log2

import pytest

from evals.gold import Evidence, Span
from evals.measures import abstention, answers, citations, language, retrieval
from tests.evals.fakes import cite, document


def test_ranks() -> None:
    assert retrieval.first_rank([False, False, True, True]) == 3
    assert retrieval.first_rank([False]) is None
    one = retrieval.one_relevant
    assert [retrieval.recall_at(one(r), 1, 5) for r in (1, 5, 6, None)] == [1, 1, 0, 0]
    assert [retrieval.reciprocal_rank(one(r)) for r in (1, 4, 10, 11, None)] == [1, 0.25, 0.1, 0, 0]
    assert retrieval.ndcg(one(1), [1]) == 1
    assert retrieval.ndcg(one(3), [1]) == 0.5
    assert retrieval.ndcg(one(10), [1]) == pytest.approx(1 / log2(11))
    assert retrieval.ndcg(one(11), [1]) == retrieval.ndcg(one(None), [1]) == 0


def test_ranking_of_several_graded_results() -> None:
    gains = [0, 2, 0, 1]  # grades 2, 1 and 1 are relevant; one of grade 1 is not found
    assert retrieval.recall_at(gains, 3, 1) == 0
    assert retrieval.recall_at(gains, 3, 5) == pytest.approx(2 / 3)
    assert retrieval.reciprocal_rank(gains) == 0.5
    best = 2 / log2(2) + 1 / log2(3) + 1 / log2(4)
    assert retrieval.ndcg(gains, [1, 2, 1]) == pytest.approx((2 / log2(3) + 1 / log2(5)) / best)


def test_accuracy_needs_every_fact() -> None:
    facts = [["คิวบา", "Cuba"], ["แอฟริกาใต้", "South Africa"]]
    assert answers.accuracy(["คิวบากับแอฟริกาใต้"], facts) == 1
    assert answers.accuracy(["Cuba and South Korea"], facts) == 0
    assert answers.missing_facts("Cuba and South Korea", facts) == facts[1:]
    assert answers.accuracy(["Cuba", "Cuba, South Africa"], facts) == 1
    assert answers.accuracy([], facts) == 0


def test_exact_match_ignores_case_articles_punctuation_and_thai_blanks() -> None:
    assert answers.exact_match("the Denver Broncos.", ["Carolina", "Denver  broncos"]) == 1
    assert answers.exact_match("1 พฤศจิกายน พ.ศ.๒๔๗๖", ["1 พฤศจิกายน พ.ศ. 2476"]) == 1
    assert answers.exact_match("1 พฤศจิกายน 2476", ["1 พฤศจิกายน พ.ศ. 2476"]) == 0
    assert answers.exact_match("Denver", ["Denver Broncos"]) == 0


def test_f1_over_english_words() -> None:
    # 2 words shared of 2 given and 3 wanted: P = 1, R = 2/3
    assert answers.f1("Denver Broncos", ["the old Denver Broncos", "Panthers"]) == pytest.approx(
        0.8
    )
    assert answers.f1("Denver", ["Panthers"]) == 0
    assert answers.f1("", ["Panthers"]) == 0
    assert answers.f1("anything", []) == 0


def test_f1_over_thai_words_needs_no_blanks() -> None:
    assert answers.words("รองโฆษกรัฐบาล") == ["รอง", "โฆษก", "รัฐบาล"]
    # 2 words shared of 2 given and 3 wanted
    assert answers.f1("โฆษกรัฐบาล", ["รองโฆษกรัฐบาล"]) == pytest.approx(0.8)
    assert answers.f1("รองโฆษกรัฐบาล", ["รองโฆษก รัฐบาล"]) == 1


def test_char_f1() -> None:
    # ก า shared of 2 given and 4 wanted (ก า แ ฟ): 2 * 2 / 6
    assert answers.char_f1("กา", ["กาแฟ"]) == pytest.approx(2 / 3)
    assert answers.char_f1("ab c", ["abc"]) == 1
    assert answers.char_f1("", ["abc"]) == 0


SOURCE = document("The meeting opens on Monday. It closes on Friday. Lunch is free.")
TEXTS = {SOURCE.id: SOURCE.text}


def span(quote: str) -> Span:
    found = citations.exact_span(cite(SOURCE, quote), TEXTS)
    assert found
    return found


def test_only_exact_quotes_have_a_span() -> None:
    good = cite(SOURCE, "on Monday")
    assert citations.exact_span(good, TEXTS) == Span(SOURCE.id, 18, 27)
    for change in (
        {"quote": "on monday"},
        {"start": 17},
        {"start": -46},
        {"start": 27, "end": 27, "quote": ""},
        {"end": 900},
        {"document_id": "unknown"},
    ):
        fields = {name: getattr(good, name) for name in good.__slots__} | change
        assert citations.exact_span(type(good)(**fields), TEXTS) is None


def test_citation_precision_counts_inexact_quotes_as_wrong() -> None:
    gold = [Evidence((span("opens on Monday"),))]
    opening, lunch = span("The meeting opens on Monday."), span("Lunch is free.")
    assert citations.precision([opening], gold) == 1
    assert citations.precision([opening, lunch], gold) == 0.5
    assert citations.precision([opening, lunch, None, None], gold) == 0.25
    assert citations.precision([], gold) == 0


def test_citation_precision_needs_half_of_the_shorter() -> None:
    gold = [Evidence((span("It closes on Friday."),))]
    assert citations.precision([span("Monday. It closes")], gold) == 1
    assert citations.precision([span("on Monday. It")], gold) == 0


def test_citation_recall_is_the_share_of_evidence_covered() -> None:
    first, second = span("The meeting opens on Monday."), span("It closes on Friday.")
    gold = [Evidence((first,)), Evidence((second,))]
    assert citations.recall([first], gold) == 0.5
    assert citations.recall([first, second], gold) == 1
    assert citations.recall([span("The meeting")], gold) == 0
    assert citations.recall([span("The meeting"), span(" opens on M")], gold) == 0.5
    assert citations.recall([None], gold) == 0


def test_hit_takes_the_evidence_or_the_answer_in_it() -> None:
    evidence = span("The meeting opens on Monday.")
    gold = [Evidence((evidence,), regions=(evidence,), facts=(("Monday",),))]
    whole = span(SOURCE.text)
    assert citations.hit([whole], gold, TEXTS) == 1
    assert citations.hit([span("on Monday.")], gold, TEXTS) == 1
    assert citations.hit([span("The meeting opens")], gold, TEXTS) == 0
    assert citations.hit([span("The meeting "), span("opens on Monday.")], gold, TEXTS) == 1
    assert citations.hit([None], gold, TEXTS) == 0


def test_hit_counts_the_other_edition_when_it_holds_the_answer() -> None:
    thai = document("เปิดประชุมวันจันทร์ ปิดวันศุกร์\n\nอาหารฟรี")
    texts = {**TEXTS, thai.id: thai.text}
    place, twin = span("The meeting opens on Monday."), Span(thai.id, 0, 31)
    gold = [Evidence((place,), (twin,), (place, twin), (("Monday", "จันทร์"),))]
    opening, closing, lunch = Span(thai.id, 0, 19), Span(thai.id, 20, 31), Span(thai.id, 33, 41)
    assert citations.hit([opening], gold, texts) == 1
    assert citations.hit([closing], gold, texts) == 0
    assert citations.precision([opening], gold) == 0
    bare = [Evidence((place,), (twin,), (place, twin))]
    assert citations.hit([closing], bare, texts) == 1
    assert citations.hit([lunch], bare, texts) == 0


def test_cited_characters_count_once() -> None:
    assert citations.cited_chars([Span("a", 0, 10), Span("a", 5, 12), Span("b", 0, 3), None]) == 15


def test_abstention() -> None:
    assert abstention.false_answer(abstained=False) == 1
    assert abstention.false_answer(abstained=True) == 0
    assert abstention.false_refusal(abstained=True) == 1
    assert abstention.false_refusal(abstained=False) == 0


def test_risk_and_coverage() -> None:
    judged = [(0.9, True), (0.8, False), (0.8, True), (0.2, False)]
    points = abstention.risk_coverage(judged)
    shown = [(p.coverage, p.risk, p.confidence) for p in points]
    assert shown == [(0.25, 0, 0.9), (0.75, pytest.approx(1 / 3), 0.8), (1, 0.5, 0.2)]
    assert abstention.at_coverage(points, 0.3).coverage == 0.75
    assert abstention.at_coverage(points, 1).risk == 0.5
    # 0 over a quarter, 1/3 over a half, 1/2 over a quarter
    assert abstention.area(points) == pytest.approx(1 / 6 + 1 / 8)
    assert abstention.risk_coverage([]) == []


@pytest.mark.parametrize(
    ("text", "stated", "lang", "quotes", "expected"),
    [
        ("17 ฉบับ", "th", "th", [], 1),
        ("17", "en", "en", [], 1),
        ("17 documents", "en", "th", [], 0),
        ("17 documents", "th", "th", [], 0),
        ("17 ฉบับ", "en", "en", [], 0),
        ("It says “ลงนามเอกสารทั้งหมด 17 ฉบับ”.", "en", "en", [], 1),
        ("JUMPP", "th", "th", ["เรียกสั้น ๆ ว่า JUMPP"], 1),
        ("JUMPP", "th", "th", ["JUMPP for short"], 0),
    ],
)
def test_language_match(
    text: str, stated: str, lang: str, quotes: list[str], expected: float
) -> None:
    assert language.language_match(text, stated, lang, quotes) == expected
