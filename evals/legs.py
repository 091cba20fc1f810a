"""Legs: the ranking that each leg of the retriever would give alone, beside the fused one."""

from collections.abc import Iterable, Sequence

from evals.gold import Gold, Span
from index import Hit

FUSED = "fused"
UNREAD = "unread"  # the fused score before a reranker, which leaves it here
_OF_FEW = ("phrases", "reranker")  # told of the first hits only, so that they rank no corpus
# As many passages as a search can bring back: every candidate of every leg, so that a leg's own
# ranking does not depend on what the fusion put first.
ALL = 10_000
Found = Sequence[tuple[Span, float]]


def rankings(hits: Sequence[Hit]) -> dict[str, Found]:
    """Return the scored passages of the search, of its fusion and of every leg, by name.

    A leg that scores all passages alike has ranked nothing and is left out.
    """
    found: dict[str, list[tuple[Span, float]]] = {FUSED: [], UNREAD: []}
    for hit in hits:
        span = Span(hit.passage.document_id, hit.passage.start, hit.passage.end)
        found[FUSED].append((span, hit.score))
        found[UNREAD].append((span, hit.legs.get(UNREAD, hit.score)))
        for leg, score in hit.legs.items():
            if leg not in (UNREAD, *_OF_FEW):
                found.setdefault(leg, []).append((span, score))
    return {
        name: scored for name, scored in found.items() if name in (FUSED, UNREAD) or _differ(scored)
    }


def gold_rank(found: Found, gold: Gold) -> int | None:
    """Return the rank of the gold unit when passages are sorted by score.

    Ranks count distinct units, as `Gold.rank` does. A tie is no find: gold comes after whatever
    else has its score.
    """

    def order(scored: tuple[Span, float]) -> tuple[float, bool]:
        span, score = scored
        is_gold = span.document_id in gold.documents if gold.documents else gold.relevant(span)
        return -score, is_gold

    return gold.rank([span for span, _ in sorted(found, key=order)])


def _differ(scored: Iterable[tuple[Span, float]]) -> bool:
    return len({score for _, score in scored}) > 1
