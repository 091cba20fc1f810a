"""The command line's part on kept conversations: list, show and remove."""

import json
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sources import detect_language, load_settings

if TYPE_CHECKING:
    from assistant.conversations import Conversations

app = typer.Typer(help="List the conversations that are kept; show or remove one.")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(invoke_without_command=True)
def list_conversations(context: typer.Context, as_json: Json = False) -> None:
    """List the conversations that are kept, the newest first; show or remove one."""
    if context.invoked_subcommand:
        return
    found = _kept().list()
    if as_json:
        rows = [asdict(summary) for summary in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for summary in found:
        day = datetime.fromisoformat(summary.begun_at).astimezone()
        count = f"{summary.turns} question{'' if summary.turns == 1 else 's'}"
        title = " ".join(summary.title.split())
        typer.echo(f"{summary.id}  {day:%Y-%m-%d %H:%M}  {count:>12}  {title}")


@app.command()
def show(conversation_id: str, as_json: Json = False) -> None:
    """Print a conversation as Markdown; citations of articles changed or removed since say so."""
    from assistant.assistant import Assistant
    from assistant.export import conversation_json, conversation_markdown

    conversation = _kept().load(conversation_id)
    with closing(Assistant.open(load_settings())) as assistant:
        if as_json:
            typer.echo(conversation_json(conversation, assistant.index))
            return
        asked = " ".join(told.question for told in conversation.turns)
        markdown = conversation_markdown(conversation, detect_language(asked), assistant.index)
        typer.echo(markdown, nl=False)


@app.command()
def remove(conversation_id: str) -> None:
    """Remove a conversation by its id."""
    _kept().delete(conversation_id)
    typer.echo(f"{conversation_id}  removed")


def _kept() -> "Conversations":
    from assistant.conversations import Conversations

    return Conversations(load_settings().home)
