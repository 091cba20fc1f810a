"""Comparison report: one table, in the terminal and as Markdown."""

from collections.abc import Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

TITLE = "Recall@1 / MRR@10 / recall@5, percent"
_MEASURES = ("recall@1", "mrr@10", "recall@5")
_WIDE, _PAIR = 70, 23  # characters of a wide table: names and speeds, and each pair
_SPEEDS = (("Passages /s", "passages_per_s"), ("ms /question", "ms_per_question"))


def print_comparison(result: dict[str, Any], console: Console) -> None:
    """Print the table, then what has to be known to read it."""
    heading, *lines = cells(result)
    wide = console.width >= _WIDE + _PAIR * len(result["pairs"])
    table = Table(
        title=TITLE, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False
    )
    table.add_column(heading[0], min_width=16)
    for name in heading[1:]:
        table.add_column(name if wide else name.replace(" ", "\n"), justify="right", no_wrap=True)
    for line in lines:
        # in a narrow terminal a figure a line
        table.add_row(*(Text(cell if wide else cell.replace(" / ", "\n")) for cell in line))
    console.print(table)
    for remark in remarks(result):
        console.print(Text(remark, style="dim"))


def markdown(result: dict[str, Any]) -> str:
    """Return the table and the remarks as Markdown."""
    heading, *lines = cells(result)
    rule = ["---"] + ["---:"] * (len(heading) - 1)
    table = ["| " + " | ".join(line) + " |" for line in (heading, rule, *lines)]
    listed = [f"- {line}" for line in remarks(result)]
    return "\n".join([f"{TITLE}:", "", *table, "", *listed, ""])


def cells(result: dict[str, Any]) -> list[list[str]]:
    """Return heading and rows of the table as they are shown; a dash where nothing applies."""
    pairs = result["pairs"]
    heading = ["", *(f"{pair} ({about['questions']})" for pair, about in pairs.items())]
    lines = [heading + [name for name, _ in _SPEEDS]]
    for row in result["rows"]:
        figures = [_figures(row["figures"].get(pair)) for pair in pairs]
        speeds = ["–" if row[key] is None else f"{row[key]:.1f}" for _, key in _SPEEDS]
        lines.append([row["label"], *figures, *speeds])
    return lines


def remarks(result: dict[str, Any]) -> Iterator[str]:
    """Yield the record of the run, what the figures mean, and the notes."""
    run, encoders = result["run"], result["encoders"]
    versions = [f"{name} {number}" for name, number in run["versions"].items() if number]
    yield (
        f"{run['date']}, commit {run['commit'] or 'unknown'}, encoder {run['encoder']}, "
        f"fusion {run['fusion']}, {run['cores']} processors."
    )
    yield ", ".join(versions) + "."
    yield "In brackets: questions. A leg is ranked alone among the candidates of all; ties lose."
    corpora = {(about["passages"], about["windows"]) for about in result["pairs"].values()}
    parts = [f"{windows} windows of {passages} passages" for passages, windows in sorted(corpora)]
    yield (
        f"Passages/s: the encoder alone over the {encoders['texts']} longest passages "
        f"({encoders['characters']:.0f} characters on average, {encoders['thai']} of them Thai). "
        f"Thamtop encodes windows too: {', '.join(parts)}."
    )
    if encoders["ms_per_question"]:
        taken = [f"{name} {ms:.1f}" for name, ms in encoders["ms_per_question"].items()]
        yield f"Encoding a question alone, median ms: {'; '.join(taken)}."
    if encoders["cosine_of_same_weights"] is not None:
        yield (
            "Mean cosine between the engines' vectors, same weights: "
            f"{encoders['cosine_of_same_weights']:.4f}."
        )
    yield from result["notes"]


def _figures(figures: dict[str, float] | None) -> str:
    if figures is None:
        return "–"
    return " / ".join(f"{100 * figures[name]:.1f}" for name in _MEASURES)
