"""Cloze: a claim asked as questions, each with one of its facts left out.

After QAFactEval (Fabbri et al., 2022): where the reader finds another fact than the claim's in the
evidence, the claim has mixed something up. Both languages may ask in place: "sent how many boats".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.dates import find_dates
from assistant.named import Name, names_in
from assistant.numbers import agree, stated
from assistant.placing import place
from assistant.reading import Reader, Span
from sources import normalise

SURE = 0.0  # logits from which what the reader finds is held against the claim
# Logits by which the claim's fact may lie behind. Measured on evals/claims/claims.jsonl: nearer
# than that the reader mixes up two facts of one sentence as often as a claim does.
BEHIND = {"name": 4.0, "date": 4.0, "number": 3.0}
QUESTIONS = 5  # asked of a claim at most
_NUMBER = re.compile(
    r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d-])"
    r"|(?i:(?<!hundred )(?<!hundred and )\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)\b"
    r"(?! (?:hundred|thousand)))"
)
_WHERE = re.compile(r"(?:\b(?:in|at|near|from|to|into)\s+(?:the\s+)?|จังหวัด|อำเภอ|เมือง|ที่|เขื่อน)$")
# Where one statement ends and another begins; asked together they confuse the reader.
_PARTS = re.compile(r",?\s+(?=(?:while|but|whereas)\b|ส่วน|แต่|ขณะที่)|;\s+|\s+and\s+(?=\d)")
_AFTER = 14  # characters after a span that may hold the scale of its number
_ASKING = {
    "en": {"number": "how many", "date": "when", "country": "which country", "who": "who",
           "where": "where"},
    "th": {"number": "กี่", "date": "เมื่อใด", "country": "ประเทศใด", "who": "ใคร", "where": "ที่ใด"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that a claim answers with one of its facts.

    Attributes:
        question: The claim with that fact left out.
        kind: ``number``, ``date`` or ``name``.
        fact: The words left out.
        name: The name left out, if it is one.
    """

    question: str
    kind: str
    fact: str
    name: Name | None = None


def gaps(claim: str, language: str) -> list[Gap]:
    """Return the questions that a normalised claim answers, names first, then figures."""
    asking = _ASKING[language]
    parts = [part for part in _PARTS.split(claim) if part.strip()]
    named = [gap for part in parts for gap in _names(part, language, asking)]
    return [*named, *(gap for part in parts for gap in _figures(part, asking))][:QUESTIONS]


def contradicted(claim: str, spoken: str, evidence: str, written: str, reader: Reader) -> str:
    """Return the kind of the first fact for which the reader finds another; empty if none.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: What is read, normalised.
        written: Its language.
        reader: The reader.
    """
    for gap in gaps(claim, spoken):
        (spans,) = reader.read(gap.question, [evidence])
        whole = Span(0, len(evidence), 0.0)
        if (
            spans
            and _has(gap, evidence, whole, written)
            and not _confirmed(gap, spans, evidence, written)
        ):
            return gap.kind
    return ""


def _names(claim: str, language: str, asking: dict[str, str]) -> Iterator[Gap]:
    for name in names_in(claim, language):
        if name.adjective:
            continue
        before = claim[: name.start]
        if name.country:
            word = asking["country"]
        elif not name.person and _WHERE.search(before):
            word = asking["where"]
            before = _WHERE.sub(
                lambda match: match[0] if match[0].strip() == "from" else "", before
            )
        else:
            word = asking["who"]
        yield Gap(_asked(before, word, claim[name.end :]), "name", name.words, name)


def _figures(claim: str, asking: dict[str, str]) -> Iterator[Gap]:
    dates = find_dates(claim)
    for date in dates:
        before = re.sub(r"(?:\bon|\bin|เมื่อ|เมื่อวันที่|วันที่|ในปี|ปี)\s*$", "", claim[: date.start])
        yield Gap(
            _asked(before, asking["date"], claim[date.end :]),
            "date",
            claim[date.start : date.end],
        )
    for match in _NUMBER.finditer(claim):
        if not any(date.start < match.end() and match.start() < date.end for date in dates):
            before, word = claim[: match.start()], asking["number"]
            if before.rstrip().endswith("ร้อยละ"):
                word = "เท่าใด"
            fact = match.group() + claim[match.end() :][:_AFTER]
            yield Gap(_asked(before, word, claim[match.end() :]), "number", fact)


def _asked(before: str, word: str, after: str) -> str:
    return f"{before}{word}{after}".strip().rstrip(".") + ("?" if word.isascii() else "")


def _confirmed(gap: Gap, spans: list[Span], evidence: str, written: str) -> bool:
    """Tell whether the reader's first span has the fact left out, or nothing of its sort."""
    best = spans[0]
    if best.score < SURE:
        return True
    near = [span for span in spans if best.score - span.score < BEHIND[gap.kind]]
    if any(_has(gap, evidence, span, written) for span in near):
        return True
    return not _another(gap, evidence, best, written)


def _has(gap: Gap, evidence: str, span: Span, written: str) -> bool:
    words = evidence[span.start : span.end]
    if gap.name:
        return place(gap.name, words, written) is not None
    if gap.kind == "date":
        dates = stated(gap.fact).dates
        return any(agree(one, other) for one in dates for other in stated(words).dates)
    return bool(_value(gap.fact) & _values(evidence[span.start : span.end + _AFTER]))


def _another(gap: Gap, evidence: str, span: Span, written: str) -> bool:
    words = evidence[span.start : span.end]
    if gap.name and not gap.name.country and re.search(r"\b[A-Z]", words):
        return True
    if gap.name:
        return any(
            name.sort == gap.name.sort and not name.adjective for name in names_in(words, written)
        )
    return bool(stated(words).dates if gap.kind == "date" else stated(words).numbers)


def _values(words: str) -> frozenset[str]:
    known = stated(normalise(words).text)
    return known.numbers | known.ordinals


def _value(words: str) -> frozenset[str]:
    """Return the number that words begin with, with its scale and without."""
    whole = _values(words)
    return whole | _values(words.split()[0]) if words.split() else whole
