"""Countries: those that a text names, by their codes, whatever the language or spelling."""

import re
from functools import cache

from index import segment

_SPELLINGS = {
    "KR": ("เกาหลี", "Korea"),
    "US": ("สหรัฐฯ", "สหรัฐ", "อเมริกา", "U.S.", "US", "USA", "America", "the States"),
    "GB": ("อังกฤษ", "Britain", "England", "UK", "U.K."),
    "MM": ("พม่า", "Burma", "เมียนมาร์"),
    "VN": ("Viet Nam",),
    "LA": ("สปป.ลาว", "Lao PDR"),
    "CZ": ("Czech Republic", "สาธารณรัฐเช็ก"),
}
_BEFORE = re.compile("ประเทศ|ชาว|คน|ชาติ|รัฐบาล|สาธารณรัฐ")  # the dictionary has ประเทศไทย as one word
_NAMES_TOO = frozenset(["มาลี", "ชาด", "กวม"])  # Thai words that are rarely the country


def countries_in(text: str, language: str) -> set[str]:
    """Return the ISO codes of the countries that a text names; normalised text."""
    found = list(_pattern(language).finditer(text))
    if language == "th" and found:
        borders = _borders(text)
        found = [match for match in found if borders >= {match.start(), match.end()}]
    return {_codes(language)[match.group()] for match in found}


def _borders(text: str) -> set[int]:
    """Return where words of Thai begin and end, the mark of an abbreviation apart or not."""
    borders: set[int] = set()
    for run in re.finditer(r"[\u0e01-\u0e4e]+", text):
        place = run.start()
        borders.add(place)
        for word in segment(run.group()):
            if before := _BEFORE.match(word):
                borders.add(place + before.end())
            place += len(word)
            borders.add(place)
            if word.endswith("ฯ"):
                borders.add(place - 1)
    return borders


@cache
def _codes(language: str) -> dict[str, str]:
    from babel import Locale

    names = Locale(language).territories
    codes = {
        str(name).split(" (")[0]: str(code) for code, name in names.items() if len(str(code)) == 2
    }
    for code, spellings in _SPELLINGS.items():
        codes |= {name: code for name in spellings if name.isascii() == (language == "en")}
    return {name: code for name, code in codes.items() if name not in _NAMES_TOO}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_codes(language), key=len, reverse=True))
    if language == "th":
        return re.compile(names)
    return re.compile(rf"(?<![A-Za-z])(?:{names})(?![A-Za-z])")
