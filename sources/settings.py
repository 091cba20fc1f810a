"""Settings: one place, read from the environment (prefix ``THAMTOP_``)."""

from functools import cached_property
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sources import problems
from sources.errors import SettingsError


class Settings(BaseSettings):
    """All settings, each with its unit and default.

    Attributes:
        home: Folder of the database and what is derived from it (``THAMTOP_HOME``).
        encoder: Embedding model: the embedded default, or the name or folder of any
            sentence-transformers model (``THAMTOP_ENCODER``).
        reranker: What reads the first hits and puts them in order (``THAMTOP_RERANKER``): the
            embedded ``reader``, ``none``, or the name or folder of a sentence-transformers
            cross-encoder.
        fetch_timeout_s: Seconds a web server may take for one page or feed.
        max_source_mb: Largest file or page read, in megabytes.
        chat_model: Chat model that writes the answers, by LangChain's name for it, such as
            ``ollama:llama3.2`` or ``openai:gpt-5-mini`` (``THAMTOP_CHAT_MODEL``); empty: none,
            the answers are words of the sources.
        chat_base_url: Address of an OpenAI-compatible server, such as
            ``http://localhost:8000/v1`` (``THAMTOP_CHAT_BASE_URL``); `chat_model` is then a
            name that this server knows.
        chat_api_key: Key of the chat model, where it needs one (``THAMTOP_CHAT_API_KEY``).
        chat_timeout_s: Seconds that the chat model may take for a whole answer.
        chat_first_word_s: Seconds that it may take until its first word.
    """

    model_config = SettingsConfigDict(env_prefix="THAMTOP_", extra="forbid", frozen=True)

    home: Path = Field(default_factory=lambda: user_data_path("thamtop"))
    encoder: str = "multilingual-e5-small"
    reranker: str = "reader"
    fetch_timeout_s: float = Field(default=20.0, gt=0)
    max_source_mb: float = Field(default=100.0, gt=0)
    chat_model: str = ""
    chat_base_url: str = ""
    chat_api_key: SecretStr | None = None
    chat_timeout_s: float = Field(default=30.0, gt=0, le=600)
    chat_first_word_s: float = Field(default=15.0, gt=0, le=600)

    @cached_property
    def database(self) -> Path:
        """Path of the SQLite file that holds the truth."""
        return self.home / "thamtop.sqlite3"


def load_settings(**overrides: object) -> Settings:
    """Read the settings from the environment.

    Args:
        overrides: Values that win over the environment, by field name.

    Raises:
        SettingsError: A value cannot be used; the message names the variable.
    """
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        problem = error.errors()[0]
        name = "_".join(str(part) for part in problem["loc"]).upper()
        raise SettingsError(
            problems.SETTING, name=f"THAMTOP_{name}", reason=problem["msg"]
        ) from error
