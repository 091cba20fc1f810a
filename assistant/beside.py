"""Beside: spans that the reader marked, weighed by rules, and those that stand beside them."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.acronyms import acronym_in, long_form
from assistant.dates import find_dates
from assistant.derived import asks_days
from assistant.enumerated import RANK, asks_rank, item_of, numbered_items
from assistant.evidence import sentence_around
from assistant.planted import planted
from assistant.question import Question
from assistant.reading import Span
from assistant.whole import fits
from index import Hit

DATE_BESIDE = 1.0  # logits that a date or rank loses for standing only in the span's sentence
INSIDE_ITEM, OTHER_ITEM = 2.0, 4.0  # logits, for the numbered item that is asked about or not
SPELT_OUT = 8.0  # logits for a phrase whose initials are the acronym asked about


def weighed(
    question: Question, hit: Hit, spans: Sequence[Span], rank_asked: int | None
) -> list[Span]:
    """Return the spans to consider in a passage.

    Args:
        question: The question.
        hit: The passage.
        spans: What the reader marked in it.
        rank_asked: The rank of the numbered item that the question names, if it names one.
    """
    own = _in_asked_item(rank_asked, hit.passage.text, unplanted(hit, spans))
    beside = [*_dates_beside(question, hit, own), *_ranks_beside(question, hit, own)]
    return [*spelt_out(question, hit), *own, *beside]


def unplanted(hit: Hit, spans: Sequence[Span]) -> list[Span]:
    """Leave out spans in words that were planted for an assistant."""
    forbidden = planted(hit.passage.text)
    return [
        span for span in spans if not any(a < span.end and span.start < b for a, b in forbidden)
    ]


def _in_asked_item(rank_asked: int | None, text: str, spans: Sequence[Span]) -> list[Span]:
    """Prefer the spans inside the numbered item of a passage that a question names."""
    items = numbered_items(text) if rank_asked else []
    item = item_of(items, rank_asked) if rank_asked else None
    if item is None:
        return list(spans)
    weighed = []
    for span in spans:
        inside = item[0] <= span.start and span.end <= item[1]
        apart = any(a <= span.start < b for _, (a, b) in items) and not inside
        change = INSIDE_ITEM if inside else (-OTHER_ITEM if apart else 0.0)
        weighed.append(replace(span, score=span.score + change))
    return weighed


def spelt_out(question: Question, hit: Hit) -> list[Span]:
    """Return the long form of the acronym that a question asks about."""
    acronym = acronym_in(question.text) if question.kind == "stands_for" else None
    found = long_form(acronym, hit.passage.text) if acronym else None
    return [Span(*found, SPELT_OUT)] if found else []


def _dates_beside(question: Question, hit: Hit, spans: Sequence[Span]) -> list[Span]:
    """Return the dates in the sentence of the best span, if they answer and it has none.

    They tell when, and a range of them how many days.
    """
    days = asks_days(question)
    if not spans or not (days or question.kind == "when"):
        return []
    best = (spans[0].start, spans[0].end)
    if fits(hit.passage.text, best, "when"):
        return []
    start, end = sentence_around(hit.passage, best, hit.language)
    dates = find_dates(hit.passage.text[start:end])
    return [
        Span(start + date.start, start + date.end, spans[0].score - DATE_BESIDE)
        for date in dates
        if not days or (date.days and date.days[0] < date.days[1])
    ]


def _ranks_beside(question: Question, hit: Hit, spans: Sequence[Span]) -> list[Span]:
    """Return the ranks in the sentence of the best span where that has none and one is asked for.

    "Which number meeting was it?" is told by ครั้งที่ 53 beside what the reader marks.
    """
    if not spans or not asks_rank(question):
        return []
    best = (spans[0].start, spans[0].end)
    start, end = sentence_around(hit.passage, best, hit.language)
    ranks = list(RANK.finditer(hit.passage.text, start, end))
    if any(best[0] < rank.end() and rank.start() < best[1] for rank in ranks):
        return []
    return [Span(rank.start(), rank.end(), spans[0].score - DATE_BESIDE) for rank in ranks]
