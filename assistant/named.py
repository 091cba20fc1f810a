"""Named: the names in a text, Thai or English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.countries import countries_in, countries_of, is_country
from assistant.naming import POSTS, is_person, longest_name, name_in
from assistant.titles import TITLED
from index import STOP_WORDS, lexicon, segment, stem

# Of a name in Latin letters; a hyphen or point inside belongs to it.
_LATIN_RUN = re.compile(
    r"[A-ZÀ-Þ][\w'’]*(?:[-.&][A-Za-z0-9]+)*"
    r"(?:\s+(?:(?:of|de|al|bin|van|von)\s+(?:the\s+)?)?[A-ZÀ-Þ][\w'’]*(?:[-.&][A-Za-z0-9]+)*)*"
)
_OWNER = re.compile(r"([A-Z][a-z]+)['’]s\s+(?=[A-Z])")  # Ethiopia's Tigist Bekele are two
LATIN_PART = re.compile(r"[^\W\d_\u0e00-\u0e7f]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*|[\"“(]\s*)$")
_NO_NAMES = (
    "mr mrs ms miss dr prof professor director governor president minister mayor captain coach "
    "king queen general chairman chairwoman secretary senator judge chief officer deputy sir "
    "lady the i january february march april may june july august september october november "
    "december baht frenchman dutchman englishman "
    "monday tuesday wednesday thursday friday saturday sunday"
)
TITLES = frozenset(_NO_NAMES.split())
# At the start of a run or after a word that brings in a name: มิถุนายน holds no นาย.
_THAI_TITLE = re.compile(
    r"(?<!\d)(?<!\d\s)(?:(?<![\u0e01-\u0e4e])|(?<=ว่า)|(?<=และ)|(?<=กับ)|(?<=ของ)|(?<=โดย)|(?<=ให้)|(?<=คือ)|(?<=ส่วน)|(?<=มี))"
    + TITLED
)
_JOINING = re.compile("ส่วน|และ|แต่|กับ|ว่า|ของ|โดย|คือ|ให้")  # written onto a name
# What follows a name; no family name begins so.
_NO_FAMILY = re.compile(
    r"ได้|ส่วน|เป็น|ไม่|จะ|กล่าว|ระบุ|บอก|และ|แต่|ที่|ใน|ชนะ|แพ้|เดินทาง|ผู้|รอง|อดีต|หัวหน้า|คือ|ซึ่ง|เมื่อ|เพราะ|โดย|"
    r"รัฐมนตรี|นายก|ประธาน|อธิบดี|โฆษก|นัก(?=[ก-ฮเ-ไ])|ชาว|กัปตัน|โค้ช"
)
# No given name has one of these words in it.
_NO_GIVEN = re.compile("กว่า|ไม่|เคย|เพราะ|เพื่อ|เป็น|ที่|ซึ่ง|จะ|แล้ว|ทั้ง|กัน$|มาก$|ขึ้น$|ลง$|ราคา|ค่า")
THAI_RUN = re.compile(r"[\u0e01-\u0e4e]+")
_SHORTEST_KNOWN = 4  # letters; shorter names are words too: ตัน
# Names in the lexicon, but far oftener words.
_WORDS = frozenset(["หวัง", "แสง", "ทอง", "ตรง", "มั่นคง"])
# Thai names no country longer than that without a space: ซาอุดีอาระเบีย.
_PEOPLE = re.compile(r"(?:ชาว|คน|สัญชาติ)([\u0e01-\u0e4e]{2,20})")
_MONEY = re.compile(r"\s+(?:dollars?|baht)\b")
_TRADE = re.compile(
    r"(?:และ|กับ|โดย|ของ|คือ|ส่วน|ให้|ว่า)?(?:นัก\S{2,16}|ผู้\S{2,12}|ช่าง\S{0,10}|ประธาน\S{0,12}|วิศวกร\S{0,10}|"
    r"กัปตัน|ครู\S{0,6}|อาจารย์|หมอ|ศิลปิน|จิตรกร|กวี|โค้ช|พระ|สถาปนิก|แพทย์|พยาบาล|ทนาย\S{0,4}|"
    r"เกษตรกร|ชาว\S{1,8}|ศาสตราจารย์|สมาชิก\S{0,10}|โฆษก\S{0,10}|ตำรวจ|ทหาร|แม่ค้า|พ่อค้า)"
)
# Named after a country, and no country.
_WATERS = "sea ocean gulf bay strait straits channel river basin"
WATERS = frozenset(_WATERS.split())
_GIVEN_WORDS = 3  # into which a given name may be cut
_LONG = 4  # words; a longer name has a country's in it
_LONGEST_FAMILY, _LONGEST_GIVEN = 16, 10  # letters of a Thai person's names


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a text has it.

    Attributes:
        words: As written.
        start: First character.
        end: Character after the last.
        country: ISO code if it is a country's.
        person: Whether it is a person's.
        adjective: Whether it only tells of what country something is: Danish.
        doubtful: Whether it is a single unknown word that begins a sentence, and may be no name.
    """

    words: str
    start: int
    end: int
    country: str = ""
    person: bool = False
    adjective: bool = False
    doubtful: bool = False

    @property
    def sort(self) -> str:
        """What it names: ``country``, ``person`` or ``other``."""
        return "country" if self.country else "person" if self.person else "other"


