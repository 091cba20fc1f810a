"""Objections: rules by which a claim differs from its evidence, whatever the reader makes of it.

Another number, a name that is nowhere, the contrary word, exchanged names. None of them decides
alone: what each is worth is learnt (`assistant.support`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.attributed import misattributed
from assistant.binding import misbound
from assistant.citing import Evidence
from assistant.copied import Copy, copy_of
from assistant.coverage import unmet
from assistant.equivalents import alike
from assistant.figures import strange_date, strange_number
from assistant.named import names_in, peoples_in
from assistant.numbers import in_digits
from assistant.opposites import contrary, converse
from assistant.ordering import order
from assistant.placing import place
from assistant.polarity import clauses, deciding, turned
from assistant.roles import exchanged, reversed_names, sides_changed
from assistant.strength import explains, overclaims, reason_of, uncompared
from assistant.turning import same_deed

_EXCEPT = re.compile(r"(?:ยกเว้น|เว้น|\bexcept(?: on| for)?) ?(วัน[ก-ฮะ-์]{2,9}|[a-z]{4,})")
_LINK = re.compile(r"[\w.+-]+@[\w.-]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")
# Share of a reason's words that the evidence may lack, within a language and across.
_UNEXPLAINED = {True: 0.6, False: 0.75}


@dataclass(frozen=True)
class Held:
    """A claim held against its evidence.

    Attributes:
        claim: The claim, normalised, its rounded numbers as the evidence has them.
        spoken: Its language.
        evidence: What it is held against.
    """

    claim: str
    spoken: str
    evidence: Evidence

    @property
    def written(self) -> str:
        """The language of the evidence."""
        return self.evidence.language

    @cached_property
    def told(self) -> tuple[str, str]:
        """Claim and cited words without the ways of saying the same."""
        return alike(self.claim, self.evidence.cited)

    @cached_property
    def low(self) -> tuple[str, str]:
        """The same in lower case."""
        claim, cited = self.told
        return claim.casefold(), cited.casefold()

    @cached_property
    def shown(self) -> str:
        """The clause of the cited words, in lower case, that speaks most of the claim."""
        claim, cited = self.low
        return deciding(claim, self.spoken, clauses(cited, self.written), self.written)

    @cached_property
    def copy(self) -> Copy:
        """How far it says the very words of its evidence; not at all in another language."""
        if self.spoken != self.written:
            return Copy()
        return copy_of(self.claim, in_digits(self.evidence.cited), self.written)

    @cached_property
    def turns(self) -> bool:
        """Whether it says the same of its names the other way round: sold to, bought from."""
        if self.deed:
            return self.deed > 0
        cited = self.evidence.cited
        parted = converse(self.claim.casefold(), cited.casefold())
        return parted is not None and (
            reversed_names(self.claim, self.spoken, cited, self.written)
            or sides_changed(parted[0], self.spoken, parted[1], self.written)
        )

    @cached_property
    def deed(self) -> int:
        """What `assistant.turning.same_deed` tells of who sold to whom, who beat whom."""
        return same_deed(self.claim, self.spoken, self.evidence.cited, self.written)

    @cached_property
    def freed(self) -> bool:
        """Whether contrary words and names in other places are no sign of anything here."""
        return self.turns or self._excepted()

    @cached_property
    def order(self) -> float:
        """What `assistant.ordering.order` tells of its two numbers, 1 if they bear it out."""
        return order(*self.told, self.spoken, self.written)

    @cached_property
    def overclaimed(self) -> str:
        """How it says more than its evidence: a key of `assistant.strength`, or nothing."""
        claim, cited = self.low
        # What two numbers bear out needs no word of comparing in the evidence.
        return overclaims(uncompared(claim) if self.order == 1 else claim, cited, self.shown)

    def _excepted(self) -> bool:
        """Tell whether it says the contrary of what its evidence excepts: closed on Mondays."""
        claim, cited = self.low
        found = _EXCEPT.search(cited)
        if not found or _EXCEPT.search(claim):
            return False
        return found[1] in claim and contrary(claim, cited)


def _number(held: Held) -> bool:
    tiers = (held.evidence.cited, held.evidence.near)
    return strange_number(held.claim, held.spoken, tiers, held.written)


def _date(held: Held) -> bool:
    evidence = held.evidence
    return strange_date(held.claim, (evidence.cited, evidence.near, evidence.passage))


def _name(held: Held) -> bool:
    passage = held.evidence.passage
    names = names_in(held.claim, held.spoken)
    if held.spoken == "th":
        names += peoples_in(held.claim)
    strange = any(place(name, passage, held.written) is None for name in names)
    return strange or not _links(held.claim) <= _links(passage)


def _links(text: str) -> set[str]:
    return {match.group().rstrip(".") for match in _LINK.finditer(text.casefold())}


def _exchanged(held: Held) -> bool:
    claim, cited = held.told
    if held.deed < 0:
        return True
    return not held.freed and exchanged(claim, held.spoken, cited, held.written)


def _misbound(held: Held) -> bool:
    claim, cited = held.told
    return not held.freed and misbound(claim, held.spoken, cited, held.written)


def _denied(held: Held) -> bool:
    claim, cited = held.low
    return not held.freed and turned(claim, held.spoken, cited, held.written)


def _unexplained(held: Held) -> bool:
    """Tell whether a claim gives a reason which the evidence does not."""
    reason, near = reason_of(held.low[0]), held.evidence.near.casefold()
    most = _UNEXPLAINED[held.spoken == held.written]
    return bool(reason) and (
        not explains(near) or unmet(reason, held.spoken, near, held.written) > most
    )


RULES: tuple[tuple[str, Callable[[Held], bool]], ...] = (
    ("date", _date),
    ("number", _number),
    ("name", _name),
    ("contrary", lambda held: not held.freed and contrary(*held.low)),
    ("denied", _denied),
    ("negated", lambda held: held.copy.negated),
    ("renumbered", lambda held: held.copy.renumbered),
    ("swapped", lambda held: held.copy.swapped),
    ("exchanged", _exchanged),
    ("misbound", _misbound),
    ("order", lambda held: held.order == -1),
    (
        "misattributed",
        lambda held: misattributed(held.claim, held.spoken, held.evidence.passage, held.written),
    ),
    ("overclaim", lambda held: held.overclaimed == "overclaim"),
    ("bound", lambda held: held.overclaimed == "number"),
    ("unexplained", _unexplained),
)
# Of a copy of the evidence these are not mistaken as of other words.
ALTERS = frozenset({"date", "number", "name", "exchanged", "negated", "renumbered", "swapped"})
# What is told of a refuted claim; a rule that is not here is told by its own name.
REASONS = {
    "contrary": "negation",
    "denied": "negation",
    "negated": "negation",
    "renumbered": "number",
    "swapped": "role",
    "exchanged": "role",
    "misbound": "role",
    "order": "role",
    "misattributed": "role",
    "bound": "number",
    "unexplained": "cause",
    "number_asked": "number",
    "date_asked": "date",
    "name_asked": "role",
}


def objections(held: Held) -> tuple[str, ...]:
    """Return the names of the rules that object to a claim."""
    return tuple(name for name, objects in RULES if objects(held))
