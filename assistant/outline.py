"""Outline: a numbered list told as a whole, by the headings of its items.

"What are the four groups?" is answered by what stands after 1), 2), 3) and 4), each with a
citation of its own, though the items lie in several passages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.coverage import unmet
from assistant.enumerated import (
    LAST,
    Span,
    asked_item,
    called_last,
    ranked_noun,
)
from assistant.headings import (
    ENGLISH,
    NAMES,
    THAI,
    Heading,
    count_before,
    list_in,
    lists_of,
    noun_row,
    row_of,
)
from assistant.named import names_in
from assistant.placing import place
from assistant.question import Question
from index import Hit, clause_spans
from sources import normalise

_THAI_NOUN = re.compile(THAI)
# What may stand between the noun and the word that asks.
_THAI_ASKING = re.compile(
    r"(?:(?!ที่\s?\d).{0,60}?(?:ประกอบ(?:ไป)?ด้วย|ได้แก่|คือ|มี|เป็น|ชื่อ|ว่า))?\s?(?:อะไร|ใด|ไหน)\s?บ้าง"
)
_AUXILIARY = "of|in|for|by|do|does|did|will|would|can|could|should|has|have|had|may|might"
_BE = "is|are|was|were"
# "Which body signs papers" asks for no papers; "the ministers' papers" and "states" are no verbs.
_VERB = rf"{_BE}|(?!nations|states)\w{{3,}}[^\Wsu]s(?!\w|['’])"
_ENGLISH_ASKED = re.compile(
    rf"\b(?:(?:(?:what|which)\W+(?:{_BE})|name|list|give)\b(?:\W+(?!(?:{_AUXILIARY})\b)\w+){{0,4}}?|"
    rf"(?:what|which)\b(?:\W+(?!(?:{_AUXILIARY}|{_VERB})\b)\w+){{0,4}}?)\W+"
    rf"(?P<noun>{ENGLISH})\b(?!\W+(?:of|in) (?:the )?(?:first|second|third|last)\b)"
)
# What is asked of the things, and not which they are.
_OF_THEM = re.compile(r"\b(?:about|for|worth|like|with|mean)\s*\?*$")
# "Which of the four groups deals with …?", กลุ่มไหนพูดถึง…, อยู่ในกลุ่มที่เท่าไร
_THAI_WHICH = re.compile(
    # เด็กกลุ่มไหน asks for children, not for a group.
    r"(?:(?<![\u0e01-\u0e4e])|(?<=ใน)|(?<=คือ)|(?<=เป็น)|(?<=ของ)|(?<=มี)|(?<=อยู่)|(?<=ว่า)|(?<=ที่)|"
    r"(?<=เอกสาร)|(?<=ข้อตกลง))"
    rf"(?P<noun>{THAI})\s?(?:(?:(?!{THAI})[\u0e01-\u0e4e]){{0,12}}?(?:ลำดับ)?ที่\s?(?:เท่า(?:ไร|ใด|ไหร่)|กี่)|(?:ใด|ไหน|อะไร)(?!\s?บ้าง))"
)
_ENGLISH_SINGULAR = (
    "|".join(english for _, english in NAMES) + "|statement|paper|text|draft|category"
)
_ENGLISH_WHICH = re.compile(
    rf"\b(?:which|what)(?: number(?:ed)?)?(?: of the (?:[\w-]+ ){{0,2}}?(?P<many>{ENGLISH})| "
    rf"(?P<one>{_ENGLISH_SINGULAR}))\b|\bof the (?:[\w-]+ ){{1,3}}?(?P<these>{ENGLISH}),? which\b"
)
# Words that tie what is asked about to the items, of which the items say nothing.
_TYING = re.compile(
    r"(?i)\b(?:deals?|dealing|involv(?:es?|ing)|cover(?:s|ed|ing)?|concern(?:s|ed|ing)?|"
    r"mention(?:s|ed|ing)?|contains?|includes?|included|speaks?|talks?|about|belongs?|falls?|listed|"
    r"of (?:the )?(?:documents?|papers?|texts?|agreements?))\b|"
    r"พูดถึง|กล่าวถึง|เกี่ยวกับ|เกี่ยวข้อง|ว่าด้วย|ครอบคลุม|(?:จัด)?อยู่(?:ใน)?|รวมถึง"
)
_MET, _AHEAD = 0.4, 0.15  # share of the words that an item has, and by which it leads


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
    lists = [found for hit in hits if (found := list_in(hit, hits, row))]
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
    number = len(lists[0]) if rank == LAST and lists else rank
    return lists[0][number - 1] if len(lists) == 1 and number <= len(lists[0]) else None


def rank_told(question: Question, hit: Hit, hits: Sequence[Hit]) -> int | None:
    """Return the rank of the numbered item that a question names, or None.

    None, too, for the last where the document of a hit itself calls such a thing the last: of a
    list of two drafts and "the last document" after it, that is meant and no item of the list.
    """
    rank = asked_item(*_said(question))
    if rank != LAST:
        return rank
    row = noun_row(ranked_noun(*_said(question)), question.language)
    own = [h for h in hits if h.passage.document_id == hit.passage.document_id]
    called = [(noun, h.language) for h in own for noun in called_last(h.passage.text, h.language)]
    return None if any(noun_row(*noun) == row for noun in called) else rank


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
    said = normalise(question.text).text
    plain = said.lower()
    said = said if len(said) == len(plain) else plain  # names are known by their capitals
    thai = question.language == "th"
    match = (_THAI_WHICH if thai else _ENGLISH_WHICH).search(plain)
    if not match or asked_item(*_said(question)):
        return None
    noun = next(word for word in match.groups() if word)
    lists = lists_of(noun, question.language, hits)
    if len(lists) != 1:
        return None
    rest = _TYING.sub(" ", f"{said[: match.start()]} {said[match.end() :]}")
    best = item_with(rest, question.language, lists[0])
    if best is None:
        return None
    heading = lists[0][best]
    clause = clause_with(rest, question.language, heading)
    name = {
        language: "" if heading.spelt else _name(heading.row, best + 1, language)
        for language in ("th", "en")
    }
    return Spoken(name, heading, clause)


def item_with(
    words: str,
    language: str,
    items: Sequence[Heading],
    least: float = _MET,
    ahead: float = _AHEAD,
) -> int | None:
    """Return the place of the item that speaks of something; None where none clearly does.

    Args:
        words: What is asked about.
        language: Of the words.
        items: A numbered list.
        least: Share of the words, 0 to 1, that the item has.
        ahead: Share by which it leads the others, unless it alone has all of the names.
    """
    met = [_met(words, language, one, one.item) for one in items]
    best = max(range(len(met)), key=met.__getitem__)
    leads = met[best] - max((other for n, other in enumerate(met) if n != best), default=0.0)
    # "United Nations" is no state of which "United" is said.
    if leads < ahead and (alone := _naming(words, language, items)) is not None:
        best, leads = alone, ahead
    return best if met[best] >= least and leads >= ahead else None


def clause_with(words: str, language: str, item: Heading) -> Span:
    """Return the characters of an item's clause that has most of some words."""
    first, last = item.heading[0], item.item[1]
    text = item.hit.passage.text[first:last]
    clauses = [(first + a, first + b) for a, b in clause_spans(text, item.hit.language)]
    return max(clauses, key=lambda span: _met(words, language, item, span))


