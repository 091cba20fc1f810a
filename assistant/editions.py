"""Editions: of an article in both languages, the question's own is read and cited."""

from collections.abc import Sequence
from dataclasses import replace

from index import Hit, Index


def own_editions(index: Index, hits: Sequence[Hit], language: str) -> list[Hit]:
    """Put in place of passages in the other language those of the aligned edition, if any.

    A passage that is found both ways counts once, at its best place.
    """
    found: dict[int, Hit] = {}
    for hit in hits:
        own = hit
        if hit.edition and hit.language != language:
            own = _own_edition(index, hit, language) or hit
        found.setdefault(own.passage.id, own)
    return list(found.values())


def _own_edition(index: Index, hit: Hit, language: str) -> Hit | None:
    passage = hit.passage
    twin = index.twin(passage.document_id, passage.start, passage.end)
    if twin is None or twin.language != language:
        return None
    for other in index.passages(twin.document_id):
        if other.start < twin.end and twin.start < other.end:
            return replace(hit, passage=other, title=twin.title, language=language)
    return None
