"""Turning: one deed told from its other side. What A sells to B, B buys from A.

Who parts with something, or wins, and who comes by it, or loses, is read off the verb and the words
that bring in the other one; told of the same people by the other verb, it is the same deed.
"""

import re
from dataclasses import dataclass

from assistant.named import names_in
from assistant.placing import place
from assistant.polarity import speaks_of

_REACH = 70  # characters of a phrase
# Verbs by which the first of two is told of and those by which the second is, in either language,
# and whether the other one follows without a word between.
_DEEDS = (
    (
        r"\b(?:sells?|sold|selling|sale)\b|(?<!ซื้อ)ขาย",
        r"\b(?:buys?|bought|buying|acquir\w+|purchas\w+)\b|(?<!เห็น)ซื้อ(?!ขาย)",
        False,
    ),
    (
        r"\b(?:gave|gives?|given|donat\w+|award\w+|handed|grant(?:s|ed))\b|มอบ|บริจาค",
        r"\b(?:receiv\w+|got)\b|ได้รับ(?!ความ|การ|ผล|บาดเจ็บ)|รับ(?=มอบ|บริจาค)",
        False,
    ),
    (
        r"\b(?:lends?|lent|lending)\b|ให้(?:กู้|ยืม)|ปล่อยกู้",
        r"\bborrow\w*|(?<!ให้)(?<!ปล่อย)(?:กู้(?!คืน|ภัย|ชีพ)|ยืม)",
        False,
    ),
    (
        r"\b(?:beat|beats|beaten|defeat(?:s|ed)?|won against|w[io]ns?)\b|(?:เอา)?ชนะ(?!เลิศ)|โค่น",
        r"\b(?:los(?:es?|t|ing) to|lost|loses)\b|พ่าย|แพ้",
        True,
    ),
    (
        r"\bpreced(?:es?|ed)\b|\b(?:held|had) the \w+ before\b|ดำรงตำแหน่งก่อน",
        r"\b(?:succeed(?:s|ed)|took over from|replac(?:es|ed))\b|ต่อจาก|สืบตำแหน่ง",
        True,
    ),
)
_COMPILED = [
    (re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE), direct) for a, b, direct in _DEEDS
]
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)(?: \w+ly)?\s$|ถูก$")
_END = re.compile(r"[,;.]|\b(?:in|for|at|on|after|before|when|who|which)\b|ซึ่ง|เมื่อ|ด้วย|เป็นเงิน|ใน")
_BROUGHT = {
    "by": re.compile(r"\bby\b|โดย"),
    "to": re.compile(r"\bto\b|ให้(?:แก่|กับ)?|แก่"),
    "from": re.compile(r"\bfrom\b|จาก"),
}


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is told of a deed: which of the two by, and the words for the first and the second."""

    told_of_first: bool
    first: str
    second: str


def same_deed(claim: str, spoken: str, evidence: str, written: str) -> int:
    """Tell whether a claim gives the two of a deed the parts that its evidence gives them.

    Args:
        claim: The claim, normalised.
        spoken: Its language.
        evidence: The evidence, likewise.
        written: Its language.

    Returns:
        1 if it does and tells of the deed from the other side, -1 if the parts are exchanged from
        whichever side it is told, 0 if neither is seen.
    """
    for givers, takers, direct in _COMPILED:
        ours, theirs = (_deed(text, givers, takers, direct=direct) for text in (claim, evidence))
        if not ours or not theirs:
            continue

        def met(words: str, there: str, other: str) -> bool:
            if not words or not there:
                return False
            return speaks_of(words, spoken, there, written, besides=other, its=written) or _names(
                words, spoken, there, other, written
            )

        straight = met(ours.first, theirs.first, theirs.second)
        straight = straight or met(ours.second, theirs.second, theirs.first)
        crossed = met(ours.first, theirs.second, theirs.first)
        crossed = crossed or met(ours.second, theirs.first, theirs.second)
        if straight != crossed:
            turned = ours.told_of_first != theirs.told_of_first
            return -1 if crossed else int(turned)
    return 0


def _names(words: str, spoken: str, there: str, other: str, written: str) -> bool:
    """Tell whether a text, and not another, has a name of some words."""
    return any(
        (at := place(name, there, written)) is not None
        and at >= 0
        and place(name, other, written) is None
        for name in names_in(words, spoken)
    )


def _deed(
    text: str, givers: re.Pattern[str], takers: re.Pattern[str], *, direct: bool
) -> _Deed | None:
    """Return the deed of a text that has a verb of one side only."""
    giving, taking = givers.search(text), takers.search(text)
    if bool(giving) == bool(taking):
        return None
    verb = giving or taking
    assert verb
    before, after = text[: verb.start()][-_REACH:], text[verb.end() :]
    brought = {word: _phrase(after, pattern) for word, pattern in _BROUGHT.items()}
    passive = bool(_PASSIVE.search(before))
    doer = brought["by"] if passive else before
    other = brought["to" if giving else "from"]
    if direct and not other:
        other = before if passive else brought["to"] or _cut(after)
    return _Deed(True, doer, other) if giving else _Deed(False, other, doer)


def _phrase(text: str, bringing: re.Pattern[str]) -> str:
    found = bringing.search(text)
    return _cut(text[found.end() :]) if found else ""


def _cut(text: str) -> str:
    if _END.match(text.lstrip()):
        return ""
    end = _END.search(text, 3)
    return text[: min(end.start() if end else _REACH, _REACH)]
