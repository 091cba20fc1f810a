"""Verifying: whether a source says what a chat model claims that it says.

The quote is found in the stored text; then figures, names, roles, negation and strength of the
claim are held against what is cited, each by a rule that may object. What they find, what the
reader makes of claim and citation, cosine and words in common are weighed together
(`assistant.support`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.attributed import misattributed
from assistant.binding import misbound
from assistant.citing import Cited, Evidence, evidence_of, quoted, widened
from assistant.cloze import contradicted
from assistant.coverage import unmet
from assistant.equivalents import alike
from assistant.figures import strange_date, strange_number
from assistant.instructions import instructs
from assistant.named import names_in
from assistant.numbers import in_digits
from assistant.opposites import contrary, converse
from assistant.ordering import order
from assistant.placing import place
from assistant.polarity import clauses, deciding, turned
from assistant.question import Question
from assistant.reading import Reader
from assistant.roles import exchanged, reversed_names, sides_changed
from assistant.rounded import exact
from assistant.strength import explains, overclaims, reason_of, uncompared
from assistant.support import ClaimSigns, enough, probability
from index import Encoder, Hit
from sources import detect_language, normalise

_QUOTED = re.compile(r"[\"“«].{1,200}?[\"”»]|\([^()]{1,80}\)")
_SAYS = re.compile(r"[^\W_]")
_EXCEPT = re.compile(r"(?:ยกเว้น|เว้น|\bexcept(?: on| for)?) ?(วัน[ก-ฮะ-์]{2,9}|[a-z]{4,})")
_LINK = re.compile(r"[\w.+-]+@[\w.-]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")
_LONGEST = 600  # characters of a claim that the reader can take in whole
_NAME_WORDS = 4  # a name has hardly more
# Share of a reason's words that the evidence may lack, within a language and across.
_UNEXPLAINED = {True: 0.4, False: 0.67}
_OFF_TOPIC = 0.5  # share of a question's words that a passage lacks which the reader then reads
_UNANSWERED = -12.0  # logits; below, a passage does not even touch on the question
_NOTHING = -20.0  # logits where the reader marks nothing
_STRANGERS = {True: 0.79, False: 0.73}  # cosine, within a language and across
_UNKNOWN = 0.05  # in place of that where there is no encoder


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim as a model proposed it.

    Attributes:
        text: What it claims.
        passage: The passage that it names, an index into the hits from 0.
        quote: What it says it quotes from there.
    """

    text: str
    passage: int
    quote: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim held against the sources.

    Attributes:
        text: The claim.
        citation: The exact words of a source around the quote; None if the quote is nowhere.
        supported: Whether they support the claim.
        reason: Why not, empty if they do: ``no_quote``, ``echo``, ``language``, ``off_topic``,
            ``number``, ``date``, ``name``, ``role``, ``negation``, ``overclaim``, ``cause`` or
            ``unsupported``, which an empty or very long claim is too.
    """

    text: str
    citation: Citation | None
    supported: bool
    reason: str


class Verifier:
    """Checks claims; safe to share between threads."""

    def __init__(self, reader: Reader, encoder: Encoder | None) -> None:
        """Use a reader and, if there is one, the encoder of the index."""
        self._reader = reader
        self._encoder = encoder

    def check(self, question: Question, claim: Proposed, hits: Sequence[Hit]) -> Checked:
        """Hold a claim against the words that it quotes.

        Args:
            question: The question that it is to answer.
            claim: The claim.
            hits: The passages that the model was given.

        Returns:
            The claim with its citation, even where that does not support it.
        """
        found = quoted(claim.quote, claim.passage, hits)
        if not found:
            return Checked(claim.text, None, False, "no_quote")
        cited = widened(found, claim.text, question.language)
        sayable = _SAYS.search(claim.text) and len(claim.text) <= _LONGEST
        reason = self._objection(question, claim.text, found, cited) if sayable else "unsupported"
        return Checked(claim.text, cited.citation(), not reason, reason)

    def signs(self, question: Question, claim: Proposed, hits: Sequence[Hit]) -> ClaimSigns | None:
        """Return what is weighed of a claim; None where it is refuted before."""
        found = quoted(claim.quote, claim.passage, hits)
        cited = widened(found, claim.text, question.language) if found else None
        if not found or not cited or _barred(question, claim.text, found, cited):
            return None
        return self._signs(question, claim.text, evidence_of(cited))

    def _objection(self, question: Question, claim: str, found: Cited, cited: Cited) -> str:
        """Return why a claim is refuted, empty if it is not."""
        if barred := _barred(question, claim, found, cited):
            return barred
        signs = self._signs(question, claim, evidence_of(cited))
        return "" if probability(signs) >= enough() else signs.objection or "unsupported"

    def _signs(self, question: Question, claim: str, evidence: Evidence) -> ClaimSigns:
        plain, written = in_digits(normalise(claim).text), evidence.language
        spoken = detect_language(plain)
        plain = exact(plain, spoken, (evidence.cited, evidence.near), written)
        turns = _turns(plain, spoken, evidence.cited, written)
        objection = (
            _misstated(plain, spoken, evidence, turns=turns)
            # Of two years that a claim compares the reader would be asked for either.
            or (not turns and contradicted(plain, spoken, evidence.cited, written, self._reader))
            or self._off_topic(question, evidence)
            or ""
        )
        cited, near = self._reader.support([(plain, evidence.cited), (plain, evidence.near)])
        same = spoken == written
        lacking = unmet(plain, spoken, evidence.near, written)
        closeness = self._closeness(plain, evidence, same=same)
        strayed, rivalled = _strays(plain, spoken, evidence)
        return ClaimSigns(objection, not same, cited, near, closeness, lacking, strayed, rivalled)

    def _off_topic(self, question: Question, evidence: Evidence) -> str:
        """Tell by its key that a claim's passage has nothing to do with the question."""
        shown = evidence.passage
        lacking = unmet(question.text, question.language, shown, evidence.language)
        if lacking < _OFF_TOPIC:
            return ""
        (spans,) = self._reader.read(question.text, [shown])
        return "off_topic" if (spans[0].score if spans else _NOTHING) < _UNANSWERED else ""

    def _closeness(self, claim: str, evidence: Evidence, *, same: bool) -> float:
        """Return how far the cosine of claim and citation lies above that of strangers."""
        if not self._encoder:
            return _UNKNOWN
        one, other = self._encoder.encode_document([claim, evidence.cited])
        return float(one @ other) - _STRANGERS[same]


