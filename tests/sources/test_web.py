"""Pages and feeds, fetched from a real server on the loopback address."""

from datetime import date

import pytest

from sources import Settings, SourceError, load, load_address, load_content
from sources.inside import is_inside
from tests.sources.conftest import Site
from tests.sources.printed import print_pdf

PAGE = """<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภูมิภาคเอเชียแปซิฟิกและชาติภาคี 10 ประเทศ</p>
<p>การประชุมจะมีขึ้นผ่านวิดีโอคอนเฟอเรนซ์ และมีเอกสารที่จะลงนามกันทั้งหมด 17 ฉบับ</p>
</article></body></html>"""
BODY = (
    "รัฐบาลไทยจะผลักดันต่อไปให้อาเซียนร่วมมือกับภูมิภาคเอเชียแปซิฟิกและชาติภาคี 10 ประเทศ\n\n"
    "การประชุมจะมีขึ้นผ่านวิดีโอคอนเฟอเรนซ์ และมีเอกสารที่จะลงนามกันทั้งหมด 17 ฉบับ"
)


def test_a_page(site: Site, settings: Settings) -> None:
    address = site.put("/news/1", PAGE.format(title="หัวข่าว"), "text/html; charset=utf-8")
    (document,) = load(f"  {address} ", settings)
    assert document.title == "หัวข่าว"
    assert document.text == BODY
    assert document.origin == address


def test_the_encoding_that_the_server_names(site: Site, settings: Settings) -> None:
    page = PAGE.format(title="หัวข่าว").encode("cp874")
    address = site.put("/old", page, "text/html; charset=windows-874")
    assert load(address, settings)[0].text == BODY


@pytest.mark.parametrize(
    ("path", "body", "kind", "text"),
    [
        ("/a", "# Title\n\nBody **text**.", "text/markdown; charset=utf-8", "Body text."),
        ("/a.md", "# Title\n\nBody **text**.", "text/plain", "Body text."),
        ("/a.txt", "# Title\n\nBody **text**.", "text/plain", "# Title\n\nBody **text**."),
        ("/a", "Just words.", "application/octet-stream", "Just words."),
        ("/a", print_pdf([["Words of a page."]]), "application/pdf", "Words of a page."),
        ("/a", print_pdf([["Words of a page."]]), "text/html", "Words of a page."),
        ("/a?b=1", PAGE.format(title="หัวข่าว"), "", BODY),
    ],
)
def test_the_kind_that_the_server_names(
    site: Site, settings: Settings, path: str, body: str | bytes, kind: str, text: str
) -> None:
    assert load(site.put(path, body, kind), settings)[0].text == text


