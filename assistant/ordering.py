"""Ordering: whether two things compared stand as a question has them."""

import re

from assistant.likeness import Word, alike, shared, spelt, words_of
from assistant.limits import Amount, limits
from assistant.pieces import pieces

_THAN = re.compile(r"กว่า|ก่อน|หลัง|\b(?:than|before|after)\b")
_BEFORE_THAN = re.compile(r"\b(\w+er|more \w+|less \w+) than\b")
_COMPARING = (
    (re.compile(r"มากกว่า|เยอะกว่า|สูงกว่า|แพงกว่า|ใหญ่กว่า|ยาวกว่า|เร็วกว่า|หนักกว่า|หลัง|ใหม่กว่า|"
                r"\b(?:more|higher|larger|bigger|longer|taller|later|after|newer|younger|heavier|greater|wider|deeper|"
                r"dearer|pricier)\b"), 1),
    (re.compile(r"น้อยกว่า|ต่ำกว่า|ถูกกว่า|เล็กกว่า|สั้นกว่า|ก่อน|เก่า(?:แก่)?กว่า|เบากว่า|\b(?:less|fewer|lower|smaller|"
                r"shorter|earlier|before|older|lighter|narrower|cheaper)\b"), -1),
)  # fmt: skip


def order(asked: str, shown: str, asked_in: str, language: str) -> float:
    """Tell whether two things compared stand in the order asked, 0 if unknown.

    Each has its own number or time in the evidence, or the evidence compares them in words.
    """
    low = asked.casefold()
    way = next((sign for pattern, sign in _COMPARING if pattern.search(low)), 0)
    than = _THAN.search(low)
    if not than:
        return 0
    first = words_of(asked[: than.start()], asked_in)
    second = words_of(asked[than.end() :], asked_in)
    one = tuple(word for word in first if not alike(word, second))
    other = tuple(word for word in second if not alike(word, first))
    right = _value(other, shown, language)
    for word in one:
        left = _value((word,), shown, language)
        if way and left and right and left != right and left.unit == right.unit:
            return float(way if left.low > right.low else -way)
    told = _THAN.search(shown.casefold())
    same = _comparative(low) == _comparative(shown.casefold())
    if not told or not (way or same):
        return 0
    before = words_of(shown[: told.start()], language)
    after = words_of(shown[told.end() :], language)
    straight = shared(one, before) + shared(other, after)
    crossed = shared(one, after), shared(other, before)
    # What both have on one side, such as when it is so, tells nothing of who comes first.
    if all(crossed):
        return -1.0 if same and _comparative(low) else -0.5
    return 0.5 * ((straight > sum(crossed)) - (straight < sum(crossed)))


def _comparative(text: str) -> str:
    """Return the English word before "than", empty if there is none."""
    found = _BEFORE_THAN.search(text)
    return found[1] if found else ""


def _value(words: tuple[Word, ...], shown: str, language: str) -> Amount | None:
    """Return the amount that stands nearest to some words, in their clause if it has one."""
    places = [at for at, word in _places(shown, language) if alike(word, words)]
    told = limits(shown, language)
    if not places or not told:
        return None
    start, end = 0, len(shown)
    for piece in pieces(shown, language):
        at = shown.find(piece.text)
        if at <= places[0] < at + len(piece.text):
            start, end = at, at + len(piece.text)
    inside = [one for one in told if start <= one.start < end] or list(told)
    return min(inside, key=lambda one: min(abs(one.start - at) for at in places))


def _places(text: str, language: str) -> list[tuple[int, Word]]:
    found, at = [], 0
    low = text.casefold()
    for spelling, word in spelt(text, language):
        at = low.find(spelling)
        if at >= 0:
            found.append((at, word))
    return found
