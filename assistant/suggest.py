"""Suggested questions: drafted from facts in the passages, in the reader's language.

Thai puts the question word where the answer stood, so a clause with a number, a date or a list
becomes a question by replacing it. English asks by fixed patterns about the terms and dates.
"""

import re
from collections.abc import Iterator

from assistant.dates import find_dates
from index import Index, Passage, clause_spans, segment
from sources import Document

_MOST = 12  # drafted in all
_LONGEST = 64  # characters of a question
_THAI_COUNT = re.compile(
    r"(?<=[\u0e01-\u0e4e])(?<!ทั้ง)(?<!ที่)(?:ทั้งหมด|รวม|จำนวน)?\s(\d[\d,]*)\s(?=[\u0e01-\u0e4e])"
)
_THAI_LIST = re.compile(r"\s*(?:ได้แก่|ประกอบด้วย)\s*(.+)$")
_THAI_LEADING = re.compile(r"^(?:และ|แต่|ซึ่ง|โดย|ส่วน|ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|ขณะที่)\s*")
_THAI_DANGLING = re.compile(r"^(?:จะ|เพื่อ|มุ่ง|ได้|ให้|ถึง|กับ|ที่|ใน|ของ|เป็น|มี)")
_THAI_SHORTEST = 18
_ACRONYM = re.compile(r"\b[A-Z]{4,8}\b")
_PERSON = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ((?:[A-Z][a-z]+ ?){2,3})(?=[,. ])")
_COUNT = re.compile(r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) ([a-z]+s)\b")
_NOT_COUNTED = {"days", "years", "months", "weeks", "hours", "minutes", "others", "times", "sides"}


def suggest(index: Index, language: str) -> list[str]:
    """Draft questions about what is in the index, the latest documents first, no two alike."""
    drafts: dict[str, None] = {}
    for entry in index.entries():
        if entry.language != language:
            continue
        document = index.document(entry.id)
        for passage in index.passages(entry.id):
            for text in _thai(passage) if language == "th" else _english(document, passage):
                if len(text) <= _LONGEST:
                    drafts.setdefault(text)
        if len(drafts) >= _MOST:
            break
    return _varied(list(drafts))[:_MOST]


def _varied(drafts: list[str]) -> list[str]:
    """Take drafts from all over the list, so that the first few are not all of one passage."""
    step = max(1, len(drafts) // 4)
    return [draft for first in range(step) for draft in drafts[first::step]]


def _thai(passage: Passage) -> Iterator[str]:
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        for a, b in clause_spans(sentence, "th"):
            draft = _thai_list(sentence[a:]) or _thai_count(sentence[a:b])
            draft = _THAI_LEADING.sub("", draft or "")
            if len(draft) >= _THAI_SHORTEST and not _THAI_DANGLING.match(draft):
                yield draft


def _thai_list(clause: str) -> str | None:
    """Ask for the list that follows a head such as ได้แก่ within the clause or just after."""
    match = _THAI_LIST.search(clause)
    head = clause[: match.start()].strip() if match else ""
    if not head or " " in head:
        return None
    return f"{head}มี{'ประเทศใด' if head.startswith('ประเทศ') else 'อะไร'}บ้าง"


def _thai_count(clause: str) -> str | None:
    """Put กี่ in place of the first number before a classifier."""
    match = _THAI_COUNT.search(clause)
    if not match or find_dates(clause):
        return None
    run = re.match(r"[\u0e01-\u0e4e]+", clause[match.end() :])
    if not run:
        return None
    return f"{clause[: match.start()].rstrip()}กี่{segment(run.group())[0]}"


def _english(document: Document, passage: Passage) -> Iterator[str]:
    text = passage.text
    for match in _ACRONYM.finditer(text):
        if document.text.count(match.group()) == 1 or "for short" in text:
            yield f"What is {match.group()}?"
    for match in _PERSON.finditer(text):
        yield f"Who is {match.group(1).strip()}?"
    for date in find_dates(text):
        if date.days and date.year:
            written = text[date.start : date.end]
            one_day = date.days[0] == date.days[1]
            yield f"What happens on {written}?" if one_day else f"What happens from {written}?"
    for match in _COUNT.finditer(text):
        if match.group(1) not in _NOT_COUNTED:
            yield f"How many {match.group(1)} are there?"
