"""Segmenter: Thai text to words, as PyThaiNLP's newmm cuts it but several times faster.

Newmm looks for the fewest dictionary words between places where no word runs on, and lets words
end between character clusters only (Theeramunkong et al. 2000). The result here is the same for
every text; of a long one all words are looked up at once.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from heapq import heappop, heappush
from itertools import accumulate

import numpy as np

from index.dictionary import Dictionary

_LONG = 20_000  # characters from which building the tree of words pays
_GAP = "\0"  # between texts: in no word
_MOST_EDGES = 50  # newmm's limit of words held between two certain places
_NOT_THAI = re.compile(r"[-a-zA-Z]+|\d+(?:[,.]\d+)*|[ \t]+|\r?\n|[^\u0e00-\u0e7f \t\r\n]+")
_ONE_OR_TWO_CONSONANTS = re.compile("[ก-ฮ]{1,2}")
Ends = Callable[[int], list[int]]


class Segmenter:
    """Cut texts into words of a dictionary; safe to share between threads."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        self.words = Dictionary(words)
        self._last: dict[str, list[str]] = {}

    def cut(self, text: str) -> list[str]:
        """Return the words of a text, blanks and other scripts included: all of its letters."""
        return self.cut_all([text])[0]

    def cut_all(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the words of each text; many are cut faster at once than one by one."""
        if sum(map(len, texts)) < _LONG:
            return [self._cut_short(text) for text in texts]
        # The words of a document are asked for twice in a row: as terms, and to find names.
        last = self._last
        if not all(text in last for text in texts):
            last = self._last = dict(zip(texts, self._cut_long(texts), strict=True))
        return [list(last[text]) for text in texts]

    def _cut_short(self, text: str) -> list[str]:
        allowed = bytearray(len(text) + 2)
        for place in clusters(text):
            allowed[place] = 1
        flags = bytes(allowed)
        return _walk(text, 0, len(text), lambda start: self.words.ends(text, start, flags), flags)

    def _cut_long(self, texts: Sequence[str]) -> list[list[str]]:
        joined = _GAP.join(texts)
        starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        allowed = np.zeros(len(joined) + 1, bool)
        for start, text in zip(starts, texts, strict=False):
            allowed[start] = True
            allowed[[start + place for place in clusters(text)]] = True
        begins, stops = self.words.tree.edges(joined, allowed)
        first = np.searchsorted(begins, np.arange(len(joined) + 2)).tolist()
        ends: list[int] = stops.tolist()
        flags = allowed.tobytes()

        def ends_at(start: int) -> list[int]:
            return ends[first[start] : first[start + 1]]

        return [
            _walk(joined, start, start + len(text), ends_at, flags)
            for start, text in zip(starts, texts, strict=False)
        ]


def clusters(text: str) -> list[int]:
    """Return where the Thai character clusters of a text end."""
    pattern = _cluster_pattern()
    if pattern is None:
        from pythainlp.tokenize.tcc_p import tcc

        return list(accumulate(map(len, tcc(text))))
    return list(accumulate(map(len, pattern.findall(text))))


@cache
def _cluster_pattern() -> re.Pattern[str] | None:
    """Return PyThaiNLP's own rules as one pattern that also takes any other letter.

    Its tcc() asks the same rules of a new copy of the rest of the text at every letter.
    """
    from pythainlp.tokenize import tcc_p

    rules = getattr(tcc_p, "_PAT_TCC", None)
    if rules is None:
        return None
    plain = re.sub(r"\((?!\?)", "(?:", rules.pattern)
    return re.compile(f"{plain}|.", re.DOTALL)


def _walk(text: str, start: int, stop: int, ends_at: Ends, allowed: bytes) -> list[str]:
    """Cut text[start:stop], going from one certain place to the next."""
    words: list[str] = []
    while start < stop:
        ends = ends_at(start)
        if len(ends) == 1:
            words.append(text[start : ends[0]])
            start = ends[0]
        elif not ends:
            end = _unknown_end(text, start, stop, ends_at, allowed)
            words.append(text[start:end])
            start = end
        else:
            places = _fewest(start, ends, ends_at, stop)
            for end in places:
                words.append(text[start:end])
                start = end
    return words


def _fewest(start: int, ends: list[int], ends_at: Ends, stop: int) -> list[int]:
    """Return the places at which the fewest words end, up to the next certain place."""
    edges = {start: ends[: _MOST_EDGES + 1]}
    size = len(edges[start])
    waiting = list(edges[start])  # ascending, and so a heap
    while len(waiting) > 1:
        place = heappop(waiting)
        more = ends_at(place)
        if size + len(more) > _MOST_EDGES:
            more = more[: max(1, _MOST_EDGES + 1 - size)]
        size += len(more)
        edges[place] = more
        for end in more:
            if end not in waiting:
                heappush(waiting, end)
    return _shortest(edges, start, waiting[0])


def _shortest(edges: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """Return the places of the path with the fewest steps; of several the first found."""
    if goal in edges[start]:
        return [goal]
    came_from = {start: start}
    queue = [start]
    for place in queue:
        for end in edges.get(place, ()):
            if end not in came_from:
                came_from[end] = place
                queue.append(end)
        if goal in came_from:
            break
    path = [goal]
    while came_from[path[-1]] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def _unknown_end(text: str, start: int, stop: int, ends_at: Ends, allowed: bytes) -> int:
    """Return where letters end that begin no word: at the next word that is not too short."""
    other = _NOT_THAI.match(text, start, stop)
    if other:
        return other.end()
    for place in range(start + 1, stop):
        if allowed[place] and (
            any(not _ONE_OR_TWO_CONSONANTS.fullmatch(text, place, end) for end in ends_at(place))
            or _NOT_THAI.match(text, place, stop)
        ):
            return place
    return stop
