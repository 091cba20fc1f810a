"""A kept conversation saved as Markdown and as JSON, on the command line too."""

import json
import string
from dataclasses import replace
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from markdown_it import MarkdownIt

from assistant import (
    UNCONFIRMED,
    Answer,
    Citation,
    Claim,
    Conversation,
    Exchange,
    conversation_json,
    conversation_markdown,
    kept_strings,
    moment,
    noted,
)
from assistant.export import escaped
from assistant.kept_strings import STANDING, STOPPED, UNANSWERED
from index import Hit, Index, Passage
from sources import Document, Problem

AT = "2026-11-29T17:43:00+00:00"
NASTY = (
    "# <b>x</b>\n- *a* _b_ `c` [d](http://e.f) ![g](h) | i\n1. j\n> k\n~~l~~ &amp; www.m.n \\ $o$"
)
BRIDGE = Document.create(
    title="A *new* bridge",
    text="The bridge opened on 5 May 2021.\n\nIt carries two lanes.",
    origin="bridge.txt",
)
OPENED = Citation(BRIDGE.id, BRIDGE.title, 0, 32, BRIDGE.text[:32])
LANES = Citation(BRIDGE.id, BRIDGE.title, 34, 55, BRIDGE.text[34:])


def answered(question: str = "When?") -> Exchange:
    claims = (Claim("It opened on 5 May 2021.", (OPENED,)), Claim("Both.", (LANES, OPENED)))
    answer = Answer(
        question,
        "en",
        "5 May 2021",
        "5 May",
        False,
        0.9,
        claims,
        standalone="When did the *bridge* open?",
        note="Checked.",
        answerer="ollama:llama3.2",
    )
    return Exchange(question, answer, at=AT)


def refused() -> Exchange:
    passage = Passage(1, BRIDGE.id, 34, 55, BRIDGE.text[34:])
    hits = (Hit(passage, 0.4, title=BRIDGE.title, language="en"),)
    answer = Answer("Paint?", "en", "Not told.", "", True, 0.1, passages=hits, suggestion="When?")
    return Exchange("Paint?", answer, at=AT)


def conversation(index: Index, *told: Exchange) -> Conversation:
    return Conversation("5f3a", AT, tuple(noted(each, index) for each in told))


def fields(text: str) -> list[str]:
    return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field)


def test_both_languages_say_the_same_things() -> None:
    texts = [each for name, each in vars(kept_strings).items() if name.isupper()]
    said = [each for each in texts if isinstance(each, dict) and each is not STANDING]
    pairs = [(each["th"], each["en"]) for each in [*said, *STANDING.values()]]
    pairs += [(each.th, each.en) for each in texts if isinstance(each, Problem)]
    assert len(pairs) == len(texts) + 1  # the standings are two
    for thai, english in pairs:
        assert fields(thai) == fields(english) and thai != english


