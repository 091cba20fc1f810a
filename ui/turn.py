"""Turn: a question of the conversation and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant import Answer
from assistant import Turn as Before
from sources import QuestionError, ThamtopError
from ui.strings import say

_SHORT_ENOUGH = 2_000


class Answerer(Protocol):
    """What answers a question."""

    def ask(self, text: str, earlier: Sequence[Before] = ()) -> Answer:
        """Answer after what was said before, or raise a `ThamtopError`."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, or a sentence that says what is wrong; neither while it waits.

    Attributes:
        question: The question as asked.
        answer: The reply, an abstention included.
        problem: Why there is none, in the language of the page.
        attempt: How often it was asked again.
    """

    question: str
    answer: Answer | None = None
    problem: str = ""
    attempt: int = 0

    @property
    def waiting(self) -> bool:
        """Whether it has not been answered yet."""
        return self.answer is None and not self.problem


def answered(turn: Turn, assistant: Answerer, language: str, earlier: Sequence[Turn] = ()) -> Turn:
    """Return the turn with its answer, or with what is wrong said in the page's language.

    Args:
        turn: The question.
        assistant: Who answers.
        language: Language of the page.
        earlier: The turns before it, oldest first.
    """
    told = [
        Before(before.answer.standalone or before.question, before.answer.short)
        for before in earlier
        if before.answer
    ]
    try:
        return replace(turn, answer=assistant.ask(turn.question, told))
    except QuestionError:
        long = len(turn.question) > _SHORT_ENOUGH
        return replace(turn, problem=say(language, "too_long" if long else "empty_question"))
    except ThamtopError as error:
        return replace(turn, problem=str(error))
