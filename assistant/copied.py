"""Copied: whether a claim says its evidence's own words, and only denies or turns them round.

A judge of support reads for what is meant and passes over a plain "not"; what is said in the very
words of the source needs no judge.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.polarity import NEGATION
from assistant.swapping import swapped
from index import stem, tokens

_MOST = 0.8  # share of a claim's words, from which it is a copy with something changed
_DENSE = 0.6  # share of the words between the first and the last that is met
_FEWEST = 3  # words of a claim that is a copy of anything
_DO = ("do", "does", "did")


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
    crossed = swapped(said, told)
    if met < _MOST * len(said):
        return Copy(swapped=crossed)
    begins, ends = blocks[0].a, blocks[-1].a + blocks[-1].size
    if met < _DENSE * (ends - begins):
        return Copy(swapped=crossed)
    # What stands right before the first word denies it too.
    denied = sum(begins <= place < ends for place in theirs)
    strange = [word for word in said if word[0].isdigit() and word not in told]
    return Copy(
        near=True,
        verbatim=met == ends - begins == len(said) and denied == len(ours),
        negated=(denied + len(ours)) % 2 == 1,
        renumbered=bool(strange),
        swapped=crossed,
    )


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
