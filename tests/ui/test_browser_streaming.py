"""Answers on their way, in a real headless Chromium, from a chat model over the wire."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    Locator,
    Page,
    WebSocketRoute,
    expect,
)

from tests.assistant.chat_server import ChatServer, Script, Wire, chat_server, claim
from tests.ui.browser import (
    CHROMIUM,
    FLAGS,
    LOW_CONTRAST,
    empty_server,
    need_chromium,
    open_page,
    picture,
    running_server,
)

pytestmark = [
    pytest.mark.browser,
    # Playwright's event loop leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
QUESTION = {
    "en": "How many documents will they sign?",
    "th": "อาเซียนจะลงนามเอกสารกี่ฉบับ",
}
SIGNED = ("They will sign 17 documents in all.", "together they will sign 17 documents in all")
GROUPS = ("The 17 documents fall into four groups.", "The 17 documents fall into four groups")
# Pixels: the page may scroll.
BELOW_QUESTION = """node => node.getBoundingClientRect().top
  - document.querySelector(".tt-asked").getBoundingClientRect().top"""
WAIT_S = 60.0
READY_S = 1.0  # beyond what Streamlit's empty page takes in the same browser
BUSY = 1.25  # how much less even-handed a machine may be that runs other tests
SLOW = {  # a test's machine may be; what is told to stop must not end of its own
    "THAMTOP_CHAT_TIMEOUT_S": "600",
    "THAMTOP_CHAT_FIRST_WORD_S": "600",
}


@pytest.fixture(scope="module")
def model() -> Iterator[ChatServer]:
    with chat_server(writing(SIGNED)) as model:
        yield model


@pytest.fixture(scope="module")
def server(model: ChatServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    need_chromium()
    set_to = {"THAMTOP_CHAT_MODEL": "little", "THAMTOP_CHAT_BASE_URL": model.address, **SLOW}
    with running_server(tmp_path_factory.mktemp("home"), set_to) as address:
        yield address


@pytest.fixture(autouse=True)
def fresh(model: ChatServer) -> None:
    """Forget what other tests asked."""
    model.requests.clear()
    model.left.clear()


def say_claim(wire: Wire, told: tuple[str, str]) -> None:
    """Send a claim, citing the passage of the prompt that holds its quote."""
    text, quote = told
    prompt = str(wire.server.requests[-1]["messages"])
    before = prompt[: prompt.index(quote)]
    passage = re.findall(r" passage (\d+)⟧", before)[-1]
    wire.say(claim(text, int(passage), quote))


def writing(*told: tuple[str, str], between: Callable[[Wire], None] | None = None) -> Script:
    """Send claims, with something done after each but the last, and end well."""

    def play(wire: Wire) -> None:
        wire.begin()
        for place, each in enumerate(told):
            if place and between:
                between(wire)
            say_claim(wire, each)
        wire.complete()

    return play


def never_ending(told: tuple[str, str]) -> Script:
    """Send a claim, then signs of life until the reader leaves."""

    def play(wire: Wire) -> None:
        wire.begin()
        say_claim(wire, told)
        for _ in wire.forever():
            wire.raw(b": still here\n\n")
            wire.pause(0.05)

    return play


def begin(page: Page, question: str) -> Locator:
    """Ask, and return the claims, of which the first has come."""
    page.fill("textarea", question)
    page.keyboard.press("Enter")
    claims = page.locator(".tt-claim")
    expect(claims.first).to_be_visible()
    return claims


def gone(model: ChatServer) -> bool:
    """Wait until the model's reader has left."""
    return model.left.wait(WAIT_S)


def test_claims_come_one_by_one_and_stay_where_they_are(
    server: str, model: ChatServer, chromium: Browser
) -> None:
    steps = threading.Semaphore(0)
    model.scripts = [
        writing(SIGNED, GROUPS, GROUPS, between=lambda _: bool(steps.acquire(timeout=WAIT_S)))
    ]
    page = open_page(chromium, server, "en-US")
    claims = begin(page, QUESTION["en"])
    assert claims.first.inner_text().startswith(SIGNED[0])
    expect(claims.first.get_by_role("button", name="[1]")).to_be_visible()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    picture(page, "writing-en")
    claims.first.evaluate(f"node => {{ node.marked = ({BELOW_QUESTION})(node); }}")
    where = f"node => [node.marked, ({BELOW_QUESTION})(node)]"
    steps.release()
    expect(claims).to_have_count(2)
    before, now = claims.first.evaluate(where)
    assert abs(before - now) < 1
    steps.release()
    expect(page.locator(".copy")).to_be_visible()
    expect(page.locator(".stop")).to_have_count(0)
    expect(page.locator(".sources .number")).to_have_text(["1, 2 "])  # one source, named once
    before, now = claims.first.evaluate(where)  # the same node, in the same place
    assert abs(before - now) < 1
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    spoken = page.locator("[aria-live=polite].told p")
    assert [text for text in spoken.all_text_contents() if text] == [SIGNED[0], GROUPS[0]]
    assert len(model.requests) == 1
    page.close()


