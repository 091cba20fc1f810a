"""Everything the page says, in both languages: a module for each page, one for what they share."""

from ui.strings import accuracy, ask, shared, sources

STRINGS: dict[str, dict[str, str]] = {
    language: {
        key: text
        for part in (shared, ask, sources, accuracy)
        for key, text in part.TEXTS[language].items()
    }
    for language in ("th", "en")
}


def say(language: str, key: str, **values: object) -> str:
    """Return one of the page's texts with its values filled in."""
    return STRINGS[language][key].format(**values)
