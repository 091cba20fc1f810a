"""Citation measures over character spans.

After ALCE (Gao et al. 2023, https://aclanthology.org/2023.emnlp-main.398), whose citation
precision and recall ask a language model whether a passage supports a statement. Here a citation
is a span, gold evidence is a span, and support is their overlap: two spans *meet* when they share
at least half of the shorter one, so that a clause of the evidence and the sentence around it both
count, and two neighbours that share a word do not.

A citation whose quote is not exactly ``text[start:end]`` of its document, or that is out of range
or of an unknown document, is wrong: it counts against precision and covers nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant import Citation
from evals.gold import Evidence, Span, union
from evals.matching import holds


def exact_span(citation: Citation, texts: Mapping[str, str]) -> Span | None:
    """Return the span of a citation; None unless its quote stands exactly there.

    Args:
        citation: The citation to check.
        texts: The stored texts by document id.
    """
    text = texts.get(citation.document_id)
    if text is None or not 0 <= citation.start < citation.end <= len(text):
        return None
    if text[citation.start : citation.end] != citation.quote:
        return None
    return Span(citation.document_id, citation.start, citation.end)


def precision(cited: Sequence[Span | None], gold: Iterable[Evidence]) -> float:
    """Return the share of the citations that meet gold evidence; 0 if there are none."""
    if not cited:
        return 0.0
    places = [place for evidence in gold for place in evidence.places]
    right = [span for span in cited if span and any(span.meets(place) for place in places)]
    return len(right) / len(cited)


def recall(cited: Iterable[Span | None], gold: Sequence[Evidence]) -> float:
    """Return the share of the gold evidence whose characters are at least half cited.

    Where a piece of evidence stands in several places, the best covered counts.
    """
    spans = union(span for span in cited if span)
    covered = [
        evidence
        for evidence in gold
        if any(2 * _covered(place, spans) >= place.end - place.start for place in evidence.places)
    ]
    return len(covered) / len(gold) if gold else 0.0


def hit(cited: Iterable[Span | None], gold: Iterable[Evidence], texts: Mapping[str, str]) -> float:
    """Return 1 if a piece of gold evidence, or the answer in it, stands inside the cited spans.

    The evidence does when it lies inside the cited spans, merged where they touch. The answer
    does when all facts that the evidence holds stand in the quotes that meet one of its regions:
    the evidence itself; the same paragraph of the article's other edition, so that citing that
    edition counts here (and only here); in a SQuAD file, the gold passage. Where the evidence
    holds no fact as spelled (yes or no), a citation in the other edition's paragraph is enough.
    """
    spans = union(span for span in cited if span)
    return float(any(_hit(evidence, spans, texts) for evidence in gold))


def cited_chars(cited: Iterable[Span | None]) -> int:
    """Return the number of characters cited, each counted once."""
    return sum(span.end - span.start for span in union(span for span in cited if span))


def _covered(place: Span, spans: Iterable[Span]) -> int:
    return sum(place.overlap(span) for span in spans)


def _hit(evidence: Evidence, spans: Sequence[Span], texts: Mapping[str, str]) -> bool:
    if any(span.contains(place) for span in spans for place in evidence.places):
        return True
    if not evidence.facts:
        return any(span.meets(twin) for span in spans for twin in evidence.aligned)
    near = [span for span in spans if any(span.meets(region) for region in evidence.regions)]
    quotes = "\n".join(texts[span.document_id][span.start : span.end] for span in near)
    return all(holds(quotes, fact) for fact in evidence.facts)
