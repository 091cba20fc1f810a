"""Speed: how fast encoders take in passages and retrievers answer, side by side."""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter

WARM_UP = 4  # texts, or questions, before the clock runs
ROUNDS = 3
Clock = Callable[[], float]


def passages_per_second(
    encoders: Mapping[str, Callable[[Sequence[str]], object]],
    texts: Sequence[str],
    rounds: int = ROUNDS,
    clock: Clock = perf_counter,
) -> dict[str, float]:
    """Return how many of the texts each encoder encodes a second: the median of some rounds.

    Each has a warm-up, then all take turns, so that a busy minute of the machine hits all.
    """
    for encode in encoders.values():
        encode(texts[:WARM_UP])
    taken: dict[str, list[float]] = {name: [] for name in encoders}
    for _ in range(rounds):
        for name, encode in encoders.items():
            begun = clock()
            encode(texts)
            taken[name].append(clock() - begun)
    return {name: len(texts) / median(seconds) for name, seconds in taken.items()}


def question_times(
    searches: Mapping[str, Callable[[str], object]],
    questions: Sequence[str],
    clock: Clock = perf_counter,
) -> dict[str, list[float]]:
    """Return the milliseconds that each retriever takes for each question, taking turns."""
    for search in searches.values():
        for question in questions[:WARM_UP]:
            search(question)
    taken: dict[str, list[float]] = {name: [] for name in searches}
    # The questions of the warm-up come last: nothing that is kept of them may shorten a time.
    for question in questions[WARM_UP:] or questions:
        for name, search in searches.items():
            begun = clock()
            search(question)
            taken[name].append((clock() - begun) * 1000)
    return taken
