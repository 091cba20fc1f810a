"""Doctor of the chat model: asks the real server one tiny question and says what is wrong."""

import ssl
from collections.abc import Iterator
from socket import gaierror
from time import monotonic
from urllib.parse import urlsplit

from assistant.chat_failure import ChatModelFailure
from assistant.chat_model import ChatModel
from assistant.doctor_strings import CHAT
from assistant.finding import Finding
from sources import Settings

LIMIT_S = 10.0  # for the first word
_QUESTION = "Reply with the one word: yes"
_EXTRAS = ("openai", "anthropic", "ollama")
# Of a server that cannot be reached: what the error was, all the way down.
_CAUSES = {
    "gaierror": "unresolved",
    "ConnectionRefusedError": "refused",
    "SSLError": "tls",
    "UnsupportedProtocol": "address",
    "InvalidURL": "address",
    "LocalProtocolError": "address",
    "TooManyRedirects": "redirects",
}


def examine_chat(settings: Settings, limit_s: float = LIMIT_S) -> Finding:
    """Open the chat model that is set, if one is, and ask it something.

    Args:
        settings: Which chat model.
        limit_s: Seconds until its first word.
    """
    if not settings.chat_model:
        return _unset(settings)
    limits = {"chat_first_word_s": limit_s, "chat_timeout_s": limit_s}
    model = ChatModel(settings.model_copy(update=limits))
    values = {"model": settings.chat_model, "place": _place(settings), "limit": limit_s}
    begun = monotonic()
    try:
        with model.asking([("human", _QUESTION)]) as pieces:
            said = any(piece.strip() for piece in pieces)
    except ChatModelFailure as failure:
        return _wrong(failure, settings, values)
    if not said:
        return Finding("chat model", False, CHAT["silent"].format(**values))
    seconds = monotonic() - begun
    return Finding("chat model", True, CHAT["well"].format(**values, seconds=seconds))


def _unset(settings: Settings) -> Finding:
    for name in ("chat_base_url", "chat_api_key"):
        if getattr(settings, name):
            text = CHAT["forgotten"].format(name=f"THAMTOP_{name.upper()}")
            return Finding("chat model", False, text)
    return Finding("chat model", True, CHAT["none"])


def _wrong(failure: ChatModelFailure, settings: Settings, values: dict[str, object]) -> Finding:
    problem = failure.problem
    causes = list(_causes(failure))
    if problem == "unreachable":
        problem = next((told for cause in causes if (told := _reason(cause))), problem)
    elif problem == "key" and len(causes) == 1:  # refused here, before any server saw it
        problem = "key_letters"
    provider = settings.chat_model.partition(":")[0]
    extra = provider if provider in _EXTRAS else "openai" if settings.chat_base_url else ""
    if problem == "package" and not extra:
        problem = "other_package"
    told = CHAT[problem].format(**values, extra=extra, kind=type(causes[-1]).__name__)
    return Finding("chat model", False, told)


def _reason(cause: BaseException) -> str:
    """Tell why a server cannot be reached; the messages of libraries may hold what is secret."""
    kind = {gaierror: "gaierror", ssl.SSLError: "SSLError"}
    name = next((told for error, told in kind.items() if isinstance(cause, error)), None)
    return _CAUSES.get(name or type(cause).__name__, "")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came from, the deepest last."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__


def _place(settings: Settings) -> str:
    """Return where the model is, without a name and password in the address."""
    if not settings.chat_base_url:
        return "its provider"
    try:
        parts = urlsplit(settings.chat_base_url)
    except ValueError:
        return "the address set"
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
