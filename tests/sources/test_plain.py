"""Plain text: encodings, paragraphs, titles and datelines."""

import codecs
from datetime import date
from pathlib import Path

import pytest

from sources import Settings, load

THAI = "รัฐบาลหนุนอาเซียน\n\nการประชุมครั้งที่ 53 จะจัดขึ้นตั้งแต่วันที่ 9 ถึงวันที่ 12 กันยายน 2563"
LONG = "ประโยคนี้ยาวพอที่จะเป็นย่อหน้าหนึ่งได้ด้วยตัวเอง " * 4
ARTICLE = Path(__file__).parents[3] / "shared" / "article" / "asean-2020-09-08.th.txt"


def read(tmp_path: Path, data: bytes | str, settings: Settings, name: str = "ข่าว.txt") -> str:
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(str(file), settings)[0].text


@pytest.mark.parametrize(
    "data",
    [
        THAI.encode("utf-8"),
        THAI.encode("utf-8-sig"),
        THAI.encode("utf-16"),
        codecs.BOM_UTF16_BE + THAI.encode("utf-16-be"),
        THAI.encode("tis-620"),
        THAI.encode("cp874"),
        THAI.replace("\n", "\r\n").encode("utf-8"),
        THAI.replace("\n", "\r").encode("cp874"),
        THAI.replace("ครั้ง", "ครั้\x00ง").encode("utf-8"),
        THAI.replace("\n\n", "  \n \u00a0\n\n\n").encode("utf-8"),
    ],
    ids=["utf8", "bom", "utf16", "utf16be", "tis620", "cp874", "crlf", "cr", "nul", "blanks"],
)
def test_encodings_and_line_ends(tmp_path: Path, data: bytes, settings: Settings) -> None:
    assert read(tmp_path, data, settings) == THAI


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Le café était fermé. Où est l'élève ? À la fête, bien sûr, à côté de la forêt.",
            "cp1252",
        ),
        ("Премьер-министр заявил, что встреча состоится в сентябре этого года.", "cp1251"),
        (
            "首相は来月、東南アジア諸国連合の首脳と会談すると述べた。会談は三日間の予定だ。",
            "shift_jis",
        ),
    ],
)
def test_other_old_encodings_are_not_taken_for_thai(
    tmp_path: Path, settings: Settings, text: str, encoding: str
) -> None:
    assert read(tmp_path, text.encode(encoding), settings) == text


def test_one_broken_byte_does_not_spoil_utf_8(tmp_path: Path, settings: Settings) -> None:
    text = read(tmp_path, THAI.encode() + b" \xe0\xb8", settings)
    assert text == THAI + " \ufffd"


@pytest.mark.parametrize(
    ("raw", "paragraphs"),
    [
        (f"หัวเรื่อง\n{LONG}ก\n{LONG}ข", ["หัวเรื่อง", f"{LONG}ก", f"{LONG}ข"]),
        (f"หัวเรื่อง\n\n{LONG}ก\n{LONG}ข", ["หัวเรื่อง", f"{LONG}ก", f"{LONG}ข"]),
        ("Title\nA short line.\nYet another, not so short line.", None),
        ("one\n\ntwo\nstill two\n\n\n\nthree", ["one", "two\nstill two", "three"]),
    ],
)
def test_paragraphs_are_divided_by_one_blank_line(
    tmp_path: Path, settings: Settings, raw: str, paragraphs: list[str] | None
) -> None:
    paragraphs = raw.split("\n") if paragraphs is None else paragraphs
    assert read(tmp_path, raw, settings) == "\n\n".join(paragraphs)


def test_wrapped_lines_stay_one_paragraph(tmp_path: Path, settings: Settings) -> None:
    wrapped = (
        "The 53rd ASEAN Foreign Ministers' Meeting will be held from\n"
        "9 to 12 September 2020, and the participants will talk by\n"
        "video conference."
    )
    assert read(tmp_path, wrapped, settings) == wrapped


def test_document_carries_origin_title_language_and_date(
    tmp_path: Path, settings: Settings
) -> None:
    file = tmp_path / "news.txt"
    file.write_text("\nHeadline of the day\nPublished on 8 September 2020, 10:30\n\nBody text.\n")
    (document,) = load(str(file), settings)
    assert document.title == "Headline of the day"
    assert document.origin == str(file.resolve())
    assert document.language == "en"
    assert document.published == date(2020, 9, 8)
    assert document.edition is None


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("-----\n\nหัวเรื่องจริง", "หัวเรื่องจริง"),
        ("ECONOMICS\n\nรัฐบาลเดินหน้า", "รัฐบาลเดินหน้า"),
        ("NATO\n\nNATO is an alliance of states.", "NATO"),
        ("word " * 30, "word " * 19 + "word…"),
        ("x" * 200, "x" * 99 + "…"),
        ("-----", "name.txt"),
    ],
)
def test_title_is_the_first_line_that_says_something(
    tmp_path: Path, settings: Settings, first: str, title: str
) -> None:
    file = tmp_path / "name.txt"
    file.write_text(first)
    assert load(str(file), settings)[0].title == title


def test_a_long_thai_title_is_cut_between_words(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "a.txt"
    file.write_text("รัฐบาลไทยจะผลักดันให้อาเซียนร่วมมือกับประเทศคู่ภาคี" * 3)
    title = load(str(file), settings)[0].title
    assert title == (
        "รัฐบาลไทยจะผลักดันให้อาเซียนร่วมมือกับประเทศคู่ภาคีรัฐบาลไทยจะผลักดันให้อาเซียนร่วมมือกับประเทศคู่…"
    )
    assert len(title) <= 100


def test_the_published_article(settings: Settings) -> None:
    if not ARTICLE.exists():
        pytest.skip("the published article is not beside this repository")
    (document,) = load(str(ARTICLE), settings)
    assert document.title.startswith("รัฐบาลเดินหน้าผลักดัน")
    assert document.published == date(2020, 9, 8)
    assert document.language == "th"
    paragraphs = [document.text[start:end] for start, end in document.paragraphs()]
    assert len(paragraphs) == 7
    assert paragraphs[2].startswith("น.ส.รัชดา ธนาดิเรก")
    assert document.text == "\n\n".join(paragraphs)