def test_a_redirect_is_followed_and_the_final_address_kept(site: Site, settings: Settings) -> None:
    final = site.put("/new", "Words.", "text/plain")
    (document,) = load(site.redirect("/old", "/new"), settings)
    assert (document.origin, document.text) == (final, "Words.")


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("/loop", "redirects in a circle; open it in a browser and copy the final address."),
        ("file:///etc/hosts", "leads to something else than a web page"),
    ],
)
def test_redirects_that_lead_nowhere(
    site: Site, settings: Settings, target: str, sentence: str
) -> None:
    with pytest.raises(SourceError, match=sentence):
        load(site.redirect("/loop", target), settings)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, r"/a does not exist \(status 404\); check the address\."),
        (403, r"/a refuses to be read \(status 403\); save the page from a browser"),
        (429, r"/a is out of order \(status 429\); try again later\."),
        (503, r"/a is out of order \(status 503\); try again later\."),
        (418, r"/a answered with status 418; open it in a browser to check\."),
    ],
)
def test_errors_of_the_server(site: Site, settings: Settings, status: int, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        load(site.put("/a", "text", status=status), settings)


def test_a_page_that_is_not_there(site: Site, settings: Settings) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        load(f"{site.address}/gone", settings)


def test_an_empty_page(site: Site, settings: Settings) -> None:
    with pytest.raises(SourceError, match="sent an empty page"):
        load(site.put("/a", "  "), settings)


def test_a_slow_server(site: Site) -> None:
    address = site.put("/slow", "late")
    site.slow.add("/slow")
    with pytest.raises(SourceError, match=r"did not answer within 0\.2 seconds; try again, or"):
        load(address, Settings(fetch_timeout_s=0.2))


def test_a_page_over_the_limit(site: Site, settings: Settings) -> None:
    address = site.put("/big", b"x" * 1_100_000, "text/plain")
    with pytest.raises(SourceError, match="/big is larger than 1 MB"):
        load(address, settings)


def test_a_server_that_is_not_there(site: Site, settings: Settings) -> None:
    with pytest.raises(SourceError, match=r"cannot be reached; check the address and the network"):
        load("http://127.0.0.1:1/", settings)
    with pytest.raises(SourceError, match="is not a valid web address; check its spelling"):
        load("http://127.0.0.1:port/", settings)


RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>ข่าว</title>
<item><title>ข่าวแรก &amp;amp; ต่อ</title><link>{site}/1</link>
 <pubDate>Tue, 08 Sep 2563 01:00:00 +0700</pubDate><description>ย่อ</description>
 <content:encoded><![CDATA[<p>เนื้อหาเต็ม</p><p>ย่อหน้าสอง</p>]]></content:encoded></item>
<item><title>ข่าวสอง</title><link>{site}/2</link><description>ย่อสอง</description></item>
<item><title>ข่าวสาม</title><link>{site}/3</link><description>&lt;b&gt;ย่อ&lt;/b&gt;สาม</description>
</item>
<item><guid>x-4</guid><description>ไม่มีหัวและลิงก์</description></item>
<item><title>ว่าง</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>f</id>
<updated>2020-09-09T00:00:00Z</updated><entry><title>First</title><id>e1</id>
<link href="{site}/1"/><published>2020-09-08T23:30:00+07:00</published>
<updated>2020-09-09T00:00:00Z</updated>
<content type="html">&lt;p&gt;Whole text.&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_feed(site: Site, settings: Settings) -> None:
    site.put("/2", PAGE.format(title="ข่าวสอง"), "text/html; charset=utf-8")
    address = site.put("/rss", RSS.format(site=site.address), "application/rss+xml")
    first, second, third, fourth = load(address, settings)
    assert first.title == "ข่าวแรก & ต่อ"
    assert first.text == "เนื้อหาเต็ม\n\nย่อหน้าสอง"
    assert first.published == date(2020, 9, 8)
    assert first.origin == f"{site.address}/1"
    assert (second.title, second.text) == ("ข่าวสอง", BODY)
    assert third.text == "ย่อสาม"
    assert fourth.text == fourth.title == "ไม่มีหัวและลิงก์"
    assert fourth.origin == f"{address}#x-4"
    assert site.asked == ["/rss", "/2", "/3"]


@pytest.mark.parametrize("kind", ["application/atom+xml", "text/xml", "application/xml", ""])
def test_an_atom_feed(site: Site, settings: Settings, kind: str) -> None:
    address = site.put("/atom", ATOM.format(site=site.address), kind)
    (document,) = load(address, settings)
    assert (document.title, document.text) == ("First", "Whole text.")
    assert document.published == date(2020, 9, 8)
    assert site.asked == ["/atom"]


def feed_to(site: Site, links: list[str]) -> str:
    items = "".join(
        f"<item><title>t{n}</title><link>{link}</link><description>s{n}</description></item>"
        for n, link in enumerate(links)
    )
    return site.put("/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>", "")


def test_pages_are_given_up_when_the_network_fails_twice(site: Site, settings: Settings) -> None:
    address = feed_to(site, [f"http://127.0.0.1:1/{n}" for n in range(4)])
    parts = list(load_address(address, settings))
    assert [part.document.text for part in parts if part.document] == ["s0", "s1", "s2", "s3"]
    told = [str(part.error) for part in parts]
    assert all("/0 cannot be reached" in told[n].replace("/1", "/0") for n in (0, 1))
    assert all("was not tried; add it later" in told[n] for n in (2, 3))


def test_a_page_that_is_gone_gives_up_none_of_the_others(site: Site, settings: Settings) -> None:
    site.put("/3", "Whole text.", "text/plain")
    address = feed_to(site, [f"{site.address}/{n}" for n in range(4)])
    assert [document.text for document in load(address, settings)] == [
        "s0",
        "s1",
        "s2",
        "Whole text.",
    ]
    assert site.asked == ["/rss.xml", "/0", "/1", "/2", "/3"]


def test_a_feed_may_not_lead_inside_the_network(site: Site, settings: Settings) -> None:
    inside = site.address.replace("127.0.0.1", "localhost")
    site.put("/secret", "The password is swordfish.", "text/plain")
    (part,) = load_address(feed_to(site, [f"{inside}/secret"]), settings)
    assert part.document is not None and part.document.text == "s0"
    assert "leads to localhost, a machine inside your own network" in str(part.error)
    feed = "<rss version='2.0'><channel><item><title>t</title><link>{}/secret</link></item></channel></rss>"
    (part,) = load_content("a.rss", feed.format(site.address).encode(), settings)
    assert part.document is None and "inside your own network" in str(part.error)
    assert site.asked == ["/rss.xml"]


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("10.1.2.3", True),
        ("169.254.169.254", True),
        ("::1", True),
        ("::ffff:192.168.0.1", True),
        ("0.0.0.0", True),
        ("8.8.8.8", False),
        ("::ffff:8.8.8.8", False),
        ("no such host", False),
    ],
)
def test_which_hosts_are_inside(host: str, inside: bool) -> None:
    assert is_inside(host) is inside


def test_a_feed_without_entries(site: Site, settings: Settings) -> None:
    address = site.put("/rss", "<rss version='2.0'><channel/></rss>", "application/rss+xml")
    with pytest.raises(SourceError, match="The feed rss has no entries; try again when it has"):
        load(address, settings)
    bare = "<rss version='2.0'><channel><item><title>t</title></item></channel></rss>"
    with pytest.raises(SourceError, match="No entry of the feed rss has text"):
        load(site.put("/rss", bare, "application/rss+xml"), settings)
