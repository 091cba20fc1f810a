"""Comparing report: two runs side by side, for a terminal and for a pull request."""

import html
from collections.abc import Iterator
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.comparing import Change, Comparison, Flip
from evals.report import row_name

SHOWN = 25  # flips listed
HEADINGS = ("Figure", "Asked", "Before", "After", "Change", "95 in 100", "+ / −")


def print_runs(comparison: Comparison, console: Console) -> None:
    """Print the figures of two runs, the questions that flipped, and what else differs."""
    for group, changes in _groups(comparison):
        table = Table(
            title=group,
            title_justify="left",
            title_style="bold",
            box=SIMPLE_HEAD,
            pad_edge=False,
        )
        for place, heading in enumerate(HEADINGS):
            table.add_column(heading, justify="left" if place == 0 else "right", no_wrap=True)
        for change in changes:
            style = "red" if change.worse else "green" if change.better else ""
            table.add_row(change.heading, *_cells(change), style=style)
        console.print(table)
    for line in _lines(comparison):
        console.print(Text(line))


def markdown_of_runs(comparison: Comparison) -> str:
    """Return the comparison as Markdown."""
    parts = []
    for group, changes in _groups(comparison):
        rows = [f"| {' | '.join((change.heading, *_cells(change)))} |" for change in changes]
        head = f"| {' | '.join(HEADINGS)} |\n|---|{'---:|' * (len(HEADINGS) - 1)}"
        parts.append(f"**{group}**\n\n{head}\n" + "\n".join(rows))
    listed = [f"- {escape(line.strip())}" for line in _lines(comparison)]
    return "\n\n".join(parts) + "\n\n" + "\n".join(listed) + "\n"


def escape(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    text = html.escape(text, quote=False)
    for character in "\\`*_{}[]#|~":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", " ")


def flip_line(flip: Flip) -> str:
    """Return a line that tells a question that turned right or wrong."""
    turned = "now right" if flip.now_right else "now wrong"
    answers = f"{flip.before or 'no answer'} → {flip.after or 'no answer'}"
    return f"{turned}  {flip.id}  {flip.question}  ({answers})"


def _groups(comparison: Comparison) -> Iterator[tuple[str, list[Change]]]:
    for name, changes in groupby(comparison.changes, key=lambda change: change.group):
        yield ("Overall" if name == "overall" else row_name(name)), list(changes)


def _cells(change: Change) -> tuple[str, ...]:
    found = change.difference
    mark = " ▼" if change.worse else " ▲" if change.better else ""
    return (
        str(found.questions),
        f"{100 * found.before:.1f}",
        f"{100 * found.after:.1f}",
        f"{100 * found.change:+.1f}{mark}",
        f"{100 * found.low:+.1f} to {100 * found.high:+.1f}",
        f"{found.better}/{found.worse}",
    )


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from comparison.notes
    for count, which in ((comparison.only_before, "first"), (comparison.only_after, "second")):
        if count:
            yield f"{count} questions are only in the {which} run: left out."
    flips = comparison.flips
    if flips:
        more = f" (the first {SHOWN})" if len(flips) > SHOWN else ""
        right, wrong = comparison.turned_right, len(flips) - comparison.turned_right
        chance = f"McNemar p = {comparison.chance:.2g}"
        yield f"{right} questions turned right, {wrong} wrong ({chance})."
        yield f"{len(flips)} questions flipped{more}:"
        yield from (f"  {flip_line(flip)}" for flip in flips[:SHOWN])
    else:
        yield "No question flipped."
