"""Composing: an answer in the question's language from a span and the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation, Claim
from assistant.brief import brief
from assistant.dates import other_era
from assistant.derived import days_of_range, end_of_range, in_words
from assistant.headings import Heading
from assistant.model import threshold
from assistant.outline import Spoken, counted_name
from assistant.question import Question
from assistant.strings import (
    ABSTENTION,
    FOREIGN_QUOTE,
    GLOSS,
    NEAREST,
    NO,
    PART_UNANSWERED,
    QUOTE,
    YES,
)
from assistant.translate import render
from assistant.verdict import decide
from index import Hit

LONG_OUTLINE = 120  # characters of headings that are not said again before the quotes
_TRAILING = " ,;:."
SETTLED = 0.65  # probability of a yes or no from which it is given; below, 62 in 100 are right


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the words that answer and what is cited for them.

    Attributes:
        words: The span, as the source writes it.
        citation: The words of the source around it.
        context: The passage that it stands in.
        language: Language of the source.
        sure: Estimated probability, 0 to 1, that it answers.
        counted: For a list that answers how many: the number, and what is counted.
        verdict: For a list that answers yes or no: which.
        judged: For yes or no, the reader's logit that the words cited say yes.
    """

    words: str
    citation: Citation
    context: str
    language: str
    sure: float
    counted: tuple[int, str] | None = None
    verdict: bool | None = None
    judged: float = 0.0


def compose(question: Question, hits: Sequence[Hit], found: Found) -> Answer:
    """Answer a question with what was found, short answer first.

    A yes or no that the words do not settle is withheld.
    """
    if question.kind == "yes_no":
        return _yes_no(question, hits, found)
    return _told(question, hits, found, _short(question, found))


def compose_outline(
    question: Question, hits: Sequence[Hit], headings: Sequence[Heading], sure: float
) -> Answer:
    """Answer with the headings of a numbered list, each with a citation of its own."""
    language = question.language
    rendered = [render(one.words.rstrip(_TRAILING), one.hit.language, language) for one in headings]
    numbered = [
        each.text if one.spelt else f"{place}) {each.text}"
        for place, (one, each) in enumerate(zip(headings, rendered, strict=True), 1)
    ]
    short = "; ".join(numbered)
    exact = all(each.exact for each in rendered)
    # Where the quotes can be read, headings as long as they are would only be read twice.
    long = exact and len(short) > LONG_OUTLINE
    said = [counted_name(headings, language) if long else short]
    said = said if exact else [GLOSS[language].format(gloss=short)]
    claims = []
    for one, words in zip(headings, numbered, strict=True):
        citation = _cited(one.hit, one.cited)
        said.append(_quoted(citation, one.hit.language, language))
        same = one.hit.language == language
        claims.append(Claim(citation.quote if same else words, (citation,)))
    return _answered(question, hits, said, short, claims, sure, headings[0].words)


def compose_item(question: Question, hits: Sequence[Hit], told: Spoken, sure: float) -> Answer:
    """Answer which item of a numbered list speaks of something; cite its heading and where."""
    language, one = question.language, told.heading
    rendered = render(one.words.rstrip(_TRAILING), one.hit.language, language)
    short = f"{told.name[language]}{rendered.text}"
    said = [short if rendered.exact else GLOSS[language].format(gloss=short)]
    spans = [(one.item[0], one.cited[1])]
    if told.clause[1] > one.cited[1]:
        spans.append(told.clause)
    citations = tuple(_cited(one.hit, span) for span in spans)
    said += [_quoted(citation, one.hit.language, language) for citation in citations]
    return _answered(question, hits, said, short, [Claim(short, citations)], sure, one.words)


def _cited(hit: Hit, span: tuple[int, int]) -> Citation:
    """Return a citation of characters of a passage."""
    passage = hit.passage
    start, end = (passage.start + place for place in span)
    return Citation(passage.document_id, hit.title, start, end, passage.text[slice(*span)])


def _quoted(citation: Citation, source: str, language: str) -> str:
    form = QUOTE if source == language else FOREIGN_QUOTE
    return form[language].format(quote=citation.quote)


