"""The page of the sources in a real headless Chromium, as a person would use it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sources.printed import print_pdf
from tests.ui.browser import (
    LOW_CONTRAST,
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
LIGHTHOUSE = [
    "The lighthouse of Koh Tan",
    "",
    "The lighthouse of Koh Tan was built in 1907 by Danish engineers who came by sea.",
    "It stands 34 metres high and its lamp is seen for 22 nautical miles around.",
]
TITLE = "A **starred** <script>window.ran = 1</script> title $5"
HOSTILE = (
    f"{TITLE}\n\nBody with <img src=x onerror='window.ran = 1'>, $maths$, `code` and "
    "[a link](javascript:alert(1)).\n\n" + "long" * 2_500
)
HOSTILE_NAME = "<img src=x onerror='window.ran = 1'> *a* $b$.txt"
BAD = {"empty.txt": b"", "zip.pdf": b"PK\x03\x04" + b"\0" * 40, "no.docx": b"Only words."}


def sources(chromium: Browser, server: str, locale: str, *, width: int = 1280) -> Page:
    page = open_page(chromium, server, locale, width=width)
    page.goto(f"{server}/sources?lang={locale[:2]}")
    page.wait_for_selector("input[type=file]", state="attached")
    return page


# Whether the number of a passage is painted left of its text: what is seen there is the passage's.
NUMBER_IN_MARGIN = """(passage) => {
  const number = getComputedStyle(passage, "::before");
  const [line, text] = [passage.getClientRects()[0], passage.closest(".text")];
  const right = text.getBoundingClientRect().left + parseFloat(number.left)
    + parseFloat(number.width);
  const seen = passage.getRootNode().elementFromPoint(right - 3, line.top + line.height / 2);
  return right <= line.left && seen === passage;
}"""


def add(page: Page, button: str, files: list[dict[str, object]]) -> None:
    """Choose files, given by name, kind and content, and add them once all are there."""
    page.set_input_files("input[type=file]", files)  # type: ignore[arg-type]
    expect(page.get_by_test_id("stFileChip")).to_have_count(len(files))
    page.get_by_role("button", name=button, exact=True).click()


def upload(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_a_pdf_is_added_and_asked_about(server: str, chromium: Browser) -> None:
    page = sources(chromium, server, "en-US")
    add(page, "Add", [upload("lighthouse.pdf", print_pdf([LIGHTHOUSE]))])
    expect(page.get_by_text("Added: The lighthouse of Koh Tan")).to_be_visible()
    page.locator('[class*="st-key-read-"] label').first.click()
    first = page.locator('[data-passage="1"]')
    first.scroll_into_view_if_needed()
    assert first.evaluate(NUMBER_IN_MARGIN)
    page.get_by_role("link", name="Ask").click()
    page.wait_for_selector("textarea")
    ask(page, "When was the lighthouse of Koh Tan built?")
    expect(page.locator(".tt-short")).to_contain_text("1907")
    assert "built in 1907" in open_citation(page)
    page.close()


def test_twenty_files_of_which_three_fail(server: str, chromium: Browser) -> None:
    page = sources(chromium, server, "th-TH", width=390)
    good = {f"note-{n:02}.txt": f"เรือลำที่ {n} ออกจากท่าตอนเช้า".encode() for n in range(17)}
    add(page, "เพิ่ม", [upload(name, content) for name, content in {**good, **BAD}.items()])
    expect(page.get_by_text("เพิ่มแล้ว 17 · เพิ่มไม่ได้ 3")).to_be_visible()
    for sentence in (
        "empty.txt เป็นไฟล์เปล่า โปรดเลือกไฟล์ที่มีเนื้อหา",
        "zip.pdf เป็นไฟล์ ZIP โปรดแตกไฟล์ก่อน แล้วเพิ่มบทความข้างในทีละไฟล์",
        "no.docx เสียหายหรือไม่ใช่ไฟล์ Word โปรดเปิดด้วย Word หรือ LibreOffice แล้วบันทึกใหม่เป็น DOCX",
    ):
        expect(page.get_by_text(sentence)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(LOW_CONTRAST) == []
    picture(page, "sources-errors-th")
    page.get_by_role("button", name="ล้างรายการนี้").click()
    expect(page.locator(".tt-lines")).to_have_count(0)
    page.close()


def test_a_hostile_source_is_shown_as_written(server: str, chromium: Browser) -> None:
    page = sources(chromium, server, "en-US")
    add(page, "Add", [upload(HOSTILE_NAME, HOSTILE.encode())])
    added = page.locator(".tt-lines")
    expect(added).to_contain_text(f"Added: {TITLE}")
    expect(added).to_contain_text(HOSTILE_NAME)
    page.get_by_label("Search all articles").fill("starred maths code")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Open the article here").first.click()
    text = page.locator(".text").first
    expect(text).to_contain_text("Body with <img src=x onerror='window.ran = 1'>, $maths$, `code`")
    expect(text).to_contain_text("long" * 2_500)
    expect(text.locator("mark").first).to_be_in_viewport()
    assert text.locator("img, script, a").count() == 0
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    picture(page, "sources-hostile-en")
    page.close()


def test_a_file_too_large_is_said_to_be_so(server: str, chromium: Browser, tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    page = sources(chromium, server, "th-TH")
    expect(page.get_by_test_id("stFileUploaderDropzoneInstructions")).to_be_visible()
    told = "getComputedStyle(document.querySelector('{}'), '::after').content"
    instructions = told.format('[data-testid="stFileUploaderDropzoneInstructions"] span')
    assert "ไฟล์ละไม่เกิน 100 เมกะไบต์" in page.evaluate(instructions)
    page.set_input_files("input[type=file]", [str(big)])
    expect(page.locator('[data-testid="stFileChip"][aria-invalid="true"]')).to_be_visible()
    refused = page.evaluate(told.format('[data-testid="stFileUploader"]'))
    assert "ไฟล์สีแดงจะไม่ถูกเพิ่ม เพราะใหญ่เกิน 100 เมกะไบต์" in refused
    page.close()


def test_two_readers_and_one_article(server: str, chromium: Browser) -> None:
    first, second = (sources(chromium, server, "en-US") for _ in range(2))
    add(first, "Add", [upload("shared.txt", b"The shared ferry sails at noon.")])
    expect(first.get_by_text("Added: The shared ferry sails at noon.")).to_be_visible()
    add(second, "Add", [upload("shared.txt", b"The shared ferry sails at noon.")])
    expect(second.get_by_text("Already there: The shared ferry sails at noon.")).to_be_visible()
    for page in (first, second):
        page.get_by_role("button", name="Remove", exact=True).first.click()
        expect(page.get_by_role("dialog")).to_contain_text("The shared ferry sails at noon.")
    for page, told in ((first, "Removed: "), (second, "This article has been removed.")):
        page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
        expect(page.get_by_test_id("stAlert").filter(has_text=told)).to_be_visible()
        page.close()
