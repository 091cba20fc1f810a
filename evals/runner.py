"""Runner: asks every question and has what comes back scored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol

from assistant import Answer
from evals.answerers import searched_for
from evals.corpus import Corpus
from evals.gold import Gold, Span, graded_gold, quoted_gold, squad_gold
from evals.item import Item
from evals.schema import Question
from evals.scoring import score_answer, score_failure, score_ranking
from index import Hit

DEPTH = 20  # passages searched for the gold one, however many an answer uses


class Place(Protocol):
    """A paragraph of a document, as `index.Index.twin` gives it."""

    @property
    def document_id(self) -> str:
        """Return the id of its document."""

    @property
    def start(self) -> int:
        """Return its first character."""

    @property
    def end(self) -> int:
        """Return the character after its last."""


class Searcher(Protocol):
    """What the runner needs of an index."""

    def search(self, query: str, k: int = 10) -> list[Hit]:
        """Return the best k passages, best first."""

    def twin(self, document_id: str, start: int, end: int) -> Place | None:
        """Return the same paragraph in the aligned edition."""


@dataclass(frozen=True, slots=True)
class Run:
    """An evaluation: its corpus, the index over it, and who answers.

    Attributes:
        corpus: The documents.
        index: The index over them.
        ask: Answers a question; None measures retrieval only.
        known: Items of questions answered before, by id; they are not asked again.
        note: Called with each item that is new.
    """

    corpus: Corpus
    index: Searcher
    ask: Callable[[Question], Answer] | None
    known: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    note: Callable[[Item], None] | None = None

    def items(
        self, questions: Sequence[Question], progress: Callable[[int, int], None] | None = None
    ) -> list[Item]:
        """Ask the questions in order; an error counts as a wrong answer and stops nothing."""
        items = []
        for done, question in enumerate(questions, start=1):
            if record := self.known.get(question.id):
                gold = self._gold(question) if question.answerable else None
                items.append(Item.from_json(record, question, gold))
            else:
                items.append(self._item(question))
                if self.note:
                    self.note(items[-1])
            if progress:
                progress(done, len(questions))
        return items

    def _item(self, question: Question) -> Item:
        item = Item(question)
        # Answer first: whatever the index keeps of a question's search must not shorten the
        # time that an answer is seen to take.
        for step in (self._locate, self._answer, self._search):
            try:
                step(item)
            except Exception as error:  # one failing question must not cost the other figures
                item.error = item.error or f"{type(error).__name__}: {error}"
                item.problems.append(f"Failed with {type(error).__name__}: {error}")
        return item

    def _locate(self, item: Item) -> None:
        if not item.question.answerable:
            return
        item.gold = self._gold(item.question)
        if item.gold is None:
            item.problems.append("The evidence is not in the corpus: not judged by passage.")

    def _gold(self, question: Question) -> Gold | None:
        if grades := self.corpus.grades.get(question.id):
            return graded_gold(grades, self.corpus.documents)
        if question.extractive:
            return squad_gold(self.corpus.items[question.id], self.corpus.documents)
        return quoted_gold(question, self.corpus.documents, self._aligned)

    def _aligned(self, span: Span) -> Span | None:
        twin = self.index.twin(span.document_id, span.start, span.end)
        return Span(twin.document_id, twin.start, twin.end) if twin else None

    def _answer(self, item: Item) -> None:
        if self.ask is None:
            return
        score_failure(item)  # stands unless an answer comes
        begun = perf_counter()
        answer = self.ask(item.question)
        elapsed = (perf_counter() - begun) * 1000
        item.answer = answer.to_json()
        item.scores.clear()
        score_answer(item, answer, self.corpus.texts)
        # The questions before a follow-up are asked too, and are no part of its own time.
        own = answer.timings_ms.get("total", elapsed) if item.question.after else elapsed
        item.latency_ms = own

    def _search(self, item: Item) -> None:
        """Rank the gold passage: among distinct documents if a document is one passage.

        Always by a search of its own, so that the figures do not depend on how many passages
        the answerer keeps. A follow-up is searched for as the answerer wrote it out, which may
        have known the answers before it.
        """
        if item.gold is None:
            return
        score_ranking(item, (), item.gold.ideal())
        begun = perf_counter()
        hits = self.index.search(_searched_for(item), k=DEPTH)
        if self.ask is None:
            item.latency_ms = (perf_counter() - begun) * 1000
        spans = [Span(h.passage.document_id, h.passage.start, h.passage.end) for h in hits]
        score_ranking(item, item.gold.gains(spans), item.gold.ideal())
        if item.rank is None:
            item.problems.append(f"The gold passage is not among the first {DEPTH}.")


def _searched_for(item: Item) -> str:
    if item.answer:
        return str(item.answer.get("standalone") or item.question.question)
    return searched_for(item.question)
