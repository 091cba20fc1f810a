"""Report: the figures as tables a person can read."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from evals.figures import Figures

# heading, figure (dotted name), how to show it
Column = tuple[str, str, str]
TABLES: tuple[tuple[str, tuple[Column, ...]], ...] = (
    (
        "Retrieval, percent",
        (
            ("Judged", "counts.judged", "number"),
            ("Recall@1", "retrieval.recall@1", "percent"),
            ("Recall@5", "retrieval.recall@5", "percent"),
            ("MRR@10", "retrieval.mrr@10", "percent"),
            ("nDCG@10", "retrieval.ndcg@10", "percent"),
        ),
    ),
    (
        "Answers to answerable questions, percent",
        (
            ("Asked", "counts.answerable", "number"),
            ("Accuracy", "answers.accuracy", "percent"),
            ("F1", "answers.f1", "percent"),
            ("Exact", "answers.exact_match", "percent"),
            ("Char F1", "answers.char_f1", "percent"),
        ),
    ),
    (
        "Citations, percent",
        (
            ("Precision", "citations.precision", "percent"),
            ("Recall", "citations.recall", "percent"),
            ("Evidence hit", "citations.hit", "percent"),
            ("Characters cited", "citations.cited_chars", "number"),
        ),
    ),
    (
        "Abstention and right language, percent; time, milliseconds",
        (
            ("False answers", "abstention.false_answer_rate", "percent"),
            ("False refusals", "abstention.false_refusal_rate", "percent"),
            ("Language", "language_match", "percent"),
            ("Median", "latency_ms.p50", "number"),
            ("95 in 100", "latency_ms.p95", "number"),
        ),
    ),
)
NAMES = {"th": "Thai", "en": "English"}
CURVE = (3, 5, 7, 8, 9, 10)  # tenths of coverage that are shown
SHOWN = 10  # failures listed below the tables


def print_report(result: Figures, console: Console) -> None:
    """Print the tables, the risk–coverage curve and the first failures of a result."""
    parts = (*_tables(result), *_curves(result), *_worded(result), *_failures(result["items"]))
    console.print(Group(*parts))


def row_name(pair: str) -> str:
    """Name a language, or a question and a passage language: ``en-th`` is English → Thai."""
    return " → ".join(NAMES.get(language, language) for language in pair.split("-"))


def shown(figures: Figures, column: Column) -> str:
    """Return a figure as a table shows it; a dash where there is none."""
    value: Any = figures
    for part in column[1].split(".", 1):
        value = value[part]
    if value is None:
        return "–"
    return f"{100 * value:.1f}" if column[2] == "percent" else f"{value:,.0f}"


def interval_of(figures: Figures, column: Column) -> str:
    """Return the interval of a figure as a report shows it; empty where there is none."""
    ends = figures.get("intervals", {}).get(column[1])
    if not ends:
        return ""
    scale = 100 if column[2] == "percent" else 1
    low, high = (f"{scale * end:.0f}" for end in ends)
    return f" ({low}–{high})"


def groups(result: Figures) -> list[tuple[str, Figures]]:
    """Return the groups of questions by name and number."""
    rows = [("Overall", result)]
    rows += [(row_name(pair), group) for pair, group in result["by_language"].items()]
    return [(f"{name} ({group['counts']['questions']})", group) for name, group in rows]


def _table(title: str) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    table.add_column("Questions", no_wrap=True, min_width=16)
    return table


def _tables(result: Figures) -> Iterator[RenderableType]:
    for title, columns in TABLES:
        if all(
            shown(result, column) == "–" for column in columns if not column[1].startswith("counts")
        ):
            continue
        table = _table(title)
        for heading, _, _ in columns:
            table.add_column(heading, justify="right", min_width=6)
        for name, group in groups(result):
            table.add_row(name, *(shown(group, column) for column in columns))
        yield table


def _curves(result: Figures) -> Iterator[RenderableType]:
    """Print what share of the answers would be wrong if so many questions were answered."""
    if not result["abstention"]["risk_coverage"]:
        return
    table = _table("Wrong answers, percent, were this share of the questions answered")
    for coverage in CURVE:
        table.add_column(f"{10 * coverage}%", justify="right", min_width=5)
    table.add_column("Mean", justify="right", min_width=5)
    for name, group in groups(result):
        points = group["abstention"]["risk_coverage"]
        if points:
            risks = [f"{100 * points[coverage - 1]['risk']:.1f}" for coverage in CURVE]
            table.add_row(name, *risks, f"{100 * group['abstention']['aurc']:.1f}")
    yield table


def _worded(result: Figures) -> Iterator[RenderableType]:
    """Say how many answers a chat model worded, if one was asked."""
    run = result.get("run", {})
    if run.get("chat_model"):
        yield Text(
            f"The chat model {run['chat_model']} worded {run['worded']} of "
            f"{len(result['items'])} answers; where it did not, the reader answered. Its "
            "confidence is not calibrated: there is no curve of risk.\n"
        )


def _failures(items: Sequence[dict[str, Any]]) -> Iterator[RenderableType]:
    failed = [item for item in items if item["problems"]]
    if not failed:
        return
    heading = f"{len(failed)} of {len(items)} questions with something wrong"
    more = f" (the first {SHOWN}; --json writes all)" if len(failed) > SHOWN else ""
    yield Text(f"{heading}{more}:", style="bold")
    for item in failed[:SHOWN]:
        yield Text(f"  {item['id']}  {item['question']}")
        for problem in item["problems"]:
            yield Text(f"      {problem}", style="dim", no_wrap=True, overflow="ellipsis")
