"""The engine for any sentence-transformers model, run on a tiny one made here."""

import json
import shutil
import warnings
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Index, open_encoder
from index.transformer import SentenceTransformerEncoder
from sources import Document, EncoderError, EncoderMismatch, Settings
from tests.fakes import FakeEncoder
from tests.index.small_models import make_cross_encoder, make_encoder

pytestmark = pytest.mark.slow
PROMPTS = {"query": "find : ", "document": "keep : "}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that write the model
        return make_encoder(tmp_path_factory.mktemp("model"), PROMPTS)


@pytest.fixture(scope="module")
def unprompted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return make_encoder(tmp_path_factory.mktemp("e5"), {})


def test_vectors_are_those_of_the_model_with_its_prompts(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformerEncoder(str(folder))
    model = SentenceTransformer(str(folder), device="cpu")
    text = "the red boat"

    def plain(words: str) -> NDArray[np.float32]:
        found: NDArray[np.float32] = model.encode([words], prompt="", normalize_embeddings=True)[0]
        return found

    question = encoder.encode_query(text)
    (passage,) = encoder.encode_document([text])
    assert question.shape == passage.shape == (8,) and question.dtype == np.float32
    assert question == pytest.approx(plain(f"find : {text}"), abs=1e-5)
    assert passage == pytest.approx(plain(f"keep : {text}"), abs=1e-5)
    for one, other in ((question, passage), (question, plain(text)), (passage, plain(text))):
        assert float(one @ other) < 0.9999, "the prompts made no difference"


def test_vectors_have_unit_length_and_do_not_depend_on_their_neighbours(folder: Path) -> None:
    encoder = SentenceTransformerEncoder(str(folder))
    texts = ["the red boat sails", "เรือ แดง", "ฝน", "unknown words", ""] * 5
    vectors = encoder.encode_document(texts)
    assert vectors.shape == (25, 8)
    assert np.linalg.norm(vectors[:20], axis=1) == pytest.approx(1, abs=1e-5)
    assert vectors[1] == pytest.approx(encoder.encode_document(["เรือ แดง"])[0], abs=1e-5)


def renamed(model: Path, name: Path) -> Path:
    """Return the same model under another name."""
    name.parent.mkdir(parents=True, exist_ok=True)
    name.symlink_to(model, target_is_directory=True)
    return name


def reprompted(model: Path, folder: Path, prompts: Mapping[str, str], default: str | None) -> Path:
    """Return a copy of a model whose configuration has other prompts."""
    shutil.copytree(model, folder)
    described = folder / "config_sentence_transformers.json"
    config = json.loads(described.read_text())
    described.write_text(json.dumps(config | {"prompts": prompts, "default_prompt_name": default}))
    return folder


def assert_prompts(model: Path, plain: Path, query: str, document: str) -> None:
    """Hold that a model puts these before questions and passages."""
    encoder, bare = SentenceTransformerEncoder(str(model)), SentenceTransformerEncoder(str(plain))
    for text in ("the boat", "เรือ แดง"):
        wanted = bare.encode_query(query + text)
        assert encoder.encode_query(text) == pytest.approx(wanted, abs=1e-5)
        wanted = bare.encode_query(document + text)
        assert encoder.encode_document([text])[0] == pytest.approx(wanted, abs=1e-5)


@pytest.mark.parametrize(
    ("name", "query", "document"),
    [
        ("tiny-e5", "query: ", "passage: "),
        ("multilingual-e5-base", "query: ", "passage: "),
        ("models--x--tiny-e5/snapshots/0a1b", "query: ", "passage: "),
        (
            "tiny-e5-instruct",
            "Instruct: Given a question, retrieve passages that answer the question\nQuery: ",
            "",
        ),
        ("base5", "", ""),
        ("e5/other", "", ""),
    ],
)
def test_a_model_of_the_e5_family_without_prompts_gets_those_it_needs(
    unprompted: Path, tmp_path: Path, name: str, query: str, document: str
) -> None:
    assert_prompts(renamed(unprompted, tmp_path / name), unprompted, query, document)


@pytest.mark.parametrize(
    ("prompts", "default", "query", "document"),
    [
        ({"query": "find : ", "passage": "keep : "}, None, "find : ", "keep : "),
        ({"query": "find : ", "document": "", "passage": "keep : "}, None, "find : ", "keep : "),
        ({"search_query": "find : ", "search_document": "keep : "}, None, "find : ", "keep : "),
        ({"retrieval.query": "find : ", "retrieval.passage": "the "}, None, "find : ", "the "),
        ({"query": "find : "}, "query", "find : ", ""),  # not before passages too
        ({"clustering": "keep : "}, "clustering", "", ""),
    ],
)
def test_prompts_are_found_by_any_of_their_names(
    unprompted: Path,
    tmp_path: Path,
    prompts: dict[str, str],
    default: str | None,
    query: str,
    document: str,
) -> None:
    model = reprompted(unprompted, tmp_path / "tiny-e5", prompts, default)
    assert_prompts(model, unprompted, query, document)


def test_a_model_stored_in_half_precision_gives_whole_vectors(
    unprompted: Path, tmp_path: Path
) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(unprompted), device="cpu").bfloat16()
    model.save(str(tmp_path / "half"))
    assert SentenceTransformer(str(tmp_path / "half"), device="cpu").dtype == torch.bfloat16
    encoder = SentenceTransformerEncoder(str(tmp_path / "half"))
    vectors = encoder.encode_document(["the red boat sails", "เรือ แดง ฝน"])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-6)
    exact = model.float().encode(["the red boat sails"], normalize_embeddings=True)[0]
    assert vectors[0] == pytest.approx(exact, abs=1e-5), "computed in half precision"


