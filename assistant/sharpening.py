"""Sharpening: where exactly an answer begins and ends, from several readings of its surroundings.

A reader's logits shift with what else it reads. The span that it marked in a passage is read
again in windows of the text around it, and the mean of all readings says where it begins and ends
(test-time augmentation; docs/measurements.md).
"""

from collections.abc import Sequence

import numpy as np

from assistant.reading import Marks, Reader, Span, best_spans

# Characters before and after the span that a window holds: more of what leads to it, more of what
# follows, and a little of both.
WINDOWS = ((350, 100), (100, 350), (220, 220))
# Logits by which the best span leads all that overlap it, from which other readings agree: half of
# the answers, and not one in thirty of them would be moved.
SETTLED = 1.0


def sharpened(reader: Reader, question: str, lead: str, text: str, span: Span) -> Span:
    """Return the span that several readings mark where one marked another.

    Args:
        reader: The reader.
        question: The question.
        lead: What was read before the passage.
        text: The passage.
        span: What the reader marked in it.

    Returns:
        The best span of the part that all readings share; its score is that of `span`, for scores
        of passages that were read once must compare.
    """
    parts = _windows(text, span)
    if not parts:
        return span
    (alone,) = reader.mark(question, [lead + text])
    place = (len(lead) + span.start, len(lead) + span.end)
    if all(_margin(marks, place) > SETTLED for marks in alone):
        return span
    read = [alone, *reader.mark(question, [lead + text[a:b] for a, b in parts])]
    moved = [
        Marks([(x + at, y + at) for x, y in marks.offsets], marks.starts, marks.ends)
        for at, wordings in zip([0, *(a for a, _ in parts)], read, strict=True)
        for marks in wordings
    ]
    first = len(lead) + max(a for a, _ in parts)
    last = len(lead) + min(b for _, b in parts)
    best = best_spans(_mean(moved, first, last), 1)
    if not best:
        return span
    found = best[0]
    return Span(found.start - len(lead), found.end - len(lead), span.score)


def _margin(marks: Marks, place: tuple[int, int]) -> float:
    """Return by how much the best span that overlaps a place outscores the next."""
    touching = np.array([start < place[1] and place[0] < end for start, end in marks.offsets])
    reach = np.where(touching)[0]
    if not len(reach):
        return np.inf
    first, last = reach[0], reach[-1]
    scores = marks.scores()[: last + 1, first:].ravel()
    if len(scores) < 2:
        return np.inf
    next_best, best = np.partition(scores, -2)[-2:]
    return float(best - next_best)


def _windows(text: str, span: Span) -> list[tuple[int, int]]:
    """Return the parts of a text to read again, none where that is all of it."""
    parts = dict.fromkeys(
        (_back(text, span.start - before), _on(text, span.end + after)) for before, after in WINDOWS
    )
    return [part for part in parts if part != (0, len(text))]


def _back(text: str, at: int) -> int:
    """Return the place after the last blank before a place."""
    return max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1 if at > 0 else 0


def _on(text: str, at: int) -> int:
    """Return the place of the first blank from a place on."""
    blanks = [found for blank in " \n" if (found := text.find(blank, at)) >= 0]
    return min(blanks, default=len(text))


def _mean(readings: Sequence[Marks], first: int, last: int) -> Marks:
    """Return the mean of readings over the characters that they share."""
    # A token holds the blank before it, which a part that begins with the token has not.
    shared = [
        {
            (max(first, start), end): place
            for place, (start, end) in enumerate(marks.offsets)
            if first < end <= last
        }
        for marks in readings
    ]
    offsets = [offset for offset in shared[0] if all(offset in found for found in shared)]
    rows = [[found[offset] for offset in offsets] for found in shared]
    starts = np.mean([m.starts[row] for m, row in zip(readings, rows, strict=True)], axis=0)
    ends = np.mean([m.ends[row] for m, row in zip(readings, rows, strict=True)], axis=0)
    return Marks(offsets, starts, ends)
