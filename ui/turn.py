"""Turn: a question of the conversation and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant import Answer, Claim, Exchange
from assistant import Turn as Before
from sources import QuestionError, ThamtopError
from ui.asking import Progress
from ui.strings import say

_SHORT_ENOUGH = 2_000


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, or a sentence that says what is wrong; neither while it waits.

    Attributes:
        question: The question as asked.
        answer: The reply, an abstention included.
        problem: Why there is none, in the language of the page.
        attempt: How often it was asked again.
        claims: What was verified before it was stopped or something went wrong.
        stopped: Whether a person stopped it.
        kept: What is kept of it, or would be if it could; that of a retry is still the old answer.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""
    attempt: int = 0
    claims: tuple[Claim, ...] = ()
    stopped: bool = False
    kept: Exchange | None = None

    @property
    def waiting(self) -> bool:
        """Whether it has not been answered yet."""
        return self.answer is None and not self.problem and not self.stopped

    def again(self) -> "Turn":
        """Return the same question, to be asked once more."""
        return Turn(self.question, attempt=self.attempt + 1, kept=self.kept)


def settled(turn: Turn, progress: Progress, language: str) -> Turn:
    """Return the turn with what came of it, a problem said in the page's language."""
    if progress.answer:
        return replace(turn, answer=progress.answer)
    kept = replace(turn, claims=progress.claims)
    if progress.error:
        return replace(kept, problem=_said(turn, progress.error, language))
    return replace(kept, stopped=True)


def told(turns: Iterable[Turn]) -> list[Before]:
    """Return what was said in some turns, as the assistant takes it."""
    said = []
    for turn in turns:
        if turn.answer:
            said.append(Before(turn.answer.standalone or turn.question, turn.answer.short))
        elif turn.claims:
            said.append(Before(turn.question, turn.claims[0].text))
    return said


def _said(turn: Turn, error: Exception, language: str) -> str:
    if isinstance(error, QuestionError):
        long = len(turn.question) > _SHORT_ENOUGH
        return say(language, "too_long" if long else "empty_question")
    if isinstance(error, ThamtopError):
        return error.sentence(language)
    return say(language, "not_answered")
