"""Strategies for texts made of whole graphemes, and what a grapheme is, stated independently."""

import regex
from hypothesis import strategies as st

THAI_SYLLABLES = [
    "น้ำ", "ก่ำ", "เที่ยว", "แก้ว", "ไทย", "โรง", "ใหญ่", "ฯลฯ", "กรุงเทพฯ", "ต่าง ๆ", "พระ",
    "ปู่", "ผู้", "กตัญญู", "สัตว์", "ฤๅษี", "๒๕๖๓", "ญี่ปุ่น", "เกาะ", "และ",
]  # fmt: skip
ENGLISH_WORDS = ["river", "Mr.", "café", "U.S.", "naïve", "cafe\u0301", "3.14", "Dr.", "(BAAC)"]
OTHER_GRAPHEMES = ["👍🏽", "👩‍👩‍👧", "🇹🇭", "1️⃣", "각", "가\u11a8", "e\u0301\u0323", "เค้ก\u200b"]
SEPARATORS = ["", "", " ", " ", "  ", ". ", "! ", ", ", "\n", "\n\n", "\u200b"]


def texts(max_pieces: int = 400) -> st.SearchStrategy[str]:
    """Return texts of up to some hundreds of words in both scripts, emoji among them."""
    words = st.sampled_from(THAI_SYLLABLES + ENGLISH_WORDS + OTHER_GRAPHEMES)
    piece = st.tuples(words, st.sampled_from(SEPARATORS)).map("".join)
    return st.lists(piece, max_size=max_pieces).map("".join)


def boundaries(text: str) -> set[int]:
    """Return the places between the graphemes of a text, as the regex package sees them."""
    return {0, len(text)} | {match.end() for match in regex.finditer(r"\X", text)}


def spelling_holds(text: str, place: int) -> bool:
    """Tell whether Thai spelling lets a text be cut at a place."""
    if not 0 < place < len(text):
        return True
    return text[place - 1] not in "เแโใไ" and text[place] not in "ะาำๅๆฯ"


THAI_PART = (
    "เทศบาลเมืองท่าฉลอมเปิดศูนย์ซ่อมจักรยานแห่งใหม่ริมแม่น้ำเมื่อวันที่ 4 มีนาคม 2567 ผู้ใช้ไม่ต้องเสียค่าบริการ "
    "แต่ต้องนำอะไหล่มาเอง"
)
ENGLISH_PART = (
    "The centre lends tools for two hours at a time. Eleven volunteers teach visitors to mend "
    "brakes, chains and lamps every Saturday morning."
)
