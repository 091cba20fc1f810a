"""Gold: where in the corpus a question's evidence stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evals.matching import holds
from evals.measures.retrieval import first_rank, one_relevant
from evals.schema import Question
from evals.squad import SquadItem
from sources import Document, detect_language


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open character range of a document's text."""

    document_id: str
    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """Return the number of characters that two spans share."""
        if self.document_id != other.document_id:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def meets(self, other: "Span") -> bool:
        """Tell whether two spans share at least half of the shorter one."""
        shorter = min(self.end - self.start, other.end - other.start)
        return shorter > 0 and 2 * self.overlap(other) >= shorter

    def contains(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one."""
        return self.overlap(other) == other.end - other.start > 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote that supports an answer.

    Attributes:
        places: Where it stands; any of them will do.
        aligned: The same paragraphs in the other edition of the article.
        regions: Where else the quote's facts, cited, support the answer as well.
        facts: The facts that the quote itself holds, by their accepted spellings.
    """

    places: tuple[Span, ...]
    aligned: tuple[Span, ...] = ()
    regions: tuple[Span, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """What a question's answer has to be found in.

    Attributes:
        language: Language of the passages that hold the evidence.
        documents: The gold documents, where a document is one passage (SQuAD); else empty.
        evidence: The evidence that stands in the corpus.
        grades: The grade of each relevant document, where they are judged so (BEIR); else empty.
    """

    language: str
    documents: frozenset[str]
    evidence: tuple[Evidence, ...]
    grades: Mapping[str, int] = field(default_factory=dict)

    def relevant(self, passage: Span) -> bool:
        """Tell whether a passage holds evidence, in the edition quoted or the aligned one."""
        return any(
            passage.meets(span) for each in self.evidence for span in each.places + each.aligned
        )

    def gains(self, passages: Sequence[Span]) -> list[float]:
        """Return the grade of each passage, or document, found: of distinct documents if graded.

        Where one passage is all that is wanted, the first that is right counts 1.
        """
        if not self.grades:
            return one_relevant(self.rank(passages))
        distinct = dict.fromkeys(passage.document_id for passage in passages)
        return [float(self.grades.get(document_id, 0)) for document_id in distinct]

    def ideal(self) -> list[float]:
        """Return the grades of everything relevant."""
        return [float(grade) for grade in self.grades.values()] or [1.0]

    def rank(self, passages: Sequence[Span]) -> int | None:
        """Return the rank of the first relevant passage; of its document, where gold is one."""
        if self.documents:
            distinct = dict.fromkeys(passage.document_id for passage in passages)
            return first_rank(document_id in self.documents for document_id in distinct)
        return first_rank(self.relevant(passage) for passage in passages)


Aligned = Callable[[Span], Span | None]


def quoted_gold(
    question: Question, documents: Mapping[str, Document], aligned: Aligned
) -> Gold | None:
    """Find the evidence quotes of a question; None if none stands in the corpus.

    Args:
        question: A question whose `evidence` quotes the corpus.
        documents: The corpus by document id.
        aligned: Gives the paragraph of the other edition that corresponds to a span.
    """
    found = []
    for quote in question.evidence:
        places = tuple(s for d in documents.values() for s in _occurrences(quote, d))
        if places:
            twins = tuple(twin for place in places if (twin := aligned(place)))
            held = tuple(fact for fact in question.facts if holds(quote, fact))
            found.append(Evidence(places, twins, places + twins, held))
    if not found:
        return None
    spoken = [_language(documents[s.document_id], s) for e in found for s in e.places]
    language = question.lang if question.lang in spoken else spoken[0]
    return Gold(language, frozenset(), tuple(found))


def _language(document: Document, span: Span) -> str:
    """Tell the language of the paragraph that a span begins in: a document may be in both."""
    for start, end in document.paragraphs():
        if start <= span.start < end:
            return detect_language(document.text[start:end])
    return document.language


def squad_gold(item: SquadItem, documents: Mapping[str, Document]) -> Gold | None:
    """Take the gold answers of a SQuAD item as its evidence; None if its passage is absent.

    Passages with the same text count alike. The answers are alternatives: one piece of
    evidence with a place each; the answer's words elsewhere in the passage support it too.
    """
    gold = documents.get(item.document_id)
    if gold is None:
        return None
    same = [document for document in documents.values() if document.text == gold.text]
    places = tuple(Span(d.id, start, end) for d in same for start, end in item.spans)
    whole = tuple(Span(d.id, 0, len(d.text)) for d in same)
    evidence = Evidence(places, regions=whole, facts=item.question.facts)
    return Gold(gold.language, frozenset(d.id for d in same), (evidence,) if places else ())


def graded_gold(grades: Mapping[str, int], documents: Mapping[str, Document]) -> Gold | None:
    """Take graded documents as the gold of a question; None if none is in the corpus."""
    there = {key: grade for key, grade in grades.items() if key in documents}
    if not there:
        return None
    best = max(there, key=lambda key: there[key])
    return Gold(documents[best].language, frozenset(there), (), there)


def union(spans: Iterable[Span]) -> list[Span]:
    """Merge spans that overlap or touch; sorted."""
    merged: list[Span] = []
    for span in sorted(spans):
        last = merged[-1] if merged else None
        if last and last.document_id == span.document_id and span.start <= last.end:
            merged[-1] = Span(last.document_id, last.start, max(last.end, span.end))
        else:
            merged.append(span)
    return merged


def _occurrences(quote: str, document: Document) -> Iterator[Span]:
    start = document.text.find(quote)
    while start >= 0:
        yield Span(document.id, start, start + len(quote))
        start = document.text.find(quote, start + 1)
