"""Totals: of two counts of one thing the total answers, unless what is asked names the part.

"How many documents will be signed?" is told by the 17 in all, not by the two of one day.
"""

import re
from collections.abc import Sequence

from assistant.candidate import Candidate
from assistant.counted import placed
from assistant.question import Question
from sources import normalise

_TOTAL = re.compile(
    r"ทั้งสิ้น|ทั้งหมด|ทั้งหลาย|รวมกัน|โดยรวม|รวม(?:แล้ว|เป็น)?\s?$"
    r"|\b(?:in (?:all|total)|all told|altogether|total(?:s|led|ling)?|sum of|overall)\b"
)
_BEFORE, _AFTER = 28, 14  # characters around a number in which it is called the total
SURE = 1.0  # of the reader's logits, from which a span that ranks lower may answer too


def total_first(question: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates with the total in front where the first is a part of it.

    Both count the same thing in one document, and the sentence of the total speaks of no less
    that is asked about.

    Args:
        question: The question.
        ranked: What may answer it, best first.
    """
    first, others = ranked[:1], ranked[1:]
    part = _count(first[0]) if first and question.kind == "how_many" else None
    for one in others if part else ():
        whole = _count(one)
        same = whole and part and whole[1] == part[1] and whole[0] > part[0]
        if same and _answers_too(one, first[0]):
            return [one, *(other for other in ranked if other is not one)]
    return list(ranked)


def _count(candidate: Candidate) -> tuple[int, str] | None:
    """Return how many of what a span tells, if that is one thing and the number a whole one."""
    plain = normalise(candidate.words).text.casefold()
    counts = list(placed(plain, candidate.hit.language))
    if len(counts) != 1 or not counts[0].number.isdigit():
        return None
    thing = counts[0].unit or plain[counts[0].digits :].strip()
    return (int(counts[0].number), thing) if thing else None


def _answers_too(total: Candidate, part: Candidate) -> bool:
    one, other = total.features, part.features
    if total.hit.passage.document_id != part.hit.passage.document_id or one.reader < SURE:
        return False
    missing = (
        (one.clash, other.clash),
        (one.strange, other.strange),
        (one.unmet, other.unmet),
        (one.apart, other.apart),
        (other.fits, one.fits),
    )
    return all(here <= there for here, there in missing) and _called_total(total)


def _called_total(candidate: Candidate) -> bool:
    text = candidate.hit.passage.text
    before = text[max(0, candidate.start - _BEFORE) : candidate.start]
    after = text[candidate.end : candidate.end + _AFTER]
    return any(_TOTAL.search(normalise(words).text.casefold()) for words in (before, after))
