"""Short answers in the other language: dates, numbers and names, and a labelled gloss.

Nothing here is a translation service: dates are written by the calendar, measures and names
looked up, and Thai people's names that the lexicon lacks written by the Royal Institute's
romanisation (PyThaiNLP). Any other word is glossed by its most usual equivalent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.countries import is_country
from assistant.dates import DateSpan, find_dates
from assistant.gloss import gloss, is_known, is_rare, romanise
from assistant.joining import JOINING
from assistant.measure import measure_at
from assistant.named import names_in
from assistant.naming import POSTS, is_person, longest_name, name_in
from assistant.titles import TITLED, in_english
from index import lexicon, segment
from sources import normalise

__all__ = ["Rendering", "name_in", "render"]

_WORD = re.compile(
    r"(?P<thai>[\u0e01-\u0e4e]+)|(?P<number>[$€£฿]?\d+(?:[.,]\d+)*)|[^\W\d_]+(?:['’.-][^\W\d_]+)*"
)
_WORDS_CHARACTERS = 120
_PIECE = 3  # letters of a word that may be a piece of a foreign name
_BEFORE_NAME = re.compile(
    r"(?:จังหวัด|เมือง|อำเภอ|ตำบล|แม่น้ำ|จ\.|อ\.|ต\.|นาย|นาง|นางสาว|น\.ส\.|ดร\.)\s*$"
)
_POST = re.compile("|".join(sorted(POSTS, key=len, reverse=True)))
_THAI_LETTER = re.compile(r"[\u0e01-\u0e4e]")
_TITLED = re.compile(TITLED)
_CAPITALS = re.compile(r"[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*){1,4}(?![\w'’-])")
_LATIN_TITLE = {
    "mr": "นาย", "mrs": "นาง", "ms": "น.ส.", "miss": "น.ส.", "dr": "ดร.", "prof": "ศ.",
    "professor": "ศาสตราจารย์",
}  # fmt: skip
_LATIN_TITLES = re.compile(rf"(?i)({'|'.join(_LATIN_TITLE)})\.? ")
_LATIN_POSTS = frozenset(word for post in POSTS.values() for word in post.split()) - {"of", "the"}
_BEFORE_RANGE = re.compile(r"(?:ใน)?(?:ระหว่าง|ตั้งแต่)?(?:วัน)?(?:ที่)?\s*$|(?:between|from)\s+$")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text put into the other language.

    Attributes:
        text: The text.
        exact: Whether every part of it was a date, a number or a known name; otherwise it is a
            word-by-word gloss and must be labelled as one.
    """

    text: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the original and what stands for it; `name` parts may be items of a list."""

    start: int
    end: int
    text: str
    exact: bool = True
    name: bool = False


def render(text: str, source: str, target: str) -> Rendering:
    """Put a short text of one language into the other."""
    if source == target:
        return Rendering(text, True)
    plain = normalise(text).text
    if not any(letter.isalnum() for letter in plain):
        return Rendering(text, True)
    if source == "th" and is_person(plain.strip()) and not name_in(plain.strip(), "en"):
        return Rendering(" ".join(map(romanise, plain.split())), True)
    parts = list(_parts(plain, source, target))
    parts = _with_posts(plain, parts) if target == "th" else parts
    exact = all(part.exact for part in parts)
    parts = [part for part in parts if part.text]
    parts = _with(plain, parts) if target == "en" and not exact else parts
    joined = _join_english(plain, parts) if target == "en" else _join_thai(plain, parts, exact)
    return Rendering(joined, exact)


def _parts(plain: str, source: str, target: str) -> Iterator[_Part]:
    """Cut a text into dates, measures, names and single words, in order."""
    place = 0
    for date in find_dates(plain):
        yield from _until(plain, place, date.start, source, target)
        yield _Part(date.start, date.end, _dated(plain, date, target))
        place = date.end
    yield from _until(plain, place, len(plain), source, target)


def _dated(plain: str, date: DateSpan, target: str) -> str:
    written = date.written(target)
    before = re.search(r"(?i)\bon\s+(?:the\s+)?$", plain[: date.start])
    return f"วันที่ {written}" if before and target == "th" else written


def _until(plain: str, place: int, end: int, source: str, target: str) -> Iterator[_Part]:
    ranged = end < len(plain) and _BEFORE_RANGE.search(plain[place:end])
    text = plain[: place + ranged.start()] if ranged else plain[:end]
    while match := _WORD.search(text, place):
        place = match.start()
        if person := _person(text, place) if source == "th" else _latin_person(text, place):
            part = person
        elif found := measure_at(text, place, source):
            part = _Part(place, found[1], found[0])
        else:
            part = _word(text, match, source, target)
        yield part
        place = part.end


def _person(text: str, place: int) -> _Part | None:
    """Return a Thai person's name that begins at a place with its titles, in Latin letters."""
    titles = _TITLED.match(text, place)
    start = titles.end() if titles else place
    name = next((n for n in names_in(text, "th") if n.person and n.start == start), None)
    if name is None:
        return None
    given = name.words.partition(" ")[0]  # which may be a word as well: สังคม
    if not titles and (given in lexicon().english or not is_person(name.words)):
        return None
    known = name_in(name.words, "en") or " ".join(map(romanise, name.words.split()))
    written = f"{in_english(titles.group()) if titles else ''} {known}".strip()
    return _Part(place, name.end, written, name=True)


