"""Command line of the evaluation: ``evals run``, ``evals benchmark``, ``evals speed``.

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
        _check_writable(json_out, "--json")
        result = evaluate(questions, corpus or [], limit, retrieval_only=retrieval_only)
        _write_json(result, json_out)
    except ThamtopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    from rich.console import Console

    from evals.report import print_report

    print_report(result, Console())


@app.command()
def benchmark(
    squad_th: Annotated[
        str | None, typer.Option("--squad-th", help="SQuAD 1.1 file in Thai (XQuAD).")
    ] = None,
    squad_en: Annotated[
        str | None,
        typer.Option("--squad-en", help="The same in English; questions are joined by their ids."),
    ] = None,
    iapp: Annotated[
        str | None, typer.Option("--iapp", help="Another SQuAD 1.1 file in Thai (iapp-wiki-qa).")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask at most N questions a pair, spread over it.")
    ] = None,
    peers: Annotated[
        bool, typer.Option(help="Measure what a tutorial builds, too (the extra `benchmark`).")
    ] = True,
    markdown_out: Annotated[
        Path | None, typer.Option("--markdown", help="Write the table to this file as Markdown.")
    ] = None,
    json_out: Annotated[
        Path | None, typer.Option("--json", help="Write all figures and ranks to this file.")
    ] = None,
) -> None:
    """Compare retrieval: each leg alone, their fusion, and common ways to do it."""
    try:
        _check_writable(markdown_out, "--markdown")
        _check_writable(json_out, "--json")
        from evals.comparison import compare
        from evals.comparison_report import markdown, print_comparison
        from evals.pairs import read_benches

        benches = read_benches(squad_th, squad_en, iapp, limit)
        with _progress() as progress:
            result = compare(benches, progress, peers=peers)
        _write_json(result, json_out)
        if markdown_out:
            markdown_out.write_text(markdown(result), encoding="utf-8")
    except ThamtopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    from rich.console import Console

    print_comparison(result, Console())


@app.command()
def speed(
    articles: Annotated[list[str], typer.Argument(help="Articles or SQuAD files to draw from.")],
    passages: Annotated[int, typer.Option(min=1, help="Search over this many.")] = 100_000,
    questions: Annotated[int, typer.Option(min=2, help="Ask this many.")] = 60,
) -> None:
    """Time adding a document of 300 passages, and searches over many passages."""
    from evals.scale import measure_scale

    try:
        measure_scale(articles, passages, questions, typer.echo)
    except ThamtopError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


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
            "reranker": index.reranker_name,
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


def _check_writable(path: Path | None, option: str) -> None:
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


def _write_json(result: dict[str, Any], path: Path | None) -> None:
    if path is not None:
        text = json.dumps(result, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
