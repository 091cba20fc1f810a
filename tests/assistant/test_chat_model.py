"""A chat model over the real wire: what it sends, and that every failure ends in time."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from assistant.chat_failure import ChatModelFailure
from assistant.chat_model import LONGEST_REPLY, ChatModel, _started, open_chat_model
from assistant.chat_opening import RETRY_S, Opening
from sources import Settings, SettingsError
from tests.assistant.chat_server import (
    ChatServer,
    Script,
    alert,
    breaking_off,
    chat_server,
    dripping,
    endless,
    endless_line,
    garbled,
    hanging_up,
    long_line,
    not_utf8,
    nothing,
    page,
    redirecting,
    refusing,
    saying,
    sending,
    silent,
    stalling,
    tools,
)

MESSAGES = [("system", "Answer."), ("human", "When?")]
PATIENCE_S = 0.4  # of the model under test
ALLOWED_S = 2.0  # on top of it: a busy machine, not another wait
LEAVING_S = 10.0  # until a connection is closed
TRIES = 20


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
        (endless(" \n" * 500), "endless"),
        (not_utf8, "unreadable"),
        (hanging_up, "unreachable"),
        (alert, "unreachable"),
        (nothing, "unreadable"),
        (refusing(400), "rejected"),
        (refusing(401), "key"),
        (refusing(403), "key"),
        (refusing(404), "missing"),
        (refusing(500), "failing"),
        (refusing(502, "<html>Bad gateway</html>"), "failing"),
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
    "address", ["http://no-such-host.invalid/v1", "localhost:8000/v1", "http://[x", "http://"]
)
def test_an_address_that_leads_nowhere(address: str) -> None:
    with chat_server(silent) as server:
        assert problem(server, chat_base_url=address) == "unreachable"
    assert server.requests == []


def test_a_plain_port_that_is_spoken_to_in_tls() -> None:
    with chat_server(saying("a")) as server:
        address = server.address.replace("http:", "https:")
        assert problem(server, chat_base_url=address) == "unreachable"


@pytest.mark.parametrize("status", [302, 307])
def test_redirects_that_go_round_in_a_circle(status: int) -> None:
    with chat_server(redirecting(status)) as server:
        assert problem(server) == "unreachable"
    assert 1 < len(server.requests) < 30


def test_tools_that_are_called_say_nothing() -> None:
    with chat_server(tools) as server:
        assert said(server) == []


@pytest.mark.parametrize(
    "script", [silent, page, breaking_off("a"), not_utf8, endless("a"), hanging_up, refusing(500)]
)
def test_the_next_question_is_asked_anew(script: Script) -> None:
    with chat_server(script, saying("at last")) as server:
        limits = {"chat_timeout_s": PATIENCE_S, "chat_first_word_s": PATIENCE_S}
        model = open_chat_model(server.settings(**limits))
        with pytest.raises(ChatModelFailure), model.asking(MESSAGES) as pieces:
            list(pieces)
        # A busy machine may keep a reply waiting for as long as the limit: once must be enough.
        assert "at last" in (words(model) for _ in range(TRIES))


def words(model: ChatModel) -> str:
    """Return what the model says, or the problem that it ends in."""
    try:
        with model.asking(MESSAGES) as pieces:
            return "".join(pieces)
    except ChatModelFailure as failure:
        return failure.problem


def test_many_questions_at_once_keep_their_limits() -> None:
    found: list[tuple[str, bool]] = []
    with chat_server(silent) as server:
        model = open_chat_model(server.settings(chat_timeout_s=PATIENCE_S))

        def ask() -> str:
            with pytest.raises(ChatModelFailure) as failure, model.asking(MESSAGES) as pieces:
                list(pieces)
            return failure.value.problem

        threads = [threading.Thread(target=lambda: found.append(timed(ask))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert found == [("slow", True)] * 8
    assert len(server.requests) == 8, "none waits for another"


@pytest.mark.parametrize(
    ("script", "first_word_s"),
    [
        (silent, 9.0),
        (dripping(), 9.0),
        (stalling("word"), 9.0),
        (dripping("word"), 9.0),
        (endless_line, 9.0),
    ],
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
        assert server.left.wait(LEAVING_S), "the connection is still open"
    assert settled(), "a task or a thread is left"


def test_a_reader_who_stops_is_not_kept_waiting() -> None:
    stop = threading.Event()
    with chat_server(dripping("word")) as server:
        with open_chat_model(server.settings()).asking(MESSAGES, stop.is_set) as pieces:
            assert next(pieces) == "word"
            threading.Timer(0.2, stop.set).start()
            begun = time.monotonic()
            assert list(pieces) == []
            assert time.monotonic() - begun < 2
        assert server.left.wait(LEAVING_S), "the connection is still open"


def test_leaving_ends_the_request() -> None:
    with chat_server(dripping("word")) as server:
        with open_chat_model(server.settings()).asking(MESSAGES) as pieces:
            next(pieces)
        assert server.left.wait(LEAVING_S), "the connection is still open"
    assert settled(), "a task or a thread is left"


def settled() -> bool:
    """Wait until no request is left, and no thread but the one of the event loop."""
    for _ in range(500):
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


@pytest.mark.parametrize("seconds", [-3_600, 2])
def test_a_date_soon_or_gone_by_is_kept(seconds: int) -> None:
    until = datetime.now(UTC) + timedelta(seconds=seconds)
    header = format_datetime(until.replace(microsecond=0), usegmt=True)
    with chat_server(refusing(429, retry_after=header), saying("at last")) as server:
        assert said(server) == ["at last"]
        assert datetime.now(UTC) >= until.replace(microsecond=0)


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
        ({"retry_after": "soon"}, 20.0),
        ({"retry_after": "Wed, 21 Oct 2099 07:28:00 GMT"}, 20.0),
        ({"retry_after": "1e300"}, 20.0),
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


def test_a_key_read_from_a_file_ends_in_a_line_break() -> None:
    with chat_server(saying("a")) as server:
        said(server, chat_api_key="mine\n")
    assert server.keys == ["Bearer mine"]


@pytest.mark.parametrize("name", ["openai:little", "gpt-5-nano"])
def test_no_provider_tries_again_by_itself(name: str) -> None:
    """Its own attempts would know nothing of the limits here."""
    model = Opening(Settings(chat_model=name, chat_api_key="mine")).model()  # type: ignore[arg-type]
    assert model.max_retries == 0  # type: ignore[attr-defined]


@pytest.fixture
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the keys of the machine that runs the tests."""
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "THAMTOP_CHAT_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "key", "wanted", "sentence"),
    [
        ("no-such-provider:x", "k", "unknown", "correct THAMTOP_CHAT_MODEL: a provider and"),
        ("gibberish", "k", "unknown", "correct THAMTOP_CHAT_MODEL"),
        ("mistralai:x", "k", "package", "install thamtop with the extra"),
        ("openai:gpt-5-mini", None, "no_key", "set THAMTOP_CHAT_API_KEY"),
        ("openai:gpt-5-mini", "กุญแจ", "key", "copy THAMTOP_CHAT_API_KEY anew"),
        ("openai:gpt-5-mini", "my key", "key", "copy THAMTOP_CHAT_API_KEY anew"),
    ],
)
@pytest.mark.usefixtures("no_keys")
def test_a_model_that_cannot_be_opened(
    name: str, key: str | None, wanted: str, sentence: str
) -> None:
    settings = Settings(chat_model=name, chat_api_key=key)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match=f"The chat model {name} .*{sentence}") as refused:
        open_chat_model(settings)
    assert key is None or len(key) == 1 or key not in str(refused.value)
    with pytest.raises(ChatModelFailure) as failure, ChatModel(settings).asking(MESSAGES) as told:
        list(told)
    assert failure.value.problem == wanted


def test_opening_is_tried_again_but_not_at_once(no_keys: None) -> None:
    now = [100.0]
    settings = Settings(chat_model="openai:little")
    opening = Opening(settings, clock=lambda: now[0])
    assert refused_for(opening) == "no_key"
    with pytest.MonkeyPatch.context() as environment:  # a key that is set later, say
        environment.setenv("OPENAI_API_KEY", "mine")
        now[0] += RETRY_S - 1
        assert refused_for(opening) == "no_key"
        now[0] += 1
        model = opening.model()
    assert opening.model() is model, "once open, it stays open"


def refused_for(opening: Opening) -> str:
    """Return why a model cannot be opened."""
    with pytest.raises(ChatModelFailure) as failure:
        opening.model()
    return failure.value.problem


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
