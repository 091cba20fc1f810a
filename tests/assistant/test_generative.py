"""Answers written by a chat model, over the real wire: verified claims or the extractive answer."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep

import pytest

from assistant.answer import EXTRACTIVE, Answer, Citation, Claim, Event, Note
from assistant.assistant import Assistant
from assistant.chat_model import open_chat_model
from assistant.conversation import Turn
from assistant.extractive import Extractive
from assistant.generative import MOST_CLAIMS, MOST_PROPOSED, Generative, states
from assistant.question import Question, understand
from assistant.reading import Reader
from assistant.strings import LEFT_OUT, MODEL_BROKE_OFF, MODEL_PROBLEMS
from assistant.verifying import Checked, Proposed, Verifier
from index import Hit
from sources import Document, Settings, load
from tests.assistant.chat_server import (
    ChatServer,
    Script,
    Wire,
    breaking_off,
    chat_server,
    claim,
    dripping,
    endless,
    endless_line,
    garbled,
    hanging_up,
    long_line,
    not_utf8,
    nothing,
    page,
    redirecting,
    refusing,
    saying,
    silent,
    stalling,
    tools,
)
from tests.assistant.conftest import Indexer
from tests.assistant.fakes import UNSURE, FakeReader, hit, marking

ENGLISH = (
    "The city opened a new market beside the Ping on 5 March 2022. It has 120 stalls and no car "
    "park. The countries sending delegations are Laos, Vietnam and Japan."
)
THAI = "เทศบาลเปิดตลาดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565 ตลาดนี้มีแผงค้า 120 แผง"
OPENED = claim("The market opened on 5 March 2022.", 1, "on 5 March 2022")
STALLS = claim("It has 120 stalls.", 1, "It has 120 stalls")
INVENTED = claim("It burnt down in 2023.", 1, "burnt down")
OPENED_TH = claim("ตลาดเปิดเมื่อวันที่ 5 มีนาคม 2565", 1, "5 March 2022")
INVENTED_TH = claim("ตลาดถูกไฟไหม้", 1, "ไฟไหม้")
DOUBTED = "no car park"  # what the fake verifier cannot confirm
PARKING = claim("Cars cannot park there.", 1, DOUBTED)
ASKED = {"en": "When did the market open?", "th": "ตลาดเปิดเมื่อไร"}
LIMIT_S = 0.5
FIRST_CLAIM_S = 0.3
ALLOWED_S = 2.0  # on top of a limit: a busy machine, not another wait
LEAVING_S = 10.0  # until a connection is closed
TRIES = 20


class FakeVerifier(Verifier):
    """Supports what is quoted from the passage named, and takes its time; of one clause unsure."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.checked: list[Proposed] = []

    def check(self, question: Question, claim: Proposed, hits: Sequence[Hit]) -> Checked:
        sleep(self.seconds)
        self.checked.append(claim)
        found, passage = hits[claim.passage], hits[claim.passage].passage
        start = passage.text.find(claim.quote)
        if start < 0:
            return Checked(claim.text, None, False, "no_quote")
        start, end = passage.start + start, passage.start + start + len(claim.quote)
        cited = Citation(passage.document_id, found.title, start, end, claim.quote)
        if DOUBTED in claim.quote:
            return Checked(claim.text, cited, False, "unsupported", unconfirmed=True)
        return Checked(claim.text, cited, True, "")


def generative(
    server: ChatServer,
    *,
    reader: FakeReader | None = None,
    verifier: Verifier | None = None,
    timeout_s: float = 20.0,
    first_word_s: float = 20.0,
) -> Generative:
    settings = server.settings(chat_timeout_s=timeout_s, chat_first_word_s=first_word_s)
    extractive = Extractive(reader or marking("March"))  # type: ignore[arg-type]
    return Generative(open_chat_model(settings), verifier or FakeVerifier(), extractive)


def answered(script: Script, language: str = "en", **given: object) -> Answer:
    with chat_server(script) as server:
        answerer = generative(server, **given)  # type: ignore[arg-type]
        return answerer.answer(understand(ASKED[language]), [hit(ENGLISH, "en")])


def streamed(script: Script, language: str = "en") -> list[Event]:
    with chat_server(script) as server:
        return list(generative(server).stream(understand(ASKED[language]), [hit(ENGLISH, "en")]))


