"""A real headless Chromium against the real server, as a person would use it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = [
    pytest.mark.browser,
    # Playwright's event loop leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_WAIT_MS = 90_000
MEKONG = ("Thailand", "Cambodia", "Laos", "Vietnam", "Myanmar")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; install it with apt-get install chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    log = (home / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant.cli", "chat", f"--port={port}", "--no-browser"],
        env={**os.environ, "THAMTOP_HOME": str(home)},
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(address, process)
        yield address
    finally:
        os.killpg(process.pid, 15)
        process.wait(30)
        log.close()


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail("the server did not start")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()


def open_page(browser: Browser, address: str, locale: str, width: int = 1280) -> Page:
    page = browser.new_page(locale=locale, viewport={"width": width, "height": 860})
    page.set_default_timeout(_WAIT_MS)
    expect.set_options(timeout=_WAIT_MS)
    page.goto(address)
    page.wait_for_selector("textarea")
    return page


def ask(page: Page, question: str) -> None:
    page.fill("textarea", question)
    page.keyboard.press("Enter")
    expect(page.locator(".tt-short, .tt-abstained").last).to_be_visible()


def picture(page: Page, name: str) -> None:
    folder = os.environ.get("THAMTOP_SCREENSHOTS")
    if folder:
        page.wait_for_timeout(1_500)
        page.screenshot(path=Path(folder) / f"{name}.png")


def marked_in_view(page: Page) -> str:
    mark = page.locator("mark").first
    expect(mark).to_be_in_viewport()
    return "".join(page.locator("mark").all_inner_texts())


def test_ask_in_thai_and_open_the_citation(server: str, browser: Browser) -> None:
    page = open_page(browser, server, "th-TH")
    ask(page, "อาเซียนลงนามเอกสารกี่ฉบับ")
    expect(page.locator(".tt-short")).to_contain_text("17")
    picture(page, "ask-th")
    page.get_by_role("button", name="[1]").click()
    assert "17 ฉบับ" in marked_in_view(page)
    picture(page, "citation-th")
    page.close()


def test_ask_in_english_and_open_the_citation(server: str, browser: Browser) -> None:
    page = open_page(browser, server, "en-US")
    ask(page, "Which countries are in the Mekong group?")
    for country in MEKONG:
        expect(page.locator(".tt-short")).to_contain_text(country)
    picture(page, "ask-en")
    page.get_by_role("button", name="[1]").click()
    words = marked_in_view(page)
    assert all(country in words for country in MEKONG)
    picture(page, "citation-en")
    page.close()


def test_the_switch_changes_the_language_and_the_address(server: str, browser: Browser) -> None:
    page = open_page(browser, server, "en-US")
    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    page.get_by_role("radio", name="ไทย").click()
    expect(page.get_by_role("heading", name="อยากรู้อะไรจากบทความ")).to_be_visible()
    assert "lang=th" in page.url
    page.close()


def test_an_added_file_is_asked_about(server: str, browser: Browser, tmp_path: Path) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(
        "Night ferry to Koh Sirinthip\n\nThe night ferry to Koh Sirinthip began on 3 March 2022. "
        "It carries 240 passengers and takes six hours from Ban Laem harbour.",
        "utf-8",
    )
    page = _sources(browser, server)
    page.set_input_files("input[type=file]", str(article))
    expect(page.get_by_text("ferry.txt")).to_be_visible()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Added: Night ferry to Koh Sirinthip")).to_be_visible()
    page.get_by_role("link", name="Ask").click()
    page.wait_for_selector("textarea")
    ask(page, "How many passengers does the night ferry carry?")
    expect(page.locator(".tt-short")).to_contain_text("240")
    page.close()


def _sources(browser: Browser, server: str) -> Page:
    page = open_page(browser, server, "en-US")
    page.get_by_role("link", name="Sources").click()
    page.wait_for_selector("input[type=file]", state="attached")
    return page


def test_a_narrow_window_shows_the_words_in_view(server: str, browser: Browser) -> None:
    page = open_page(browser, server, "th-TH", width=380)
    ask(page, "ประเทศลุ่มน้ำโขงมีประเทศใดบ้าง")
    expect(page.locator(".tt-short")).to_contain_text("กัมพูชา")
    page.get_by_role("button", name="[1]").click()
    assert "กัมพูชา" in marked_in_view(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    picture(page, "narrow-th")
    page.close()
