"""Numbers and dates that a text states, comparable across languages, scripts and eras."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from pythainlp.util import thaiword_to_num

from assistant.centuries import BUDDHIST_OFFSET, Years, find_centuries, find_decades
from assistant.dates import DateSpan, find_dates
from assistant.labels import labels
from sources import normalise

_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 10**6, "สิบล้าน": 10**7,
    "ร้อยล้าน": 10**8, "พันล้าน": 10**9, "หมื่นล้าน": 10**10, "แสนล้าน": 10**11, "ล้านล้าน": 10**12,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
# A number joined to a name (COVID-19, G20, จี 20) is part of the name, no quantity.
_DIGITS = re.compile(
    r"(?<![A-Za-z\u0e00-\u0e7f][-–])(?<![A-Za-z0-9.,_])(?<!จี)(?<!จี\s)"
    rf"(\d+(?:,\d{{3}})*(?:\.\d+)?)(?:(st|nd|rd|th)\b|\s?({_SCALE}))?(?!\d)"
)
COUNTED = (
    "ฉบับ|กลุ่ม|ประเทศ|คน|ครั้ง|วัน|ปี|เดือน|เรื่อง|แห่ง|ข้อ|ด้าน|ราย|ตัว|ลำ|คัน|หลัง|บาท|จังหวัด|บริษัท|ชาติ|หน่วยงาน|"
    "ฝ่าย|ประเด็น|โครงการ|ชั่วโมง|นาที|สัปดาห์|เท่า|จุด|สาขา|พรรค|รอบ|แผน|ชุด|มาตรการ|อย่าง|ประการ|เมือง|ระดับ|อันดับ|ลำดับ|"
    "ระยะ|ดอลลาร์|เมตร|กิโลเมตร|ตัน|ไร่|เล่ม|ใบ|ชั้น|ทีม|ภาค|เวที|ต้น|ล้อ|บาน|รัง|ฟอง|แผง|คะแนน|ที่นั่ง|ครัวเรือน|"
    "หมู่บ้าน|ขบวน|สถานี|ภาษา|เกาะ|ตำบล|อำเภอ|ครอบครัว|ชิ้น|ดอก|กิโลกรัม|ลิตร|ไมล์|องศา|เมกะวัตต์|เที่ยว"
)
_RANKED = re.compile(rf"(?:(?:{COUNTED})ที่|มาตรา|ข้อ|หมายเลข|เลขที่)\s*$")
_AFTER_THAT = re.compile(r"ที่\s*$")  # "that" before something counted, otherwise "number"
_COUNTED_NEXT = re.compile(rf"\s*(?:{COUNTED})")
_UNITS = "one two three four five six seven eight nine"
_CARDINALS = (
    f"{_UNITS} ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {word: value for value, word in enumerate(_CARDINALS.split(), 1)} | {"dozen": 12}
_ENGLISH_TENS = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_ENGLISH_ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
_ENGLISH_WORD = re.compile(
    rf"\b(?:({'|'.join(_ENGLISH_TENS)})[- ]?)?\b"
    rf"(?:({'|'.join(_ENGLISH)})|({'|'.join(_ENGLISH_ORDINALS)}))?\b(?:\s({_SCALE})\b)?"
)
# "One" is a number before a noun, not in "one of them" or "the one that".
_ENGLISH_PRONOUN = re.compile(r"\s*(?:$|[.,;:?!]|(?:of|another|that|who|which|is|was|can|may)\b)")
_THAI_FIRST = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ"
# After ที่ a number may run into the next word (กลุ่มที่สองลงนาม), but สามารถ or ห้าง is none.
_THAI_WORD = re.compile(
    rf"(?:{_THAI_FIRST})(?:{_THAI_FIRST}|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน)*(?={COUNTED}|\s|$)"
    rf"|(?<=ที่)(?:{_THAI_FIRST})(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|ารถ|ง|ม|อี้)"
)
_ENUMERATED = re.compile(r"(?<![\d(.])(\d{1,2})\)")  # 1) 2) before the items of a list
_THAI_FIRST_OF = re.compile(rf"(?:{COUNTED})แรก(?!เริ่ม|ๆ)")
_CLASSIFIED = re.compile(rf"(?:{COUNTED})$")
Found = tuple[str, bool]  # a number in plain digits, and whether it ranks

_HUNDRED = 100
_NUMBER_WORD = "|".join([*_ENGLISH, *_ENGLISH_TENS, "hundred", "thousand", "million", "billion"])
# A scale with words on both sides of it; with one side only `_ENGLISH_WORD` does.
_COMPOUND = re.compile(
    rf"(?i)\b(?:{_NUMBER_WORD}|an?(?= hundred| thousand))(?:[ -](?:{_NUMBER_WORD}))*"
    rf"[ -](?:hundred|thousand|million)(?:,? and |[ -])(?:{_NUMBER_WORD})"
    rf"(?:(?:,? and |[ -])(?:{_NUMBER_WORD}))*\b"
)
# A day of a month that is not named: วันที่ 11, "on the 11th"; the second day of something is none.
_BARE_DAY = re.compile(
    r"วันที่\s?(?P<thai>\d{1,2})(?:\s?(?:-|–|ถึง)\s?(?P<last>\d{1,2}))?(?![\d/.,:-]|\s?(?:ของ|เดือน|ใน))"
    r"|(?i:\b(?:on|by|until|till|from|before|after|since) the (?P<english>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=\s*(?:[?.,;:!)]|$)|\s(?:and|to|until|through|at|with|in|for|is|was|are|were|did|does|will)\b))"
)
_LONGEST_MONTH = 31
_WITHIN = 0.3
_UNTOLD = 0.3  # a year, where no other is told: what all of a text is about it need not say
_ONE = {"1"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states in figures.

    Attributes:
        dates: The dates, as written.
        numbers: Cardinal numbers, dates apart, in plain digits.
        ordinals: Ordinal numbers: first, ที่ 3, 53rd.
        centuries: First and last Gregorian year of each century or decade.
        labels: Numbers that stand after a name: Super Bowl 50.
    """

    dates: tuple[DateSpan, ...] = ()
    numbers: frozenset[str] = field(default_factory=frozenset)
    ordinals: frozenset[str] = field(default_factory=frozenset)
    centuries: frozenset[Years] = field(default_factory=frozenset)
    labels: frozenset[str] = field(default_factory=frozenset)


