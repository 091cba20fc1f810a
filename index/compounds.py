"""Compounds: the words inside a Thai word, and the pieces that foreign names fall into.

The segmenter takes the longest words, so that a ministry's whole title is one word; whoever asks
for the ministry or for its field must still find it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.function_words import ASIDE
from index.words import dictionary

_SHORTEST = 3  # letters of a part that says something by itself
_PIECE = 2  # so short a word may as well be a piece of a foreign name
_RUN = 3  # as many short words in a row are a name that the dictionary lacks
_AFFIXES = frozenset(["นัก", "ชาว", "น่า"])
# Syllables that the dictionary has as words, but that are none in a longer word.
_SYLLABLES = frozenset(
    ["ประ", "กระ", "ตรี", "มะ", "กะ", "ระ", "สะ", "ตะ", "ทะ", "พะ", "ชะ", "ละ", "คะ", "ยะ", "วะ"]
)
Word = tuple[str, str]  # kind and word, as `index.words.tokens` yields them


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the words that a Thai word is made of, and theirs; none if it is not a compound.

    Short parts and function words are left out.
    """
    found = [part for part in _split(word) if len(part) >= _SHORTEST]
    found += [inner for part in found for inner in parts(part)]
    return tuple(part for part in dict.fromkeys(found) if part not in ASIDE | _AFFIXES)


def _split(word: str) -> tuple[str, ...]:
    """Cover a word with the fewest shorter dictionary words of two letters or more."""
    known = dictionary()
    best: dict[int, tuple[str, ...]] = {0: ()}
    for start in range(len(word)):
        if start in best:
            for part in known.prefixes(word, start):
                end = start + len(part)
                cover = (*best[start], part)
                inner = len(word) > len(part) > 1 and part not in _SYLLABLES
                if inner and len(cover) < len(best.get(end, (*cover, ""))):
                    best[end] = cover
    return best.get(len(word), ())


def without_pieces(words: Iterable[Word]) -> Iterator[Word]:
    """Leave out the words that are only pieces of a foreign name: their sense misleads.

    The segmenter breaks a name that it does not know into short words and rests between them.
    """
    known = dictionary()
    run: list[Word] = []
    broken = False
    for kind, word in words:
        rest = kind == "thai" and word not in known
        if rest or (kind == "thai" and len(word) <= _PIECE and word not in ASIDE):
            run.append((kind, word))
            broken = broken or rest
            continue
        if not broken and len(run) < _RUN:
            yield from run
        run, broken = [], False
        yield kind, word
    if not broken and len(run) < _RUN:
        yield from run
