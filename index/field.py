"""Field: the conditional random field of PyThaiNLP's crfcut, over many texts at once.

Crfcut spells out 37 features of each word for CRFsuite (Okazaki 2007), two thirds of the time
that adding a Thai document took. Here the weights are read from the same file into tables by the
numbers of words, and all words are weighed in a few array operations. The labels are the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import error as StructError
from struct import unpack_from

import numpy as np
from numpy.typing import NDArray

_PAD = "xxpad"  # stands before and after a text
_REACH = 2  # words before and after that a feature may look at
JOINER = "|"  # between the words of a feature
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_NAME = re.compile(r"(word|ender|starter)_([123])_(-?\d)_-?\d=(.*)", re.DOTALL)
Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


class Field:
    """Crfcut's field, with its lists of words that end or start sentences.

    All weights are those of an end less those of none.
    """

    def __init__(self, path: Path, enders: Iterable[str], starters: Iterable[str]) -> None:
        """Read a model file.

        Raises:
            ValueError: It is no model of two labels with crfcut's features.
            OSError: It cannot be read.
        """
        self._numbers: dict[str, int] = {}
        self._lists = {"ender": frozenset(enders), "starter": frozenset(starters)}
        weights, self._steps = _read(path.read_bytes())
        self._bias = weights.pop("bias", 0.0)
        rows: dict[tuple[str, int], list[tuple[tuple[int, ...], int, float]]] = defaultdict(list)
        for name, weight in weights.items():
            match = _NAME.fullmatch(name)
            if match is None:
                raise ValueError(f"unknown feature {name}")
            kind, count, first, words = match.groups()
            parts = words.split(JOINER)
            numbers = tuple(self._number(p) if kind == "word" else int(p == kind) for p in parts)
            # Not so if a word has the joiner in it: texts with one are not given to this model.
            if len(numbers) == int(count):
                rows[kind, int(count)].append((numbers, int(first), weight))
        radix = {"word": len(self._numbers) + 1, "ender": 2, "starter": 2}
        self._tables = {key: _Table.of(radix[key[0]], of) for key, of in rows.items()}

    def ends(self, texts: Sequence[Sequence[str]]) -> list[list[bool]]:
        """Return for each word of each text whether a sentence ends with it.

        Args:
            texts: The words of some texts, blanks included; none with a `JOINER` in it.
        """
        words = [_PAD] * _REACH
        for text in texts:
            words += [*text, *[_PAD] * _REACH]
        lean = self._lean(words).tolist()
        found, start = [], _REACH
        for text in texts:
            found.append(self._best(lean[start : start + len(text)]))
            start += len(text) + _REACH
        return found

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers) + 1)

    def _lean(self, words: Sequence[str]) -> Weights:
        """Return how much each word, by its features, speaks for an end."""
        known, count = self._numbers, len(words)
        columns = {"word": np.fromiter((known.get(word, 0) for word in words), np.int64, count)}
        for kind, members in self._lists.items():
            columns[kind] = np.fromiter(map(members.__contains__, words), np.int64, count)
        lean = np.full(len(words), self._bias)
        for (kind, length), table in self._tables.items():
            table.add(columns[kind], length, lean)
        return lean

    def _best(self, lean: Sequence[float]) -> list[bool]:
        """Return the likeliest labels: Viterbi's algorithm, for two labels by their difference."""
        none_none, none_end, end_none, end_end = self._steps
        sources: list[tuple[bool, bool]] = []  # was the word before an end, if this is none or one
        ahead = lean[0] if lean else 0.0
        for weight in lean[1:]:
            to_none, to_end = ahead + end_none > none_none, ahead + end_end > none_end
            sources.append((to_none, to_end))
            ahead = (
                weight
                + (ahead + end_end if to_end else none_end)
                - (ahead + end_none if to_none else none_none)
            )
        labels = [ahead > 0] if lean else []
        for to_none, to_end in reversed(sources):
            labels.append(to_end if labels[-1] else to_none)
        return labels[::-1]


