"""Alias: what a question names, by the names that the passages have for it.

Who asks about ยูเอ็น means what the article calls สหประชาชาติ; the reader knows the one from the
other less well than the lexicon does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.headings import NOUNS, THAI
from assistant.named import names_in
from assistant.question import Question
from index import Hit
from sources import normalise

_HOW_MANY = re.compile(rf"กี่\s?(?P<noun>{THAI})")


def in_their_words(question: Question, hits: Sequence[Hit]) -> Question:
    """Return a question with the names that passages of its language use.

    Args:
        question: The question.
        hits: The passages found.
    """
    language = question.language
    texts = [normalise(h.passage.text).text for h in hits if h.language == language]
    text = normalise(question.text).text
    if language == "th":
        text = _counting_noun(text, texts)
    names = [name for name in names_in(text, language) if name.country and not name.adjective]
    for name in reversed(names):
        if any(name.words in told for told in texts):
            continue
        if called := _called(name.country, texts, language):
            text = f"{text[: name.start]}{called}{text[name.end :]}"
    return replace(question, text=text) if text != normalise(question.text).text else question


def _counting_noun(text: str, texts: Sequence[str]) -> str:
    """Ask for กี่กลุ่ม where it is asked for กี่หมวด and the passages count only กลุ่ม."""
    asked = _HOW_MANY.search(text)
    if not asked or any(asked["noun"] in told for told in texts):
        return text
    row = next(thai for thai, _ in NOUNS if re.fullmatch(thai, asked["noun"]))
    counted = re.compile(rf"\d\s?({row})")
    found = next((match[1] for told in texts if (match := counted.search(told))), asked["noun"])
    return f"{text[: asked.start('noun')]}{found}{text[asked.end('noun') :]}"


def _called(country: str, texts: Sequence[str], language: str) -> str:
    """Return what the texts call a country or organisation, empty if they do not name it."""
    from babel import Locale

    known = str(Locale(language).territories.get(country, "")).partition(" (")[0]
    if known and any(known in told for told in texts):
        return known
    found = (
        name.words
        for text in texts
        for name in names_in(text, language)
        if name.country == country and not name.adjective
    )
    return next(found, "")
