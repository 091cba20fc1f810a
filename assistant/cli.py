"""The command line: add, ask, search, list, remove, reindex, chat, conversations and doctor."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import cli_conversations
from sources import SourceError, ThamtopError, load, load_settings

if TYPE_CHECKING:
    from assistant.answer import Answer, Event
    from assistant.assistant import Assistant

FAILED = 2  # exit code of a command that could not do its work
WRONG = 1  # of `doctor`, when it found something wrong

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Ask articles in Thai or English; every answer is cited to the words of its source.",
)
app.add_typer(cli_conversations.app, name="conversations")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main() -> None:
    """Run the command line; an error is one sentence on standard error and exit code 2."""
    try:
        app(prog_name="thamtop")
        return
    except ThamtopError as error:
        problem = str(error)
    except OSError as error:  # a full disk, an output that cannot be written
        reason = error.strerror or error
        problem = f"The system refused ({reason}); free some space or check permissions."
    typer.echo(f"thamtop: {problem}", err=True)
    raise SystemExit(FAILED)


@contextmanager
def _assistant(*, rebuild: bool = False) -> Iterator["Assistant"]:
    from assistant.assistant import Assistant

    assistant = Assistant.open(load_settings(), rebuild=rebuild)
    try:
        yield assistant
    finally:
        assistant.close()


@app.command()
def add(sources: Annotated[list[str], typer.Argument(help="Files, addresses or feeds.")]) -> None:
    """Add articles: files (.txt .md .html .pdf .docx), web pages, RSS or Atom feeds."""
    settings = load_settings()
    failed = 0
    with _assistant() as assistant:
        for source in sources:
            try:
                for document in load(source, settings):
                    added = assistant.index.add(document)
                    typer.echo(f"{added.document_id}  {added.status}  {document.title}")
            except SourceError as error:
                failed += 1
                typer.echo(f"thamtop: {error}", err=True)
        _embed(assistant)
    if failed:
        raise SystemExit(FAILED)


@app.command()
def ask(question: str, as_json: Json = False) -> None:
    """Answer a question, with the words of the source that the answer rests on."""
    _checked(question)
    with _assistant() as assistant:
        _embed(assistant)
        if as_json:
            _print_json(assistant.ask(question).to_json())
        else:
            _print_events(assistant.stream(question), at_once=sys.stdout.isatty())


@app.command()
def search(
    question: str,
    as_json: Json = False,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most passages shown.")] = 10,
) -> None:
    """Show the passages found for a question, best first."""
    asked = _checked(question)
    with _assistant() as assistant:
        _embed(assistant)
        hits = assistant.index.search(asked, limit)
    if as_json:
        _print_json(
            [
                {
                    "document_id": hit.passage.document_id,
                    "title": hit.title,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": round(hit.score, 4),
                    "text": hit.passage.text,
                }
                for hit in hits
            ]
        )
        return
    for place, hit in enumerate(hits, 1):
        where = f"{hit.passage.document_id}:{hit.passage.start}-{hit.passage.end}"
        typer.echo(f"{place}. {hit.title}  ({where}, {hit.score:.3f})\n   {hit.passage.text}\n")


@app.command(name="list")
def list_documents(as_json: Json = False) -> None:
    """List the articles."""
    with _assistant() as assistant:
        entries = assistant.index.entries()
    if as_json:
        _print_json(
            [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "language": entry.language,
                    "published": entry.published.isoformat() if entry.published else None,
                    "origin": entry.origin,
                    "edition": entry.edition,
                    "passages": entry.passages,
                    "embedded": entry.embedded,
                    "added_at": entry.added_at.isoformat(),
                }
                for entry in entries
            ]
        )
        return
    for entry in entries:
        day = entry.published.isoformat() if entry.published else "undated"
        typer.echo(
            f"{entry.id}  {entry.language}  {day:10}  {entry.embedded}/{entry.passages} passages  "
            f"{entry.title}"
        )


@app.command()
def remove(document_id: str) -> None:
    """Remove an article by its id."""
    document_id = document_id.encode("utf-8", "replace").decode()  # no id has other characters
    with _assistant() as assistant:
        assistant.index.remove(document_id)
    typer.echo(f"{document_id}  removed")


@app.command()
def reindex() -> None:
    """Encode everything anew with the encoder that is set."""
    with _assistant(rebuild=True) as assistant:
        _embed(assistant)
        typer.echo(f"The index now belongs to the encoder {assistant.index.encoder_name}.")


@app.command()
def doctor(as_json: Json = False) -> None:
    """Say what is in use and what is wrong with it; the exit code is 1 if anything is."""
    from assistant.doctor import examine

    found = []
    for finding in examine():
        found.append(finding)
        if not as_json:
            mark = "ok   " if finding.well else "wrong"
            typer.echo(f"{mark}  {finding.part + ':':13}{finding.text}")
    well = all(finding.well for finding in found)
    if as_json:
        _print_json({"well": well, "findings": [finding.to_json() for finding in found]})
    raise SystemExit(0 if well else WRONG)


@app.command()
def chat(
    port: Annotated[
        int | None, typer.Option(help="Port of the page; a free one by default.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Open the chat in a browser."""
    load_settings()
    command = [sys.executable, "-m", "ui.launch"]
    command += [f"--port={port}"] if port else []
    command += [] if browser else ["--no-browser"]
    try:
        raise SystemExit(subprocess.call(command))
    except KeyboardInterrupt:
        raise SystemExit(0) from None


