"""The HTML and Markdown reports, and the judge."""

import re
import sys

import pytest

from evals.figures import result
from evals.html_report import html_report
from evals.item import Item
from evals.judge import agreement, judge_result
from evals.markdown_report import markdown_report
from evals.schema import Question
from sources import EvaluationError
from tests.evals.fakes import answered, cite, document

NASTY = "<script>alert('x')</script> **bold** [link](http://evil) $x$"
ARTICLE = document(f"ต้นเรื่อง {NASTY} ท้ายเรื่อง", title=NASTY)


def _result(answers: int = 1) -> dict:
    items = []
    for n in range(answers):
        question = Question(f"q{n}", NASTY, "th", "what", (("17",),), (NASTY,), (NASTY,))
        answer = answered(NASTY, NASTY, cite(ARTICLE, NASTY))
        items.append(
            Item(
                question,
                answer=answer.to_json() | {"timings_ms": {"search": 5.0, "total": 9.0}},
                judged=(0.9, False),
                scores={"answers.accuracy": 0.0, "citations.hit": float(n % 2)},
                latency_ms=9.0,
                problems=["Missing: 17"],
                cited=[{"title": NASTY, "before": "ก่อน ", "quote": NASTY, "after": " หลัง"}],
            )
        )
    return {"run": {"questions": NASTY, "versions": {"torch": "2.13"}}, **result(items)}


def test_the_page_is_whole_and_shows_text_as_text() -> None:
    page = html_report(_result(3))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    addresses = set(re.findall(r"""(?:src|href)\s*=\s*["']([^"'#]+)""", page))
    assert not addresses  # nothing is fetched
    assert page.count("<svg") == 4
    assert "<mark>&lt;script&gt;" in page
    assert "ก่อน " in page and " หลัง" in page
    assert "prefers-color-scheme: dark" in page
    assert "3 questions, 3 with something wrong" in page


def test_a_page_of_search_alone() -> None:
    item = Item(Question("q", "?", "en", "what"), scores={"retrieval.recall@1": 1.0}, latency_ms=3)
    page = html_report({"run": {}, **result([item])})
    assert page.count("<svg") == 2


def test_markdown_has_intervals_and_escapes() -> None:
    text = markdown_report(_result(4))
    assert "| Overall (4) |" in text
    assert "0.0 (0–0)" in text
    assert "**bold**" not in text
    assert "<script" not in text and "&lt;script&gt;" in text


def test_the_judge_counts_and_its_agreement_is_told() -> None:
    found = _result(4)
    replies = iter(["Yes.", "no", "**No**", "perhaps"])
    prompts: list[str] = []

    def judge(prompt: str) -> str:
        prompts.append(prompt)
        return next(replies)

    judge_result(found, judge, lambda what, done, total: None)
    assert found["judge"]["claims"] == 4
    assert found["judge"]["unclear"] == 1
    assert found["judge"]["faithfulness"] == pytest.approx(1 / 3, abs=1e-4)
    # yes/no/no against hits 0/1/0: only the third agrees
    assert found["judge"]["agreement"]["share"] == pytest.approx(1 / 3, abs=1e-4)
    assert NASTY in prompts[0] and "{claim}" not in prompts[0]


def test_agreement_by_hand() -> None:
    pairs = [(True, True)] * 4 + [(False, False)] * 3 + [(True, False)] * 2 + [(False, True)]
    # observed .7; chance .6 * .5 + .4 * .5 = .5
    assert agreement(pairs) == {"questions": 10, "share": 0.7, "kappa": 0.4}
    assert agreement([(True, True)])["kappa"] is None
    assert agreement([])["share"] is None


def test_a_judge_that_fails_says_so() -> None:
    def judge(prompt: str) -> str:
        raise ConnectionError("refused")

    with pytest.raises(EvaluationError, match="run without --judge"):
        judge_result(_result(), judge, lambda what, done, total: None)


def test_charts_leave_no_import_hook_behind() -> None:
    html_report(_result())
    assert all(type(finder).__name__ != "PluginImportFixer" for finder in sys.meta_path)
