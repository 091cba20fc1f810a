"""Earlier: what is told of this time is no answer to what was the last time or a year ago.

"How many papers did they sign last year?" is not answered by how many they will sign this month.
"""

import re

from assistant.numbers import stated
from assistant.question import Question
from sources import normalise

_OCCASION = (
    r"(?:meeting|summit|conference|round|session|edition|season|election|time|festival|race|census|"
    r"survey|report|deal|agreement|contract)"
)
_ASKS_YEAR = re.compile(
    r"(?i)(?<!\d)(?<!\d )ปี(?:ที่แล้ว|ก่อน|กลาย)|\b(?:last|the previous) year\b|"
    r"\ba year (?:ago|before)\b"
)
_ASKS_BEFORE = re.compile(
    r"(?i)(?:ครั้ง|รอบ|คราว|สมัย|ฤดูกาล)ก่อน|"
    rf"\b(?:previous|earlier|preceding) (?:\w+ ){{0,2}}?{_OCCASION}\b(?! (?:in|on|of|to)\b)"
)
# May mean the latest that there was, which a source need not call so.
_ASKS_LAST = re.compile(
    r"(?i)(?:ครั้ง|รอบ|คราว|สมัย|ฤดูกาล)(?:ที่แล้ว|ที่ผ่านมา)|"
    rf"\blast (?:\w+ ){{0,2}}?{_OCCASION}\b(?! (?:in|on|of|to)\b)"
)
_BACK = re.compile(
    r"(?i)ก่อน|ที่แล้ว|เดิม|เคย|อดีต|ที่ผ่านมา|ปีกลาย|ครั้งล่าสุด|เทียบ|จากเดิม|"
    r"\b(?:previous\w*|last|earlier|before|former\w*|prior|preceding|ago|used to|compared|"
    r"than|up from|down from|latest|past)\b"
)
_AHEAD = re.compile(r"จะ|กำลัง|\b(?:will|is to|are to|going to|due to)\b")


def of_this_time(question: Question, sentence: str) -> bool:
    """Tell whether a sentence tells of now or later, where a question asks for the time before.

    A sentence of a year may tell of what was last year for who asks, unless it looks ahead.

    Args:
        question: The question.
        sentence: The sentence that a span stands in.
    """
    if question.kind == "yes_no":
        return False
    asked = normalise(question.text).text
    plain = normalise(sentence).text
    if _BACK.search(plain):
        return False
    ahead = bool(_AHEAD.search(plain))
    if _ASKS_BEFORE.search(asked):
        return ahead or question.kind != "when"  # when it was may be told by its date alone
    if _ASKS_YEAR.search(asked):
        return ahead or all(date.year is None for date in stated(plain).dates)
    return ahead and bool(_ASKS_LAST.search(asked))