@pytest.mark.parametrize(("language", "dark"), [("th", True), ("en", False)])
def test_stop_keeps_what_was_verified_and_ends_the_request(
    server: str, model: ChatServer, chromium: Browser, language: str, dark: bool
) -> None:
    model.scripts = [never_ending(SIGNED)]
    locale, stop, again = {
        "th": ("th-TH", "หยุดตอบ", "ถามข้อล่าสุดอีกครั้ง"),
        "en": ("en-US", "Stop", "Ask the last question again"),
    }[language]
    page = open_page(chromium, server, locale, width=390 if dark else 1280, dark=dark)
    begin(page, QUESTION["en"])
    picture(page, f"writing-{'narrow' if dark else 'wide'}-{language}")
    assert page.evaluate(LOW_CONTRAST) == []
    page.get_by_role("button", name=stop, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".note")).to_be_visible()
    expect(page.locator(".tt-claim")).to_have_count(1)
    expect(page.locator(".stop")).to_have_count(0)
    expect(page.locator(".copy")).to_be_focused()  # where Stop was
    assert gone(model)
    picture(page, f"stopped-{'narrow' if dark else 'wide'}-{language}")
    assert page.evaluate(LOW_CONTRAST) == []
    assert len(model.requests) == 1
    model.scripts = [writing(GROUPS)]
    page.get_by_role("button", name=again).click()
    expect(page.locator(".tt-claim")).to_contain_text(GROUPS[0])
    expect(page.locator(".note")).to_be_hidden()
    assert len(model.requests) == 2
    page.close()


def test_a_question_put_meanwhile_is_answered_next(
    server: str, model: ChatServer, chromium: Browser
) -> None:
    go_on = threading.Event()
    model.scripts = [
        writing(SIGNED, GROUPS, between=lambda _: bool(go_on.wait(WAIT_S))),
        writing(GROUPS),
    ]
    page = open_page(chromium, server, "en-US")
    begin(page, QUESTION["en"])
    page.fill("textarea", "How many groups do the 17 documents fall into?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Next in line")).to_be_visible()
    page.get_by_role("radio", name="ไทย").click()
    expect(page.get_by_text("รอตอบเป็นข้อถัดไป")).to_be_visible()
    go_on.set()
    expect(page.locator(".copy")).to_have_count(2)
    expect(page.locator(".tt-claim")).to_have_count(3)
    assert len(model.requests) == 2
    page.close()


def test_a_page_loaded_anew_can_be_used_and_leaves_no_request_behind(
    server: str, model: ChatServer, chromium: Browser
) -> None:
    model.scripts = [never_ending(SIGNED)]
    page = open_page(chromium, server, "en-US")
    begin(page, QUESTION["en"])
    model.scripts = [writing(GROUPS)]  # before anything may ask again
    page.reload()
    expect(begin(page, "How many groups are there?").first).to_contain_text(GROUPS[0])
    expect(page.locator(".copy").last).to_be_visible()
    assert gone(model)
    page.close()


def test_an_answer_goes_on_after_a_lost_connection(
    server: str, model: ChatServer, chromium: Browser
) -> None:
    go_on, lines = threading.Event(), list[tuple[WebSocketRoute, WebSocketRoute]]()
    model.scripts = [writing(SIGNED, GROUPS, between=lambda _: bool(go_on.wait(WAIT_S)))]

    def connect(line: WebSocketRoute) -> None:
        lines.append((line, line.connect_to_server()))

    page = open_page(
        chromium,
        server,
        "en-US",
        prepare=lambda page: page.route_web_socket(re.compile("/_stcore/stream"), connect),
    )
    begin(page, QUESTION["en"])
    for end in lines[-1]:
        end.close()
    go_on.set()
    expect(page.locator(".copy")).to_be_visible()
    expect(page.locator(".tt-claim")).to_have_count(2)
    assert len(lines) >= 2
    assert len(model.requests) == 1
    page.close()


@pytest.mark.parametrize(("flag", "language"), [("th", "th"), ("en-US", "en")])
def test_the_browser_s_own_language_decides_first(
    server: str, chromium: Browser, flag: str, language: str
) -> None:
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, f"--lang={flag}", f"--accept-lang={flag}"]
    )
    page = open_page(browser, server)
    page.wait_for_url(f"**lang={language}**")
    # The page writes it a moment after its address.
    expect(page.locator("html")).to_have_attribute("lang", language)
    browser.close()


def test_a_second_session_is_ready_as_soon_as_an_empty_page_would_be(
    server: str, chromium: Browser, tmp_path: Path
) -> None:
    """Prints seconds to an input that can be used, and to the suggestions; `-s` shows them."""
    open_page(chromium, server, "en-US").close()
    empty, typed, offered = [], [], []
    with empty_server(tmp_path) as other:
        for _ in range(3):  # in turn, so that a busy moment befalls both
            empty.append(_seconds(chromium, other, "textarea"))
            typed.append(_seconds(chromium, server, "textarea"))
            offered.append(_seconds(chromium, server, ".st-key-tt-offers button"))
    told = {
        name: [round(figure, 2) for figure in figures]
        for name, figures in (("empty", empty), ("input", typed), ("suggestions", offered))
    }
    print(json.dumps(told))  # noqa: T201
    most = min(empty) * BUSY + READY_S
    assert min(typed) < most and min(offered) < most, told


def _seconds(chromium: Browser, address: str, awaited: str) -> float:
    begun = time.perf_counter()
    page = open_page(chromium, address, "en-US", awaited=awaited)
    taken = time.perf_counter() - begun
    page.close()
    return taken