def in_digits(text: str) -> str:
    """Return a text with English numbers of several words in digits: "one hundred and two"."""
    return _COMPOUND.sub(lambda match: _value_of(match.group()), text)


def _value_of(words: str) -> str:
    total = current = 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        scale = _SCALES.get(word, 0)
        if scale == _HUNDRED:
            current = max(current, 1) * scale
        elif scale > total:  # five thousand two hundred million
            total, current = max(total + current, 1) * scale, 0
        elif scale:
            total, current = total + max(current, 1) * scale, 0
        else:
            current += _ENGLISH_TENS.get(word, 0) + _ENGLISH.get(word, 0)
    return str(total + current)


@lru_cache(maxsize=512)  # of a passage it is asked for every span
def stated(text: str) -> Stated:
    """Find the dates and numbers of a text in either language, in digits or in words."""
    plain = normalise(text).text
    decades = list(find_decades(plain))
    for start, end, _ in decades:  # of the same length, for the dates are where the text has them
        plain = f"{plain[:start]}{' ' * (end - start)}{plain[end:]}"
    dates = tuple(find_dates(plain))
    for date in reversed(dates):
        plain = f"{plain[: date.start]} . {plain[date.end :]}"
    for match in reversed(list(_BARE_DAY.finditer(plain))):
        first = int(match["thai"] or match["english"])
        last = int(match["last"] or first)
        if 1 <= first <= last <= _LONGEST_MONTH:
            day = DateSpan(match.start(), match.end(), (first, last), None, None)
            dates, plain = (*dates, day), f"{plain[: day.start]} . {plain[day.end :]}"
    centuries = sorted(find_centuries(plain), reverse=True)
    for start, end, _ in centuries:
        plain = f"{plain[:start]} . {plain[end:]}"
    named = frozenset(labels(plain))
    plain = in_digits(plain.casefold())  # last, so that the dates are where the text has them
    found = [*_in_digits(plain), *_in_english(plain), *_in_thai(plain)]
    return Stated(
        dates,
        frozenset(number for number, ordinal in found if not ordinal),
        frozenset(number for number, ordinal in found if ordinal),
        frozenset(years for _, _, years in (*centuries, *decades)),
        named,
    )


