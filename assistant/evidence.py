"""Evidence: the clause or sentence around a span, and the span made whole for its question."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pythainlp.corpus import thai_words

from assistant.dates import find_dates
from assistant.english_list import english_list
from assistant.quantity import has_quantity, whole_quantity
from assistant.thai_list import begun_alike, thai_list
from index import Passage, clause_spans, grapheme_boundary, lexicon, segment

CITED_CHARACTERS = 240  # a longer sentence is cited by the clauses around the span
LISTED_CHARACTERS = 480  # a list is looked for in so much of its sentence
_TOLD_AT_LENGTH = ("list", "why", "how", "what", "other")
_YEAR = re.compile(r"ปี\s*(?=\d|พ|ค)")  # needless before the year itself
_MUCH_ELSE = 60  # characters of a mark that must hold more than its date
_BETWEEN_DATES = 16  # characters between the two ends of a period
Span = tuple[int, int]

_EDGE = " \t\n.,;:!?\"'“”‘’()[]–—-"
_ENUMERATOR = re.compile(r"\(?\d{1,2}\)\s?(?=[^\W\d])")  # "1)" before an item is no part of it
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


def sentence_around(
    passage: Passage,
    span: Span,
    language: str,
    most: int = CITED_CHARACTERS,
    asked: Collection[str] = (),
) -> Span:
    """Return the sentence that holds a span, or the clauses around it if that is too long.

    Args:
        passage: The passage.
        span: Characters of it.
        language: Its language.
        most: Characters from which a sentence is too long.
        asked: Words; of two neighbouring clauses the one that has more of them comes first.
    """
    first, last = _cover(passage.sentences, span)
    if last - first > most:
        clauses = clause_spans(passage.text[first:last], language)
        spans = [(first + a, first + b) for a, b in clauses]
        text = passage.text.casefold()
        shares = [sum(word in text[a:b] for word in asked) for a, b in spans]
        first, last = _grow(spans, shares, span, most)
    return min(first, span[0]), max(last, span[1])


def evidence_around(
    passage: Passage, span: Span, kind: str, language: str, asked: Collection[str] = ()
) -> Span:
    """Return what to cite for a span: its sentence and, for some kinds, its neighbours.

    Lists, reasons and ways are often told over several sentences; the neighbours in the same
    paragraph come along while the whole stays within the length of a citation. Of a sentence
    longer than that the clauses with the words asked about (`asked`) stay.
    """
    begins, ends = sentence_around(passage, span, language, asked=asked)
    if kind not in _TOLD_AT_LENGTH:
        return begins, ends
    low, high = _paragraph(passage.text, span)
    later = [b for a, b in passage.sentences if ends <= a and b <= high]
    ends = max([ends, *(b for b in later if b - begins <= CITED_CHARACTERS)])
    earlier = [a for a, b in passage.sentences if low <= a and b <= begins]
    begins = min([begins, *(a for a in earlier if ends - a <= CITED_CHARACTERS)])
    return begins, ends


def whole(passage: Passage, span: Span, kind: str, language: str) -> Span:
    """Return a reader's span made whole: at word borders, a full date, number or list."""
    text = passage.text
    span = _trim(text, _to_words(text, span))
    if kind == "when":
        span = _whole_date(text, span)
    elif kind in ("how_many", "how_much"):
        span = whole_quantity(text, span, language)
    elif kind == "list":
        sentence = sentence_around(passage, span, language, LISTED_CHARACTERS)
        grow = thai_list if language == "th" else english_list
        span = grow(text, sentence, span)
        if language == "th":
            span = begun_alike(text, _paragraph(text, span), span)
        span = _trim(text, span)
    return _to_graphemes(text, span)


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


def _paragraph(text: str, span: Span) -> Span:
    start = text.rfind("\n\n", 0, span[0])
    end = text.find("\n\n", span[1])
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)


def _cover(pieces: Sequence[Span], span: Span) -> Span:
    """Return the run of pieces that a span touches."""
    touched = [piece for piece in pieces if piece[0] < span[1] and span[0] < piece[1]]
    return (touched[0][0], touched[-1][1]) if touched else span


def _grow(clauses: list[Span], shares: Sequence[int], span: Span, most: int) -> Span:
    """Return the clauses that a span touches, with neighbours while there is room.

    Of two that both fit the one with the higher share comes first, else the one before.
    """
    touched = [i for i, (a, b) in enumerate(clauses) if a < span[1] and span[0] < b]
    if not touched:
        return span
    first, last = touched[0], touched[-1]
    while True:
        size = clauses[last][1] - clauses[first][0]
        before = clauses[first][0] - clauses[first - 1][0] if first else None
        after = clauses[last + 1][1] - clauses[last][1] if last + 1 < len(clauses) else None
        back = before is not None and size + before <= most
        forth = after is not None and size + after <= most
        if back and not (forth and shares[last + 1] > shares[first - 1]):
            first -= 1
        elif forth:
            last += 1
        else:
            return clauses[first][0], clauses[last][1]


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


def _trim(text: str, span: Span) -> Span:
    start, end = span
    start = _from_edge(text, start, end)
    numbered = _ENUMERATOR.match(text, start, end)
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
