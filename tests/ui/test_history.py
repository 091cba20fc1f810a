"""A conversation is kept as it goes, comes back by its address, and earlier ones are listed."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant import Conversations, Exchange, noted
from tests.ui.fakes import DOCUMENT, FakeIndex, abstained, answered_with, claims
from tests.ui.test_pages import ask_page, asked, drawn, html_of, labels, run
from ui.strings import say

NEWER = "It is old.\n\nThe bridge opened on 5 May 2021. It carries <b>two</b> lanes."


def remembering_page(language: str) -> None:
    import streamlit as st

    from tests.ui.fakes import WritingAssistant, desk_of
    from ui import ask

    if "desk" not in st.session_state:
        st.session_state.fake = WritingAssistant("5 May.")
        st.session_state.fake.go_on.set()
        st.session_state.desk = desk_of(st.session_state.fake)
    ask.page(st.session_state.desk, language)


def indexed_page(language: str, home: str, newer: str) -> None:
    """Show the page over a real index, whose document was kept in another version."""
    from pathlib import Path

    import streamlit as st

    from index import Index
    from sources import Document, Settings
    from tests.fakes import FakeEncoder
    from tests.ui.fakes import DOCUMENT, FakeAssistant, desk_of
    from ui import ask

    if "desk" not in st.session_state:
        fake = FakeAssistant()
        fake.index = Index.open(Settings(home=Path(home)), FakeEncoder())  # type: ignore[assignment]
        fake.index.add(DOCUMENT)
        if newer:
            changed = Document.create(title="The bridge", text=newer, origin=DOCUMENT.origin)
            fake.index.add(changed)
        else:
            fake.index.remove(DOCUMENT.id)
        st.session_state.index = fake.index
        st.session_state.desk = desk_of(fake)
    ask.page(st.session_state.desk, language)


def kept(home: Path, *told: Exchange) -> str:
    """Keep a conversation as another session did; return its id."""
    first, *rest = (noted(each, FakeIndex()) for each in told)  # type: ignore[arg-type]
    begun = Conversations(home).start(first)
    for each in rest:
        Conversations(home).append(begun.id, each)
    return begun.id


def two_turns(home: Path) -> str:
    """Keep a question with its answer, and one that the sources do not answer."""
    refused = Exchange("Paint?", abstained("Paint?"))
    return kept(home, Exchange("When?", answered_with("When?")), refused)


def at(conversation_id: str, page: object = ask_page, language: str = "en", **more: str) -> AppTest:
    """Open the page at the address of a conversation."""
    test = AppTest.from_function(
        page,  # type: ignore[arg-type]
        kwargs={"language": language, **more},
        default_timeout=60,
    )
    test.query_params["c"] = conversation_id
    test.run()
    assert not test.exception
    return test


def address(test: AppTest) -> str:
    named = test.query_params.get("c", "")
    return named[0] if isinstance(named, list) else named


def questions(test: AppTest) -> list[str]:
    return [turn.question for turn in test.session_state.turns]


def press(test: AppTest, key: str) -> None:
    test.button(key=key).click().run()
    assert not test.exception


def test_a_conversation_is_kept_as_it_goes(home: Path) -> None:
    test = asked("When did it open?")
    test.chat_input[0].set_value("What was the cost of paint?").run()
    (summary,) = Conversations(home).list()
    assert (summary.title, summary.turns) == ("When did it open?", 2)
    assert address(test) == summary.id
    one, two = Conversations(home).load(summary.id).turns
    assert one.answer == answered_with("When did it open?")
    assert [source.location for source in one.sources] == ["bridge.txt"]
    assert two.answer and two.answer.abstained


def test_nothing_is_kept_before_a_question(home: Path) -> None:
    test = run(ask_page, "en")
    assert not home.exists() and address(test) == ""


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_address_brings_a_conversation_back(home: Path, language: str) -> None:
    test = at(two_turns(home), language=language)
    assert questions(test) == ["When?", "Paint?"]
    answer, refused = drawn(test, "answer")
    assert answer["sources"] == [DOCUMENT.title] and answer["marks"] == [""]
    assert refused["near"]["text"].startswith("It carries <b>two</b> lanes")
    press(test, "turn-1-nearest")
    assert drawn(test, "article")[0]["title"] == DOCUMENT.title
    assert Conversations(home).list()[0].turns == 2  # nothing was kept again


def test_a_follow_up_in_a_restored_conversation_knows_what_was_said(home: Path) -> None:
    before = replace(answered_with("When?"), standalone="When did the bridge open?")
    conversation_id = kept(home, Exchange("When?", before))
    test = at(conversation_id, remembering_page)
    test.chat_input[0].set_value("And then?").run()
    ((question, earlier),) = test.session_state.fake.asked
    assert question == "And then?"
    assert [(turn.question, turn.answer) for turn in earlier] == [
        ("When did the bridge open?", "5 May 2021")
    ]
    turns = Conversations(home).load(conversation_id).turns
    assert [told.question for told in turns] == ["When?", "And then?"]
    assert turns[1].answer and turns[1].answer.answerer == "little"


def test_a_question_that_was_on_its_way_is_answered_when_the_page_comes_back(home: Path) -> None:
    conversation_id = kept(home, Exchange("When did it open?"))
    at(conversation_id)
    (told,) = Conversations(home).load(conversation_id).turns
    assert told.answer == answered_with("When did it open?")


def test_what_was_stopped_comes_back_as_it_was(home: Path) -> None:
    test = at(kept(home, Exchange("When?", stopped=True, verified=claims("On 5 May."))))
    (reply,) = drawn(test, "answer")
    assert reply["lines"] == [{"kind": "claim", "text": "On 5 May.", "citations": [1]}]
    assert reply["note"] == say("en", "stopped_after")


def test_a_question_asked_again_takes_its_place(home: Path) -> None:
    test = asked("When did it open?")
    test.chat_input[0].set_value("What was the cost of paint?").run()
    before = Conversations(home).load(address(test)).turns
    press(test, "retry")
    after = Conversations(home).load(address(test)).turns
    assert [told.number for told in after] == [told.number for told in before]
    assert after[1].answer == before[1].answer


def test_starting_over_begins_another_conversation(home: Path) -> None:
    test = asked("When did it open?")
    first = address(test)
    press(test, "restart")
    assert address(test) == "" and test.session_state.turns == []
    test.chat_input[0].set_value("What is it?").run()
    assert address(test) not in ("", first)
    assert [summary.title for summary in Conversations(home).list()] == [
        "What is it?",
        "When did it open?",
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_earlier_conversations_are_listed_opened_and_deleted(home: Path, language: str) -> None:
    one = kept(home, Exchange("*Which* [bridge](x)?", answered_with("Which?")))
    two = two_turns(home)
    test = run(ask_page, language)
    assert test.get("popover")[0].proto.popover.label == say(language, "history")
    first, second = labels(test, "open-")
    assert first.startswith("When?") and say(language, "kept_questions", count=2) in first
    assert second.startswith("*Which* [bridge](x)?")
    shown = test.get("popover")[0].proto.id
    press(test, f"open-{one}")
    assert questions(test) == ["*Which* [bridge](x)?"] and address(test) == one
    assert test.get("popover")[0].proto.id != shown  # another one, which is shut
    assert [label[:5] for label in labels(test, "open-")] == ["When?"]  # the other one
    press(test, f"forget-{two}")
    assert say(language, "forget_sure", title="When?") in html_of(test)
    press(test, "forget-no")
    assert len(Conversations(home).list()) == 2
    press(test, f"forget-{two}")
    press(test, "forget-yes")
    assert [summary.id for summary in Conversations(home).list()] == [one]
    assert questions(test) == ["*Which* [bridge](x)?"]
    assert labels(test, "open-") == []


def test_all_can_be_deleted(home: Path) -> None:
    kept(home, Exchange("Which?", answered_with("Which?")))
    test = at(two_turns(home))
    press(test, "forget-all")
    assert say("en", "forget_all_sure") in html_of(test)
    press(test, "forget-yes")
    assert Conversations(home).list() == []
    assert (test.session_state.turns, address(test)) == ([], "")


def test_many_conversations_are_shown_some_at_a_time(home: Path) -> None:
    for number in range(13):
        kept(home, Exchange(f"Question {number}?"))
    test = run(ask_page, "en")
    assert len(labels(test, "open-")) == 10
    press(test, "older")
    assert [label.split("?")[0] for label in labels(test, "open-")][10:] == [
        "Question 2",
        "Question 1",
        "Question 0",
    ]
    assert labels(test, "older") == []


def test_a_rating_does_not_pass_to_the_conversation_opened_next(home: Path) -> None:
    other = two_turns(home)
    test = asked("When did it open?")
    test.feedback[0].set_value(1).run()
    press(test, f"open-{other}")
    assert [part.value for part in test.feedback] == [None, None]


def test_a_conversation_deleted_in_another_window_goes_on_as_a_new_one(home: Path) -> None:
    test = asked("When did it open?")
    first = address(test)
    Conversations(home).delete(first)
    test.chat_input[0].set_value("And then?").run()
    assert not test.exception and "history_trouble" not in test.session_state
    (summary,) = Conversations(home).list()
    assert (summary.title, summary.turns) == ("And then?", 1)
    assert address(test) == summary.id != first


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_address_of_nothing_is_said_and_the_page_can_be_used(home: Path, language: str) -> None:
    kept(home, Exchange("Which?"))
    test = at("0123456789abcdef", language=language)
    told = {"th": "ไม่พบบทสนทนา 0123456789abcdef", "en": "no conversation 0123456789abcdef"}
    assert told[language] in html_of(test) and address(test) == ""
    test.chat_input[0].set_value("When did it open?").run()
    assert not test.exception and told[language] not in html_of(test)
    assert len(Conversations(home).list()) == 2


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_damaged_file_is_said_and_the_chat_goes_on(home: Path, language: str) -> None:
    home.mkdir()
    (home / "conversations.sqlite3").write_bytes(b"no database " * 400)
    test = at("0123456789abcdef", language=language)
    test.chat_input[0].set_value("When did it open?").run()
    test.chat_input[0].set_value("What is it?").run()
    assert not test.exception
    assert [turn.answer.short for turn in test.session_state.turns] == ["5 May 2021"] * 2
    assert {"th": "เสียหาย", "en": "is damaged"}[language] in html_of(test)
    (home / "conversations.sqlite3").unlink()
    test.chat_input[0].set_value("And then?").run()
    (summary,) = Conversations(home).list()  # what could not be kept before is kept now
    assert (summary.title, summary.turns) == ("When did it open?", 3)
    assert "conversations.sqlite3" not in html_of(test)


def test_what_came_while_the_file_was_away_is_kept_later(home: Path) -> None:
    test = asked("When did it open?")
    path, aside = home / "conversations.sqlite3", home / "aside"
    path.rename(aside)
    path.mkdir()
    (turn,) = test.session_state.turns
    test.session_state.turns = [replace(turn, answer=None, problem="Too long.")]
    test.run()
    assert "cannot be used" in html_of(test)
    path.rmdir()
    aside.rename(path)
    test.chat_input[0].set_value("And then?").run()
    told = Conversations(home).load(address(test)).turns
    assert [(each.question, each.problem) for each in told] == [
        ("When did it open?", "Too long."),
        ("And then?", ""),
    ]
    assert "cannot be used" not in html_of(test)


def test_a_damaged_conversation_leaves_the_page_as_it_was(home: Path) -> None:
    conversation_id = kept(home, Exchange("Which?"))
    connection = sqlite3.connect(home / "conversations.sqlite3")
    with connection:
        connection.execute("UPDATE exchanges SET told = '{'")
    connection.close()
    test = asked("When did it open?")
    press(test, f"open-{conversation_id}")
    assert questions(test) == ["When did it open?"]
    assert "damaged and cannot be shown" in html_of(test)
    press(test, f"forget-{conversation_id}")
    press(test, "forget-yes")
    assert [summary.title for summary in Conversations(home).list()] == ["When did it open?"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("newer", [NEWER, "It is old.", ""], ids=["stands", "other", "removed"])
def test_citations_of_a_changed_or_removed_source_say_so(
    home: Path, tmp_path: Path, language: str, newer: str
) -> None:
    test = at(two_turns(home), indexed_page, language, home=str(tmp_path / "index"), newer=newer)
    state = "changed" if newer else "removed"
    answer, _ = drawn(test, "answer")
    assert answer["marks"] == [say(language, f"mark_{state}")]
    for span in ((DOCUMENT.id, 0, 32), (DOCUMENT.id, 34, len(DOCUMENT.text))):
        test.session_state.opened = span
        test.run()
        assert test.info[0].value == say(language, "changed" if newer else "gone")
        assert drawn(test, "article") == []
    assert "It carries &lt;b&gt;two&lt;/b&gt; lanes and cost" in html_of(test)
    test.session_state.opened = (DOCUMENT.id, 0, 32)
    test.run()
    assert '"tt-near" lang="en">The bridge opened on 5 May 2021.</p>' in html_of(test)
    offered = labels(test, "open-newer")
    if not newer:
        assert offered == []
        press(test, "close-former")
        assert "opened" not in test.session_state
    else:
        stands = newer == NEWER
        assert offered == [say(language, "open_newer_there" if stands else "open_newer")]
        press(test, "open-newer")
        (article,) = drawn(test, "article")
        assert article["title"] == "The bridge"
        marked = [p["text"] for part in article["paragraphs"] for p in part if p["mark"]]
        assert marked == (["The bridge opened on 5 May 2021."] if stands else [])
    test.session_state.index.close()


def test_two_windows_of_one_conversation_lose_nothing(home: Path) -> None:
    conversation_id = two_turns(home)
    # Both are open before either asks, so that neither knows of the other's question.
    windows = [at(conversation_id), at(conversation_id)]
    for number, window in enumerate(windows):
        window.chat_input[0].set_value(f"What is it, {number}?").run()
    told = Conversations(home).load(conversation_id).turns
    assert [each.question for each in told[:2]] == ["When?", "Paint?"]
    assert {each.question for each in told[2:]} == {"What is it, 0?", "What is it, 1?"}
    assert all(each.answer for each in told)