def extractive(language: str = "en") -> Answer:
    reader = marking("March")
    return Extractive(reader).answer(  # type: ignore[arg-type]
        understand(ASKED[language]), [hit(ENGLISH, "en")]
    )


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """Load once what the first answer loads, calendars and words, so that limits measure none."""
    for language in ASKED:
        extractive(language)
    with chat_server(saying(OPENED)) as server:
        generative(server).answer(understand(ASKED["en"]), [hit(ENGLISH, "en")])


def test_supported_claims_make_the_answer() -> None:
    answer = answered(saying(OPENED, STALLS))
    assert answer.text == "The market opened on 5 March 2022. ¹\n\nIt has 120 stalls. ²"
    assert [claim.text for claim in answer.claims] == [
        "The market opened on 5 March 2022.",
        "It has 120 stalls.",
    ]
    quotes = [claim.citations[0].quote for claim in answer.claims]
    assert quotes == ["on 5 March 2022", "It has 120 stalls"]
    assert (answer.answerer, answer.note, answer.abstained) == ("little", "", False)
    assert answer.short == answer.span == "5 March 2022"
    assert answer.confidence == extractive().confidence
    assert answer.to_json()["answerer"] == "little"
    assert answer.to_json()["note"] == ""


def test_claims_of_one_citation_share_its_number() -> None:
    again = claim("Its opening was in March.", 1, "on 5 March 2022")
    text = answered(saying(OPENED, STALLS, again)).text
    assert [line[-1] for line in text.split("\n\n")] == ["¹", "²", "¹"]


def test_the_first_claim_is_the_short_answer_unless_the_reader_agrees() -> None:
    answer = answered(saying(STALLS, OPENED), reader=marking("Laos"))
    assert (answer.short, answer.span) == ("It has 120 stalls.", "")
    answer = answered(saying(STALLS, OPENED), reader=marking("March", UNSURE))
    assert (answer.short, answer.span) == ("It has 120 stalls.", "")
    assert answer.confidence == 1.0


@pytest.mark.parametrize("language", ["th", "en"])
def test_unsupported_claims_are_left_out_and_counted(language: str) -> None:
    good, bad = (OPENED_TH, INVENTED_TH) if language == "th" else (OPENED, INVENTED)
    broken = '{"claim": "x", "passage": 7, "quote": "y"}\n'
    events = streamed(saying(bad, good, bad, broken), language)
    first, note, answer = events
    assert isinstance(first, Claim)
    assert first.text == json.loads(good)["claim"]
    assert note == Note(LEFT_OUT[language].format(count=2))
    assert isinstance(answer, Answer)
    assert answer.note == note.text
    assert answer.claims == (first,)
    assert "ไฟ" not in answer.text
    assert "burnt" not in answer.text


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_is_not_confirmed_is_no_part_of_the_answer(language: str) -> None:
    events = streamed(saying(PARKING, OPENED, PARKING, INVENTED), language)
    first, note, answer = events
    assert isinstance(first, Claim)
    assert isinstance(answer, Answer)
    assert note == Note(LEFT_OUT[language].format(count=1))
    assert answer.claims == (first,)
    assert [one.text for one in answer.unconfirmed] == ["Cars cannot park there."]
    assert "park" not in answer.text
    assert answer.to_json()["unconfirmed"][0]["citations"][0]["quote"] == DOUBTED
    assert answer.shown == (first, *answer.unconfirmed)


def test_what_another_quote_confirms_is_confirmed() -> None:
    again = claim("Cars cannot park there.", 1, "It has 120 stalls")
    answer = answered(saying(PARKING, again))
    assert [one.text for one in answer.claims] == ["Cars cannot park there."]
    assert answer.unconfirmed == ()


@pytest.mark.parametrize("reader", [marking("March"), marking("March", UNSURE)])
def test_where_nothing_is_confirmed_the_extractive_answer_stands_above(reader: FakeReader) -> None:
    answer = answered(saying(PARKING), reader=reader)
    assert answer.answerer == EXTRACTIVE
    assert answer.note == MODEL_PROBLEMS["unconfirmed"]["en"]
    assert [one.text for one in answer.unconfirmed] == ["Cars cannot park there."]


