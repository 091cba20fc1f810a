"""Together: whether two things stand in one item of a numbered list.

"Are Russia and China in the same group?" is decided where the groups are told: yes if one item has
both, no if each is in another.
"""

import re
from collections.abc import Sequence

from assistant.headings import Heading, lists_of
from assistant.named import Name, names_in
from assistant.placing import place
from assistant.question import Question
from assistant.ruled import Ruled
from index import Hit
from sources import normalise

Span = tuple[int, int]
SURE = 0.9  # probability that what stands in one item of a list, or in two, is told so

_ENGLISH = re.compile(
    r"\b(?:the same|one|a single|different|separate) (?:[\w-]+ ){0,2}?"
    r"(?P<noun>groups?|categor(?:y|ies)|clusters?|documents?|steps?|points?|topics?)\b"
)
_NOUN = "กลุ่ม|หมวด|ฉบับ|เอกสาร|ข้อ|ขั้นตอน|ด้าน"
_THAI = re.compile(
    rf"(?P<noun>{_NOUN})[^\s?]{{0,30}}?(?:เดียวกั[นบ]|ต่างกัน)|คนละ\s?(?P<other>{_NOUN})"
)
_APART = re.compile(r"\b(?:different|separate)\b|คนละ|ต่างกัน")


def together(question: Question, hits: Sequence[Hit]) -> Ruled | None:
    """Tell whether two names of a question are in one item of a numbered list.

    Returns:
        None if that is not asked, no such list is told, or a name is in no item or in several.
    """
    plain = normalise(question.text).text
    match = (_THAI if question.language == "th" else _ENGLISH).search(plain.casefold())
    names = [name for name in names_in(plain, question.language) if not name.adjective]
    if question.kind != "yes_no" or not match or len(names) != 2:
        return None
    noun = next(word for word in match.groups() if word)
    lists = lists_of(noun, question.language, hits)
    if len(lists) != 1:
        return None
    first, second = ([p for item in lists[0] if (p := _placed(name, item))] for name in names)
    apart = bool(_APART.search(plain.casefold()))
    for item, span in first:
        for other, end in second:
            if other is item:
                span = min(span[0], end[0]), max(span[1], end[1])
                return Ruled(not apart, item.hit, span, SURE)
    if len(first) != 1 or len(second) != 1:
        return None
    return Ruled(apart, first[0][0].hit, first[0][1], SURE)


def _placed(name: Name, item: Heading) -> tuple[Heading, Span] | None:
    """Return an item with the characters of its passage that are a name; None if it has it not."""
    words = normalise(item.text)
    there = place(name, words.text, item.hit.language)
    if there is None or there < 0:
        return None
    start, end = words.raw_span(there, min(len(words.text), there + len(name.words)))
    return item, (item.heading[0] + start, item.heading[0] + end)
