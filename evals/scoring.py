"""Scoring: gives an item its scores and says what went wrong."""

from collections.abc import Mapping, Sequence

from assistant import Answer, Citation
from evals.gold import Span
from evals.item import Item
from evals.measures import abstention, answers, citations, language, retrieval
from sources import detect_language

AROUND = 120  # characters shown on either side of a citation


def score_ranking(item: Item, gains: Sequence[float], ideal: Sequence[float] = (1.0,)) -> None:
    """Score a ranking of passages.

    Args:
        item: The item that gets the scores and the rank of the first relevant passage.
        gains: The grade of each passage found, best first, 0 where it is not relevant.
        ideal: The grades of all relevant passages; one, unless the judgements are graded.
    """
    item.rank = retrieval.first_rank(gain > 0 for gain in gains)
    item.scores["retrieval.recall@1"] = retrieval.recall_at(gains, len(ideal), 1)
    item.scores["retrieval.recall@5"] = retrieval.recall_at(gains, len(ideal), 5)
    item.scores["retrieval.mrr@10"] = retrieval.reciprocal_rank(gains, 10)
    item.scores["retrieval.ndcg@10"] = retrieval.ndcg(gains, ideal, 10)


def score_answer(item: Item, answer: Answer, texts: Mapping[str, str]) -> None:
    """Score an answer and note what is wrong with it.

    Args:
        item: The item that gets the scores and problems.
        answer: What was answered.
        texts: The stored texts by document id.
    """
    question = item.question
    cited = [citation for claim in answer.claims for citation in claim.citations]
    item.cited = [_surrounded(citation, texts) for citation in cited]
    item.judged = (answer.confidence, _right(item, answer.withheld or answer, texts))
    _score_language(item, answer, [citation.quote for citation in cited])
    if not question.answerable:
        item.scores["abstention.false_answer_rate"] = abstention.false_answer(answer.abstained)
        if not answer.abstained:
            item.problems.append("Answered although the sources do not say.")
        return
    item.scores["abstention.false_refusal_rate"] = abstention.false_refusal(answer.abstained)
    if answer.abstained:
        item.problems.append("Refused although the sources answer.")
    spans = [citations.exact_span(citation, texts) for citation in cited]
    for citation, span in zip(cited, spans, strict=True):
        if span is None:
            item.problems.append(f"Not exactly where it is cited: {citation.quote}")
    _score_text(item, answer, [texts[s.document_id][s.start : s.end] for s in spans if s])
    _score_citations(item, answer, spans, texts)


def score_failure(item: Item) -> None:
    """Score a question that got no answer because of an error: wrong wherever it would count."""
    item.scores["language_match"] = 0.0
    item.judged = (0.0, False)
    if not item.question.answerable:
        item.scores["abstention.false_answer_rate"] = 1.0
        return
    item.scores["abstention.false_refusal_rate"] = 0.0
    for name in ("accuracy", "f1", "exact_match", "char_f1"):
        item.scores[f"answers.{name}"] = 0.0
    if item.gold and item.gold.evidence:
        for name in ("precision", "recall", "hit"):
            item.scores[f"citations.{name}"] = 0.0


def _surrounded(citation: Citation, texts: Mapping[str, str]) -> dict[str, str]:
    """Return a quote with the words around it."""
    text = texts.get(citation.document_id, "")
    first, last = max(0, citation.start - AROUND), citation.end + AROUND
    return {
        "title": citation.title,
        "before": "…" * (first > 0) + text[first : citation.start],
        "quote": citation.quote,
        "after": text[citation.end : last] + "…" * (last < len(text)),
    }


def _score_language(item: Item, answer: Answer, quotes: Sequence[str]) -> None:
    match = language.language_match(answer.text, answer.language, item.question.lang, quotes)
    item.scores["language_match"] = match
    if not match:
        item.problems.append("The answer is not in the question's language.")


def _right(item: Item, answer: Answer, texts: Mapping[str, str]) -> bool:
    """Tell whether an answer, given or withheld, holds every fact that was asked for."""
    if answer.abstained or not item.question.answerable:
        return False
    cited = [citation for claim in answer.claims for citation in claim.citations]
    spans = [citations.exact_span(citation, texts) for citation in cited]
    quotes = [texts[s.document_id][s.start : s.end] for s in spans if s]
    return bool(answers.accuracy(_said(item, answer, quotes), item.question.facts))


def _said(item: Item, answer: Answer, quotes: Sequence[str]) -> list[str]:
    """Return the texts in which an answer may tell the facts."""
    return [answer.span, "\n".join(quotes)] if _crossing(item) else [answer.text]


def _crossing(item: Item) -> bool:
    return item.question.extractive and item.passage_language != item.question.lang


def _score_text(item: Item, answer: Answer, quotes: Sequence[str]) -> None:
    question = item.question
    texts = _said(item, answer, quotes)
    short = answer.span if _crossing(item) else answer.short
    if answer.abstained:  # a refusal may name words of the question: they answer nothing
        texts, short = [], ""
    item.scores["answers.accuracy"] = answers.accuracy(texts, question.facts)
    item.scores["answers.f1"] = answers.f1(short, question.references)
    item.scores["answers.exact_match"] = answers.exact_match(short, question.references)
    item.scores["answers.char_f1"] = answers.char_f1(short, question.references)
    if texts and not item.scores["answers.accuracy"]:
        missing = answers.missing_facts("\n".join(texts), question.facts)
        item.problems += [f"Missing: {_spelling(fact, question.lang)}" for fact in missing]


def _spelling(fact: Sequence[str], lang: str) -> str:
    return next((spelling for spelling in fact if detect_language(spelling) == lang), fact[0])


def _score_citations(
    item: Item, answer: Answer, spans: Sequence[Span | None], texts: Mapping[str, str]
) -> None:
    if not answer.abstained:
        item.scores["citations.cited_chars"] = citations.cited_chars(spans)
    if item.gold is None or not item.gold.evidence:
        return
    gold = item.gold.evidence
    if not answer.abstained:  # a refusal cites nothing: that costs recall, not precision
        item.scores["citations.precision"] = citations.precision(spans, gold)
    item.scores["citations.recall"] = citations.recall(spans, gold)
    item.scores["citations.hit"] = citations.hit(spans, gold, texts)
    if not item.scores["citations.hit"] and not answer.abstained:
        item.problems.append("No citation holds the evidence.")