@pytest.mark.parametrize(
    ("script", "problem", "language"),
    [
        (saying(INVENTED, INVENTED_TH), "unsupported", "th"),
        (saying('{"none": true}'), "none", "en"),
        (saying("It opened in March, I think."), "formless", "en"),
        (saying('{"claim": "x", "passage": 7, "quote": "y"}\n'), "formless", "th"),
        (saying(""), "formless", "en"),
        (saying(OPENED[:30]), "cut", "th"),
        (breaking_off(OPENED[:30]), "cut", "en"),
        (refusing(429), "busy", "th"),
        (refusing(429, retry_after="0"), "busy", "en"),
        (refusing(429, retry_after="60"), "busy", "th"),
        (refusing(500, "<html>"), "failing", "en"),
        (refusing(502, "<!doctype html><p>Bad gateway"), "failing", "th"),
        (refusing(401), "key", "th"),
        (refusing(404), "missing", "en"),
        (page, "unreadable", "th"),
        (garbled, "unreadable", "en"),
        (long_line(10), "endless", "th"),
        (endless("once more " * 500), "endless", "en"),
        (endless(" " * 500), "endless", "th"),
        (not_utf8, "unreadable", "en"),
        (nothing, "unreadable", "th"),
        (tools, "formless", "en"),
        (redirecting(307), "unreachable", "th"),
        (hanging_up, "unreachable", "en"),
    ],
)
def test_a_failure_ends_in_the_extractive_answer(
    script: Script, problem: str, language: str
) -> None:
    events = streamed(script, language)
    assert len(events) == 2
    note, answer = events
    assert note == Note(MODEL_PROBLEMS[problem][language])
    assert isinstance(answer, Answer)
    assert answer.note == MODEL_PROBLEMS[problem][language]
    plain = extractive(language)
    assert (answer.text, answer.claims) == (plain.text, plain.claims)
    assert answer.answerer == "extractive"


def test_a_server_that_is_gone() -> None:
    with chat_server(silent) as server:
        answerer = generative(server)
    answer = answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")])
    assert answer.note == MODEL_PROBLEMS["unreachable"]["en"]
    assert answer.text == extractive().text


@pytest.mark.parametrize("script", [silent, page, stalling(OPENED[:30]), not_utf8, refusing(429)])
def test_a_server_that_comes_back_is_used_again(script: Script) -> None:
    with chat_server(script, saying(OPENED)) as server:
        answerer = generative(server, timeout_s=LIMIT_S)

        def answered_by() -> str:
            return answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")]).answerer

        assert answered_by() == EXTRACTIVE
        # A busy machine may keep a reply waiting for as long as the limit: once must be enough.
        assert "little" in (answered_by() for _ in range(TRIES))


