"""A data folder of their own for the pages; a server and a browser for those that drive one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.ui.browser import CHROMIUM, FLAGS, need_chromium, running_server


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set a fresh data folder and return it; it does not exist yet."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("THAMTOP_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the chat for the tests of a module; yield its address."""
    need_chromium()
    with running_server(tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium for the tests of a module."""
    need_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
