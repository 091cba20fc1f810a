"""Verifying: whether a source says what a chat model claims that it says.

The quote is found in the stored text; then figures, names, roles, negation and strength of the
claim are held against what is cited, each by a rule that may object (`assistant.objections`). What
they find, what the reader makes of claim and citation, cosine and words in common are weighed
together (`assistant.support`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.citing import Cited, Evidence, evidence_of, quoted, widened
from assistant.cloze import contradicted
from assistant.coverage import unmet
from assistant.instructions import instructs
from assistant.named import names_in
from assistant.numbers import in_digits
from assistant.objections import ALTERS, Held, objections
from assistant.placing import place
from assistant.polarity import clauses
from assistant.question import Question
from assistant.reading import Reader
from assistant.rounded import exact
from assistant.support import ClaimSigns, enough, possible, probability, told_of
from index import Encoder, Hit
from sources import detect_language, normalise

_QUOTED = re.compile(r"[\"“«].{1,200}?[\"”»]|\([^()]{1,80}\)")
_SAYS = re.compile(r"[^\W_]")
_LONGEST = 600  # characters of a claim that the reader can take in whole
_NAME_WORDS = 4  # a name has hardly more
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
        unconfirmed: Whether, though not supported, it may well be so, and may be shown as not
            confirmed.
    """

    text: str
    citation: Citation | None
    supported: bool
    reason: str
    unconfirmed: bool = False


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
        citation = cited.citation()
        if not _SAYS.search(claim.text) or len(claim.text) > _LONGEST:
            return Checked(claim.text, citation, False, "unsupported")
        if always := barred(question, claim.text, found):
            return Checked(claim.text, citation, False, always)
        signs = self._signs(question, claim.text, evidence_of(cited))
        likely = probability(signs)
        if likely >= enough():
            return Checked(claim.text, citation, True, "")
        return Checked(claim.text, citation, False, told_of(signs), likely >= possible())

    def signs(self, question: Question, claim: Proposed, hits: Sequence[Hit]) -> ClaimSigns | None:
        """Return what is weighed of a claim; None where it is refuted before."""
        found = quoted(claim.quote, claim.passage, hits)
        if not found or barred(question, claim.text, found):
            return None
        cited = widened(found, claim.text, question.language)
        return self._signs(question, claim.text, evidence_of(cited))

    def _signs(self, question: Question, claim: str, evidence: Evidence) -> ClaimSigns:
        said, written = normalise(claim).text, evidence.language
        plain = in_digits(said)
        spoken = detect_language(plain)
        plain = exact(plain, spoken, (evidence.cited, evidence.near), written)
        held = Held(plain, spoken, evidence)
        found = list(objections(held))
        # Of two years that a claim compares the reader would be asked for either.
        if not held.turns and (
            kind := contradicted(plain, spoken, evidence.cited, written, self._reader)
        ):
            found.append(f"{kind}_asked")
        if self._off_topic(question, evidence):
            found.append("off_topic")
        cited, near = self._reader.support([(said, evidence.cited), (said, evidence.near)])
        same = spoken == written
        strayed, rivalled = _strays(plain, spoken, evidence)
        return ClaimSigns(
            objections=tuple(found),
            across=not same,
            cited=cited,
            near=near,
            closeness=self._closeness(plain, evidence, same=same),
            unmet=unmet(plain, spoken, evidence.near, written),
            strayed=strayed,
            rivalled=rivalled,
            ordered=held.order == 1,
            verbatim=held.copy.verbatim,
            altered=(held.copy.near or held.copy.swapped)
            and (strayed or not ALTERS.isdisjoint(found)),
        )

    def _off_topic(self, question: Question, evidence: Evidence) -> bool:
        """Tell whether a claim's passage has nothing to do with the question."""
        shown = evidence.passage
        lacking = unmet(question.text, question.language, shown, evidence.language)
        if lacking < _OFF_TOPIC:
            return False
        (spans,) = self._reader.read(question.text, [shown])
        return (spans[0].score if spans else _NOTHING) < _UNANSWERED

    def _closeness(self, claim: str, evidence: Evidence, *, same: bool) -> float:
        """Return how far the cosine of claim and citation lies above that of strangers."""
        if not self._encoder:
            return _UNKNOWN
        one, other = self._encoder.encode_document([claim, evidence.cited])
        return float(one @ other) - _STRANGERS[same]


def barred(question: Question, claim: str, found: Cited) -> str:
    """Return why a claim is refuted whatever the source says, empty if it is not.

    Args:
        question: The question that it is to answer.
        claim: The claim.
        found: What it quotes.
    """
    plain = normalise(claim).text
    if found.planted or _instructive(found.words, found.hit.language) or instructs(plain):
        return "echo"
    return "" if in_language(plain, question.language) else "language"


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
