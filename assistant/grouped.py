"""Grouped: whether a thing stands in the item of a numbered list that a question describes.

"Is the paper on money laundering in the group with the United Nations?" is decided where the groups
are told: yes if the item that speaks of the thing is the one described, no if it is another.
"""

import re
from collections.abc import Sequence

from assistant.contraries import NEGATION
from assistant.enumerated import LAST, asked_item
from assistant.headings import Heading, lists_of
from assistant.kinds import TH_WHETHER
from assistant.outline import clause_with, item_with
from assistant.question import Question
from assistant.ruled import Ruled
from index import Hit
from sources import normalise

SURE = 0.85  # probability that what stands in one item of a list, or in another, is told so
_MET, _AHEAD = 0.6, 0.3  # share of a thing's words that its item has, and by which it leads

_NOUN = r"(?P<noun>groups?|categor(?:y|ies)|clusters?|sets?|batch|bundle)"
_GROUP = rf"(?P<group>(?:the |a )?[^,?]*?\b{_NOUN}\b[^,?]*)"
_ENGLISH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:is|are|was|were|will) (?P<thing>.+?) (?:be )?(?:also |put |placed |listed |included |"
        r"covered |counted |found |filed |dealt with )*(?:(?:a )?part of|among|within|under|in) "
        rf"{_GROUP}",
        rf"(?:does|do|did) (?P<thing>.+?) (?:belong to|belong in|fall under|fall in(?:to)?|"
        rf"come under|go in(?:to)?|sit in) {_GROUP}",
        rf"(?:does|do|did) {_GROUP} (?:also |really )?(?:include|cover|deal with|contain|involve|"
        rf"concern|mention|speak of|talk about|touch on|have) (?P<thing>.+?)",
    )
)
_THAI_NOUN = r"(?P<noun>กลุ่ม|หมวด)"
_THAI = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<thing>.+?)\s?(?:จัด|ถูกจัด|รวม)?อยู่(?:ใน)?(?P<group>{_THAI_NOUN}\S.*?){TH_WHETHER}",
        rf"(?P<group>{_THAI_NOUN}\S.*?)\s?(?:ครอบคลุม|พูดถึง|กล่าวถึง|เกี่ยวกับ|ว่าด้วย|รวมถึง|รวม|มี)(?:ถึง|เรื่อง)*"
        rf"(?P<thing>\S.*?){TH_WHETHER}",
    )
)
# What a thing is, said beside what it is about.
_CALLED = re.compile(
    r"\b(?:the|an?|any|anything|something|documents?|papers?|texts?|agreements?|deals?|topics?|"
    r"subjects?|issues?|matters?|about|on|of|with)\b|เอกสาร|ฉบับ|เรื่อง|ประเด็น|ความตกลง"
)


def grouped(question: Question, hits: Sequence[Hit]) -> Ruled | None:
    """Tell whether a thing is in the item of a numbered list that a question describes.

    Returns:
        None if that is not asked, or asked with a denial, no such list is told, the thing is
        clearly in none of its items, or it is not clear which one is described.
    """
    if question.kind != "yes_no":
        return None
    said = normalise(question.text).text.strip(" ?")
    patterns = _THAI if question.language == "th" else _ENGLISH
    match = next((found for one in patterns if (found := one.fullmatch(said))), None)
    if not match or NEGATION[question.language].search(f"{match['thing']} {match['group']}"):
        return None
    lists = lists_of(match["noun"].casefold(), question.language, hits)
    if len(lists) != 1:
        return None
    items = lists[0]
    thing = _CALLED.sub(" ", match["thing"])
    own = item_with(thing, question.language, items, _MET, _AHEAD)
    described = _described(match["group"], match["noun"], question.language, items)
    if own is None or described is None:
        return None
    clause = clause_with(thing, question.language, items[own])
    return Ruled(own == described, items[own].hit, clause, SURE)


def _described(group: str, noun: str, language: str, items: Sequence[Heading]) -> int | None:
    """Return the place of the item that a question means by its rank or what it is about."""
    rank = asked_item(group, language)
    if rank is not None:
        place = len(items) - 1 if rank == LAST else rank - 1
        return place if place < len(items) else None
    return item_with(_CALLED.sub(" ", group.replace(noun, " ")), language, items)