@lru_cache(maxsize=512)
def names_in(text: str, language: str, *, doubtful: bool = False) -> tuple[Name, ...]:
    """Return the names of a normalised text, in order, none inside another.

    Args:
        text: The text.
        language: Its language.
        doubtful: Whether to return what may be no name as well.
    """
    found: list[Name] = []
    sources = (_thai_persons(text), _thai_known(text)) if language == "th" else ()
    for name in (one for source in (*sources, _latin(text)) for one in source):
        if not any(name.start < other.end and other.start < name.end for other in found):
            found.append(name)
    kept = [name for name in found if doubtful or not name.doubtful]
    return tuple(sorted(kept, key=lambda name: name.start))


def without_waters(text: str, language: str) -> str:
    """Return a normalised text without the names of seas and rivers, which name countries too."""
    for name in reversed(waters_in(text, language)):
        text = f"{text[: name.start]} {text[name.end :]}"
    return text


def waters_in(text: str, language: str) -> list[Name]:
    """Return the names of seas and rivers of a normalised text."""
    names = names_in(text, language)
    return [name for name in names if _of_water(name_in(name.words, "en") or name.words)]


def peoples_in(text: str) -> tuple[Name, ...]:
    """Return what tells of what country somebody is in a normalised Thai text: ชาวสวีเดน."""
    found = []
    for match in _PEOPLE.finditer(text):
        codes = countries_in(match[1], "th")
        if len(codes) == 1:
            found.append(Name(match[1], *match.span(1), next(iter(codes)), adjective=True))
    return tuple(found)


def _latin(text: str) -> Iterator[Name]:
    for match in _LATIN_RUN.finditer(text):
        start, end = match.span()
        owner = _OWNER.match(text, start, end)
        if owner and (codes := countries_in(owner[1], "en")):
            yield Name(owner[1], start, owner.end(1), next(iter(codes)))
            start = owner.end()
        opening = bool(_SENTENCE_START.search(text[:start]))
        while part := LATIN_PART.match(text, start, end):
            if is_country(text[start:end], "en"):  # of which the first word is a common one: South
                break
            plain = part.group().casefold()
            alone = part.end() == end and not part.group()[1:].isupper()
            common = opening and _is_common(plain, alone) and not countries_in(part.group(), "en")
            if not (plain in TITLES or plain in STOP_WORDS or common):
                break
            rest = re.compile(r"[\W_]*").match(text, part.end(), end)
            start = rest.end() if rest else end
        words = text[start:end].removesuffix("'s").removesuffix("’s")
        if re.search(r"[A-ZÀ-Þ]", words) and not _MONEY.match(text, end):
            codes = countries_in(words, "en") or countries_of(words)
            country = _country(codes, words)
            adjective = bool(country) and not countries_in(words, "en")
            alone = opening and start == match.start() and " " not in words
            doubtful = alone and not words[1:].isupper() and _is_unknown(words, country)
            yield Name(words, start, start + len(words), country, False, adjective, doubtful)