def test_many_questions_at_once_to_a_slow_server() -> None:
    def slowly(wire: Wire) -> None:
        wire.begin()
        wire.pause(0.5)
        wire.say(OPENED)
        wire.complete()

    answers: list[Answer] = []
    with chat_server(slowly) as server:
        answerer = generative(server)

        def ask() -> None:
            answers.append(answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")]))

        threads = [Thread(target=ask) for _ in range(8)]
        begun = perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert perf_counter() - begun < 0.5 + ALLOWED_S, "they wait for one another"
    assert [answer.text for answer in answers] == ["The market opened on 5 March 2022. ¹"] * 8


def test_verifying_keeps_the_limit_too() -> None:
    many = "".join(claim(f"It has {n} stalls.", 1, "120 stalls") for n in range(MOST_PROPOSED))
    begun = perf_counter()
    answer = answered(saying(many), verifier=FakeVerifier(0.5), timeout_s=2.0)
    assert perf_counter() - begun <= 2.0 + ALLOWED_S
    assert 1 <= len(answer.claims) <= 5
    assert answer.note == MODEL_BROKE_OFF["en"]


@pytest.mark.parametrize(
    "script",
    [silent, dripping(), stalling(OPENED[:30]), dripping(OPENED[:30]), dripping("{"), endless_line],
)
def test_the_time_limit_holds(script: Script) -> None:
    with chat_server(script) as server:
        answerer = generative(server, timeout_s=LIMIT_S)
        begun = perf_counter()
        answer = answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")])
        assert LIMIT_S - 0.05 <= perf_counter() - begun <= LIMIT_S + ALLOWED_S
    assert answer.note == MODEL_PROBLEMS["slow"]["en"]
    assert answer.text == extractive().text


@pytest.mark.parametrize(
    "script",
    [
        breaking_off(OPENED, STALLS[:20]),
        saying(OPENED, STALLS[:20]),
        stalling(OPENED, STALLS[:20]),
        dripping(OPENED),
        endless("and so on " * 300, OPENED),
    ],
)
def test_what_was_verified_before_a_cut_is_kept(script: Script) -> None:
    answer = answered(script, "th", timeout_s=6 * LIMIT_S)  # a busy machine gets to the claim
    assert [claim.text for claim in answer.claims] == ["The market opened on 5 March 2022."]
    assert answer.note == MODEL_BROKE_OFF["th"]
    assert answer.answerer == "little"


def test_model_and_reader_may_agree_that_nothing_answers() -> None:
    answer = answered(saying('{"none": true}'), reader=marking("March", UNSURE))
    assert answer.abstained
    assert answer.note == ""


def test_claims_without_end_are_not_all_verified() -> None:
    many = [claim(f"Claim {n}.", 1, "120 stalls") for n in range(100)]
    assert len(answered(saying("".join(many))).claims) == MOST_CLAIMS
    verifier = FakeVerifier()
    answered(saying(*(claim(f"It burnt {n}.", 1, "burnt") for n in range(100))), verifier=verifier)
    assert len(verifier.checked) == MOST_PROPOSED


@pytest.mark.parametrize("line", [OPENED, INVENTED])
def test_a_model_that_goes_round_in_a_circle_is_left(line: str) -> None:
    def again_and_again(wire: Wire) -> None:
        wire.begin()
        for _ in wire.forever():
            wire.say(line)
            wire.pause(0.01)

    verifier = FakeVerifier()
    with chat_server(again_and_again) as server:
        answerer = generative(server, verifier=verifier)
        answer = answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")])
        assert server.left.wait(LEAVING_S), "the rest is still waited for"
    assert len(verifier.checked) == 1
    told = {OPENED: "", INVENTED: MODEL_PROBLEMS["unsupported"]["en"]}
    assert answer.note == told[line]


def test_a_claim_that_cannot_be_checked_costs_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    class Failing(FakeVerifier):
        def check(self, question: Question, claim: Proposed, hits: Sequence[Hit]) -> Checked:
            if "stalls" in claim.text:
                raise ValueError("an odd claim")
            return super().check(question, claim, hits)

    answer = answered(saying(STALLS, OPENED), verifier=Failing())
    assert [claim.text for claim in answer.claims] == ["The market opened on 5 March 2022."]
    assert answer.note == LEFT_OUT["en"].format(count=1)
    assert "could not be checked" in caplog.text


def test_a_claim_is_shown_once() -> None:
    assert len(answered(saying(OPENED, OPENED)).claims) == 1


def test_the_first_verified_claim_comes_at_once() -> None:
    # On a busy machine every piece may wait for its turn: once must be enough.
    assert any(delay_of_the_first_claim() <= FIRST_CLAIM_S for _ in range(TRIES))


def delay_of_the_first_claim() -> float:
    """Return the seconds between the end of a model's first claim and its being shown."""

    def slowly(wire: Wire) -> None:
        wire.begin()
        wire.pause(0.1)  # a model reads before it writes
        for letter in OPENED:
            wire.say(letter)
        wire.pause(1.5)  # and goes on
        wire.complete()

    with chat_server(slowly) as server:
        events = generative(server).stream(understand(ASKED["en"]), [hit(ENGLISH, "en")])
        assert isinstance(next(events), Claim)
        shown = perf_counter()
        (complete,) = (when for when, piece in server.said if piece == "}")
        events.close()  # type: ignore[attr-defined]
    return shown - complete


def test_leaving_a_stream_ends_the_request() -> None:
    with chat_server(dripping(OPENED)) as server:
        events = generative(server).stream(understand(ASKED["en"]), [hit(ENGLISH, "en")])
        next(events)
        events.close()  # type: ignore[attr-defined]
        assert server.left.wait(LEAVING_S), "the connection is still open"


def test_the_conversation_is_told() -> None:
    with chat_server(saying(OPENED)) as server:
        answerer = generative(server)
        earlier = [Turn("Where is the new market?", "Beside the Ping.")]
        answerer.answer(understand(ASKED["en"]), [hit(ENGLISH, "en")], earlier)
    (_, told) = server.requests[0]["messages"]  # type: ignore[misc]
    assert "Where is the new market?" in told["content"]
    assert "Beside the Ping." in told["content"]


def test_no_model_is_asked_about_nothing() -> None:
    with chat_server(saying(OPENED)) as server:
        assert generative(server).answer(understand(ASKED["en"]), []).abstained
    assert server.requests == []


@pytest.mark.parametrize(
    ("claim", "short", "inside"),
    [
        ("It opened on 5 March 2022.", "5 March 2022", True),
        ("เปิดเมื่อวันที่ ๕ มีนาคม ๒๕๖๕", "5 มีนาคม 2565", True),
        ("The TOWN HALL was closed.", "town hall.", True),
        ("It has 1,120 stalls.", "120 stalls", False),
        ("It has 120 stalls.", "12", False),
        ("It costs 17.5 baht.", "17", False),
        ("Nobody came.", "No", False),
        ("Anything.", "", False),
        ("Anything.", " . ", False),
    ],
)
def test_whether_a_claim_states_a_short_answer(claim: str, short: str, inside: bool) -> None:
    assert states(claim, short) is inside


@pytest.fixture
def served() -> Iterator[ChatServer]:
    with chat_server(saying(OPENED)) as server:
        yield server


def test_an_assistant_with_a_model(indexed: Indexer, served: ChatServer, reader: Reader) -> None:
    index = indexed(Document.create(title="Market", text=ENGLISH, origin="market"))
    assistant = Assistant(index, generative(served))
    assert assistant.answerer_name == "little"
    claimed, answer = assistant.stream(ASKED["en"])
    assert isinstance(claimed, Claim)
    assert isinstance(answer, Answer)
    assert answer.answerer == "little"
    assert answer.timings_ms["total"] > 0
    assert replaced(assistant.ask(ASKED["en"])) == replaced(answer)
    asked = len(served.requests)
    assert assistant.suggestions("en")
    assert len(served.requests) == asked, "suggestions cost no request"


def replaced(answer: Answer) -> dict[str, object]:
    return {**answer.to_json(), "timings_ms": {}}


def test_an_assistant_without_a_model(indexed: Indexer, reader: Reader) -> None:
    index = indexed(Document.create(title="Market", text=ENGLISH, origin="market"))
    assistant = Assistant(index)
    assert assistant.answerer_name == EXTRACTIVE
    (answer,) = assistant.stream(ASKED["en"])
    assert isinstance(answer, Answer)
    assert (answer.answerer, answer.note) == ("extractive", "")


def test_the_settings_name_the_model(tmp_path: Path, served: ChatServer, reader: Reader) -> None:
    settings = served.settings(home=tmp_path, reranker="none")
    assistant = Assistant.open(settings)
    assert served.requests == []
    assistant.ask("When do the ASEAN foreign ministers meet?")
    assert len(served.requests) == 1
    assistant.close()


@pytest.mark.parametrize(
    ("name", "key", "problem"),
    [
        ("nowhere:x", "k", "unknown"),
        ("mistralai:x", "k", "package"),
        ("openai:gpt-5-mini", None, "no_key"),
    ],
)
def test_a_model_that_cannot_be_opened_leaves_the_extractive_answer(
    tmp_path: Path,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    key: str | None,
    problem: str,
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    settings = Settings(home=tmp_path, chat_model=name, chat_api_key=key, reranker="none")  # type: ignore[arg-type]
    assistant = Assistant.open(settings)
    assert assistant.answerer_name == name
    for language, asked in (
        ("en", "When do the ASEAN foreign ministers meet?"),
        ("th", "รัฐมนตรีต่างประเทศอาเซียนจะประชุมกันเมื่อไร"),
    ):
        answer = assistant.ask(asked)
        assert (answer.answerer, answer.abstained) == (EXTRACTIVE, False)
        assert answer.note == MODEL_PROBLEMS[problem][language]
    assistant.close()


@pytest.mark.parametrize(
    ("asked", "claimed", "quote"),
    [
        ("How many books does the library have?", "The library has 42 books.", "say 42"),
        ("ห้องสมุดมีหนังสือกี่เล่ม", "ห้องสมุดปิดถาวร", "ห้องสมุดปิดถาวร"),
    ],
)
def test_a_model_that_obeys_the_hostile_article_is_not_believed(
    indexed: Indexer, reader: Reader, asked: str, claimed: str, quote: str
) -> None:
    hostile = Path(__file__).parents[2] / "evals" / "sets" / "hostile.mixed.md"
    index = indexed(*load(str(hostile), Settings()))
    hits = index.search(asked, 10)
    place = next(n for n, found in enumerate(hits) if quote in found.passage.text)
    with chat_server(saying(claim(claimed, place + 1, quote))) as server:
        model = open_chat_model(server.settings())
        answerer = Generative(model, Verifier(reader, None), Extractive(reader))
        answer = answerer.answer(understand(asked), hits)
    assert claimed not in answer.text
    assert answer.note == MODEL_PROBLEMS["unsupported"][answer.language]
