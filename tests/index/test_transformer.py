"""The engine for any sentence-transformers model, run on a tiny one made here."""

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Index, open_encoder
from index.transformer import SentenceTransformerEncoder
from sources import Document, EncoderError, EncoderMismatch, Settings
from tests.fakes import FakeEncoder

pytestmark = pytest.mark.slow
WORDS = ["find", "keep", ":", "the", "red", "boat", "sails", "เรือ", "แดง", "ฝน"]
PROMPTS = {"query": "find : ", "document": "keep : "}


def make_model(folder: Path, prompts: dict[str, str]) -> Path:
    """Write a sentence-transformers model of one layer and eight dimensions, random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    vocabulary = {word: number for number, word in enumerate(["[PAD]", "[UNK]", *WORDS])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
    )
    plain = folder / "plain"
    BertModel(config).save_pretrained(plain)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]"
    ).save_pretrained(plain)
    transformer = Transformer(str(plain), max_seq_length=32)
    modules: list[Any] = [transformer, Pooling(8)]
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder / "whole"))
    return folder / "whole"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that write the model
        return make_model(tmp_path_factory.mktemp("model"), PROMPTS)


@pytest.fixture(scope="module")
def unprompted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return make_model(tmp_path_factory.mktemp("e5"), {})


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


def test_a_model_of_the_e5_family_without_prompts_gets_those_it_needs(
    unprompted: Path, tmp_path: Path
) -> None:
    plain = SentenceTransformerEncoder(str(unprompted))
    e5 = tmp_path / "tiny-e5"
    e5.symlink_to(unprompted, target_is_directory=True)
    prompted = SentenceTransformerEncoder(str(e5))
    wanted = plain.encode_query("query: the boat")
    assert prompted.encode_query("the boat") == pytest.approx(wanted, abs=1e-5)
    wanted = plain.encode_query("passage: the boat")
    assert prompted.encode_document(["the boat"])[0] == pytest.approx(wanted, abs=1e-5)


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
