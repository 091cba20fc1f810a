"""A real server and a real headless Chromium, for the tests that use the page as a person does."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from playwright.sync_api import Browser, Page, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WAIT_MS = 90_000
STILL = '[data-testid="stApp"][data-test-script-state="notRunning"]'  # nothing is being drawn
START_S = 90

# Contrast of each visible text with what is painted behind it, by WCAG 2.2; reported where it is
# below 4.5 (text) or 3 (icons).
LOW_CONTRAST = """() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const up = (node) => node.parentElement || (node.getRootNode().host ?? null);
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = up(at)) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const low = [];
  const look = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) look(node.shadowRoot);
      const own = [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
      const box = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      if (!own || box.width < 2 || box.height < 2 || style.visibility === "hidden") continue;
      if (parseFloat(style.fontSize) < 2 || node.closest("[disabled]")) continue;
      const ground = behind(node);
      const [a, b] = [light(over(rgba(style.color), ground)), light(ground)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const least = node.dataset.testid === "stIconMaterial" ? 3 : 4.5;
      if (ratio < least) low.push(`${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`);
    }
  };
  look(document.body);
  return low;
}"""


def need_chromium() -> None:
    """Skip where there is no browser; fail where one is promised."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing; install it with apt-get install chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")


@contextmanager
def running_server(home: Path, settings: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """Run the chat as its command does, on a free port; yield its address.

    Args:
        home: Folder of its data.
        settings: Environment variables that it is given.
    """
    port = _free_port()
    command = [sys.executable, "-m", "assistant.cli", "chat", f"--port={port}", "--no-browser"]
    with _running(command, port, home, {"THAMTOP_HOME": str(home), **settings}) as address:
        yield address


@contextmanager
def empty_server(folder: Path) -> Iterator[str]:
    """Run a page of Streamlit's that has an input and nothing else; yield its address.

    What a browser takes for that is not ours to mend, so that ours is compared with it.
    """
    (folder / "app.py").write_text("import streamlit as st\n\nst.chat_input()\n", "utf-8")
    port = _free_port()
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    options.append("--browser.gatherUsageStats=false")
    command = [sys.executable, "-m", "streamlit", "run", str(folder / "app.py"), *options]
    with _running(command, port, folder, {}) as address:
        yield address


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def _running(
    command: Sequence[str], port: int, folder: Path, settings: Mapping[str, str]
) -> Iterator[str]:
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        command,
        env={**os.environ, **settings},
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    address = f"http://localhost:{port}"
    try:
        _wait_until_healthy(address, process, folder / "server.log")
        yield address
    finally:
        os.killpg(process.pid, 15)
        process.wait(30)
        log.close()


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"the server ended:\n{log.read_text('utf-8', 'replace')}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail("the server did not start")


def open_page(
    browser: Browser,
    address: str,
    locale: str | None = None,
    *,
    width: int = 1280,
    dark: bool = False,
    prepare: Callable[[Page], None] = lambda page: None,
    path: str = "",
    awaited: str = "textarea",
) -> Page:
    """Open the page as a new reader; a request to any other host fails the test.

    Args:
        browser: Where.
        address: Of the page.
        locale: Of the reader, in place of the browser's own.
        width: Of the window, in pixels.
        dark: Whether the reader prefers dark colours.
        prepare: Done before the page is asked for.
        path: Of the page behind its address.
        awaited: What tells that it is there.
    """
    page = browser.new_page(
        locale=locale,
        viewport={"width": width, "height": 860},
        color_scheme="dark" if dark else "light",
    )
    page.set_default_timeout(WAIT_MS)
    expect.set_options(timeout=WAIT_MS)
    page.on("request", lambda request: _stay_home(request.url, address))
    prepare(page)
    page.goto(f"{address}/{path}" if path else address)
    page.wait_for_selector(awaited)
    return page


STRAYED: list[str] = []


def _stay_home(url: str, address: str) -> None:
    if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:")):
        STRAYED.append(url)


def ask(page: Page, question: str, *, place: int = 1) -> None:
    """Ask and wait for the reply; `place` is its number in the conversation."""
    page.fill("textarea", question)
    page.keyboard.press("Enter")
    expect(page.locator(".tt-short, .tt-claim, .tt-abstained").nth(place - 1)).to_be_visible()


def open_citation(page: Page) -> str:
    """Open the first citation; return the marked words, which must be in view."""
    page.get_by_role("button", name="[1]").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    return "".join(page.locator("mark").all_inner_texts())


def picture(page: Page, name: str) -> None:
    """Leave a screenshot, where a folder for them is set."""
    folder = os.environ.get("THAMTOP_SCREENSHOTS")
    if folder:
        page.wait_for_timeout(1_500)  # movements come to rest
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png")
