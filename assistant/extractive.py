"""Extractive answerer: the default, without a chat model.

The reader marks candidate spans in the first passages; a small linear model weighs reader,
retriever and the fit of the span's kind; rules make the best span whole and the clause around
it is the citation. A calibrated logistic model says how likely the span answers at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.acronyms import acronym_in, long_form
from assistant.answer import Answer, Citation, Claim
from assistant.dates import find_dates, other_era
from assistant.evidence import evidence_around, fits, sentence_around, whole
from assistant.features import Features
from assistant.model import confidence, rank, threshold
from assistant.question import Question
from assistant.reading import Reader, Span
from assistant.strings import ABSTENTION, FOREIGN_QUOTE, GLOSS, NEAREST, NO, QUOTE, YES
from assistant.translate import render
from assistant.verdict import verdict
from index import Hit

READ = 5  # passages that are read
DATE_BESIDE = 1.0  # logits that a date loses for standing only in the sentence of the span
SPELT_OUT = 8.0  # logits for a phrase whose initials are the acronym asked about


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer, in characters of its passage."""

    hit: Hit
    start: int
    end: int
    features: Features

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.hit.passage.text[self.start : self.end]


class Extractive:
    """Answers from the words of the passages alone."""

    name = "extractive"

    def __init__(self, reader: Reader) -> None:
        """Use a reader."""
        self._reader = reader

    def answer(self, question: Question, hits: Sequence[Hit]) -> Answer:
        """Answer a question from the passages found, or abstain."""
        candidates = self.candidates(question, hits[:READ])
        best = max(candidates, key=lambda c: rank(c.features), default=None)
        if best is None:
            return abstain(question, hits, 0.0)
        sure = confidence(best.features, question.language, best.hit.language)
        answer = _answer(question, hits, best, sure)
        if sure < threshold(question.language, best.hit.language):
            return replace(abstain(question, hits, sure), withheld=answer)
        return answer

    def candidates(self, question: Question, hits: Sequence[Hit]) -> list[Candidate]:
        """Return the spans that the reader marks, each made whole, with their features."""
        read = self._reader.read(question.text, [hit.passage.text for hit in hits])
        found = []
        for place, (hit, spans) in enumerate(zip(hits, read, strict=True)):
            for span in [*_spelt_out(question, hit), *spans, *_dates_beside(question, hit, spans)]:
                kind, language = question.kind, hit.language
                start, end = whole(hit.passage, (span.start, span.end), kind, language)
                first, last = sentence_around(hit.passage, (start, end), language)
                sentence = hit.passage.text[first:last]
                made = Span(start, end, span.score)
                features = Features.of(question, hits, place, made, sentence)
                found.append(Candidate(hit, start, end, features))
        return found


def _spelt_out(question: Question, hit: Hit) -> list[Span]:
    """Return the long form of the acronym that a question asks about."""
    acronym = acronym_in(question.text) if question.kind == "stands_for" else None
    found = long_form(acronym, hit.passage.text) if acronym else None
    return [Span(*found, SPELT_OUT)] if found else []


def _dates_beside(question: Question, hit: Hit, spans: Sequence[Span]) -> list[Span]:
    """Return the dates in the sentence of the best span, if it is asked when and has none."""
    if (
        question.kind != "when"
        or not spans
        or fits(hit.passage.text, (spans[0].start, spans[0].end), "when")
    ):
        return []
    start, end = sentence_around(hit.passage, (spans[0].start, spans[0].end), hit.language)
    return [
        Span(start + date.start, start + date.end, spans[0].score - DATE_BESIDE)
        for date in find_dates(hit.passage.text[start:end])
    ]


def _answer(question: Question, hits: Sequence[Hit], best: Candidate, sure: float) -> Answer:
    passage, language = best.hit.passage, best.hit.language
    text = passage.text
    start, end = evidence_around(passage, (best.start, best.end), question.kind, language)
    citation = Citation(
        passage.document_id,
        best.hit.title,
        passage.start + start,
        passage.start + end,
        text[start:end],
    )
    era = other_era(best.words, language) if language == question.language else ""
    if question.kind == "yes_no":
        yes = verdict(question, text, citation.quote, language)
        short, gloss, era = (YES if yes else NO)[question.language], False, ""
    else:
        rendered = render(best.words, language, question.language)
        short, gloss = rendered.text, not rendered.exact
    said = [
        GLOSS[question.language].format(gloss=short) if gloss else short + era,
        (QUOTE if language == question.language else FOREIGN_QUOTE)[question.language].format(
            quote=citation.quote
        ),
    ]
    claim = Claim(citation.quote if language == question.language else short, (citation,))
    return Answer(
        question=question.text,
        language=question.language,
        text="\n\n".join(said),
        short=short,
        abstained=False,
        confidence=sure,
        claims=(claim,),
        passages=tuple(hits),
        span=best.words,
    )


def abstain(question: Question, hits: Sequence[Hit], sure: float) -> Answer:
    """Say that the sources do not answer, and where the nearest passage is."""
    said = [ABSTENTION[question.language]]
    if hits:
        said.append(NEAREST[question.language].format(title=hits[0].title))
    return Answer(
        question=question.text,
        language=question.language,
        text=" ".join(said),
        short="",
        abstained=True,
        confidence=sure,
        passages=tuple(hits),
    )
