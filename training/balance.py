"""Unanswerable questions dealt so that the kind of a question tells nothing about its answer.

Whoever writes tempting questions asks how many and in which year far more often than what or
whether; a reader trained on them as they come learns to distrust those kinds and to trust others.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from typing import Protocol

from assistant.question import understand
from training.example import Example

FEWEST, MOST = 0.15, 4.0  # how much rarer or more often than written a kind is dealt
_YEAR = re.compile(r"\byear\b|ปี|พ\.ศ\.|ค\.ศ\.")


class Dealer(Protocol):
    """Deals one example after another, without end."""

    def deal(self) -> Example:
        """Take the next example."""


@cache
def cue_of(question: str) -> str:
    """Return what the form of a question gives away: its language, its kind, and years apart."""
    understood = understand(question)
    year = "_year" if understood.kind == "when" and _YEAR.search(question.lower()) else ""
    return f"{understood.language}_{understood.kind}{year}"


class Balanced:
    """Deals unanswerable examples with the kinds of questions in the shares of answerable ones."""

    def __init__(
        self,
        unanswerable: list[Example],
        answerable: list[Example],
        deck: Callable[[list[Example]], Dealer],
        rng: random.Random,
    ) -> None:
        """Sort the examples by cue, one deck a cue, and work out how often each is dealt."""
        self.rng = rng
        groups: dict[str, list[Example]] = defaultdict(list)
        for example in unanswerable:
            groups[cue_of(example.question)].append(example)
        wanted = Counter(cue_of(example.question) for example in answerable)
        ratio = len(unanswerable) / max(1, len(answerable))
        self.decks = {cue: deck(examples) for cue, examples in groups.items()}
        self.weights = {
            cue: len(examples) * min(MOST, max(FEWEST, ratio * wanted[cue] / len(examples)))
            for cue, examples in groups.items()
        }

    def deal(self) -> Example:
        """Take the next example of a cue drawn by weight."""
        cue = self.rng.choices(list(self.weights), list(self.weights.values()))[0]
        return self.decks[cue].deal()
