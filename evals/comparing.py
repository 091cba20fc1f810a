"""Comparing: what changed between two runs over the same questions, and whether it matters."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals import problems
from evals.statistics import Difference, difference, mcnemar
from sources import EvaluationError

Record = dict[str, Any]

# Figure, heading, whether more of it is better.
COMPARED = (
    ("retrieval.recall@1", "Recall@1", True),
    ("answers.accuracy", "Accuracy", True),
    ("answers.f1", "F1", True),
    ("citations.hit", "Evidence hit", True),
    ("citations.precision", "Citation precision", True),
    ("abstention.false_answer_rate", "False answers", False),
    ("abstention.false_refusal_rate", "False refusals", False),
    ("language_match", "Right language", True),
)
_RIGHT = ("answers.accuracy", "abstention.false_answer_rate", "retrieval.recall@1")
_BETTER = {name: better for name, _, better in COMPARED}
_KEPT = ("id", "question", "lang", "passage_lang", "scores")


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one figure over one group of questions.

    Attributes:
        group: ``overall``, or a language or pair of languages as in ``by_language``.
        figure: Dotted name of the figure.
        heading: What a report calls it.
        difference: The paired difference of the scores.
    """

    group: str
    figure: str
    heading: str
    difference: Difference

    @property
    def worse(self) -> bool:
        """Whether the figure got worse by more than chance explains."""
        return self.difference.fell if _BETTER[self.figure] else self.difference.rose

    @property
    def better(self) -> bool:
        """Whether the figure got better by more than chance explains."""
        return self.difference.rose if _BETTER[self.figure] else self.difference.fell

    @property
    def gained(self) -> int:
        """How many questions the figure got better for."""
        found = self.difference
        return found.better if _BETTER[self.figure] else found.worse

    @property
    def lost(self) -> int:
        """How many it got worse for."""
        found = self.difference
        return found.worse if _BETTER[self.figure] else found.better


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that one run got right and the other wrong.

    Attributes:
        id: Its id.
        question: Its text.
        group: Its language or pair of languages.
        before: The short answer of the first run; empty where it has none.
        after: That of the second.
        now_right: Whether it is the second run that got it right.
    """

    id: str
    question: str
    group: str
    before: str
    after: str
    now_right: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side.

    Attributes:
        changes: The change of each figure, overall and by language.
        flips: The questions that turned right or wrong, the latter first.
        only_before: Number of questions that only the first run asked.
        only_after: Number of those that only the second asked.
        notes: What makes the runs differ beside their answers.
    """

    changes: tuple[Change, ...]
    flips: tuple[Flip, ...]
    only_before: int
    only_after: int
    notes: tuple[str, ...]

    @property
    def turned_right(self) -> int:
        """How many questions turned right."""
        return sum(flip.now_right for flip in self.flips)

    @property
    def chance(self) -> float:
        """How likely chance alone turns as many questions as unevenly (McNemar, exact)."""
        return mcnemar(self.turned_right, len(self.flips) - self.turned_right)

    @property
    def drops(self) -> tuple[Change, ...]:
        """The figures that got worse by more than chance explains."""
        return tuple(change for change in self.changes if change.worse)


def read_result(path: Path, *, whole: bool = False) -> Record:
    """Read a result file that ``evals run --json`` or ``evals check --update`` wrote.

    Args:
        path: The file.
        whole: Whether a baseline, which has no figures, will not do.

    Raises:
        EvaluationError: It cannot be read or holds no items.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise EvaluationError(problems.UNREADABLE, path=path, reason=reason) from error
    except ValueError as error:
        raise EvaluationError(problems.RESULT_NOT_JSON, path=path) from error
    items = record.get("items") if isinstance(record, dict) else None
    right = isinstance(items, list) and all(isinstance(i, dict) and "scores" in i for i in items)
    if not right or (whole and "by_language" not in record):
        raise EvaluationError(problems.NO_RESULT, path=path)
    return dict(record)


def baseline(result: Record) -> Record:
    """Return what of a result a later run is checked against: scores and short answers."""
    items = [
        {name: item[name] for name in _KEPT} | {"short": short_answer(item)}
        for item in result["items"]
    ]
    return {"run": result["run"], "items": items}


def compare_runs(before: Record, after: Record) -> Comparison:
    """Compare two results question by question.

    Raises:
        EvaluationError: They have no question in common.
    """
    first = {item["id"]: item for item in before["items"]}
    second = {item["id"]: item for item in after["items"]}
    shared = [item for item in second if item in first]
    if not shared:
        raise EvaluationError(problems.NOTHING_IN_COMMON)
    pairs = [(first[key], second[key]) for key in shared]
    return Comparison(
        changes=tuple(_changes(pairs)),
        flips=tuple(sorted(_flips(pairs), key=lambda flip: flip.now_right)),
        only_before=len(first) - len(shared),
        only_after=len(second) - len(shared),
        notes=tuple(_notes(before.get("run", {}), after.get("run", {}))),
    )


def group_of(item: Mapping[str, Any]) -> str:
    """Return an item's language, with that of its passage where it differs: ``en-th``."""
    lang, passage = item["lang"], item.get("passage_lang")
    return str(lang) if passage in (None, lang) else f"{lang}-{passage}"


def short_answer(item: Mapping[str, Any]) -> str:
    """Return the short answer of an item of a result or of a baseline."""
    if "short" in item:
        return str(item["short"])
    return str((item.get("answer") or {}).get("short", ""))


def _changes(pairs: Sequence[tuple[Record, Record]]) -> Iterable[Change]:
    groups = {"overall": list(pairs)}
    for pair in pairs:
        groups.setdefault(group_of(pair[1]), []).append(pair)
    for group in sorted(groups, key=lambda name: (name != "overall", len(name), name)):
        for figure, heading, _ in COMPARED:
            scored = [
                (one["scores"][figure], other["scores"][figure])
                for one, other in groups[group]
                if figure in one["scores"] and figure in other["scores"]
            ]
            found = difference([a for a, _ in scored], [b for _, b in scored])
            if found:
                yield Change(group, figure, heading, found)


def _flips(pairs: Sequence[tuple[Record, Record]]) -> Iterable[Flip]:
    for one, other in pairs:
        was, is_now = _right(one), _right(other)
        if was is not None and is_now is not None and was != is_now:
            yield Flip(
                id=other["id"],
                question=other["question"],
                group=group_of(other),
                before=short_answer(one),
                after=short_answer(other),
                now_right=is_now,
            )


def _right(item: Record) -> bool | None:
    """Tell whether a question came out right: its answer, its refusal, or its first passage."""
    for figure in _RIGHT:
        if figure in item["scores"]:
            return bool(item["scores"][figure]) == _BETTER[figure]
    return None


def _notes(before: Record, after: Record) -> Iterable[str]:
    if _hash(before) != _hash(after):
        yield "The question sets or corpora differ: only the questions in both are compared."
    for name in ("answerer", "chat_model", "encoder", "reranker", "weights", "fusion"):
        if before.get(name) != after.get(name):
            yield f"{name}: {before.get(name)} → {after.get(name)}"


def _hash(run: Record) -> object:
    return run.get("hashes")
