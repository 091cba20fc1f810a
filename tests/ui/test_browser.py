"""A real headless Chromium against the real server, as a person would use it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.browser import (
    LOW_CONTRAST,
    STRAYED,
    ask,
    open_citation,
    open_page,
    picture,
)

pytestmark = [
    pytest.mark.browser,
    # Playwright's event loop leaves its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
MEKONG = ("Thailand", "Cambodia", "Laos", "Vietnam", "Myanmar")
FERRY = (
    "Night ferry to Koh Sirinthip\n\nThe night ferry to Koh Sirinthip began on 3 March 2022. "
    "It carries 240 passengers and takes six hours from Ban Laem harbour.\n\n"
    "Its cook serves <b>rice</b> for $2 and writes **the menu** on <script>slates</script>."
)


def test_ask_in_thai_and_open_the_citation(server: str, chromium: Browser) -> None:
    page = open_page(chromium, server, "th-TH")
    assert page.evaluate("document.documentElement.lang") == "th"
    picture(page, "welcome-th")
    ask(page, "อาเซียนลงนามเอกสารกี่ฉบับ")
    expect(page.locator(".tt-short")).to_contain_text("17")
    picture(page, "ask-th")
    assert "17 ฉบับ" in open_citation(page)
    expect(page.locator(".about")).to_contain_text("8 กันยายน 2563 (ค.ศ. 2020)")
    expect(page.locator(".twin")).to_contain_text("17 documents")
    picture(page, "citation-th")
    page.get_by_role("button", name="ปิดต้นฉบับ", exact=True).click()
    expect(page.locator("mark")).to_have_count(0)
    page.close()


def test_ask_in_english_and_open_the_citation(server: str, chromium: Browser) -> None:
    page = open_page(chromium, server, "en-US")
    ask(page, "Which countries are in the Mekong group?")
    for country in MEKONG:
        expect(page.locator(".tt-short")).to_contain_text(country)
    picture(page, "ask-en")
    words = open_citation(page)
    assert all(country in words for country in MEKONG)
    expect(page.locator(".about")).to_contain_text("8 September 2020 (B.E. 2563)")
    picture(page, "citation-en")
    page.keyboard.press("Escape")
    expect(page.locator("mark")).to_have_count(0)
    page.close()


def test_an_abstention_offers_a_passage_and_a_question(server: str, chromium: Browser) -> None:
    page = open_page(chromium, server, "en-US")
    # Its words are in no source: only the search by meaning has a passage to offer.
    expect(page.get_by_text("preparing search by meaning")).to_have_count(0)
    ask(page, "Who painted the Mona Lisa?")
    expect(page.locator(".tt-abstained")).to_be_visible()
    expect(page.locator(".tt-short")).to_have_count(0)
    page.get_by_role("button", name="Open the nearest passage").click()
    expect(page.locator("mark").first).to_be_in_viewport()
    picture(page, "abstention-en")
    page.get_by_role("button", name="Try: ").click()
    expect(page.locator(".tt-short")).to_be_visible()
    page.close()


def test_the_switch_changes_the_language_and_the_address(server: str, chromium: Browser) -> None:
    page = open_page(chromium, server, "en-US")
    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    page.get_by_role("radio", name="ไทย").click()
    expect(page.get_by_role("heading", name="อยากรู้อะไรจากบทความ")).to_be_visible()
    page.wait_for_url("**lang=th**")
    page.get_by_role("link", name="แหล่งข้อมูล").click()
    expect(page.get_by_role("heading", name="เพิ่มบทความ")).to_be_visible()
    page.close()


def test_an_added_file_is_asked_about_and_shown_as_written(
    server: str, chromium: Browser, tmp_path: Path
) -> None:
    article, broken = tmp_path / "ferry.txt", tmp_path / "broken.pdf"
    article.write_text(FERRY, "utf-8")
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 40)
    page = _sources(chromium, server)
    page.set_input_files("input[type=file]", [str(article), str(broken)])
    expect(page.get_by_text("ferry.txt")).to_be_visible()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Added: Night ferry to Koh Sirinthip")).to_be_visible()
    expect(page.get_by_text("Not added: broken.pdf")).to_be_visible()
    picture(page, "sources-en")
    page.get_by_role("link", name="Ask").click()
    page.wait_for_selector("textarea")
    ask(page, "How many passengers does the night ferry carry?")
    expect(page.locator(".tt-short")).to_contain_text("240")
    assert "240 passengers" in open_citation(page)
    expect(page.locator(".text")).to_contain_text("**the menu** on <script>slates</script>")
    page.close()


@pytest.mark.parametrize("width", [1280, 380])
def test_a_late_citation_is_in_view_in_a_long_conversation(
    server: str, chromium: Browser, width: int
) -> None:
    page = open_page(chromium, server, "en-US", width=width)
    for place in range(1, 5):
        ask(page, "Which countries are in the Mekong group?", place=place)
    expect(page.locator(".tt-short").last).to_be_in_viewport()
    page.get_by_role("button", name="[1]").last.click()
    expect(page.locator("mark").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".close")).to_be_in_viewport(ratio=1)
    picture(page, f"long-{width}-en")
    for place in (3, 0):  # the page beside a source is narrower, and yet nobody loses the place
        citation = page.locator(".cite").nth(place)
        if place == 0:
            citation.focus()
            page.keyboard.press("Enter")
            expect(page.locator("mark").first).to_be_in_viewport(ratio=1)
            expect(citation).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("mark")).to_have_count(0)
        expect(citation).to_be_focused()
        expect(citation).to_be_in_viewport()
    page.close()


def test_the_field_is_ready_to_type_in_and_again_after_starting_over(
    server: str, chromium: Browser
) -> None:
    page = open_page(chromium, server, "en-US")
    expect(page.locator("textarea")).to_be_focused()
    ask(page, "Which countries are in the Mekong group?")
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    expect(page.locator(".tt-asked")).to_have_count(0)
    expect(page.locator("textarea")).to_be_focused()
    page.close()


def test_a_narrow_window_shows_the_words_in_view(server: str, chromium: Browser) -> None:
    page = open_page(chromium, server, "th-TH", width=380)
    ask(page, "ประเทศลุ่มน้ำโขงมีประเทศใดบ้าง")
    expect(page.locator(".tt-short")).to_contain_text("กัมพูชา")
    expect(page.locator(".tt-short")).to_be_in_viewport(ratio=1)
    picture(page, "narrow-th")
    assert "กัมพูชา" in open_citation(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    picture(page, "narrow-citation-th")
    page.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_can_be_read(server: str, chromium: Browser, dark: bool) -> None:
    page = open_page(chromium, server, "th-TH", dark=dark)
    ask(page, "อาเซียนลงนามเอกสารกี่ฉบับ")
    open_citation(page)
    page.wait_for_timeout(1_000)
    assert page.evaluate(LOW_CONTRAST) == []
    picture(page, "dark-th" if dark else "light-th")
    page.get_by_role("link", name="แหล่งข้อมูล").click()
    expect(page.get_by_role("heading", name="เพิ่มบทความ")).to_be_visible()
    page.get_by_role("button", name="นำออก").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_timeout(1_000)
    assert page.evaluate(LOW_CONTRAST) == []
    picture(page, "dark-dialog-th" if dark else "light-dialog-th")
    page.get_by_role("button", name="ยกเลิก").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.close()


def test_the_page_asks_nothing_of_other_hosts(server: str, chromium: Browser) -> None:
    open_page(chromium, server, "en-US").close()
    assert STRAYED == []


def _sources(chromium: Browser, server: str) -> Page:
    page = open_page(chromium, server, "en-US")
    page.get_by_role("link", name="Sources").click()
    page.wait_for_selector("input[type=file]", state="attached")
    return page
