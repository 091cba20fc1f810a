"""Turn: a question of the conversation and what came of it."""

from dataclasses import dataclass, replace
from typing import Protocol

from assistant import Answer
from sources import QuestionError, ThamtopError
from ui.strings import say

_SHORT_ENOUGH = 2_000


class Answerer(Protocol):
    """What answers a question."""

    def ask(self, text: str) -> Answer:
        """Answer, or raise a `ThamtopError`."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, or a sentence that says what is wrong; neither while it waits.

    Attributes:
        question: The question as asked.
        answer: The reply, an abstention included.
        problem: Why there is none, in the language of the page.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""

    @property
    def waiting(self) -> bool:
        """Whether it has not been answered yet."""
        return self.answer is None and not self.problem


def answered(turn: Turn, assistant: Answerer, language: str) -> Turn:
    """Return the turn with its answer, or with what is wrong said in the page's language."""
    try:
        return replace(turn, answer=assistant.ask(turn.question))
    except QuestionError:
        long = len(turn.question) > _SHORT_ENOUGH
        return replace(turn, problem=say(language, "too_long" if long else "empty_question"))
    except ThamtopError as error:
        return replace(turn, problem=str(error))
