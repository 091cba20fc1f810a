"""Pointing words: a span that only points at what another sentence names, and so tells nobody."""

import re

from sources import normalise

# Nothing but these; beside a number or a name they point at what they stand with.
_POINTS = re.compile(
    r"(?i)(?:he|she|it|they|him|her|them|his|hers|its|theirs?|himself|herself|itself|themselves|"
    r"this|that|these|those|the (?:latter|former|other|others)|"
    r"(?:this|that|these|those|such) [a-z]+|"
    r"(?:พวก)?เขา(?:ทั้งหลาย)?|เธอ|มัน|ท่าน|แก|หล่อน|ผู้นั้น|"
    r"(?:[ก-ฮะ-์]{2,14})?(?:เหล่านี้|เหล่านั้น|ดังกล่าว|(?:ครั้ง|คน|แห่ง|ฉบับ|เรื่อง|ชนิด|กลุ่ม|สิ่ง)(?:นี้|นั้น)))"
)


def points(words: str) -> bool:
    """Tell whether a span is a pronoun, or a noun that is only pointed at ("this outbreak").

    Args:
        words: The span as its source writes it.
    """
    return bool(_POINTS.fullmatch(normalise(words).text.strip(" ,.;:'\"“”()")))
