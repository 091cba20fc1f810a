"""About the article itself: when it was published, what its headline says, and in which section.

These stand at the head of a text or only in what is stored beside it, where no reader trained on
sentences looks for them.
"""

import re

from assistant.answer import Citation
from assistant.composing import Found
from assistant.dates import find_dates
from assistant.question import Question
from sources import Document, normalise

Span = tuple[int, int]
SURE = 0.9  # that the dateline is the day asked for, once the question is so understood
_HEAD = 800  # characters at either end of a text in which its dateline stands
_SECTION_LETTERS = 30  # at most, of a section's name above a headline

_THAI_ARTICLE = (
    "(?:ข่าว|บทความ|รายงานข่าว|เนื้อหา|โพสต์|ประกาศ|แถลงข่าว|เอกสารข่าว|เรื่อง)"
    "(?:ชิ้น|ฉบับ|เรื่อง|อัน|บท)?(?:นี้|ดังกล่าว)?"
)
_THAI_PUBLISHED = "(?:ถูก)?(?:ลง(?!นาม|ทุน|พื้นที่|คะแนน|มติ)|เผยแพร่|โพสต์|ตีพิมพ์|เขียน|ขึ้นเว็บ|ออกเผยแพร่)"
_ARTICLE = (
    r"(?:this|the) (?:(?:thai|english|government|original) )?(?:news )?"
    r"(?:article|news(?: item| story)?|(?<=this )item|story|post|piece|press release|document|"
    r"report)"
    r"(?: (?:about|on) [^?,]{2,60}?)?"
)
_PUBLISHED = {
    "th": re.compile(
        rf"^{_THAI_ARTICLE}\s?{_THAI_PUBLISHED}|"
        rf"^(?:วันที่|วัน)(?:ที่)?{_THAI_PUBLISHED}\S*(?:ข่าว|บทความ)|"
        rf"^{_THAI_ARTICLE}\s?(?:ของ)?(?:เป็น)?(?:วันที่|เมื่อ|วันไหน)"
    ),
    "en": re.compile(
        rf"\b{_ARTICLE} (?:was |been |is |get |got |go |come )*"
        r"(?:published|posted|released|written|put (?:up|online)|out|online|up|uploaded|dated|"
        r"appear(?:ed)?|from)\b|"
        r"\b(?:publication date|date of publication|posting date)\b|"
        rf"^(?:what(?: is|'s) the |the )?date of {_ARTICLE}\b|\bhow old is {_ARTICLE}\b"
    ),
}
_HEADLINE = {
    "th": re.compile(
        "(?:พาดหัว(?:ข่าว)?|หัวข้อข่าว|หัวข้อบทความ|หัวเรื่อง|ชื่อข่าว|ชื่อบทความ|ชื่อเรื่อง)(?:ของ)?"
        rf"(?:{_THAI_ARTICLE})?\s?(?:คือ|ว่า|ชื่อ|เขียน|มี|เป็น)*(?:อะไร|อย่างไร|ยังไง)"
    ),
    "en": re.compile(
        r"^(?:what(?: is|'s| was|'re)|tell me|give me) the (?:headline|title|heading)"
        rf"(?:(?: of| for)? {_ARTICLE})?\W*$|"
        rf"^what does the (?:headline|title) say\W*$|^what is {_ARTICLE} (?:called|titled)"
    ),
}
_SECTION = {
    "th": re.compile(
        rf"^{_THAI_ARTICLE}\s?(?:\S{{0,12}}(?:อยู่|ลง|เป็น|ใน|จัด)\S{{0,6}})?"
        r"(?:หมวด(?:หมู่)?|คอลัมน์|เซกชัน|เซ็กชัน)(?:ข่าว)?(?:ไหน|ใด|อะไร)"
    ),
    "en": re.compile(
        rf"\b(?:sections?|category|rubric|column|heading)\b.*\b{_ARTICLE}"
        r"(?: \w+)* (?:in|under|of|to|filed|listed|published)\b|"
        rf"^(?:which|what) (?:\w+ )?(?:section|category|rubric|column) (?:is|was) {_ARTICLE}\W*$"
    ),
}


def asks_about(question: Question) -> bool:
    """Tell whether a question asks for an article's day of publication, headline or section."""
    return _asks_day(question) or _asks_headline(question) or _asks_section(question)


def _asks_day(question: Question) -> bool:
    return question.kind in ("when", "yes_no", "other", "what") and _asks(_PUBLISHED, question)


def _asks_headline(question: Question) -> bool:
    return _asks(_HEADLINE, question)


def _asks_section(question: Question) -> bool:
    return _asks(_SECTION, question)


def _asks(patterns: dict[str, re.Pattern[str]], question: Question) -> bool:
    asked = normalise(question.text).text.casefold().strip()
    return bool(patterns[question.language].search(asked))


def tell(question: Question, document: Document) -> Found | None:
    """Return the line of a document that tells what a question asks about it.

    Only what stands in the text can be cited: an article whose day of publication is known from
    elsewhere has no such line.

    Args:
        question: One that asks about an article.
        document: The article.

    Returns:
        The date, the headline or the section with its line, or None if the text lacks it.
    """
    if _asks_day(question):
        span = _dateline(document)
    else:
        span = _section(document) if _asks_section(question) else _headline(document)
    if span is None:
        return None
    text = document.text
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    line = text[start : end if end >= 0 else len(text)].rstrip()
    citation = Citation(document.id, document.title, start, start + len(line), line)
    return Found(text[slice(*span)], citation, line, document.language, SURE)


def _dateline(document: Document) -> Span | None:
    """Return the day of publication as the head or the foot of the text has it, if it does."""
    if document.published is None:
        return None
    day = document.published
    size = len(document.text)
    for low, high in ((0, min(_HEAD, size)), (max(0, size - _HEAD), size)):
        plain = normalise(document.text[low:high])
        for date in find_dates(plain.text):
            if (date.year, date.month, date.days) == (day.year, day.month, (day.day, day.day)):
                start, end = plain.raw_span(date.start, date.end)
                return low + start, low + end
    return None


def _headline(document: Document) -> Span | None:
    place = document.text.find(document.title, 0, _HEAD + len(document.title))
    return (place, place + len(document.title)) if place >= 0 and document.title else None


def _section(document: Document) -> Span | None:
    """Return the one short line above a headline, which tells the section of a newspaper."""
    headline = _headline(document)
    above = document.text[: headline[0]] if headline else ""
    name = above.strip()
    if not name or "\n" in name or len(name) > _SECTION_LETTERS or re.search(r"\d", name):
        return None
    start = above.index(name)
    return start, start + len(name)
