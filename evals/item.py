"""Item: one question as it was answered, with its scores and what went wrong."""

from dataclasses import dataclass, field
from typing import Any

from evals.gold import Gold
from evals.schema import Question


@dataclass(slots=True)
class Item:
    """The record of one question.

    Attributes:
        question: The question with its gold.
        gold: Where its evidence stands in the corpus; None if nowhere.
        answer: The answer's JSON object; None if it was not asked or failed.
        rank: Rank of the gold passage from 1; None if not found or not judged.
        judged: The confidence of the best answer, given or withheld, and whether it is right.
        scores: Score by figure name, only where the figure applies to the question.
        latency_ms: Milliseconds until the answer (retrieval only: the hits); None if it failed.
        problems: What went wrong, one sentence each.
        error: The error that the question raised, if any.
        cited: Each citation with the words around it, for a person to read.
    """

    question: Question
    gold: Gold | None = None
    answer: dict[str, Any] | None = None
    rank: int | None = None
    judged: tuple[float, bool] | None = None
    scores: dict[str, float] = field(default_factory=dict)
    latency_ms: float | None = None
    problems: list[str] = field(default_factory=list)
    error: str | None = None
    cited: list[dict[str, str]] = field(default_factory=list)

    @property
    def passage_language(self) -> str | None:
        """Language of the gold passage, if the corpus holds one."""
        return self.gold.language if self.gold else None

    @property
    def pair(self) -> str:
        """Language of the question, with that of its passage where it differs: ``en-th``."""
        lang, passage = self.question.lang, self.passage_language
        return lang if passage in (None, lang) else f"{lang}-{passage}"

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object of the item in a result file."""
        question = self.question
        evidence = self.gold.evidence if self.gold else ()
        places = [[p.document_id, p.start, p.end] for each in evidence for p in each.places]
        return {
            "id": question.id,
            "question": question.question,
            "lang": question.lang,
            "passage_lang": self.passage_language,
            "kind": question.kind,
            "pair": question.pair or None,
            "after": list(question.after),
            "answer": self.answer,
            "gold": {
                "answerable": question.answerable,
                "facts": [list(spellings) for spellings in question.facts],
                "references": list(question.references),
                "evidence": list(question.evidence),
                "places": places,
            },
            "rank": self.rank,
            "judged": None
            if self.judged is None
            else {"confidence": round(self.judged[0], 4), "right": self.judged[1]},
            "scores": {name: round(score, 4) for name, score in self.scores.items()},
            "latency_ms": None if self.latency_ms is None else round(self.latency_ms, 1),
            "problems": self.problems,
            "error": self.error,
            "cited": self.cited,
        }

    @classmethod
    def from_json(cls, record: dict[str, Any], question: Question, gold: Gold | None) -> "Item":
        """Take up an item that `to_json` wrote.

        Args:
            record: The JSON object.
            question: The question that it is about.
            gold: Where its evidence stands.
        """
        judged = record["judged"]
        return cls(
            question,
            gold=gold,
            answer=record["answer"],
            rank=record["rank"],
            judged=(judged["confidence"], judged["right"]) if judged else None,
            scores=dict(record["scores"]),
            latency_ms=record["latency_ms"],
            problems=list(record["problems"]),
            error=record["error"],
            cited=list(record["cited"]),
        )
