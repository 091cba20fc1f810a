"""The logic of the pages, with a fake assistant, in both languages."""

import json
import string
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from assistant import Feedback
from index import Entry, Index
from sources import EncoderError, Problem, QuestionError, StoreError, problems
from tests.ui.fakes import (
    DOCUMENT,
    FakeAssistant,
    FakeIndex,
    LateDesk,
    WritingAssistant,
    answered_with,
    desk_of,
)
from ui.asking import Progress
from ui.offers import Offers
from ui.resources import Desk
from ui.status import status_line
from ui.strings import STRINGS, accuracy, ask, say, shared, sources
from ui.turn import Turn, settled
from ui.welcome import answered_from
from ui.wording import KINDS

UI = Path(__file__).parents[2] / "ui"


def ask_page(language: str) -> None:
    import streamlit as st

    from tests.ui.fakes import FakeAssistant, desk_of
    from ui import ask

    if "desk" not in st.session_state:
        st.session_state.fake = FakeAssistant()
        st.session_state.desk = desk_of(st.session_state.fake)
    ask.page(st.session_state.desk, language)


def library_page(language: str) -> None:
    import streamlit as st

    from tests.ui.fakes import FakeAssistant
    from ui import library

    if "fake" not in st.session_state:
        st.session_state.fake = FakeAssistant()
    library.page(st.session_state.fake, language)  # type: ignore[arg-type]


def any_page() -> None:
    import streamlit as st

    from ui.language import choose_language

    st.session_state.chosen = choose_language()


def run(page: object, language: str) -> AppTest:
    test = AppTest.from_function(page, kwargs={"language": language}, default_timeout=30)  # type: ignore[arg-type]
    test.run()
    assert not test.exception
    return test


def asked(question: str, language: str = "en") -> AppTest:
    test = run(ask_page, language)
    test.chat_input[0].set_value(question).run()
    assert not test.exception
    return test


def html_of(test: AppTest) -> str:
    return "".join(str(part.proto.body) for part in test.get("html"))


def drawn(test: AppTest, name: str) -> list[Any]:
    """Return the data of each component of that name on the page."""
    parts = [part.proto for part in test.get("bidi_component")]
    return [json.loads(p.json) for p in parts if p.component_name.endswith(f"thamtop_{name}")]


def labels(test: AppTest, key: str) -> list[str]:
    return [b.label.replace("\\", "") for b in test.button if key in str(b.key)]


def test_both_languages_say_the_same_things() -> None:
    assert STRINGS["th"].keys() == STRINGS["en"].keys()
    for key, english in STRINGS["en"].items():
        fields = [
            sorted(field for _, field, _, _ in string.Formatter().parse(text) if field)
            for text in (english, STRINGS["th"][key])
        ]
        assert fields[0] == fields[1], key


def test_no_text_stands_in_the_place_of_another() -> None:
    keys = [key for part in (shared, ask, sources, accuracy) for key in part.TEXTS["en"]]
    assert sorted(keys) == sorted(STRINGS["en"])


def test_everything_that_can_be_said_is_said_somewhere() -> None:
    code = "".join(p.read_text("utf-8") for p in UI.glob("*.py") if p.name != "strings.py")
    code = code.replace("'", '"')
    made = {"twin_th", "twin_en", "th", "en", "added", "unchanged", "replaced"}  # by their value
    made |= {f"kind_{kind}" for kind in KINDS}
    assert [key for key in STRINGS["en"] if f'"{key}"' not in code and key not in made] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_opens_ready_with_suggestions_and_what_is_at_work(language: str) -> None:
    test = run(ask_page, language)
    assert test.header[0].value == say(language, "welcome")
    assert test.chat_input[0].placeholder == say(language, "placeholder")
    assert "fake-encoder" in html_of(test)
    assert say(language, "pending", count=3) in html_of(test)
    expected = {"th": "สะพานเปิดเมื่อใด", "en": "When did it open?"}[language]
    assert labels(test, "suggestion")[0] == expected


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_new_reader_is_told_which_articles_answer(language: str) -> None:
    test = run(ask_page, language)
    page = say(language, "sources_page")
    assert say(language, "answers_from_one", title=DOCUMENT.title, page=page) in html_of(test)
    test.session_state.fake.index.remove(DOCUMENT.id)
    test.run()
    assert say(language, "answers_from_none", page=page) in html_of(test)


