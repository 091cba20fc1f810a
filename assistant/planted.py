"""Planted words: parts of a source written for an assistant, which answer no question.

A page may carry a forged conversation, the end of a passage, or an order to whoever reads it by
machine. What follows such a mark in its paragraph is not what the article tells; it is searched,
shown and may be read there, but no answer is taken from it. In the midst of a paragraph an order
goes on as long as sentences do that tell the assistant what to do; then the article is told again.
Between quotation marks it is told of.
"""

import re
from itertools import pairwise

from assistant.instructions import instructs
from assistant.orders import ENGLISH_READER, FORGED_END, ORDERS, THAI_READER

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)
# Who is told to answer so must begin the sentence, and nobody be reported to ask for it.
_READER = rf"(?i:{ENGLISH_READER})"
_THAI_READER = rf"{THAI_READER}(?:และ{THAI_READER})?\s?(?:ทุกตัว|ทุกราย|ทุกระบบ|ทั้งหมด|ใด\s?ๆ)?"
_NOT_TOLD = (
    r"(?![^.!?\n]*\b(?:said|says|law|bill|rules?|regulat\w+|court|ministry|argue[sd]?|report)\b)"
)
_COMMAND = (
    r"(?:(?<=\n)|(?<=[.!?:>]\s)|\A)(?i:(?:please|note|important|all|any|every|each|dear)[:,]? )*"
    rf"{_NOT_TOLD}{_READER}"
    r"(?i: (?:reading|summari[sz]ing|processing|indexing|using|that \w+) (?:this|the) \w+)?"
    r",? (?i:must|should|shall|have to|are to|please|need to)"
    r" (?i:always |only )?(?i:answer|reply|respond|say|state|write|claim|output|"
    r"(?:tell|inform) (?:the |their |all |your )?(?:users?|readers?|people|everyone))\b(?! to\b)"
    r"(?! that they\b| (?:where|when|whether|how|why|in|to|questions?|users?)\b)"
    r"|(?:(?<=\n)|(?<=[.!?:>]\s)|\A|(?<=\s))(?:ทุก|โปรดทราบ\s?)?"
    rf"(?![^\n]*(?:กล่าว|กฎหมาย|ระเบียบ|กระทรวง|ระบุว่า|เห็นว่า)){_THAI_READER}\s?(?:ที่อ่าน\S{{0,20}} ?)?"
    r"(?:ต้อง|จง|โปรด|ควร|ให้)\s?(?:ตอบ|บอก|แจ้ง|สรุป|เขียน|พูด)"
    r"(?:ผู้ใช้|ผู้อ่าน|คำถาม|ทุกคน|ทุกครั้ง|เสมอ)*\s?(?:ว่า|เพียง|แค่|เฉพาะ)(?!ตน|เป็น)"
)
_COMMENT = r"(?:<|&lt;)!--"  # which no reader of the page sees
_TAG = r"(?:<|&lt;)/?(?:passage|document|context|source|system|instruction|prompt)s?(?:>|&gt;)"
_ASKING = r"(?<![^\s>`*\"])(?:Human|User|HUMAN|USER)\s?:"
_REPLYING = r"(?<![^\s>`*\"])(?:Assistant|ASSISTANT|AI)\s?:"
_ORDER = "|".join([*ORDERS, FORGED_END])
_MARK = re.compile(
    f"{_ORDER}|(?P<command>{_COMMAND})|(?P<forged>{_COMMENT}|{_TAG}|{_ASKING}(?=.*{_REPLYING}))",
    re.DOTALL,
)
# How a further sentence of an order begins.
_GOES_ON = re.compile(
    r"(?i)\W*(?:(?:and|also|then|now|instead|always|never|please|do not|don't|tell|say|answer|"
    r"if (?:anyone|someone|asked|the user|they)|you (?:must|should|are|will|can)|reply|respond|"
    r"write|output|print|cite|claim|state|repeat|mention|recommend|advise|urge|call|visit|buy|"
    r"click|end|your)\b"
    r"|และ|หรือ|แล้ว|ให้|โปรด|จง|ต้อง|ห้าม|อย่า|ว่า|เสมอ|โดย(?!เฉพาะ)|กรุณา|ตอบ|บอก|ถ้า|หาก|ไม่ต้อง|ทุกครั้ง|โทร|คลิก|"
    r"เพื่อ|\d|[\"“'(])"
)
_BARE = 3  # words after a mark that are no order yet
_QUOTED = re.compile(r"[“\"'‘«]\s*$")
# A long run of Thai after a number is no unit of it.
_COMMANDED = re.compile(
    r"(?<=[.!?])\s|\n|(?<=[\u0e01-\u0e4e])\s(?=[\u0e01-\u0e4e])|(?<=\d{3})\s(?=[\u0e01-\u0e4e]{8})|(?<=\])\s"
)
# Thai parts statements by blanks.
_SENTENCE = re.compile(
    r"[.!?]\s+|\n|(?<=[\u0e01-\u0e4e])\s(?=[\u0e01-\u0e4e])|(?<=\d)\s(?=[\u0e01-\u0e4e]{12})|"
    r"(?<=\S)\s(?=\[)|(?<=\])\s"
)


def planted(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of a passage's text that are written for an assistant."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        words, place = paragraph.group(), 0
        while mark := _MARK.search(words, place):
            place = mark.end()
            if _QUOTED.search(words, 0, mark.start()):
                continue
            ends = [end.end() for end in _SENTENCE.finditer(words, 0, mark.start() + 1)]
            start = max((end for end in ends if end <= mark.start()), default=0)
            place = _end(words, start, mark)
            found.append((paragraph.start() + start, paragraph.start() + place))
    return found


def _end(words: str, start: int, mark: re.Match[str]) -> int:
    """Return where in its paragraph what begins with a mark ends."""
    # What all assistants are to answer is told in one sentence; then the article goes on.
    if mark["command"]:
        last = _COMMANDED.search(words, mark.end())
        return last.start() if last else len(words)
    if mark["forged"] or not words[:start].strip():
        return len(words)
    ends = [end.end() for end in _COMMANDED.finditer(words, mark.end())]
    pieces = pairwise([mark.end(), *ends, len(words)])
    begun = False  # whether it was told yet what to do
    for begin, end in pieces:
        piece = words[begin:end]
        if begin > mark.end() and begun and not (_GOES_ON.match(piece) or instructs(piece)):
            return begin
        begun = begun or len(piece.split()) > _BARE or bool(_GOES_ON.match(piece.lstrip(" :,-–")))
    return len(words)
