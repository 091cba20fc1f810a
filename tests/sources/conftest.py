"""A real web server on the loopback address, and settings that fit it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sources import Settings


class Site:
    """Pages by path; what is not there is answered with 404.

    Attributes:
        address: Where the site answers, without a slash at its end.
        asked: Paths asked for, in order.
    """

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self._answers: dict[str, tuple[int, bytes, dict[str, str]]] = {}
        self.stop = threading.Event()
        self.slow: set[str] = set()

    def put(self, path: str, body: str | bytes, kind: str = "text/html", status: int = 200) -> str:
        """Serve a body at a path and return its address."""
        data = body.encode() if isinstance(body, str) else body
        self._answers[path] = (status, data, {"Content-Type": kind})
        return self.address + path

    def redirect(self, path: str, target: str) -> str:
        """Answer a path with a redirect and return its address."""
        self._answers[path] = (302, b"", {"Location": target})
        return self.address + path

    def answer(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """Look a path up."""
        self.asked.append(path)
        return self._answers.get(path, (404, b"nothing here", {"Content-Type": "text/plain"}))


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, data, headers = site.answer(self.path)
            if self.path in site.slow:
                site.stop.wait(5)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(data)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, format: str, *args: object) -> None:
            return

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """Run an empty site for one test."""
    site = Site()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(site)) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield site
        site.stop.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def settings() -> Settings:
    """Return settings with short limits."""
    return Settings(fetch_timeout_s=5, max_source_mb=1)
