"""Roles: whether a claim gives to each name what the evidence gives to it.

Thai and English both put who acts first, so that two names in the other order, both texts active
or both passive, have changed their parts.
"""

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from assistant.coverage import content_words
from assistant.dates import find_dates
from assistant.named import Name, names_in
from assistant.numbers import agree, stated
from assistant.opposites import COMPARING
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
_FROM_TO = re.compile(
    r"\bfrom\b.*\bto\b|\b(?:rose|fell|raised|cut|up|down|rises?|falls?) to\b.*\bfrom\b"
    r"|จาก.*(?:เป็น|เหลือ|ถึง|สู่|มา)"
)
_FROM = re.compile(r"\bfrom\b|จาก(?!นี้|นั้น|การ)")
_EARLIER = re.compile(r"\bbefore\b|ก่อน(?!หน้า)|\b(?:later|then|afterwards)\b|ต่อมา|จากนั้น")
_LATER = re.compile(r"\bafter\b(?! \d)|หลังจาก|หลัง(?=ที่)")
_BACK = re.compile(r"\bto\b[^a-z]*\d[^.;]*$|(?:เหลือ|เป็น)\s?\d[^.;]*$")
_FORMER = re.compile(r"\bfrom\b|จาก")
_ONCE = re.compile(
    r"\b(?:before|earlier|former\w*|previous\w*|used to|had been|originally|from|first|instead)\b"
    r"|เดิม|เคย|ก่อน|จาก|แรก"
)
_ORIGIN = re.compile(r"(?:\bfrom |\bof |จาก|ชาว|ของ)$")  # whose or whence, not who
_NAMED_AFTER = re.compile(r"(\bnamed\b(?:[^.,;]{0,40}?))\bafter\b")
# How far it is from a place is not where something comes from.
_SOURCE = re.compile(
    r"(?:(?<!metres )(?<!miles )(?<!km )(?<!away )(?<!far )\b(?:from|by)\s+(?:the\s+)?|"
    r"(?<!ห่าง)(?<!ไกล)(?<!เมตร)(?<!ไมล์)จาก|โดย)$"
)
_GOAL = re.compile(r"(?:\b(?:to|for)\s+(?:the\s+)?|ให้|แก่|ไปยัง|สู่)$")
_ENDS = 2  # of a change
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def exchanged(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether a claim has names, or the two ends of a change, in each other's place.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: The evidence, normalised.
        written: Its language.
    """
    claim, evidence = (_NAMED_AFTER.sub(r"\1for", text) for text in (claim, evidence))
    pieces = clauses(evidence, written)
    # One that compares names tells nothing of what the evidence has them do to one another.
    comparing = bool(COMPARING.search(claim)) and not COMPARING.search(evidence)
    for part in clauses(claim, spoken):
        own = names_in(part, spoken)
        shown = deciding(_bare(part, own), spoken, pieces, written)
        if _taken_over(own, _with_names_beside(shown, pieces, written), evidence, written):
            return True
        # A subject may stand a clause before; the whole decides if it has each name just once.
        texts = () if comparing else (shown, evidence)
        if any(_crossed(part, spoken, text, written) for text in texts):
            return True
    return (
        _replaced(claim, spoken, evidence, written)
        or _redirected(claim, spoken, evidence, written)
        or _turned_round(claim, evidence)
        or _outdated(claim, evidence)
        or _compared(claim, spoken, evidence, written)
        or _mixed(clauses(claim, spoken), spoken, pieces, written)
    )


def reversed_names(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether the first two things named in a claim stand in the other order in the evidence.

    Names, or failing them dates. The arguments are those of `exchanged`.
    """
    named = _placed(claim, spoken, evidence, written)
    if len(named) > 1:
        return named[0][1] > named[1][1]
    ours, theirs = find_dates(claim), find_dates(evidence)
    if min(len(ours), len(theirs)) < _ENDS:
        return False
    return agree(ours[0], theirs[1]) and agree(ours[1], theirs[0]) and not agree(*ours[:2])


def sides_changed(
    ours: tuple[str, str], spoken: str, theirs: tuple[str, str], written: str
) -> bool:
    """Tell whether what stands before a word in one text stands after it in another, and back."""
    (first, second), (before, after) = ours, theirs
    return speaks_of(first, spoken, after, written, besides=before) and speaks_of(
        second, spoken, before, written, besides=after
    )


def _bare(text: str, names: tuple[Name, ...]) -> str:
    """Return a text without its names, or as it is if nothing else is told in it."""
    bare = text
    for name in reversed(names):
        bare = f"{bare[: name.start]} {bare[name.end :]}"
    return bare if content_words(bare) else text


def _with_names_beside(shown: str, pieces: Sequence[str], written: str) -> str:
    """Return a clause with the clauses beside it that are but a name: its head, Anna Berg, said."""
    if written != "en" or shown not in pieces:
        return shown
    number = pieces.index(shown)
    for piece in pieces[max(0, number - 1) : number + 2]:
        names = names_in(piece, written)
        if piece != shown and names and len(piece) <= sum(len(name.words) for name in names) + 2:
            shown = f"{shown} {piece}"
    return shown


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
        if name.adjective or (name.country and _ORIGIN.search(part[: name.start])):
            continue
        if there is not None and there >= 0 and not _repeated(name, there, shown, written):
            found[name.start] = (name.start, there, name.end)
    for name in names_in(shown, written):
        if name.adjective or (name.country and shown[name.end :].startswith("'s")):
            continue
        if name.country and _ORIGIN.search(shown[: name.start]):
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
    for sided in (_around(COMPARING), _around(_FROM), _in_order):
        ours, theirs = sided(claim), sided(evidence)
        if ours and theirs and sides_changed(ours, spoken, theirs, written):
            return True
    return False


def _around(pivot: re.Pattern[str]) -> Callable[[str], tuple[str, str] | None]:
    def sided(text: str) -> tuple[str, str] | None:
        found = pivot.search(text)
        return (text[: found.start()], text[found.end() :]) if found else None

    return sided


def _in_order(text: str) -> tuple[str, str] | None:
    """Return what a text tells to have come first and what came then, if it tells an order."""
    for pivot, turned in ((_EARLIER, False), (_LATER, True)):
        if found := pivot.search(text):
            one, other = text[: found.start()], text[found.end() :]
            if not one.strip():  # after X, Y
                other, _, one = other.partition(",")
            return (other, one) if turned else (one, other)
    return None


def _outdated(claim: str, evidence: str) -> bool:
    """Tell whether a claim gives as the present number that from which another has come."""
    if not _FROM_TO.search(evidence) or _ONCE.search(claim) or stated(claim).dates:
        return False
    ends, ours = _ends(evidence), _figures(claim)
    return len(ends) == _ENDS and ends[0] in ours and ends[1] not in ours


def _ends(text: str) -> list[str]:
    """Return the numbers from which and to which something changes."""
    found = _FORMER.search(text)
    if not found:
        return []
    after, before = _figures(text[found.end() :]), _figures(text[: found.start()])
    if _BACK.search(text[: found.start()]):  # fell to 2 from 3
        return [*after[:1], *before[-1:]]
    return after[:_ENDS]


def _turned_round(claim: str, evidence: str) -> bool:
    """Tell whether a claim goes from one number to another where the evidence goes back."""
    if not (_FROM_TO.search(claim) and _FROM_TO.search(evidence)):
        return False
    ours, theirs = _ends(claim), _ends(evidence)
    return len(ours) == _ENDS and ours == theirs[::-1] and ours != theirs


def _figures(text: str) -> list[str]:
    for date in reversed(stated(text).dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    return [number.replace(",", "") for number in _NUMBER.findall(text)]
