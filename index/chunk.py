"""Chunking: a document's text into passages of whole sentences, and windows inside them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from index.passage import Passage
from index.sentences import clause_spans, sentence_spans_of
from sources import Document, detect_language, paragraph_spans

PASSAGE_CHARACTERS = 1_000  # about 300 tokens of Thai, under the encoder's 512
SMALL_PARAGRAPH = 160  # a paragraph shorter than this is joined to its neighbour
WINDOW_CHARACTERS = {"th": 180, "en": 220}
TELLING = 80  # letters of a paragraph from which its language is its own, not its document's
_LETTERS = re.compile(r"[A-Za-z\u0e01-\u0e4e]")
Span = tuple[int, int]
# What Unicode calls extending but keeps outside its categories of marks: joiners, skin tones,
# tags, Hangul vowels and finals, halfwidth voicing; and what Thai spelling adds.
_TRAILING = re.compile(
    "[ะาำๅๆฯ\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u1160-\u11ff\uff9e\uff9f]"
)
_LEADING = "เแโใไ\u200d"
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))


def chunk(document: Document) -> list[Passage]:
    """Cut a document into passages, each with its windows.

    A passage holds whole paragraphs or, of a long one, whole sentences; a sentence longer than
    a passage is cut between clauses, a clause longer than that between graphemes.
    """
    text, spans = document.text, list[Span]()
    for language, paragraphs in groupby(_told(document), key=itemgetter(0)):
        spans += _join_small(_fit(text, [span for _, span in paragraphs], language))
    texts = [text[start:end] for start, end in spans]
    languages = [_language(part, document.language) for part in texts]
    sentences = _sentences(texts, languages)
    return [
        Passage(
            id=0,
            document_id=document.id,
            start=start,
            end=end,
            text=text[start:end],
            windows=tuple(windows(text, (start, end), language)),
            sentences=own,
            language=language,
        )
        for (start, end), language, own in zip(spans, languages, sentences, strict=True)
    ]


def _told(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each paragraph after its language; one that tells none goes with the one before.

    A document may be in both languages: a notice in Thai with an English one below, an interview
    with its translation. A passage never holds paragraphs of both.
    """
    language = ""
    for start, end in document.paragraphs():
        language = _language(document.text[start:end], language or document.language)
        yield language, (start, end)


def _language(text: str, otherwise: str) -> str:
    """Tell the language of a part of a document; a name or a heading alone tells nothing."""
    return detect_language(text) if len(_LETTERS.findall(text)) >= TELLING else otherwise


def _sentences(texts: Sequence[str], languages: Sequence[str]) -> list[tuple[Span, ...]]:
    """Return the sentences of each text, never across its paragraphs."""
    found: list[list[Span]] = [[] for _ in texts]
    for language in dict.fromkeys(languages):
        paragraphs = [
            (number, *span)
            for number, text in enumerate(texts)
            if languages[number] == language
            for span in paragraph_spans(text)
        ]
        cut = sentence_spans_of([texts[number][a:b] for number, a, b in paragraphs], language)
        for (number, start, _), spans in zip(paragraphs, cut, strict=True):
            found[number] += [(start + a, start + b) for a, b in spans]
    return [tuple(spans) for spans in found]


def windows(text: str, span: Span, language: str) -> list[Span]:
    """Return windows of a clause or a few, overlapping by about half, as offsets into the text.

    A span no longer than one and a half windows has none: its own vector says the same.
    """
    size = WINDOW_CHARACTERS.get(language, 220)
    start, end = span
    if end - start <= size * 1.5:
        return []
    clauses = [(start + a, start + b) for a, b in clause_spans(text[start:end], language)]
    clauses = [part for clause in clauses for part in _hard_cut(text, clause, size * 2)]
    found, first = [], 0
    while first < len(clauses):
        last = first
        while last + 1 < len(clauses) and clauses[last][1] - clauses[first][0] < size:
            last += 1
        found.append((clauses[first][0], clauses[last][1]))
        if last + 1 >= len(clauses):
            break
        half = clauses[first][0] + size / 2
        step = [i for i in range(first + 1, last + 1) if clauses[i][0] <= half]
        first = step[-1] if step else max(first + 1, min(last, first + 1))
    return found


