"""The logic of the pages, with a fake assistant, in both languages."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.fakes import DOCUMENT, TEXT
from ui.article import pieces
from ui.strings import STRINGS, say


def ask_page(language: str) -> None:
    import streamlit as st

    from tests.ui.fakes import FakeAssistant
    from ui import ask

    if "fake" not in st.session_state:
        st.session_state.fake = FakeAssistant()
    ask.page(st.session_state.fake, language)  # type: ignore[arg-type]


def library_page(language: str) -> None:
    import streamlit as st

    from tests.ui.fakes import FakeAssistant
    from ui import library

    if "fake" not in st.session_state:
        st.session_state.fake = FakeAssistant()
    library.page(st.session_state.fake, language)  # type: ignore[arg-type]


def run(page: object, language: str) -> AppTest:
    test = AppTest.from_function(page, kwargs={"language": language}, default_timeout=30)  # type: ignore[arg-type]
    test.run()
    assert not test.exception
    return test


def html_of(test: AppTest) -> str:
    return "".join(str(part.proto.body) for part in test.get("html"))


def test_both_languages_say_the_same_things() -> None:
    assert STRINGS["th"].keys() == STRINGS["en"].keys()
    for key, english in STRINGS["en"].items():
        fields = [part.split("}")[0] for part in english.split("{")[1:]]
        assert [f"{{{field}}}" in STRINGS["th"][key] for field in fields] == [True] * len(fields)


@pytest.mark.parametrize("language", ["th", "en"])
def test_opens_ready_with_suggestions(language: str) -> None:
    test = run(ask_page, language)
    assert test.header[0].value == say(language, "welcome")
    assert test.chat_input[0].placeholder == say(language, "placeholder")
    assert any("fake" in caption.value for caption in test.caption)
    expected = {"th": "สะพานเปิดเมื่อใด", "en": "When did it open?"}[language]
    assert test.button[0].label.replace("\\", "") == expected


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_answer_shows_its_words_and_opens_its_source(language: str) -> None:
    test = run(ask_page, language)
    test.chat_input[0].set_value("When did it open? <script>").run()
    assert not test.exception
    body = html_of(test)
    assert "5 May 2021</p>" in body
    assert "<script>" not in body and "&lt;script&gt;" in body
    test.button(key="cite-0-1").click().run()
    assert not test.exception
    assert (test.session_state.opened.start, test.session_state.opened.end) == (0, 32)
    assert test.subheader[0].value == say(language, "source")
    test.button(key="close-source").click().run()
    assert not test.subheader


def test_a_suggestion_is_asked_and_not_offered_again() -> None:
    test = run(ask_page, "en")
    test.button(key="suggestion-0").click().run()
    assert [turn.question for turn in test.session_state.turns] == ["When did it open?"]
    assert [b.label.replace("\\", "") for b in test.button if "suggestion" in str(b.key)] == [
        "What is it?"
    ]


def test_an_abstention_looks_different_and_offers_what_is_near() -> None:
    test = run(ask_page, "en")
    test.chat_input[0].set_value("What was the cost of paint?").run()
    assert "tt-abstained" in html_of(test) and "tt-short" not in html_of(test).split("</style>")[-1]
    test.button(key="nearest-0").click().run()
    assert test.session_state.opened.start == 34
    test.button(key="instead-0").click().run()
    assert test.session_state.turns[-1].question == "When did it open?"


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_library_lists_and_removes_after_asking(language: str) -> None:
    test = run(library_page, language)
    assert any(DOCUMENT.title == text.value for text in test.text)
    date = {"th": "6 พฤษภาคม 2564 (ค.ศ. 2021)", "en": "6 May 2021 (B.E. 2564)"}[language]
    assert any(date in caption.value for caption in test.caption)
    test.button(key=f"remove-{DOCUMENT.id}").click().run()
    assert not test.session_state.fake.index.removed
    test.button(key="remove-yes").click().run()
    assert test.session_state.fake.index.removed == [DOCUMENT.id]


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
