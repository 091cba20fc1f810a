"""Swapping: whether two parts of a text stand in each other's place in another: B beat A."""

from collections.abc import Iterator, Sequence
from itertools import product

from index import ASIDE, STOP_WORDS

_SMALL = STOP_WORDS | ASIDE
_BESIDE = 10  # words from what is the same, in which what has changed places stands
# Stems that join equals, and that have a sentence told from its other side.
_JOINING = "and or with meet met marri between และ หรือ กับ ร่วม ร่วมกับ ระหว่าง พบ แต่งงาน เท่ากับ คือ"
_TURNING = "by from receiv got behind ถูก แพ้ โดย ได้รับ รับ จาก"
_JOINS, _TURNS = (frozenset(words.split()) for words in (_JOINING, _TURNING))


def swapped(said: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether two parts of one text stand the other way round in another.

    What stands between them is the same in both and has a word of its own; two names of a list
    change nothing, nor does a deed that is told from its other side ("was beaten by").

    Args:
        said: Words of the one, in English their stems.
        told: Words of the other.
    """
    return any(_changed(said, told, *middle) for middle in _middles(said, told))


def _middles(said: Sequence[str], told: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where the same words stand in both texts, and how many."""
    for at, place in product(range(len(said)), range(len(told))):
        begun = at and place and said[at - 1] == told[place - 1]
        if said[at] != told[place] or begun:
            continue
        pairs = zip(said[at:], told[place:], strict=False)
        size = next((n for n, (one, other) in enumerate(pairs) if one != other), None)
        size = min(len(said) - at, len(told) - place) if size is None else size
        if _content(said[at : at + size]):
            yield at, place, size


def _changed(said: Sequence[str], told: Sequence[str], at: int, place: int, size: int) -> bool:
    """Tell whether what one text has before the same words the other has after them, and back."""
    ours = said[:at], said[at + size :]
    theirs = told[max(0, place - _BESIDE) : place], told[place + size :][:_BESIDE]
    before, after = (_content(side) for side in theirs)
    both = set(before) & set(after)  # บริษัท stands before each of two names
    first, second = ([word for word in _content(side) if word not in both] for side in ours)
    second = second[: len(first)]
    if not second or len(first) > _BESIDE:
        return False
    if not (set(first) <= set(after) and set(second) <= set(before)):
        return False
    middle = told[place : place + size]
    one = [*_since(ours[0], first), *middle, *_until(ours[1], second)]
    other = [*_since(theirs[0], second), *middle, *_until(theirs[1], first)]
    if _JOINS.intersection(one + other):
        return False
    return _TURNS.isdisjoint(one) == _TURNS.isdisjoint(other)


def _content(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _SMALL and not word[0].isdigit()]


def _since(words: Sequence[str], some: Sequence[str]) -> Sequence[str]:
    """Return words from the first that is among some."""
    return words[next(n for n, word in enumerate(words) if word in some) :]


def _until(words: Sequence[str], some: Sequence[str]) -> Sequence[str]:
    """Return words up to the last that is among some."""
    return words[: max(n for n, word in enumerate(words) if word in some) + 1]
