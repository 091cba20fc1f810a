"""English list: the whole of a list of which only a part was marked.

Items part at commas and a last "and"; what leads up to them ("such as", "are") stays out.
"""

import re

from assistant.piece import Piece, Span

_PLAIN_CHARACTERS = 30  # a first piece no longer than this has no words that lead up to it
_GAP = re.compile(r"(,?\s+(?:and|or|as well as)\s+|,\s+)")
_HEAD = re.compile(
    r"(?i)(?:\b(?:namely|including|includes?|included|such as|are|were|comprise[sd]?|like|between|"
    r"consists? of|from|with|on|of|about|for|by|to|into|in|as|concerns?|has|have|cover(?:s|ed)?|"
    r"sign(?:s|ed)|add(?:s|ed)|against)|:)\s+"
)
_STRONG_HEAD = re.compile(
    r"(?i)(?:\b(?:namely|including|includes?|such as|are|were|comprise[sd]?|consists? of)|:)\s+"
)
_CLAUSE = re.compile(r"(?:they|he|she|it|we|there|here|this|these|then|will|is|are|was|were)\b")
_PREPOSITION = re.compile(r"(?:on|with|from|about|for|between|against|of)\s")
_COUNT = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:\w+\s)?\w+s$")
_NAME = r"(?:the\s+)?[A-Z][\w.'’-]*(?:\s+(?:(?:of|the|and the)\s+){0,2}[A-Z][\w.'’-]*)*"
_NAME_FIRST = re.compile(_NAME)
_NAME_LAST = re.compile(rf"(?:\b){_NAME}$")
_TAIL = re.compile(
    r"[.;:!?](?:\s|$)|\s\(|\s(?:which|that|who|is|are|was|were|will|would|has|have|had|in order|"
    r"after|before|because|while|when)\s"
)


def english_list(text: str, sentence: Span, span: Span) -> Span:
    """Return a span widened to the whole list that it touches, or unchanged.

    Args:
        text: The passage.
        sentence: The sentence in it to which a list is confined.
        span: What was marked.
    """
    start, end = _widened(text, (min(sentence[0], span[0]), max(sentence[1], span[1])), span)
    # A mark that takes in the words before the list: the list alone answers.
    heads = [head.end() for head in _STRONG_HEAD.finditer(text, start, end)]
    if heads and re.search(r",| and | or ", text[heads[0] : end]):
        start = heads[0]
    return start, end


def _widened(text: str, sentence: Span, span: Span) -> Span:
    pieces = _pieces(text, sentence)
    chain = _chain(text, pieces, span)
    if chain is None:
        return span
    first, last = pieces[chain[0]], pieces[chain[1]]
    named = bool(re.match(r"(?:the\s+)?[A-Z]", text[last.start : last.end]))
    start, end = span
    begin = _begin(text, first, named)
    if begin is not None and begin < span[1]:
        start = min(start, begin)
    if end < last.start or (named and end < last.end):
        end = max(end, _end(text, last, named))
    return start, end


def _pieces(text: str, sentence: Span) -> list[Piece]:
    pieces, place, closes = [], sentence[0], False
    for gap in _GAP.finditer(text, *sentence):
        pieces.append(Piece(place, gap.start(), closes))
        place, closes = gap.end(), gap.group().strip(", ") != ""
    pieces.append(Piece(place, sentence[1], closes))
    return pieces


def _chain(text: str, pieces: list[Piece], span: Span) -> tuple[int, int] | None:
    """Return first and last piece of the list that a span is in: commas, then one "and"."""
    touched = [i for i, piece in enumerate(pieces) if piece.touches(span)]
    if not touched:
        return None
    last = touched[-1]
    while not (pieces[last].closes and last >= touched[0] and last > 0):
        if (
            last + 1 == len(pieces)
            or _CLAUSE.match(text, pieces[last + 1].start)
            or (last > touched[-1] and not pieces[last].short)
        ):
            return None
        last += 1
    first = min(touched[0], last - 1)
    while first > 0 and not pieces[first].closes and pieces[first].short:
        here, before = pieces[first], pieces[first - 1]
        if _STRONG_HEAD.search(text, here.start, here.end) or _PREPOSITION.match(text, here.start):
            break
        if _COUNT.search(text[before.start : before.end]):
            break  # two documents, a plan and a treaty
        first -= 1
    pair = last - first == 1 and len(touched) == 1
    if pair and span[1] < pieces[first].end and touched[0] == first:
        return None  # the mark ends well before "and": it is no part of the pair
    return first, last


def _begin(text: str, first: Piece, named: bool) -> int | None:
    """Return where the first item begins among the words that lead up to it."""
    heads = [head.end() for head in _STRONG_HEAD.finditer(text, first.start, first.end)]
    if heads:
        return heads[-1]
    if named:
        match = _NAME_LAST.search(text[first.start : first.end])
        return first.start + match.start() if match else None
    heads = [head.end() for head in _HEAD.finditer(text, first.start, first.end)]
    if heads:
        return heads[-1]
    return first.start if first.closes or first.end - first.start <= _PLAIN_CHARACTERS else None


def _end(text: str, last: Piece, named: bool) -> int:
    """Return where the last item ends among the words that follow it."""
    match = _NAME_FIRST.match(text, last.start, last.end) if named else None
    if match:
        return match.end()
    tail = _TAIL.search(text, last.start, last.end)
    return tail.start() if tail else last.end
