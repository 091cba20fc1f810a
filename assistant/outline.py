"""Outline: a numbered list told as a whole, by the headings of its items.

"What are the four groups?" is answered by what stands after 1), 2), 3) and 4), each with a
citation of its own, though the items lie in several passages.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.coverage import unmet
from assistant.enumerated import (
    LAST,
    Span,
    asked_item,
    called_last,
    items_from,
    ranked_noun,
    spelt_from,
)
from assistant.numbers import stated
from assistant.planted import planted
from assistant.question import Question
from index import Hit, clause_spans
from sources import normalise

# What lists are of, in either language; one noun of a row stands for another.
_NOUNS = (
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
_SETS = (
    "set",
    "batch",
    "bundle",
)  # groups, where they are ranked; to ask "what sets" is another thing
_THAI = "|".join(thai for thai, _ in _NOUNS)
_ENGLISH = "|".join(english for _, english in _NOUNS)
_THAI_NOUN = re.compile(_THAI)
# What may stand between the noun and the word that asks.
_THAI_ASKING = re.compile(
    r"(?:(?!ที่\s?\d).{0,60}?(?:ประกอบ(?:ไป)?ด้วย|ได้แก่|คือ|มี|เป็น|ชื่อ|ว่า))?\s?(?:อะไร|ใด|ไหน)\s?บ้าง"
)
_ENGLISH_ASKED = re.compile(
    rf"\b(?:what|which|name|list|give)\b(?:\W+(?!(?:of|in|for|by|do|does|did|will|would|can|"
    rf"could|should|has|have|had|may|might)\b)\w+){{0,4}}?\W+"
    rf"(?P<noun>{_ENGLISH})\b(?!\W+(?:of|in) (?:the )?(?:first|second|third|last)\b)"
)
# What is asked of the things, and not which they are.
_OF_THEM = re.compile(r"\b(?:about|for|worth|like|with|mean)\s*\?*$")
_NAMES = (
    ("กลุ่ม", "group"),
    ("ฉบับ", "document"),
    ("ขั้นตอน", "step"),
    ("มาตรการ", "measure"),
    ("ข้อ", "point"),
    ("โครงการ", "project"),
)  # by row
# "Which of the four groups deals with …?", กลุ่มไหนพูดถึง…, อยู่ในกลุ่มที่เท่าไร
_THAI_WHICH = re.compile(
    # เด็กกลุ่มไหน asks for children, not for a group.
    r"(?:(?<![\u0e01-\u0e4e])|(?<=ใน)|(?<=คือ)|(?<=เป็น)|(?<=ของ)|(?<=มี)|(?<=อยู่)|(?<=ว่า)|(?<=ที่)|"
    r"(?<=เอกสาร)|(?<=ข้อตกลง))"
    rf"(?P<noun>{_THAI})\s?(?:[\u0e01-\u0e4e]{{0,12}}?(?:ลำดับ)?ที่\s?(?:เท่า(?:ไร|ใด|ไหร่)|กี่)|(?:ใด|ไหน|อะไร)(?!\s?บ้าง))"
)
_ENGLISH_SINGULAR = (
    "|".join(english for _, english in _NAMES) + "|statement|paper|text|draft|category"
)
_ENGLISH_WHICH = re.compile(
    rf"\b(?:which|what)(?: number)?(?: of the (?:[\w-]+ ){{0,2}}?(?P<many>{_ENGLISH})| "
    rf"(?P<one>{_ENGLISH_SINGULAR}))\b|\bof the (?:[\w-]+ ){{1,3}}?(?P<these>{_ENGLISH}),? which\b"
)
_MET, _AHEAD = 0.4, 0.15  # share of the words that an item has, and by which it leads
_COUNTED = 14  # characters before a noun in which its number stands
_LEAD = 60  # characters before a list in which stands what it is of
_GAP = 4  # characters between passages that follow each other
_LONGEST_HEADING = 130
_CITED = 180  # characters of an item


@dataclass(frozen=True, slots=True)
class Heading:
    """What an item of a list begins with.

    Attributes:
        row: Of what the list is, a row of `_NOUNS`.
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
    row = _row(noun, language)
    if row is None:
        return []
    return [found for hit in hits if (found := _list_in(hit, hits, row))]


