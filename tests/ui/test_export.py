"""A conversation saved as Markdown and as JSON."""

import json

import pytest
from markdown_it import MarkdownIt

from assistant import Answer, Citation, Claim
from tests.ui.fakes import DOCUMENT, abstained, answered_with
from ui.export import conversation_json, conversation_markdown, escaped
from ui.turn import Turn

NASTY = (
    "# <b>x</b>\n- *a* _b_ `c` [d](http://e.f) ![g](h) | i\n1. j\n> k\n~~l~~ &amp; www.m.n \\ $o$"
)


def test_markdown_holds_questions_answers_and_citations() -> None:
    text = conversation_markdown([Turn("When?", answered_with("When?"))], "en")
    assert "## Question 1\n\nWhen?" in text
    assert r"\[1\] A \*new\* bridge (characters 0–32)" in text
    assert "> The bridge opened on 5 May 2021." in text
    assert "อักขระที่ 0–32" in conversation_markdown([Turn("เมื่อใด", answered_with("?"))], "th")


def test_markdown_tells_abstentions_and_problems() -> None:
    turns = [Turn("Paint?", abstained("Paint?")), Turn("", problem="The disk is *full*.")]
    text = conversation_markdown(turns, "en")
    assert "The sources do not answer this question." in text
    assert r"The disk is \*full\*." in text


def test_texts_of_others_have_no_power_in_markdown() -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    citation = Citation("d", NASTY, 0, 5, NASTY)
    answer = Answer("q", "en", NASTY, "", False, 0.5, (Claim("", (citation,)),))
    html = parser.render(conversation_markdown([Turn(NASTY, answer)], "en"))
    for tag in ("<b>", "<em>", "<code>", "<a ", "<img", "<table", "<ol", "<ul", "<s>", "<li"):
        assert tag not in html, tag
    assert html.count("<h1>") == html.count("<h2>") == html.count("<blockquote>") == 1
    assert html.count("&lt;b&gt;x&lt;/b&gt;") == 4  # question, answer, title, quote
    assert "&amp;amp; www.m.n \\ $o$" in html


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. first", "1\\. first"),
        ("1) first", "1\\) first"),
        ("2021 was wet", "2021 was wet"),
        ("- item", "\\- item"),
        ("see https://a.b", "see https\\://a.b"),
        ("a@b.c", "a\\@b.c"),
        ("ราคา 2.5 ล้าน", "ราคา 2.5 ล้าน"),
        ("    four spaces", "four spaces"),
    ],
)
def test_only_what_has_power_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_json_holds_the_cited_characters() -> None:
    turns = [Turn("When?", answered_with("When?")), Turn("x", problem="Too long.")]
    first, second = json.loads(conversation_json(turns))["turns"]
    assert first["short"] == "5 May 2021" and first["abstained"] is False
    (cited,) = first["citations"]
    assert (cited["title"], cited["start"], cited["end"]) == (DOCUMENT.title, 0, 32)
    assert cited["quote"] == DOCUMENT.text[:32]
    assert second == {"question": "x", "answer": None, "problem": "Too long."}
