"""A chat server on the loopback that behaves as a test tells it, well or badly.

It speaks OpenAI's protocol (``/v1/chat/completions``, streamed as server-sent events), so that what
is tested is the whole way: LangChain, the provider's client, HTTP, the socket.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import perf_counter

from sources import Settings

Script = Callable[["Wire"], None]


class ChatServer(ThreadingHTTPServer):
    """Plays its scripts, one a request; the last one again and again.

    Attributes:
        scripts: What is still to be played.
        requests: The bodies of the requests, in order.
        keys: What each of them sent as authorization.
        said: When each piece was sent, by `perf_counter`.
        left: Set when a client has gone before the end of a reply.
        closing: Set when the server closes; every pause ends then.
    """

    daemon_threads = True
    request_queue_size = (
        64  # of five, as is usual, eight at once would have one connect a second late
    )

    def __init__(self, *scripts: Script) -> None:
        super().__init__(("127.0.0.1", 0), Wire)
        self.scripts = list(scripts)
        self.requests: list[dict[str, object]] = []
        self.keys: list[str] = []
        self.said: list[tuple[float, str]] = []
        self.left = threading.Event()
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def settings(self, **overrides: object) -> Settings:
        """Return settings whose chat model is this server."""
        given = {"chat_model": "little", "chat_base_url": self.address, **overrides}
        return Settings(**given)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that leaves is what many tests are about."""


class Wire(BaseHTTPRequestHandler):
    """One request, and what a script can do with it."""

    protocol_version = "HTTP/1.1"
    server: ChatServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self._play(json.loads(body))

    def do_GET(self) -> None:
        self._play({})  # what a client makes of its request after some redirects

    def _play(self, body: dict[str, object]) -> None:
        served = self.server
        served.requests.append(body)
        served.keys.append(self.headers.get("authorization", ""))
        script = served.scripts.pop(0) if len(served.scripts) > 1 else served.scripts[0]
        self.close_connection = True
        try:
            script(self)
        except OSError:
            served.left.set()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def answer(self, status: int, body: str, kind: str, headers: dict[str, str]) -> None:
        """Send a whole response."""
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body.encode())))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def begin(self) -> None:
        """Begin a streamed response."""
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.say("")

    def say(self, text: str) -> None:
        """Send one piece of the reply."""
        self.delta({"role": "assistant", "content": text})
        self.server.said.append((perf_counter(), text))

    def delta(self, delta: dict[str, object], reason: str | None = None) -> None:
        """Send what a piece adds to the reply."""
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        told = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "little"}
        self.event({**told, "choices": [choice]})

    def event(self, data: object) -> None:
        """Send one event."""
        told = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        self.raw(f"data: {told}\n\n".encode())

    def raw(self, data: bytes) -> None:
        """Send bytes of a streamed response."""
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def complete(self) -> None:
        """End a streamed response as it should end."""
        self.delta({}, "stop")
        self.event("[DONE]")
        self.raw(b"")

    def pause(self, seconds: float) -> None:
        """Wait, but not longer than the server lives."""
        self.server.closing.wait(seconds)

    def forever(self) -> Iterator[int]:
        """Count until the server closes."""
        count = 0
        while not self.server.closing.is_set():
            yield count
            count += 1


@contextmanager
def chat_server(*scripts: Script) -> Iterator[ChatServer]:
    """Serve scripts on a free port."""
    server = ChatServer(*scripts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def claim(text: str, passage: int, quote: str) -> str:
    """Return a line of a reply."""
    told = {"claim": text, "passage": passage, "quote": quote}
    return json.dumps(told, ensure_ascii=False) + "\n"


def saying(*pieces: str) -> Script:
    """Send pieces one after another, and end well."""

    def play(wire: Wire) -> None:
        wire.begin()
        for piece in pieces:
            wire.say(piece)
        wire.complete()

    return play


def breaking_off(*pieces: str) -> Script:
    """Send pieces, then close the connection."""

    def play(wire: Wire) -> None:
        wire.begin()
        for piece in pieces:
            wire.say(piece)

    return play


def stalling(*pieces: str) -> Script:
    """Send pieces, then nothing, and leave the connection open."""

    def play(wire: Wire) -> None:
        wire.begin()
        for piece in pieces:
            wire.say(piece)
        wire.pause(60)

    return play


def silent(wire: Wire) -> None:
    """Take the request and never say a word, not even a status."""
    wire.pause(60)


def dripping(*pieces: str) -> Script:
    """Send pieces, then a comment a moment, for ever: no read ever times out."""

    def play(wire: Wire) -> None:
        wire.begin()
        for piece in pieces:
            wire.say(piece)
        for _ in wire.forever():
            wire.raw(b": still here\n\n")
            wire.pause(0.05)

    return play


def endless(piece: str, *first: str) -> Script:
    """Send one piece again and again, after others."""

    def play(wire: Wire) -> None:
        wire.begin()
        for other in first:
            wire.say(other)
        for _ in wire.forever():
            wire.say(piece)

    return play


def refusing(status: int, body: str = "{}", **headers: str) -> Script:
    """Answer with a status."""

    def play(wire: Wire) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        wire.answer(status, body, "application/json", named)

    return play


def page(wire: Wire) -> None:
    """Answer with a web page, as a proxy or a wrong address does."""
    wire.answer(200, "<!doctype html>\n<p>Please log in.\n" * 40, "text/html", {})


def sending(*events: str) -> Script:
    """Begin well, then send events of one's own."""

    def play(wire: Wire) -> None:
        wire.begin()
        for event in events:
            wire.event(event)
        wire.complete()

    return play


garbled = sending('{"choices": [{"delta": {"content": "')


def long_line(megabytes: int) -> Script:
    """Send one event of so many megabytes."""
    return saying("x" * (megabytes * 1_000_000))


def endless_line(wire: Wire) -> None:
    """Send one line that never ends."""
    wire.begin()
    for _ in wire.forever():
        wire.raw(b"x" * 65_536)


def bytes_of(data: bytes) -> Script:
    """Begin well, then send bytes of one's own."""

    def play(wire: Wire) -> None:
        wire.begin()
        wire.raw(data)
        wire.complete()

    return play


not_utf8 = bytes_of(b'data: {"choices": [{"delta": {"content": "\xff\xfe\xe0\xb8"}}]}\n\n')


def nothing(wire: Wire) -> None:
    """Answer well, with a stream that ends before it has begun."""
    wire.send_response(200)
    wire.send_header("content-type", "text/event-stream")
    wire.send_header("content-length", "0")
    wire.end_headers()


def tools(wire: Wire) -> None:
    """Call a tool that nobody offered, and say nothing."""
    call = {"index": 0, "id": "a", "type": "function"}
    wire.begin()
    wire.delta({"tool_calls": [{**call, "function": {"name": "search", "arguments": "{}"}}]})
    wire.delta({}, "tool_calls")
    wire.event("[DONE]")
    wire.raw(b"")


def redirecting(status: int) -> Script:
    """Send the client to where it is already."""
    return refusing(status, location="/v1/chat/completions", connection="close")


def hanging_up(wire: Wire) -> None:
    """Close the connection without a word."""


def alert(wire: Wire) -> None:
    """Answer as a server does that expects TLS: with an alert in its own protocol."""
    wire.wfile.write(b"\x15\x03\x01\x00\x02\x02\x46")