def outline(question: Question, hits: Sequence[Hit], near: Hit) -> list[Heading]:
    """Return the headings of the numbered list that a question asks for.

    Args:
        question: The question.
        hits: The passages found.
        near: The one that answers best; of several lists of one sort its own is meant.

    Returns:
        None of them if no list is asked for, the one told is of another length than the question
        or its own introduction says, or words planted for an assistant are among it.
    """
    row, count = _asked(question)
    if row is None or asked_item(*_said(question)):
        return []
    lists = [found for hit in hits if (found := _list_in(hit, hits, row))]
    if count:
        lists = [found for found in lists if len(found) == count]
    own = [found for found in lists if any(one.hit is near for one in found)]
    chosen = own or lists
    return chosen[0] if len(chosen) == 1 else []


def meant_item(question: Question, hits: Sequence[Hit]) -> Heading | None:
    """Return the item of a numbered list that a question names by its rank and its noun.

    None if it names none, or no list of such things, or several, are told.
    """
    noun = ranked_noun(*_said(question))
    if not noun or question.kind == "stands_for":
        return None
    lists = lists_of(noun, question.language, hits)
    rank = rank_told(question, lists[0][0].hit, hits) if lists else None
    if rank is None:
        return None
    place = len(lists[0]) if rank == LAST and lists else rank
    return lists[0][place - 1] if len(lists) == 1 and place <= len(lists[0]) else None


def rank_told(question: Question, hit: Hit, hits: Sequence[Hit]) -> int | None:
    """Return the rank of the numbered item that a question names, or None.

    None, too, for the last where the document of a hit itself calls such a thing the last: of a
    list of two drafts and "the last document" after it, that is meant and no item of the list.
    """
    rank = asked_item(*_said(question))
    if rank != LAST:
        return rank
    row = _row(ranked_noun(*_said(question)), question.language)
    own = [h for h in hits if h.passage.document_id == hit.passage.document_id]
    called = [(noun, h.language) for h in own for noun in called_last(h.passage.text, h.language)]
    return None if any(_row(*noun) == row for noun in called) else rank


@dataclass(frozen=True, slots=True)
class Spoken:
    """The item of a numbered list that speaks of something.

    Attributes:
        name: What it is called: "Group 3: ", กลุ่มที่ 3.
        heading: What it begins with.
        clause: Characters of the clause that speaks most of what is asked, which may be that.
    """

    name: dict[str, str]
    heading: Heading
    clause: Span


def item_speaking(question: Question, hits: Sequence[Hit]) -> Spoken | None:
    """Return the item of a numbered list for a question that asks which one speaks of something.

    None where that is not asked, no such list is told, or no item has clearly most of the words.
    """
    plain = normalise(question.text).text.casefold()
    thai = question.language == "th"
    match = (_THAI_WHICH if thai else _ENGLISH_WHICH).search(plain)
    if not match or asked_item(*_said(question)):
        return None
    noun = next(word for word in match.groups() if word)
    lists = lists_of(noun, question.language, hits)
    if len(lists) != 1:
        return None
    rest = plain[: match.start()] + " " + plain[match.end() :]
    met = [_met(rest, question.language, one, one.item) for one in lists[0]]
    place = max(range(len(met)), key=met.__getitem__)
    ahead = met[place] - max(other for n, other in enumerate(met) if n != place)
    if met[place] < _MET or ahead < _AHEAD:
        return None
    heading = lists[0][place]
    first, last = heading.heading[0], heading.item[1]
    text = heading.hit.passage.text[first:last]
    clauses = [(first + a, first + b) for a, b in clause_spans(text, heading.hit.language)]
    clause = max(clauses, key=lambda span: _met(rest, question.language, heading, span))
    name = {
        language: "" if heading.spelt else _name(heading.row, place + 1, language)
        for language in ("th", "en")
    }
    return Spoken(name, heading, clause)


