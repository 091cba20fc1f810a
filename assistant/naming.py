"""Naming: countries, places, people and organisations in the other language.

Countries are CLDR's, from Babel; other names our lexicon's; the few below are what both lack.
"""

import re
from functools import cache

from assistant.countries import countries_of, once
from index import lexicon

_LONGEST = 6  # words
_THAI_PAIR = re.compile(r"[\u0e01-\u0e4e]{2,} [\u0e01-\u0e4e]{2,}")
_THAI_OTHERS = {
    "เกาหลี": "Korea", "สหรัฐฯ": "the United States", "สหรัฐ": "the United States",
    "อเมริกา": "America",
    "สหรัฐอเมริกา": "the United States", "สหราชอาณาจักร": "the United Kingdom", "อังกฤษ": "England",
    "สหประชาชาติ": "the United Nations", "พม่า": "Myanmar", "ยุโรป": "Europe", "เอเชีย": "Asia",
    "เอเซีย": "Asia",
    "กรุงเทพฯ": "Bangkok", "ฟิลิปปินส์": "the Philippines", "เนเธอร์แลนด์": "the Netherlands",
    "สหภาพยุโรป": "the European Union", "สปป.ลาว": "Laos",
}  # fmt: skip
_ENGLISH_OTHERS = {
    "korea": "เกาหลี", "us": "สหรัฐฯ", "u.s.": "สหรัฐฯ", "usa": "สหรัฐฯ", "uk": "สหราชอาณาจักร",
    "britain": "สหราชอาณาจักร", "burma": "เมียนมา", "america": "อเมริกา",
    "european union": "สหภาพยุโรป", "asia": "เอเชีย", "europe": "ยุโรป",
    "bangkok": "กรุงเทพฯ", "united nations": "สหประชาชาติ", "un": "สหประชาชาติ", "eu": "สหภาพยุโรป",
}  # fmt: skip
# A post, with the name of what it belongs to after it in Thai, before it or after "of" in English.
POSTS = {
    "เลขาธิการ": "Secretary-General", "ประธานาธิบดี": "President", "รองประธานาธิบดี": "Vice President",
    "นายกรัฐมนตรี": "Prime Minister", "รองนายกรัฐมนตรี": "Deputy Prime Minister", "ประธาน": "Chair",
    "รัฐมนตรี": "Minister", "รัฐมนตรีต่างประเทศ": "Foreign Minister", "เอกอัครราชทูต": "Ambassador",
    "ผู้ว่าการ": "Governor", "ผู้อำนวยการ": "Director", "โฆษก": "Spokesperson",
    "รองโฆษก": "Deputy Spokesperson", "ผู้ว่าราชการจังหวัด": "Governor",
    "นายกเทศมนตรี": "Mayor", "กษัตริย์": "King", "สมเด็จพระราชินี": "Queen",
}  # fmt: skip
_ENGLISH_POSTS = {english.casefold(): thai for thai, english in reversed(POSTS.items())}


def name_in(name: str, target: str) -> str | None:
    """Return a known name in a language, or None."""
    name = " ".join(name.split())
    if target == "en":
        bare = name.removeprefix("ประเทศ")
        known = _THAI_OTHERS.get(bare) or _countries("th").get(bare)
        known = known or lexicon().names.get(name) or POSTS.get(name)
        return known or _countries("th").get(once(bare))
    low = name.casefold()
    known = _ENGLISH_OTHERS.get(low) or _countries("en").get(low)
    known = known or lexicon().thai_names.get(low) or _ENGLISH_POSTS.get(low)
    return known or _country_of(name)


def _country_of(adjective: str) -> str | None:
    """Return the Thai name of the country that an English adjective tells of: Tunisian."""
    from babel import Locale

    codes = countries_of(adjective) if adjective[:1].isupper() else set()
    return Locale("th").territories.get(*codes) if len(codes) == 1 else None


def is_person(words: str) -> bool:
    """Tell whether Thai words are a given name that is known, and a second name."""
    from pythainlp.corpus import thai_female_names, thai_male_names

    given, _, family = words.partition(" ")
    pair = _THAI_PAIR.fullmatch(words) and not name_in(family, "en")
    return bool(pair) and (given in thai_male_names() or given in thai_female_names())


def longest_name(words: list[str], starts: list[int], text: str, target: str) -> tuple[str, int]:
    """Find the longest run of words, from the first, that is a known name.

    Args:
        words: The words of a text from some place on.
        starts: Where each begins in the text.
        text: The text.
        target: The language to name it in.

    Returns:
        The name in that language, empty if there is none, and how many words it took.
    """
    for count in range(min(_LONGEST, len(words)), 0, -1):
        end = starts[count - 1] + len(words[count - 1])
        # An abbreviation's mark belongs to the name: สหรัฐฯ, U.S.
        for tail in (*_MARKS.findall(text[end : end + 1]), ""):
            name = name_in(text[starts[0] : end] + tail, target)
            if name:
                return name, count
    return "", 0


_MARKS = re.compile(r"[ฯ.]")


@cache
def _countries(source: str) -> dict[str, str]:
    """Return names of countries in one language (English ones in lower case) by the other's."""
    from babel import Locale

    thai, english = Locale("th").territories, Locale("en").territories
    codes = [str(code) for code in thai if len(str(code)) == 2 and code in english]
    # CLDR adds other names in brackets: เมียนมา (พม่า).
    pairs = [(_bare(str(thai[code])), _bare(str(english[code]))) for code in codes]
    return dict(pairs) if source == "th" else {en.casefold(): th for th, en in pairs}


def _bare(name: str) -> str:
    return name.split(" (")[0]
