"""Command line of the evaluation: ``evals run`` and what is done with its results.

Heavy imports wait inside the functions, so that ``evals --help`` is instant.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.cli_retrieval import benchmark, speed
from evals.terminal import check_writable, console, progress_bars, reports, told, write_json
from sources import EvaluationError, load_settings

if TYPE_CHECKING:
    from evals.evaluation import Plan

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
        typer.Argument(
            help="Question set: JSON Lines, SQuAD 1.1 or a BEIR folder; default: the shipped sets."
        ),
    ] = None,
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            help="Articles or SQuAD files to ask; several after one flag, after QUESTIONS. "
            "Default: the questions' own file, or the shipped article.",
        ),
    ] = None,
    json_out: Annotated[
        Path | None, typer.Option("--json", help="Write all figures and items to this file.")
    ] = None,
    html_out: Annotated[
        Path | None, typer.Option("--html", help="Write a report with charts and every failure.")
    ] = None,
    markdown_out: Annotated[
        Path | None, typer.Option("--markdown", help="Write the tables as Markdown.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask at most N questions, spread over the set.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Draw the --limit questions at random with this seed.")
    ] = None,
    answerer: Annotated[
        str,
        typer.Option(
            help="Who answers: extractive, chat (the chat model that is set), overlap (a "
            "baseline), none (search alone)."
        ),
    ] = "extractive",
    encoder: Annotated[
        str | None, typer.Option(help="Encoder to measure in place of the one that is set.")
    ] = None,
    judge: Annotated[
        str | None,
        typer.Option(help="Chat model, such as ollama:llama3.2, that judges the claims as well."),
    ] = None,
    retrieval_only: Annotated[
        bool, typer.Option("--retrieval-only", help="The same as --answerer none.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the run to --json that was broken off.")
    ] = False,
) -> None:
    """Ask every question of a set and print how well the answers did."""
    from evals.evaluation import RETRIEVAL, Plan

    plan = Plan(
        questions,
        tuple(corpus or ()),
        limit,
        seed,
        RETRIEVAL if retrieval_only else answerer,
        encoder,
    )
    with told():
        for path, option in (
            (json_out, "--json"),
            (html_out, "--html"),
            (markdown_out, "--markdown"),
        ):
            check_writable(path, option)
        if resume and json_out is None:
            raise EvaluationError("--resume needs --json: the run is kept beside that file.")
        ask_judge = _judge(judge) if judge else None
        result = measured(plan, json_out, resume=resume)
        write_json(result, json_out)  # before the judge, who may fail
        if ask_judge:
            ask_judge(result)
            write_json(result, json_out)
        reports(result, html_out, markdown_out)
    from evals.report import print_report

    print_report(result, console())


@app.command()
def report(
    result_file: Annotated[Path, typer.Argument(metavar="RESULT", help="A file of --json.")],
    html_out: Annotated[Path | None, typer.Option("--html", help="Write the report here.")] = None,
    markdown_out: Annotated[
        Path | None, typer.Option("--markdown", help="Write the tables as Markdown here.")
    ] = None,
) -> None:
    """Print a result again, or write it as a page or as Markdown."""
    from evals.comparing import read_result
    from evals.report import print_report

    with told():
        check_writable(html_out, "--html")
        check_writable(markdown_out, "--markdown")
        result = read_result(result_file, whole=True)
        reports(result, html_out, markdown_out)
    print_report(result, console())


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(help="The result of the first run.")],
    after: Annotated[Path, typer.Argument(help="The result of the second.")],
    markdown_out: Annotated[
        Path | None, typer.Option("--markdown", help="Write the comparison as Markdown.")
    ] = None,
) -> None:
    """Compare two runs over the same questions: paired differences, and what flipped."""
    from evals.comparing import compare_runs, read_result
    from evals.comparing_report import markdown_of_runs, print_runs

    with told():
        check_writable(markdown_out, "--markdown")
        found = compare_runs(read_result(before), read_result(after))
        if markdown_out:
            markdown_out.write_text(markdown_of_runs(found), encoding="utf-8")
    print_runs(found, console())


@app.command()
def check(
    result_file: Annotated[
        Path | None,
        typer.Argument(metavar="RESULT", help="A file of --json; default: the sets are run now."),
    ] = None,
    baseline_file: Annotated[
        Path, typer.Option("--baseline", help="What an earlier run reached.")
    ] = Path("evals/baseline.json"),
    answerer: Annotated[str, typer.Option(help="Who answers, if the sets are run now.")] = (
        "extractive"
    ),
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="Run so many of the questions only, taken evenly over the sets."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Make this run the baseline instead of checking it.")
    ] = False,
) -> None:
    """Fail if a figure dropped by more than chance explains, and say which questions flipped."""
    from evals.comparing import baseline, compare_runs, read_result
    from evals.comparing_report import print_runs

    with told():
        if limit and (update or result_file):
            raise EvaluationError(
                "--limit is for a check that runs the sets now: "
                "leave it out with --update or a result file."
            )
        earlier = None if update else read_result(baseline_file)
        if result_file:
            result = read_result(result_file)
        else:
            from evals.evaluation import Plan

            result = measured(Plan(answerer=answerer, limit=limit), None)
        if earlier is None:
            write_json(baseline(result), baseline_file)
            typer.echo(f"{baseline_file} now holds this run.")
            return
        found = compare_runs(earlier, result)
    print_runs(found, console())
    if found.drops:
        worse = ", ".join(f"{drop.heading.lower()} ({drop.group})" for drop in found.drops)
        typer.echo(f"Worse by more than chance explains: {worse}.", err=True)
        raise typer.Exit(1)
    typer.echo("Nothing dropped by more than chance explains.")


@app.command()
def new(
    articles: Annotated[
        list[str] | None, typer.Argument(help="Articles to draft questions from.")
    ] = None,
    out: Annotated[Path, typer.Option(help="The set to write.")] = Path("drafts.jsonl"),
    thumbs: Annotated[
        bool, typer.Option("--thumbs", help="Take the questions rated in the chat instead.")
    ] = False,
) -> None:
    """Draft a question set, for a person to check, from articles or from the chat's thumbs."""
    from evals.drafting import drafted, rated, write_set

    with told():
        if bool(articles) == thumbs:
            raise EvaluationError("Give articles to draft questions from, or --thumbs.")
        check_writable(out, "--out")
        rows = rated(load_settings()) if thumbs else drafted(articles or [], load_settings())
        write_set(rows, out)
    typer.echo(
        f"{len(rows)} questions in {out}. Read each one, correct it, and delete what is wrong."
    )


app.command()(benchmark)
app.command()(speed)


def _judge(name: str) -> Callable[[dict[str, Any]], None]:
    """Open a judge, before the run rather than after it."""
    from evals.judge import judge_result, open_judge

    judge = open_judge(name)

    def ask(result: dict[str, Any]) -> None:
        with progress_bars() as progress:
            judge_result(result, judge, progress)

    return ask


def measured(plan: "Plan", out: Path | None, *, resume: bool = False) -> dict[str, Any]:
    """Run an evaluation with bars in the terminal and return what a result file holds.

    Raises:
        ThamtopError: The questions or the corpus cannot be used.
    """
    from evals.answerers import CHAT
    from evals.evaluation import evaluate, prepare

    prepared = prepare(plan)
    if prepared.left_out:
        typer.echo(
            f"{prepared.left_out} questions have no passage in the corpus: left out.", err=True
        )
    if plan.answerer == CHAT and (model := load_settings().chat_model):
        typer.echo(
            f"{prepared.asks} questions go to the chat model {model}, at its price and pace.",
            err=True,
        )
    with progress_bars() as progress:
        return evaluate(prepared, progress, out, resume=resume)


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


if __name__ == "__main__":
    main()
