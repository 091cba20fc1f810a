"""Answerers that an evaluation can put to the test, by name."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from assistant import Answer, Assistant, Citation, Claim, Turn, standalone
from evals.problems import NO_CHAT_MODEL
from evals.schema import Question
from index import Encoder, Hit, Index, segment
from sources import EvaluationError, Settings, normalise

if TYPE_CHECKING:
    from assistant import Generative

Ask = Callable[[Question], Answer]
SHIPPED = "extractive"
OVERLAP = "overlap"
CHAT = "chat"
_LEAST_SHARED = 1  # words that a sentence must share with the question to be an answer


def open_answerer(name: str, index: Index, generative: "Generative | None" = None) -> Ask:
    """Return what answers the questions of a run.

    Args:
        name: ``extractive``, the shipped answerer, ``overlap``, a baseline without a reader, or
            ``chat``, the chat model.
        index: The index over the corpus.
        generative: What answers by the chat model, as `open_generative` gives it.

    Raises:
        EvaluationError: There is no answerer of that name.
    """
    if name == SHIPPED:
        return conversing(Assistant(index).ask)
    if name == CHAT and generative:
        return conversing(Assistant(index, generative).ask)
    if name == OVERLAP:
        return Overlap(index).ask
    raise EvaluationError(
        f"There is no answerer {name!r}; give --answerer {SHIPPED}, {CHAT} or {OVERLAP}."
    )


def open_generative(settings: Settings, encoder: Encoder | None) -> "Generative":
    """Open what answers by the chat model that is set.

    Args:
        settings: Which chat model, and its limits.
        encoder: The encoder of the index, if it has one.

    Raises:
        EvaluationError: No chat model is set.
        SettingsError: It cannot be opened.
    """
    if not settings.chat_model:
        raise EvaluationError(NO_CHAT_MODEL)
    from assistant import open_generative as opened  # LangChain takes seconds to import

    return opened(settings, encoder)


def conversing(ask: Callable[[str, Sequence[Turn]], Answer]) -> Ask:
    """Return what answers questions in their conversations: those before each are asked first.

    Args:
        ask: Answers a question, given the turns before it.
    """

    def answer(question: Question) -> Answer:
        turns: list[Turn] = []
        for before in question.after:
            given = ask(before, turns)
            turns.append(Turn(given.standalone or before, given.short))
        return ask(question.question, turns)

    return answer


def searched_for(question: Question) -> str:
    """Return a question made standalone from those before it, when nothing answers them."""
    turns: list[Turn] = []
    for before in question.after:
        turns.append(Turn(standalone(before, turns)))
    return standalone(question.question, turns)


class Overlap:
    """The baseline that word overlap is: the sentence that shares most words with the question.

    It refuses only where no sentence shares any. What a reader is worth is its distance from this.
    """

    def __init__(self, index: Index, passages: int = 5) -> None:
        """Answer from the first passages that an index finds."""
        self._index, self._passages = index, passages

    def ask(self, question: Question) -> Answer:
        """Answer with the sentence of the first passages that has most of the question's words."""
        begun = perf_counter()
        asked = searched_for(question)
        hits = self._index.search(asked, self._passages)
        wanted = _words(asked)
        shared = [
            (len(wanted & _words(hit.passage.text[a:b])), -place, (a, b), hit)
            for place, hit in enumerate(hits)
            for a, b in hit.passage.sentences
        ]
        best = max(shared, key=lambda entry: entry[:2], default=None)
        ms = {"total": 1000 * (perf_counter() - begun)}
        if best is None or best[0] < _LEAST_SHARED:
            return Answer(
                question.question, question.lang, "", "", True, 0.0, passages=tuple(hits),
                standalone=_written_out(asked, question), timings_ms=ms,
            )  # fmt: skip
        count, _, span, hit = best
        answer = _quoted(question, hits, hit, span, count / max(1, len(wanted)), ms)
        return replace(answer, standalone=_written_out(asked, question))


def _quoted(
    question: Question,
    hits: Sequence[Hit],
    hit: Hit,
    span: tuple[int, int],
    share: float,
    timings_ms: dict[str, float],
) -> Answer:
    passage = hit.passage
    start, end = span
    quote = passage.text[start:end]
    first = passage.start
    citation = Citation(passage.document_id, hit.title, first + start, first + end, quote)
    return Answer(
        question=question.question,
        language=question.lang,
        text=quote,
        short=quote,
        abstained=False,
        confidence=share,
        claims=(Claim(quote, (citation,)),),
        passages=tuple(hits),
        span=quote,
        timings_ms=timings_ms,
    )


def _written_out(asked: str, question: Question) -> str:
    return asked if asked != question.question else ""


def _words(text: str) -> set[str]:
    return {word for word in segment(normalise(text).text.casefold()) if word.strip()}
