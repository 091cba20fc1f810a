"""Headings: the numbered lists of a text, and what they are of.

A list is introduced by ``1)`` or in words, by its own noun or by one at the end of what stands
before it, and may go on in the passages that follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.enumerated import Span, items_from, spelt_from
from assistant.numbers import stated
from assistant.planted import planted
from index import Hit, clause_spans
from sources import normalise

# What lists are of, in either language; one noun of a row stands for another.
NOUNS = (
    (r"กลุ่ม|หมวด", r"groups|groupings|categories|clusters"),
    (r"ฉบับ|เอกสาร|ร่าง", r"documents|papers|texts|drafts|statements|agreements|memoranda"),
    (r"ขั้นตอน|ขั้น", r"steps|stages|phases"),
    (r"มาตรการ|แนวทาง|วิธี", r"measures|ways|approaches|methods"),
    (
        r"ข้อ|ประการ|ด้าน|เรื่อง|ประเด็น|หัวข้อ",
        r"points|areas|topics|issues|aspects|reasons|conditions|rules|goals|aims|principles|subjects",
    ),
    (
        r"โครงการ|แผนงาน|กิจกรรม",
        r"projects|programmes|programs|schemes|initiatives|plans|activities",
    ),
)  # fmt: skip
# Other words for the first, where one thing is named; "what sets" asks for something else.
_CALLED = {"set": "group", "batch": "group", "bundle": "group"}
THAI = "|".join(thai for thai, _ in NOUNS)
ENGLISH = "|".join(english for _, english in NOUNS)
NAMES = (
    ("กลุ่ม", "group"),
    ("ฉบับ", "document"),
    ("ขั้นตอน", "step"),
    ("มาตรการ", "measure"),
    ("ข้อ", "point"),
    ("โครงการ", "project"),
)  # by row
_COUNTED = 14  # characters before a noun in which its number stands
_LEAD = 60  # characters before a list in which stands what it is of
_GAP = 4  # characters between passages that follow each other
_LONGEST_HEADING = 130
_CITED = 180  # characters of an item


@dataclass(frozen=True, slots=True)
class Heading:
    """What an item of a list begins with.

    Attributes:
        row: Of what the list is, a row of `NOUNS`.
        hit: The passage.
        item: Characters of it, all of the item.
        heading: Characters of it, without the number.
        cited: Characters of it that are quoted: the heading and some of what follows.
    """

    row: int
    hit: Hit
    item: Span
    heading: Span
    cited: Span

    @property
    def text(self) -> str:
        """The item from its heading on."""
        return self.hit.passage.text[self.heading[0] : self.item[1]]

    @property
    def spelt(self) -> bool:
        """Whether it begins with its rank in words (กลุ่มแรก) and needs no number before it."""
        return self.item[0] == self.heading[0]

    @property
    def words(self) -> str:
        """The words of the heading."""
        return self.hit.passage.text[slice(*self.heading)]


def lists_of(noun: str, language: str, hits: Sequence[Hit]) -> list[list[Heading]]:
    """Return the numbered lists, each by its items, that are introduced as of a noun.

    Args:
        noun: In the singular or plural: กลุ่ม, "groups".
        language: Its language.
        hits: The passages found.
    """
    row = noun_row(noun, language)
    if row is None:
        return []
    return [found for hit in hits if (found := list_in(hit, hits, row))]


def _plural(noun: str) -> str:
    return {"category": "categories", "memorandum": "memoranda"}.get(noun, f"{noun}s")


def row_of(noun: str, language: str) -> int | None:
    """Return the row of `NOUNS` that a noun is of, in English in the plural; None if of none."""
    place = 0 if language == "th" else 1
    return next((n for n, row in enumerate(NOUNS) if re.fullmatch(row[place], noun)), None)


def noun_row(noun: str, language: str) -> int | None:
    """Return the row of a noun in the singular or plural."""
    noun = _CALLED.get(noun, noun)
    row = row_of(noun, language)
    return row_of(_plural(noun), "en") if row is None else row


def count_before(plain: str, start: int) -> int:
    """Return the number before a noun: 4 กลุ่ม, สองฉบับ, "the two documents"; 0 if there is none."""
    before = plain[max(0, start - _COUNTED) : start]
    numbers = [number for number in stated(before).numbers if number.isdigit()]
    return int(numbers[0]) if len(numbers) == 1 else 0


def list_in(hit: Hit, hits: Sequence[Hit], row: int) -> list[Heading]:
    """Return the list of a row that begins in a passage, numbered or introduced in words."""
    text, language = hit.passage.text, hit.language
    numbered = items_from(text, 1)
    spelt = {} if numbered else spelt_from(text, 1, language)
    noun = next((noun for noun in spelt if noun and noun_row(noun, language) == row), "")
    items = numbered or spelt.get(noun, [])
    if not items:
        return []
    lead = _lead(hit, hits, items[0][1][0])
    pattern = THAI if language == "th" else rf"\b(?:{ENGLISH})\b"
    nouns = list(re.finditer(pattern, lead))
    last = nouns[-1] if nouns and row_of(nouns[-1].group(), language) == row else None
    if not noun and last is None:  # what the items are is told by their introduction alone
        return []
    found = [(hit, span) for _, span in items]
    found += _continued(hit, hits, None if numbered else noun, len(items))
    count = count_before(lead, last.start()) if last else 0
    if len(found) < 2 or (count and count != len(found)):
        return []
    if any(
        a < end and start < b for one, (start, end) in found for a, b in planted(one.passage.text)
    ):
        return []
    return [_heading(row, one, span) for one, span in found]


def _lead(hit: Hit, hits: Sequence[Hit], first: int) -> str:
    """Return what stands before a list, in its passage or else at the end of the one before."""
    text = hit.passage.text[:first]
    if not text.strip():
        before = [
            other.passage
            for other in hits
            if other.passage.document_id == hit.passage.document_id
            and 0 <= hit.passage.start - other.passage.end <= _GAP
        ]
        text = before[0].text if before else ""
    return normalise(text.rstrip()[-_LEAD:]).text.casefold()


def _continued(
    hit: Hit, hits: Sequence[Hit], spelt: str | None, last: int
) -> Iterator[tuple[Hit, Span]]:
    """Yield the items that later passages of the same document begin with.

    Args:
        hit: The passage that the list begins in.
        hits: The passages found.
        spelt: The noun by which its items are introduced in words, None if they are numbered.
        last: The number of the last item there.
    """
    passage = hit.passage
    later = sorted(
        (
            other
            for other in hits
            if other.passage.document_id == passage.document_id
            and other.passage.start > passage.start
        ),
        key=lambda other: other.passage.start,
    )
    for other in later:
        text = other.passage.text
        items = (
            items_from(text, last + 1)
            if spelt is None
            else spelt_from(text, last + 1, other.language).get(spelt, [])
        )
        for _, span in items:
            last += 1
            yield other, span


def _heading(row: int, hit: Hit, item: Span) -> Heading:
    text = hit.passage.text
    start, end = item
    mark = re.match(r"\(?[\d๐-๙]{1,2}[).]\s*", text[start:end])
    begins = start + (mark.end() if mark else 0)
    clauses = [(begins + a, begins + b) for a, b in clause_spans(text[begins:end], hit.language)]
    first = clauses[0][1] if clauses else end
    heading = (begins, min(first, begins + _LONGEST_HEADING))
    cited = max([heading[1], *(b for _, b in clauses if b - start <= _CITED)])
    return Heading(row, hit, item, heading, (start, cited))