def _checked(question: str) -> str:
    """Return a question as it is understood; refuse a bad one before an index is opened or made."""
    from assistant.question import understand

    return understand(question).text


def _embed(assistant: "Assistant") -> None:
    """Encode what waits for its vectors, with a progress bar on a terminal."""
    if not assistant.index.pending():
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Encoding", total=None)
        assistant.index.embed_pending(
            lambda done, total: bar.update(task, completed=done, total=total)
        )
    assistant.index.rest()  # a process that answers one question encodes no more passages


def _print_json(value: Any) -> None:  # noqa: ANN401 (JSON)
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _print_events(events: "Iterable[Event]", *, at_once: bool) -> None:
    """Print an answer, then what it cites.

    Args:
        events: As they come from the assistant.
        at_once: Print each claim as soon as it is verified.
    """
    from assistant.answer import Answer, Claim
    from assistant.numbering import numbered

    answers: list[Answer] = []

    def claims() -> Iterator[Claim]:
        for event in events:
            if isinstance(event, Answer):
                answers.append(event)
            elif at_once and isinstance(event, Claim):
                yield event

    printed = 0
    for printed, text in enumerate(numbered(claims()), 1):
        typer.echo(text if printed == 1 else f"\n{text}")
    (answer,) = answers
    if not printed:
        typer.echo(answer.text)
    _print_sources(answer)


def _print_sources(answer: "Answer") -> None:
    """Print what an answer cites, by its numbers, and what is to be known of it."""
    from assistant.numbering import cited, doubted
    from assistant.strings import UNCONFIRMED

    if answer.unconfirmed:
        typer.echo(f"\n{UNCONFIRMED[answer.language]}")
    for text in doubted(answer):
        typer.echo(f"- {text}")
    for number, citation in enumerate(cited(answer.shown), 1):
        where = f"{citation.document_id}:{citation.start}-{citation.end}"
        typer.echo(f"\n[{number}] {citation.title} ({where})\n    {citation.quote}")
    if answer.suggestion:
        label = {"th": "ลองถามว่า", "en": "You could ask"}[answer.language]
        typer.echo(f"{label}: {answer.suggestion}")
    if answer.note:  # tells how it came about: no part of what a program may want to read
        typer.echo(f"\n{answer.note}", err=True)


if __name__ == "__main__":
    main()
