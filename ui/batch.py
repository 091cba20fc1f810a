"""Batch: files and addresses being added in the background, each with what came of it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sources import SourceError
from ui import problems
from ui.uploads import Outcome


@dataclass(frozen=True, slots=True)
class Job:
    """A file or address to be added.

    Attributes:
        name: What the reader knows it by.
        add: Adds it, article by article.
    """

    name: str
    add: Callable[[], Iterator[Outcome]]


@dataclass(slots=True)
class Line:
    """How far a job has come.

    Attributes:
        name: What the reader knows it by.
        state: ``waiting``, ``reading`` or ``done``.
        outcomes: What came of its articles so far.
    """

    name: str
    state: str = "waiting"
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def failures(self) -> list[Outcome]:
        """What of it was not added."""
        return [outcome for outcome in self.outcomes if outcome.status == "failed"]


class Batch:
    """Adds jobs one after the other, in a thread of its own; its lines may be read meanwhile.

    So neither another click nor a lost connection breaks off what was begun.
    """

    def __init__(self, after_each: Callable[[], None]) -> None:
        """Begin with nothing to do.

        Args:
            after_each: Called after each job.
        """
        self.lines: list[Line] = []
        self._after_each = after_each
        self._waiting: list[tuple[Line, Job]] = []
        self._lock = threading.Lock()
        self._stopping = False
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether anything is still to be done."""
        with self._lock:
            return self._thread is not None

    def put(self, jobs: Sequence[Job]) -> None:
        """Add jobs after those that are under way; returns at once."""
        with self._lock:
            new = [(Line(job.name), job) for job in jobs]
            self.lines = [*self.lines, *(line for line, _ in new)]
            self._waiting += new
            if self._thread is None:
                self._stopping = False
                self._thread = threading.Thread(target=self._run, name="adding", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """Give up what has not been read yet; what was added stays."""
        self._stopping = True

    def clear(self) -> None:
        """Forget the lines of what is done."""
        with self._lock:
            self.lines = [line for line in self.lines if line.state != "done"]

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is to be done; return whether it is so."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return not self.running

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            line, job = taken
            line.state = "reading"
            self._add(line, job)
            line.state = "done"
            self._after_each()

    def _take(self) -> tuple[Line, Job] | None:
        with self._lock:
            if not self._waiting:
                self._thread = None
                return None
            return self._waiting.pop(0)

    def _add(self, line: Line, job: Job) -> None:
        try:
            if not self._stopping:
                for outcome in job.add():
                    line.outcomes.append(outcome)
                    if self._stopping and outcome.place < outcome.count:
                        break
                else:
                    return
            error = SourceError(problems.STOPPED)
        except Exception as failure:  # a thread has nobody to raise it to, and the others go on
            error = SourceError(problems.NOT_ADDED, reason=type(failure).__name__)
        place = len(line.outcomes) + 1
        line.outcomes.append(Outcome(place, place, "failed", error=error))
