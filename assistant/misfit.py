"""Misfits: words that cannot be the person, place, time or list that a question asks for.

Nor is a bare date, count or rank a person, a place or a reason, nor a country an office holder or a
town, nor a continent a country.
"""

import re

from assistant.acronyms import acronym_in
from assistant.counted import Placed, placed
from assistant.countries import countries_in, is_country
from assistant.dates import find_dates, without_dates
from assistant.named import names_in
from assistant.regions import region_in
from assistant.sorts import LENGTHS

_DATE_WORD = re.compile(
    r"(?i)\b(?:from|to|on|in|and|until|of|the|b\.?e|a\.?d)\b|วันที่|เมื่อ|ถึง|และ|ตั้งแต่|ระหว่าง|ปี|พ\.ศ\.|ค\.ศ\."
)
_WORD = re.compile(r"[^\W\d]{3}")
# Of these a number alone may tell who or where.
_WHO_OR_WHERE = (
    "คน ราย ครอบครัว ครัวเรือน ประเทศ ชาติ ฝ่าย บริษัท ทีม จังหวัด เมือง อำเภอ ตำบล หมู่บ้าน แห่ง "
    "โรงเรียน สถานี เกาะ หลัง"
)
_WHO_OR_WHERE_UNITS = frozenset(_WHO_OR_WHERE.split())
_AROUND_NUMBER = re.compile(
    r"(?i)\b(?:about|around|some|over|under|nearly|almost|more|less|fewer|than|at|least|most|up|to|"
    r"only|just|total|of|the|a|an|in|all|first|and)\b|ประมาณ|ราว|เกือบ|กว่า|มาก|น้อย|ทั้งสิ้น|ทั้งหมด|รวม|จำนวน|"
    r"ถึง|อย่าง|เพียง|แค่|และ"
)
# Somebody said it, but that is not who.
_SAYS = re.compile(r"(?:ได้)?(?:เปิดเผย|กล่าว|แถลง|ระบุ|ยืนยัน|ให้สัมภาษณ์)(?:ว่า|เพิ่มเติม|ถึง|\s|$)")
_RANK_ALONE = re.compile(
    r"(?i)(?:the )?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth)(?: [a-z]+)?"
    r"|(?:ครั้ง|กลุ่ม|ฉบับ|รอบ|ระยะ|ชั้น|อันดับ|ลำดับ|ข้อ|เรื่อง)ที่\s?(?:\d+|[\u0e01-\u0e4e]{3,8})"
)
_RANKED = re.compile(r"(?:ครั้ง|ฉบับ|รอบ|สมัย)ที่\s?\d+$")  # a meeting is no place
_LETTERS = re.compile(r"[^\W\d_]{2}|\d")
_NO_TIME = re.compile(r"\d{1,3}")  # that is no year, and of a day there would be more
_OF_TIME = re.compile(
    r"(?i)\b(?:hour|day|week|month|year|minute|half|quarter|decade|phase|stage|period)s?\b|ระยะ|ช่วง"
)
_DAY = re.compile(r"(?i)\d(?:st|nd|rd|th)$|^the \w+$")  # "the 3rd" may be one of a month
_RANKS = re.compile(r"(?i)\brank\w*\b|\b(?:stand|stands|come|comes) in the\b|อันดับ|ลำดับ")
_HOUR = re.compile(
    r"(?i)โมง|เวลา|ปี|พ\.?\s?ศ|ค\.?\s?ศ|\byear\b|วันที่เท่า|วัน(?:ไหน|ใด|อะไร)|"
    r"\b(?:time|hour|o'clock|what day|which day|what date)\b"
)
# Who is to be listed by name; countries are none of them.
_PERSONS = re.compile(
    r"(?i)\b(?:name|list|which|what|who) (?:\w+ ){0,4}?(?:ministers|officials|leaders|delegates|"
    r"envoys|negotiators|spokespeople|speakers|experts|people|persons|presidents)\b|"
    r"(?:รัฐมนตรี|เจ้าหน้าที่|ผู้แทน|ผู้นำ|ผู้เชี่ยวชาญ|ประธานาธิบดี|โฆษก)\S*?(?:คนใด|คนไหน|ท่านใด|ชื่อ\S{0,4}(?:อะไร|ใด))"
)
_ASKS_PERSON = re.compile(
    r"(?i)(?:ผู้แทน|โฆษก|รัฐมนตรี|เลขาธิการ|นายก|หัวหน้า|เอกอัครราชทูต)\S*?\s?"
    r"(?:\S+\s|(?:ที่|ซึ่ง|ของ|จาก|ฝ่าย|ฝั่ง)\S+)?(?:คือ|เป็น|ชื่อ)\s?(?:ใคร|อะไร)|"
    r"\bwho (?:is|was|were|are) (?:the |its |their )?(?:[\w'’-]+ ){0,4}?"
    r"(?:representative|minister|spokes\w+|secretary|president|leader|envoy|ambassador)s?\b|"
    r"\bname of (?:the |its |their )?(?:[\w'’-]+ ){0,3}?"
    r"(?:representative|minister|spokes\w+|secretary|president|leader|envoy|ambassador)\b"
)
# Who was sent is a person or a body, though countries may send and be sent things.
_ASKS_SENT = re.compile(
    r"(?i)ส่งใคร|\bwhom? (?:did|does|do|will|has|have) (?:[\w'’-]+ ){1,5}?"
    r"sen[dt](?= (?:to|as|there|along)\b|\W*$)"
)
_ORGANISATION = re.compile(
    r"องค์การ|องค์กร|กระทรวง|(?<![ก-ฮ])กรม|สำนักงาน|บริษัท|สมาคม|^[A-Z]{3,}$|"
    r"\b(?:Agency|Organi[sz]ation|Ministry|Department|Association|Company|Committee)\b|"
    r"(?:[A-Z]\w+ )+(?:Republic|Kingdom|Federation|Union|Agency|Ministry|Department|Company)$"
)
_ASKS_CLOCK = re.compile(r"(?i)กี่(?:โมง|ทุ่ม|นาฬิกา)|\b(?:what time|time of (?:the )?day|which hour)\b")
_CLOCK = re.compile(
    r"(?i)\d[.:]\d\d|โมง|ทุ่ม|นาฬิกา|\d\s?น\.|เช้า|เที่ยง|บ่าย|เย็น|ค่ำ|\d\s?[ap]\.?m\b|noon|midnight|"
    r"morning|afternoon|evening|night|o'clock"
)
_ASKS_YEAR = re.compile(
    r"(?i)ปี(?:ไหน|ใด|อะไร)|ปี\s?พ\.?ศ|พ\.\s?ศ\.\s?(?:ไหน|ใด|อะไร|เท่า)|\b(?:what|which) year\b"
)
_DURATION = re.compile(
    r"(?i)(?:ภายใน|ราว|ประมาณ|นาน|เป็นเวลา|within|about|around|in|for|some|over)?\s?"
    r"(?:the )?(?:next )?(?:\d{1,3}|[\u0e01-\u0e4e]{3,6}|[a-z]+)\s?"
    r"(?:ปี|เดือน|สัปดาห์|วัน|years?|months?|weeks?|days?)"
)
_SUPERLATIVE = re.compile(
    r"(?i)ที่สุด|มากสุด|น้อยสุด|เยอะสุด|\b(?:most|least|largest|biggest|smallest|highest|lowest|longest|"
    r"oldest|youngest|newest|best|worst|fewest)\b"
)
_BESIDE = 2  # words beside an acronym that spell out nothing: "the … project"
_ASKS_COUNTRY = re.compile(
    r"(?i)\b(?:what|which) country\b|(?<!กี่)ประเทศ(?:ใด|ไหน|อะไร|ที่เท่า)|(?<!กี่)ชาติ(?:ใด|ไหน)"
)
_ASKS_TOWN = re.compile(
    r"(?i)\b(?:what|which) (?:capital |host )?(?:city|town|province|village)\b|"
    r"(?<!กี่)(?:เมือง|จังหวัด|อำเภอ|หมู่บ้าน)(?:ใด|ไหน|อะไร)"
)
# These are named as their towns or provinces are.
_CITY_STATES = "SG MC LU HK MO KW PA GT DJ SM VA MX GI ST"
_TOWNS_TOO = frozenset(_CITY_STATES.split())
_JOINERS = re.compile(r"(?i)\b(?:and|or|the|as well as)\b|และ|กับ|หรือ|ประเทศ|รวมถึง|[\s,–-]+")