def counted_name(items: Sequence[Heading], language: str) -> str:
    """Return how many items a list has, and of what it is: 4 กลุ่ม, "4 groups"."""
    thai, english = _NAMES[items[0].row]
    return f"{len(items)} {thai}" if language == "th" else f"{len(items)} {english}s"


def _met(words: str, asked_in: str, item: Heading, span: Span) -> float:
    return 1 - unmet(words, asked_in, item.hit.passage.text[slice(*span)], item.hit.language)


def _name(row: int, rank: int, language: str) -> str:
    thai, english = _NAMES[row]
    if language == "th":
        return f"{thai}สุดท้าย " if rank == LAST else f"{thai}ที่ {rank} "
    return f"The last {english}: " if rank == LAST else f"{english.capitalize()} {rank}: "


def ranked(question: Question, item: Heading) -> str:
    """Return what begins an item where a question names it by its rank: กลุ่มที่ 3 for 3)."""
    rank = asked_item(*_said(question))
    return _name(item.row, rank, item.hit.language) if rank and not item.spelt else ""


def _said(question: Question) -> tuple[str, str]:
    return question.text, question.language


def _plural(noun: str) -> str:
    return {"category": "categories", "memorandum": "memoranda"}.get(noun, f"{noun}s")


def _asked(question: Question) -> tuple[int | None, int]:
    """Return the row of the noun that a question asks for, and how many, 0 if it does not say."""
    plain = normalise(question.text).text.casefold()
    if question.language == "th":
        nouns = [m for m in _THAI_NOUN.finditer(plain) if _THAI_ASKING.match(plain, m.end())]
        match = nouns[-1] if nouns else None
    else:
        match = None if _OF_THEM.search(plain) else _ENGLISH_ASKED.search(plain)
    if not match:
        return None, 0
    noun = match.group() if question.language == "th" else match["noun"]
    start = match.start() if question.language == "th" else match.start("noun")
    return _row_of(noun, question.language), _count(plain, start)


def _row_of(noun: str, language: str) -> int | None:
    place = 0 if language == "th" else 1
    return next((n for n, row in enumerate(_NOUNS) if re.fullmatch(row[place], noun)), None)


def _row(noun: str, language: str) -> int | None:
    """Return the row of a noun in the singular or plural."""
    if noun in _SETS:
        return 0
    row = _row_of(noun, language)
    return _row_of(_plural(noun), "en") if row is None else row


def _count(plain: str, start: int) -> int:
    """Return the number before a noun: 4 กลุ่ม, สองฉบับ, "the two documents"; 0 if there is none."""
    before = plain[max(0, start - _COUNTED) : start]
    numbers = [number for number in stated(before).numbers if number.isdigit()]
    return int(numbers[0]) if len(numbers) == 1 else 0


def _list_in(hit: Hit, hits: Sequence[Hit], row: int) -> list[Heading]:
    """Return the list of a row that begins in a passage, numbered or introduced in words."""
    text, language = hit.passage.text, hit.language
    numbered = items_from(text, 1)
    spelt = {} if numbered else spelt_from(text, 1, language)
    noun = next((noun for noun in spelt if noun and _row(noun, language) == row), "")
    items = numbered or spelt.get(noun, [])
    if not items:
        return []
    lead = _lead(hit, hits, items[0][1][0])
    pattern = _THAI if language == "th" else rf"\b(?:{_ENGLISH})\b"
    nouns = list(re.finditer(pattern, lead))
    last = nouns[-1] if nouns and _row_of(nouns[-1].group(), language) == row else None
    if not noun and last is None:  # what the items are is told by their introduction alone
        return []
    found = [(hit, span) for _, span in items]
    found += _continued(hit, hits, None if numbered else noun, len(items))
    count = _count(lead, last.start()) if last else 0
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
