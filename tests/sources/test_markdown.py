"""Markdown and its front matter."""

from datetime import date
from pathlib import Path

import pytest

from sources import Document, Settings, SourceError, load, shipped_documents

PAGE = """---
title: หัวเรื่อง
published: 2567-02-29
language: th-TH
origin: "กรม: ฝ่ายข่าว"
edition: news-1
---

# Heading

First *paragraph*, with a [link](https://example.org) and `code`,
wrapped.

- one
- two **bold**

1. first
2. second

> A quote.

| a | b |
|---|---|
| 1 | 2 |

```
code block
```

<div>raw</div>

Last<br>line ![picture](x.png).
"""


def read(tmp_path: Path, text: str, settings: Settings) -> Document:
    file = tmp_path / "page.md"
    file.write_text(text)
    return load(str(file), settings)[0]


def test_front_matter_and_plain_text(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, PAGE, settings)
    assert document.title == "หัวเรื่อง"
    assert document.published == date(2024, 2, 29)
    assert document.language == "th"
    assert document.origin == "กรม: ฝ่ายข่าว"
    assert document.edition == "news-1"
    assert document.text.split("\n\n") == [
        "Heading",
        "First paragraph, with a link and code, wrapped.",
        "- one\n- two bold",
        "1. first\n2. second",
        "A quote.",
        "a | b\n1 | 2",
        "code block",
        "Lastline picture.",
    ]


def test_first_heading_is_the_title_and_leaves_the_text(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, "# ชื่อเรื่อง\n\nเนื้อหา\n\n## ตอนสอง\n\nต่อ", settings)
    assert document.title == "ชื่อเรื่อง"
    assert document.text == "เนื้อหา\n\nตอนสอง\n\nต่อ"
    assert document.origin == str((tmp_path / "page.md").resolve())


def test_a_later_heading_stays_in_the_text(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, "Intro.\n\n# Title\n\nBody.", settings)
    assert (document.title, document.text) == ("Title", "Intro.\n\nTitle\n\nBody.")


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path, settings: Settings) -> None:
    document = read(tmp_path, "---\n\nJust text.\n\n---\n\nMore.", settings)
    assert document.text == "Just text.\n\nMore."
    assert read(tmp_path, "---\n---\n\nBody.", settings).text == "Body."


@pytest.mark.parametrize(
    ("matter", "sentence"),
    [
        ("title: a: b", "The front matter of page.md is not valid YAML in line 2; put values"),
        ("published: soon", "says it was published soon; write the day like 2020-09-08."),
        ("language: fr", "gives the language fr; use th or en."),
        ("title: x\n---\n\n---\n", "page.md has no text below its title"),
    ],
)
def test_unusable_front_matter(
    tmp_path: Path, settings: Settings, matter: str, sentence: str
) -> None:
    body = "" if matter.startswith("title: x") else "\n---\n\nBody."
    with pytest.raises(SourceError, match=sentence):
        read(tmp_path, f"---\n{matter}{body}", settings)


def test_shipped_articles_are_two_editions_paragraph_by_paragraph() -> None:
    english, thai = shipped_documents()
    assert (english.language, thai.language) == ("en", "th")
    assert english.edition == thai.edition == "asean-2020-09-08"
    assert english.published == thai.published == date(2020, 9, 8)
    assert len(list(english.paragraphs())) == len(list(thai.paragraphs())) == 10
    assert thai.origin.startswith("ประชาสัมพันธ์ภาครัฐ")
    assert "17 documents" in english.text
    assert shipped_documents() == [english, thai]
