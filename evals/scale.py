"""Scale: how long adding a long document takes, and a search over many passages."""

import cProfile
import pstats
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from evals.corpus import read_corpus, read_set
from index import Encoder, Index, open_encoder
from sources import Document, load_settings

ADDED = 300  # passages of the document that is added
PER_DOCUMENT = 80_000  # characters of a made-up document, about 100 passages
# Function of the index, by the stage that it stands for: times include what it calls.
ADDING = {
    "chunks": "chunk",
    "words and glosses": "passages_terms",
    "names": "passage_keys",
    "database": "_add_passages",
}
SEARCHING = {
    "encode": "encode_query",
    "words": "_search_words",
    "dense": "_search_base",
    "windows": "best_windows",
    "titles and names": "sketches",
    "names compared": "_compare_names",
    "passages read": "passages",
}
Texts = Sequence[str]
Say = Callable[[str], object]


class MadeUp:
    """Vectors at random, and questions by the real encoder: only the times are true."""

    def __init__(self, real: Encoder) -> None:
        """Use an encoder for questions."""
        self._real = real
        self.name = f"random beside {self._real.name}"
        self._random = np.random.default_rng(0)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """Return the vector of a question, shape (dimensions,)."""
        return self._real.encode_query(text)

    def encode_document(self, texts: Texts) -> NDArray[np.float32]:
        """Return random vectors of unit length, shape (texts, dimensions)."""
        width = len(self.encode_query("a"))
        rows = self._random.standard_normal((len(texts), width)).astype(np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def measure_scale(articles: Texts, passages: int, questions: int, say: Say) -> None:
    """Time adding a document of 300 passages, and searches over many passages.

    Args:
        articles: Paths of articles or SQuAD files; their paragraphs are shuffled into documents.
        passages: Search over this many.
        questions: Ask this many, cut from the paragraphs.
        say: Takes each line of the report.

    Raises:
        ThamtopError: An article cannot be read.
    """
    paragraphs = _paragraphs(articles)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        settings = load_settings(home=Path(home))
        with Index.open(settings, MadeUp(open_encoder(settings))) as index:
            _add(index, paragraphs, say)
            _fill(index, _documents(paragraphs, PER_DOCUMENT), passages, say)
            _search(index, paragraphs, questions, say)


def _add(index: Index, paragraphs: Texts, say: Say) -> None:
    sized = PER_DOCUMENT
    for _ in range(2):  # the first also loads the lexicon, the dictionary and the models
        trial = next(_documents(paragraphs, sized))
        sized = round(sized * ADDED / index.add(trial).passages)
        index.remove(trial.id)
    times = []
    for document in islice(_documents(paragraphs, sized), 1, 4):
        begun = perf_counter()
        added = index.add(document)
        times.append(perf_counter() - begun)
        index.remove(document.id)
    say(
        f"Adding {added.passages} passages, {len(document.text):,} characters: median "
        f"{median(times):.2f} s of {len(times)}"
    )
    seconds, stages = _profiled(lambda: index.add(document), ADDING)
    _table("The same under the profiler", seconds, stages, say)


def _search(index: Index, paragraphs: Texts, count: int, say: Say) -> None:
    asked = [text[:80] for text in random.Random(1).choices(paragraphs, k=count)]
    begun = perf_counter()
    index.search(asked[0])
    say(f"First search: {perf_counter() - begun:.2f} s; memory {_memory()} MB")
    times = []
    for question in asked:
        begun = perf_counter()
        index.search(question)
        times.append((perf_counter() - begun) * 1000)
    last = quantiles(times, n=20)[-1]
    say(f"Search: median {median(times):.0f} ms, 95th of 100 {last:.0f} ms")
    seconds, stages = _profiled(lambda: [index.search(question) for question in asked], SEARCHING)
    each = {stage: spent / count for stage, spent in stages.items()}
    _table("A search under the profiler", seconds / count, each, say)
    late = Document.create(title="Late", text=paragraphs[0], origin="late")
    index.add(late)
    begun = perf_counter()
    index.search(asked[0])
    say(f"First search after a document was added: {perf_counter() - begun:.2f} s")


def _paragraphs(articles: Texts) -> list[str]:
    texts = [document.text for document in read_corpus(articles, read_set(None)).documents.values()]
    return [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]


def _documents(paragraphs: Texts, size: int) -> Iterator[Document]:
    """Yield documents of about a size, of paragraphs drawn at random."""
    draw = random.Random(size)
    number = 0
    while True:
        parts, length = [f"{size} {number}"], 0
        while length < size:
            parts.append(draw.choice(paragraphs))
            length += len(parts[-1])
        number += 1
        text = "\n\n".join(parts)
        yield Document.create(title=f"Number {number}", text=text, origin=f"{size}-{number}")


def _fill(index: Index, documents: Iterator[Document], passages: int, say: Say) -> None:
    held = sum(entry.passages for entry in index.entries())
    while held < passages:
        held += index.add(next(documents)).passages
    index.embed_pending()
    say(f"{held:,} passages in the index")


def _profiled(work: Callable[[], object], stages: dict[str, str]) -> tuple[float, dict[str, float]]:
    """Return the seconds that a piece of work took, and those of each stage."""
    profile = cProfile.Profile()
    begun = perf_counter()
    profile.runcall(work)
    seconds = perf_counter() - begun
    spent = dict.fromkeys(stages, 0.0)
    for (_, _, name), (_, _, _, total, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        for stage, function in stages.items():
            if name == function:
                spent[stage] = max(spent[stage], total)
    return seconds, spent


def _table(title: str, seconds: float, stages: dict[str, float], say: Say) -> None:
    say(f"{title}: {seconds * 1000:.0f} ms")
    for stage, spent in stages.items():
        say(f"  {stage:<20}{spent * 1000:8.1f} ms")


def _memory() -> int:
    """Return how much memory the process holds, in megabytes (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0