def _barred(question: Question, claim: str, found: Cited, cited: Cited) -> str:
    """Return why a claim is refuted whatever the source says, empty if it is not."""
    plain = normalise(claim).text
    if found.planted or _instructive(found.words, cited.hit.language) or instructs(plain):
        return "echo"
    return "" if in_language(plain, question.language) else "language"


def _turns(claim: str, spoken: str, cited: str, written: str) -> bool:
    """Tell whether a claim says the same of its names the other way round: sold to, bought from."""
    parted = converse(claim.casefold(), cited.casefold())
    return parted is not None and (
        reversed_names(claim, spoken, cited, written)
        or sides_changed(parted[0], spoken, parted[1], written)
    )


def _misstated(claim: str, spoken: str, evidence: Evidence, *, turns: bool) -> str:
    """Return the first rule that finds a claim to differ from its evidence.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: What it is held against.
        turns: Whether it says the same of its names the other way round.
    """
    written = evidence.language
    tiers = (evidence.cited, evidence.near, evidence.passage)
    if strange_date(claim, tiers):
        return "date"
    if strange_number(claim, spoken, tiers[:2], written):
        return "number"
    strangers = (place(name, evidence.passage, written) is None for name in names_in(claim, spoken))
    if any(strangers) or not _links(claim) <= _links(evidence.passage):
        return "name"
    claim, cited = alike(claim, evidence.cited)
    low, lower = claim.casefold(), cited.casefold()
    shown = deciding(low, spoken, clauses(lower, written), written)
    if not turns and not _excepted(low, lower):
        if contrary(low, lower) or turned(low, spoken, lower, written):
            return "negation"
        if exchanged(claim, spoken, cited, written) or misbound(claim, spoken, cited, written):
            return "role"
    ordered = order(claim, cited, spoken, written)
    if ordered == -1 or misattributed(claim, spoken, evidence.passage, written):
        return "role"
    # What two numbers bear out needs no word of comparing in the evidence.
    bare = uncompared(low) if ordered == 1 else low
    return overclaims(bare, lower, shown) or _unexplained(low, spoken, evidence)


def _strays(claim: str, spoken: str, evidence: Evidence) -> tuple[bool, bool]:
    """Tell whether a name of a claim is not near what is cited, and whether another is there."""
    written = evidence.language
    own = [name for name in names_in(claim, spoken) if not name.adjective]
    missing = [name for name in own if place(name, evidence.near, written) is None]
    others = [
        name.sort
        for name in names_in(evidence.cited, written)
        if not name.adjective and place(name, claim, spoken) is None
    ]
    return bool(missing), any(name.sort in others for name in missing if name.sort != "other")


def _excepted(claim: str, evidence: str) -> bool:
    """Tell whether a claim says the contrary of what its evidence excepts: closed on Mondays."""
    found = _EXCEPT.search(evidence)
    if not found or _EXCEPT.search(claim):
        return False
    return found[1] in claim and contrary(claim, evidence)


def _links(text: str) -> set[str]:
    return {match.group().rstrip(".") for match in _LINK.finditer(text.casefold())}


def _unexplained(claim: str, spoken: str, evidence: Evidence) -> str:
    """Tell by its key that a claim gives a reason which the evidence does not."""
    reason, near = reason_of(claim), evidence.near.casefold()
    if reason and (
        not explains(near)
        or unmet(reason, spoken, near, evidence.language)
        > _UNEXPLAINED[spoken == evidence.language]
    ):
        return "cause"
    return ""


def in_language(claim: str, language: str) -> bool:
    """Tell whether a normalised claim is in a language, quotes and brackets aside.

    A name, an acronym or a number alone is in any.
    """
    bare = _QUOTED.sub(" ", claim)
    words = re.findall(r"[^\W\d_]+", bare)
    if len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words):
        return True
    return detect_language(bare) == language


def _instructive(words: str, language: str) -> bool:
    return any(instructs(piece) for piece in clauses(normalise(words).text, language))