def _answered(
    question: Question,
    hits: Sequence[Hit],
    said: Sequence[str],
    short: str,
    claims: Sequence[Claim],
    sure: float,
    span: str,
) -> Answer:
    return Answer(
        question=question.text,
        language=question.language,
        text="\n\n".join(said),
        short=short,
        abstained=False,
        confidence=sure,
        claims=tuple(claims),
        passages=tuple(hits),
        span=span,
    )


def _yes_no(question: Question, hits: Sequence[Hit], found: Found) -> Answer:
    if found.verdict is not None:
        short = (YES if found.verdict else NO)[question.language]
        return _told(question, hits, found, (short, False, ""))
    cited = found.citation.quote
    decided = decide(question, found.context, cited, found.language, found.judged)
    short = (YES if decided.yes else NO)[question.language]
    # Even odds tell nothing: half of the way from there to certain.
    sure = found.sure * (0.5 + 0.5 * decided.sure)
    answer = _told(question, hits, replace(found, sure=sure), (short, False, ""))
    # What is found too unsurely is withheld by who found it.
    if decided.sure < SETTLED and found.sure >= threshold(question, found.language):
        return replace(abstain(question, hits, sure), withheld=answer)
    return answer


def _told(
    question: Question, hits: Sequence[Hit], found: Found, said_short: tuple[str, bool, str]
) -> Answer:
    shown, gloss, era = said_short
    citation, same = found.citation, found.language == question.language
    said = [
        GLOSS[question.language].format(gloss=shown) if gloss else shown + era,
        _quoted(citation, found.language, question.language),
    ]
    claims = [Claim(citation.quote if same else shown, (citation,))]
    span = brief(question, found.words, found.language)
    whole = span == found.words
    short = shown if whole else render(span, found.language, question.language).text
    return _answered(question, hits, said, short, claims, found.sure, span)


def _short(question: Question, found: Found) -> tuple[str, bool, str]:
    """Return the short answer, whether it is a gloss, and its years in the other era."""
    language = question.language
    derived = end_of_range(question, found.words, language)
    derived = derived or days_of_range(question, found.words, language)
    if derived := derived or in_words(found.words, language):
        return derived, False, ""
    rendered = render(found.words, found.language, language)
    if found.counted:
        number, unit = found.counted
        return f"{number} {unit} ({rendered.text})", not rendered.exact, ""
    era = other_era(found.words, language) if found.language == language else ""
    return rendered.text, not rendered.exact, era


def compose_parts(question: Question, asked: Sequence[str], answers: Sequence[Answer]) -> Answer:
    """Tell the answers to the parts of a question together, and which of them has none.

    Args:
        question: The whole question.
        asked: The parts of it as the person wrote them.
        answers: What each brought back; the first is given.
    """
    given = [answer for answer in answers if not answer.abstained]
    blocks = [answer.text.split("\n\n") for answer in given]
    claims, quotes = list(given[0].claims), blocks[0][1:]
    for answer, (_, *quoted) in zip(given[1:], blocks[1:], strict=True):
        shown = next((c for one in claims for c in one.citations if _tells(c, answer)), None)
        if shown:  # what is quoted already tells this part too
            claims += [replace(claim, citations=(shown,)) for claim in answer.claims]
        else:
            claims += answer.claims
            quotes += quoted
    missing = [
        PART_UNANSWERED[question.language].format(part=part.strip())
        for part, answer in zip(asked, answers, strict=True)
        if answer.abstained
    ]
    hits = {hit.passage.id: hit for answer in answers for hit in answer.passages}
    return replace(
        given[0],
        question=question.text,
        text="\n\n".join(["; ".join(said[0] for said in blocks), *quotes]),
        short="; ".join(answer.short for answer in given),
        span="; ".join(answer.span for answer in given),
        confidence=min(answer.confidence for answer in given),
        claims=tuple(claims),
        passages=tuple(hits.values())[: len(given[0].passages)],
        note=" ".join(missing),
    )


def _tells(citation: Citation, answer: Answer) -> bool:
    """Tell whether a citation has the words of an answer, at the place that it rests on."""
    return answer.span in citation.quote and any(
        own.document_id == citation.document_id
        and own.start < citation.end
        and citation.start < own.end
        for claim in answer.claims
        for own in claim.citations
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
