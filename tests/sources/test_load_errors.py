"""What cannot be loaded, and the sentence that says so."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from sources import Settings, SourceError, load, load_settings


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return buffer.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
WORD = "is damaged or no Word file; open it in Word or LibreOffice and save it again as DOCX."


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "empty.txt is empty; give a file with text in it."),
        ("blank.txt", b" \n\t\r\n", "blank.txt is empty; give a file with text in it."),
        ("blank.md", "\u00a0\n".encode(), "blank.md has no text below its title"),
        ("blank2.txt", "\u00a0\n".encode(), "blank2.txt has no text; give a file with text"),
        ("a.txt", PNG, "a.txt is not text but binary in spite of its name's .txt; save it as"),
        ("a.html", PNG, "a.html is not text but binary in spite of its name's .html"),
        ("photo.png", PNG, "photo.png is not text but binary; save it as text, Markdown, HTML"),
        ("a.pdf", archive(x=b"1"), "a.pdf is a ZIP archive; unpack it and load the articles"),
        ("a.xlsx", archive(xl__workbook_xml=b"<"), "a.xlsx is a spreadsheet, slides, an e-book or"),
        (
            "a.odt",
            archive(content_xml=b"<"),
            "a.odt is a spreadsheet, slides, an e-book or an Open",
        ),
        ("a.pdf", b"Only words.", "a.pdf is damaged or no PDF file; open it in a viewer"),
        ("a.pdf", b"%PDF-1.7\ngarbage", "a.pdf is damaged or no PDF file; open it in a viewer"),
        ("a.docx", b"Only words.", f"a.docx {WORD}"),
        ("a.docx", archive(x=b"1"), f"a.docx {WORD}"),
        ("a.docx", archive(word__document_xml=b"<"), f"a.docx {WORD}"),
        ("a.docx", archive(word__document_xml=b"<")[:60], f"a.docx {WORD}"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc is an old Word file, or one with"),
        ("a.txt", b"\xff\xfeab\x00\xd8c\x00", "a.txt begins like UTF-16 but is damaged at byte 4"),
        ("a.rss", b"<rss version='2.0'><channel/></rss>", "The feed a.rss has no entries"),
        ("a.atom", b"<html/>", "a.atom is XML but no RSS or Atom feed"),
        (
            "big.txt",
            b"x" * 1_000_001,
            "big.txt is larger than 1 MB; split it, or raise THAMTOP_MAX",
        ),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, settings: Settings, name: str, data: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(SourceError, match=re.escape(sentence)) as caught:
        load(str(file), settings)
    assert is_one_sentence(str(caught.value))


def is_one_sentence(message: str) -> bool:
    return message.endswith(".") and "\n" not in message and "; " in message


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("", "No file or address was given; name one."),
        ("nowhere/file.txt", "There is no file nowhere/file.txt; check the path, and write a web"),
        ("www.example.org/a", "There is no file www.example.org/a; check the path, and write a"),
        ("nul\x00.txt", "There is no file nul\x00.txt"),
        ("ftp://example.org/a", "is not a web address; only http:// and https:// can be read."),
        ("file:///etc/hosts", "is not a web address; only http:// and https:// can be read."),
    ],
)
def test_paths_and_addresses_that_lead_nowhere(
    settings: Settings, path: str, sentence: str
) -> None:
    with pytest.raises(SourceError, match=re.escape(sentence)):
        load(path, settings)


def test_a_folder(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(SourceError, match="is a folder; name the files in it one by one"):
        load(str(tmp_path), settings)


def test_a_file_under_a_file(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(SourceError, match="There is no file"):
        load(str(tmp_path / "a.txt" / "b.txt"), settings)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words")
    file.chmod(0)
    with pytest.raises(SourceError, match="may not be read; ask for read permission"):
        load(str(file), settings)


def test_the_limit_of_size_is_a_setting(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words " * 200)
    with pytest.raises(SourceError, match=r"larger than 0\.001 MB"):
        load(str(file), load_settings(max_source_mb=0.001))
    assert load(str(file), load_settings(max_source_mb=0.002))[0].text.startswith("words")
