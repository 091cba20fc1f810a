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
    "CH": ("สวิส",),
    "NL": ("ดัตช์", "ฮอลแลนด์", "Holland"),
    "LA": ("สปป.ลาว", "Lao PDR"),
    "CZ": ("Czech Republic", "สาธารณรัฐเช็ก"),
}
_BEFORE = re.compile("ประเทศ|ชาว|คน|ชาติ|รัฐบาล|สาธารณรัฐ")  # the dictionary has ประเทศไทย as one word
_TWICE = re.compile(r"([ก-ฮ])\1")
_MEDIAL = re.compile(r"(?<=[\u0e01-\u0e4e])[กคนมลส](?=[ะาิีึืุู])")  # where a writer doubles a consonant
_ADJECTIVE = r"[A-Z][a-z]+"  # Thai, Sri Lankan
_ADJECTIVES = {
    before: [re.compile(edge.format(words)) for words in (_ADJECTIVE, f"{_ADJECTIVE} {_ADJECTIVE}")]
    for before, edge in ((True, "{}$"), (False, "^{}"))
}
_LONGEST = 40  # letters of a name
_SHORTEST = 5  # letters; of shorter names the doubled spelling may be another word
_NAMES_TOO = frozenset(["มาลี", "ชาด", "กวม"])  # Thai words that are rarely the country
# Adjectives that neither a language nor an ending tells.
_OTHER_ADJECTIVES = (
    "Danish DK, Turkish TR, Irish IE, Filipino PH, Philippine PH, Laotian LA, Argentine AR, "
    "Afghan AF, Cypriot CY, Peruvian PE, Moroccan MA, Congolese CD, Emirati AE, Saudi SA, "
    "Belgian BE, Mexican MX, Timorese TL, Scottish GB, Welsh GB, Lebanese LB, "
    "Ivorian CI, Mozambican MZ, Bosnian BA, Macedonian MK, Kazakh KZ, Papuan PG, Honduran HN, "
    "Salvadoran SV, Panamanian PA, Maldivian MV, Luxembourgish LU, Greenlandic GL, "
    "Palestinian PS, Dutch NL, Swiss CH, American US, British GB, French FR"
)


def countries_in(text: str, language: str) -> set[str]:
    """Return the ISO codes of the countries that a text names; normalised text."""
    found = list(_pattern(language).finditer(text))
    if language == "th" and found:
        borders = _borders(text)
        found = [match for match in found if borders >= {match.start(), match.end()}]
    codes = _codes(language)
    return {codes.get(match.group()) or codes[once(match.group())] for match in found}


def adjectives_in(text: str) -> set[str]:
    """Return the codes of the countries that English adjectives of a text tell of: Armenian."""
    return {code for word in re.findall(r"\b[A-Z][a-z]+", text) for code in countries_of(word)}


def is_country(words: str, language: str) -> bool:
    """Tell whether normalised words are the name of a country and nothing else."""
    codes = _codes(language)
    return words in codes or (language == "th" and once(words) in codes)


def country_beside(text: str, place: int, language: str, *, before: bool) -> str | None:
    """Return the ISO code of the country whose name, or adjective, ends or begins at a place."""
    near = text[max(0, place - _LONGEST) : place] if before else text[place : place + _LONGEST]
    found = [
        match.group()
        for match in _pattern(language).finditer(near)
        if (match.end() == len(near) if before else match.start() == 0)
    ]
    if found:
        codes = _codes(language)
        return codes.get(found[0]) or codes[once(found[0])]
    adjectives = (match.group() for edge in _ADJECTIVES[before] if (match := edge.search(near)))
    return next((code for words in adjectives for code in countries_of(words)), None)


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
def _demonyms() -> dict[str, str]:
    """Return countries by the adjective that is also the name of their main language."""
    from babel import Locale
    from babel.languages import get_official_languages

    english, found = Locale("en"), dict[str, str]()
    for code, name in english.territories.items():
        for language in get_official_languages(str(code))[:1] if len(str(code)) == 2 else ():
            adjective = str(english.languages.get(language, ""))
            # Only where both begin alike: Danish and Denmark, not English and Belize.
            if adjective[:2] == str(name)[:2]:
                found.setdefault(adjective, str(code))
    return found | dict(pair.split() for pair in _OTHER_ADJECTIVES.split(", "))


def countries_of(adjective: str) -> set[str]:
    """Return the codes of the countries that an English adjective tells of: Danish, Tunisian."""
    if code := _demonyms().get(adjective):
        return {code}
    for ending in ("ese", "ian", "an", "n", "i"):
        bare = adjective.removesuffix(ending)
        code = _codes("en").get(bare) or _codes("en").get(f"{bare}a")
        if bare != adjective and code:
            return {code}
    return set()


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


def once(name: str) -> str:
    """Return a Thai name with no consonant written twice: แคนนาดา is how some write แคนาดา."""
    return _TWICE.sub(r"\1", name)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_codes(language), key=len, reverse=True))
    if language == "th":
        doubled = "|".join(sorted(_doubled(), key=len, reverse=True))
        return re.compile(f"{names}|{doubled}")
    return re.compile(rf"(?<![A-Za-z])(?:{names})(?![A-Za-z])")


def _doubled() -> set[str]:
    """Return the Thai names with one of their consonants written twice."""
    return {
        f"{name[: match.start()]}{match.group()}{name[match.start() :]}"
        for name in _codes("th")
        if len(name) >= _SHORTEST and once(name) == name
        for match in _MEDIAL.finditer(name)
    }