@dataclass(frozen=True, slots=True)
class _Table:
    """Weights of runs of words of one length, by the run and by where it begins.

    Attributes:
        radix: Number of different words: a run is a number in this base.
        runs: The runs, ascending.
        firsts: Where runs begin, counted from the word they speak of.
        weights: Shape (runs, firsts).
    """

    radix: int
    runs: Numbers
    firsts: tuple[int, ...]
    weights: Weights

    @classmethod
    def of(cls, radix: int, rows: Sequence[tuple[tuple[int, ...], int, float]]) -> "_Table":
        columns = np.array([numbers for numbers, _, _ in rows], np.int64).T
        runs, places = np.unique(_in_base(radix, columns), return_inverse=True)
        firsts = tuple(sorted({first for _, first, _ in rows}))
        weights = np.zeros((len(runs) + 1, len(firsts)))
        for place, (_, first, weight) in zip(places.tolist(), rows, strict=True):
            weights[place, firsts.index(first)] = weight
        return cls(radix, np.append(runs, np.iinfo(np.int64).max), firsts, weights)

    def add(self, numbers: Numbers, length: int, lean: Weights) -> None:
        """Add the weights of all runs of `length` words to the words that they speak of."""
        stop = len(numbers) - length + 1
        runs = _in_base(self.radix, [numbers[i : stop + i] for i in range(length)])
        places = np.searchsorted(self.runs, runs)
        places[self.runs[places] != runs] = len(self.runs) - 1  # a row of zeros
        for column, first in enumerate(self.firsts):
            weights = self.weights[places, column]
            # The run at j speaks of the word at j - first; words at the rim are padding.
            low, high = max(0, -first), min(len(lean), len(runs) - first)
            lean[low:high] += weights[low + first : high + first]


def _in_base(radix: int, columns: Iterable[Numbers]) -> Numbers:
    total = np.zeros(1, np.int64)
    for column in columns:
        total = total * radix + column
    return total


def _read(data: bytes) -> tuple[dict[str, float], tuple[float, float, float, float]]:
    """Return the weights of features by name, and of steps from a label to a label.

    The file has a header, features (20 bytes each) and the names of labels and of attributes,
    each a constant database whose last part lists where its records stand.
    """
    try:
        magic, _, kind, _, _, labels, _, features_at, labels_at, names_at = unpack_from(
            "<4sI4s7I", data
        )
        if (magic, kind, labels) != (b"lCRF", b"FOMC", 2):
            raise ValueError("not a field of two labels")
        (count,) = unpack_from("<I", data, features_at + 8)
        features = np.frombuffer(data, _FEATURE, count, features_at + 12)
        end = _names(data, labels_at).index("E")
        names = _names(data, names_at)
    except StructError as error:
        raise ValueError("cut short") from error
    states, steps = features[features["kind"] == 0], features[features["kind"] == 1]
    signed = np.where(states["label"] == end, states["weight"], -states["weight"])
    total = np.bincount(states["source"], signed, minlength=len(names))
    matrix = np.zeros((2, 2))
    matrix[steps["source"], steps["label"]] = steps["weight"]
    none = 1 - end
    order = ((none, none), (none, end), (end, none), (end, end))
    none_none, none_end, end_none, end_end = (float(matrix[pair]) for pair in order)
    return dict(zip(names, total.tolist(), strict=True)), (none_none, none_end, end_none, end_end)


def _names(data: bytes, at: int) -> list[str]:
    _, _, _, _, count, places_at = unpack_from("<4s5I", data, at)
    places = np.frombuffer(data, "<u4", count, at + places_at).tolist()
    names = []
    for place in places:
        _, size = unpack_from("<2I", data, at + place)
        names.append(data[at + place + 8 : at + place + 7 + size].decode())
    return names
