"""WordTree: all places in a text where words of a dictionary stand, found at once."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

_LETTERS = 0x10000  # code points looked up; no word has any beyond
Numbers = NDArray[np.int64]


class WordTree:
    """A tree of letters over some words, held in arrays and walked from all places in step.

    A node is known by the number of its parent and its letter: both make one key, and the keys
    are sorted, level by level, so that a binary search finds a child.
    """

    def __init__(self, words: Collection[str]) -> None:
        """Build the tree; words must not be empty."""
        ordered = sorted(words)
        lengths = np.fromiter(map(len, ordered), np.int64, len(ordered))
        points = _code_points("".join(ordered))
        letters = np.flatnonzero(np.bincount(points, minlength=_LETTERS))
        self._code = np.zeros(_LETTERS, np.int64)
        self._code[letters] = np.arange(1, len(letters) + 1)
        self._span = len(letters) + 1
        codes = self._code[points]
        starts = np.cumsum(lengths) - lengths
        rows, parents = np.arange(len(ordered)), np.zeros(len(ordered), np.int64)
        keys, ends, count, level = [], [np.zeros(1, bool)], 1, 0
        while len(rows):
            # Rows are in order, so those that share a node stand together.
            key = parents * self._span + codes[starts[rows] + level]
            fresh = np.append(True, key[1:] != key[:-1])
            numbers = np.cumsum(fresh) - 1
            keys.append(key[fresh])
            level += 1
            last = lengths[rows] == level
            word = np.zeros(len(keys[-1]), bool)
            word[numbers[last]] = True
            ends.append(word)
            rows, parents = rows[~last], numbers[~last] + count
            count += len(word)
        self._keys = np.concatenate([*keys, np.array([np.iinfo(np.int64).max])])
        self._ends = np.concatenate(ends)

    def edges(self, text: str, allowed: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
        """Return where words begin and end, by beginning and then by end.

        Args:
            text: The text.
            allowed: For each place of the text, its end included, whether a word may begin or
                end there.
        """
        codes = np.append(self._code[np.minimum(_code_points(text), _LETTERS - 1)], 0)
        begins = np.flatnonzero(allowed[:-1])
        place, node = begins, np.zeros(len(begins), np.int64)
        found_begins, found_ends = [], []
        while len(begins):
            key = node * self._span + codes[place]
            child = np.searchsorted(self._keys, key)
            # Code 0, a letter that no word has, makes a key that no child has.
            alive = self._keys[child] == key
            begins, place, node = begins[alive], place[alive] + 1, child[alive] + 1
            ending = self._ends[node] & allowed[place]
            found_begins.append(begins[ending])
            found_ends.append(place[ending])
        if not found_begins:
            return begins, begins
        all_begins, all_ends = np.concatenate(found_begins), np.concatenate(found_ends)
        order = np.argsort(all_begins, kind="stable")
        return all_begins[order], all_ends[order]


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
