"""Barred: the rules by which a span cannot be what is asked for, whatever the reader makes of it.

Megawatts for turbines, a day for a person, the 53rd meeting for the 54th, all for a part.
"""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.attributes import of_another_attribute
from assistant.clash import (
    acronym_lacks,
    clashes,
    is_rank,
    ranks_clash,
    scope_clash,
    tells_nothing,
)
from assistant.contrasts import of_the_contrary
from assistant.derived import listed
from assistant.earlier import of_this_time
from assistant.fates import of_another_fate
from assistant.hosting import of_no_host
from assistant.labels import of_another_label
from assistant.offices import of_another_body, of_another_office
from assistant.paired import of_another_pair
from assistant.pointing import points
from assistant.question import Question
from assistant.repeated import repeats
from assistant.sized import of_another_size
from assistant.term import of_another_end
from sources import normalise


@dataclass(frozen=True, slots=True)
class Marked:
    """A span with what stands around it.

    Attributes:
        question: The question.
        title: The title of its document.
        text: Its passage.
        language: Their language.
        span: Characters of the passage.
        around: Characters of the sentence around it.
    """

    question: Question
    title: str
    text: str
    language: str
    span: tuple[int, int]
    around: tuple[int, int]

    @property
    def words(self) -> str:
        """The words of the span."""
        return self.text[slice(*self.span)]

    @property
    def sentence(self) -> str:
        """The sentence around it."""
        return self.text[slice(*self.around)]

    @property
    def within(self) -> tuple[int, int]:
        """Its characters of the sentence."""
        return self.span[0] - self.around[0], self.span[1] - self.around[0]

    @property
    def shown(self) -> str:
        """The passage and its title."""
        return f"{self.title}\n{self.text}"


def _label(one: Marked) -> bool:
    if one.question.kind == "yes_no":
        return False
    return of_another_label(normalise(one.question.text).text, normalise(one.shown).text)


def _contrary(one: Marked) -> bool:
    if one.question.kind == "yes_no":
        return False
    asked, sentence, shown = (
        normalise(text).text for text in (one.question.text, one.sentence, one.shown)
    )
    return of_the_contrary(asked, sentence, shown)


RULES: tuple[tuple[str, Callable[[Marked], bool]], ...] = (
    ("sort", lambda one: clashes(one.question, one.words, one.language)),
    (
        "nothing",
        lambda one: (
            tells_nothing(one.question, one.words)
            and not listed(one.question, one.words, one.language)
        ),
    ),
    ("pointing", lambda one: one.question.kind != "yes_no" and points(one.words)),
    ("repeated", lambda one: repeats(one.question, one.words, one.sentence, one.language)),
    ("acronym", lambda one: acronym_lacks(one.question, one.shown, one.language)),
    ("rank", lambda one: is_rank(one.question, one.text, one.span)),
    (
        "other_rank",
        lambda one: ranks_clash(one.question, one.sentence, one.shown, one.language),
    ),
    (
        "scope",
        lambda one: scope_clash(one.question, one.words, one.sentence, one.shown, one.language),
    ),
    ("size", lambda one: of_another_size(one.question, one.text, one.span, one.language)),
    ("fate", lambda one: of_another_fate(one.question, one.sentence, one.within, one.language)),
    ("host", lambda one: of_no_host(one.question, one.sentence, one.within)),
    ("earlier", lambda one: of_this_time(one.question, one.sentence)),
    ("label", _label),
    ("contrary", _contrary),
    ("pair", lambda one: of_another_pair(one.question, one.sentence, one.shown, one.language)),
    ("end", lambda one: of_another_end(one.question, one.text, one.span)),
    ("attribute", lambda one: of_another_attribute(one.question, one.sentence, one.shown)),
    ("body", lambda one: of_another_body(one.question, one.words, one.language)),
    ("office", lambda one: of_another_office(one.question, one.text, one.span, one.language)),
)


def barred(one: Marked) -> str:
    """Return the name of the first rule that a span breaks, empty if it breaks none."""
    return next((name for name, breaks in RULES if breaks(one)), "")
