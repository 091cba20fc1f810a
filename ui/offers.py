"""Offers: questions that the sources can answer, found out in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock, Thread
from time import sleep

from assistant import Assistant, Suggestion
from sources import ThamtopError

WANTED = 8  # of which some were asked already
_PAUSE_S = 0.05


@dataclass(slots=True)
class _Drafted:
    sources: tuple[str, ...]
    found: Sequence[Suggestion] = ()
    complete: bool = False


@dataclass(slots=True)
class Offers:
    """Suggested questions; safe to share between threads.

    Each is asked before it is offered, which takes a second or so on a cold machine: so they come
    one by one, and a person's question goes first.

    Attributes:
        assistant: Drafts and answers them.
        busy: Tells whether a person waits for an answer.
    """

    assistant: Assistant
    busy: Callable[[], bool]
    _drafted: dict[str, _Drafted] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def known(self, language: str) -> tuple[Sequence[Suggestion], bool]:
        """Return the questions in a language known so far, and whether these are all.

        Never waits; what is missing, or out of date since the sources changed, is drafted from now
        on.
        """
        sources = tuple(entry.id for entry in self.assistant.index.entries())
        with self._lock:
            drafted = self._drafted.get(language)
            if drafted is None or drafted.sources != sources:
                drafted = self._drafted[language] = _Drafted(sources)
                Thread(target=self._draft, args=(language, drafted), daemon=True).start()
            return drafted.found, drafted.complete

    def _draft(self, language: str, drafted: _Drafted) -> None:
        try:
            for count in range(1, WANTED + 1):
                while self.busy():
                    sleep(_PAUSE_S)
                if self._drafted.get(language) is not drafted:
                    return  # the sources have changed
                drafted.found = self.assistant.suggestions(language, count)
                if len(drafted.found) < count:
                    return
        except ThamtopError:
            return  # the page stays usable; asking will say what is wrong
        finally:
            drafted.complete = True
