"""Chat model: asked by LangChain's name for it, its reply streamed within a time limit.

LangChain's asynchronous side is used, on one event loop in a thread of its own: a task can be ended
while it waits for a server that sends nothing, or one byte a second, where a thread blocked in a
read could only be left behind. Nothing here imports LangChain until a model is opened.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from functools import cache
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, cast

from assistant.chat_failure import ChatModelFailure, failure_of, wait_s
from assistant.chat_opening import Opening, refusal
from sources import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

    _Stream = AsyncGenerator[AIMessageChunk]

Message = tuple[str, str]  # role (``system`` or ``human``) and text

LONGEST_REPLY = 40_000  # characters; an answer needs a twentieth of that
LEAST_WAIT_S = 0.2  # before a second attempt
_LOOK_S = 0.1  # between two looks at whether anyone still waits

_opening = Lock()


class ChatModel:
    """A chat model with its time limits; safe to share between threads.

    Attributes:
        name: What the model is called in answers and messages.
        timeout_s: Seconds for the whole reply.
    """

    def __init__(self, settings: Settings, opening: Opening | None = None) -> None:
        """Use the chat model that is set; it is opened when it is first asked.

        Args:
            settings: Which chat model, and its limits.
            opening: What opens it, if it is not to be opened anew.
        """
        self.name = settings.chat_model
        self.timeout_s = settings.chat_timeout_s
        self._first_word_s = min(settings.chat_first_word_s, settings.chat_timeout_s)
        self._settings = settings
        self._opening = opening or Opening(settings)

    def open(self) -> None:
        """Open it now; whether it replies shows when it is asked.

        Raises:
            SettingsError: It cannot be opened.
        """
        try:
            self._opening.model()
        except ChatModelFailure as failure:
            raise refusal(self._settings, failure) from failure

    @contextmanager
    def asking(
        self, messages: Sequence[Message], stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Iterator[str]]:
        """Send messages at once; give the pieces of the reply as they come.

        Leaving the context ends the request. The iterator raises `ChatModelFailure` when the model
        cannot be opened, or the reply fails, has no end or takes longer than it may; it ends soon
        after `stopped` says so.
        """
        try:
            model = self._opening.model()
        except ChatModelFailure as failure:
            yield _failing(failure)
            return
        request = _Request(model, messages, self._first_word_s, self.timeout_s)
        receiving = asyncio.run_coroutine_threadsafe(request.receive(), _loop())
        try:
            yield request.pieces(stopped)
        finally:
            request.left = True
            receiving.cancel()


def open_chat_model(settings: Settings) -> ChatModel:
    """Open the chat model that is set.

    Raises:
        SettingsError: It cannot be opened; whether it replies shows when it is asked.
    """
    model = ChatModel(settings)
    model.open()
    return model


def _failing(failure: ChatModelFailure) -> Iterator[str]:
    """Return the pieces of a reply that cannot come."""
    raise failure
    yield  # makes this an iterator


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

    def pieces(self, stopped: Callable[[], bool]) -> Iterator[str]:
        """Yield the reply as it comes, until it ends or nobody waits any more."""
        limit = self._begun + self._first_word_s
        while not stopped():
            left = limit - monotonic()
            if left <= 0:  # what has come is not taken any more
                raise ChatModelFailure("slow")
            try:
                piece = self._pieces.get(timeout=min(left, _LOOK_S))
            except Empty:
                continue
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
            self._pieces.put(failure_of(error, begun=self._replying))

    async def _attempt_twice(self) -> None:
        try:
            await self._attempt()
        except Exception as error:
            wait = wait_s(error)
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