def misfits(kind: str, asked: str, plain: str, language: str) -> bool | None:
    """Tell whether words cannot answer a question of a kind; None for those that ask a number.

    Args:
        kind: The question's kind.
        asked: The question, normalised.
        plain: The words, normalised.
        language: Theirs.
    """
    if kind in ("where", "which", "what") and _of_another_size(asked, plain, language):
        return True
    if kind in ("who", "where"):
        return _no_one_and_nowhere(kind, asked, plain, language)
    if kind == "what":
        return _no_person(asked, plain, language)
    if kind == "when":
        return _no_time(asked, plain)
    if kind == "stands_for":
        return _only_a_date(plain) or _only_itself(asked, plain)
    if kind == "list":
        counts = list(placed(plain, language))
        count = len(counts) == 1 and bool(counts[0].unit) and not _beside(plain, counts)
        return count or (bool(_PERSONS.search(asked)) and only_countries(plain, language))
    if kind == "which":
        return bool(_SUPERLATIVE.search(asked)) and len(_countries(plain, language)) > 1
    if kind == "why":
        return _only_a_date(plain) or only_countries(plain, language)
    return None


def _no_one_and_nowhere(kind: str, asked: str, plain: str, language: str) -> bool:
    if kind == "where" and _RANKS.search(asked):
        return False
    if kind == "who" and _ASKS_SENT.search(asked) and only_countries(plain, language):
        return True
    if kind == "who" and (_no_person(asked, plain, language) or _SAYS.match(plain)):
        return True
    if not _LETTERS.search(plain) or (kind == "where" and _RANKED.search(plain)):
        return True
    return _only_a_date(plain) or only_a_rank(plain) or _only_a_count(plain, language)


