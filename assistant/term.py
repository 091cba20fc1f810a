"""Term: a date that begins something is no deadline for it, nor one that ends it a start.

"The second phase starts on 1 March" does not tell until when one may apply for it.
"""

import re

from assistant.question import Question
from sources import normalise

_BEFORE = 40  # characters before a date that may say what it is the date of
_ASKS_END = re.compile(
    r"(?i)เส้นตาย|หมดเขต|ปิดรับ|กำหนดส่ง|ภายในวัน(?:ที่เท่า|ไหน|ใด|อะไร)|ถึงวัน(?:ที่เท่า|ไหน|ใด|อะไร)|วันสุดท้าย|"
    r"\b(?:deadline|closing date|last day|final day|due date|until when|by when|"
    r"wrap(?:s|ped)? up|(?:came|come|comes) to an end|(?:end|finish|conclude)(?:s|ed)?(?= ?\?*$)"
    r")\b|"
    r"(?:จบ|สิ้นสุด|เสร็จสิ้น)(?:เมื่อ|วัน|ลงเมื่อ|ตอน)"
)
_ASKS_START = re.compile(
    r"(?i)เริ่ม|วันแรก|ตั้งแต่เมื่อ|ตั้งแต่วัน(?:ที่เท่า|ไหน|ใด|อะไร)|เปิดรับ|"
    r"\b(?:start|begin|starts|begins|started|began|first day|from when|since when|"
    r"get(?:s|ting)? going|got going|under ?way|launch(?:es|ed)?|kick(?:s|ed)? off|commence\w*)\b"
)
_DATE = r"(?:ใน|เมื่อ|ตั้งแต่|ช่วง)?\s?(?:วัน\S{0,10}ที่|วัน|เดือน|ต้น|กลาง|ปลาย|ปี)*\s?"
_STARTS = re.compile(
    rf"(?i)(?:เริ่ม(?!ต้น)[\u0e01-\u0e4e]{{0,12}}?|ตั้งแต่)\s?{_DATE}$|"
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began)(?: again)? (?:(?:on|in|from) )?(?:the )?$"
)
_ENDS = re.compile(
    rf"(?i)(?:ถึง|สิ้นสุด|หมดเขต|จนกระทั่ง)\s?{_DATE}$|"
    r"\b(?:until|till|ends?|ended|ending|closes?|expires?) (?:(?:on|in) )?(?:the )?$"
)


def of_another_end(question: Question, text: str, span: tuple[int, int]) -> bool:
    """Tell whether a date is where something begins, and its end is asked for, or the reverse.

    Args:
        question: The question.
        text: The passage.
        span: Characters of it.
    """
    if question.kind != "when":
        return False
    asked = normalise(question.text).text
    end, start = bool(_ASKS_END.search(asked)), bool(_ASKS_START.search(asked))
    if end == start:
        return False
    said = re.match(r"\D{0,24}(?=\d)", text[slice(*span)])
    before = text[max(0, span[0] - _BEFORE) : span[0]] + (said.group() if said else "")
    first, last = bool(_STARTS.search(before)), bool(_ENDS.search(before))
    return first != last and (first if end else last)
