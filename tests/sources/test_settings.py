"""Settings of the chat model, read from the environment."""

import pytest

from sources import SettingsError, load_settings


def test_no_chat_model_is_set_by_default() -> None:
    settings = load_settings()
    assert (settings.chat_model, settings.chat_base_url, settings.chat_api_key) == ("", "", None)
    assert (settings.chat_first_word_s, settings.chat_timeout_s) == (15.0, 30.0)


def test_the_environment_names_the_chat_model(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "MODEL": "openai:gpt-5-mini",
        "BASE_URL": "http://localhost:8000/v1",
        "API_KEY": "secret-words",
        "TIMEOUT_S": "12.5",
        "FIRST_WORD_S": "4",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"THAMTOP_CHAT_{name}", value)
    settings = load_settings()
    assert settings.chat_model == "openai:gpt-5-mini"
    assert settings.chat_base_url == "http://localhost:8000/v1"
    assert settings.chat_api_key is not None
    assert settings.chat_api_key.get_secret_value() == "secret-words"
    assert (settings.chat_timeout_s, settings.chat_first_word_s) == (12.5, 4.0)


def test_the_key_is_never_shown() -> None:
    settings = load_settings(chat_api_key="secret-words")
    assert "secret-words" not in f"{settings!r} {settings} {settings.model_dump()}"


@pytest.mark.parametrize("name", ["chat_timeout_s", "chat_first_word_s"])
@pytest.mark.parametrize("value", ["0", "-3", "601", "soon"])
def test_limits_of_time_are_positive_and_finite(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"THAMTOP_{name.upper()}", value)
    with pytest.raises(SettingsError, match=f"THAMTOP_{name.upper()} cannot be used"):
        load_settings()