def test_threads_encode_at_once(folder: Path) -> None:
    encoder = SentenceTransformerEncoder(str(folder))
    texts = ["the red boat", "ฝน " * 30, "เรือ"]
    alone = [encoder.encode_query(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        for place, found in enumerate(pool.map(encoder.encode_query, texts * 20)):
            assert found == pytest.approx(alone[place % 3], abs=1e-5)


def test_the_setting_opens_it_and_an_index_works_with_it(folder: Path, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", encoder=str(folder))
    assert isinstance(open_encoder(settings), SentenceTransformerEncoder)
    with Index.open(settings) as index:
        assert index.encoder_name == str(folder)
        index.add(Document.create(title="Boat", text="the red boat sails", origin="x"))
        assert index.embed_pending() == 1
        (hit,) = index.search("the boat")
        assert hit.legs["dense"] == pytest.approx(
            float(
                SentenceTransformerEncoder(str(folder)).encode_query("the boat")
                @ SentenceTransformerEncoder(str(folder)).encode_document(["the red boat sails"])[0]
            ),
            abs=1e-5,
        )
    with pytest.raises(EncoderMismatch, match=r"encoder .*whole, not fake"):
        Index.open(settings, FakeEncoder())


def test_a_folder_that_holds_no_model_is_an_error_of_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "model"
    broken.mkdir()
    (broken / "modules.json").write_text(json.dumps("not modules"))
    settings = Settings(home=tmp_path / "home", encoder=str(broken))
    with pytest.raises(EncoderError, match=r"cannot be loaded .*check THAMTOP_ENCODER") as caught:
        Index.open(settings)
    assert "\n" not in str(caught.value)
    assert not settings.home.exists(), "a store was made before the encoder was known to work"


def test_a_cross_encoder_is_refused(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = make_cross_encoder(tmp_path / "reranker", ["red"])
    with pytest.raises(EncoderError, match=r"it is a cross-encoder, .* THAMTOP_RERANKER\)"):
        SentenceTransformerEncoder(str(model))
