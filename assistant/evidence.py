"""Evidence: the clause or sentence around a span, as it is cited."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.coverage import Word, missing
from index import Passage, clause_spans

CITED_CHARACTERS = 260  # a longer sentence is cited by the clauses around the span
WIDENED_CHARACTERS = 300  # of a citation that takes in what may answer as well
_TOLD_AT_LENGTH = ("list", "why", "how", "what", "other")
Span = tuple[int, int]
ENUMERATOR = re.compile(r"\(?\d{1,2}\)\s?(?=[^\W\d])")  # "1)" before an item is no part of it
_DEPENDS = re.compile(
    r"เพื่อ(?!น)|ซึ่ง|เพราะ|เนื่องจาก|โดย|ครอบคลุม|รวมถึง|ได้แก่|"
    r"(?i:(?:which|who|whose|where|because|since|so that|in order to|including|to|after|before)\b)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The content words of a question, and its language."""

    words: tuple[Word, ...] = ()
    language: str = ""

    def lacked(self, text: str, language: str) -> tuple[Word, ...]:
        """Return those of the words that a text in a language does not have."""
        if not self.words:
            return ()
        return missing(self.words, self.language, text, language, related=True)


NOTHING = Asked()


def sentence_around(
    passage: Passage,
    span: Span,
    language: str,
    most: int = CITED_CHARACTERS,
    asked: Asked = NOTHING,
) -> Span:
    """Return the sentence that holds a span, or the clauses around it if that is too long.

    Args:
        passage: The passage.
        span: Characters of it.
        language: Its language.
        most: Characters from which a sentence is too long.
        asked: What is asked; of two neighbouring clauses the one that has more of its words comes
            first.
    """
    first, last = _cover(passage.sentences, span)
    if last - first > most:
        clauses = clause_spans(passage.text[first:last], language)
        spans = [(first + a, first + b) for a, b in clauses]
        first, last = _grow(spans, _shares(passage.text, spans, language, asked), span, most)
    return min(first, span[0]), max(last, span[1])


def statement_around(passage: Passage, span: Span, language: str, asked: Asked = NOTHING) -> Span:
    """Return the sentence of a span with what it depends on and what depends on it, cut if long.

    เพราะดินอ่อน says of what it is the reason only with the sentence before it. In English what
    begins with "because" or "after" has its main clause in the same sentence.
    """
    sentence = _cover(passage.sentences, span)
    if language == "th":
        sentence = _with_dependent(passage.text, sentence, _in_paragraph(passage, span))
    return _cut(passage.text, sentence, span, language, asked)


def _in_paragraph(passage: Passage, span: Span) -> list[Span]:
    """Return the sentences of the paragraph of a span."""
    low, high = paragraph_around(passage.text, span)
    return [(a, b) for a, b in passage.sentences if low <= a and b <= high]


def _cut(text: str, sentence: Span, span: Span, language: str, asked: Asked) -> Span:
    """Return a statement, or its clauses around a span if it is too long to be cited."""
    first, last = sentence
    if last - first > CITED_CHARACTERS:
        clauses = clause_spans(text[first:last], language)
        spans = [part for a, b in clauses for part in _items(text, (first + a, first + b))]
        item, tied = _item(text, spans, span), _tied(text, spans, span)
        shares = _shares(text, item, language, asked)
        first, last = _grow(item, shares, span, CITED_CHARACTERS, tied)
    return min(first, span[0]), max(last, span[1])


def _shares(text: str, spans: Sequence[Span], language: str, asked: Asked) -> list[int]:
    """Return a share for each clause: the higher, the fewer of the words asked about it lacks."""
    return [-len(asked.lacked(text[a:b], language)) for a, b in spans]


def _item(text: str, clauses: list[Span], span: Span) -> list[Span]:
    """Return those of some clauses that are of the item of a numbered list that a span stands in.

    Before the first item all clauses up to it, and without items all.
    """
    begins = [i for i, (a, _) in enumerate(clauses) if ENUMERATOR.match(text, a)]
    edges = [0, *begins, len(clauses)]
    touched = [i for i, (a, b) in enumerate(clauses) if a < span[1] and span[0] < b] or [0]
    low = max(edge for edge in edges if edge <= touched[0])
    high = min((edge for edge in edges if edge > touched[-1]), default=len(clauses))
    return clauses[low:high]


def _tied(text: str, clauses: list[Span], span: Span) -> bool:
    """Tell whether the clause after a span depends on it: เพื่อ, because."""
    after = [a for a, _ in clauses if a >= span[1]]
    return bool(after) and bool(_DEPENDS.match(text, after[0]))


