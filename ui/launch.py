"""Launch: start the page's server, ready to be used (`python -m ui.launch`)."""

import socket
import subprocess
import sys
from importlib.util import find_spec
from math import ceil
from typing import Annotated

import typer

from sources import ThamtopError, load_settings
from ui.theme import OPTIONS

FIRST_PORT, PORTS = 8501, 100
_SERVER = {
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": "true",  # and the advertisement for its makers over the page
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
}


def command(port: int, *, headless: bool, address: str = "localhost") -> list[str]:
    """Return the command line that starts the server.

    Args:
        port: Port of the page.
        headless: Do not open a browser.
        address: Where the server listens. Anyone who reaches it can read, add and remove articles.
    """
    spec = find_spec("ui.app")
    if spec is None or spec.origin is None:
        raise RuntimeError("The package ui is not installed; run `make chat`.")
    options = {**_SERVER, **OPTIONS}
    options["server.maxUploadSize"] = str(ceil(load_settings().max_source_mb))
    options |= {"server.headless": str(headless).lower(), "server.address": address}
    options["server.port"] = str(port)
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "ui.server", "run", spec.origin, *flags]


def free_port(address: str) -> int:
    """Return the first port from 8501 on that is free at an address; 8501 if none is near."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((address, port))
            except OSError:
                continue
            return port
    return FIRST_PORT


def main(
    port: Annotated[int | None, typer.Option(help="Port of the page.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    address: Annotated[
        str, typer.Option(help="Where to listen; 0.0.0.0 lets other machines in.")
    ] = "localhost",
) -> None:
    """Start the chat's page and keep it running until interrupted."""
    port = free_port(address) if port is None else port
    shown = "localhost" if address in ("0.0.0.0", "::") else address
    typer.echo(f"\n  Thamtop: http://{shown}:{port}\n")
    try:
        raise SystemExit(subprocess.call(command(port, headless=not browser, address=address)))
    except ThamtopError as error:
        typer.echo(f"thamtop: {error}", err=True)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        raise SystemExit(0) from None


if __name__ == "__main__":
    typer.run(main)