def _latin_person(text: str, place: int) -> _Part | None:
    """Return a name in Latin letters that is not known in Thai, as the source writes it.

    Of "Malee Srisuk" one part is known; half of a name in either script would be neither.
    """
    run = _CAPITALS.match(text, place)
    if run is None:
        return None
    titles = _LATIN_TITLES.match(run.group())
    words = run.group()[titles.end() :].split() if titles else run.group().split()
    title = _LATIN_TITLE[titles[1].casefold()] if titles else ""
    if known := name_in(" ".join(words), "th"):
        return _Part(place, run.end(), f"{title}{known}", name=True) if title else None
    plain = [word.casefold() for word in words]
    told = any(is_country(word, "en") or word in _LATIN_POSTS for word in [*words, *plain])
    common = any(word in lexicon().thai and word not in lexicon().thai_names for word in plain)
    unknown = any(word not in lexicon().thai_names for word in plain)
    if told or common or not unknown or (not title and len(words) == 1):
        return None
    return _Part(place, run.end(), f"{title} {' '.join(words)}".strip(), name=True)


def _word(text: str, match: re.Match[str], source: str, target: str) -> _Part:
    """Return the name, or failing one the word, that begins at a match."""
    words, starts = _words_from(text, match.start())
    post = _POST.match(text, match.start()) if source == "th" else None
    if post and (found := _post_of(text, post.group(), post.end())):
        return found
    name, taken = longest_name(words, starts, text, target)
    if source == "th" and taken == 1 and _rather_word(words[0], text, match.start()):
        name, taken = "", 0
    end = starts[taken - 1] + len(words[taken - 1]) if taken else starts[0] + len(words[0])
    if name:
        end += text.startswith("ฯ", end) or _dotted(text, match.start(), end, target)
        return _Part(match.start(), end, name, name=True)
    word = words[0]
    joining = JOINING[source].get(word.casefold())
    if joining is not None or not word[0].isalpha():
        return _Part(match.start(), end, word if joining is None else joining)
    if source == "th" and not _THAI_LETTER.match(word):
        return _Part(match.start(), end, word)  # already in Latin letters
    if source == "th" and (whole := _whole_name(words, starts)):
        return _Part(match.start(), starts[0] + len(whole), romanise(whole), exact=False)
    return _Part(match.start(), end, gloss(word, source), exact=False)


def _rather_word(word: str, text: str, place: int) -> bool:
    """Tell whether a Thai word is a name too, but means no name here: แพร่, ตาก, หวัง.

    Alone, or after what names are told of, it is a name.
    """
    meaning, name = lexicon().usual.get(word, ""), name_in(word, "en")
    if name is None or name != lexicon().names.get(word):  # none, or a country's
        return False
    if not meaning[:1].islower() or meaning.casefold() == name.casefold():
        return False
    return text.strip() != word and not _BEFORE_NAME.search(text[:place])


def _whole_name(words: list[str], starts: list[int]) -> str:
    """Return the pieces of a foreign name that some words begin with, empty if there is none.

    A name that no word list has is cut into syllables, of which some are words: โค, ตา.
    """
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    run = 1
    while run < len(words) and starts[run] == ends[run - 1] and _THAI_LETTER.match(words[run]):
        run += 1
    pieces = [not is_known(word) for word in words[:run]]
    taken = next((n for n, word in enumerate(words[:run]) if not _may_be_piece(word)), run)
    if not taken or not any(pieces[: min(taken, 2)]):
        return ""
    closing = taken == run - 1 and words[taken] not in JOINING["th"] and pieces[taken - 1]
    return "".join(words[: taken + (closing and len(words[taken]) <= _PIECE)])


