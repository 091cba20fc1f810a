"""Likeness: words of two texts that may say the same, within a language or across.

A word is a set of forms: a Thai one itself and the stems of its English equivalents, an English
one its stem and its Thai equivalents. Two words are alike if they share a form, so that synonyms
meet through the other language.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.coverage import content_words
from index import MINIMUM_KEY, gloss, heard_key, latin_key, lexicon, stem, thai_key, tokens

Word = frozenset[str]
_SENSES = 4  # equivalents of a word that are taken: the rarer ones mislead
_SAYING_LITTLE = frozenset(["person", "man", "thing"])  # of an equivalent of several words
_PERSON = re.compile(r"^(?:คน|ผู้|นัก|การ|ความ)(?=..)")
_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly")
_ASKED = re.compile(
    r"^(?:true|right|correct|still|already|also|any|all|every|each|some|only|more|less|most|than|"
    r"may|can|could|must|will|would|shall|should|now|yes|no|not|yet|even|at|over|under|first|then|"
    r"if|one|these|those|them|us|our|you|your|we|me|"
    r"my|him|himself|into|after|before|during|up|down|out|when|while|because|but|so|such|too|"
    r"about|between|both|other|another|same|own|there|here|just|never|none|nor|neither|either|"
    r"ไม่|ต้อง|ห้าม|ใช่|จริง|ทุก|เท่านั้น|เฉพาะ|กว่า|เคย|ยัง|แล้ว|ได้|หรือ|อนุญาต|เกิน|เลย|ปี|ใน|ตอน|"
    r"แต่|คน|ครั้ง|อายุ)$"
)


def words_of(text: str, language: str) -> tuple[Word, ...]:
    """Return the words of content of a normalised text, each as its forms."""
    return tuple(word for _, word in spelt(text, language))


@lru_cache(maxsize=2_048)
def spelt(text: str, language: str) -> tuple[tuple[str, Word], ...]:
    """Return the same words, each with its spelling in small letters."""
    found: dict[str, Word] = {}
    for word, _ in content_words(text):
        if not _ASKED.match(word) and word not in found and len(word) > 1:
            found[word] = _thai(word) if _is_thai(word) else _english(word)
    if language == "th":
        found |= {word: _thai(word) for word in _said(text) if word not in found}
    return tuple(found.items())


def _said(text: str) -> Iterable[str]:
    """Return what the list of Thai stop words drops although it tells much."""
    return [word for _, word in tokens(text) if word in _TELLING]


_TELLING = frozenset(
    [
        "เปิดเผย",
        "ก่อตั้ง",
        "ลงนาม",
        "เข้าร่วม",
        "ได้รับ",
        "เริ่ม",
        "เลิก",
        "สร้าง",
        "ตั้ง",
        "จัดตั้ง",
        "แบ่ง",
        "เพิ่ม",
        "ลด",
        "สนับสนุน",
        "เห็นด้วย",
        "เห็นชอบ",
        "ตกลง",
        "ออกไป",
        "ถอนตัว",
        "มอบ",
        "อนุมัติ",
        "เปิด",
        "ปิด",
        "ใช้",
        "พบ",
        "เสนอ",
        "กำหนด",
        "ขอ",
        "ให้",
        "ทำ",
        "ส่ง",
        "รับ",
        "หยุด",
        "ตาย",
    ]
)


def _is_thai(word: str) -> bool:
    return "\u0e01" <= word[0] <= "\u0e4e"


@lru_cache(maxsize=20_000)
def _thai(word: str) -> Word:
    forms = {word}
    for meaning in lexicon().english.get(word, ())[:_SENSES]:
        forms |= {stem(part) for part in re.findall(r"[a-z]+", meaning.casefold()) if len(part) > 3}
    forms |= {term for term, weight in gloss(word) if weight >= 1 / _SENSES}
    forms = forms - _SAYING_LITTLE if forms - _SAYING_LITTLE - {word} else forms
    bare = _PERSON.sub("", word)
    if word not in lexicon().english and bare in lexicon().english:
        return frozenset(forms) | _thai(bare)
    if word in lexicon().names or word not in lexicon().english:
        keys = {thai_key(word), heard_key(word)}
        forms |= {f"~{key}" for key in keys if len(key) >= MINIMUM_KEY}
    return frozenset(forms)


@lru_cache(maxsize=20_000)
def _english(word: str) -> Word:
    known = lexicon().thai
    bases = [word, *(word.removesuffix(end) for end in _ENDINGS), f"{word.removesuffix('ed')}e"]
    bases += [f"{word.removesuffix('ing')}e", f"{word.removesuffix('ies')}y", stem(word)]
    forms = {stem(word)}
    for base in dict.fromkeys(bases):
        forms |= set(known.get(base, ())[:_SENSES])
    key = latin_key(word)
    if len(key) >= MINIMUM_KEY:
        forms.add(f"~{key}")
    return frozenset(forms)


def alike(word: Word, others: Iterable[Word]) -> bool:
    """Tell whether a word is like any of some others."""
    return any(not word.isdisjoint(other) for other in others)


def shared(words: Iterable[Word], others: tuple[Word, ...]) -> int:
    """Count the words that are like any of some others."""
    return sum(alike(word, others) for word in words)
