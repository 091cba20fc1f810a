"""Matching: whether a text holds a fact, whichever way the fact is spelled.

Both are put into one form: `sources.normalise` (Unicode, invisible characters, Thai vowels and
digits), case folded, thousands separators removed, era marks before a year removed (``พ.ศ. 2563``
and ``B.E. 2563`` are ``2563``: no year is converted to the other era), and no blanks beside Thai
letters, where Thai writes them freely.

A spelling has to stand free, but for the ending of an English plural (``furnace`` is in
``furnaces``) and a unit written onto a number (``32`` is in ``32C``): Latin words and numbers not
inside longer ones (``17`` is neither in ``2017`` nor in ``17.5`` nor, after a letter and a hyphen,
in ``COVID-17``), number words not inside larger number words (``สิบ`` is not in ``สิบเจ็ด``). A bare
yes or no counts only where it opens the text: ``ใช่`` is not in ``ไม่ใช่``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from sources import normalise

_THAI = "\u0e00-\u0e7f"
_WORD = "0-9a-z\u00df-\u024f"
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_ERA = re.compile(
    r"(?:พ\.\s?ศ\.?|ค\.\s?ศ\.?|พุทธศักราช|คริสต์ศักราช|\b(?:b\.?\s?e|a\.?\s?d|c\.?\s?e)\b\.?)"
    r"\s*(?=\d{3,4}(?!\d))"
)
_THAI_BLANK = re.compile(rf"(?<=[{_THAI}])\s+|\s+(?=[{_THAI}])")
_THAI_UNITS = "ศูนย์ หนึ่ง สอง ยี่ สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ เอ็ด ร้อย พัน หมื่น แสน ล้าน"
_LATIN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_LATIN_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen hundred thousand million"
)
_THAI_NUMBER = "(?:" + "|".join(_THAI_UNITS.split()) + ")"
_LATIN_NUMBER = "(?:" + "|".join(f"{_LATIN_TENS} {_LATIN_UNITS}".split()) + ")"
# May be written onto a number and leaves its value: 32C, 80km. No m or k: 17m is 17 million.
_UNIT = "°?[cf]|km|kg|cm|mm|ml|mg|mw|kwh|gw|mph|kph|am|pm"
_SHORTEST_PLURAL = 4  # letters of a word that an ending may follow: USA has no plural
POLARITY = frozenset(["yes", "no", "ใช่", "ไม่", "ไม่ใช่"])


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text without what is only a way of writing: see above, era marks kept."""
    text = normalise(text).text.translate(_THAI_DIGITS).translate(_QUOTES).casefold()
    text = _THOUSANDS.sub(lambda match: match.group().replace(",", ""), text)
    return _THAI_BLANK.sub("", re.sub(r"\s+", " ", text)).strip()


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return the form in which spellings are compared."""
    return _ERA.sub("", plain(text))


def holds(text: str, spellings: Iterable[str]) -> bool:
    """Tell whether a text holds a fact in one of its accepted spellings."""
    form = canonical(text)
    return any(_pattern(spelling).search(form) for spelling in spellings)


@lru_cache(maxsize=4096)
def _pattern(spelling: str) -> re.Pattern[str]:
    form = canonical(spelling).strip(" .,;:()\"'")
    body = re.escape(form) or r"(?!)"
    if form in POLARITY:
        return re.compile(rf"\A[\W_]*{body}(?![{_WORD}])")
    return re.compile(_before(form) + body + _after(form))


def _before(form: str) -> str:
    """Return what may not stand before a spelling."""
    if form[:1].isdecimal():
        return rf"(?<![{_WORD}])(?<!\d[.,:])(?<![a-z{_THAI}][-‐‑])"
    if re.fullmatch(f"{_THAI_NUMBER}+", form):
        return "".join(f"(?<!{word})" for word in _THAI_UNITS.split())
    if re.fullmatch(_LATIN_NUMBER, form):
        return rf"(?<![{_WORD}])" + "".join(f"(?<!{ten}[- ])" for ten in _LATIN_TENS.split())
    return rf"(?<![{_WORD}])" if re.match(f"[{_WORD}]", form) else ""


def _after(form: str) -> str:
    """Return what may not stand after a spelling."""
    if form[-1:].isdecimal():
        return rf"(?:{_UNIT})?(?![{_WORD}])(?![.,:]\d)"
    if re.fullmatch(f"{_THAI_NUMBER}+", form):
        return f"(?!{_THAI_NUMBER})"
    if re.fullmatch(_LATIN_NUMBER, form):
        return rf"(?![{_WORD}])(?![- ]{_LATIN_NUMBER})"
    word = re.search(f"[{_WORD}]+$", form)
    if not word:
        return ""
    plural = r"(?:e?s)?" if len(word.group()) >= _SHORTEST_PLURAL else ""
    return rf"{plural}(?![{_WORD}])"
