"""Files and addresses that a person adds on the page, each with what came of it."""

import io
import socket
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdf
import pytest

from index import Index
from sources import Settings, ThamtopError, load_settings
from tests.fakes import FakeEncoder
from tests.sources.conftest import Site
from tests.sources.conftest import site as site  # a fixture
from tests.sources.printed import print_pdf
from ui.batch import Batch, Job
from ui.launch import FIRST_PORT, command, free_port
from ui.uploads import Outcome, add_address, add_upload, distinct

THAI_NAME = "รายงานการประชุม" * 20 + ".txt"
HOSTILE_NAME = "<img src=x onerror=alert(1)> & \u202egpj.txt"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(home=tmp_path, max_source_mb=1, fetch_timeout_s=5)


@pytest.fixture
def index(settings: Settings) -> Iterator[Index]:
    with Index.open(settings, FakeEncoder()) as index:
        yield index


def archive(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return packed.getvalue()


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(print_pdf([["Secret words."]])))
    writer.encrypt("password", algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def only(outcomes: Iterator[Outcome]) -> Outcome:
    (outcome,) = outcomes
    return outcome


def told(outcome: Outcome, language: str) -> str:
    assert isinstance(outcome.error, ThamtopError)
    return outcome.error.sentence(language)


def test_an_upload_keeps_its_name_and_a_newer_one_replaces_it(
    index: Index, settings: Settings
) -> None:
    name = "รายงาน ๒.txt"
    three, four = "น้ำท่วมที่เชียงใหม่สามวัน".encode(), "น้ำท่วมที่เชียงใหม่สี่วัน".encode()
    statuses = [only(add_upload(index, settings, name, c)).status for c in (three, three, four)]
    assert statuses == ["added", "unchanged", "replaced"]
    (entry,) = index.entries()
    assert entry.origin == name
    assert index.document(entry.id).text == four.decode()
    assert index.document(entry.id).location == f"upload:{name}"


def test_the_same_content_under_another_name_is_there_already(
    index: Index, settings: Settings
) -> None:
    assert only(add_upload(index, settings, "a.txt", b"The ferry sails.")).status == "added"
    again = only(add_upload(index, settings, "b.txt", b"The ferry sails."))
    assert (again.status, again.title) == ("unchanged", "The ferry sails.")
    assert len(index.entries()) == 1


def test_two_files_of_one_name_chosen_together_are_no_versions_of_each_other() -> None:
    assert distinct(["a.txt", "b.txt", "a.txt", "a.txt", "c"]) == [
        "a.txt",
        "b.txt",
        "a (2).txt",
        "a (3).txt",
        "c",
    ]


def test_the_entries_of_an_uploaded_feed_stay_side_by_side(
    index: Index, settings: Settings
) -> None:
    entries = "".join(
        f"<item><title>Bridge {n}</title><description>Bridge {n} opened.</description></item>"
        for n in (1, 2)
    )
    feed = f'<rss version="2.0"><channel><title>News</title>{entries}</channel></rss>'
    for expected in ("added", "unchanged"):
        outcomes = list(add_upload(index, settings, "news.rss", feed.encode()))
        assert [(o.place, o.count, o.status) for o in outcomes] == [
            (1, 2, expected),
            (2, 2, expected),
        ]
    assert sorted(entry.origin for entry in index.entries()) == [
        "news.rss#Bridge 1",
        "news.rss#Bridge 2",
    ]


@pytest.mark.parametrize("name", [THAI_NAME, HOSTILE_NAME, "..", "a/b\\c:d.txt", "../../x.txt"])
def test_any_name_can_be_uploaded(index: Index, settings: Settings, name: str) -> None:
    outcome = only(add_upload(index, settings, name, b"The night ferry began in March."))
    assert outcome.status == "added", outcome
    assert [entry.origin for entry in index.entries()] == [name]


@pytest.mark.parametrize("encoding", ["cp874", "utf-16", "utf-16-be", "utf-8-sig"])
def test_thai_in_any_encoding(index: Index, settings: Settings, encoding: str) -> None:
    text = "ท่าเรือบ้านแหลมเปิดใหม่\n\nเรือออกทุกวันเสาร์ ค่าโดยสาร 40 บาท"
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    outcome = only(add_upload(index, settings, "a.txt", (mark + text).encode(encoding)))
    assert (outcome.status, outcome.title) == ("added", "ท่าเรือบ้านแหลมเปิดใหม่")
    assert index.document(index.entries()[0].id).text == text


BAD = [
    ("empty.txt", b"", "empty.txt เป็นไฟล์เปล่า", "is empty"),
    ("zip.pdf", archive(x=b"1"), "zip.pdf เป็นไฟล์ ZIP", "is a ZIP archive"),
    ("no.docx", b"Only words.", "no.docx เสียหายหรือไม่ใช่ไฟล์ Word", "no Word file"),
    ("bomb.docx", archive(word__document=b" " * 60_000_000), "ใหญ่เกิน 50 เมกะไบต์", "50 MB"),
    ("pictures.pdf", print_pdf([[""], [""]]), "มีแต่ภาพของหน้ากระดาษ", "only pictures"),
    ("locked.pdf", locked_pdf(), "มีรหัสผ่าน", "is encrypted"),
    ("../../x.txt", b"\0\1\2" * 50, "ไม่ใช่ไฟล์ข้อความ", "not text but binary"),
    ("big.txt", b"x" * 1_000_001, "ใหญ่เกิน 1 เมกะไบต์", "larger than 1 MB"),
    (HOSTILE_NAME, b" ", HOSTILE_NAME, HOSTILE_NAME),
]


@pytest.mark.parametrize(("name", "content", "thai", "english"), BAD, ids=[b[0] for b in BAD])
def test_a_bad_upload_is_one_sentence_in_each_language_and_changes_nothing(
    index: Index, settings: Settings, name: str, content: bytes, thai: str, english: str
) -> None:
    outcome = only(add_upload(index, settings, name, content))
    assert outcome.status == "failed"
    assert thai in told(outcome, "th") and name in told(outcome, "th")
    assert english in told(outcome, "en") and told(outcome, "en").endswith(".")
    assert "/tmp" not in told(outcome, "en")
    assert index.entries() == [] and index.generation() == index.generation()


def test_twenty_files_of_which_some_fail(index: Index, settings: Settings) -> None:
    good = [(f"note-{n}.txt", f"The ferry number {n} sails.".encode()) for n in range(17)]
    files = [*good[:5], *BAD[:2], *good[5:], BAD[2]]
    starts: list[int] = []
    batch = Batch(lambda: starts.append(len(index.entries())))
    batch.put([Job(f[0], partial(add_upload, index, settings, f[0], f[1])) for f in files])
    assert batch.wait(60)
    assert [line.name for line in batch.lines] == [name for name, *_ in files]
    counts = Counter(outcome.status for line in batch.lines for outcome in line.outcomes)
    assert counts == {"added": 17, "failed": 3}
    assert [line.name for line in batch.lines if line.failures] == [b[0] for b in BAD[:3]]
    assert len(index.entries()) == 17 and starts[-1] == 17
    batch.clear()
    assert batch.lines == []


def test_what_breaks_unforeseen_stops_nothing_else(index: Index, settings: Settings) -> None:
    def broken() -> Iterator[Outcome]:
        raise RecursionError("deep")

    batch = Batch(lambda: None)
    fine = partial(add_upload, index, settings, "a.txt", b"The ferry sails.")
    batch.put([Job("deep.html", broken), Job("a.txt", fine)])
    assert batch.wait(30)
    first, second = batch.lines
    assert "RecursionError" in told(first.outcomes[0], "en")
    assert told(first.outcomes[0], "th").startswith("เกิดข้อผิดพลาดที่ไม่คาดคิด")
    assert second.outcomes[0].status == "added"


def feed_of(site: Site, count: int, body: str = "") -> str:
    items = "".join(
        f"<item><title>Story {n}</title><link>{site.address}/{n}</link>{body}</item>"
        for n in range(count)
    )
    feed = f"<rss version='2.0'><channel>{items}</channel></rss>"
    return site.put("/feed", feed, "application/rss+xml")


def test_a_long_feed_is_added_entry_by_entry_and_what_fails_is_told(
    index: Index, settings: Settings, site: Site
) -> None:
    for n in range(0, 200, 2):
        site.put(f"/{n}", f"Ferry number {n} sails at dawn.", "text/plain")
    outcomes = list(add_address(index, settings, feed_of(site, 200)))
    assert [(o.place, o.count) for o in outcomes] == [(n, 200) for n in range(1, 201)]
    assert Counter(o.status for o in outcomes) == {"added": 100, "failed": 100}
    assert f"ไม่พบหน้า {site.address}/1 (สถานะ 404)" in told(outcomes[1], "th")
    assert len(index.entries()) == 100


def test_a_summary_in_place_of_a_page_is_told(index: Index, settings: Settings, site: Site) -> None:
    feed = feed_of(site, 1, "<description>It sails at dawn.</description>")
    outcome = only(add_address(index, settings, feed))
    assert outcome.status == "added" and "status 404" in told(outcome, "en")
    assert index.document(index.entries()[0].id).text == "It sails at dawn."


def test_stopping_keeps_what_was_added(index: Index, settings: Settings, site: Site) -> None:
    feed = feed_of(site, 200, "<description>It sails at dawn.</description>")
    batch = Batch(lambda: None)

    def stopped() -> Iterator[Outcome]:
        for outcome in add_address(index, settings, feed):
            if outcome.place == 3:
                batch.stop()
            yield outcome

    later = partial(add_upload, index, settings, "later.txt", b"Later.")
    batch.put([Job(feed, stopped), Job("later.txt", later)])
    assert batch.wait(30)
    first, second = batch.lines
    assert [o.status for o in first.outcomes] == ["added"] * 3 + ["failed"]
    assert told(first.outcomes[-1], "th").startswith("หยุดก่อนที่จะอ่าน")
    assert [o.status for o in second.outcomes] == ["failed"]
    assert len(index.entries()) == 3


@pytest.mark.parametrize(
    ("address", "thai"),
    [
        ("ftp://127.0.0.1/x", "ไม่ใช่ลิงก์หน้าเว็บ"),
        ("http://127.0.0.1:1/", "ติดต่อ http://127.0.0.1:1/ ไม่ได้"),
        ("/etc/hosts", "ไม่ใช่ลิงก์ที่ถูกต้อง"),
        ("file:///etc/hosts", "ไม่ใช่ลิงก์หน้าเว็บ"),
    ],
)
def test_a_bad_address_is_one_sentence_and_reads_no_file_of_the_server(
    index: Index, settings: Settings, address: str, thai: str
) -> None:
    outcome = only(add_address(index, settings, address))
    assert outcome.status == "failed" and thai in told(outcome, "th")
    assert index.entries() == []


def test_a_page_may_not_lead_inside_the_network(
    index: Index, settings: Settings, site: Site
) -> None:
    site.put("/secret", "The password is swordfish.", "text/plain")
    inside = site.address.replace("127.0.0.1", "localhost")
    outcome = only(add_address(index, settings, site.redirect("/open", f"{inside}/secret")))
    assert outcome.status == "failed" and "localhost ซึ่งเป็นเครื่องในเครือข่ายภายใน" in told(
        outcome, "th"
    )
    assert site.asked == ["/open"]
    assert only(add_address(index, settings, f"{inside}/secret")).status == "added"


def test_the_server_is_quiet_and_themed() -> None:
    words = command(8600, headless=True)
    assert "--server.port=8600" in words and "--server.headless=true" in words
    assert "--browser.gatherUsageStats=false" in words
    assert "--server.showEmailPrompt=false" in words
    # Without it Streamlit advertises itself over the page where coding agents are installed.
    assert "--logger.hideWelcomeMessage=true" in words
    assert "--server.address=localhost" in words
    assert "--server.maxUploadSize=100" in words
    assert any(word.startswith("--theme.dark.primaryColor=") for word in words)


def test_the_next_port_is_taken_where_one_is_in_use() -> None:
    first = free_port("localhost")
    assert first >= FIRST_PORT
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("localhost", first))
        taken.listen()
        assert free_port("localhost") > first
