"""HTML, PDF and Word files, read from real bytes."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from sources import Document, Settings, SourceError, load
from sources.html import fragment_text
from tests.sources.printed import print_pdf

PAGE = """<!DOCTYPE html><html><head><title>ข่าว | เว็บ</title>{meta}</head><body>
<nav><a href="/">หน้าแรก</a> <a href="/news">ข่าวทั้งหมด</a></nav>
<article><h1>รัฐบาลหนุนอาเซียน</h1>
<p>รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภูมิภาคเอเชียแปซิฟิกและชาติภาคี 10 ประเทศ</p>
<p>การประชุมจะมีขึ้นผ่านวิดีโอคอนเฟอเรนซ์ และมีเอกสารที่จะลงนามกันทั้งหมด 17 ฉบับ</p>
<ul><li>เศรษฐกิจ</li><li>การค้าและการลงทุน</li></ul>
<table><tr><th>กลุ่ม</th><th>จำนวน</th></tr><tr><td>แรก</td><td>7</td></tr></table>
</article><footer>สงวนลิขสิทธิ์ 2569</footer><script>alert(1)</script></body></html>"""
PARAGRAPHS = [
    "รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภูมิภาคเอเชียแปซิฟิกและชาติภาคี 10 ประเทศ",
    "การประชุมจะมีขึ้นผ่านวิดีโอคอนเฟอเรนซ์ และมีเอกสารที่จะลงนามกันทั้งหมด 17 ฉบับ",
    "- เศรษฐกิจ\n- การค้าและการลงทุน",
    "กลุ่ม | จำนวน\nแรก | 7",
]
PUBLISHED = '<meta property="article:published_time" content="2020-09-08T23:00:00+07:00">'


def read(tmp_path: Path, data: bytes | str, name: str, settings: Settings) -> Document:
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(str(file), settings)[0]


def test_the_article_of_a_page(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, PAGE.format(meta=PUBLISHED), "a.html", settings)
    assert document.title == "รัฐบาลหนุนอาเซียน"
    assert document.published == date(2020, 9, 8)
    assert document.text.split("\n\n") == PARAGRAPHS
    assert document.language == "th"


def test_a_page_in_an_old_encoding_that_it_declares(tmp_path: Path, settings: Settings) -> None:
    page = PAGE.format(meta='<meta http-equiv="Content-Type" content="text/html; charset=TIS-620">')
    document = read(tmp_path, page.encode("tis-620"), "a.htm", settings)
    assert document.text.split("\n\n") == PARAGRAPHS


def test_a_page_with_an_xml_declaration(tmp_path: Path, settings: Settings) -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?>\n' + PAGE.format(meta="")
    assert read(tmp_path, page, "a.xhtml", settings).text.split("\n\n") == PARAGRAPHS


def test_a_page_without_an_article(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(SourceError, match=r"No article was found in a\.html; if a browser shows"):
        read(tmp_path, "<html><body><div id=root></div></body></html>", "a.html", settings)


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>one &amp; <b>t</b>wo</p><p>three<br>four</p>", "one & two\n\nthree\nfour"),
        ("plain  words\n here", "plain words here"),
        ("<div><div>a</div>b<script>x()</script></div><style>y</style>", "a\n\nb"),
        ("", ""),
        ("<p>unclosed <i>mark", "unclosed mark"),
    ],
)
def test_text_of_a_fragment(fragment: str, text: str) -> None:
    assert fragment_text(fragment) == text


def test_lines_of_a_pdf_become_paragraphs(tmp_path: Path, settings: Settings) -> None:
    pages = [
        [
            "รายงานประจำปี",
            "รัฐบาลหนุนอาเซียน",
            "8 กันยายน 2563",
            "",
            "รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภู",
            "มิภาคเอเชียแปซิฟิกและชาติภาคี ",
            "10 ประเทศ",
            "",
            "The government will keep pressing for coop-",
            "eration with the Asia-",
            "Pacific region, according to a news item",
            "- 1 -",
        ],
        ["รายงานประจำปี", "that was published on 8 September.", "", "จบ", "หน้า 2"],
        ["รายงานประจำปี", "ท ้ายเล่ม น ้ำใส ป\uf701\uf713น", "๓"],
    ]
    document = read(tmp_path, print_pdf(pages), "a.pdf", settings)
    assert document.text.split("\n\n") == [
        "รัฐบาลหนุนอาเซียน",
        "8 กันยายน 2563",
        "รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภูมิภาคเอเชียแปซิฟิกและชาติภาคี 10 ประเทศ",
        "The government will keep pressing for cooperation with the Asia-Pacific region, "
        "according to a news item that was published on 8 September.",
        "จบ",
        "ท้ายเล่ม น้ำใส ป\uf701\uf713น",
    ]
    assert document.title == "รัฐบาลหนุนอาเซียน"
    assert document.published == date(2020, 9, 8)


@pytest.mark.parametrize(
    ("property_", "title"),
    [
        ("ชื่อจากผู้เขียน", "ชื่อจากผู้เขียน"),
        ("Microsoft Word - ข่าว.docx", "First line of the page"),
        ("untitled", "First line of the page"),
        ("", "First line of the page"),
    ],
)
def test_title_of_a_pdf(tmp_path: Path, settings: Settings, property_: str, title: str) -> None:
    lines = ["First line of the page", "", "Body of the page, which", "is longer."]
    data = print_pdf([lines], property_)
    assert read(tmp_path, data, "a.pdf", settings).title == title


def test_an_article_about_pdf_is_no_pdf(tmp_path: Path, settings: Settings) -> None:
    text = "A PDF file begins with %PDF-1.7 in its first line."
    assert read(tmp_path, text, "a.txt", settings).text == text


def test_a_pdf_under_another_name(tmp_path: Path, settings: Settings) -> None:
    data = print_pdf([["Some words of text."]])
    assert read(tmp_path, data, "a.txt", settings).text == "Some words of text."


def test_an_encrypted_pdf(tmp_path: Path, settings: Settings) -> None:
    def encrypted(password: str) -> bytes:
        writer = PdfWriter(PdfReader(io.BytesIO(print_pdf([["Some words of text."]]))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        buffer = io.BytesIO()
        writer.write(buffer)
        return buffer.getvalue()

    with pytest.raises(SourceError, match=r"locked\.pdf is encrypted; open it with its password"):
        read(tmp_path, encrypted("secret"), "locked.pdf", settings)
    assert read(tmp_path, encrypted(""), "open.pdf", settings).text == "Some words of text."


def test_a_scanned_pdf(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(SourceError, match=r"scan\.pdf has no text in it.*ocrmypdf"):
        read(tmp_path, print_pdf([[], ["- 2 -"]]), "scan.pdf", settings)


def word_file(title: str = "") -> bytes:
    file = docx.Document()
    file.core_properties.title = title
    file.add_heading("รัฐบาลหนุนอาเซียน", 1)
    file.add_paragraph("ย่อหน้าแรก")
    table = file.add_table(2, 2)
    for cell, text in zip(table._cells, ["กลุ่ม", "จำนวน", "แรก", "7"], strict=True):
        cell.text = text
    file.add_paragraph("")
    merged = file.add_table(1, 2)
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = "รวมช่อง"
    file.add_paragraph("ย่อหน้าสุดท้าย")
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def test_paragraphs_and_tables_of_a_word_file(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, word_file(), "a.docx", settings)
    assert document.title == "รัฐบาลหนุนอาเซียน"
    assert document.text.split("\n\n") == [
        "รัฐบาลหนุนอาเซียน",
        "ย่อหน้าแรก",
        "กลุ่ม | จำนวน\nแรก | 7",
        "รวมช่อง",
        "ย่อหน้าสุดท้าย",
    ]
    assert read(tmp_path, word_file("ชื่อเอกสาร"), "b.docx", settings).title == "ชื่อเอกสาร"


def test_an_empty_word_file(tmp_path: Path, settings: Settings) -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with pytest.raises(SourceError, match=r"a\.docx has no text"):
        read(tmp_path, buffer.getvalue(), "a.docx", settings)
