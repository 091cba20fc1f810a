"""The page of the sources over a real index: several readers, long lists, hostile texts."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from index import Index
from sources import Document, SourceError, StoreError, load_settings, problems
from tests.conftest import MARKET_EN, TURTLES_TH
from tests.fakes import FakeEncoder
from tests.ui.test_pages import drawn, html_of
from ui.adding import report, summary
from ui.article import pieces
from ui.batch import Line
from ui.finding import places
from ui.labels import plain
from ui.library import about
from ui.strings import accuracy, ask, say, shared
from ui.strings import sources as source_texts
from ui.uploads import Outcome, add_upload

HOSTILE = (
    "A **starred** <script>alert(1)</script> title $5\n\n"
    "Body with <img src=x onerror=alert(1)>, $maths$, `code` and [a link](javascript:alert(1)).\n\n"
    + "long"
    * 2_500
)


class Reader:
    """Stands in for the assistant: the page of the sources wants its index and its name."""

    answerer_name = "extractive"

    def __init__(self, index: Index) -> None:
        self.index = index


def library_page(language: str) -> None:
    import streamlit as st

    from ui import library

    library.page(st.session_state.reader, language)


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


@pytest.fixture
def index(tmp_path: Path, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("THAMTOP_HOME", str(tmp_path))
    with Index.open(load_settings(), encoder) as index:
        yield index


def added(index: Index, title: str, text: str) -> str:
    return index.add(Document.create(title=title, text=text, origin=f"{title}.txt")).document_id


def reading(index: Any, language: str = "en") -> AppTest:
    test = AppTest.from_function(library_page, kwargs={"language": language}, default_timeout=60)
    test.session_state.reader = Reader(index)
    test.run()
    assert not test.exception
    return test


def test_no_text_is_said_in_two_modules() -> None:
    keys = [key for part in (shared, ask, source_texts, accuracy) for key in part.TEXTS["en"]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_article_is_read_with_its_passages_and_as_it_is_written(
    index: Index, language: str
) -> None:
    number = added(index, "<b>Starred</b> *title*", HOSTILE)
    test = reading(index, language)
    assert "&lt;b&gt;Starred&lt;/b&gt; *title*" in html_of(test) and "<b>" not in html_of(test)
    test.toggle(key=f"read-{number}").set_value(True).run()
    (article,) = drawn(test, "article")
    shown = "\n\n".join("".join(p["text"] for p in part) for part in article["paragraphs"])
    assert shown == HOSTILE
    numbers = [p["passage"] for part in article["paragraphs"] for p in part if "passage" in p]
    assert numbers == list(range(1, len(index.passages(number)) + 1)) and len(numbers) > 9
    assert article["passages"] == say(language, "passages_marked")


def test_the_numbers_stand_where_the_passages_begin(index: Index) -> None:
    number = added(index, "Market", MARKET_EN * 12)
    begins = [passage.start for passage in index.passages(number)]
    place, found = 0, []
    for part in pieces(MARKET_EN * 12, 40, 60, begins):
        for piece in part:
            if "passage" in piece:
                found.append(place)
            place += len(piece["text"])
        place += 2
    assert found == begins and len(begins) > 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("112 ฟอง", ["๑๑๒ ฟอง"]),
        ("เต่า", ["เต่า", "เต่า"]),
        ("TURTLE", []),
        (".*", []),
        ("  ", []),
    ],
)
def test_words_are_found_as_they_are_written_or_in_other_digits(
    wanted: str, found: list[str]
) -> None:
    assert [TURTLES_TH[a:b] for a, b in places(TURTLES_TH, wanted)] == found


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_search_within_an_article_goes_from_place_to_place(index: Index, language: str) -> None:
    number = added(index, "Turtles", TURTLES_TH)
    added(index, "Market", MARKET_EN)
    index.embed_pending()
    test = reading(index, language)
    test.toggle(key=f"read-{number}").set_value(True).run()
    test.text_input(key=f"within-{number}").set_value("เต่า").run()
    assert say(language, "found_within", place=1, count=2) in html_of(test)
    spans = []
    for _ in range(3):
        spans.append(drawn(test, "article")[0]["span"])
        test.button(key=f"place-{number}-later_place").click().run()
    assert spans[0] == spans[2] != spans[1]
    test.text_input(key=f"within-{number}").set_value("ไข่เต่าทะเลกี่ฟอง").run()
    assert say(language, "near_within", place=1, count=1) in html_of(test)
    test.text_input(key=f"within-{number}").set_value("violin").run()
    assert not test.exception


def test_a_long_list_is_shown_by_pages_and_can_be_sifted(index: Index) -> None:
    for n in range(45):
        added(index, f"Note {n:02}", f"The ferry number {n} sails.")
    test = reading(index)
    assert len(test.toggle) == 20
    assert say("en", "articles_shown", first=1, last=20, count=45) in html_of(test)
    test.button(key="library-later_page").click().run()
    test.button(key="library-later_page").click().run()
    assert len(test.toggle) == 5
    test.text_input(key="sift").set_value("note ๐7").run()
    assert len(test.toggle) == 1 and "Note 07" in html_of(test)
    test.text_input(key="sift").set_value("no such").run()
    assert test.info[0].value == say("en", "none_sifted")


@pytest.mark.parametrize("language", ["th", "en"])
def test_two_readers_remove_the_same_article(index: Index, language: str) -> None:
    number = added(index, "Market", MARKET_EN)
    first, second = reading(index, language), reading(index, language)
    for test in (first, second):
        test.toggle(key=f"read-{number}").set_value(True).run()
        test.button(key=f"remove-{number}").click().run()
    first.button(key="remove-yes").click().run()
    assert first.success[0].value == plain(say(language, "removed", title="Market"))
    second.button(key="remove-yes").click().run()
    assert not first.exception and not second.exception
    assert second.success[0].value == plain(say(language, "gone"))
    assert second.info[0].value == say(language, "no_sources")


class Vanishing:
    """An index whose articles another reader removes between two looks."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def document(self, number: str) -> Document:
        document = self._index.document(number)
        self._index.remove(number)
        return document


