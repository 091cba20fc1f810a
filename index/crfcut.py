"""Crfcut: the ends of Thai sentences as PyThaiNLP's engine of that name finds them."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from index.field import JOINER, Field
from index.segmenter import Segmenter

_FINAL_MARKS = ("!", ".", "?")
_NUMBER = re.compile(r"(?:\d+[.,:])+\d+")


def sentence_ends(texts: Sequence[str]) -> list[list[int]]:
    """Return where the sentences of each text end; many are cut faster at once than singly."""
    field = _field()
    if field is None:
        return [_plain_ends(text) for text in texts]
    clear = [text for text in texts if JOINER not in text]
    words = [
        _numbers_whole(text, cut)
        for text, cut in zip(clear, _segmenter().cut_all(clear), strict=True)
    ]
    found = iter(map(_closed, words, field.ends(words)))
    return [_plain_ends(text) if JOINER in text else next(found) for text in texts]


@cache
def _segmenter() -> Segmenter:
    from pythainlp.corpus import thai_words

    return Segmenter(thai_words())


@cache
def _field() -> Field | None:
    """Open crfcut's model, or None if this PyThaiNLP keeps it otherwise."""
    from pythainlp.corpus import corpus_path

    try:
        from pythainlp.tokenize.crfcut import _ENDERS, _STARTERS

        path = Path(corpus_path()) / "sentenceseg_crfcut.model"
        return Field(path, _ENDERS, _STARTERS)
    except (ImportError, OSError, ValueError):
        return None


def _plain_ends(text: str) -> list[int]:
    from pythainlp.tokenize import sent_tokenize

    return list(accumulate(map(len, sent_tokenize(text, engine="crfcut"))))


def _numbers_whole(text: str, words: list[str]) -> list[str]:
    """Join the words of a number with separators: 1,234 or 19:32."""
    gone = set[int]()
    starts = list(accumulate(map(len, words), initial=0))
    for match in _NUMBER.finditer(text):
        inside = [place for place in starts if match.start() <= place < match.end()]
        gone.update(inside[1:])
    if not gone:
        return words
    kept = [place for place in starts if place not in gone]
    return [text[a:b] for a, b in pairwise(kept)]


def _closed(words: Sequence[str], labels: Sequence[bool]) -> list[int]:
    """Return the ends: also after a final mark and the last word, never after blanks alone."""
    ends, place, ended = [], 0, True
    for word, label in zip(words, [*labels[:-1], True], strict=False):
        place += len(word)
        shown = word.strip()
        ended = shown.endswith(_FINAL_MARKS) or (label and not (ended and not shown))
        if ended:
            ends.append(place)
    return ends
