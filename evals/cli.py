"""Command line of the evaluation: ``evals run``.

Heavy imports wait inside the functions, so that ``evals --help`` is instant.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from sources import EvaluationError, ThamtopError

app = typer.Typer(
    help="Measure retrieval, answers, citations and abstention on a question set.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _root() -> None:
    """Keep ``run`` a command of its own name."""


@app.command()
def run(
    questions: Annotated[
        str | None,
        typer.Argument(help="Question set, JSON Lines or SQuAD 1.1; default: the shipped set."),
    ] = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            help="Articles or SQuAD files to ask; several after one flag, after QUESTIONS. "
            "Default: the questions' own SQuAD file, or the shipped article.",
        ),
    ] = None,
    json_out: Annotated[
        Path | None, typer.Option("--json", help="Write all figures and items to this file.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask at most N questions, spread over the set.")
    ] = None,
    retrieval_only: Annotated[
        bool, typer.Option("--retrieval-only", help="Search without answering.")
    ] = False,
) -> None:
    """Ask every question of a set and print how well the answers did."""
    try:
        if json_out:
            _check_writable(json_out)
        result = evaluate(questions, corpus or [], limit, retrieval_only=retrieval_only)
        if json_out:
            text = json.dumps(result, ensure_ascii=False, indent=1)
            json_out.write_text(text + "\n", encoding="utf-8")
    except ThamtopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    from rich.console import Console

    from evals.report import print_report

    print_report(result, Console())


def evaluate(
    questions: str | None, corpus_paths: Sequence[str], limit: int | None, *, retrieval_only: bool
) -> dict[str, Any]:
    """Run an evaluation and return what a result file holds.

    Raises:
        ThamtopError: The questions or the corpus cannot be used.
    """
    from evals.corpus import indexed, join, read_corpus, read_set, spread
    from evals.figures import result
    from evals.runner import Run

    asked = read_set(questions)
    corpus = read_corpus(corpus_paths, asked)
    joined = join(asked, corpus)
    if len(joined) < len(asked.questions):
        left_out = len(asked.questions) - len(joined)
        typer.echo(f"{left_out} questions have no passage in the corpus: left out.", err=True)
    with _progress() as progress, indexed(corpus, progress) as index:
        ask = None
        if not retrieval_only:
            from assistant import Assistant

            ask = Assistant(index).ask
        items = Run(corpus, index, ask).items(
            spread(joined, limit), lambda done, total: progress("Asking", done, total)
        )
        about = {
            "questions": asked.name,
            "corpus": list(corpus.names),
            "encoder": index.encoder_name,
            "retrieval_only": retrieval_only,
            "limit": limit,
        }
    return {"run": about, **result(items)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; without a command it is ``run``."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] != "--help"):
        given.insert(0, "run")
    app(args=spread_option(given, "--corpus"), prog_name="evals")


def spread_option(arguments: Sequence[str], option: str) -> list[str]:
    """Repeat an option before each of its values: click takes one value a flag."""
    spread: list[str] = []
    inside = False
    for argument in arguments:
        if argument.startswith("-"):
            inside = argument == option
        elif inside and spread[-1] != option:
            spread.append(option)
        spread.append(argument)
    return spread


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
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


def _check_writable(path: Path) -> None:
    """Fail before the run rather than after it."""
    try:
        with path.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise EvaluationError(
            f"{path} cannot be written ({reason}); give --json another path."
        ) from error


if __name__ == "__main__":
    main()