def _in_digits(text: str) -> Iterator[Found]:
    yield from ((match[1].lstrip("0"), True) for match in _ENUMERATED.finditer(text))
    for match in _DIGITS.finditer(text):
        figure, ordinal, scale = match.groups()
        value = Decimal(figure.replace(",", "")) * _SCALES.get(scale, 1)
        yield f"{value.normalize():f}", bool(ordinal) or _is_ranked(text, match)


def _in_english(text: str) -> Iterator[Found]:
    for match in _ENGLISH_WORD.finditer(text):
        tens, unit, ordinal, scale = match.groups()
        if unit == "one" and not tens and not scale and _ENGLISH_PRONOUN.match(text, match.end()):
            continue
        value = _ENGLISH_TENS.get(tens, 0)
        value += _ENGLISH.get(unit, 0) + _ENGLISH_ORDINALS.get(ordinal, 0)
        if value:
            yield str(value * _SCALES.get(scale, 1)), bool(ordinal)


def _in_thai(text: str) -> Iterator[Found]:
    yield from (("1", True) for _ in _THAI_FIRST_OF.finditer(text))
    for match in _THAI_WORD.finditer(text):
        if match.group() == "หนึ่ง" and _CLASSIFIED.search(text, 0, match.start()):
            continue  # an indefinite article: เรื่องหนึ่ง
        try:
            value = thaiword_to_num(match.group())
        except ValueError:
            continue
        yield str(value), _is_ranked(text, match)


def _is_ranked(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number in Thai text ranks (กลุ่มที่ 4) rather than counts."""
    before = text[max(0, match.start() - 16) : match.start()]
    if _RANKED.search(before):
        return True
    return bool(_AFTER_THAT.search(before)) and not _COUNTED_NEXT.match(text, match.end())


def strange(asked: Stated, shown: Stated) -> float:
    """Return the share of the dates and numbers of one text that another lacks; 0 if none.

    A day that only lies within a range of days counts as lacking in part; what comes first is
    seldom called so where it is told, nor is one said to be one.
    """
    missing = [_distance(date, shown.dates) for date in asked.dates]
    told = shown.numbers | shown.ordinals | _years(shown)
    told |= shown.labels
    ranks = shown.ordinals | shown.labels
    missing += [float(number not in told) for number in asked.numbers - _ONE]
    missing += [float(number not in ranks) for number in asked.ordinals - _ONE]
    missing += [float(not in_period(years, shown)) for years in asked.centuries]
    return sum(missing) / len(missing) if missing else 0.0


def _years(shown: Stated) -> frozenset[str]:
    """Return the years of dates in both eras: "the 2023 winner" has a year that reads as none."""
    years = [date.year for date in shown.dates if date.year is not None]
    return frozenset(str(year + era) for year in years for era in (0, BUDDHIST_OFFSET))


def in_period(years: Years, shown: Stated) -> bool:
    """Tell whether a text states a year, or a century or decade, within a century or decade."""
    told = [date.year for date in shown.dates if date.year is not None]
    middles = [(first + last) // 2 for first, last in shown.centuries]
    return any(years[0] <= year <= years[1] for year in [*told, *middles])


def _distance(date: DateSpan, others: Sequence[DateSpan]) -> float:
    if date.year and not date.month and not any(other.year for other in others):
        return _UNTOLD
    if any(agree(date, other, within=False) for other in others):
        return 0.0
    return _WITHIN if any(agree(date, other) for other in others) else 1.0


def agree(one: DateSpan, other: DateSpan, *, within: bool = True) -> bool:
    """Tell whether two dates may be the same, parts that either leaves out aside.

    Args:
        one: A date.
        other: Another.
        within: Whether a day inside a range of days agrees with it.
    """
    for part in ("month", "year"):
        a, b = getattr(one, part), getattr(other, part)
        if a is not None and b is not None and a != b:
            return False
    if one.days is None or other.days is None:
        return True
    if within:
        return other.days[0] <= one.days[0] and one.days[1] <= other.days[1]
    return one.days == other.days