def _may_be_piece(word: str) -> bool:
    return not is_known(word) or (len(word) <= _PIECE and is_rare(word))


def _dotted(text: str, start: int, end: int, target: str) -> bool:
    """Tell whether a full stop belongs to the abbreviation before it: U.S."""
    return text.startswith(".", end) and bool(name_in(text[start : end + 1], target))


def _words_from(text: str, place: int, most: int = 12) -> tuple[list[str], list[int]]:
    """Return the next words of a text and where each begins."""
    words: list[str] = []
    starts: list[int] = []
    for run in _WORD.finditer(text, place):
        at = run.start()
        # A run of Thai may be as long as the text; only the next words are wanted.
        for word in segment(run.group()[:_WORDS_CHARACTERS]) if run["thai"] else [run.group()]:
            words.append(word)
            starts.append(at)
            at += len(word)
        if len(words) >= most:
            break
    return words, starts


def _post_of(text: str, thai: str, end: int) -> _Part | None:
    """Return a post with what it belongs to, written after it without a space in Thai."""
    if not _THAI_LETTER.match(text, end):
        return None
    words, starts = _words_from(text, end)
    name, taken = longest_name(words, starts, text, "en")
    if not name or name in POSTS.values():
        return None
    after = starts[taken - 1] + len(words[taken - 1])
    after += text.startswith("ฯ", after)
    return _Part(end - len(thai), after, f"the {POSTS[thai]} of {name}", name=True)


def _with(plain: str, parts: list[_Part]) -> list[_Part]:
    """Write "with" for กับ where it joins no names: เกี่ยวข้องกับ."""
    kept = []
    for place, part in enumerate(parts):
        loose = plain[part.start : part.end] == "กับ" and not (place and parts[place - 1].name)
        kept.append(replace(part, text="with") if loose else part)
    return kept


def _with_posts(plain: str, parts: list[_Part]) -> list[_Part]:
    """Put a post before what it belongs to: ASEAN Secretary-General, President of the U.S."""
    kept: list[_Part] = []
    for part in parts:
        linked = [*kept]
        while linked and linked[-1].text in ("", "ของ"):
            linked.pop()
        before = linked[-1] if linked else None
        between = plain[before.end : part.start] if before else ""
        if before and before.name and part.name and not re.search(r"[^\w\s]|\band\b", between):
            if part.text in POSTS and between.isspace():
                kept = [*linked[:-1], _Part(before.start, part.end, part.text + before.text)]
                continue
            if before.text in POSTS and between.split()[:1] == ["of"]:
                kept = [*linked[:-1], _Part(before.start, part.end, before.text + part.text)]
                continue
        kept.append(part)
    return kept


def _join_english(plain: str, parts: list[_Part]) -> str:
    """Join with spaces, and with commas where Thai parts the items of a list by spaces."""
    joined = ""
    for place, part in enumerate(parts):
        gap = _gap(plain, parts, place)
        before = parts[place - 1] if place else None
        if before and before.name and part.name and not gap.strip():
            gap = ", "
        joined += gap + part.text
    return _tidy(joined + _rest(plain, parts))


def _join_thai(plain: str, parts: list[_Part], exact: bool) -> str:
    """Join with spaces; และ stands against what it joins, and a comma becomes a space."""
    joined = ""
    for place, part in enumerate(parts):
        joined += _gap(plain, parts, place).replace(",", "") + part.text
    joined = re.sub(r"(นาย|นาง|น\.ส\.|ดร\.) (?=[\u0e01-\u0e4e])", r"\1", joined)
    joined = re.sub(r"\b(และ|หรือ) +(?=[\u0e01-\u0e4e\d])", r"\1", joined) if exact else joined
    if exact and "," not in plain:
        joined = re.sub(r"(?<=[\u0e01-\u0e4e]) (?=(?:และ|หรือ))", "", joined)
    return _tidy(joined + _rest(plain, parts))


def _gap(plain: str, parts: list[_Part], place: int) -> str:
    """Return what stood between a part and the one before it: a space, or marks."""
    before = parts[place - 1].end if place else 0
    between = _marks(plain[before : parts[place].start])
    if not between.strip():
        return " " if place else ""
    return between


def _rest(plain: str, parts: list[_Part]) -> str:
    return _marks(plain[parts[-1].end :]) if parts else ""


def _marks(text: str) -> str:
    """Return a text without letters and digits, and without vowels and tones written on letters."""
    return "".join(c for c in text if not (c.isalnum() or _THAI_LETTER.match(c)))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).replace(" - ", " – ")
    return re.sub(r"\s+([,.;:)])", r"\1", text).strip()
