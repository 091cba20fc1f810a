"""Nearest texts by shared pieces, to find passages that tempt without answering."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from tokenizers import Tokenizer


class Overlap:
    """An inverted index of texts over the tokenizer's pieces."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        """Index `texts`, in one language or several."""
        self.tokenizer = tokenizer
        self.texts = texts
        posts: dict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for piece in self._pieces(text):
                posts[piece].append(number)
        self.posts = {piece: np.array(numbers) for piece, numbers in posts.items()}

    def nearest(self, query: str, count: int, without: str) -> list[int]:
        """Number the `count` texts nearest to `query` that do not contain `without`."""
        scores = np.zeros(len(self.texts))
        for piece in self._pieces(query):
            if piece in self.posts:
                numbers = self.posts[piece]
                scores[numbers] += math.log(1 + len(self.texts) / len(numbers))
        order = np.argsort(-scores)[: count * 4 + 1]
        return [int(n) for n in order if without not in self.texts[int(n)]][:count]

    def _pieces(self, text: str) -> set[int]:
        return set(self.tokenizer.encode(text[:600], add_special_tokens=False).ids)
