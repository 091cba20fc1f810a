"""Planted words: parts of a source written for an assistant, which answer no question.

A page may carry a forged conversation, the end of a passage, or an order to whoever reads it by
machine. What follows such a mark in its paragraph is not what the article tells; it is searched,
shown and may be read there, but no answer is taken from it. Between quotation marks it is told of.
"""

import re

_PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)
_ORDER = (
    r"(?i:\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}?(?:previous|prior|above|earlier|preceding)"
    r"\s+(?:\w+\s+)?(?:instructions?|prompts?|rules|messages?|directions?)\b)"
    r"|(?:ละเว้น|เพิกเฉย(?:ต่อ)?|ไม่ต้องสนใจ|อย่าสนใจ|ลืม|มองข้าม|ยกเลิก)\s?คำสั่ง(?:ก่อนหน้า|ข้างต้น|เดิม|ทั้งหมด|ที่ผ่านมา|ด้านบน|"
    r"ของระบบ)"
    r"|ถึง\s?(?:ผู้ช่วยอัตโนมัติ|ผู้ช่วยเอไอ|เอไอ|โมเดลภาษา|แชตบอต|แชทบอท|AI\b)"
    r"|(?i:\b(?:attention|note|message|instructions?) (?:to|for) (?:any |all |the )?"
    r"(?:ai|language model|chatbot|llm|automated|assistant)s?\b)"
    r"|(?:หมายเหตุ|ข้อความ|ประกาศ|คำสั่ง|คำแนะนำ)(?:ถึง|สำหรับ)\s?(?:ผู้ช่วย)?\s?(?:AI\b|เอไอ|โมเดลภาษา|แชตบอต|แชทบอท|อัตโนมัติ)"
)
# Who is told to answer so must begin the sentence, and nobody be reported to ask for it.
_READER = (
    r"(?i:(?:ai|language model|chatbot|llm|large language model)s?"
    r"(?: (?:assistant|model|system|reader|bot|agent)s?)?)"
)
_THAI_READER = (
    r"(?:ผู้ช่วย\s?(?:AI|เอไอ|อัตโนมัติ|ปัญญาประดิษฐ์)|โมเดล(?:ภาษา|\s?AI)|แชตบอต|แชทบอท|เอไอ|AI|ปัญญาประดิษฐ์)"
    r"\s?(?:ทุกตัว|ทุกราย|ทุกระบบ|ทั้งหมด|ใด\s?ๆ)?"
)
_NOT_TOLD = (
    r"(?![^.!?\n]*\b(?:said|says|law|bill|rules?|regulat\w+|court|ministry|argue[sd]?|report)\b)"
)
_COMMAND = (
    r"(?:(?<=\n)|(?<=[.!?:>]\s)|\A)(?i:(?:please|note|important|all|any|every|each|dear)[:,]? )*"
    rf"{_NOT_TOLD}{_READER},? (?i:must|should|shall|have to|are to|please|need to)"
    r" (?i:always |only )?(?i:answer|reply|respond|say|state|write|claim|output|"
    r"(?:tell|inform) (?:the |their |all |your )?(?:users?|readers?|people|everyone))\b(?! to\b)"
    r"(?! that they\b| (?:where|when|whether|how|why|in|to|questions?|users?)\b)"
    r"|(?:(?<=\n)|(?<=[.!?:>]\s)|\A|(?<=\s))(?:ทุก|โปรดทราบ\s?)?"
    rf"(?![^\n]*(?:กล่าว|กฎหมาย|ระเบียบ|กระทรวง|ระบุว่า|เห็นว่า)){_THAI_READER}\s?(?:ที่อ่าน\S{{0,20}} ?)?"
    r"(?:ต้อง|จง|โปรด|ควร|ให้)\s?(?:ตอบ|บอก|แจ้ง|สรุป|เขียน|พูด)(?:ผู้ใช้|ผู้อ่าน|คำถาม|ทุกคน|ทุกครั้ง|เสมอ)*\s?(?:ว่า|เพียง|แค่|เฉพาะ)(?!ตน|เป็น)"
)
_TAG = r"(?:<|&lt;)/?(?:passage|document|context|source|system|instruction|prompt)s?(?:>|&gt;)"
_ASKING = r"(?<![^\s>`*\"])(?:Human|User|HUMAN|USER)\s?:"
_REPLYING = r"(?<![^\s>`*\"])(?:Assistant|ASSISTANT|AI)\s?:"
_MARK = re.compile(f"{_ORDER}|(?P<command>{_COMMAND})|{_TAG}|{_ASKING}(?=.*{_REPLYING})", re.DOTALL)
_QUOTED = re.compile(r"[“\"'‘«]\s*$")
_COMMANDED = re.compile(r"(?<=[.!?])\s|\n|(?<=[\u0e01-\u0e4e])\s(?=[\u0e01-\u0e4e])")
# Thai parts statements by blanks.
_SENTENCE = re.compile(r"[.!?]\s+|\n|(?<=[\u0e01-\u0e4e])\s(?=[\u0e01-\u0e4e])")


def planted(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of a passage's text that are written for an assistant."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        for mark in _MARK.finditer(paragraph.group()):
            if _QUOTED.search(paragraph.group(), 0, mark.start()):
                continue
            ends = [end.end() for end in _SENTENCE.finditer(paragraph.group(), 0, mark.start())]
            start = paragraph.start() + max(ends, default=0)
            # What all assistants are to answer is told in one sentence; then the article goes on.
            last = mark["command"] and _COMMANDED.search(paragraph.group(), mark.end())
            found.append((start, paragraph.start() + last.start() if last else paragraph.end()))
            if not last:
                break
    return found
