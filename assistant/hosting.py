"""Hosting: which country hosts is told where a text speaks of hosts, or of where it is held.

"Which country hosts the meeting?" is not answered by countries that take part in it.
"""

import re

from assistant.question import Question
from sources import normalise

_ASKED = re.compile(
    r"(?i)\b(?:which|what) (?:country|nation|state|government)\b.*"
    r"\b(?:hosts?|hosted|hosting|chair(?:s|ed|ing)?)\b|"
    r"(?:ประเทศ|ชาติ)(?:ไหน|ใด|อะไร)\S{0,12}(?:เจ้าภาพ|ประธาน(?!าธิบดี))|"
    r"เจ้าภาพ\S{0,40}(?:ประเทศ|ชาติ)(?:ไหน|ใด|อะไร)|ใคร\S{0,6}เจ้าภาพ(?!หลัก|ร่วม)"
)
_TOLD = re.compile(
    r"(?i)\b(?:hosts?|hosted|hosting|chair\w*|presid\w+|venue|invit\w+)\b|"
    r"เจ้าภาพ|ประธาน|นำโดย|เชิญ"
)
_HELD = re.compile(r"(?i)(?:ที่|ณ|ใน|\b(?:in|at|near|outside))\s*(?:กรุง|เมือง|ประเทศ|the )?\s*$")
_BEFORE = 16  # characters before a span in which the word for where stands


def of_no_host(question: Question, sentence: str, within: tuple[int, int]) -> bool:
    """Tell whether a question asks for a host, and a sentence tells of none and of no place.

    Args:
        question: The question.
        sentence: The sentence around a span.
        within: The span's characters of it.
    """
    if question.kind == "yes_no" or not _ASKED.search(normalise(question.text).text):
        return False
    before = normalise(sentence[max(0, within[0] - _BEFORE) : within[0]]).text
    return not _TOLD.search(normalise(sentence).text) and not _HELD.search(before)
