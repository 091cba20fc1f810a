"""Aligning: where a quote stands in a text, exactly or nearly as a model wrote it down.

A quote is looked for as written, then by its letters and figures alone in their normalised form,
then by the longest runs of words that it has in common with the text (`difflib`, after Ratcliff
and Obershelp).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from index import segment
from sources import normalise

Span = tuple[int, int]
SHARED = 0.8  # of a quote's words must stand in the text
_STRETCH, _SLACK = 1.5, 6  # how many more words than the quote has the text may have there
_SHORTEST = 4  # words; a shorter quote is only looked for letter by letter
_WORD = re.compile(r"(?P<thai>[\u0e01-\u0e4e]+)|\d+(?:[.,]\d+)*|[^\W\d_\u0e00-\u0e7f]+")
_KEPT = re.compile(r"[\u0e01-\u0e4e]|[^\W_]|(?<=\d)[.,](?=\d)")
_WHOLE = re.compile(r"[^\W_\u0e00-\u0e7f]")  # figures and Latin letters are never cut


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    start: int
    end: int


def locate(quote: str, text: str) -> Span | None:
    """Find a quote in a text as written or, failing that, by its letters and figures alone.

    Thai digits, the order of vowels and tone marks, invisible characters, quotation marks,
    dashes, blanks and capitals make no difference.

    Returns:
        The half-open characters of the text, or None.
    """
    if not quote.strip():
        return None
    start = text.find(quote.strip())
    if start >= 0:
        found = start, start + len(quote.strip())
        if not _cuts(text, found):
            return found
    letters, _ = _letters(quote)
    whole, spans = _letters(text)
    place = whole.find(letters) if letters else -1
    while place >= 0:
        found = spans[place][0], spans[place + len(letters) - 1][1]
        if not _cuts(text, found):
            return found
        place = whole.find(letters, place + 1)
    return None


def align(quote: str, text: str) -> Span | None:
    """Find where a text has most of a quote's words, in order and close together.

    Returns:
        The half-open characters from the first to the last word in common, or None if fewer than
        `SHARED` of the quote's words stand there.
    """
    wanted, words = _words(quote), _words(text)
    if len(wanted) < _SHORTEST:
        return None
    matcher = SequenceMatcher(
        None, [word.form for word in words], [word.form for word in wanted], autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    most = len(wanted) * _STRETCH + _SLACK
    best, shared = None, 0
    for number, first in enumerate(blocks):
        size = 0
        for last in blocks[number:]:
            if last.a + last.size - first.a > most:
                break
            size += last.size
            if size > shared:
                best, shared = (words[first.a].start, words[last.a + last.size - 1].end), size
    return best if shared >= SHARED * len(wanted) else None


def _cuts(text: str, span: Span) -> bool:
    """Tell whether a range begins or ends inside a number or a Latin word."""
    return any(
        0 < edge < len(text) and _WHOLE.match(text[edge - 1]) and _WHOLE.match(text[edge])
        for edge in span
    )


@lru_cache(maxsize=256)
def _letters(text: str) -> tuple[str, Sequence[Span]]:
    """Return the letters and figures of a text in lower case, and the characters behind each."""
    normal = normalise(text)
    places = [match.start() for match in _KEPT.finditer(normal.text)]
    # A letter whose small form is two characters stays as it is: one place, one letter.
    letters = [normal.text[place] for place in places]
    lowered = [letter.lower() if len(letter.lower()) == 1 else letter for letter in letters]
    return "".join(lowered), [normal.offsets[place] for place in places]


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[_Word, ...]:
    """Return the words of a text in their normalised form, with the characters behind each."""
    normal = normalise(text)
    found = []
    for run in _WORD.finditer(normal.text):
        place = run.start()
        for word in segment(run.group()) if run["thai"] else [run.group()]:
            start, end = normal.raw_span(place, place + len(word))
            found.append(_Word(word.casefold(), start, end))
            place += len(word)
    return tuple(found)
