"""Features: what is known of a candidate span, as numbers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Self

from assistant.coverage import unmet
from assistant.numbers import stated, strange
from assistant.question import Question
from index import Hit


@dataclass(frozen=True, slots=True)
class Features:
    """Numbers from which a span is ranked and its probability estimated.

    Attributes:
        reader: The reader's score of the span, logits above "no answer".
        behind: How far the passage's fused score lies below the best passage's.
        dense: Cosine of the question and the passage's nearest window.
        words: Share of the question's words, by weight, that the passage has.
        fits: 1 if the span is of the kind asked for.
        same: 1 if passage and question are in the same language.
        strange: Share of the question's numbers and dates that the passage lacks.
        unmet: Share of the question's content words that the passage does not speak of.
        yes_no: 1 if the question is to be answered yes or no; then `strange` is 0, for a wrong
            number there means no.
    """

    reader: float
    behind: float
    dense: float
    words: float
    fits: float
    same: float
    strange: float
    unmet: float
    yes_no: float

    @classmethod
    def of(
        cls, question: Question, hits: Sequence[Hit], place: int, score: float, fit: bool
    ) -> Self:
        """Compute the features of a span in the passage at a place of the ranking."""
        hit = hits[place]
        yes_no = question.kind == "yes_no"
        shown = f"{hit.title}\n{hit.passage.text}"
        return cls(
            reader=score,
            behind=hits[0].score - hit.score,
            dense=max(hit.legs.get("windows", 0.0), hit.legs.get("dense", 0.0)),
            words=hit.legs.get("words", 0.0),
            fits=float(fit),
            same=float(hit.language == question.language),
            strange=0.0 if yes_no else strange(question.stated, stated(shown)),
            unmet=unmet(question.text, question.language, shown, hit.language),
            yes_no=float(yes_no),
        )

    def as_dict(self) -> dict[str, float]:
        """Return the features by name."""
        return asdict(self)
