"""Contrasts: words of which a text that has one and lacks the other speaks of something else.

The fare of the first class is not told where only the third is spoken of, nor what grade C brings
where there are A and B, nor the visitors of the first month by those of the first three.
"""

import re
from collections.abc import Iterator

# Each member as either language writes it; a question that names two of them asks of no one.
_CONTRASTS: tuple[dict[str, str], ...] = (
    {
        "first": r"\b(?:first|1st)[- ]class\b|ชั้น(?:ที่\s?)?(?:หนึ่ง|1(?!\d))",
        "second": r"\b(?:second|2nd)[- ]class\b|ชั้น(?:ที่\s?)?(?:สอง|2(?!\d))",
        "third": r"\b(?:third|3rd)[- ]class\b|ชั้น(?:ที่\s?)?(?:สาม|3(?!\d))",
    },
    {
        "a": r"\bgrade[- ]a\b|เกรด\s?(?:เอ|a\b)",
        "b": r"\bgrade[- ]b\b|เกรด\s?(?:บี|b\b)",
        "c": r"\bgrade[- ]c\b|เกรด\s?(?:ซี|c\b)",
        "d": r"\bgrade[- ]d\b|เกรด\s?(?:ดี|d\b)",
    },
    {
        "adult": r"\b(?:adults?|grown-?ups?)\b|ผู้ใหญ่(?!บ้าน)",
        "child": r"\b(?:child(?:ren)?|kids?|infants?|toddlers?)\b|เด็ก|ทารก",
    },
    {
        "female": r"\b(?:females?|women|woman|girls?)\b|ตัวเมีย|ผู้หญิง|เพศหญิง|เด็กหญิง",
        "male": r"\b(?:males?|men|man|boys?)\b|ตัวผู้|ผู้ชาย|เพศชาย|เด็กชาย",
    },
)
_UNSAID = frozenset(["adult"])  # what a price is for unless another is named
_MEMBERS = tuple({name: re.compile(f"(?i){p}") for name, p in each.items()} for each in _CONTRASTS)
_COUNT = {
    word: number
    for number, words in enumerate(
        ("one หนึ่ง", "two สอง", "three สาม", "four สี่", "five ห้า", "six หก", "seven เจ็ด", "eight แปด",
         "nine เก้า", "ten สิบ"),
        1,
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = rf"\d+|{'|'.join(_COUNT)}"
_FIRST = re.compile(
    rf"(?i)\bfirst (?:(?P<count>{_NUMBER}) )?(?P<unit>day|week|month|year)s?\b"
    rf"|(?:(?P<thai_count>{_NUMBER})\s?)?(?P<thai_unit>วัน|สัปดาห์|เดือน|ปี)แรก"
)
_UNITS = {"วัน": "day", "สัปดาห์": "week", "เดือน": "month", "ปี": "year"}


def of_the_contrary(asked: str, sentence: str, passage: str) -> bool:
    """Tell whether a sentence speaks of the contrary of what is asked about, which is not told.

    Args:
        asked: The question, normalised.
        sentence: The sentence of the span, normalised.
        passage: The passage around it and its title, normalised.
    """
    for members in _MEMBERS:
        wanted = {name for name, pattern in members.items() if pattern.search(asked)}
        if len(wanted) != 1 or wanted & _UNSAID:
            continue
        if any(members[name].search(passage) for name in wanted):
            continue
        if any(pattern.search(sentence) for pattern in members.values()):
            return True
    wanted_first, told = set(_first(asked)), set(_first(sentence))
    units = {unit for unit, _ in wanted_first} & {unit for unit, _ in told}
    return bool(units) and not wanted_first & set(_first(passage))


def _first(text: str) -> Iterator[tuple[str, int]]:
    """Yield the unit and the number of every "first three months" of a text."""
    for match in _FIRST.finditer(text):
        unit = match["unit"] or _UNITS[match["thai_unit"]]
        count = (match["count"] or match["thai_count"] or "1").casefold()
        yield unit.casefold(), _COUNT.get(count) or int(count)
