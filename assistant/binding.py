"""Binding: whether what a claim says of a name or number stands beside it in the evidence.

Between two names or numbers of a sort the evidence is cut where the second begins to be spoken of.
What a claim says of one must not stand in the part of another only. Of parallel parts the later
ones may leave out what the first says (men 21 percent, women 17), never the other way round.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.counted import placed
from assistant.coverage import content_words, unmet
from assistant.dates import find_dates
from assistant.named import names_in
from assistant.numbers import stated
from assistant.opposites import COMPARING, side_in, sides
from assistant.placing import place
from index import sentence_spans

Span = tuple[int, int]
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?!\d)")
_SEPARATOR = {
    "en": re.compile(
        r"[,;:.]\s+|\s+(?=(?:and|but|while|whereas|although|though|ahead of|rather than|than)\b)"
    ),
    "th": re.compile(r"(?<=[\u0e01-\u0e4e])\s+(?=[\u0e01-\u0e4e])|(?=ส่วน|ขณะที่|ในขณะ|แต่|และ|กับ)"),
}
_PLACED = re.compile(
    r"(?:\b(?:in|at|near|from|off|to|of)\s+(?:the\s+)?|จังหวัด|อำเภอ|เมือง|ที่|ใน|กรุง)$"
)
# What is measured; things that are counted compete with one another.
_UNIT = re.compile(
    r"%|(?<=\s)(?:percent|per cent|baht|dollars?|euros?|second|minute|hour|day|week|month|year|"
    r"kilo|met|gram|tonne|litre|degree|rai)"
    r"|(?<=\s)(?:บาท|ดอลลาร์|ยูโร|วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี|กิโล|เมตร|กรัม|ตัน|ลิตร|องศา|ไร่|ถ้วย|ช้อน)"
)
# From one to the other is one statement, whatever unit the first is told in.
_JOINED = re.compile(
    rf"(?:\s?(?:{_UNIT.pattern})\w*)?[\s,]*"
    r"(?:and|or|และ|กับ|หรือ|to|ถึง|เป็น|เหลือ|[-–])?[\s,]*(?:the\s|[\u0e01-\u0e4e]{1,12}ละ\s?)?"
)
_REACH = 60  # characters after a name or number that may still be said of it
_PERCENT = re.compile(r"ร้อยละ\s?$")


@dataclass(frozen=True, slots=True)
class _Item:
    """A name or number that is told of: its characters, its sort, how it is found elsewhere."""

    start: int
    end: int
    sort: str
    words: str


def misbound(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether a claim says of a name or number what the evidence says of another.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: What is cited, normalised.
        written: Its language.
    """
    if COMPARING.search(claim) and not COMPARING.search(evidence):
        return False  # the two parts of the evidence are held together, not mixed up
    claim, evidence = _in_digits(claim, spoken), _in_digits(evidence, written)
    # Where Thai sentences end can only be guessed, often between parallel parts.
    whole = [(0, len(evidence))] if written == "th" else sentence_spans(evidence, written)
    for start, end in whole:
        sentence = evidence[start:end]
        for items in _by_sort(sentence, written).values():
            if len(items) > 1 and _misbound(claim, spoken, sentence, written, items):
                return True
    return False


def _in_digits(text: str, language: str) -> str:
    """Return a text with its number words in digits, so that they compare and have places."""
    for one in reversed(list(placed(text, language))):
        if not any(character.isdigit() for character in text[one.start : one.digits]):
            text = f"{text[: one.start]}{one.number}{text[one.digits :]}"
    return text


def _by_sort(text: str, language: str) -> dict[str, list[_Item]]:
    found: dict[str, list[_Item]] = {}
    for item in sorted(
        [*_names(text, language), *_numbers(text), *_opposites(text)], key=lambda item: item.start
    ):
        found.setdefault(item.sort, []).append(item)
    return found


def _names(text: str, language: str) -> list[_Item]:
    items = []
    for name in names_in(text, language, doubtful=True):
        if not name.adjective:
            placed = "place" if _PLACED.search(text[: name.start]) else "name"
            sort = "country" if name.country else placed
            items.append(_Item(name.start, name.end, sort, name.words))
    return items


def _opposites(text: str) -> list[_Item]:
    return [
        _Item(start, end, f"opposite {side[:-1]}", side)
        for side, start, end in sides(text.casefold())
    ]


def _numbers(text: str) -> list[_Item]:
    dates = find_dates(text)
    items = []
    for match in _NUMBER.finditer(text):
        if any(date.start < match.end() and match.start() < date.end for date in dates):
            continue
        unit = _UNIT.match(text, match.end() + text.startswith(" ", match.end()))
        sort = (
            "%" if _PERCENT.search(text[: match.start()]) else unit.group().strip() if unit else ""
        )
        items.append(_Item(match.start(), match.end(), f"number {sort}", match.group()))
    return items