def _country(codes: set[str], english: str) -> str:
    """Return the one country that a name names; none for what is only named after it."""
    named = len(codes) == 1 and len(english.split()) < _LONG and not _of_water(english)
    return next(iter(codes)) if named else ""


def _of_water(english: str) -> bool:
    return not WATERS.isdisjoint(english.casefold().split())


def _is_common(word: str, alone: bool) -> bool:
    """Tell whether the first word of a sentence is no name; an unknown one alone is taken so."""
    known = lexicon()
    if word in known.thai_names or countries_of(word.capitalize()):
        return False
    if word in known.thai or stem(word) in known.thai:
        return True
    return alone and stem(word) in _stems()


def _is_unknown(word: str, country: str) -> bool:
    return not country and word.casefold() not in lexicon().thai_names and not countries_of(word)


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon().thai if " " not in word)


def _thai_persons(text: str) -> Iterator[Name]:
    for match in _THAI_TITLE.finditer(text):
        given = THAI_RUN.match(text, match.end())
        if given and len(given.group()) <= _LONGEST_FAMILY:
            end = _with_family(text, given.end())
            yield Name(text[match.end() : end], match.end(), end, person=True)
    known = lexicon()
    for first in THAI_RUN.finditer(text):
        end = _with_family(text, first.end())
        family = text[first.end() + 1 : end]
        common = family in known.english and family not in known.names
        if common and not first.start() and is_person(text[:end]):
            yield Name(text[:end], 0, end, person=True)
        elif end > first.end() and not common:
            joined = _JOINING.match(text, first.start(), first.end() - 1)
            start = joined.end() if joined else first.start()
            pair = first.end() - start <= _LONGEST_GIVEN and not name_in(first.group(), "en")
            pair = pair and not _NO_GIVEN.search(text[start : first.end()])
            if pair or is_person(text[start:end]):
                yield Name(text[start:end], start, end, person=True)
            elif (letters := _given_after_trade(first.group())) and not name_in(family, "en"):
                start = first.end() - letters
                yield Name(text[start:end], start, end, person=True)


def _given_after_trade(run: str) -> int:
    """Return the letters of a known given name that a trade is written onto: ผู้กำกับสมพงษ์."""
    from pythainlp.corpus import thai_female_names, thai_male_names

    words = segment(run)
    for count in range(min(_GIVEN_WORDS, len(words) - 1), 0, -1):
        given = "".join(words[-count:])
        known = given in thai_male_names() or given in thai_female_names()
        if known and len(given) >= _SHORTEST_KNOWN and _TRADE.fullmatch(run[: -len(given)]):
            return len(given)
    return 0


def _with_family(text: str, end: int) -> int:
    family = THAI_RUN.match(text, end + 1) if text[end : end + 1] == " " else None
    if not family or len(family.group()) > _LONGEST_FAMILY:
        return end
    other = _NO_FAMILY.match(text, end + 1) or text.startswith(".", family.end())
    return end if other else family.end()


def _thai_known(text: str) -> Iterator[Name]:
    for run in THAI_RUN.finditer(text):
        words = segment(run.group())
        starts, at = [], run.start()
        for word in words:
            starts.append(at)
            at += len(word)
        number = 0
        while number < len(words):
            english, taken = longest_name(words[number:], starts[number:], text, "en")
            end = starts[number + taken - 1] + len(words[number + taken - 1]) if taken else 0
            country = _country(countries_in(english, "en"), english)
            short = end - starts[number] < _SHORTEST_KNOWN and not country
            short = short or text[starts[number] : end] in _WORDS
            rest = words[number + taken] if taken and number + taken < len(words) else ""
            short = short or len(rest) == 1  # the name was cut out of another word: มารีน
            if taken and english[:1].isupper() and not short and english not in POSTS.values():
                yield Name(text[starts[number] : end], starts[number], end, country)
            number += max(taken, 1)
