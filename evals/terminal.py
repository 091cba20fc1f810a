"""Terminal: what the commands of the evaluation share, from bars to the files they write."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from sources import EvaluationError, ThamtopError

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def told() -> Iterator[None]:
    """End with the sentence of an error and the exit code 2."""
    try:
        yield
    except ThamtopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def console() -> "Console":
    """Return the terminal, for tables."""
    from rich.console import Console

    return Console()


def reports(result: dict[str, Any], html: Path | None, markdown: Path | None) -> None:
    """Write the reports of a result that are asked for."""
    if html:
        from evals.html_report import html_report

        html.write_text(html_report(result), encoding="utf-8")
    if markdown:
        from evals.markdown_report import markdown_report

        markdown.write_text(markdown_report(result), encoding="utf-8")


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """Show progress: what is being done, the number done, the total."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield show


def check_writable(path: Path | None, option: str) -> None:
    """Fail before the run rather than after it."""
    if path is None:
        return
    try:
        with path.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise EvaluationError(
            f"{path} cannot be written ({reason}); give {option} another path."
        ) from error


def write_json(result: dict[str, Any], path: Path | None) -> None:
    """Write a result whole or not at all, and delete what was kept for resuming it."""
    if path is not None:
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(path)  # a run broken off here leaves what was there before
        path.with_name(f"{path.name}.partial").unlink(missing_ok=True)
