"""Generative answerer: a chat model writes, and only what the sources support is its answer.

The model proposes claims, each with the words of a passage that it rests on. Every claim is
verified before anyone sees it; one that may be so and could not be confirmed stands below the
answer, under words that say so. Whatever goes wrong, the extractive answer is there within the
time limit, with a sentence that says why.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING

from assistant.answer import Answer, Claim, Event, Note
from assistant.chat_failure import ChatModelFailure
from assistant.chat_model import ChatModel, open_chat_model
from assistant.extractive import Extractive
from assistant.numbering import numbered
from assistant.prompting import Reply, write_prompt
from assistant.question import Question
from assistant.reading import shipped_reader
from assistant.strings import LEFT_OUT, MODEL_BROKE_OFF, MODEL_PROBLEMS
from assistant.verifying import Checked, Proposed, Verifier
from index import Encoder, Hit
from sources import Settings, normalise

if TYPE_CHECKING:
    from assistant.conversation import Turn

_LOG = logging.getLogger(__name__)

MOST_CLAIMS = 8  # shown; five are asked for
MOST_PROPOSED = 20  # verified at all: verifying takes time too
MOST_REPEATED = 2  # a model that says things again goes round in a circle


@dataclass(slots=True)
class _Written:
    """What the model has written so far.

    Attributes:
        until: When the time for the whole answer is over, by `monotonic`.
        claims: What was verified.
        unconfirmed: What may be so and was not verified.
        proposed: The claims that were held against the sources, with their quotes.
        repeated: How many were proposed before.
        dropped: How many of them did not hold, or could not be read.
        problem: Why there is no more, empty if there is nothing to tell.
    """

    until: float
    claims: list[Claim] = field(default_factory=list)
    unconfirmed: list[Claim] = field(default_factory=list)
    proposed: set[tuple[str, str]] = field(default_factory=set)
    repeated: int = 0
    dropped: int = 0
    problem: str = ""

    @property
    def enough(self) -> bool:
        return (
            len(self.claims) >= MOST_CLAIMS
            or len(self.proposed) >= MOST_PROPOSED
            or self.repeated >= MOST_REPEATED
        )


class Generative:
    """Answers in the words of a chat model, each claim held against the sources."""

    def __init__(self, model: ChatModel, verifier: Verifier, extractive: Extractive) -> None:
        """Use a model, what verifies its claims, and what answers where it does not."""
        self.name = model.name
        self._model = model
        self._verifier = verifier
        self._extractive = extractive

    def answer(
        self, question: Question, hits: Sequence[Hit], earlier: Sequence["Turn"] = ()
    ) -> Answer:
        """Answer a question from the passages found, or abstain."""
        answers = (e for e in self.stream(question, hits, earlier) if isinstance(e, Answer))
        return next(answers)

    def stream(
        self,
        question: Question,
        hits: Sequence[Hit],
        earlier: Sequence["Turn"] = (),
        stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Event]:
        """Answer a question, each claim as soon as it is verified; the whole answer comes last.

        Args:
            question: What is asked.
            hits: The passages found, best first.
            earlier: The conversation before, oldest first.
            stopped: Tells that nobody waits any more: the request ends, and no answer comes.
        """
        prompt = write_prompt(question, hits, earlier)
        if not prompt.passages:
            yield self._extractive.answer(question, hits)
            return
        written = _Written(monotonic() + self._model.timeout_s)
        with self._model.asking(prompt.messages, stopped) as pieces:
            # While the model makes up its mind, so that a failure costs no more time.
            plain = self._extractive.answer(question, hits)
            reply = Reply(prompt.passages)
            try:
                for piece in pieces:
                    yield from self._claims(question, hits, reply.feed(piece), written)
                    if written.enough:
                        break
                else:
                    written.problem = "cut" if reply.unfinished else ""
            except ChatModelFailure as failure:
                written.problem = failure.problem
        if stopped():
            return
        written.dropped += reply.unusable
        answer = self._whole(question, hits, plain, written, said_none=reply.none)
        if answer.note:
            yield Note(answer.note)
        yield answer

    def _claims(
        self,
        question: Question,
        hits: Sequence[Hit],
        proposals: Iterator[Proposed],
        written: _Written,
    ) -> Iterator[Claim]:
        """Verify what is proposed; yield what holds, and note it."""
        for proposed in proposals:
            if written.enough or monotonic() > written.until:
                return
            known = (proposed.text, proposed.quote)
            if known in written.proposed:
                written.repeated += 1
                continue
            written.proposed.add(known)
            checked = self._checked(question, proposed, hits)
            if not checked or checked.citation is None:
                written.dropped += 1
                continue
            claim = Claim(checked.text, (checked.citation,))
            if checked.supported:
                if _fresh(claim, written.claims):
                    written.claims.append(claim)
                    yield claim
            elif not checked.unconfirmed:
                written.dropped += 1
            elif _fresh(claim, written.unconfirmed):
                written.unconfirmed.append(claim)

    def _checked(
        self, question: Question, proposed: Proposed, hits: Sequence[Hit]
    ) -> Checked | None:
        """Hold a claim against the sources; what cannot be checked is not shown, and noted."""
        try:
            return self._verifier.check(question, proposed, hits)
        except Exception:  # whatever a model may write, it must not cost the answer
            _LOG.exception("A claim could not be checked: %r", proposed)
            return None

    def _whole(
        self,
        question: Question,
        hits: Sequence[Hit],
        plain: Answer,
        written: _Written,
        *,
        said_none: bool,
    ) -> Answer:
        language, claims = question.language, tuple(written.claims)
        # What was verified by another quote is confirmed.
        unconfirmed = tuple(one for one in written.unconfirmed if _fresh(one, claims))
        if not claims:
            problem = written.problem or _why_none(written, said_none=said_none)
            agreed = problem == "none" and plain.abstained
            note = "" if agreed else MODEL_PROBLEMS[problem][language]
            return replace(plain, note=note, unconfirmed=unconfirmed)
        notes = [MODEL_BROKE_OFF[language]] if written.problem else []
        if written.dropped:
            notes.append(LEFT_OUT[language].format(count=written.dropped))
        agreed = not plain.abstained and any(states(claim.text, plain.short) for claim in claims)
        return Answer(
            question=question.text,
            language=language,
            text="\n\n".join(numbered(claims)),
            short=plain.short if agreed else claims[0].text,
            abstained=False,
            # A model says nothing of the kind: the reader's if it agrees, else how many held.
            confidence=plain.confidence
            if agreed
            else len(claims) / (len(claims) + len(unconfirmed) + written.dropped),
            claims=claims,
            unconfirmed=unconfirmed,
            passages=tuple(hits),
            span=plain.span if agreed else "",
            note=" ".join(notes),
            answerer=self.name,
        )


def prepare_generative(settings: Settings, encoder: Encoder | None) -> Generative:
    """Return what answers by the chat model that is set, which is opened at the first question.

    Args:
        settings: Which chat model, and its limits.
        encoder: The encoder of the index, if it has one.
    """
    reader = shipped_reader()
    return Generative(ChatModel(settings), Verifier(reader, encoder), Extractive(reader))


def open_generative(settings: Settings, encoder: Encoder | None) -> Generative:
    """Open the chat model that is set, with the shipped reader to hold its claims against.

    Args:
        settings: Which chat model, and its limits.
        encoder: The encoder of the index, if it has one.

    Raises:
        SettingsError: The chat model cannot be opened.
    """
    reader = shipped_reader()
    return Generative(open_chat_model(settings), Verifier(reader, encoder), Extractive(reader))


def _fresh(claim: Claim, others: Iterable[Claim]) -> bool:
    return all(claim.text != other.text for other in others)


def _why_none(written: _Written, *, said_none: bool) -> str:
    if written.unconfirmed:
        return "unconfirmed"
    if written.proposed or written.dropped:
        return "unsupported" if written.proposed else "formless"
    return "none" if said_none else "formless"


def states(claim: str, short: str) -> bool:
    """Tell whether a short answer stands in a claim, not as part of a longer word or number."""
    words = re.escape(_plain(short))
    free = rf"(?<![0-9a-z])(?<![0-9][.,]){words}(?![0-9a-z]|[.,][0-9])"
    return bool(words) and re.search(free, _plain(claim)) is not None


def _plain(text: str) -> str:
    return normalise(text).text.casefold().strip(" .")
