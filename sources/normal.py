"""Normalised: text in its one searchable form, with the way back to the raw characters.

Thai clean-up is `pythainlp.util.normalize`: it is the reference that the field compares with,
and typed. Unicode composition is NFC from the standard library, never NFKC, which splits
sara am (ำ) in two.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pythainlp.util import normalize as reorder_thai

from sources.characters import CHARACTERS, REMOVED

_Span = tuple[int, int]

_TONES = "\u0e48-\u0e4b"
_ABOVE_BELOW = "\u0e31\u0e34-\u0e39\u0e47\u0e4d"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
# All that the Thai clean-up may move, merge or drop; every other character stays, in order.
_FIXED = re.compile(f"[^\\s{_MARKS}\u0e30\u0e32\u0e33\u0e40-\u0e45]")
_LEADING_MARKS = re.compile(f"[{_MARKS}]+")
# A line without any of these is left as it is by every step. It only saves time: the Thai
# part repeats the left-hand sides of the rules of `pythainlp.util.normalize`.
_SUSPECT = re.compile(
    "|".join(
        (
            "[" + re.escape("".join(map(chr, CHARACTERS))) + "]",
            f"\\A[\\s{_MARKS}]",
            "\\s\\Z",
            f" [ {_MARKS}]",
            "เเ",
            f"[{_TONES}์][{_ABOVE_BELOW}{_TONES}]",
            f"ํ[{_TONES}]*า",
            f"[ะาำๅ][{_TONES}]",
            "ๅ",
            f"([ะาำเ-ไ{_MARKS}]) ?\\1",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Offsets:
    """Raw ranges of the characters of a normalised text.

    Attributes:
        starts: First raw character of each normalised character; never decreases.
        ends: Raw character after its last; never decreases.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        """Return the number of normalised characters."""
        return len(self.starts)

    def __getitem__(self, place: int) -> _Span:
        """Return the half-open raw range of one normalised character."""
        return self.starts[place], self.ends[place]

    def __iter__(self) -> Iterator[_Span]:
        """Yield the half-open raw range of each normalised character."""
        return zip(self.starts, self.ends, strict=True)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in its searchable form.

    Attributes:
        text: The normalised text.
        offsets: The raw range that each of its characters stands for. Characters that were
            reordered or merged together share the range of them all.
    """

    text: str
    offsets: Offsets

    def raw_span(self, start: int, end: int) -> _Span:
        """Map a half-open range of the normalised text to the raw text.

        Raises:
            IndexError: The range does not lie within the normalised text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"{start} to {end} is no range of {len(self.text)} characters")
        if start < end:
            return self.offsets.starts[start], self.offsets.ends[end - 1]
        place = self.offsets.ends[start - 1] if start else 0
        return place, place


def normalise(text: str) -> Normalised:
    r"""Bring a text into the form that is indexed and searched.

    Legacy glyphs, Thai digits, no-break spaces, typographic quotes and dashes are replaced;
    zero-width characters and soft hyphens removed; characters composed (NFC); Thai vowels
    and marks put in order and freed of doubles; runs of spaces made one, and lines trimmed.
    Line ends (``\n``) stay. Doing it twice changes nothing more.
    """
    parts: list[str] = []
    starts, ends = array("I"), array("I")
    position = 0
    for line in text.split("\n"):
        if position:
            starts.append(position - 1)
            ends.append(position)
        if _is_normal(line):
            parts.append(line)
            starts.extend(range(position, position + len(line)))
            ends.extend(range(position + 1, position + len(line) + 1))
        else:
            clean, spans = _normalise_line(line)
            parts.append(clean)
            starts.extend(position + start for start, _ in spans)
            ends.extend(position + end for _, end in spans)
        position += len(line) + 1
    return Normalised("\n".join(parts), Offsets(starts, ends))


def _is_normal(line: str) -> bool:
    return not _SUSPECT.search(line) and unicodedata.is_normalized("NFC", line)


def _normalise_line(line: str) -> tuple[str, list[_Span]]:
    """Return the normalised line and the range of `line` behind each of its characters."""
    text, spans = _replace_characters(line)
    if not unicodedata.is_normalized("NFC", text):
        text, inner = _compose(text)
        spans = _through(spans, inner)
    if not _is_normal(text):
        text, inner = _clean_thai(text)
        spans = _through(spans, inner)
    return text, spans


def _through(outer: list[_Span], inner: list[_Span]) -> list[_Span]:
    """Turn ranges of an intermediate text into ranges of the text behind it."""
    return [(outer[start][0], outer[end - 1][1]) for start, end in inner]


def _replace_characters(text: str) -> tuple[str, list[_Span]]:
    kept = [place for place, character in enumerate(text) if character not in REMOVED]
    return text.translate(CHARACTERS), [(place, place + 1) for place in kept]


def _compose(text: str) -> tuple[str, list[_Span]]:
    """Apply NFC cluster by cluster: a base character and all that may combine with it."""
    parts: list[str] = []
    spans: list[_Span] = []
    for start, end in _clusters(text):
        cluster = unicodedata.normalize("NFC", text[start:end])
        parts.append(cluster)
        _align(text[start:end], cluster, start, spans)
    return "".join(parts), spans


def _clusters(text: str) -> Iterator[_Span]:
    start = 0
    for place, character in enumerate(text):
        if place and not _combines(character):
            yield start, place
            start = place
    yield start, len(text)


def _combines(character: str) -> bool:
    # Hangul vowels and finals are letters by category, yet NFC joins them to what stands before.
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


def _clean_thai(text: str) -> tuple[str, list[_Span]]:
    """Apply pythainlp's clean-up until it changes nothing, and align what it moved."""
    clean = text
    while (again := reorder_thai(unicodedata.normalize("NFC", clean))) != clean:
        clean = again
    spans: list[_Span] = []
    place = 0
    for old, new in _cells(text, clean):
        _align(old, new, place, spans)
        place += len(old)
    return clean, spans


def _cells(text: str, clean: str) -> Iterator[tuple[str, str]]:
    """Pair up the changed stretches between characters that no rule moves, and all the rest."""
    if _FIXED.findall(text) != _FIXED.findall(clean):
        yield text, clean
        return
    since = place = 0
    for old, new in zip(_FIXED.split(text), _FIXED.split(clean), strict=True):
        if old != new:
            yield text[since:place], text[since:place]
            yield old, new
            since = place + len(old)
        place += len(old) + 1
    yield text[since:], text[since:]


def _align(old: str, new: str, start: int, spans: list[_Span]) -> None:
    """Append the range of `old`, which begins at `start`, behind each character of `new`."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    end = start + len(old)
    spans.extend((place, place + 1) for place in range(start, start + head))
    changed = len(new) - head - tail
    if changed:
        spans.extend([(start + head, end - tail)] * changed)
    elif spans and (dropped := _LEADING_MARKS.match(old, head, len(old) - tail)):
        # A dropped double belongs to the letter it stood on: no range may cut a grapheme.
        spans[-1] = (spans[-1][0], start + dropped.end())
    spans.extend((place, place + 1) for place in range(end - tail, end))


def _shared(left: str, right: str) -> int:
    """Return the length of the common beginning of two strings."""
    for place, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return place
    return min(len(left), len(right))
