"""Launch: start the page's server, ready to be used (`python -m ui.launch`)."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from ui.theme import OPTIONS

_SERVER = {
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "server.maxUploadSize": "200",
    "server.fileWatcherType": "none",
}


def command(port: int | None, *, headless: bool) -> list[str]:
    """Return the command line that starts the server."""
    spec = find_spec("ui.app")
    if spec is None or spec.origin is None:
        raise RuntimeError("The package ui is not installed; run `make chat`.")
    options = {**_SERVER, **OPTIONS, "server.headless": str(headless).lower()}
    if port is not None:
        options["server.port"] = str(port)
    page = str(Path(spec.origin))
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", page, *flags]


def main(
    port: Annotated[int | None, typer.Option(help="Port of the page.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Start the chat's page and keep it running until interrupted."""
    environment = dict(os.environ)
    try:
        raise SystemExit(subprocess.call(command(port, headless=not browser), env=environment))
    except KeyboardInterrupt:
        raise SystemExit(0) from None


if __name__ == "__main__":
    typer.run(main)
