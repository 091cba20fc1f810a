"""Chat model: opened by LangChain's name for it, its reply streamed within a time limit.

LangChain brings the providers. Its asynchronous side is used, on one event loop in a thread of its
own: a task can be ended while it waits for a server that sends nothing, or one byte a second,
where a thread blocked in a read could only be left behind. Nothing here imports LangChain until a
model is opened.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing, contextmanager
from functools import cache
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from sources import Settings, SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

    _Stream = AsyncGenerator[AIMessageChunk]

Message = tuple[str, str]  # role (``system`` or ``human``) and text

LONGEST_REPLY = 40_000  # characters; an answer needs a twentieth of that
LEAST_WAIT_S = 0.2  # before a second attempt
LONGEST_WAIT_S = 5.0  # that a server may ask for (Retry-After) before the second attempt
_CONTEXT_TOKENS = 8_192  # Ollama cuts prompts at 4,096 without a word
# Retries and time are counted here, where the limits are known; with a limit of its own for each
# piece, langchain-openai makes a task of every piece and overhears that it is to end (Python 3.11).
_ARGUMENTS: dict[str, dict[str, int]] = {
    "openai": {"max_retries": 0, "stream_chunk_timeout": 0},
    "anthropic": {"max_retries": 0},
    "ollama": {"num_ctx": _CONTEXT_TOKENS},
}
_NO_KEY = "none"  # a local server wants none; a key of another service is not for it
_STATUS = {401: "key", 403: "key", 404: "missing", 408: "slow", 429: "busy"}
_WAITING = {429, 503}  # statuses that come with a time to wait

_opening = Lock()


class ChatModelFailure(Exception):
    """A reply ended before its end.

    Attributes:
        problem: What went wrong, a key of `strings.MODEL_PROBLEMS`.
    """

    def __init__(self, problem: str) -> None:
        """Note the problem."""
        super().__init__(problem)
        self.problem = problem


class ChatModel:
    """A chat model with its time limits; safe to share between threads."""

    def __init__(
        self, name: str, model: "BaseChatModel", *, first_word_s: float, timeout_s: float
    ) -> None:
        """Use an open model.

        Args:
            name: What the model is called in answers and messages.
            model: LangChain's side of it.
            first_word_s: Seconds until the first word.
            timeout_s: Seconds for the whole reply.
        """
        self.name = name
        self._model = model
        self._timeout_s = timeout_s
        self._first_word_s = min(first_word_s, timeout_s)

    @contextmanager
    def asking(self, messages: Sequence[Message]) -> Iterator[Iterator[str]]:
        """Send messages at once; give the pieces of the reply as they come.

        Leaving the context ends the request. The iterator raises `ChatModelFailure` when the
        reply fails, has no end or takes longer than it may.
        """
        request = _Request(self._model, messages, self._first_word_s, self._timeout_s)
        receiving = asyncio.run_coroutine_threadsafe(request.receive(), _loop())
        try:
            yield request.pieces()
        finally:
            request.left = True
            receiving.cancel()


class _Request:
    """One reply on its way: received on the event loop, taken in the thread that asked.

    Attributes:
        left: Set when nobody waits for it any more.
    """

    def __init__(
        self,
        model: "BaseChatModel",
        messages: Sequence[Message],
        first_word_s: float,
        timeout_s: float,
    ) -> None:
        self._model = model
        self._messages = messages
        self._first_word_s = first_word_s
        self._timeout_s = timeout_s
        self._begun = monotonic()
        self.left = False
        self._replying = False
        self._pieces: SimpleQueue[str | ChatModelFailure | None] = SimpleQueue()

    def pieces(self) -> Iterator[str]:
        """Yield the reply as it comes."""
        limit = self._begun + self._first_word_s
        while True:
            left = limit - monotonic()
            try:
                # What has come is not taken any more when the time is over.
                piece = self._pieces.get(timeout=left) if left > 0 else ChatModelFailure("slow")
            except Empty:
                raise ChatModelFailure("slow") from None
            if isinstance(piece, ChatModelFailure):
                raise piece
            if piece is None:
                return
            if piece.strip():
                limit = self._begun + self._timeout_s
            yield piece

    async def receive(self) -> None:
        """Put the reply into the queue, then None or what went wrong."""
        try:
            # A reader who never comes back must not keep the request alive.
            async with asyncio.timeout(self._timeout_s):
                await self._attempt_twice()
            self._pieces.put(None)
        except Exception as error:  # each provider has errors of its own
            self._pieces.put(_failure(error, begun=self._replying))

    async def _attempt_twice(self) -> None:
        try:
            await self._attempt()
        except Exception as error:
            wait = _wait_s(error)
            if wait is None or wait >= self._first_word_s:
                raise
            # A server that closes the connection after its refusal must be seen to have done so.
            await asyncio.sleep(max(wait, LEAST_WAIT_S))
            await self._attempt()

    async def _attempt(self) -> None:
        received = 0  # characters
        streamed = cast("_Stream", self._model.astream(list(self._messages)))
        async with aclosing(streamed):  # so that the connection closes at once
            async for chunk in streamed:
                self._replying = True
                received += len(chunk.text)
                # Being cancelled is not enough: there are libraries that swallow it.
                if self.left or monotonic() - self._begun > self._timeout_s:
                    raise ChatModelFailure("slow")
                if received > LONGEST_REPLY:
                    raise ChatModelFailure("endless")
                if chunk.text:
                    self._pieces.put(str(chunk.text))


def open_chat_model(settings: Settings) -> ChatModel:
    """Open the chat model that is set.

    Raises:
        SettingsError: It cannot be opened; whether it replies shows when it is asked.
    """
    name = settings.chat_model
    try:
        model = _opened(settings, temperature=0)
        # Models that think first take no temperature; those that LangChain does not know, do.
        if not (model.profile or {}).get("temperature", True):
            model = _opened(settings, temperature=None)
    except ImportError as error:
        raise SettingsError(
            f"The chat model {name} needs a package that is not installed "
            f"({_first_line(error)}); install thamtop with the extra openai, anthropic or ollama, "
            "or unset THAMTOP_CHAT_MODEL."
        ) from error
    except Exception as error:  # each provider has errors of its own
        raise SettingsError(
            f"The chat model {name} cannot be opened ({_first_line(error)}); "
            "correct THAMTOP_CHAT_MODEL and THAMTOP_CHAT_API_KEY, or unset THAMTOP_CHAT_MODEL."
        ) from error
    return ChatModel(
        name, model, first_word_s=settings.chat_first_word_s, timeout_s=settings.chat_timeout_s
    )


def _opened(settings: Settings, *, temperature: float | None) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    key = settings.chat_api_key.get_secret_value() if settings.chat_api_key else ""
    provider, _, name = settings.chat_model.partition(":")
    if provider not in _ARGUMENTS:
        provider, name = "", settings.chat_model
    if settings.chat_base_url and not provider:
        provider = "openai"
    if settings.chat_base_url and provider == "openai":
        key = key or _NO_KEY
    given: dict[str, Any] = {  # each provider has arguments of its own
        "base_url": settings.chat_base_url,
        "api_key": key,
        "temperature": temperature,
        **_ARGUMENTS.get(provider, {}),
    }
    wanted = {argument: value for argument, value in given.items() if value not in ("", None)}
    model: BaseChatModel = init_chat_model(name, model_provider=provider or None, **wanted)
    return model


def _loop() -> asyncio.AbstractEventLoop:
    """Return the event loop of all requests, started at the first one.

    One a process: providers share their connections between models, and a connection belongs to
    the loop that it was made on.
    """
    with _opening:
        return _started()


@cache
def _started() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="chat-model", daemon=True).start()
    return loop


def _wait_s(error: Exception) -> float | None:
    """Return the seconds after which a refused request may be tried again, if they are few."""
    response = getattr(error, "response", None)
    if getattr(error, "status_code", None) not in _WAITING or response is None:
        return None
    try:
        wait = float(response.headers.get("retry-after", ""))
    except ValueError:  # none, or a date: too far away to wait for
        return None
    return wait if 0 <= wait <= LONGEST_WAIT_S else None


def _failure(error: Exception, *, begun: bool) -> ChatModelFailure:
    """Tell what went wrong from a provider's error.

    Args:
        error: As raised.
        begun: Whether a reply had begun to come.
    """
    import httpx
    from langchain_core.exceptions import ModelConnectionError, ModelTimeoutError

    if isinstance(error, ChatModelFailure):
        return error
    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status >= 400:
        return ChatModelFailure(_STATUS.get(status, "failing" if status >= 500 else "rejected"))
    if isinstance(error, TimeoutError | ModelTimeoutError | httpx.TimeoutException):
        return ChatModelFailure("slow")
    if isinstance(error, OSError | ModelConnectionError | httpx.TransportError):
        return ChatModelFailure("cut" if begun else "unreachable")
    if isinstance(error, ValueError | TypeError | LookupError | AttributeError):
        return ChatModelFailure("unreadable")  # no JSON, or not the JSON of the protocol
    return ChatModelFailure("failing")


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
