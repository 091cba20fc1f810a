"""Regions: which countries lie in Africa, the Caribbean or Southeast Asia.

Groups of countries are those of the UN's M49 standard ("Standard country or area codes for
statistical use"), in regions.json by the codes that CLDR has for them.
"""

import json
import re
from functools import cache
from importlib.resources import files

_AFRICA = "011 014 015 017 018"
_LATIN = "005 013 029"
_ASIA = "030 034 035 143 145"
_OCEANIA = "053 054 057 061"
# How regions are called, the narrower ones before those that hold them, and what they hold.
_CALLED = (
    (r"north(?:ern)? afric\w+|แอฟริกาเหนือ", "015"),
    (r"west(?:ern)? afric\w+|แอฟริกาตะวันตก", "011"),
    (r"east(?:ern)? afric\w+|แอฟริกาตะวันออก", "014"),
    (r"southern afric\w+|แอฟริกาตอนใต้", "018"),
    (r"(?<!south )(?<!central )africa(?:n)?|แอฟริกา(?!ใต้|กลาง)", _AFRICA),
    (r"caribbean|แคริบเบียน", "029"),
    (r"central americ\w+|อเมริกากลาง", "013"),
    (r"latin americ\w+|ละตินอเมริกา|ลาตินอเมริกา", _LATIN),
    (r"south americ\w+|อเมริกาใต้", "005"),
    (r"north americ\w+|อเมริกาเหนือ", "013 021 029"),
    (r"the americas|ทวีปอเมริกา", f"{_LATIN} 021"),
    (r"south-?\s?east(?:ern)? asia\w*|เอเชียตะวันออกเฉียงใต้", "035"),
    (
        r"north-?\s?east(?:ern)? asia\w*|เอเชียตะวันออกเฉียงเหนือ|east(?:ern)? asia\w*|เอเชียตะวันออก",
        "030",
    ),
    (r"south(?:ern)? asia\w*|เอเชียใต้", "034"),
    (r"central asia\w*|เอเชียกลาง", "143"),
    (r"middle east\w*|west(?:ern)? asia\w*|ตะวันออกกลาง|เอเชียตะวันตก", "145"),
    (r"asia(?:n)?(?![- ]?pacific)|(?:ทวีป)?เอเ[ชซ]ีย(?!-?\s?แปซิฟิก)", _ASIA),
    (r"(?:eastern |western |northern |southern )?europ\w+|(?:ทวีป)?ยุโรป", "039 151 154 155"),
    (r"oceani\w+|south pacific|pacific islands?|โอเชียเนีย|แปซิฟิกใต้", _OCEANIA),
)
_PATTERNS = tuple(
    (re.compile(rf"(?i)(?<![a-z])(?:{called})(?![a-z])"), codes) for called, codes in _CALLED
)


def region_in(text: str) -> tuple[tuple[int, int], frozenset[str]] | None:
    """Return where a text first names a region, and the ISO codes of its countries.

    Args:
        text: Normalised words in Thai or English.

    Returns:
        None if it names no region, or several that are apart.
    """
    found: list[tuple[tuple[int, int], str]] = []
    for pattern, codes in _PATTERNS:
        for match in pattern.finditer(text):
            span = match.span()
            if all(span[1] <= a or b <= span[0] for (a, b), _ in found):
                found.append((span, codes))
    if len(found) != 1:
        return None
    span, codes = found[0]
    return span, frozenset().union(*(_countries()[code] for code in codes.split()))


@cache
def _countries() -> dict[str, frozenset[str]]:
    rows = json.loads(files("assistant").joinpath("regions.json").read_text("utf-8"))
    return {code: frozenset(countries.split()) for code, countries in rows.items()}