def test_editions_of_one_article_count_once_and_the_page_s_language_names_it() -> None:
    class Shelf(FakeIndex):
        def entries(self) -> list[Entry]:
            (known,) = super().entries()
            named = (("en", "A bridge", "b"), ("th", "สะพาน", "b"), ("th", "ถนน", None))
            return [
                replace(known, id=title, title=title, language=language, edition=edition)
                for language, title, edition in named
            ]

    for language, title in (("th", "สะพาน"), ("en", "A bridge")):
        page = say(language, "sources_page")
        told = answered_from(cast("Index", Shelf()), language)
        assert told == say(language, "answers_from", count=2, title=title, page=page)


def shrinking_page() -> None:
    import streamlit as st

    from ui.slots import empty_rest

    count = st.session_state.get("count", 3)
    for place in range(count):
        st.text(str(place))
    empty_rest("part", count)


def test_what_stood_behind_the_last_thing_drawn_is_emptied_at_once() -> None:
    test = AppTest.from_function(shrinking_page).run()
    assert [part.type for part in list(test.main)[1:]] == ["text"] * 3
    test.session_state.count = 1
    test.run()
    assert [part.type for part in list(test.main)[1:]] == ["text", "empty", "empty"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_answer_shows_its_words_and_its_citation(language: str) -> None:
    test = asked("When did it open? <script>", language)
    body = html_of(test)
    assert "<script>" not in body and "&lt;script&gt;" in body
    (answer,) = drawn(test, "answer")
    assert answer["lines"][0] == {"text": "5 May 2021", "kind": "short", "citations": []}
    assert answer["lines"][1]["citations"] == [1]
    assert answer["sources"] == [DOCUMENT.title]
    assert answer["open"] == say(language, "cite")
    copied = answer["copy"]["text"]
    assert copied.startswith("5 May 2021") and copied.endswith(
        say(language, "source_line", titles=DOCUMENT.title)
    )
    assert answer["copy"]["copied"] == say(language, "copied")
    assert (answer["stage"], answer["stop"]) == ("", None)


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_opened_source_shows_both_eras_and_the_aligned_edition(language: str) -> None:
    test = asked("When did it open?", language)
    test.session_state.opened = (DOCUMENT.id, 0, 32)
    test.run()
    assert not test.exception
    (article,) = drawn(test, "article")
    date = {"th": "6 พฤษภาคม 2564 (ค.ศ. 2021)", "en": "6 May 2021 (B.E. 2564)"}[language]
    assert date in article["about"]
    assert article["twin"]["label"] == say(language, "twin_th")
    assert article["close"] == say(language, "close")
    assert drawn(test, "answer")[0]["opened"] == 1
    test.chat_input[0].set_value("And then?").run()
    assert drawn(test, "article") == []


def test_a_source_removed_meanwhile_is_said_to_be_gone() -> None:
    test = asked("When did it open?")
    test.session_state.fake.index.remove(DOCUMENT.id)
    test.session_state.opened = (DOCUMENT.id, 0, 32)
    test.run()
    assert not test.exception
    assert test.info[0].value == say("en", "gone")


def test_a_suggestion_is_asked_and_not_offered_again() -> None:
    test = run(ask_page, "en")
    test.button(key="suggestion-0").click().run()
    assert [turn.question for turn in test.session_state.turns] == ["When did it open?"]
    assert labels(test, "suggestion") == ["What is it?"]
    test.button(key="restart").click().run()
    assert test.session_state.turns == []
    assert labels(test, "suggestion") == ["When did it open?", "What is it?"]


def test_what_stands_on_the_page_is_not_offered_in_other_words() -> None:
    test = run(ask_page, "en")
    test.chat_input[0].set_value("On which day was the bridge opened?").run()
    assert labels(test, "suggestion") == ["What is it?"]


def test_an_abstention_looks_different_and_offers_what_is_near() -> None:
    test = asked("What was the cost of paint?")
    (reply,) = drawn(test, "answer")
    assert [line["kind"] for line in reply["lines"]] == ["abstained"]
    assert reply["near"]["text"].startswith("It carries <b>two</b> lanes")
    assert reply["copy"]["text"] == "The sources do not answer this question."
    test.button(key="turn-0-nearest").click().run()
    assert test.session_state.opened[1] == 34
    test.button(key="turn-0-instead").click().run()
    assert test.session_state.turns[-1].question == "When did it open?"
    assert labels(test, "turn-0-") == [say("en", "nearest")]  # its offer was of that moment


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_bad_question_gets_a_sentence_in_the_reader_s_language(language: str) -> None:
    (reply,) = drawn(asked("   ", language), "answer")
    assert reply["lines"][0]["text"] == say(language, "empty_question")
    turn = settled(Turn("x" * 50_000), Progress(error=QuestionError("too long")), language)
    assert turn.problem == say(language, "too_long") and not turn.waiting


def test_what_fails_while_answering_is_said_and_the_question_is_kept() -> None:
    turn = settled(Turn("When?"), Progress(error=StoreError("The disk is full.")), "en")
    assert (turn.question, turn.answer, turn.problem) == ("When?", None, "The disk is full.")
    turn = settled(Turn("When?"), Progress(error=KeyError("claims")), "th")
    assert turn.problem == say("th", "not_answered")


def writing(language: str, *texts: str, error: Exception | None = None) -> AppTest:
    """Return the page before a question to a model that writes these claims."""
    test = AppTest.from_function(ask_page, kwargs={"language": language}, default_timeout=30)
    fake = WritingAssistant(*texts, error=error)
    test.session_state.fake, test.session_state.desk = fake, desk_of(fake)
    return test.run()


@pytest.mark.parametrize("language", ["th", "en"])
def test_claims_stand_where_the_answer_stands_and_each_has_its_number(language: str) -> None:
    test = writing(language, "It <b>opened</b>.", "It has *two* lanes.", "It opened early.")
    test.session_state.fake.go_on.set()
    test.chat_input[0].set_value("When did it open?").run()
    assert not test.exception
    (reply,) = drawn(test, "answer")
    told = [(line["kind"], line["text"], line["citations"]) for line in reply["lines"]]
    assert told == [
        ("claim", "It <b>opened</b>.", [1]),
        ("claim", "It has *two* lanes.", [2]),
        ("claim", "It opened early.", [1]),
    ]
    assert reply["sources"] == [DOCUMENT.title] * 2


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_was_verified_before_an_error_stays_and_can_be_asked_again(language: str) -> None:
    test = writing(language, "It opened.", "Lost.", error=StoreError("The disk is full."))
    test.session_state.fake.go_on.set()
    test.chat_input[0].set_value("When did it open?").run()
    assert not test.exception
    (reply,) = drawn(test, "answer")
    assert [line["text"] for line in reply["lines"]] == ["It opened."]
    assert reply["note"] == "The disk is full."
    assert len(test.feedback) == 0
    test.button(key="retry").click().run()
    assert [turn.attempt for turn in test.session_state.turns] == [1]
    assert [question for question, _ in test.session_state.fake.asked] == ["When did it open?"] * 2


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_stopped_answer_keeps_what_was_verified_and_does_not_begin_anew(language: str) -> None:
    test = writing(language, "It opened.", "Never.")
    fake, desk = test.session_state.fake, test.session_state.desk
    stopper = Thread(target=desk.stop_after_a_claim)
    stopper.start()
    test.chat_input[0].set_value("When did it open?").run()
    stopper.join()
    assert not test.exception
    assert fake.closed.wait(5)
    test.run()
    (reply,) = drawn(test, "answer")
    assert [line["text"] for line in reply["lines"]] == ["It opened."]
    assert reply["note"] == say(language, "stopped_after")
    assert reply["copy"]["text"].startswith("It opened.")
    assert len(fake.asked) == 1
    fake.go_on.set()
    test.button(key="retry").click().run()
    (turn,) = test.session_state.turns
    assert turn.answer.short == "It opened." and not turn.stopped


def test_a_question_put_while_another_is_answered_is_answered_after_it() -> None:
    test = writing("en", "It opened.")
    test.session_state.fake.go_on.set()
    test.session_state.turns = [Turn("When did it open?"), Turn("And then?")]
    test.run()
    assert not test.exception
    assert [turn.answer.short for turn in test.session_state.turns] == ["It opened."] * 2
    (_, before), (_, then) = test.session_state.fake.asked
    assert before == () and [turn.question for turn in then] == ["When did it open?"]


def test_a_conversation_begun_anew_ends_the_answer_on_its_way() -> None:
    test = writing("en", "It opened.", "Never.")
    fake, desk = test.session_state.fake, test.session_state.desk
    test.session_state.asked = Turn("When did it open?")
    test.session_state.asking = desk.ask("When did it open?", ())
    test.run()
    assert not test.exception
    assert fake.closed.wait(5)
    assert test.session_state.turns == [] and "asking" not in test.session_state


def test_the_page_can_be_used_before_the_assistant_is_open() -> None:
    test = AppTest.from_function(ask_page, kwargs={"language": "en"}, default_timeout=30)
    test.session_state.desk = desk = LateDesk(FakeAssistant())
    test.session_state.turns = [Turn("When did it open?")]
    test.run()
    assert not test.exception
    assert desk.drawn.is_set()
    assert test.session_state.turns[0].answer == answered_with("When did it open?")
    assert labels(test, "suggestion") == ["What is it?"]


def test_an_assistant_that_cannot_be_opened_leaves_the_page_standing() -> None:
    test = AppTest.from_function(ask_page, kwargs={"language": "en"}, default_timeout=30)

    def opened() -> Any:
        raise EncoderError("There is no such encoder.")

    test.session_state.desk = desk = Desk(opened)
    test.run()
    assert test.exception[0].message == "There is no such encoder."  # the page says it (ui/app.py)
    assert test.chat_input[0].placeholder == say("en", "placeholder")
    assert desk.failed


def test_suggestions_wait_while_a_person_waits() -> None:
    busy, fake = [True, True, False], FakeAssistant()
    offers = Offers(fake, lambda: bool(busy and busy.pop(0)))  # type: ignore[arg-type]
    end = monotonic() + 10
    while not offers.known("en")[1] and monotonic() < end:
        sleep(0.01)
    found, complete = offers.known("en")
    assert [one.text for one in found] == ["When did it open?", "What is it?"]
    assert complete
    assert busy == []


def test_a_question_that_was_interrupted_is_answered_on_the_next_run() -> None:
    test = run(ask_page, "en")
    test.session_state.turns = [Turn("When did it open?")]
    test.run()
    assert test.session_state.turns[0].answer == answered_with("When did it open?")


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_status_says_when_meaning_search_is_missing(language: str) -> None:
    index = FakeIndex()
    index.encoder_trouble = EncoderError(Problem("Install a C compiler.", "โปรดติดตั้งคอมไพเลอร์ C"))
    line = status_line(index, language)  # type: ignore[arg-type]
    expected = {"en": "Install a C compiler.", "th": "โปรดติดตั้งคอมไพเลอร์ C"}[language]
    assert expected in line and "fake-encoder" not in line


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_status_says_what_answers(language: str) -> None:
    fake = FakeAssistant()
    line = status_line(fake.index, language)  # type: ignore[arg-type]
    assert "fake-encoder" in line and say(language, "engine_answers") in line
    line = status_line(fake.index, language, "ollama:llama3.2")  # type: ignore[arg-type]
    assert "ollama:llama3.2" in line and say(language, "engine_answers") not in line


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_answer_is_rated_and_the_last_word_counts(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path))
    test = asked("When did it open?", language)
    assert say(language, "rate") in html_of(test)
    for choice in (1, 0):
        test.feedback[0].set_value(choice).run()
        assert not test.exception
    ratings = Feedback(tmp_path).ratings()
    assert [(rating.question, rating.good) for rating in ratings] == [("When did it open?", False)]
    test.feedback[0].set_value(None).run()
    assert not test.exception
    assert Feedback(tmp_path).ratings() == []


