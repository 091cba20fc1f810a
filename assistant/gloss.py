"""Gloss: one word by its most usual equivalent in the other language."""

import re

from index import lexicon, ranks

# Endings of inflected English words and what a base form has in their place.
_ENDINGS = {
    "ies$": ("y",),
    "s$": ("",),
    "es$": ("",),
    "ied$": ("y",),
    "ed$": ("", "e"),
    "ing$": ("", "e"),
}
# Frequent Thai words as they are meant in running prose; alone many of them mean something else.
# Empty ones are grammar that English words have no part for.
_IN_PROSE = {
    "การ": "", "ความ": "", "ก็": "", "ๆ": "", "ได้": "", "ไว้": "", "ขึ้น": "", "ลง": "", "ออก": "",
    "มา": "", "ไป": "", "กัน": "", "เอง": "", "ทั้งนี้": "", "ตัว": "", "คัน": "", "ลำ": "", "อัน": "",
    "ซึ่ง": "which", "ณ": "at", "เป็น": "is", "คือ": "is", "มี": "has", "ให้": "to", "ถูก": "is",
    "ต่อ": "to", "ด้าน": "field of", "เรื่อง": "matter of", "ร่าง": "draft", "ฉบับ": "document",
    "ผ่าน": "through", "ตาม": "according to", "หลัง": "after", "เดิม": "former", "แทน": "in place of",
    "จน": "until", "ละ": "each", "ครั้ง": "time", "นำ": "bring", "เกิด": "occur", "แก่": "to",
    "ค่า": "cost of", "คณะ": "party", "ประจำ": "attached to", "ทำให้": "make", "อยู่ใน": "in",
    "พร้อม": "with", "อีก": "another", "กว่า": "more than", "ไม่ได้": "did not", "ไม่ใช่": "not",
    "ดังกล่าว": "the said", "คาดว่า": "is expected to", "เท่า": "times", "ระยะ": "stage",
    "ราย": "case", "นี้": "this", "นั้น": "that", "อยู่": "is", "ด้วย": "also", "ยัง": "still",
    "เกี่ยวข้อง": "related", "กำหนด": "set", "กลาง": "central", "ต้น": "early", "หลัก": "main",
    "เขา": "he", "สูง": "high", "เดียว": "single", "ตน": "oneself", "ตก": "fall", "เครื่อง": "device",
}  # fmt: skip
# The word list has them in lower case.
_CAPITAL = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|thailand)$"
)
_FREQUENT = 400  # rank of a word, the one met most first
_THAI = re.compile(r"[\u0e00-\u0e7f]+")
# Of Sanskrit words that read otherwise before another.
_LINKED = {
    "วร": "wora", "สุร": "sura", "ธีร": "thira", "ธน": "thana", "ศุภ": "supha", "นร": "nora",
    "รัตน": "rattana", "ภัทร": "phatthara", "นฤ": "narue",
    "ชน": "chana", "ปัญญ": "panya", "วัฒน": "watthana",
}  # fmt: skip
_INFLECTIONS = [(re.compile(end), base) for end, bases in _ENDINGS.items() for base in bases]


def gloss(word: str, source: str) -> str:
    """Return the most usual equivalent of a word; one that has none romanised or as it is."""
    if source == "th":
        return _english(word)
    known = _thai_meanings(word.casefold())
    return known[0] if known and word.islower() else word


def _english(word: str) -> str:
    known = _IN_PROSE.get(word)
    if known is None:
        known = lexicon().usual.get(word) or next(iter(lexicon().english.get(word, ())), None)
    if known is None:
        return romanise(word)
    return known.title() if _CAPITAL.match(known) else known


def is_known(word: str) -> bool:
    """Tell whether a Thai word has an equivalent; what has none is a name, or a piece of one."""
    return word in _IN_PROSE or word in lexicon().english


def is_rare(word: str) -> bool:
    """Tell whether a Thai word is none of the frequent ones."""
    return word not in _IN_PROSE and ranks().get(word, _FREQUENT) >= _FREQUENT


def _thai_meanings(word: str) -> tuple[str, ...]:
    """Look an English word up, an inflected one by its likely base forms."""
    bases = [word, *(ending.sub(base, word) for ending, base in _INFLECTIONS)]
    return next((lexicon().thai[base] for base in bases if base in lexicon().thai), ())


def romanise(word: str) -> str:
    """Write a Thai name in Latin letters by the rules of the Royal Institute, by its syllables.

    Of a whole name pythainlp's engine loses vowels: ศุภกร, ไพศาล, อดิศักดิ์.
    """
    from pythainlp.tokenize import subword_tokenize

    syllables = subword_tokenize(word, engine="han_solo")
    read = [_linked(syllable) for syllable in syllables[:-1]]
    read += [_romanised(syllable) for syllable in syllables[-1:]]
    return "".join(read).capitalize()


def _linked(syllable: str) -> str:
    """Return how a syllable reads before another: in Sanskrit compounds with a vowel after it."""
    return _LINKED.get(syllable) or _romanised(syllable)


def _romanised(syllable: str) -> str:
    from pythainlp.transliterate import romanize

    latin = _THAI.sub("", str(romanize(syllable, engine="royin")))
    # A silent อ before another consonant stands for a vowel: อนันต์, อดิศักดิ์.
    silent = syllable.startswith("อ") and latin[:1] not in tuple("aeiou")
    return f"a{latin}" if silent else latin
