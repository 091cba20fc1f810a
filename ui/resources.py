"""Resources: what all sessions share, opened in the background."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Lock, Thread
from weakref import WeakSet

from assistant import Assistant, Suggestion
from assistant import Turn as Before
from sources import load_settings
from ui.asking import Asking
from ui.offers import Offers


class Desk:
    """The assistant and what is going on with it; nothing here waits unless it says so."""

    def __init__(self, opened: Callable[[], Assistant]) -> None:
        """Begin to open the assistant.

        Args:
            opened: Opens it, or raises a `ThamtopError`.
        """
        self._opening: Future[Assistant] = Future()
        self._askings: WeakSet[Asking] = WeakSet()
        self._offers: Offers | None = None
        self._lock = Lock()
        Thread(target=self._open, args=(opened,), name="opening", daemon=True).start()

    @property
    def open(self) -> bool:
        """Whether the assistant can be used, or will never be."""
        return self._opening.done()

    @property
    def failed(self) -> bool:
        """Whether it could not be opened."""
        return self.open and not self.settle()

    def assistant(self) -> Assistant:
        """Return the assistant, waiting until it is open.

        Raises:
            ThamtopError: The data folder, the encoder or the index cannot be used.
        """
        return self._opening.result()

    def settle(self) -> bool:
        """Wait until the assistant is open or will never be; return whether it can be used."""
        return self._opening.exception() is None

    def ask(self, question: str, earlier: Sequence[Before]) -> Asking:
        """Ask a question after what was said before."""
        asking = Asking(self.assistant, question, earlier)
        with self._lock:
            self._askings.add(asking)
        return asking

    def offers(self, language: str) -> tuple[Sequence[Suggestion], bool]:
        """Return the suggested questions known so far, and whether these are all."""
        if not self.open or self.failed:
            return (), self.failed
        with self._lock:
            if self._offers is None:
                self._offers = Offers(self.assistant(), self._busy)
        return self._offers.known(language)

    def _busy(self) -> bool:
        with self._lock:
            return any(not asking.progress.done for asking in self._askings)

    def _open(self, opened: Callable[[], Assistant]) -> None:
        try:
            self._opening.set_result(opened())
        except Exception as error:
            self._opening.set_exception(error)


_lock = Lock()
_desks: list[Desk] = []


def shared_desk() -> Desk:
    """Return the desk of the whole server, opened once; anew after it was given up."""
    with _lock:
        if not _desks:
            _desks.append(Desk(_opened))
        return _desks[0]


def give_up(desk: Desk) -> None:
    """Forget a desk that could not be opened, once that was said: the next look tries again."""
    with _lock:
        if desk in _desks:
            _desks.remove(desk)


def _opened() -> Assistant:
    assistant = Assistant.open(load_settings())
    assistant.index.start_embedding()  # its missing vectors follow in the background
    return assistant
