"""Hedges: words before a number by which a text gives it less exactly, as data."""

import re

from assistant.dates import find_dates

_HEDGES = {
    "just below": r"\b(?:almost|nearly|just (?:under|below|short of)|close to|not quite)|เกือบ|เฉียด",
    "below": r"\b(?:less than|fewer than|under|below)|ไม่ถึง|น้อยกว่า|ต่ำกว่า",
    "just above": r"\b(?:just|slightly|a little) (?:over|above|more than)",
    "above": r"\b(?:more than|over|above|upwards? of|at least)|มากกว่า|เกินกว่า|เกิน|กว่า|อย่างน้อย",
    "about": r"\b(?:about|around|roughly|approximately|some|an estimated|in the region of)"
    r"|ราว ?ๆ|ราว|ประมาณ|ร่วม|โดยเฉลี่ย",
}
_HEDGE = "|".join(f"(?P<{key.replace(' ', '_')}>{words})" for key, words in _HEDGES.items())
_HEDGED = re.compile(rf"(?i)(?:{_HEDGE})(?:\s*(?:an?\b|percent|ร้อยละ|จำนวน))?\s*$")


def hedge_before(text: str) -> tuple[str, int]:
    """Return which hedge a text ends with, and its first character; nothing and the end if none.

    The hedge is ``about``, ``below``, ``just below``, ``above`` or ``just above``.
    """
    found = _HEDGED.search(text)
    key = (found.lastgroup or "").replace("_", " ") if found else ""
    return key, found.start() if found else len(text)


def undated(text: str) -> str:
    """Return a text with blanks in place of its dates, so that all else stays where it is."""
    for date in find_dates(text):
        text = f"{text[: date.start]}{' ' * (date.end - date.start)}{text[date.end :]}"
    return text
