"""Answer: what a question brings back, each claim tied to the characters it rests on."""

from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

from index import Hit

EXTRACTIVE = "extractive"  # the answerer that needs no chat model


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a source that a claim rests on.

    Attributes:
        document_id: The cited document.
        title: Its title.
        start: First character of the quote in the stored text.
        end: Character after the last.
        quote: Exactly ``text[start:end]`` of the stored source.
    """

    document_id: str
    title: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer and the citations that support it."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to a question, or an abstention.

    Attributes:
        question: The question as asked.
        language: ``th`` or ``en``: the language of question and answer.
        text: The whole answer, plain text.
        short: The answer in as few words as possible; empty when abstained.
        standalone: The form of a follow-up question that was searched for; empty where it is
            the question as asked.
        span: `short` as it stands in the source, before it was put into the question's language.
        abstained: Whether the sources were found not to answer.
        confidence: Estimated probability, 0 to 1, that the sources answer and `short` is right.
        claims: The statements of the answer; empty when abstained.
        unconfirmed: What a chat model stated besides, of which the cited words may not say all: no
            part of the answer, to be shown as not confirmed.
        passages: The passages found, best first; when abstained the first is the nearest.
        withheld: When abstained, what would have been answered, if any span was found at all.
        suggestion: When abstained, a question that the sources can answer, if there is one.
        timings_ms: Milliseconds by stage, ``total`` among them.
        note: What the reader should know of how it came about, in the question's language; empty
            when there is nothing to tell.
        answerer: Who answered: ``extractive``, or the name of a chat model.
    """

    question: str
    language: str
    text: str
    short: str
    abstained: bool
    confidence: float
    claims: tuple[Claim, ...] = ()
    unconfirmed: tuple[Claim, ...] = ()
    passages: tuple[Hit, ...] = ()
    withheld: "Answer | None" = None
    suggestion: str | None = None
    span: str = ""
    standalone: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
    note: str = ""
    answerer: str = EXTRACTIVE

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims, then what is not confirmed: whatever is shown with a citation."""
        return (*self.claims, *self.unconfirmed)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON object that ``thamtop ask --json`` prints (a stable contract)."""
        return {
            "answer": self.text,
            "short": self.short,
            "language": self.language,
            "abstained": self.abstained,
            "confidence": round(self.confidence, 4),
            "claims": [asdict(claim) for claim in self.claims],
            "unconfirmed": [asdict(claim) for claim in self.unconfirmed],
            "passages": [
                {
                    "document_id": hit.passage.document_id,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                    "score": round(hit.score, 4),
                }
                for hit in self.passages
            ],
            "suggestion": self.suggestion,
            "span": self.span,
            "standalone": self.standalone or None,
            "note": self.note,
            "answerer": self.answerer,
            "timings_ms": {stage: round(ms, 1) for stage, ms in self.timings_ms.items()},
        }


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader should know of how an answer came about, in the question's language."""

    text: str


Event: TypeAlias = Claim | Note | Answer
"""What comes while a question is answered: claims as they are verified, a note, the answer."""
