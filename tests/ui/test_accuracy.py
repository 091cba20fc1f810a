"""The page that measures, with a fake evaluation, in both languages."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

from index import Index
from sources import EvaluationError
from tests.ui.fakes import DOCUMENT
from tests.ui.results import item, made, small, unanswerable
from ui.judged import question_html
from ui.labels import plain
from ui.measuring import Request, measured, read
from ui.problems import NO_ARTICLES
from ui.runs import KEPT, Runs
from ui.strings import say
from ui.summary import interval_of, pair_table, time_table
from ui.tables import table
from ui.wording import KINDS, PROBLEMS, STEPS, group_name, kind_name, note, problem

ROOT = Path(__file__).parents[2]


def accuracy_page(language: str) -> None:
    import streamlit as st

    from sources import EvaluationError
    from tests.ui.fakes import FakeAssistant
    from tests.ui.results import small
    from ui import accuracy
    from ui.problems import NO_ARTICLES

    def measure(request, index, progress):
        st.session_state.asked = request
        progress("Asking", 1, 2)
        match st.session_state.get("fate"):
            case "stop":
                st.stop()
            case "bad":
                raise EvaluationError("Line 3 of *my* set has no id; add it.")
            case "empty":
                raise EvaluationError(NO_ARTICLES)
        return small()

    accuracy.page(FakeAssistant(), language, measure)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path))
    return tmp_path


def opened(language: str = "en", **state: object) -> AppTest:
    test = AppTest.from_function(accuracy_page, kwargs={"language": language}, default_timeout=30)
    for name, value in state.items():
        test.session_state[name] = value
    return ran(test)


def ran(part: AppTest | Widget) -> AppTest:
    """Run the page, or what a widget was set to."""
    test = part.run()
    assert not test.exception
    return test


def html_of(test: AppTest) -> str:
    return "".join(str(part.proto.body) for part in test.get("html"))


@pytest.mark.parametrize("language", ["th", "en"])
def test_measuring_shows_and_keeps_the_result(language: str, home: Path) -> None:
    test = opened(language)
    assert test.info[0].value == say(language, "no_results")
    test.segmented_control(key="how-many").set_value(0)
    ran(test.button(key="measure").click())
    assert test.session_state.asked == Request(None)
    assert [path.name for path in (home / "evaluations").iterdir()] == ["2026-03-05T10-20-30Z.json"]
    shown = {metric.label: (metric.value, metric.delta) for metric in test.metric}
    low_high = say(language, "interval", low="0", high="100%")
    assert shown[say(language, "accuracy")] == ("50.0%", low_high)
    assert shown[say(language, "false_answers")][0] == "50.0%"
    assert shown[say(language, "false_refusals")][0] == "0.0%"
    assert shown[say(language, "median_time")][0] == say(language, "seconds", seconds="0.25")
    assert say(language, "stage_search") in html_of(test)
    assert len(test.get("vega_lite_chart")) == 3
    assert not test.button(key="measure").disabled
    assert not [button for button in test.button if button.key == "stop"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_cannot_be_measured_is_said(language: str) -> None:
    test = opened(language, fate="bad")
    ran(test.button(key="measure").click())
    told = test.error[0].value
    assert told.startswith(say(language, "not_measured"))
    assert r"Line 3 of \*my\* set has no id" in told
    test.session_state.fate = "empty"
    ran(test.button(key="measure").click())
    assert plain(NO_ARTICLES.th if language == "th" else NO_ARTICLES.en) in test.error[0].value
    ran(test)
    assert len(test.error) == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_run_that_is_stopped_leaves_no_result_and_does_not_bar_the_next(
    language: str, home: Path
) -> None:
    test = opened(language, fate="stop")
    test.button(key="measure").click().run()
    assert test.button(key="measure").disabled
    assert test.button(key="stop").label == say(language, "stop")
    ran(test.button(key="stop").click())
    assert say(language, "stopped") in [info.value for info in test.info]
    assert not (home / "evaluations").exists()
    test.session_state.fate = None
    ran(test.button(key="measure").click())
    assert len(test.metric) == 6 and len(test.info) == 0


def test_two_runs_at_once_are_refused() -> None:
    from ui.accuracy import _only_one

    test = opened()
    with _only_one():
        ran(test.button(key="measure").click())
        assert test.error[0].value == say("en", "measuring_elsewhere")
        assert len(test.metric) == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_own_set_needs_its_file(language: str) -> None:
    test = opened(language, **{"question-set": "own_set"})
    ran(test.button(key="measure").click())
    assert test.error[0].value == say(language, "no_question_file")
    content = b'{"id": "1"}'
    test.file_uploader[0].set_value(("mine.jsonl", content, "application/json"))
    ran(test.button(key="measure").click())
    assert test.session_state.asked == Request(20, "mine.jsonl", content)


def test_questions_are_shown_as_text_and_filtered() -> None:
    test = opened()
    ran(test.button(key="measure").click())
    body = html_of(test)
    assert "<script>" not in body and "&lt;script&gt;" in body and "<i>" not in body
    assert "has <mark>17 lanes</mark>." in body
    assert "Question 2?" in body and "Question 1?" not in body
    ran(test.segmented_control(key="which-questions").set_value("all"))
    assert "Question 1?" in html_of(test)


@pytest.mark.parametrize("language", ["th", "en"])
def test_many_questions_come_twenty_at_a_time(language: str, home: Path) -> None:
    Runs(home).save(made([item(number, right=False) for number in range(45)]))
    test = opened(language)
    assert html_of(test).count("tt-item") == 20
    assert say(language, "shown_of", first=1, last=20, count=45) in html_of(test)
    earlier, later = "questions-earlier_page", "questions-later_page"
    assert test.button(key=earlier).disabled and not test.button(key=later).disabled
    ran(test.button(key=later).click())
    ran(test.button(key=later).click())
    assert html_of(test).count("tt-item") == 5
    assert "Question 44?" in html_of(test) and "Question 39?" not in html_of(test)
    assert test.button(key=later).disabled
    ran(test.button(key=earlier).click())
    assert "Question 39?" in html_of(test)
    # What is searched for is shown from its beginning.
    ran(test.text_input(key="which-words").set_value("QUESTION 4"))
    assert say(language, "shown_of", first=1, last=9, count=9) in html_of(test)
    assert not [button for button in test.button if button.key == later]
    ran(test.text_input(key="which-words").set_value("no such words"))
    assert say(language, "no_questions") in html_of(test)


def test_questions_are_chosen_by_language_and_kind(home: Path) -> None:
    Runs(home).save(made([item(1), item(2, lang="th"), unanswerable(3, answered=False)]))
    test = opened()
    assert html_of(test).count("tt-item") == 3  # nothing is wrong: all are shown
    ran(test.selectbox(key="which-pair").set_value("th"))
    assert "Question 1?" not in html_of(test) and "Question 2?" in html_of(test)
    ran(test.selectbox(key="which-kind").set_value("who"))
    assert html_of(test).count("tt-item") == 1 and "Who paid?" in html_of(test)
    assert say("en", "kind_who") in html_of(test)


def test_a_choice_that_another_result_lacks_is_let_go_of(home: Path) -> None:
    Runs(home).save(made([item(1)], "2026-03-04T00:00:00+00:00"))
    Runs(home).save(made([item(1), item(2, lang="th")], "2026-03-05T00:00:00+00:00"))
    test = opened()
    ran(test.selectbox(key="which-pair").set_value("th"))
    ran(test.selectbox(key="run").set_value("2026-03-04T00-00-00Z.json"))
    assert "Question 1?" in html_of(test)


def test_what_is_cited_opens_where_it_stands(home: Path) -> None:
    cited, elsewhere = item(1), item(2)
    assert cited.answer
    (citation,) = cited.answer["claims"][0]["citations"]
    citation |= {"document_id": DOCUMENT.id, "start": 4, "end": 10}
    Runs(home).save(made([cited, elsewhere]))
    test = opened()
    opens = [button for button in test.button if str(button.key).startswith("open-")]
    assert [button.key for button in opens] == ["open-q1-1"]  # the other is not in the library
    ran(opens[0].click())
    (article,) = test.get("bidi_component")
    pieces = json.loads(article.proto.json)["paragraphs"][0]
    assert [piece["text"] for piece in pieces if piece["mark"]] == ["bridge"]
    ran(test.button(key="open-q1-1").click())
    assert len(test.get("bidi_component")) == 0


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_chat_model_is_measured_where_one_is_set(
    language: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not [c for c in opened(language).segmented_control if c.key == "who-answers"]
    monkeypatch.setenv("THAMTOP_CHAT_MODEL", "little:one")
    test = opened(language)
    assert len(test.warning) == 0
    ran(test.segmented_control(key="who-answers").set_value("model_answers"))
    asks = read(Request(20, answerer="chat")).asks
    assert asks >= 20  # what leads to a follow-up is asked as well
    told = say(language, "chat_costs", count=asks, model=plain("little:one"))
    assert test.warning[0].value == told
    ran(test.button(key="measure").click())
    assert test.session_state.asked == Request(20, answerer="chat")


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_result_of_the_chat_model_says_what_it_worded(language: str, home: Path) -> None:
    items = [item(1), item(2)]
    for each in items:
        each.judged = None
    result = made(items)
    result["run"] |= {"answerer": "chat", "chat_model": "little", "worded": 1}
    Runs(home).save(result)
    test = opened(language)
    body = html_of(test)
    assert say(language, "worded", model="little", count=1, all=2) in body
    assert say(language, "risk_of_model") in body
    assert test.selectbox(key="run").options[0].endswith(" · little")
    assert len(test.get("vega_lite_chart")) == 2  # no curve of risk


@pytest.mark.parametrize("language", ["th", "en"])
def test_two_results_are_compared(language: str, home: Path) -> None:
    Runs(home).save(made([item(1), item(2, right=False)], "2026-03-04T00:00:00+00:00"))
    Runs(home).save(made([item(1, right=False), item(2)], "2026-03-05T00:00:00+00:00"))
    test = opened(language)
    assert say(language, "accuracy") in [metric.label for metric in test.metric]
    ran(test.toggle(key="compare").set_value(True))
    body = html_of(test)
    assert say(language, "turned", right=1, wrong=1) in body
    assert say(language, "by_chance", p="1") in body
    assert body.index(say(language, "now_wrong")) < body.index(say(language, "now_right"))
    assert body.index(say(language, "now_right")) < body.index(say(language, "paired_told"))
    assert ">16</p>" in body and "+0.0" in body and "1 / 1" in body
    ran(test.selectbox(key="first_run").set_value("2026-03-05T00-00-00Z.json"))
    assert test.info[0].value == say(language, "same_run")


def test_an_earlier_result_is_chosen(home: Path) -> None:
    Runs(home).save(made([item(1)], "2026-03-04T00:00:00+00:00"))
    Runs(home).save(made([item(1, right=False)], "2026-03-05T00:00:00+00:00"))
    test = opened()
    assert test.metric[0].value == "0.0%"
    ran(test.selectbox(key="run").set_value("2026-03-04T00-00-00Z.json"))
    assert test.metric[0].value == "100.0%"


def test_a_result_that_cannot_be_kept_is_shown_all_the_same(home: Path) -> None:
    (home / "evaluations").write_text("a file where the folder should be")
    test = opened()
    ran(test.button(key="measure").click())
    assert "cannot be kept" in test.error[0].value
    assert len(test.metric) == 6


def test_the_last_twenty_results_are_kept(home: Path) -> None:
    runs = Runs(home)
    for day in range(1, KEPT + 3):
        runs.save(made([item(1)], f"2026-03-{day:02}T00:00:00+00:00"))
    (home / "evaluations" / "2026-01-01.json").write_text("not a result")
    saved = runs.saved()
    assert [each.name[8:10] for each in saved] == [f"{day:02}" for day in range(KEPT + 2, 2, -1)]
    assert "(B.E. 2569)" in saved[0].label("en") and "2569 (ค.ศ. 2026)" in saved[0].label("th")
    assert say("th", "shipped_set") in saved[0].label("th")
    assert runs.read(saved[0].name)["items"][0]["id"] == "q1"


def test_the_tables_escape_and_tell_intervals() -> None:
    drawn = table("<b>", ["<i>"], [["<u>", ("1 & 2", "3 < 4")]])
    assert "<b>" not in drawn and "<i>" not in drawn and "<u>" not in drawn
    assert "1 &amp; 2<small>3 &lt; 4</small>" in drawn
    result = small()
    pairs = pair_table(result, "th")
    assert pairs.count('<th scope="row">') == 3 and "ภาษาไทย" in pairs
    assert interval_of(result, "answers.accuracy", "en") == "0–100%"
    assert interval_of(result, "no.such", "en") == ""
    assert "0.10 s" in time_table(result, "en")


def test_a_result_of_search_alone_has_dashes(home: Path) -> None:
    alone = item(1)
    alone.scores, alone.judged, alone.answer = {"retrieval.recall@1": 1.0}, None, None
    Runs(home).save(made([alone]))
    test = opened()
    assert [metric.value for metric in test.metric][:5] == ["–"] * 5


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_problem_and_step_of_an_evaluation_has_its_words(language: str) -> None:
    said = "".join(
        (ROOT / "evals" / f"{name}.py").read_text("utf-8")
        for name in ("scoring", "runner", "evaluation", "corpus")
    )
    for beginning in (*PROBLEMS, *STEPS):
        assert beginning in said, beginning
    assert problem("Missing: 17 <b>", language) == f"{say(language, 'problem_missing')} 17 <b>"
    assert problem("The gold passage is not among the first 20.", language) == say(
        language, "problem_not_found"
    )
    assert "ValueError: x" in problem("Failed with ValueError: x", language)
    assert problem("Something new.", language) == "Something new."
    assert note("reader: a", language) == "reader: a"
    assert note("encoder: a → b", language) == say(
        language, "differs", name=say(language, "encoder"), before="a", after="b"
    )
    assert group_name("en-th", language) == f"{say(language, 'en')} → {say(language, 'th')}"


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_kind_of_the_shipped_questions_has_its_words(language: str) -> None:
    asked = {question.kind for question in read(Request()).asked}
    assert asked == set(KINDS)
    assert len({kind_name(kind, language) for kind in asked}) == len(asked)
    assert kind_name("*mine*", language) == "*mine*"


def test_a_refusal_and_its_gold_are_told() -> None:
    refused = next(i for i in small()["items"] if i["id"] == "u6")
    drawn = question_html(refused, "en")
    assert "ไม่พบ" in drawn and say("en", "gold_none") in drawn


# What measures: real questions, an index with a fake encoder, nothing asked.


def noted(step: str, done: int, total: int) -> None:
    pass


def test_a_bad_file_is_a_sentence_with_its_own_name(index: Index) -> None:
    for content, told in (
        (b"not json", "Line 1 of mine.jsonl is not JSON"),
        (b"\xff\xfe\xff", "mine.jsonl is not UTF-8"),
        (b"", "mine.jsonl is empty"),
        (b'{"data": []}', "mine.jsonl holds no passages"),
    ):
        with pytest.raises(EvaluationError, match=told):
            measured(Request(20, "mine.jsonl", content), index, noted)


def test_questions_without_articles_have_nothing_to_be_asked_about(index: Index) -> None:
    line = {"id": "1", "question": "Who?", "lang": "en", "answerable": False}
    with pytest.raises(EvaluationError, match="no article to ask about"):
        measured(Request(20, "mine.jsonl", json.dumps(line).encode()), index, noted)