def _parts(text: str, language: str, items: Sequence[_Item]) -> list[tuple[Span, list[_Item]]]:
    """Cut a text before each item at the last separator after the item before it."""
    parts: list[tuple[int, list[_Item]]] = [(0, [items[0]])]
    for before, item in pairwise(items):
        between = text[before.end : item.start]
        # What is so much more than the other is told of both.
        one = _JOINED.fullmatch(between) or (
            item.sort.startswith("number") and COMPARING.search(between)
        )
        cuts = [] if one else [*_SEPARATOR[language].finditer(between)]
        if cuts:
            # A Thai number comes last in its part, an English one may come first.
            first = language == "th" and item.sort.startswith("number")
            parts.append((before.end + cuts[0 if first else -1].start(), [item]))
        else:
            parts[-1][1].append(item)
    ends = [start for start, _ in parts[1:]]
    ends.append(_reach(text, language, parts[-1][1][-1].end))
    return [((start, end), some) for (start, some), end in zip(parts, ends, strict=True)]


def _reach(text: str, language: str, start: int) -> int:
    """Return how far what follows the last item is still said of it."""
    end = min(len(text), start + _REACH)
    if language == "th" and (gap := _SEPARATOR["th"].search(text, start)):
        end = min(end, gap.start())
    return end


def _misbound(claim: str, spoken: str, sentence: str, written: str, items: Sequence[_Item]) -> bool:
    parts = _parts(sentence, written, items)
    if len(parts) < 2:
        return False
    texts = [sentence[a:b] for (a, b), _ in parts]
    own = _met(claim, spoken, [one for _, some in parts for one in some])
    if not own:
        return False
    for (a, b), some in _parts(claim, spoken, own):
        said = claim[a:b]
        homes = {
            number
            for number, (_, there) in enumerate(parts)
            if any(one.words == item.words for one in some for item in there)
        }
        if homes and _elsewhere(said, spoken, some, texts, homes, written):
            return True
    return False


def _met(claim: str, spoken: str, items: Sequence[_Item]) -> list[_Item]:
    """Return where a claim has items of the evidence, in order."""
    found = []
    for item in items:
        if item.sort.startswith("number"):
            spots = [m.span() for m in _NUMBER.finditer(claim) if m.group() == item.words]
        elif item.sort.startswith("opposite"):
            low = claim.casefold()
            spots = [span] if (span := side_in(item.words, low)) else []
            # A claim of both parents tells which is which, too.
            spots = spots or [(a, b) for side, a, b in sides(low) if side == item.words]
        else:
            spots = _spots(item.words, claim, spoken)
        found += [_Item(start, end, item.sort, item.words) for start, end in spots[:1]]
    return sorted(set(found), key=lambda item: item.start)


def _spots(words: str, claim: str, spoken: str) -> list[Span]:
    source = "th" if re.search("[\u0e01-\u0e4e]", words) else "en"
    given, _, home = words.partition(" of ")
    words = given if home and " " in given else words
    for name in names_in(words, source, doubtful=True):
        start = place(name, claim, spoken)
        return [(start, start + 1)] if start is not None and start >= 0 else []
    start = claim.find(words)
    return [(start, start + len(words))] if start >= 0 else []


def _elsewhere(
    said: str,
    spoken: str,
    some: Sequence[_Item],
    texts: Sequence[str],
    homes: set[int],
    written: str,
) -> bool:
    """Tell whether what is said of items stands in the parts of others."""
    here, before, after = 0, 0, 0
    for word, _ in content_words(said):
        if (
            any(word in item.words.casefold() for item in some)
            or unmet(word, spoken, "", written) < 1
        ):
            continue
        there = {
            number for number, text in enumerate(texts) if not unmet(word, spoken, text, written)
        }
        if not there or len(there) == len(texts) or not _beside(there, homes):
            continue
        if there & homes:
            here += 1
        elif min(there) > max(homes):
            after += 1
        else:
            before += 1
    strong_here, strong_away = _figures_elsewhere(said, some, texts, homes)
    if strong_away != strong_here:
        return strong_away
    if some[0].sort == "place":  # one may lie in the other
        return False
    return (after > 0 and after >= here) or (here == 0 and before > 1)


def _beside(there: set[int], homes: set[int]) -> bool:
    """Tell whether parts are those of the items or next to them; what is further is no rival."""
    return any(abs(one - home) <= 1 for one in there for home in homes)


def _figures_elsewhere(
    said: str, some: Sequence[_Item], texts: Sequence[str], homes: set[int]
) -> tuple[bool, bool]:
    """Tell whether figures and dates of what is said stand in the homes, and in others only."""
    own = {item.words.replace(",", "") for item in some}
    shown = [_figures(text) for text in texts]
    here = away = False
    for figure in _figures(said) - own:
        there = {number for number, figures in enumerate(shown) if figure in figures}
        here = here or bool(there & homes)
        away = away or bool(there and not there & homes)
    return here, away


def _figures(text: str) -> set[object]:
    told = stated(text)
    return {*told.numbers, *told.ordinals, *((d.days, d.month, d.year) for d in told.dates)}
