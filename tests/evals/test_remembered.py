"""Vectors of corpora are encoded once."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.remembered import Remembered


class Counting:
    name = "counting"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode_query(self, text: str) -> np.ndarray:
        return self.encode_document([text])[0]

    def encode_document(self, texts: Sequence[str]) -> np.ndarray:
        self.seen += texts
        return np.array([[len(text), 1.0] for text in texts], np.float32)


def test_a_text_is_encoded_once_also_by_another_process(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    path = tmp_path / "kept" / "vectors.sqlite3"
    before = Remembered(first, path).encode_document(["หนึ่ง", "two"])
    after = Remembered(second, path).encode_document(["two", "สามสี่", "หนึ่ง"])
    assert before.tolist() == [[5.0, 1.0], [3.0, 1.0]]
    assert after.tolist() == [[3.0, 1.0], [6.0, 1.0], [5.0, 1.0]]
    assert second.seen == ["สามสี่"]


def test_another_encoder_shares_nothing(tmp_path: Path) -> None:
    path = tmp_path / "vectors.sqlite3"
    Remembered(Counting(), path).encode_document(["two"])
    other = Counting()
    other.name = "other"
    Remembered(other, path).encode_document(["two"])
    assert other.seen == ["two"]


def test_questions_are_encoded_every_time(tmp_path: Path) -> None:
    inner = Counting()
    encoder = Remembered(inner, tmp_path / "vectors.sqlite3")
    encoder.encode_query("a")
    encoder.encode_query("a")
    assert inner.seen == ["a", "a"]
