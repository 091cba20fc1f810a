"""Currencies: whether words tell an amount of money, by the names and signs of all currencies."""

import re
from functools import cache
from unicodedata import category

_CHANGE = frozenset(["cents", "pence", "penny", "pennies", "quid", "crown", "crowns"])
_THAI_CHANGE = ("เหรียญ", "สตางค์", "เซนต์", "ตำลึง", "ดอลล์")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a name
_CODE = re.compile(r"\b[A-Z]{3}\b")


def tells_money(plain: str) -> bool:
    """Tell whether a normalised text has the sign, the code or the name of a currency."""
    if any(category(character) == "Sc" for character in plain):
        return True
    latin, thai, codes = _names()
    if any(word.casefold() in latin for word in _WORD.findall(plain)):
        return True
    return any(name in plain for name in thai) or any(c in codes for c in _CODE.findall(plain))


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return what currencies are called: a word in English, how they begin in Thai, and codes."""
    from babel import Locale
    from babel.numbers import get_currency_name

    english, thai = Locale("en"), Locale("th")
    counted = (
        get_currency_name(str(code), count, english)
        for code in english.currencies
        for count in (1, 2)
    )
    latin = {name.partition(" (")[0].split()[-1].casefold() for name in counted}
    places = sorted(thai.territories.values(), key=len, reverse=True)
    named = [name.partition("(")[0].split()[0] for name in thai.currencies.values() if name.strip()]
    bare = {_without(name, places) for name in named}
    return (
        frozenset({name for name in latin if len(name) >= _SHORTEST and name.isalpha()} | _CHANGE),
        (*sorted(name for name in bare if len(name) >= _SHORTEST and name != "เงิน"), *_THAI_CHANGE),
        frozenset(english.currencies),
    )


def _without(name: str, places: list[str]) -> str:
    for place in places:
        name = name.removesuffix(place)
    return name
