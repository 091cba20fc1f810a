"""Results of evaluations as the page gets them, made of few questions."""

from collections.abc import Sequence

from assistant import Answer, Citation, Claim
from evals.corpus import SHIPPED
from evals.figures import Figures, result
from evals.item import Item
from evals.schema import Question

NASTY = "<script>alert(1)</script> **two** lanes"


def item(number: int, *, lang: str = "en", right: bool = True, nasty: bool = False) -> Item:
    text = NASTY if nasty else f"Question {number}?"
    question = Question(f"q{number}", text, lang, "what", (("17",),), ("17 lanes",), ("17 lanes",))
    short = "17" if right else "16"
    citation = Citation("d", "A bridge", 4, 12, "17 lanes")
    answer = Answer(
        text, lang, short, short, False, 0.9, (Claim(short, (citation,)),),
        timings_ms={"search": 100.0, "answer": 150.0, "total": 250.0},
    )  # fmt: skip
    return Item(
        question,
        answer=answer.to_json(),
        judged=(0.9, right),
        scores={
            "answers.accuracy": float(right),
            "citations.hit": 1.0,
            "abstention.false_refusal_rate": 0.0,
            "language_match": 1.0,
        },
        latency_ms=250.0,
        problems=[] if right else ["Missing: 17"],
        cited=[{"title": "A <i>bridge</i>", "before": "has ", "quote": "17 lanes", "after": "."}],
    )


def unanswerable(number: int, *, answered: bool) -> Item:
    question = Question(f"u{number}", "Who paid?", "th", "who", answerable=False)
    answer = Answer("Who paid?", "th", "ไม่พบ", "", True, 0.1)
    problems = ["Answered although the sources do not say."] if answered else []
    scores = {"abstention.false_answer_rate": float(answered), "language_match": 1.0}
    return Item(question, answer=answer.to_json(), scores=scores, problems=problems)


def made(items: Sequence[Item], date: str = "2026-03-05T10:20:30+00:00") -> Figures:
    run = {"date": date, "questions": SHIPPED, "corpus": ["articles"], "answerer": "extractive"}
    return {"run": run, **result(items)}


def small() -> Figures:
    return made(
        [
            item(1),
            item(2, right=False),
            item(3, lang="th"),
            item(4, lang="th", right=False, nasty=True),
            unanswerable(5, answered=True),
            unanswerable(6, answered=False),
        ]
    )
