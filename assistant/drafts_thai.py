"""Thai drafts: questions that a passage answers, made from its own clauses.

Thai puts the question word where the answer stood, so a clause with a number, a date or a list
becomes a question by putting กี่, เมื่อใด or อะไรบ้าง in its place.
"""

import re
from collections.abc import Iterator

from assistant.acronyms import long_form
from assistant.dates import find_dates
from assistant.numbers import COUNTED
from index import Passage, clause_spans, segment

_SHORTEST = 18
_NEAR = 40  # characters between a long form and its acronym
_COUNT = re.compile(
    r"(?<=[\u0e01-\u0e4e])(?<!ทั้ง)(?<!ที่)(?:ทั้งหมด|รวม|จำนวน)?\s(\d[\d,]*)\s(?=[\u0e01-\u0e4e])"
)
_SHARE = re.compile(r"ร้อยละ\s?\d[\d.]*")
_SCALES = frozenset(["ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "พันล้าน", "ล้านล้าน"])
_UNIT = re.compile(rf"(?:{'|'.join(_SCALES)})?(?:{COUNTED})")
_TOLD = re.compile(r"ว่า|,|\d$")  # reported speech, or a date within a list
_LIST = re.compile(r"\s*(?:ได้แก่|ประกอบด้วย)\s*(.+)$")
_LEADING = re.compile(
    r"^(?:และ|แต่|ซึ่ง|โดย|ส่วน|ทั้งนี้|นอกจากนี้|นอกจากนั้น|อย่างไรก็ตาม|ขณะที่|ก่อนหน้านี้|ล่าสุด|ด้าน|ขั้นตอนต่อไป|สาระสำคัญคือ)\s*"
)
# Words that begin a clause whose subject is told before it.
_DANGLING = re.compile(
    r"^(?:จะ|เพื่อ|มุ่ง|ได้|ให้|ถึง|กับ|ที่|ใน|ของ|เป็น|มี|ใช้|แบ่ง|ตกลง|ลงนาม|รวม|เพิ่ม|ลด|จัด|ตั้ง|สร้าง|ร่วม|พร้อม|ทำ|ส่ง|"
    r"ขาย|ซื้อ|รับ|จึง|ก็|ยัง|ไม่|หรือ|พบ|อยู่|เริ่ม|กล่าว|ระบุ|คาด|เมื่อ|หลัง|ก่อน|ระหว่าง|ตั้งแต่|มูลค่า|วัน|ปี|คิด|ต่อ|"
    r"ทั้ง|อีก|แล้ว|แห่ง|ภายใน|พ\.ศ\.|ค\.ศ\.|[\d(])"
)
_BEFORE_DATE = re.compile(r"\s*(?:ตั้งแต่|ระหว่าง|เมื่อ|ใน)?\s*(?:วัน\S{0,10}?ที่|วันที่|เดือน|ปี)?\s*$")
_PERSON = re.compile(
    r"(?<![\u0e01-\u0e4e])((?:นาย|นางสาว|นาง|น\.ส\.)(?!ก)[\u0e01-\u0e4e]+ [\u0e01-\u0e4e]{2,})(?= )"
)
_ACRONYM = re.compile(r"(?<![A-Za-z-])[A-Z]{4,8}(?![A-Za-z-])")


def thai_drafts(passage: Passage) -> Iterator[str]:
    """Yield questions that a Thai passage answers, in the order of its text."""
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        for match in _PERSON.finditer(sentence):
            yield f"{match[1]} คือใคร"
        yield from filter(None, [_when(sentence)])
        for a, b in clause_spans(sentence, "th"):
            draft = _list(sentence[a:]) or _count(sentence[a:b])
            if draft := _whole(draft or ""):
                yield draft
    for match in _ACRONYM.finditer(passage.text):
        long = long_form(match.group(), passage.text)
        apart = long and match.group() not in passage.text[slice(*long)]
        if long and apart and abs(match.start() - long[1]) < _NEAR:
            yield f"{match.group()} ย่อมาจากอะไร"


def _whole(draft: str) -> str:
    """Return a draft without what leads up to it; nothing if it lacks its subject."""
    draft = _LEADING.sub("", draft)
    fits = len(draft) >= _SHORTEST and not _DANGLING.match(draft)
    return draft if fits and _has_subject(draft) else ""


def _has_subject(draft: str) -> bool:
    """Tell whether a clause begins with a noun and goes on with a verb."""
    from pythainlp.tag import pos_tag

    tags = [tag for _, tag in pos_tag(segment(draft), engine="perceptron", corpus="orchid_ud")]
    begins = tags[0] in ("NOUN", "PROPN") or draft.startswith("ทุก")
    return begins and bool({"VERB", "AUX"} & set(tags[1:]))


def _list(clause: str) -> str | None:
    """Ask for the list that follows a head such as ได้แก่ within the clause or just after."""
    match = _LIST.search(clause)
    head = clause[: match.start()].strip() if match else ""
    if not head or " " in head:
        return None
    return f"{head}ได้แก่{'ประเทศใด' if head.startswith('ประเทศ') else 'อะไร'}บ้าง"


def _count(clause: str) -> str | None:
    """Put กี่ in place of the first number before a classifier."""
    if find_dates(clause):
        return None
    if share := _SHARE.search(clause):
        return f"{clause[: share.start()]}ร้อยละเท่าใด"
    match = _COUNT.search(clause)
    if not match:
        return None
    run = re.match(r"[\u0e01-\u0e4e]+", clause[match.end() :])
    if not run:
        return None
    head, unit = clause[: match.start()].rstrip(), ""
    for word in segment(run.group()):
        unit += word
        if word not in _SCALES:
            break
    return f"{head}กี่{unit}" if _UNIT.fullmatch(unit) else None


def _when(sentence: str) -> str | None:
    """Put เมื่อใด in place of the date that ends the first statement of a sentence."""
    dates = [date for date in find_dates(sentence) if date.days]
    if not dates:
        return None
    head = _BEFORE_DATE.sub("", sentence[: dates[0].start])
    asked = _whole(f"{head}เมื่อใด")
    return None if not asked or _TOLD.search(head) else asked
