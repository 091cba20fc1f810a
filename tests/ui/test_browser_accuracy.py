"""The page of accuracy in a real headless Chromium: real questions, measured for real."""

import os

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.browser import (
    LOW_CONTRAST,
    STILL,
    open_page,
    picture,
)

pytestmark = [
    pytest.mark.browser,
    # Playwright's event loop leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
MEASURED_MS = 600_000  # the articles are read for meaning first
COUNT = 100 if os.environ.get("THAMTOP_SCREENSHOTS") else 20  # a picture wants more to show


@pytest.fixture(scope="module")
def measured(server: str, chromium: Browser) -> str:
    """Measure with the button, and return the address of a page that has a result to show."""
    page = _accuracy(chromium, server)
    expect(page.get_by_text("Nothing has been measured yet")).to_be_visible()
    page.get_by_role("radio", name=str(COUNT), exact=True).click()
    page.get_by_role("button", name="Measure").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.get_by_text(f"of {COUNT}")).to_be_visible(timeout=MEASURED_MS)
    expect(_metrics(page)).to_have_count(6, timeout=MEASURED_MS)
    page.close()
    return server


def test_figures_and_charts_of_real_questions(measured: str, chromium: Browser) -> None:
    page = _accuracy(chromium, measured)
    expect(_metrics(page)).to_have_count(6)
    accuracy = page.locator('[data-testid="stMetricValue"]').first.inner_text()
    assert 40 < float(accuracy.rstrip("%")) <= 100
    table = page.get_by_role("table", name="By language")
    expect(table.get_by_role("row")).to_have_count(6)  # headings, all, four pairs of languages
    expect(table.get_by_role("row").nth(1).get_by_role("cell").first).to_have_text(str(COUNT))
    expect(_charts(page)).to_have_count(3)
    assert _charts(page).first.evaluate("chart => chart.getBoundingClientRect().width") > 300
    page.set_viewport_size({"width": 1280, "height": 1165})
    _metrics(page).first.evaluate("metric => metric.scrollIntoView({block: 'start'})")
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollBy(0, -90)")
    picture(page, "accuracy-en")
    page.close()


def test_a_question_is_found_and_opened_where_its_answer_is_cited(
    measured: str, chromium: Browser
) -> None:
    page = _accuracy(chromium, measured)
    page.get_by_text(f"All ({COUNT})").click()
    expect(page.get_by_text(f"1–20 of {COUNT}")).to_be_visible()
    page.get_by_role("textbox", name="Search questions and answers").fill("asean")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"1–20 of {COUNT}")).to_have_count(0)
    expect(page.locator(STILL)).to_be_attached()  # a button of the list before opens nothing
    opener = page.get_by_role("button", name="Open the article there").first
    question = opener.locator("xpath=ancestor::*[.//article[contains(@class, 'tt-item')]][1]")
    quote = question.locator("mark").first.inner_text()
    opener.click()
    marked = page.locator(".article mark")
    marked.first.scroll_into_view_if_needed()
    expect(marked.first).to_be_in_viewport()
    assert _words("".join(marked.all_inner_texts())) == _words(quote)
    page.get_by_role("button", name="Close the source").first.click()
    expect(marked).to_have_count(0)
    page.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_narrow_window_in_thai_has_everything_and_can_be_read(
    measured: str, chromium: Browser, dark: bool
) -> None:
    page = _accuracy(chromium, measured, "th-TH", width=390, dark=dark)
    expect(_metrics(page)).to_have_count(6)
    expect(page.locator(".tt-item, .tt-quiet[role=status]").last).to_be_attached()
    expect(_charts(page)).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.wait_for_timeout(1_000)
    assert page.evaluate(LOW_CONTRAST) == []
    picture(page, f"accuracy-390-{'dark' if dark else 'light'}-th")
    page.close()


def _accuracy(
    browser: Browser, address: str, locale: str = "en-US", *, width: int = 1280, dark: bool = False
) -> Page:
    heading = ".st-key-tt-accuracy h2"
    return open_page(
        browser, address, locale, width=width, dark=dark, path="accuracy", awaited=heading
    )


def _metrics(page: Page) -> Locator:
    return page.locator('[data-testid="stMetric"]')


def _charts(page: Page) -> Locator:
    return page.locator('[data-testid="stVegaLiteChart"] svg.marks')


def _words(text: str) -> str:
    return "".join(text.split())
