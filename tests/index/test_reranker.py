"""The cross-encoder that puts the first hits in order, run on a tiny one made here."""

import json
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import Hit, Index, Passage
from index.reranker import CrossEncoderReranker, reordered
from sources import Document, EncoderError, Settings, load_settings
from tests.fakes import FakeEncoder
from tests.index.small_models import make_cross_encoder, make_encoder

QUESTION = "the boat sails"
RERANKED = CrossEncoderReranker.reach
TEXTS = {
    "plain": "the boat sails the boat sails the boat sails",
    "one": "the boat sails red rain",
    "thai": "boat เรือ แดง แดง",
    "three": "boat red red red",
    "none": "boat ฝน ฝน ฝน",
}


class LengthReranker:
    """Likes short passages, or long ones; remembers what it was asked."""

    name = "length"
    reach = 20

    def __init__(self, sign: int = -1) -> None:
        self.sign = sign
        self.asked: list[tuple[str, list[str]]] = []

    def rerank(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        first = hits[: self.reach]
        self.asked.append((question, [hit.passage.text for hit in first]))
        return reordered(
            hits, np.array([self.sign * len(hit.passage.text) for hit in first], np.float32)
        )


def hits(lengths: Sequence[int]) -> list[Hit]:
    """Return hits of falling score whose passages have these lengths."""
    return [
        Hit(Passage(i, f"d{i}", 0, n, "x" * n), 1.0 - i / 100, {"words": i / 100}, title="T")
        for i, n in enumerate(lengths)
    ]


def places(found: Sequence[Hit]) -> list[int]:
    return [hit.passage.id for hit in found]


def test_the_reranker_orders_and_the_fused_scores_are_dealt_out_anew() -> None:
    before = hits([5, 3, 9, 1])
    after = LengthReranker().rerank("why", before)
    assert places(after) == [3, 1, 0, 2]
    assert [hit.score for hit in after] == [hit.score for hit in before]
    assert after[0].legs == {"words": 0.03, "unread": 0.97, "reranker": -1.0}
    assert after[0].title == "T" and before[3].legs == {"words": 0.03}, "the hit given was changed"


def test_ties_and_what_lies_beyond_keep_the_fused_order() -> None:
    before = hits([7] * RERANKED + [1, 2, 3])
    after = LengthReranker().rerank("why", before)
    assert places(after) == list(range(RERANKED + 3))
    assert after[RERANKED:] == before[RERANKED:]


def test_a_search_for_few_reranks_more(tmp_path: Path) -> None:
    with Index.open(Settings(home=tmp_path), FakeEncoder(), reranker=LengthReranker(1)) as index:
        for count in range(1, RERANKED + 6):
            text = " ".join(["boat"] * count)
            index.add(Document.create(title="T", text=text, origin=str(count)))
        index.embed_pending()
        fused = index._retriever.search("boat", 50)
        found = index.search("boat", 3)
        longest = sorted(fused[:RERANKED], key=lambda hit: -len(hit.passage.text))
        assert places(found) == places(longest[:3]) != places(fused[:3])
        everything = index.search("boat", 50)
        assert places(everything) == places(longest) + places(fused[RERANKED:])
        scores = [hit.score for hit in everything]
        assert scores == sorted(scores, reverse=True) == [hit.score for hit in fused]
        assert index.reranker_name == "length"


def test_the_environment_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THAMTOP_RERANKER", raising=False)
    assert load_settings().reranker == "reader"
    monkeypatch.setenv("THAMTOP_RERANKER", "BAAI/bge-reranker-v2-m3")
    assert load_settings().reranker == "BAAI/bge-reranker-v2-m3"


def test_without_one_nothing_heavy_is_imported(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from index import Index
from sources import Document, Settings
from tests.fakes import FakeEncoder
with Index.open(Settings(home=Path(sys.argv[1]), reranker="none"), FakeEncoder()) as index:
    index.add(Document.create(title="T", text="the boat sails", origin="x"))
    (hit,) = index.search("boat")
    assert "reranker" not in hit.legs and index.reranker_name is None
print(*sorted({"torch", "transformers", "sentence_transformers"} & sys.modules.keys()))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models: one that likes red, and several that cannot rerank."""
    folder = tmp_path_factory.mktemp("models")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that write the models
        make_cross_encoder(folder / "red", ["red", "แดง"])
        make_cross_encoder(folder / "labels", ["red"], labels=3)
        make_cross_encoder(folder / "broken", ["red"], strength=float("nan"))
        make_encoder(folder, {})
        shutil.copytree(folder / "red", folder / "code")
    described = folder / "code" / "config.json"
    config: dict[str, Any] = json.loads(described.read_text())
    config["auto_map"] = {"AutoModelForSequenceClassification": "own.OwnForSequenceClassification"}
    described.write_text(json.dumps(config))
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def filled(models: Path, tmp_path: Path) -> Iterator[Index]:
    settings = Settings(home=tmp_path / "home", reranker=str(models / "red"))
    with Index.open(settings, FakeEncoder()) as index:
        for name, text in TEXTS.items():
            index.add(Document.create(title=name, text=text, origin=name))
        index.embed_pending()
        yield index


@pytest.mark.slow
def test_hits_come_in_the_order_of_the_model(filled: Index, models: Path) -> None:
    from sentence_transformers import CrossEncoder
    from torch.nn import Identity

    fused = filled._retriever.search(QUESTION, 10)
    found = filled.search(QUESTION)
    assert len(found) == len(TEXTS)
    assert fused[0].title == "plain"
    assert [hit.title for hit in found[:3]] == ["three", "thai", "one"]
    assert [hit.title for hit in found[3:]] == [
        hit.title for hit in fused if hit.title in ("plain", "none")
    ], "of passages that the model scores alike the fused order holds"
    model = CrossEncoder(str(models / "red"), device="cpu")
    pairs = [(QUESTION, f"{hit.title}\n{hit.passage.text}") for hit in found]
    wanted = model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
    assert [hit.legs["reranker"] for hit in found] == pytest.approx(wanted, abs=1e-5)
    assert found[0].legs["reranker"] > 1 > found[-1].legs["reranker"] == pytest.approx(0, abs=1e-5)
    own = {hit.passage.id: hit.score for hit in fused}
    assert all(hit.legs["unread"] == pytest.approx(own[hit.passage.id]) for hit in found)
    assert [hit.score for hit in found] == pytest.approx([hit.score for hit in fused])


@pytest.mark.slow
def test_many_threads_search_at_once(filled: Index) -> None:
    questions = [QUESTION, "red boat", "เรือ แดง", "ฝน " * 20 + "boat"]
    alone = [[(hit.title, hit.legs["reranker"]) for hit in filled.search(q)] for q in questions]
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(filled.search, questions * 8))
    for number, found in enumerate(at_once):
        wanted = alone[number % len(questions)]
        assert [hit.title for hit in found] == [title for title, _ in wanted]
        assert [hit.legs["reranker"] for hit in found] == pytest.approx(
            [score for _, score in wanted], abs=1e-5
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("absent", r"reranker .*absent cannot be loaded .* set THAMTOP_RERANKER"),
        ("empty", r"reranker .*empty cannot be loaded .* set THAMTOP_RERANKER"),
        ("labels", r"labels cannot rerank: it has 3 labels instead of one score; set THAMTOP_RER"),
        ("plain", r"cannot rerank: it is not a cross-encoder .*THAMTOP_ENCODER\); set THAMTOP_RER"),
        ("whole", r"cannot rerank: it is not a cross-encoder .*THAMTOP_ENCODER\); set THAMTOP_RER"),
        ("code", r"cannot rerank: it needs program code of its own, which is not run here; set"),
    ],
)
def test_a_model_that_cannot_rerank_is_an_error_of_one_sentence(
    models: Path, tmp_path: Path, name: str, says: str
) -> None:
    settings = Settings(home=tmp_path / "home", reranker=str(models / name))
    with pytest.raises(EncoderError, match=says) as caught:
        Index.open(settings, FakeEncoder())
    assert "\n" not in str(caught.value)
    assert not settings.home.exists(), "a store was made before the reranker was known to work"


@pytest.mark.slow
def test_scores_that_are_no_numbers_are_an_error(models: Path) -> None:
    reranker = CrossEncoderReranker(str(models / "broken"))
    with pytest.raises(EncoderError, match=r"failed \(a score is not a number\); set THAMTOP_RER"):
        reranker.scores("the boat", ["red boat"])
