import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import sent_tokenize
from pythainlp.tokenize.newmm import segment as newmm
from pythainlp.util import Trie

from index import crfcut, segmenter
from index.segmenter import Segmenter
from tests.index.texts import texts

LETTERS = st.sampled_from(list("กขนมรยวอะาิีุูเแโไๆฯ่้์็ัฤ๒. ,-a1|\0\n"))
MIXED = st.lists(LETTERS | texts(12), max_size=25).map("".join)
WORDS = sorted(thai_words())
SMALL = ["ก", "กข", "ขน", "นม", "มร", "กขน", "นมร", "ขนม", "ยว", "รย", "มรย", "วอะ", "พ.ศ."]


@pytest.fixture(scope="module")
def ours() -> Segmenter:
    return Segmenter(WORDS)


@pytest.fixture(scope="module")
def theirs() -> Trie:
    return Trie(WORDS)


@settings(max_examples=150, deadline=None)
@given(text=MIXED)
def test_words_are_those_of_newmm(ours: Segmenter, theirs: Trie, text: str) -> None:
    assert ours.cut(text) == newmm(text, theirs)


@settings(max_examples=40, deadline=None)
@given(many=st.lists(MIXED, max_size=12))
def test_many_are_cut_as_each_alone(ours: Segmenter, theirs: Trie, many: list[str]) -> None:
    assert ours._cut_long([*many, "ตลาดน้ำ"]) == [newmm(t, theirs) for t in [*many, "ตลาดน้ำ"]]


@settings(max_examples=150, deadline=None)
@given(text=st.text("กขนมรยวอะ่. ", max_size=120))
def test_words_that_overlap_in_every_way(text: str) -> None:
    assert Segmenter(SMALL).cut(text) == newmm(text, Trie(SMALL))
    assert Segmenter(SMALL)._cut_long([text, text]) == [newmm(text, Trie(SMALL))] * 2


def test_a_long_text_takes_the_tree(ours: Segmenter) -> None:
    text = "ชาวบ้านขายผลไม้ในตลาดน้ำ" * (segmenter._LONG // 20)
    assert ours.cut_all([text, "น้ำ"]) == [ours._cut_short(text), ["น้ำ"]]


@settings(max_examples=60, deadline=None)
@given(many=st.lists(MIXED | texts(40), max_size=6))
def test_sentences_are_those_of_crfcut(many: list[str]) -> None:
    assert crfcut._field() is not None, "PyThaiNLP keeps its model otherwise now"
    wanted = []
    for text in many:
        ends, place = [], 0
        for sentence in sent_tokenize(text, engine="crfcut"):
            place += len(sentence)
            ends.append(place)
        wanted.append(ends)
    assert crfcut.sentence_ends(many) == wanted


def test_a_file_that_is_no_model(tmp_path: object) -> None:
    from pathlib import Path

    from index.field import Field

    path = Path(str(tmp_path)) / "model"
    for content in (b"", b"lCRF", b"x" * 200):
        path.write_bytes(content)
        with pytest.raises(ValueError):
            Field(path, [], [])