def evidence_around(
    passage: Passage, span: Span, kind: str, language: str, asked: Asked = NOTHING
) -> Span:
    """Return what to cite for a span: its sentence and those neighbours that tell more of it.

    Lists, reasons and ways are often told over several sentences; the neighbours in the same
    paragraph come along while the whole stays within the length of a citation. For others those
    come along that have words of the question which the sentence lacks: what "it" is. Of a sentence
    longer than that the clauses with the words asked about stay. Yes or no is decided from its
    sentence alone.
    """
    if kind == "yes_no":
        return sentence_around(passage, span, language, asked=asked)
    around = _in_paragraph(passage, span)
    whole = statement_around(passage, span, language, asked)
    if kind not in _TOLD_AT_LENGTH:
        return _telling_more(passage.text, whole, around, language, asked)
    begins, ends = whole
    later = [b for a, b in around if ends <= a]
    ends = max([ends, *(b for b in later if b - begins <= CITED_CHARACTERS)])
    earlier = [a for a, b in around if b <= begins]
    begins = min([begins, *(a for a in earlier if ends - a <= CITED_CHARACTERS)])
    return begins, ends


def with_rivals(passage: Passage, cited: Span, rivals: Sequence[Span], language: str) -> Span:
    """Return what is cited with the sentences of other spans that may answer, the likeliest first.

    A person checks an answer by what stands around it: where the reader wavers between two places
    that lie close together, both are shown. One too far away is left out.
    """
    begins, ends = cited
    for rival in rivals:
        for first, last in (sentence_around(passage, rival, language), rival):
            wider = min(begins, first), max(ends, last)
            if wider[1] - wider[0] <= WIDENED_CHARACTERS:
                begins, ends = wider
                break
    return begins, ends


def _items(text: str, clause: Span) -> list[Span]:
    """Return a clause cut before the numbers of list items in it: "… 2)"."""
    start, end = clause
    cuts = [match.start() for match in ENUMERATOR.finditer(text, start, end)]
    edges = [start, *(cut for cut in cuts if text[cut - 1 : cut].isspace() and cut > start), end]
    parts = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges)]
    return [(a, b) for a, b in parts if a < b]


def _with_dependent(text: str, sentence: Span, around: Sequence[Span]) -> Span:
    """Return a sentence with what depends on it and what it depends on: "so that …".

    Thai sentences are told apart at spaces, which may part a clause from its head.
    """
    first, last = sentence
    while _DEPENDS.match(text, first) and (before := [a for a, b in around if b <= first]):
        first = before[-1]
    for begins, ends in around:
        if begins >= last:
            if not _DEPENDS.match(text, begins):
                break
            last = ends
    return first, last


def _telling_more(
    text: str, whole: Span, around: Sequence[Span], language: str, asked: Asked
) -> Span:
    """Return a span with the sentences before and after it that have more of what is asked."""
    while True:
        begins, ends = whole
        left = asked.lacked(text[begins:ends], language)
        beside = [one for one in around if one[1] <= begins][-1:]
        beside += [one for one in around if ends <= one[0]][:1]
        wider = [(min(a, begins), max(b, ends), text[a:b]) for a, b in beside]
        counted = [
            (len(left) - len(replace(asked, words=left).lacked(told, language)), first, last)
            for first, last, told in wider
            if last - first <= CITED_CHARACTERS
        ]
        more, first, last = max(counted, key=lambda one: one[0], default=(0, 0, 0))
        if not more:
            return whole
        whole = first, last


def paragraph_around(text: str, span: Span) -> Span:
    """Return the paragraph, between empty lines, that holds a span."""
    start = text.rfind("\n\n", 0, span[0])
    end = text.find("\n\n", span[1])
    return (0 if start < 0 else start + 2), (len(text) if end < 0 else end)


def _cover(pieces: Sequence[Span], span: Span) -> Span:
    """Return the run of pieces that a span touches."""
    touched = [piece for piece in pieces if piece[0] < span[1] and span[0] < piece[1]]
    return (touched[0][0], touched[-1][1]) if touched else span


def _grow(
    clauses: list[Span], shares: Sequence[int], span: Span, most: int, tied: bool = False
) -> Span:
    """Return the clauses that a span touches, with neighbours while there is room.

    Of two that both fit the one with the higher share comes first, else the one before; but what
    depends on the span's own clause (`tied`) before all.
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
        own = tied and last == touched[-1]
        if back and not (forth and (own or shares[last + 1] > shares[first - 1])):
            first -= 1
        elif forth:
            last += 1
        else:
            return clauses[first][0], clauses[last][1]