def test_a_rating_that_cannot_be_kept_is_said_and_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    monkeypatch.setenv("THAMTOP_HOME", str(home))
    test = asked("When did it open?")
    test.feedback[0].set_value(1).run()
    assert not test.exception
    assert "cannot be used" in test.toast[0].value
    assert test.feedback[0].value is None


def test_an_abstention_is_rated_too() -> None:
    assert len(asked("What was the cost of paint?").feedback) == 1


def test_the_last_question_is_asked_again_in_its_place() -> None:
    test = asked("When did it open?")
    test.chat_input[0].set_value("And then?").run()
    before = [part.key for part in test.feedback]
    test.session_state.opened = (DOCUMENT.id, 0, 32)
    test.button(key="retry").click().run()
    assert not test.exception
    turns = test.session_state.turns
    assert [turn.question for turn in turns] == ["When did it open?", "And then?"]
    assert turns[1].attempt == 1 and turns[1].answer == answered_with("And then?")
    assert "opened" not in test.session_state
    assert [part.key for part in test.feedback] == [before[0], "rate-1-1"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_conversation_can_be_saved_once_there_is_one(language: str) -> None:
    assert len(run(ask_page, language).download_button) == 0
    labels_ = [button.label for button in asked("When did it open?", language).download_button]
    assert labels_ == [say(language, "save_markdown"), say(language, "save_json")]


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_passage_is_found_and_opened_where_it_stands(language: str) -> None:
    test = run(library_page, language)
    test.text_input(key="find").set_value("lanes").run()
    assert say(language, "found", count=1) in html_of(test)
    assert "It carries &lt;b&gt;two&lt;/b&gt; lanes" in html_of(test)
    assert drawn(test, "article") == []
    test.button(key="found-0").click().run()
    (article,) = drawn(test, "article")
    marked = [p["text"] for part in article["paragraphs"] for p in part if p["mark"]]
    assert marked == ["It carries <b>two</b> lanes and cost $4 million."]
    assert test.button(key="found-0").label == say(language, "close")
    test.button(key="found-0").click().run()
    assert drawn(test, "article") == []


def test_what_is_not_found_is_said() -> None:
    test = run(library_page, "en")
    test.text_input(key="find").set_value("nothing of the kind").run()
    assert say("en", "nothing_found") in html_of(test)
    assert not [button for button in test.button if str(button.key).startswith("found")]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_library_lists_and_removes_after_asking(language: str) -> None:
    test = run(library_page, language)
    body = html_of(test)
    assert DOCUMENT.title in body
    assert {"th": "6 พฤษภาคม 2564 (ค.ศ. 2021)", "en": "6 May 2021 (B.E. 2564)"}[language] in body
    assert say(language, "partly", done=1, count=2) in body
    test.button(key=f"remove-{DOCUMENT.id}").click().run()
    assert not test.session_state.fake.index.removed
    test.button(key="remove-yes").click().run()
    assert test.session_state.fake.index.removed == [DOCUMENT.id]
    assert test.info[0].value == say(language, "no_sources")


def test_a_removal_can_be_cancelled() -> None:
    test = run(library_page, "en")
    test.button(key=f"remove-{DOCUMENT.id}").click().run()
    assert test.session_state.removing == DOCUMENT.id
    test.button(key="remove-no").click().run()
    assert test.session_state.fake.index.removed == []
    assert "removing" not in test.session_state


@pytest.mark.parametrize("language", ["th", "en"])
def test_pressing_add_with_nothing_chosen_says_what_to_do(language: str) -> None:
    test = run(library_page, language)
    test.button[0].click().run()
    assert test.info[0].value == say(language, "nothing_chosen")


@pytest.mark.parametrize("language", ["th", "en"])
def test_each_of_several_files_is_told(language: str) -> None:
    test = run(library_page, language)
    good = ("ferry.txt", b"The night ferry began in March.", "text/plain")
    test.file_uploader[0].set_value([good, ("empty *x*.txt", b"", "text/plain")])
    test.button[0].click().run()
    assert test.session_state.batch.wait(20)
    test.run()
    assert not test.exception
    told = html_of(test)
    assert say(language, "added", title="The night ferry began in March.") in told
    assert say(language, "failed", name='<bdi class="tt-name">empty *x*.txt</bdi>') in told
    assert problems.EMPTY_FILE.th.format(name="empty *x*.txt") in told or language == "en"
    assert "<progress" not in told  # gone once all are read


def test_an_article_is_read_in_the_list() -> None:
    test = run(library_page, "en")
    test.toggle[0].set_value(True).run()
    (article,) = drawn(test, "article")
    assert article["title"] == DOCUMENT.title and article["close"] is None


@pytest.mark.parametrize(("asked_for", "language"), [("th", "th"), ("en", "en"), ("xx", "en")])
def test_the_address_chooses_the_language(asked_for: str, language: str) -> None:
    test = AppTest.from_function(any_page, default_timeout=30)
    test.query_params["lang"] = asked_for
    test.run()
    assert not test.exception
    assert test.session_state.chosen == language
    assert test.query_params["lang"] in (language, [language])
