"""Sentences and clauses: where a text may be cut.

Thai has no full stop: sentences are cut by PyThaiNLP's crfcut (a conditional random field
trained on TED talks, ORCHID and others), clauses at the spaces that Thai writers set between
them. English sentences end at a mark followed by a space and a capital, digit or quote.
"""

import re
from collections.abc import Iterable, Sequence

_PARAGRAPH_LIMIT = 20_000  # characters given to crfcut at once; longer text is cut by clauses
_ABBREVIATION = re.compile(
    r"(?:(?:^|[\s(])(?:[\u0e01-\u0e2e]{1,4}\.)+|\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|St|Sen|"
    r"Rep|Gov|No|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|"
    r"Dec)\.)$"
)
_ENGLISH_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9\u0e00-\u0e7f])|[.!?…]+[\"'”’)\]]*$"
)
_SPACE = re.compile(r"\s+")
_CLAUSE_MARK = re.compile(r"[,;:–—]\s+|\s+(?=\()")
# A space beside one of these joins rather than parts: 11 กันยายน, ต่าง ๆ, พ.ศ. 2563, (USAID) เป็น
_JOINED_BEFORE = re.compile(r"(?:\d|\.|ที่|วันที่|ครั้งที่|[A-Za-z,:(\-–/])$")
_JOINED_AFTER = re.compile(r"^(?:\d|ๆ|ฯ|[A-Za-z(\-–/]|[\u0e01-\u0e2e]{1,4}\.)")


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the sentences of one paragraph, blanks trimmed."""
    return sentence_spans_of([text], language)[0]


def sentence_spans_of(texts: Sequence[str], language: str) -> list[list[tuple[int, int]]]:
    """Return the sentences of each of some paragraphs; of many this is faster than one by one."""
    if language != "th":
        return [_spans(text, _english_ends(text)) for text in texts]
    from index.crfcut import sentence_ends

    found = iter(sentence_ends([text for text in texts if len(text) <= _PARAGRAPH_LIMIT]))
    return [
        _spans(text, _thai_ends(text, next(found)))
        if len(text) <= _PARAGRAPH_LIMIT
        else clause_spans(text, language)
        for text in texts
    ]


def clause_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the clauses of one sentence or paragraph, blanks trimmed.

    They cover the text but for the blanks between them.
    """
    if language == "th":
        ends = [gap.start() for gap in _SPACE.finditer(text) if _parts_clauses(text, gap)]
    else:
        ends = _english_ends(text) + [mark.start() + 1 for mark in _CLAUSE_MARK.finditer(text)]
    return _spans(text, ends)


def _parts_clauses(text: str, gap: re.Match[str]) -> bool:
    """Tell whether a space in Thai text stands between clauses."""
    before, after = text[max(0, gap.start() - 8) : gap.start()], text[gap.end() : gap.end() + 6]
    return not (_JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after))


def _english_ends(text: str) -> list[int]:
    ends = []
    for match in _ENGLISH_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, match.start() - 12) : match.end()]):
            ends.append(match.end())
    return ends


def _thai_ends(text: str, found: Iterable[int]) -> list[int]:
    """Return which of the ends that crfcut found stand at a space that parts sentences."""
    ends = []
    for place in found:
        end = place
        while end and text[end - 1].isspace():
            end -= 1
        at_space = place >= len(text) or end < place or text[place].isspace()
        abbreviated = _ABBREVIATION.search(text[max(0, end - 12) : end])
        if at_space and not abbreviated and not _joins(text, end):
            ends.append(end)
    return ends


def _joins(text: str, position: int) -> bool:
    """Tell whether what follows a place belongs to what stands before it."""
    after = text[position : position + 8].lstrip()
    return bool(_JOINED_AFTER.match(after)) and not after[:1].isdigit()


def _spans(text: str, ends: list[int]) -> list[tuple[int, int]]:
    """Turn cut places into trimmed, non-empty ranges."""
    spans, start = [], 0
    for end in sorted({*ends, len(text)}):
        piece = text[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if right > left:
            spans.append((start + left, start + right))
            start = end
    return spans
