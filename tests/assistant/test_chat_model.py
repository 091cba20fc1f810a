"""A chat model over the real wire: what it sends, and that every failure ends in time."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from assistant.chat_model import LONGEST_REPLY, ChatModelFailure, _started, open_chat_model
from sources import Settings, SettingsError
from tests.assistant.chat_server import (
    ChatServer,
    Script,
    breaking_off,
    chat_server,
    dripping,
    endless,
    garbled,
    long_line,
    page,
    refusing,
    saying,
    sending,
    silent,
    stalling,
)

MESSAGES = [("system", "Answer."), ("human", "When?")]
PATIENCE_S = 0.4  # of the model under test
ALLOWED_S = 2.0  # on top of it: a busy machine, not another wait


def said(server: ChatServer, **overrides: object) -> list[str]:
    """Return the pieces of a reply."""
    limits = {"chat_timeout_s": 20.0, "chat_first_word_s": 20.0, **overrides}
    model = open_chat_model(server.settings(**limits))
    with model.asking(MESSAGES) as pieces:
        return list(pieces)


def problem(server: ChatServer, **overrides: object) -> str:
    """Return what went wrong with a reply."""
    with pytest.raises(ChatModelFailure) as failure:
        said(server, **overrides)
    return failure.value.problem


def test_a_reply_is_streamed() -> None:
    with chat_server(saying("สะพาน", "เปิด")) as server:
        assert "".join(said(server)) == "สะพานเปิด"
    (request,) = server.requests
    assert request["model"] == "little"
    assert request["stream"] is True
    assert request["temperature"] == 0
    assert request["messages"] == [
        {"role": "system", "content": "Answer."},
        {"role": "user", "content": "When?"},
    ]


def test_pieces_come_before_the_end() -> None:
    with chat_server(stalling("first")) as server:
        model = open_chat_model(server.settings())
        with model.asking(MESSAGES) as pieces:
            assert next(pieces) == "first"


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        (breaking_off("Once upon"), "cut"),
        (breaking_off(), "cut"),
        (page, "unreadable"),
        (garbled, "unreadable"),
        (sending("[]"), "unreadable"),
        (sending('{"error": {"message": "overloaded"}}'), "failing"),
        (long_line(10), "endless"),
        (endless("again " * 100), "endless"),
        (refusing(400), "rejected"),
        (refusing(401), "key"),
        (refusing(403), "key"),
        (refusing(404), "missing"),
        (refusing(500), "failing"),
        (refusing(503, "<html>down</html>"), "failing"),
    ],
    ids=str,
)
def test_a_failure_is_told_at_once(script: Script, wanted: str) -> None:
    with chat_server(script) as server:
        assert problem(server) == wanted
        assert len(server.requests) == 1


def test_a_server_that_is_not_there() -> None:
    with chat_server(silent) as server:
        pass
    assert problem(server) == "unreachable"


@pytest.mark.parametrize(
    ("script", "first_word_s"),
    [(silent, 9.0), (dripping(), 9.0), (stalling("word"), 9.0), (dripping("word"), 9.0)],
)
def test_the_whole_reply_has_a_limit(script: Script, first_word_s: float) -> None:
    with chat_server(script) as server:
        limits = {"chat_timeout_s": PATIENCE_S, "chat_first_word_s": first_word_s}
        assert timed(lambda: problem(server, **limits)) == ("slow", True)


@pytest.mark.parametrize("script", [silent, dripping(), stalling(" ", "\n")])
def test_the_first_word_has_a_limit_of_its_own(script: Script) -> None:
    with chat_server(script) as server:
        limits = {"chat_timeout_s": 9.0, "chat_first_word_s": PATIENCE_S}
        assert timed(lambda: problem(server, **limits)) == ("slow", True)


def timed(ask: Callable[[], str]) -> tuple[str, bool]:
    """Return what came of it, and whether it took as long as allowed, no less and no more."""
    begun = time.monotonic()
    found = ask()
    return found, PATIENCE_S - 0.05 <= time.monotonic() - begun <= PATIENCE_S + ALLOWED_S


@pytest.mark.parametrize("script", [dripping("word"), endless("again ")])
def test_nothing_runs_on_after_a_failure(script: Script) -> None:
    with chat_server(saying("ready"), script) as server:
        said(server)
        problem(server, chat_timeout_s=PATIENCE_S)
        assert server.left.wait(2), "the connection is still open"
    assert settled(), "a task or a thread is left"


def test_leaving_ends_the_request() -> None:
    with chat_server(dripping("word")) as server:
        with open_chat_model(server.settings()).asking(MESSAGES) as pieces:
            next(pieces)
        assert server.left.wait(2), "the connection is still open"
    assert settled(), "a task or a thread is left"


def settled() -> bool:
    """Wait until no request is left, and no thread but the one of the event loop."""
    for _ in range(100):
        names = [thread.name for thread in threading.enumerate()]
        if not asyncio.all_tasks(_started()) and names.count("chat-model") == 1:
            return not any(name.startswith("Thread-") for name in names)
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_is_kept(status: int) -> None:
    with chat_server(refusing(status, retry_after="0.3"), saying("at last")) as server:
        begun = time.monotonic()
        assert said(server) == ["at last"]
        assert time.monotonic() - begun >= 0.3
    assert len(server.requests) == 2


def test_no_more_than_two_attempts() -> None:
    with chat_server(refusing(429, retry_after="0")) as server:
        assert problem(server) == "busy"
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("headers", "first_word_s"),
    [
        ({}, 20.0),
        ({"retry_after": "60"}, 20.0),
        ({"retry_after": "-1"}, 20.0),
        ({"retry_after": "nan"}, 20.0),
        ({"retry_after": "Wed, 21 Oct 2026 07:28:00 GMT"}, 20.0),
        ({"retry_after": "2"}, 1.0),  # nothing could be said by then
    ],
)
def test_other_waits_are_not_kept(headers: dict[str, str], first_word_s: float) -> None:
    with chat_server(refusing(429, **headers)) as server:
        assert problem(server, chat_first_word_s=first_word_s) == "busy"
    assert len(server.requests) == 1


def test_a_long_reply_is_not_too_long() -> None:
    with chat_server(saying("x" * LONGEST_REPLY)) as server:
        assert sum(map(len, said(server))) == LONGEST_REPLY


def test_the_key_goes_where_it_belongs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "key-of-another-service")
    with chat_server(saying("a")) as server:
        said(server)
        said(server, chat_api_key="mine")
    assert server.keys == ["Bearer none", "Bearer mine"]


def test_names_with_colons_are_the_servers_own() -> None:
    with chat_server(saying("a")) as server:
        said(server, chat_model="llama3.2:3b")
        said(server, chat_model="openai:llama3.2:3b")
    assert [request["model"] for request in server.requests] == ["llama3.2:3b", "llama3.2:3b"]


def test_models_that_think_first_get_no_temperature() -> None:
    with chat_server(saying("a")) as server:
        said(server, chat_model="openai:o3-mini")
    assert "temperature" not in server.requests[0]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("no-such-provider:x", "correct THAMTOP_CHAT_MODEL"),
        ("mistralai:x", "needs a package that is not installed .* install thamtop with the extra"),
    ],
)
def test_a_model_that_cannot_be_opened(name: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=f"The chat model {name} .*{sentence}"):
        open_chat_model(Settings(chat_model=name))


def test_langchain_is_imported_with_a_model_only() -> None:
    heavy = "langchain langchain_core langchain_openai openai"
    code = (
        "import sys, assistant.generative, assistant.assistant;"
        f"print([m for m in {heavy.split()!r} if m in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
