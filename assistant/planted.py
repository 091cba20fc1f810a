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
)
_TAG = r"(?:<|&lt;)/?(?:passage|document|context|source|system|instruction|prompt)s?(?:>|&gt;)"
_ASKING = r"(?<![^\s>`*\"])(?:Human|User|HUMAN|USER)\s?:"
_REPLYING = r"(?<![^\s>`*\"])(?:Assistant|ASSISTANT|AI)\s?:"
_MARK = re.compile(f"{_ORDER}|{_TAG}|{_ASKING}(?=.*{_REPLYING})", re.DOTALL)
_QUOTED = re.compile(r"[“\"'‘«]\s*$")
_SENTENCE = re.compile(r"[.!?]\s+|\n")


def planted(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of a passage's text that are written for an assistant."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        for mark in _MARK.finditer(paragraph.group()):
            if _QUOTED.search(paragraph.group(), 0, mark.start()):
                continue
            ends = [end.end() for end in _SENTENCE.finditer(paragraph.group(), 0, mark.start())]
            found.append((paragraph.start() + max(ends, default=0), paragraph.end()))
            break
    return found