def test_an_article_that_goes_while_it_is_read(index: Index) -> None:
    number = added(index, "Market", MARKET_EN)
    test = reading(Vanishing(index))
    test.toggle(key=f"read-{number}").set_value(True).run()
    assert not test.exception
    assert test.info[0].value == say("en", "gone")


class Full(Vanishing):
    """An index on a disk that is full."""

    def remove(self, number: str) -> None:
        raise StoreError(problems.EMPTY_FILE, name=number)


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_goes_wrong_while_removing_is_a_sentence(index: Index, language: str) -> None:
    number = added(index, "Market", MARKET_EN)
    test = reading(Full(index), language)
    test.button(key=f"remove-{number}").click().run()
    test.button(key="remove-yes").click().run()
    assert not test.exception
    expected = {"th": "เป็นไฟล์เปล่า", "en": "is empty"}[language]
    assert expected in test.error[0].value


def test_the_list_tells_how_many_passages_have_their_vectors(
    index: Index, encoder: FakeEncoder
) -> None:
    encoder.gate.clear()
    added(index, "Market", MARKET_EN * 12)
    index.start_embedding()
    assert encoder.entered.wait(20)
    test = reading(index, "th")
    (entry,) = index.entries()
    assert entry.embedded == 0 < entry.passages
    assert say("th", "partly", done=0, count=entry.passages) in html_of(test)
    test.toggle(key=f"read-{entry.id}").set_value(True).run()
    assert len(drawn(test, "article")) == 1
    index.remove(entry.id)  # while it is being encoded
    encoder.gate.set()
    test.run()
    assert not test.exception
    assert test.info[0].value == say("th", "no_sources")
    index.embed_pending()
    assert index.pending() == 0 and index.search("market") == []


def test_many_threads_add_and_remove_the_same_article(index: Index) -> None:
    troubles: list[Exception] = []
    settings, ready = load_settings(), threading.Barrier(6)
    outcomes: list[Outcome] = []

    def work(adding: bool) -> None:
        ready.wait(20)
        for _ in range(8):
            try:
                if adding:
                    outcomes.extend(add_upload(index, settings, "market.txt", MARKET_EN.encode()))
                else:
                    for entry in index.entries():
                        index.search("floating market")
                        index.remove(entry.id)
            except Exception as error:
                troubles.append(error)

    index.start_embedding()
    threads = [threading.Thread(target=partial(work, n % 2 == 0)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert {type(error).__name__ for error in troubles} <= {"UnknownDocument"}
    assert {outcome.status for outcome in outcomes} <= {"added", "unchanged"}
    assert len(outcomes) == 24
    only = add_upload(index, settings, "market.txt", MARKET_EN.encode())
    assert next(outcome.status for outcome in only) in ("added", "unchanged")
    index.embed_pending()
    (entry,) = index.entries()
    assert entry.embedded == entry.passages > 0 and index.search("floating market")


def lines(*outcomes: Outcome, name: str = "<i>feed</i>", state: str = "done") -> list[Line]:
    return [Line(name, state, list(outcomes))]


def test_what_came_of_a_feed_is_counted_and_its_failures_told() -> None:
    failed = SourceError(problems.NOT_THERE, address="http://x/<b>", status=404)
    told = report(
        lines(
            Outcome(1, 3, "added", "One"),
            Outcome(2, 3, "failed", error=failed),
            Outcome(3, 3, "added", "Three <b>", SourceError(problems.EMPTY_PAGE, address="y")),
        ),
        "th",
    )
    assert "เพิ่มแล้ว 2 · เพิ่มไม่ได้ 1 · ได้เฉพาะบทคัดย่อ 1" in told
    assert "ไม่พบหน้า http://x/&lt;b&gt; (สถานะ 404) โปรดตรวจลิงก์" in told
    assert "&lt;i&gt;feed&lt;/i&gt;" in told and "<i>" not in told and "<b>" not in told


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_under_way_is_told(language: str) -> None:
    going = lines(Outcome(37, 200, "added", "x"), state="reading") + lines(state="waiting")
    assert say(language, "reading_part", place=37, count=200) in report(going, language)
    assert say(language, "waiting") in report(going, language)
    assert say(language, "adding", place=1, count=2) in summary(going, language, running=True)


def test_what_failed_comes_first_and_a_long_rest_is_folded() -> None:
    fine = [each for n in range(9) for each in lines(Outcome(1, 1, "added", "x"), name=f"n{n}")]
    bad = lines(Outcome(1, 1, "failed", error=SourceError(problems.NO_TEXT, name="z")), name="z")
    told = report([*fine, *bad], "en")
    assert told.index(">z<") < told.index("<details>") < told.index(">n0<")
    assert say("en", "show_added", count=9) in told


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_undated_article_is_said_to_be_so(index: Index, language: str) -> None:
    added(index, "Market", MARKET_EN)
    assert say(language, "undated") in about(index.entries()[0], language)
