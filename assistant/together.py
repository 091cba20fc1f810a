"""Together: whether two things stand in one item of a numbered list.

"Are Russia and China in the same group?" is decided where the groups are told: yes if one item has
both, no if each is in another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerated import numbered_items
from assistant.named import Name, names_in
from assistant.placing import place
from assistant.question import Question
from index import Hit
from sources import normalise

Span = tuple[int, int]

_GROUP = (
    r"(?:groups?|categor(?:y|ies)|clusters?|sets?|lists?|sections?|class(?:es)?|items?|points?)"
)
_ENGLISH = re.compile(
    rf"\b(?:the same|one|a single|different|separate) (?:[\w-]+ ){{0,2}}?{_GROUP}\b"
)
_THAI_GROUP = "(?:กลุ่ม|หมวด|ข้อ|ประเภท|ชุด)"
_THAI = re.compile(rf"{_THAI_GROUP}[^\s?]{{0,20}}?(?:เดียวกัน|ต่างกัน)|คนละ\s?{_THAI_GROUP}")
_APART = re.compile(r"\b(?:different|separate)\b|คนละ|ต่างกัน")


@dataclass(frozen=True, slots=True)
class Together:
    """What decides.

    Attributes:
        yes: The answer.
        hit: The passage.
        span: Characters of it, of both names or of the one that is in another item.
    """

    yes: bool
    hit: Hit
    span: Span


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where a name stands: the passage, the characters of the name and those of its item."""

    hit: Hit
    name: Span
    item: Span


def together(question: Question, hits: Sequence[Hit]) -> Together | None:
    """Tell whether two names of a question are in one numbered item.

    Returns:
        None if that is not asked, or a name is in no item, or one of those apart is in several.
    """
    plain = normalise(question.text).text
    asks = _THAI if question.language == "th" else _ENGLISH
    if question.kind != "yes_no" or not asks.search(plain.casefold()):
        return None
    names = [name for name in names_in(plain, question.language) if not name.adjective]
    if len(names) != 2:
        return None
    first, second = (list(_placed(name, hits)) for name in names)
    apart = bool(_APART.search(plain.casefold()))
    for one in first:
        for other in second:
            if one.hit is other.hit and one.item == other.item:
                ends = (*one.name, *other.name)
                return Together(not apart, one.hit, (min(ends), max(ends)))
    if len(first) != 1 or len(second) != 1:
        return None
    return Together(apart, first[0].hit, first[0].name)


def _placed(name: Name, hits: Sequence[Hit]) -> Iterator[_Placed]:
    for hit in hits:
        for _, (start, end) in numbered_items(hit.passage.text):
            item = normalise(hit.passage.text[start:end])
            there = place(name, item.text, hit.language)
            if there is not None and there >= 0:
                a, b = item.raw_span(there, min(len(item.text), there + len(name.words)))
                yield _Placed(hit, (start + a, start + b), (start, end))
