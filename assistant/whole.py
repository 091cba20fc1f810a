"""Whole: a span as its question wants it: at word borders, a full date, number or list."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pythainlp.corpus import thai_words

from assistant.dates import find_dates
from assistant.english_list import english_list
from assistant.evidence import ENUMERATOR, paragraph_around, sentence_around
from assistant.quantity import has_quantity, whole_quantity
from assistant.thai_list import begun_alike, thai_list
from index import Passage, grapheme_boundary, lexicon, segment

Span = tuple[int, int]

LISTED_CHARACTERS = 480  # a list is looked for in so much of its sentence
_YEAR = re.compile(r"ปี\s*(?=\d|พ|ค)")  # needless before the year itself
# Nothing of the time itself, unlike "by" and ภายใน.
_BEFORE_DATE = re.compile(
    r"(?:เมื่อ|ใน)\s?(?=วัน|เดือน|ปี|พ\.|ค\.|\d)|(?i:in|on|at)\s+(?=(?:the )?(?:year |month )?[\dA-Z])"
)
_BEFORE_LIST = re.compile(r"(?i:that of|those of|from|of|by|with)\s+(?=\w)")
_MUCH_ELSE = 60  # characters of a mark that must hold more than its date
_BETWEEN_DATES = 16  # characters between the two ends of a period
_THAI_LETTERS = re.compile(r"[\u0e00-\u0e7f]")
_WORD = re.compile(
    r"[\u0e00-\u0e7f]+|[^\W\u0e00-\u0e7f]+(?:(?:['’-]|\.(?=\d|[A-Z]\b))[^\W\u0e00-\u0e7f]+)*"
)
_POSSESSIVE = re.compile(r"['’]s$")
_TIME_WORD = re.compile(
    r"ศตวรรษ|ทศวรรษ|สมัย|ยุค|ช่วง|วัน|เดือน|ปี|นาฬิกา|นาที|โมง|ทุ่ม|\d\s?น\.|สัปดาห์|"
    r"\d\s?[ap]\.?m\b|\b(?:second|minute)s?\b|\b(?:century|centuries|decade|era|age|"
    r"period|day|week|month|year|hour|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"spring|summer|autumn|fall|winter|morning|night|noon|midnight)s?\b|\d{3,4}s\b"
)
_EDGE = " \t\n.,;:!?\"'“”‘’()[]–—-"


def whole(passage: Passage, span: Span, kind: str, language: str) -> Span:
    """Return a reader's span made whole: at word borders, a full date, number or list."""
    text = passage.text
    span = _trim(text, _to_words(text, span))
    if kind == "when":
        span = _without(_BEFORE_DATE, text, _whole_date(text, span))
    elif kind in ("how_many", "how_much"):
        span = whole_quantity(text, span, language)
    elif kind == "list":
        sentence = sentence_around(passage, span, language, LISTED_CHARACTERS)
        grow = thai_list if language == "th" else english_list
        span = grow(text, sentence, span)
        if language == "th":
            span = begun_alike(text, paragraph_around(text, span), span)
        span = _without(_BEFORE_LIST, text, _trim(text, span))
    return _to_graphemes(text, _within_item(text, span))


def _within_item(text: str, span: Span) -> Span:
    """Cut what has run on from an item of a numbered list into the next: "… 3)"."""
    start, end = span
    if ENUMERATOR.match(text, start) or ENUMERATOR.match(text, max(0, start - 2)):
        return span
    following = [m.start() for m in ENUMERATOR.finditer(text, start, end) if m.start() > start]
    if not following or not text[following[0] - 1].isspace():
        return span
    return _trim(text, (start, following[0]))


def fits(text: str, span: Span, kind: str) -> bool:
    """Tell whether a span is of the kind that the question asks for."""
    words = text[span[0] : span[1]]
    if kind == "when":
        # A month alone is known for one after a preposition.
        dates = find_dates(words) or find_dates(f"in {words}")
        return bool(dates) or bool(_TIME_WORD.search(words.casefold()))
    if kind in ("how_many", "how_much"):
        return has_quantity(words)
    if kind == "list":
        return bool(re.search(r"[,]|\sand\s|และ|กับ|\s", words))
    if kind == "who":
        return not re.fullmatch(r"[\d\s.,]+", words)
    return True


def _to_words(text: str, span: Span) -> Span:
    """Move the ends of a span outwards to the borders of the words that it touches."""
    start, end = span
    for run in _WORD.finditer(text, max(0, start - 400), min(len(text), end + 400)):
        if run.start() < end and start < run.end():
            left, right = run.span()
            if _THAI_LETTERS.match(text, left):
                left, right = _thai_borders(run.group(), left, span)
            elif (ending := _POSSESSIVE.search(run.group())) and end <= left + ending.start():
                right = left + ending.start()
            # Inwards too: a word touched by less than half is left out.
            start = left if run.start() <= span[0] else start
            end = right if span[1] <= run.end() else end
    return start, end


def _thai_borders(run: str, offset: int, span: Span) -> Span:
    """Return the ends of the words of a run that a span touches by half or more.

    A word that the span parts in two words counts as those two.
    """
    kept, place = [], offset
    for word in _parted(segment(run), offset, span):
        right = place + len(word)
        inside = min(right, span[1]) - max(place, span[0])
        if inside * 2 >= len(word):
            kept.append((place, right))
        place = right
    return (kept[0][0], kept[-1][1]) if kept else span


def _parted(words: list[str], place: int, span: Span) -> Iterator[str]:
    for word in words:
        cuts = [cut - place for cut in span if place < cut < place + len(word)]
        pieces = [word[a:b] for a, b in pairwise([0, *cuts, len(word)])]
        yield from pieces if all(_is_word(piece) for piece in pieces) else [word]
        place += len(word)


def _is_word(piece: str) -> bool:
    return piece in thai_words() or piece in lexicon().english


def _to_graphemes(text: str, span: Span) -> Span:
    """Move the ends of a span outwards where they part a letter from its marks."""
    start, end = grapheme_boundary(text, span[0]), span[1]
    while end < len(text) and grapheme_boundary(text, end) != end:
        end += 1
    return start, end


def _without(lead: re.Pattern[str], text: str, span: Span) -> Span:
    """Return a span without words at its start that only tie it to its sentence."""
    match = lead.match(text, *span)
    return (match.end(), span[1]) if match and match.end() < span[1] else span


def _trim(text: str, span: Span) -> Span:
    start, end = span
    start = _from_edge(text, start, end)
    numbered = ENUMERATOR.match(text, start, end)
    if numbered and numbered.end() < end:
        start = _from_edge(text, numbered.end(), end)
    while start < end and text[end - 1] in _EDGE and text[end - 1] not in ")":
        end -= 1
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    if text.count(")", start, end) > text.count("(", start, end) and text[end - 1 : end] == ")":
        end -= 1
    return (start, end) if start < end else span


def _from_edge(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _EDGE and not text.startswith("(", start):
        start += 1
    return start


def _whole_date(text: str, span: Span) -> Span:
    """Widen to the dates a span touches; if it holds one among much else, shrink to it."""
    low = max(0, span[0] - 60)
    near = [(low + d.start, low + d.end) for d in find_dates(text[low : span[1] + 60])]
    touched = [date for date in near if date[0] < span[1] and span[0] < date[1]]
    if not touched:
        return span
    first, last = touched[0]
    year = _YEAR.match(text, first, last)
    first = year.end() if year else first
    for start, end in touched[1:]:
        last = end if start - last <= _BETWEEN_DATES else last
    if span[1] - span[0] > _MUCH_ELSE:
        return first, last
    return min(span[0], first), max(span[1], last)