def turns(saved: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(saved)["turns"]
    return found


def test_markdown_holds_questions_answers_and_citations(index: Index) -> None:
    index.add(BRIDGE)
    text = conversation_markdown(conversation(index, answered()), "en", index, UTC)
    assert "# Conversation\n\nBegan on 29 November 2026 (B.E. 2569), 17:43\n" in text
    assert "## Question 1\n\nWhen?" in text
    assert r"Understood as: When did the \*bridge\* open?" in text
    assert "5 May 2021\n\nChecked." in text
    assert "\\[1\\] A \\*new\\* bridge (characters 0–32)\n\n> The bridge opened on" in text
    assert "\\[2\\] A \\*new\\* bridge (characters 34–55)\n\n> It carries two lanes." in text
    thai = conversation_markdown(conversation(index, answered()), "th", index, UTC)
    assert "เริ่มเมื่อ 29 พฤศจิกายน 2569 (ค.ศ. 2026) เวลา 17.43 น." in thai
    assert "อักขระที่ 0–32" in thai and "คำถาม 1" in thai


def test_markdown_tells_what_came_in_place_of_an_answer(index: Index) -> None:
    index.add(BRIDGE)
    claim = Claim("It has *two* lanes.", (LANES,))
    told = (
        refused(),
        Exchange("", problem="The disk is *full*."),
        Exchange("And?", stopped=True, verified=(claim,)),
        Exchange("Why?"),
    )
    text = conversation_markdown(conversation(index, *told), "en", index)
    assert "Not told.\n\nThe nearest passage: A \\*new\\* bridge (characters 34–55)" in text
    assert "You could ask: When?" in text
    assert r"The disk is \*full\*." in text
    assert f"It has \\*two\\* lanes.\n\n{STOPPED['en']}\n\n\\[1\\] A" in text
    assert text.endswith(f"## Question 4\n\nWhy?\n\n{UNANSWERED['en']}\n")


@pytest.mark.parametrize("language", ["th", "en"])
def test_changed_and_removed_sources_are_marked_in_both_formats(
    index: Index, language: str
) -> None:
    index.add(BRIDGE)
    told = conversation(index, answered(), refused())
    newer = Document.create(title="The bridge", text="It opened in May.", origin="bridge.txt")
    index.add(newer)
    text = conversation_markdown(told, language, index)
    assert text.count(f" — {STANDING['changed'][language]}\n\n> ") == 3
    one, two = turns(conversation_json(told, index))
    assert [(each["standing"], each["newer"]) for each in one["citations"]] == [
        ("changed", newer.id)
    ] * 2
    assert (two["nearest"]["standing"], two["nearest"]["newer"]) == ("changed", newer.id)
    index.remove(newer.id)
    text = conversation_markdown(told, language, index)
    assert text.count(STANDING["removed"][language]) == 3
    assert text.count(STANDING["changed"][language]) == 0
    assert "> The bridge opened on 5 May 2021." in text  # the quote as it was stays readable
    one, _ = turns(conversation_json(told, index))
    assert [(each["standing"], each["newer"]) for each in one["citations"]] == [
        ("removed", None)
    ] * 2


def test_what_is_not_confirmed_is_marked_in_both_formats(index: Index) -> None:
    index.add(BRIDGE)
    told = answered()
    assert told.answer
    doubted = Claim("It has *no* third lane.", (LANES,))
    answer = replace(told.answer, claims=told.answer.claims[:1], unconfirmed=(doubted,))
    kept = conversation(index, replace(told, answer=answer))
    text = conversation_markdown(kept, "en", index)
    assert f"{UNCONFIRMED['en']}\n\n- It has \\*no\\* third lane. ²\n\n" in text
    assert "\\[2\\] A \\*new\\* bridge (characters 34–55)" in text
    (turn,) = turns(conversation_json(kept, index))
    assert turn["claims"] == [{"text": "It opened on 5 May 2021.", "citations": [1]}]
    assert turn["unconfirmed"] == [{"text": "It has *no* third lane.", "citations": [2]}]
    assert [each["start"] for each in turn["citations"]] == [0, 34]


def test_json_holds_everything(index: Index) -> None:
    index.add(BRIDGE)
    claim = Claim("It has two lanes.", (LANES,))
    stopped = Exchange("And?", stopped=True, verified=(claim,))
    told = conversation(index, answered(), refused(), Exchange("x", problem="Too long."), stopped)
    saved = json.loads(conversation_json(told, index))
    assert (saved["id"], saved["begun_at"]) == ("5f3a", AT)
    one, two, three, four = saved["turns"]
    assert one["claims"] == [
        {"text": "It opened on 5 May 2021.", "citations": [1]},
        {"text": "Both.", "citations": [2, 1]},
    ]
    place = {"document_id": BRIDGE.id, "title": BRIDGE.title, "standing": "current", "newer": None}
    assert one["citations"] == [
        {**place, "start": 0, "end": 32, "quote": BRIDGE.text[:32]},
        {**place, "start": 34, "end": 55, "quote": BRIDGE.text[34:]},
    ]
    expected = {
        "question": "When?",
        "asked_at": told.turns[0].at,
        "answer": "5 May 2021",
        "short": "5 May",
        "language": "en",
        "abstained": False,
        "confidence": 0.9,
        "standalone": "When did the *bridge* open?",
        "note": "Checked.",
        "answerer": "ollama:llama3.2",
        "suggestion": None,
        "nearest": None,
    }
    assert expected.items() <= one.items()
    assert (two["abstained"], two["suggestion"], two["claims"]) == (True, "When?", [])
    assert two["nearest"] == {**place, "start": 34, "end": 55, "quote": BRIDGE.text[34:]}
    assert (three["answer"], three["problem"], three["stopped"]) == (None, "Too long.", False)
    assert (four["answer"], four["problem"], four["stopped"]) == (None, None, True)
    assert four["claims"] == [{"text": "It has two lanes.", "citations": [1]}]


def test_texts_of_others_have_no_power_in_markdown(index: Index) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    claims = (Claim("", (Citation("d", NASTY, 0, 5, NASTY),)),)
    answer = Answer(
        "q", "en", NASTY, "", False, 0.5, claims, standalone=NASTY, note=NASTY, suggestion=NASTY
    )
    told = conversation(index, Exchange(NASTY, answer), Exchange("x", problem=NASTY))
    html = parser.render(conversation_markdown(told, "en", index))
    for tag in ("<b>", "<em>", "<code>", "<a ", "<img", "<table", "<ol", "<ul", "<s>", "<li"):
        assert tag not in html, tag
    assert html.count("<h1>") == html.count("<blockquote>") == 1
    assert html.count("<h2>") == 2
    # Question, standalone form, answer, note, title, quote, suggestion, problem.
    assert html.count("&lt;b&gt;x&lt;/b&gt;") == 8
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


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("th", "30 พฤศจิกายน 2569 (ค.ศ. 2026) เวลา 00.43 น."),
        ("en", "30 November 2026 (B.E. 2569), 00:43"),
    ],
)
def test_a_moment_is_told_where_the_reader_is(language: str, written: str) -> None:
    assert moment(AT, language, ZoneInfo("Asia/Bangkok")) == written
