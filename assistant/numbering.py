"""Numbering: the numbers of an answer's citations, one a span; the first cited is 1."""

from collections.abc import Iterable, Iterator

from assistant.answer import Answer, Citation, Claim

# Superscripts, not [1]: a digit in an answer is a figure that it states.
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def cited(claims: Iterable[Claim]) -> list[Citation]:
    """Return what claims cite, each span once, in the order of its numbers from 1 on."""
    spans: dict[tuple[str, int, int], Citation] = {}
    for claim in claims:
        for citation in claim.citations:
            spans.setdefault((citation.document_id, citation.start, citation.end), citation)
    return list(spans.values())


def numbered(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the text of each claim as it comes, with the numbers of its citations."""
    numbers: dict[tuple[str, int, int], int] = {}
    for claim in claims:
        places = dict.fromkeys(
            numbers.setdefault((c.document_id, c.start, c.end), len(numbers) + 1)
            for c in claim.citations
        )
        told = " ".join(str(place).translate(_SUPERSCRIPTS) for place in places)
        yield f"{claim.text} {told}"


def doubted(answer: Answer) -> list[str]:
    """Return what an answer has not confirmed, its numbers going on from those of the claims."""
    return list(numbered(answer.shown))[len(answer.claims) :]
