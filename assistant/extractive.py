"""Extractive answerer: the default, without a chat model.

The reader marks candidate spans in the first passages; a small linear model weighs reader,
retriever and the fit of the span's kind; rules make the best span whole and the clause around
it is the citation. A calibrated logistic model says how likely the span answers at all.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.alias import in_their_words
from assistant.answer import Answer, Citation
from assistant.bearer import bearer
from assistant.beside import spelt_out, unplanted, weighed
from assistant.candidate import Candidate
from assistant.charged import charged
from assistant.composing import Found, abstain, compose, compose_item, compose_outline
from assistant.coverage import asked_words, unmet
from assistant.derived import (
    as_list,
    as_period,
    counted_unit,
    days_of_range,
    end_of_period,
    listed,
)
from assistant.evidence import (
    Asked,
    evidence_around,
    sentence_around,
    statement_around,
    with_rivals,
)
from assistant.features import Features
from assistant.grouped import grouped
from assistant.headings import Heading
from assistant.included import asked_inclusion, included
from assistant.model import confidence, rank, threshold
from assistant.narrowed import narrowed
from assistant.outline import item_speaking, meant_item, outline, rank_told, ranked
from assistant.question import Question
from assistant.reading import Reader, Span, answer_as_claim
from assistant.setting import read_in_setting, setting
from assistant.sharpening import sharpened
from assistant.sized import of_asked_size
from assistant.together import together
from assistant.totals import total_first
from assistant.whole import whole
from index import Hit

READ = 5  # passages that are read
TOLD = 8.0  # logits of what a rule finds
# Shares of a group's name that a list needs: in its clause, and in its passage where the reader is
# sure of the list and where it is not.
BESIDE, AROUND, ALL_AROUND = 0.6, 0.6, 0.75
NOT_AROUND = 0.5  # share of it below which the list is of another group
PLACED = 0.5  # of the usual threshold, for a list of which some lie in the region asked about
CALLED = 0.7  # probability that a list with the words by which a group is called is of that group
SPOKEN = 0.75  # probability that the one item that has the words asked about is meant
AS_MANY = 4.0  # logits, for as many countries as are asked for, or dates whose days are counted
WAVERING = 6.0  # of the ranking, within which another span of the passage is cited too


class Extractive:
    """Answers from the words of the passages alone."""

    name = "extractive"

    def __init__(self, reader: Reader) -> None:
        """Use a reader."""
        self._reader = reader

    def answer(self, question: Question, hits: Sequence[Hit]) -> Answer:
        """Answer a question from the passages found, or abstain."""
        answer = self._answer(in_their_words(question, hits), hits)
        return replace(answer, question=question.text)

    def _answer(self, question: Question, hits: Sequence[Hit]) -> Answer:
        told = self._included(question, hits) or self._ruled(question, hits)
        if told := told or self._narrowed(question, hits):
            return told
        if spoken := item_speaking(question, hits):
            return compose_item(question, hits, spoken, SPOKEN)
        best = self._best(question, hits)
        if best is None:
            return self._counted(question, hits) or abstain(question, hits, 0.0)
        sure = _sure(question, best)
        headings = outline(question, hits, best.hit)
        if headings:
            answer = compose_outline(question, hits, headings, sure)
        else:
            answer = compose(question, hits, self._judged(question, hits, best, sure))
        if sure < threshold(question, best.hit.language):
            refusal = replace(abstain(question, hits, sure), withheld=answer)
            return self._counted(question, hits) or refusal
        return answer

    def _counted(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Answer how many from a list of the things, or from dates, where no number is told."""
        period = as_period(question)
        instead = period or as_list(question)
        if instead is None:
            return None
        best = self._best(instead, hits)
        if best is None or _sure(instead, best) < threshold(instead, best.hit.language):
            return None
        found = self._found(instead, best, _sure(instead, best))
        if period:
            days = days_of_range(question, found.words, question.language)
            return compose(question, hits, found) if days else None
        found = _counting(question, found)
        return compose(question, hits, found) if found.counted else None

    def _included(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Answer whether something is one of a group from the list of the group."""
        asked = asked_inclusion(question)
        best = self._best(asked.listing, hits) if asked else None
        if not asked or best is None:
            return None
        found = self._found(asked.listing, best, _sure(asked.listing, best))
        verdict = included(asked.member, found.words, found.language)
        if verdict is None:
            return None
        own = [h for h in hits if h.passage.document_id == best.hit.passage.document_id]
        shown = "\n".join([best.hit.title, *(hit.passage.text for hit in own)])
        beside, around = asked.told(found.citation.quote, shown, found.language)
        if around < AROUND:
            return abstain(question, hits, found.sure / 2) if around < NOT_AROUND else None
        if found.sure < threshold(asked.listing, found.language):
            if beside < BESIDE or around < ALL_AROUND:
                return None
            found = replace(found, sure=CALLED)
        return compose(question, hits, replace(found, verdict=verdict))

    def _narrowed(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Answer which of a list lie in a region, or are the others, from the list of all."""
        asked = narrowed(question)
        if not asked:
            return None
        alone = self._best(question, hits)
        sure = _sure(question, alone) if alone else 0.0
        for one in self._first(asked.listing, hits):
            kept = asked.kept(one.words, one.hit.language)
            if not kept:
                continue
            best = self.look(asked.listing, [one])[0]
            found = self._found(asked.listing, best, _sure(asked.listing, best))
            # One of the list for all of the question is as good a sign that the list is meant.
            if alone and alone.hit is best.hit and best.start <= alone.start < best.end:
                found = replace(found, sure=max(found.sure, sure))
            needed = threshold(asked.listing, found.language)
            if found.sure < (needed * PLACED if asked.countries else needed):
                break
            return compose(question, hits, replace(found, words=kept))
        if alone and asked.beside(alone.words, alone.hit.language):
            return abstain(question, hits, sure / 2)
        return None

    def _ruled(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Answer yes or no where a rule reads it off a passage."""
        told = together(question, hits) or grouped(question, hits) or charged(question, hits)
        if told is None:
            return None
        best = self._candidate(question, hits, hits.index(told.hit), Span(*told.span, TOLD))
        found = self._found(question, best, told.sure)
        return compose(question, hits, replace(found, verdict=told.yes))

    def _best(self, question: Question, hits: Sequence[Hit]) -> Candidate | None:
        """Return the candidate that ranks first, looked at again."""
        first = self._first(question, hits)[:1]
        sharp = [self._sharpened(question, hits, one) for one in first]
        return self.look(question, sharp)[0] if sharp else None

    def _sharpened(self, question: Question, hits: Sequence[Hit], one: Candidate) -> Candidate:
        """Return a candidate with the ends that several readings give it, if it fits as well."""
        if one.marked is None:
            return one
        lead, text = setting(question, one.hit, hits), one.hit.passage.text
        span = sharpened(self._reader, question.text, lead, text, one.marked)
        if span == one.marked or not unplanted(one.hit, [span]):
            return one
        other = self._candidate(question, hits, hits.index(one.hit), span)
        return one if other.features.worse(one.features) else replace(other, rivals=one.rivals)

    def _first(self, question: Question, hits: Sequence[Hit]) -> list[Candidate]:
        """Return the candidates that rank first, best first."""
        ranked = sorted(self.candidates(question, hits), key=lambda c: -rank(c.features))
        first = total_first(question, ranked[:READ])
        return [replace(one, rivals=_rivals(one, ranked)) for one in first]

    def look(self, question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return candidates with what the reader makes of question and answer together."""
        asked = question.text
        pairs = [
            (
                asked if c.features.yes_no else answer_as_claim(asked, c.words),
                c.text or c.hit.passage.text,
            )
            for c in candidates
        ]
        return [
            replace(candidate, features=candidate.features.supported(logit))
            for candidate, logit in zip(candidates, self._reader.support(pairs), strict=True)
        ]

    def _found(self, question: Question, best: Candidate, sure: float) -> Found:
        passage, language = best.hit.passage, best.hit.language
        asked = Asked(asked_words(question.text), question.language)
        span = (best.start, best.end)
        start, end = evidence_around(passage, span, question.kind, language, asked)
        if question.kind != "yes_no":
            start, end = with_rivals(passage, (start, end), best.rivals, language)
        quote = passage.text[start:end]
        first = passage.start
        citation = Citation(passage.document_id, best.hit.title, first + start, first + end, quote)
        found = Found(best.words, citation, passage.text, language, sure)
        if as_list(question) and not any(character.isdigit() for character in best.words):
            # A mark for a number may begin or end in the midst of the list that it counts.
            first, last = whole(passage, span, "list", language)
            listing = replace(found, words=passage.text[first:last])
            counted = _counting(question, listing)
            return counted if counted.counted else _counting(question, found)
        return found

    def _judged(
        self, question: Question, hits: Sequence[Hit], best: Candidate, sure: float
    ) -> Found:
        """Return what was found, for yes or no with what the reader makes of its sentence."""
        found = self._found(question, best, sure)
        if question.kind != "yes_no":
            return found
        passage, language = best.hit.passage, best.hit.language
        start, end = sentence_around(passage, (best.start, best.end), language)
        said = f"{setting(question, best.hit, hits)}{passage.text[start:end]}"
        return replace(found, judged=self._reader.support([(question.text, said)])[0])

    def candidates(self, question: Question, hits: Sequence[Hit]) -> list[Candidate]:
        """Return the spans that the reader marks, each made whole, with their features.

        The first passages are read; where a question names an item of a numbered list that is
        known, only that.
        """
        meant = meant_item(question, hits)
        if meant and (inside := self._in_meant_item(question, hits, meant)):
            return inside
        found: list[Candidate] = []
        read = read_in_setting(self._reader, question, hits[:READ], hits)
        for place, (hit, spans) in enumerate(zip(hits[:READ], read, strict=True)):
            marked = {(span.start, span.end) for span in spans}
            for span in weighed(question, hit, spans, rank_told(question, hit, hits)):
                one = self._candidate(question, hits, place, span)
                own = (span.start, span.end) in marked
                found.append(replace(one, marked=span) if own else one)
        for place, hit in enumerate(hits[READ:], READ):
            spelt = spelt_out(question, hit)
            found += [self._candidate(question, hits, place, span) for span in spelt]
        return found

    def _in_meant_item(
        self, question: Question, hits: Sequence[Hit], meant: Heading
    ) -> list[Candidate]:
        """Return the spans of the item that a question names, as if found in the best passage.

        That its passage lacks the question's words says nothing: its rank is what they tell.
        """
        place, name = hits.index(meant.hit), ranked(question, meant)
        text, before = f"{name}{meant.text}", meant.heading[0] - len(name)
        spans = [
            Span(before + max(len(name), span.start), before + span.end, span.score)
            for span in self._reader.read(question.text, [text])[0]
            if span.end > len(name)
        ]
        language = meant.hit.language
        shown = f"{meant.hit.title}\n{text}"
        missing = unmet(question.text, question.language, shown, language, related=True)
        words = max(hit.legs.get("words", 0.0) for hit in hits)
        found = [
            self._candidate(question, hits, place, span) for span in unplanted(meant.hit, spans)
        ]
        return [
            replace(one, features=one.features.of_item(words, missing), text=text) for one in found
        ]

    def _candidate(
        self, question: Question, hits: Sequence[Hit], place: int, span: Span
    ) -> Candidate:
        """Return a span of the passage at a place of the ranking, made whole, with its features."""
        hit = hits[place]
        kind, language = question.kind, hit.language
        made_whole = whole(hit.passage, (span.start, span.end), kind, language)
        start, end = end_of_period(question, hit.passage.text, made_whole)
        start, end = bearer(question, hit.passage.text, (start, end), language)
        # A reason is told apart from what it is the reason of; else the sentence tells more.
        around = statement_around if kind in ("why", "how") else sentence_around
        sentence = around(hit.passage, (start, end), language)
        words = hit.passage.text[start:end]
        as_many = of_asked_size(question, words, language)
        as_many = as_many or bool(days_of_range(question, words, question.language))
        made = Span(start, end, span.score + (AS_MANY if as_many else 0.0))
        return Candidate(hit, start, end, Features.of(question, hits, place, made, sentence))


def _rivals(one: Candidate, ranked: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """Return the spans of a candidate's passage that rank little lower, best first."""
    least = rank(one.features) - WAVERING
    return tuple(
        (other.start, other.end)
        for other in ranked
        if other.hit is one.hit and other is not one and rank(other.features) >= least
    )


def _counting(question: Question, found: Found) -> Found:
    """Return what was found with the number of its items, if it lists what a question counts."""
    items = listed(question, found.words, found.language)
    if not items:
        return found
    words = found.words[found.words.index(items[0]) :]
    return replace(found, words=words, counted=(len(items), counted_unit(question)))


def _sure(question: Question, best: Candidate) -> float:
    return confidence(best.features, question.language, best.hit.language)
