"""Opening: LangChain's side of the chat model that is set, opened when it is first needed.

LangChain brings the providers and is not imported before. A model that cannot be opened is tried
again, but not at every question: an import that fails may take seconds each time.
"""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.chat_failure import ChatModelFailure
from sources import Settings, SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRY_S = 30.0  # after a failure, until the next attempt
_CONTEXT_TOKENS = 8_192  # Ollama cuts prompts at 4,096 without a word
# Retries and time are counted here, where the limits are known; with a limit of its own for each
# piece, langchain-openai makes a task of every piece and overhears that it is to end (Python 3.11).
_ARGUMENTS: dict[str, dict[str, int]] = {
    "openai": {"max_retries": 0, "stream_chunk_timeout": 0},
    "anthropic": {"max_retries": 0},
    "ollama": {"num_ctx": _CONTEXT_TOKENS},
}
_NO_KEY = "none"  # a local server wants none; a key of another service is not for it
_KEY_WORDS = ("api_key", "api key", "credential")  # of an error about a key that is not there
_HINTS = {
    "package": "install thamtop with the extra openai, anthropic or ollama",
    "no_key": "set THAMTOP_CHAT_API_KEY",
    "key": "copy THAMTOP_CHAT_API_KEY anew: a key has neither blanks nor letters of other scripts",
    "unknown": "correct THAMTOP_CHAT_MODEL: a provider and a model, such as ollama:llama3.2",
    "unopened": "correct THAMTOP_CHAT_MODEL and THAMTOP_CHAT_BASE_URL",
}


class Opening:
    """Opens a chat model once; safe to share between threads."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = monotonic) -> None:
        """Note what is to be opened.

        Args:
            settings: Which chat model.
            clock: Tells the time in seconds.
        """
        self._settings = settings
        self._clock = clock
        self._lock = Lock()
        self._model: BaseChatModel | None = None
        self._failure: ChatModelFailure | None = None
        self._retry_at = 0.0

    def model(self) -> "BaseChatModel":
        """Return the model, open.

        Raises:
            ChatModelFailure: It cannot be opened, or could not within the last half minute. The
                problem is ``package``, ``no_key``, ``key``, ``unknown`` or ``unopened``.
        """
        with self._lock:
            if self._model is not None:
                return self._model
            if self._failure is None or self._clock() >= self._retry_at:
                try:
                    self._model, self._failure = _opened(self._settings), None
                    return self._model
                except Exception as error:  # each provider has errors of its own
                    self._failure = _failure(error)
                    self._retry_at = self._clock() + RETRY_S
            raise ChatModelFailure(self._failure.problem) from self._failure.__cause__


def refusal(settings: Settings, failure: ChatModelFailure) -> SettingsError:
    """Say that the chat model that is set cannot be opened, why, and what to do."""
    cause = failure.__cause__ or failure
    said = (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")
    key = _key(settings)
    why = said.replace(key, "…") if key else said
    return SettingsError(
        f"The chat model {settings.chat_model} cannot be opened ({why}); "
        f"{_HINTS[failure.problem]}, or unset THAMTOP_CHAT_MODEL."
    )


def _opened(settings: Settings) -> "BaseChatModel":
    """Open the model; those that think first take no temperature, those that are unknown do."""
    provider, _, name = settings.chat_model.partition(":")
    if provider not in _ARGUMENTS:
        provider, name = "", settings.chat_model
    if settings.chat_base_url and not provider:
        provider = "openai"
    model = _opened_as(name, provider, settings, temperature=0)
    package = type(model).__module__.partition(".")[0]
    inferred = "" if provider else package.removeprefix("langchain_")
    thinks = not (model.profile or {}).get("temperature", True)
    if thinks or inferred in _ARGUMENTS:
        temperature = None if thinks else 0
        model = _opened_as(name, provider or inferred, settings, temperature=temperature)
    return model


def _opened_as(
    name: str, provider: str, settings: Settings, *, temperature: float | None
) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    key = _key(settings)
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ChatModelFailure("key")  # no header can hold it
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


def _key(settings: Settings) -> str:
    """Return the key; read from a file it often ends in a line break."""
    return settings.chat_api_key.get_secret_value().strip() if settings.chat_api_key else ""


def _failure(error: Exception) -> ChatModelFailure:
    if isinstance(error, ChatModelFailure):
        return error
    failure = ChatModelFailure(_problem(error))
    failure.__cause__ = error
    return failure


def _problem(error: Exception) -> str:
    said = str(error).casefold()
    if isinstance(error, ImportError):
        return "package"
    if any(words in said for words in _KEY_WORDS):
        return "no_key"
    return "unknown" if "provider" in said else "unopened"
