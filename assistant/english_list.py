"""English list: the whole of a list of which only a part was marked.

Items part at commas and a last "and"; what leads up to them ("such as", "are") stays out.
"""

import re

from assistant.piece import Piece, Span

_AFTER_ITEM = 3  # characters of an item that a mark may leave out at its end
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
    # A mark that begins among the first item's words is trusted to begin well, but for a head.
    begin = _begin(text, first, named)
    if begin is not None and begin < span[1] and (named or start >= first.end):
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
    last = _last(text, pieces, touched) if touched else None
    if last is None:
        return None
    first = min(touched[0], last - 1)
    while first > 0 and not pieces[first].closes and pieces[first].short:
        here, before = pieces[first], pieces[first - 1]
        if _STRONG_HEAD.search(text, here.start, here.end) or _PREPOSITION.match(text, here.start):
            break
        if _COUNT.search(text[before.start : before.end]):
            break  # two documents, a plan and a treaty
        first -= 1
    return (first, last) if _is_item(text, pieces, touched, first, span) else None


def _last(text: str, pieces: list[Piece], touched: list[int]) -> int | None:
    """Return the piece that closes the list: the first after an "and" at or after the mark."""
    for place in range(touched[-1], len(pieces)):
        piece = pieces[place]
        clause = _CLAUSE.match(text, piece.start) or _PREPOSITION.match(text, piece.start)
        if place > touched[-1] and clause:
            return None
        if place > touched[-1] + 1 and not pieces[place - 1].short:
            return None
        if piece.closes and place > 0:
            return None if clause else place
    return None


def _is_item(text: str, pieces: list[Piece], touched: list[int], first: int, span: Span) -> bool:
    """Tell whether a mark stands where items of a list do, not in the midst of one."""
    left, right = pieces[touched[0]], pieces[touched[-1]]
    begins = touched[0] == first or not re.search(r"\w+ \w", text[left.start : span[0]] + "x")
    ends = right.closes or right.end - span[1] < _AFTER_ITEM
    return begins and ends


def _begin(text: str, first: Piece, named: bool) -> int | None:
    """Return where the first item begins among the words that lead up to it."""
    heads = [head.end() for head in _STRONG_HEAD.finditer(text, first.start, first.end)]
    if heads:
        return heads[-1]
    if named:
        match = _NAME_LAST.search(text[first.start : first.end])
        return first.start + match.start() if match else None
    leading = _PREPOSITION.match(text, first.start)
    if leading:
        return leading.end()
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