def _of_another_size(asked: str, plain: str, language: str) -> bool:
    """Tell whether words name a continent where a country is asked for, or that for a town."""
    if _ASKS_COUNTRY.search(asked) and _continent(plain):
        return True
    country = only_countries(plain, language)
    town = not country or not _TOWNS_TOO.isdisjoint(countries_in(plain, language))
    return not town and bool(_ASKS_TOWN.search(asked))


def _continent(plain: str) -> bool:
    """Tell whether words name a region of several countries and nothing else."""
    found = region_in(plain)
    if not found:
        return False
    (start, end), _ = found
    return not _WORD.search(_DATE_WORD.sub(" ", f"{plain[:start]} {plain[end:]}"))


def _no_person(asked: str, plain: str, language: str) -> bool:
    """Tell whether words name a country or an organisation where an office holder is asked for."""
    return bool(_ASKS_PERSON.search(asked)) and names_nobody(plain, language)


def names_nobody(plain: str, language: str) -> bool:
    """Tell whether normalised words name countries or an organisation, and no person."""
    if any(name.person for name in names_in(plain, language)):
        return False
    bare = plain.removeprefix("the ").removeprefix("โดย")
    return only_countries(plain, language) or bool(_ORGANISATION.match(bare))


def _no_time(asked: str, plain: str) -> bool:
    if _ASKS_CLOCK.search(asked) and find_dates(plain) and not _CLOCK.search(plain):
        return True
    if _ASKS_YEAR.search(asked) and _DURATION.fullmatch(plain.strip()):
        return True
    rank = only_a_rank(plain) and not _OF_TIME.search(plain)
    if rank and not _DAY.search(plain):
        return True
    return not _HOUR.search(asked) and (rank or bool(_NO_TIME.fullmatch(plain)))


def _only_a_date(plain: str) -> bool:
    left = without_dates(plain)
    return left != plain and not _WORD.search(_DATE_WORD.sub(" ", left))


def only_a_rank(plain: str) -> bool:
    """Tell whether words are a rank and at most the thing that it ranks."""
    return bool(_RANK_ALONE.fullmatch(plain.strip(" .,")))


def _only_a_count(plain: str, language: str) -> bool:
    """Tell whether words are a number of things, not of people or places, and nothing else."""
    numbers = list(placed(plain, language))
    if not numbers or any(number.unit in _WHO_OR_WHERE_UNITS for number in numbers):
        return False
    measured = all(number.unit in ("", *LENGTHS) for number in numbers)
    bare = all(not number.unit for number in numbers)
    return (bare or not measured) and not _beside(plain, numbers)


def _beside(plain: str, numbers: list[Placed]) -> bool:
    """Tell whether words stand beside numbers and their units."""
    left = plain
    for number in reversed(numbers):
        left = f"{left[: number.start]} {left[number.end :]}"
    return bool(_WORD.search(_AROUND_NUMBER.sub(" ", left)))


def _only_itself(asked: str, plain: str) -> bool:
    """Tell whether words say of an acronym hardly more than the acronym."""
    acronym = acronym_in(asked)
    if not acronym or acronym.casefold() not in plain.casefold():
        return False
    left = re.sub(re.escape(acronym), " ", plain, flags=re.IGNORECASE).split()
    return len(left) <= _BESIDE and len("".join(left)) <= 3 * len(acronym)


def only_countries(plain: str, language: str) -> bool:
    """Tell whether normalised words name countries and nothing else."""
    return bool(_countries(plain, language))


def _countries(plain: str, language: str) -> list[str]:
    """Return the countries that words list, none if they have any other words."""
    parts = [part for part in _JOINERS.split(plain) if part]
    return parts if all(is_country(part, language) for part in parts) else []
