"""Embedding: vectors for the texts that have none yet, now or in the background."""

import threading
from collections.abc import Callable
from time import monotonic

from index import problems
from index.encoder import Encoder
from index.vectors import VectorTable
from sources import EncoderError, ThamtopError

_BATCH = 8  # texts encoded between the first two writes
_MOST = 512
_SHORT_S = 0.5  # a batch that takes less is doubled: a stop loses about a second's work
Progress = Callable[[int, int], None]


class Embedding:
    """Encode what is pending in the store; safe to start from several threads.

    Attributes:
        encoder: The encoder, if one is open.
        trouble: Why the last run in the background failed, if it did.
    """

    def __init__(self, vectors: VectorTable, encoder: Encoder | None) -> None:
        """Use an open encoder; without one there is nothing to do."""
        self.trouble: ThamtopError | None = None
        self._vectors = vectors
        self.encoder = encoder
        self._running = threading.Lock()
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._wanted = False
        self._thread: threading.Thread | None = None

    def run(self, progress: Progress | None = None) -> int:
        """Encode until nothing is pending, a batch a transaction; return how many texts.

        Args:
            progress: Called with texts done and texts in all after each batch.
        """
        if self.encoder is None:
            return 0
        count, size = 0, _BATCH
        with self._running:
            while not self._stopping.is_set() and (batch := self._vectors.pending(size)):
                begun = monotonic()
                keys, texts = [key for key, _ in batch], [text for _, text in batch]
                vectors = self.encoder.encode_document(texts)
                self._vectors.put(self.encoder.name, keys, vectors)
                count += len(batch)
                size = min(_MOST, size * 2) if monotonic() - begun < _SHORT_S else _BATCH
                if progress:
                    progress(*self._vectors.counts())
        return count

    def start(self) -> None:
        """Run in the background; what is added while it runs is encoded too."""
        with self._lock:
            self._wanted = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run_while_wanted, daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """End the background run after its batch and wait for it."""
        self._stopping.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run_while_wanted(self) -> None:
        while self._take_wish():
            try:
                self.run()
                self.trouble = None
            except Exception as error:  # a thread has nobody to raise it to
                reason = error if isinstance(error, ThamtopError) else str(error)
                self.trouble = EncoderError(problems.ENCODING_FAILED, reason=reason)

    def _take_wish(self) -> bool:
        """Tell whether to run (again); otherwise the thread is let go."""
        with self._lock:
            wanted, self._wanted = self._wanted, False
            if not wanted:
                self._thread = None
            return wanted