def _naming(words: str, asked_in: str, items: Sequence[Heading]) -> int | None:
    """Return the place of the only item that has every name of some words, None without one."""
    names = [name for name in names_in(words, asked_in) if not name.adjective]
    texts = [normalise(one.hit.passage.text[slice(*one.item)]).text for one in items]
    found = [
        [place(name, text, one.hit.language) for name in names]
        for one, text in zip(items, texts, strict=True)
    ]
    having = [n for n, places in enumerate(found) if None not in places]
    # What cannot be told counts as had: an item that has the name itself goes before.
    told = [n for n in having if -1 not in found[n]]
    having = told or having
    return having[0] if names and len(having) == 1 else None


def counted_name(items: Sequence[Heading], language: str) -> str:
    """Return how many items a list has, and of what it is: 4 กลุ่ม, "4 groups"."""
    thai, english = NAMES[items[0].row]
    return f"{len(items)} {thai}" if language == "th" else f"{len(items)} {english}s"


def _met(words: str, asked_in: str, item: Heading, span: Span) -> float:
    return 1 - unmet(words, asked_in, item.hit.passage.text[slice(*span)], item.hit.language)


def _name(row: int, rank: int, language: str) -> str:
    thai, english = NAMES[row]
    if language == "th":
        return f"{thai}สุดท้าย " if rank == LAST else f"{thai}ที่ {rank} "
    return f"The last {english}: " if rank == LAST else f"{english.capitalize()} {rank}: "


def ranked(question: Question, item: Heading) -> str:
    """Return what begins an item where a question names it by its rank: กลุ่มที่ 3 for 3)."""
    rank = asked_item(*_said(question))
    return _name(item.row, rank, item.hit.language) if rank and not item.spelt else ""


def _said(question: Question) -> tuple[str, str]:
    return question.text, question.language


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
    return row_of(noun, question.language), count_before(plain, start)
