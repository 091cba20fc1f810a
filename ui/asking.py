"""Asking: a question on its way to its answer, in a thread that outlives a run of the page.

Streamlit runs the page anew at every click and ends a run where it stands. So no run waits for an
answer: it looks at how far the thread has come and draws that.
"""

import logging
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from threading import Lock, Thread
from time import monotonic
from typing import Protocol

from assistant import Answer, Claim, Event
from assistant import Turn as Before

GRACE_S = 10.0  # for a page whose connection was lost to come back
_LOG = logging.getLogger(__name__)


class Answerer(Protocol):
    """What answers a question."""

    def stream(
        self, text: str, earlier: Sequence[Before] = (), stopped: Callable[[], bool] = ...
    ) -> Generator[Event, None, None]:
        """Yield claims as they are verified and the answer last, or raise a `ThamtopError`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an answer has come.

    Attributes:
        claims: What was verified so far.
        answer: The whole answer, at the end.
        error: What ended it, if something went wrong.
        stopped: Whether it ended because it was told to.
    """

    claims: tuple[Claim, ...] = ()
    answer: Answer | None = None
    error: Exception | None = None
    stopped: bool = False

    @property
    def done(self) -> bool:
        """Whether nothing more comes."""
        return self.stopped or self.answer is not None or self.error is not None


class Asking:
    """A question being answered; safe to look at and to stop from any thread."""

    def __init__(
        self, answerer: Callable[[], Answerer], question: str, earlier: Sequence[Before] = ()
    ) -> None:
        """Begin.

        Args:
            answerer: Returns who answers; it may take its time or raise a `ThamtopError`.
            question: As asked.
            earlier: The conversation before, oldest first.
        """
        self.question = question
        self._answerer = answerer
        self._earlier = tuple(earlier)
        self._progress = Progress()
        self._lock = Lock()
        self._until: float | None = None  # when it ends unless somebody comes back
        Thread(target=self._run, name="asking", daemon=True).start()

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return self._progress

    def stop(self) -> None:
        """End it, and the request to a chat model with it; what was verified stays."""
        self._take(stopped=True)

    def leave(self) -> None:
        """Note that nobody looks any more; it ends after a while unless somebody comes back."""
        self._until = monotonic() + GRACE_S

    def watch(self) -> None:
        """Note that somebody looks."""
        self._until = None

    def _unwanted(self) -> bool:
        until = self._until
        return self._progress.done or (until is not None and monotonic() > until)

    def _run(self) -> None:
        try:
            events = self._answerer().stream(self.question, self._earlier, self._unwanted)
            with closing(events):  # so that a request does not outlive what it was made for
                for event in events:
                    if isinstance(event, Claim):
                        self._take(claims=(*self._progress.claims, event))
                    elif isinstance(event, Answer):
                        self._take(answer=event)
                    if self._unwanted():
                        break
        except Exception as error:  # a thread has nobody to raise it to
            _LOG.debug("A question was not answered", exc_info=True)
            self._take(error=error)
        self._take(stopped=True)  # nothing, if it came to an end of its own

    def _take(self, **changes: object) -> None:
        """Note what came; after the end nothing counts any more."""
        with self._lock:
            if not self._progress.done:
                self._progress = replace(self._progress, **changes)  # type: ignore[arg-type]
