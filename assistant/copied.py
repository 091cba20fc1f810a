"""Copied: whether a claim says its evidence's own words, and only denies or turns them round.

A judge of support reads for what is meant and passes over a plain "not"; what is said in the very
words of the source needs no judge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.polarity import NEGATION
from index import ASIDE, STOP_WORDS, stem, tokens

_MOST = 0.8  # share of a claim's words, from which it is a copy with something changed
_DENSE = 0.6  # share of the words between the first and the last that is met
_FEWEST = 3  # words of a claim that is a copy of anything
_DO = ("do", "does", "did")
_FUNCTION_WORDS = STOP_WORDS | ASIDE
_BESIDE = 10  # words from what is the same, in which what has changed places stands
# Stems that join equals, and that have a sentence told from its other side.
_JOINING = "and or with meet met marri between และ หรือ กับ ร่วม ร่วมกับ ระหว่าง พบ แต่งงาน เท่ากับ คือ"
_JOINS = frozenset(_JOINING.split())
_TURNING = "by from receiv got behind ถูก แพ้ โดย ได้รับ รับ จาก"
_TURNS = frozenset(_TURNING.split())


@dataclass(frozen=True, slots=True)
class Copy:
    """How far a claim is a copy of what is cited for it.

    Attributes:
        near: Whether nearly all its words stand there in the same order, close together.
        verbatim: Whether all do, one after the other.
        negated: Whether it is near, and one of the two has a negation more.
        renumbered: Whether it is near, and has a number that does not stand there.
        swapped: Whether what stands before and after the same words has changed places.
    """

    near: bool = False
    verbatim: bool = False
    negated: bool = False
    renumbered: bool = False
    swapped: bool = False


def copy_of(claim: str, evidence: str, language: str) -> Copy:
    """Compare a claim with evidence in its own language, word by word.

    Args:
        claim: The claim, normalised, its numbers in digits.
        evidence: What is cited, likewise.
        language: Of both, ``th`` or ``en``.
    """
    said, ours = _parted(claim, language)
    told, theirs = _parted(evidence, language)
    if len(said) < _FEWEST:
        return Copy()
    matcher = SequenceMatcher(None, told, said, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    whole = matcher.find_longest_match()
    if whole.size == len(said):
        blocks = [whole]
    met = sum(block.size for block in blocks)
    swapped = _swapped(said, told)
    if met < _MOST * len(said):
        return Copy(swapped=swapped)
    begins, ends = blocks[0].a, blocks[-1].a + blocks[-1].size
    if met < _DENSE * (ends - begins):
        return Copy(swapped=swapped)
    # What stands right before the first word denies it too.
    denied = sum(begins <= place < ends for place in theirs)
    strange = [word for word in said if word[0].isdigit() and word not in told]
    return Copy(
        near=True,
        verbatim=met == ends - begins == len(said) and denied == len(ours),
        negated=(denied + len(ours)) % 2 == 1,
        renumbered=bool(strange),
        swapped=swapped,
    )


def _swapped(said: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether two parts of one text stand the other way round in another: B beat A.

    What stands between them is the same and has a word of its own, which no list has.
    """
    for at, word in enumerate(said):
        for place in (n for n, other in enumerate(told) if other == word):
            if at and place and said[at - 1] == told[place - 1]:
                continue  # these words have begun before
            size = _alike(said[at:], told[place:])
            if all(_small(one) for one in said[at : at + size]):
                continue
            ours = said[:at], said[at + size :]
            theirs = told[max(0, place - _BESIDE) : place], told[place + size :][:_BESIDE]
            first, second = (_content(side) for side in ours)
            before, after = (_content(side) for side in theirs)
            both = set(before) & set(after)  # บริษัท stands before each of two names
            first, second = ([one for one in side if one not in both] for side in (first, second))
            second = second[: max(1, len(first))]
            if not (first and second and len(first) <= _BESIDE):
                continue
            if not (set(first) <= set(after) and set(second) <= set(before)):
                continue
            middle = told[place : place + size]
            one = [*ours[0][ours[0].index(first[0]) :], *middle, *_until(ours[1], second)]
            other = [*theirs[0][theirs[0].index(second[0]) :], *middle, *_until(theirs[1], first)]
            if not _JOINS.intersection(one + other) and _turns(one) == _turns(other):
                return True
    return False


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts have in common from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _until(words: Sequence[str], last: Sequence[str]) -> Sequence[str]:
    """Return words up to the last that is among others."""
    return words[: max(n for n, word in enumerate(words) if word in last) + 1]


def _small(word: str) -> bool:
    return word in _FUNCTION_WORDS or word[0].isdigit()


def _content(words: Sequence[str]) -> list[str]:
    return [word for word in words if not _small(word)]


def _turns(words: Sequence[str]) -> bool:
    return not _TURNS.isdisjoint(words)


def _parted(text: str, language: str) -> tuple[list[str], list[int]]:
    """Return the words of a text without its negations, and before which of them these stand.

    English words are stems without "do", years those of the common era.
    """
    words: list[str] = []
    places: list[int] = []
    for number, part in enumerate(NEGATION[language].split(text.casefold())):
        if number:
            places.append(len(words))
        found = tokens(part)
        words += [
            stem(word) if kind == "latin" else word for kind, word in found if word not in _DO
        ]
    return words, places
