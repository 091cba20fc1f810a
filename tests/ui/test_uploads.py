"""Files that a person adds on the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Index
from sources import Settings, load_settings
from ui.launch import command
from ui.uploads import add_address, add_upload


class WordsOnly:
    name = "none"

    def encode_query(self, text: str) -> object:
        raise AssertionError("no text is embedded here")

    encode_document = encode_query


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(home=tmp_path)


@pytest.fixture
def index(settings: Settings) -> Iterator[Index]:
    with Index.open(settings, WordsOnly()) as index:  # type: ignore[arg-type]
        yield index


def test_an_upload_keeps_its_name_and_a_newer_one_replaces_it(
    index: Index, settings: Settings
) -> None:
    name = "รายงาน ๒.txt"
    (first,) = add_upload(index, settings, name, "น้ำท่วมที่เชียงใหม่สามวัน".encode())
    assert first.status == "added"
    (again,) = add_upload(index, settings, name, "น้ำท่วมที่เชียงใหม่สามวัน".encode())
    assert again.status == "unchanged"
    (newer,) = add_upload(index, settings, name, "น้ำท่วมที่เชียงใหม่สี่วัน".encode())
    assert newer.status == "replaced"
    assert [entry.origin for entry in index.entries()] == [name]


def test_the_entries_of_an_uploaded_feed_stay_side_by_side(
    index: Index, settings: Settings
) -> None:
    entries = "".join(
        f"<item><title>Bridge {n}</title><description>Bridge {n} opened.</description></item>"
        for n in (1, 2)
    )
    feed = f'<rss version="2.0"><channel><title>News</title>{entries}</channel></rss>'
    outcomes = list(add_upload(index, settings, "news.rss", feed.encode()))
    assert [outcome.status for outcome in outcomes] == ["added", "added"]
    assert sorted(entry.origin for entry in index.entries()) == [
        "news.rss#Bridge 1",
        "news.rss#Bridge 2",
    ]


@pytest.mark.parametrize("name", ["ข่าว" * 60 + ".txt", "..", "a/b\\c:d.txt"])
def test_any_name_can_be_uploaded(index: Index, settings: Settings, name: str) -> None:
    (outcome,) = add_upload(index, settings, name, b"The night ferry began in March.")
    assert outcome.status == "added", outcome
    assert [entry.origin for entry in index.entries()] == [name]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("zip.pdf", b"PK\x03\x04" + b"\0" * 40), ("../../x.txt", b"\0\1\2" * 50)],
)
def test_a_bad_upload_is_one_sentence_and_changes_nothing(
    index: Index, settings: Settings, name: str, content: bytes
) -> None:
    (outcome,) = add_upload(index, settings, name, content)
    assert outcome.status == "failed"
    assert outcome.detail.endswith(".") and "/tmp" not in outcome.detail
    assert index.entries() == []


def test_a_bad_address_is_one_sentence(index: Index, settings: Settings) -> None:
    (outcome,) = add_address(index, settings, "ftp://127.0.0.1/x")
    assert outcome.status == "failed" and "http" in outcome.detail


def test_the_server_is_quiet_and_themed() -> None:
    words = command(8600, headless=True)
    assert "--server.port=8600" in words and "--server.headless=true" in words
    assert "--browser.gatherUsageStats=false" in words
    assert "--server.showEmailPrompt=false" in words
    assert "--server.address=localhost" in words
    assert any(word.startswith("--theme.dark.primaryColor=") for word in words)
