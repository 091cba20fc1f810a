"""Thai people's names behind their titles, and in Latin letters."""

import pytest

from assistant.named import names_in
from assistant.translate import render


@pytest.mark.parametrize(
    ("text", "name", "english"),
    [
        ("นายธนกฤต เวียงคำแสน", "ธนกฤต เวียงคำแสน", "Mr "),
        ("น.ส.รัชดา ธนาดิเรก", "รัชดา ธนาดิเรก", "Ms Rachada Dhnadirek"),
        ("นพ.วิชัย ใจดี", "วิชัย ใจดี", "Dr Wichai Chaidi"),
        ("นายแพทย์วิชัย ใจดี", "วิชัย ใจดี", "Dr Wichai Chaidi"),
        ("รองศาสตราจารย์ ดร.วิชัย ใจดี", "วิชัย ใจดี", "Associate Professor Dr Wichai Chaidi"),
        ("พล.ต.อ.สมชาย ใจดี", "สมชาย ใจดี", "Police General Somchai Chaidi"),
        ("พลเรือโทสมชาย ใจดี", "สมชาย ใจดี", "Vice Admiral Somchai Chaidi"),
        ("ว่าที่ร้อยตรี สมชาย ใจดี", "สมชาย ใจดี", "Acting Second Lieutenant Somchai Chaidi"),
        ("คุณสมศรี", "สมศรี", "Somsri"),
    ],
)
def test_a_name_stands_behind_its_titles(text: str, name: str, english: str) -> None:
    assert [(one.words, one.person) for one in names_in(text, "th")] == [(name, True)]
    rendered = render(text, "th", "en")
    assert rendered.exact
    assert rendered.text.startswith(english)


@pytest.mark.parametrize(
    "text", ["นายกรัฐมนตรี", "นายอำเภอดอยกาบ", "นายทะเบียน", "คุณภาพชีวิต", "นายแพทย์ใหญ่", "ร้อยเอกสาร"]
)
def test_what_begins_like_a_title_names_no_person(text: str) -> None:
    assert not any(name.person for name in names_in(text, "th"))
