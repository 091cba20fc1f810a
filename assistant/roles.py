"""Roles: whether a claim gives to each name what the evidence gives to it.

Thai and English both put who acts first, so that two names in the other order, both texts active
or both passive, have changed their parts.
"""

import re
from itertools import combinations

from assistant.coverage import content_words
from assistant.named import Name, names_in
from assistant.numbers import stated
from assistant.placing import place
from assistant.polarity import clauses, deciding, speaks_of

_PASSIVE = {
    "en": re.compile(
        r"\b(?:by|from|received|receives|receive|got|ahead of|behind|after(?! \d)|"
        r"lost to)\b"
    ),
    "th": re.compile(r"ถูก|แพ้|โดย(?!สาร)|ได้รับ|จาก|รับ(?=มอบ|บริจาค)"),
}
_JOINED = re.compile(r"[\s,]*(?:and|or|และ|กับ|หรือ|รวมทั้ง|with)?[\s,]*(?:the\s)?")
_CLAUSES = re.compile(r"[;.]\s|\b(?:while|whereas|but)\b|ส่วน|แต่|ขณะที่")
_FROM_TO = re.compile(r"\bfrom\b.*\bto\b|จาก.*(?:เป็น|เหลือ|ถึง|สู่|มา)")
_PIVOTS = (
    re.compile(r"\bthan\b|กว่า(?!\s?\d)"),
    re.compile(r"\bbefore\b|ก่อน(?!หน้า)"),
    re.compile(r"\b(?:later|then|afterwards)\b|ต่อมา|จากนั้น"),
)
_ORIGIN = re.compile(r"(?:\bfrom |\bof |จาก|ชาว|ของ)$")  # whose or whence, not who
_SOURCE = re.compile(r"(?:\b(?:from|by)\s+(?:the\s+)?|จาก|โดย)$")
_GOAL = re.compile(r"(?:\b(?:to|for)\s+(?:the\s+)?|ให้|แก่|ไปยัง|สู่)$")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def exchanged(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether a claim has names, or the two ends of a change, in each other's place.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: The evidence, normalised.
        written: Its language.
    """
    pieces = clauses(evidence, written)
    for part in clauses(claim, spoken):
        own = names_in(part, spoken)
        shown = deciding(_bare(part, own), spoken, pieces, written)
        if _taken_over(own, shown, evidence, written):
            return True
        # A subject may stand a clause before; the whole decides if it has each name just once.
        if any(_crossed(part, spoken, text, written) for text in (shown, evidence)):
            return True
    return (
        _replaced(claim, spoken, evidence, written)
        or _redirected(claim, spoken, evidence, written)
        or _turned_round(claim, evidence)
        or _compared(claim, spoken, evidence, written)
        or _mixed(clauses(claim, spoken), spoken, pieces, written)
    )


def _bare(text: str, names: tuple[Name, ...]) -> str:
    """Return a text without its names, or as it is if nothing else is told in it."""
    bare = text
    for name in reversed(names):
        bare = f"{bare[: name.start]} {bare[name.end :]}"
    return bare if content_words(bare) else text


def _taken_over(own: tuple[Name, ...], shown: str, evidence: str, written: str) -> bool:
    """Tell whether a name stands where the evidence, which has it elsewhere, has another."""
    others = [
        other
        for other in names_in(shown, written)
        if not any(_same(name, other, written) for name in own)
    ]
    missing = [name for name in own if place(name, shown, written) is None]
    return any(
        place(name, evidence, written) is not None
        and any(other.sort == name.sort for other in others)
        for name in missing
    )


def _same(name: Name, other: Name, written: str) -> bool:
    if name.country or other.country:
        return name.country == other.country
    return place(name, other.words, written) is not None


def _crossed(part: str, spoken: str, shown: str, written: str) -> bool:
    """Tell whether two names of a clause stand in the other order in the evidence."""
    if bool(_PASSIVE[spoken].search(part)) != bool(_PASSIVE[written].search(shown)):
        return False
    for one, other in combinations(_placed(part, spoken, shown, written), 2):
        joined = _JOINED.fullmatch(part[one[2] : other[0]])
        # Told in two clauses they may be told in either order.
        apart = _CLAUSES.search(shown[other[1] : one[1]])
        if one[1] > other[1] and not joined and not apart:
            return True
    return False


def _placed(part: str, spoken: str, shown: str, written: str) -> list[tuple[int, int, int]]:
    """Return where names stand in a claim, in its evidence, and where they end in the claim.

    Names of either text are looked for in the other: a Thai claim hides some that an English
    source shows by their capitals. One that the evidence repeats has no one place.
    """
    found: dict[int, tuple[int, int, int]] = {}
    for name in names_in(part, spoken):
        there = place(name, shown, written)
        if name.country and _ORIGIN.search(part[: name.start]):
            continue
        if there is not None and there >= 0 and not _repeated(name, there, shown, written):
            found[name.start] = (name.start, there, name.end)
    for name in names_in(shown, written):
        if name.country and shown[name.end :].startswith("'s"):
            continue
        here = place(name, part, spoken)
        if here is not None and here >= 0 and not _repeated(name, name.start, shown, written):
            near = any(start - 3 <= here < end for start, _, end in found.values())
            if not near:
                found[here] = (here, name.start, here + 1)
    return sorted(found.values())


def _repeated(name: Name, there: int, shown: str, written: str) -> bool:
    after = place(name, shown[there + 1 :], written)
    return after is not None and after > len(name.words)


def _replaced(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether evidence names people or countries, but none of those that a claim names."""
    shown = names_in(evidence, written)
    for sort in ("person", "country"):
        own = [name for name in names_in(claim, spoken) if name.sort == sort and not name.adjective]
        there = any(name.sort == sort and not name.adjective for name in shown)
        if own and there and all(place(name, evidence, written) is None for name in own):
            return True
    return False


def _redirected(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether something goes to a name from which it comes in the evidence, or comes back."""
    for name in names_in(claim, spoken):
        there = place(name, evidence, written)
        if there is None or there < 0:
            continue
        ours, theirs = claim[: name.start], evidence[:there]
        if (_GOAL.search(ours) and _SOURCE.search(theirs)) or (
            _SOURCE.search(ours) and _GOAL.search(theirs)
        ):
            return True
    return False


def _mixed(parts: list[str], spoken: str, pieces: list[str], written: str) -> bool:
    """Tell whether two clauses of a claim have words of each other's evidence."""
    shown = [
        deciding(_bare(part, names_in(part, spoken)), spoken, pieces, written) for part in parts
    ]
    strays = [
        [
            other
            for other in shown
            if other != own and speaks_of(part, spoken, other, written, besides=own)
        ]
        for part, own in zip(parts, shown, strict=True)
    ]
    return any(
        shown[two] in strays[one] and shown[one] in strays[two]
        for one, two in combinations(range(len(parts)), 2)
    )


def _compared(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether what comes before and after a word of comparing or order has changed sides."""
    for pivot in _PIVOTS:
        ours, theirs = pivot.search(claim), pivot.search(evidence)
        if ours and theirs:
            first, second = claim[: ours.start()], claim[ours.end() :]
            before, after = evidence[: theirs.start()], evidence[theirs.end() :]
            if speaks_of(first, spoken, after, written, besides=before) and speaks_of(
                second, spoken, before, written, besides=after
            ):
                return True
    return False


def _turned_round(claim: str, evidence: str) -> bool:
    """Tell whether a claim goes from one number to another where the evidence goes back."""
    if not (_FROM_TO.search(claim) and _FROM_TO.search(evidence)):
        return False
    ours, theirs = _figures(claim), _figures(evidence)
    for one, other in combinations(ours, 2):
        if one in theirs and other in theirs and theirs.index(one) > theirs.index(other):
            return True
    return False


def _figures(text: str) -> list[str]:
    for date in reversed(stated(text).dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    return [number.replace(",", "") for number in _NUMBER.findall(text)]
