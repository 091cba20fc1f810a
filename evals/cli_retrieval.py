"""Command line of the evaluation, retrieval alone: ``evals benchmark`` and ``evals speed``.

Heavy imports wait inside the functions, as in `cli`.
"""

from pathlib import Path
from typing import Annotated

import typer

from evals.terminal import check_writable, console, progress_bars, told, write_json


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
    with told():
        check_writable(markdown_out, "--markdown")
        check_writable(json_out, "--json")
        from evals.comparison import compare
        from evals.comparison_report import markdown, print_comparison
        from evals.pairs import read_benches

        benches = read_benches(squad_th, squad_en, iapp, limit)
        with progress_bars() as progress:
            result = compare(benches, progress, peers=peers)
        write_json(result, json_out)
        if markdown_out:
            markdown_out.write_text(markdown(result), encoding="utf-8")
    print_comparison(result, console())


def speed(
    articles: Annotated[list[str], typer.Argument(help="Articles or SQuAD files to draw from.")],
    passages: Annotated[int, typer.Option(min=1, help="Search over this many.")] = 100_000,
    questions: Annotated[int, typer.Option(min=2, help="Ask this many.")] = 60,
) -> None:
    """Time adding a document of 300 passages, and searches over many passages."""
    from evals.scale import measure_scale

    with told():
        measure_scale(articles, passages, questions, typer.echo)
