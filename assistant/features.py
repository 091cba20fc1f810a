"""Features: what is known of a candidate span, as numbers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Self

from assistant.barred import Marked, barred
from assistant.coverage import unmet
from assistant.numbers import stated, strange
from assistant.question import Question
from assistant.reading import Span
from assistant.whole import fits
from index import Hit

LIMIT = 8.0  # logits, beyond which the reader is no surer
_ELSEWHERE = 0.3  # weight of a number that the passage lacks but its document has


@dataclass(frozen=True, slots=True)
class Features:
    """Numbers from which a span is ranked and its probability estimated.

    Attributes:
        reader: The reader's score of the span, logits above "no answer".
        behind: How far the passage's fused score lies below the best passage's.
        words: Share of the question's words, by weight, that the passage has.
        fits: 1 if the span is of the kind asked for.
        strange: Share of the question's numbers and dates that the passage lacks; those that
            stand elsewhere in its document count in part.
        unmet: Share of the question's content words that the passage does not speak of.
        apart: The same share for the sentence of the span alone; of a reason, with what it is the
            reason of.
        clash: 1 if the span cannot be of the sort asked for: megawatts for turbines, a day for a
            person, the 53rd meeting for the 54th, all for a part, six for four.
        reason: 1 if the question asks why or how.
        yes_no: 1 if the question is to be answered yes or no; then `strange` is 0, for a wrong
            number there means no.
        support: The reader's logit that the passage holds question and answer together, at most
            `LIMIT` either way; 0 for yes or no, and for spans that were not looked at again.
        affirmed: The same, for yes or no, that the passage says yes.
    """

    reader: float
    behind: float
    words: float
    fits: float
    strange: float
    unmet: float
    apart: float
    yes_no: float
    reason: float
    clash: float
    support: float = 0.0
    affirmed: float = 0.0

    @classmethod
    def of(
        cls,
        question: Question,
        hits: Sequence[Hit],
        place: int,
        span: Span,
        around: tuple[int, int],
    ) -> Self:
        """Compute the features of a span in the passage at a place of the ranking.

        Args:
            question: The question.
            hits: The passages found, best first.
            place: Which of them the span stands in.
            span: The span, made whole, with the reader's score.
            around: Characters of the sentence around it.
        """
        hit = hits[place]
        yes_no = question.kind == "yes_no"
        shown = f"{hit.title}\n{hit.passage.text}"
        sentence = hit.passage.text[slice(*around)]
        marked = (span.start, span.end)
        clash = barred(Marked(question, hit.title, hit.passage.text, hit.language, marked, around))
        return cls(
            reader=span.score,
            behind=hits[0].score - hit.score,
            words=hit.legs.get("words", 0.0),
            fits=float(fits(hit.passage.text, marked, question.kind)),
            strange=0.0 if yes_no else _strange(question, hits, hit),
            unmet=unmet(question.text, question.language, shown, hit.language, related=True),
            apart=unmet(question.text, question.language, sentence, hit.language, related=True),
            yes_no=float(yes_no),
            reason=float(question.kind in ("why", "how")),
            clash=float(bool(clash)),
        )

    def supported(self, logit: float) -> Self:
        """Return them with the logit of a second look."""
        logit = max(-LIMIT, min(LIMIT, logit))
        return replace(self, affirmed=logit) if self.yes_no else replace(self, support=logit)

    def worse(self, other: Self) -> bool:
        """Tell whether a span is less of the sort asked for than another."""
        return self.clash > other.clash or self.fits < other.fits

    def of_item(self, words: float, unmet: float) -> Self:
        """Return them for an item that is known to be meant, wherever its passage ranks.

        Args:
            words: The share of the question's words that the best passage has.
            unmet: The share of its content words that item and title do not speak of.
        """
        return replace(self, behind=0.0, words=words, unmet=unmet, apart=unmet)

    def as_dict(self) -> dict[str, float]:
        """Return the features by name."""
        return asdict(self)


def _strange(question: Question, hits: Sequence[Hit], hit: Hit) -> float:
    asked = question.stated
    if question.kind == "list":  # how many there are to list need not be said
        asked = replace(asked, numbers=frozenset())
    here = strange(asked, stated(f"{hit.title}\n{hit.passage.text}"))
    if not here:
        return 0.0
    document = [other for other in hits if other.passage.document_id == hit.passage.document_id]
    texts = [hit.title, *(other.passage.text for other in document)]
    there = strange(asked, stated("\n\n".join(texts)))
    return there + (here - there) * _ELSEWHERE