def _fit(text: str, paragraphs: Sequence[Span], language: str) -> list[Span]:
    """Cut paragraphs that are too long into runs of whole sentences, evenly filled."""
    long = [(start, end) for start, end in paragraphs if end - start > PASSAGE_CHARACTERS]
    cut = sentence_spans_of([text[start:end] for start, end in long], language)
    sentences = dict(zip(long, cut, strict=True))
    pieces: list[Span] = []
    for start, end in paragraphs:
        if (start, end) not in sentences:
            pieces.append((start, end))
            continue
        units: list[Span] = []
        for a, b in sentences[start, end]:
            units += _split_long(text, (start + a, start + b), language)
        count = -(-(end - start) // PASSAGE_CHARACTERS)
        pieces += _pack(units, (end - start) / count)
    return pieces


def _split_long(text: str, span: Span, language: str) -> list[Span]:
    """Cut a sentence longer than a passage between clauses, then between graphemes."""
    start, end = span
    if end - start <= PASSAGE_CHARACTERS:
        return [span]
    clauses = [(start + a, start + b) for a, b in clause_spans(text[start:end], language)]
    return [part for clause in clauses for part in _hard_cut(text, clause, PASSAGE_CHARACTERS)]


def _hard_cut(text: str, span: Span, size: int) -> list[Span]:
    """Cut a run without any break at blanks where there are some, never inside a grapheme."""
    start, end = span
    parts = []
    while end - start > size:
        cut = text.rfind(" ", start + size // 2, start + size)
        cut = cut if cut > 0 else grapheme_boundary(text, start + size, start)
        # A run without any boundary (one letter under a thousand marks) is cut all the same.
        cut = cut if cut > start else start + size
        parts.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    return [*parts, (start, end)] if start < end else parts


def grapheme_boundary(text: str, position: int, first: int = 0) -> int:
    """Return the nearest place at or before a position that does not part a grapheme.

    A Thai leading vowel (เ แ โ ใ ไ) stays with the consonant after it; marks and following
    vowels stay with the one before. Places before `first` are not looked at.
    """
    while first < position < len(text) and _parts_grapheme(text, position):
        position -= 1
    return position


def _parts_grapheme(text: str, position: int) -> bool:
    """Tell whether a cut would part a grapheme (Unicode annex 29, and Thai spelling)."""
    before, after = text[position - 1], text[position]
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or _TRAILING.match(after):
        return True
    if before in _LEADING or before + after == "\r\n":
        return True
    if before not in _FLAG_LETTERS or after not in _FLAG_LETTERS:
        return False
    head = text[:position]
    return (len(head) - len(head.rstrip(_FLAG_LETTERS))) % 2 == 1


def _pack(units: Iterable[Span], target: float) -> list[Span]:
    """Join neighbouring units until each run is near the target length."""
    runs: list[Span] = []
    for start, end in units:
        if runs:
            first, last = runs[-1]
            grown = end - first
            closer = abs(grown - target) <= abs(last - first - target)
            if grown <= PASSAGE_CHARACTERS and closer:
                runs[-1] = (first, end)
                continue
        runs.append((start, end))
    return runs


def _join_small(pieces: Iterable[Span]) -> list[Span]:
    """Join a small paragraph, a heading say, to the one after it where both fit."""
    joined: list[Span] = []
    for start, end in pieces:
        if joined:
            first, last = joined[-1]
            small = last - first < SMALL_PARAGRAPH or end - start < SMALL_PARAGRAPH
            if small and end - first <= PASSAGE_CHARACTERS:
                joined[-1] = (first, end)
                continue
        joined.append((start, end))
    return joined
