"""What an answer and an article are cut into before they are drawn."""

from dataclasses import replace

import pytest

from assistant import UNCONFIRMED, Answer, Citation, Claim
from tests.ui.fakes import TEXT
from ui.article import pieces
from ui.labels import plain
from ui.reply import citations, copied, lines
from ui.reply import drawn as shown
from ui.theme import OPTIONS, uploader_style
from ui.turn import Turn


def cite(start: int, end: int) -> Citation:
    return Citation("d", "A bridge", start, end, TEXT[start:end])


def answer(text: str, *cited: Citation) -> Answer:
    claims = tuple(Claim(citation.quote, (citation,)) for citation in cited)
    return Answer("When?", "en", text, "5 May 2021", False, 0.9, claims)


def test_a_citation_stands_at_the_line_that_holds_its_words() -> None:
    first, second = cite(0, 32), cite(34, 60)
    drawn = lines(answer(f"5 May 2021\n\n“{second.quote}”\n\n“{first.quote}”", first, second))
    assert [line["citations"] for line in drawn] == [[], [2], [1]]
    assert [line["kind"] for line in drawn] == ["short", "quote", "quote"]


def test_a_citation_whose_words_are_not_in_the_text_stands_at_the_end() -> None:
    drawn = lines(answer("5 May 2021\n\nIn the Thai source", cite(0, 32)))
    assert [line["citations"] for line in drawn] == [[], [1]]
    assert lines(answer("5 May 2021", cite(0, 32)))[0]["citations"] == [1]


@pytest.mark.parametrize("abstained", [False, True])
def test_what_is_not_confirmed_stands_below_under_words_that_say_so(abstained: bool) -> None:
    told = answer("5 May 2021", *([] if abstained else [cite(0, 32)]))
    doubted = Claim("It has <b>two</b> lanes.", (cite(34, 60),))
    told = replace(told, abstained=abstained, unconfirmed=(doubted,))
    drawn = lines(told)
    assert [line["kind"] for line in drawn] == [
        "abstained" if abstained else "short",
        "doubt",
        "unconfirmed",
    ]
    assert drawn[1]["text"] == UNCONFIRMED["en"]
    assert drawn[2] == {
        "kind": "unconfirmed",
        "text": "It has <b>two</b> lanes.",
        "citations": [1 if abstained else 2],
    }
    turn = Turn("When?", told)
    assert len(shown(turn, "en")["sources"]) == (1 if abstained else 2)
    assert "lanes" not in copied(turn, "en")


def test_a_span_cited_twice_has_one_number() -> None:
    assert citations(answer("x", cite(0, 32), cite(34, 60), cite(0, 32))) == [
        cite(0, 32),
        cite(34, 60),
    ]


def test_pieces_mark_exactly_the_cited_words() -> None:
    start = TEXT.index("<b>two</b>")
    parts = pieces(TEXT, start, start + 10)
    assert "\n\n".join("".join(piece["text"] for piece in part) for part in parts) == TEXT
    assert [p["text"] for part in parts for p in part if p["mark"]] == ["<b>two</b>"]


def test_a_mark_over_two_paragraphs_marks_both() -> None:
    parts = pieces(TEXT, 24, 40)
    assert ["".join(p["text"] for p in part if p["mark"]) for part in parts] == [
        TEXT[24:32],
        TEXT[34:40],
    ]


def test_nothing_is_marked_by_an_empty_span() -> None:
    assert not any(piece["mark"] for part in pieces(TEXT, 0, 0) for piece in part)


def test_a_label_is_shown_as_it_is_written() -> None:
    assert plain("**5** $x$ [a](b)") == r"\*\*5\*\* \$x\$ \[a\]\(b\)"
    assert plain("อาเซียน 17 ฉบับ") == "อาเซียน 17 ฉบับ"


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, of #rrggbb (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_the_theme_s_colours_can_be_read(theme: str, ground: str) -> None:
    assert round(contrast("#000000", "#ffffff")) == 21
    behind = OPTIONS[f"theme.{theme}.{ground}"]
    assert contrast(OPTIONS[f"theme.{theme}.textColor"], behind) >= 7
    assert contrast(OPTIONS[f"theme.{theme}.primaryColor"], behind) >= 4.5


def test_the_uploader_speaks_the_reader_s_language() -> None:
    assert "เลือกไฟล์" in uploader_style("th", 100) and "Choose files" in uploader_style("en", 100)
    assert "ไม่เกิน 2.5 เมกะไบต์" in uploader_style("th", 2.5)
    assert "up to 100 MB" in uploader_style("en", 100)
