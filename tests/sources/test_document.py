"""Documents: their ids, and what they cannot hold."""

from sources import Document


def test_halves_of_characters_are_replaced_and_whole_ones_kept() -> None:
    document = Document.create(title="a\ud800", text="ก\udc00ข 😀", origin="x")
    assert document.title == "a\ufffd"
    assert document.text == "ก\ufffdข 😀"


def test_the_same_content_from_elsewhere_has_the_same_id() -> None:
    one = Document.create(title="t", text="ข่าว", origin="a.txt")
    other = Document.create(title="t", text="ข่าว", origin="b.txt")
    changed = Document.create(title="t", text="ข่าวใหม่", origin="a.txt")
    assert one.id == other.id != changed.id
    assert (one.location, one.language) == ("a.txt", "th")
