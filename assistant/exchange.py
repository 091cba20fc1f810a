"""Exchange: a question of a conversation and what came of it, as it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, Protocol, TypeAlias

from assistant.answer import Answer, Citation, Claim
from assistant.numbering import cited
from index import Hit
from sources import Document, UnknownDocument

State: TypeAlias = Literal["current", "changed", "removed"]


class Library(Protocol):
    """What is asked of an index."""

    def document(self, document_id: str) -> Document:
        """Return a stored document, or raise `UnknownDocument`."""

    def latest(self, document_id: str, location: str) -> str | None:
        """Return a document's id, that of the version that took its place, or None."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was when an answer rested on it.

    Attributes:
        document_id: Its id then; a changed document has another.
        title: Its title.
        language: ``th`` or ``en``.
        origin: Where it came from, for a reader.
        location: Where it was read from: what tells a newer version.
    """

    document_id: str
    title: str
    language: str
    origin: str
    location: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of a document that an answer rested on.

    Attributes:
        state: ``current``, ``changed`` (another version took its place) or ``removed``.
        newer: Id of the version that took its place.
    """

    state: State
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or what there is in its place.

    Attributes:
        question: The question as asked.
        answer: The reply, an abstention included; of the passages found it has only the nearest
            one, and that only if it is an abstention.
        problem: Why there is none.
        stopped: Whether a person stopped it; with none of the three it was not answered yet.
        verified: What was verified before it was stopped or something went wrong.
        at: When, in UTC (ISO 8601).
        sources: The documents that are cited, or that are nearest to an abstention.
        number: Its number in the file; 0 while it is not kept.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""
    stopped: bool = False
    verified: tuple[Claim, ...] = ()
    at: str = ""
    sources: tuple[Source, ...] = ()
    number: int = 0

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What it states: the claims of the answer, or those verified until it ended."""
        return self.answer.claims if self.answer else self.verified

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims, then what is not confirmed."""
        return self.answer.shown if self.answer else self.verified


def noted(told: Exchange, library: Library | None) -> Exchange:
    """Note an exchange, now, with the sources as they stand.

    Args:
        told: What came of a question.
        library: Where the sources are; None where there are none yet, and nothing is cited.

    Raises:
        StoreError: The sources cannot be read.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    sources = tuple(_sources(_rests_on(told), library)) if library else ()
    return replace(lasting(told), at=now, sources=sources)


def lasting(told: Exchange) -> Exchange:
    """Leave out of an answer what only its own moment needs."""
    answer = told.answer
    if answer is None:
        return told
    hit = nearest(answer)
    kept: tuple[Hit, ...] = ()
    if hit:
        passage = replace(hit.passage, windows=(), sentences=())
        kept = (replace(hit, passage=passage, legs={}),)
    return replace(told, answer=replace(answer, passages=kept, withheld=None))


def nearest(answer: Answer | None) -> Hit | None:
    """Return the passage nearest to a question that the sources do not answer."""
    if answer is None:
        return None
    return answer.passages[0] if answer.abstained and answer.passages else None


def nearest_citation(answer: Answer | None) -> Citation | None:
    """Return the nearest passage of an abstention as if it were cited."""
    hit = nearest(answer)
    if hit is None:
        return None
    passage = hit.passage
    return Citation(passage.document_id, hit.title, passage.start, passage.end, passage.text)


def standings(told: Exchange, library: Library) -> Mapping[str, Standing]:
    """Tell what has become of each document that an exchange rests on, by its id then.

    Raises:
        StoreError: The index cannot be read.
    """
    places = {source.document_id: source.location for source in told.sources}
    return {
        document_id: _standing(document_id, places.get(document_id, ""), library)
        for document_id in _rests_on(told)
    }


def _standing(document_id: str, location: str, library: Library) -> Standing:
    newest = library.latest(document_id, location)
    if newest is None:
        return Standing("removed")
    return Standing("current") if newest == document_id else Standing("changed", newest)


def _rests_on(told: Exchange) -> list[str]:
    ids = [citation.document_id for citation in cited(told.shown)]
    hit = nearest(told.answer)
    return list(dict.fromkeys([*ids, hit.passage.document_id] if hit else ids))


def _sources(ids: Iterable[str], library: Library) -> Iterator[Source]:
    for document_id in ids:
        try:
            document = library.document(document_id)
        except UnknownDocument:  # it went while the question was being answered
            continue
        yield Source(
            document.id, document.title, document.language, document.origin, document.location
        )
