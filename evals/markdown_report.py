"""Markdown report: the tables of a result, for a pull request."""

from collections.abc import Iterator

from evals.comparing_report import escape
from evals.figures import Figures
from evals.report import TABLES, groups, interval_of, shown

SHOWN = 20  # failures listed


def markdown_report(result: Figures) -> str:
    """Return the tables of a result, with intervals, and its first failures, as Markdown."""
    return "\n\n".join([*_tables(result), *_failures(result)]) + "\n"


def _tables(result: Figures) -> Iterator[str]:
    for title, columns in TABLES:
        heads = ["Questions", *(heading for heading, _, _ in columns)]
        rows = [
            [name, *(f"{shown(group, c)}{interval_of(group, c)}" for c in columns)]
            for name, group in groups(result)
        ]
        lines = [_row(heads), f"|---|{'---:|' * len(columns)}", *map(_row, rows)]
        yield f"**{title}**\n\n" + "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _failures(result: Figures) -> Iterator[str]:
    failed = [item for item in result["items"] if item["problems"]]
    if not failed:
        return
    lines = [
        f"- {escape(item['id'])} {escape(item['question'])}: {escape(' '.join(item['problems']))}"
        for item in failed[:SHOWN]
    ]
    more = f" (the first {SHOWN})" if len(failed) > SHOWN else ""
    heading = f"{len(failed)} of {len(result['items'])} questions with something wrong{more}"
    listed = "\n".join(lines)
    yield f"<details><summary>{heading}</summary>\n\n{listed}\n\n</details>"
