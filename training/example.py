"""One training example of the reader, and its encoding into tokens."""

import random
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

QUESTION_TOKENS, CLAIM_TOKENS = 64, 128
BEGIN, END = 0, 2  # ids of <s> and </s>
Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A question, a passage, and the answer's characters in it, or None."""

    question: str
    passage: str
    span: Span | None


@dataclass(frozen=True)
class Statement:
    """A claim and the words of a text that it is held against.

    Attributes:
        claim: What is claimed, or asked to be answered yes or no.
        evidence: The sentences of the quote and some around them.
        right: Whether they support it, or the answer is yes.
        pair: Languages of the claim and of the text, such as ``en-th``.
        kind: What the claim is an instance of: ``merged``, ``role``.
        span: Characters of the evidence that any cut of it must hold; None if it is short.
    """

    claim: str
    evidence: str
    right: bool
    pair: str
    kind: str
    span: Span | None = None


@dataclass(frozen=True)
class Encoded:
    """Token ids of `<s> question </s></s> passage </s>` with the target tokens.

    `start` and `end` index `ids`; both are 0 where there is no answer. `base` is the index of
    the passage's first token.
    """

    ids: list[int]
    start: int
    end: int
    base: int


@dataclass(frozen=True)
class Judged:
    """Token ids of `<s> claim </s></s> evidence </s>`, and whether the evidence supports it."""

    ids: list[int]
    right: bool


class ExampleEncoder:
    """Turns examples into token windows of a random length."""

    def __init__(self, tokenizer: Tokenizer, longest: int, rng: random.Random) -> None:
        """Keep the tokenizer; `longest` is the most tokens of one example."""
        self.longest = longest
        self.rng = rng

        @lru_cache(maxsize=20000)
        def pieces(text: str) -> tuple[list[int], list[tuple[int, int]]]:
            encoding = tokenizer.encode(text, add_special_tokens=False)
            return encoding.ids, encoding.offsets

        self.pieces = pieces

    def encode(self, example: Example, most_asked: int = QUESTION_TOKENS) -> Encoded:
        """Cut a window that holds the answer, or the most tempting one where there is none."""
        question = self.pieces(example.question)[0][:most_asked]
        ids, offsets = self.pieces(example.passage)
        most = self.longest - len(question) - 4
        room = most if len(ids) <= most else self.rng.randint(most // 2, most)
        target = _target(offsets, example.span) if example.span else None
        at = self._window(ids, question, target, room)
        window = ids[at : at + room]
        base = len(question) + 3
        tokens = [BEGIN, *question, END, END, *window, END]
        if target is None or target[1] - at >= len(window):
            return Encoded(tokens, 0, 0, base)
        return Encoded(tokens, base + target[0] - at, base + target[1] - at, base)

    def judge(self, statement: Statement) -> Judged:
        """Encode a statement; of long evidence, a window that holds what it is about."""
        example = Example(statement.claim, statement.evidence, statement.span)
        return Judged(self.encode(example, CLAIM_TOKENS).ids, statement.right)

    def _window(
        self, ids: list[int], question: list[int], target: tuple[int, int] | None, room: int
    ) -> int:
        last = max(0, len(ids) - room)
        if target is not None:
            low, high = max(0, target[1] - room + 1), min(target[0], last)
            return self.rng.randint(low, high) if high >= low else target[0]
        wanted = set(question)
        starts = [self.rng.randint(0, last) for _ in range(4)] if last else [0]
        # A passage without the answer teaches most where it shares words with the question.
        return max(starts, key=lambda at: len(wanted & set(ids[at : at + room])))


def _target(offsets: list[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int] | None:
    start = next((k for k, (_, stop) in enumerate(offsets) if stop > span[0]), None)
    end = max((k for k, (begin, _) in enumerate(offsets) if begin < span[1]), default=None)
    return None if start is None or end is None or end < start else (start, end)
