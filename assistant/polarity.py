"""Polarity: clauses that speak of the same, and whether just one of them is negated."""

import re
from itertools import zip_longest

from assistant.coverage import content_words, unmet
from assistant.named import names_in
from assistant.numbers import stated
from index import clause_spans

NEGATION = {
    "th": re.compile(
        r"ไม่(?!เกิน|น้อยกว่า|ต่ำกว่า|ว่า|เพียง(?!พอ)|นาน|แพ้|ให้|ถึง|กี่|เสียค่า|คิดค่า|"
        r"จำเป็นต้อง)(?:ได้|เคย|มีใคร|มีผู้|มี|ใช่)?|มิได้|มิใช่|ปราศจาก|"
        r"ยกเว้น|ห้าม|ปฏิเสธ|"
        r"(?:(?<![\u0e01-\u0e4e])|(?<=ให้)|(?<=ควร)|(?<=ต้อง))งด(?!งาม|ออกเสียง)|ขาดแคลน"
    ),
    "en": re.compile(
        r"\b(?:not(?! only)|no(?! (?:\w+er|more|less) than|\.)|never|none|nothing|nobody|"
        r"neither|nor|without|cannot|stay\w* out of|fail\w* to|refus\w*(?: to)?|declin\w* to|"
        r"except|unless|rather than|turn(?:s|ed)? down|reject\w*|veto\w*|"
        r"doubt\w*|forbid\w*|ban(?:s|ned)?|prohibit\w*|den(?:y|ied|ies)|yet to|lack(?:s|ed)?)"
        r"\b|n't\b|(?=\b[a-z]+-free\b)|(?=\bun(?:able|paid|sold|built|used|hurt|harmed|injured|"
        r"finished|changed|affected|answered|registered|licensed|opened|touched|solved)\b)"
    ),
}
# What is missing is told before the word for it; Thai tells it after.
_MISSING = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:still |yet )?(?:missing|pending|lacking|absent)\b"
)
# No woman did before her: she is the first.
_NEVER_BEFORE = re.compile(
    r"\b(?:no|not|never|none|nobody|n't)\b.*\b(?:before|previously|until|earlier|ever)\b|\bnever\b"
    r"|ไม่เคย|ยังไม่มี|ไม่มี(?:ใคร|ผู้ใด|\S*ใด)?\S*(?:ก่อน|เคย)"
)
_FIRST = re.compile(r"\bfirst\b|แรก")
_ENGLISH_BORDER = re.compile(r"[,;:]\s+|\s+(?=(?:and|but|while|although|though|whereas)\b)")
_SHORT = {"th": 14, "en": 12}  # characters; a shorter piece belongs to the one after it
_SCOPE = {"th": 24, "en": 36}  # characters after a negation that it may concern
_REASON = re.compile(r"\s*(?:because|since|as)\b|\s*(?:เพราะ|เนื่องจาก)")  # tells of something else
_ONLY = re.compile(r"\bonly\b|เฉพาะ|เท่านั้น|มีแต่")
_NEXT_CLAUSE = {
    "th": re.compile(r"(?<=[^\s].{7})\s|เพราะ|เนื่องจาก"),
    "en": re.compile(r"[,;:.](?=\s|$)|\b(?:because|since)\b"),
}


def clauses(text: str, language: str) -> list[str]:
    """Return the clauses of a normalised text; none so short that it says nothing alone."""
    if language == "th":
        pieces = _thai_pieces(text)
    else:
        pieces = [
            piece
            for a, b in clause_spans(text, language)
            for piece in _ENGLISH_BORDER.split(text[a:b])
        ]
    joined: list[str] = []
    pending = ""
    for piece in pieces:
        pending = f"{pending} {piece}".strip()
        if len(pending) >= _SHORT[language]:
            joined.append(pending)
            pending = ""
    if pending:
        joined[-1:] = [f"{joined[-1]} {pending}" if joined else pending]
    return joined


def _thai_pieces(text: str) -> list[str]:
    """Return the pieces between the blanks that part clauses, first and last names together."""
    spans = clause_spans(text, "th")
    names = [(name.start, name.end) for name in names_in(text, "th")]
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and any(a < kept[-1][1] and start < b for a, b in names):
            kept[-1] = kept[-1][0], end
        else:
            kept.append((start, end))
    return [text[a:b] for a, b in kept]


def deciding(words: str, spoken: str, pieces: list[str], written: str) -> str:
    """Return the piece of a text that speaks most of some words; the first of equals."""
    figures = stated(words).numbers

    def nearness(piece: str) -> float:
        shared = len(figures & stated(piece).numbers)
        # Words both ways: a long piece meets more of them by chance.
        back = unmet(piece, written, words, spoken)
        return unmet(words, spoken, piece, written) + 0.5 * back - 0.5 * shared

    return min(pieces, key=nearness, default="")


def turned(claim: str, spoken: str, evidence: str, written: str) -> bool:
    """Tell whether one of two texts negates what the other affirms.

    A negation counts only if the other text, too, speaks of what it negates.

    Args:
        claim: The claim, normalised, in lower case.
        spoken: Its language.
        evidence: The evidence, likewise.
        written: Its language.
    """
    if (_NEVER_BEFORE.search(claim) and _FIRST.search(evidence)) or (
        _NEVER_BEFORE.search(evidence) and _FIRST.search(claim)
    ):
        return False
    pieces, parts = clauses(evidence, written), clauses(claim, spoken)
    every = [scope for part in parts for scope in _negated(part, spoken)]
    # Why something is only so tells what is not so; it counts where a claim leaves out the limit.
    limited = bool(_ONLY.search(evidence)) and not _ONLY.search(claim)
    shown_by = [deciding(part, spoken, pieces, written) for part in parts]
    answered = {
        shown
        for part, shown in zip(parts, shown_by, strict=True)
        if _negated(part, spoken) and _negated(shown, written)
    }
    for part, shown in zip(parts, shown_by, strict=True):
        ours, theirs = _negated(part, spoken), _negated(shown, written)
        others = [
            (piece, scope)
            for piece in pieces
            if piece != shown
            for scope in _negated(piece, written)
        ]
        if ours:
            shared = any(_alike(one, spoken, other, written) for one in ours for _, other in others)
            if not theirs and not shared and speaks_of(ours[0], spoken, shown, written):
                return True
            if len(theirs) > len(ours) and _left_out(every, spoken, theirs, written, part):
                return True
            continue
        if any(speaks_of(scope, written, part, spoken) for scope in theirs[:1]) or any(
            speaks_of(scope, written, part, spoken, besides=shown, its=written)
            for piece, scope in others
            if piece not in answered and (limited or not _REASON.match(piece))
            # What the claim negates as well, in another clause, is no matter of this one.
            if not any(_alike(one, spoken, scope, written) for one in every)
        ):
            return True
    return False


def speaks_of(
    words: str, spoken: str, text: str, written: str, *, besides: str = "", its: str = ""
) -> bool:
    """Tell whether a text has any of some words, of those that can be told across languages.

    Args:
        words: The words.
        spoken: Their language.
        text: The text.
        written: Its language.
        besides: Words that this has as well do not count.
        its: The language of that; the text's if empty.
    """
    return any(
        len(word) > 1
        and unmet(word, spoken, "", written) == 1
        and unmet(word, spoken, text, written) == 0
        and not (besides and unmet(word, spoken, besides, its or written) == 0)
        for word, _ in content_words(words)
    )


def _alike(one: str, spoken: str, other: str, written: str) -> bool:
    return speaks_of(one, spoken, other, written) or speaks_of(other, written, one, spoken)


def _left_out(ours: list[str], spoken: str, theirs: list[str], written: str, part: str) -> bool:
    """Tell whether a clause says without its negation what the evidence only says with it."""
    return any(
        speaks_of(scope, written, part, spoken)
        and not any(_alike(one, spoken, scope, written) for one in ours)
        for scope in theirs
    )


def _negated(text: str, language: str) -> list[str]:
    """Return what each negation of a clause negates; a blank where nothing follows it."""
    found = list(NEGATION[language].finditer(text))
    scopes = []
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(text)
        scope = text[match.end() : end][: _SCOPE[language]]
        scopes.append(_NEXT_CLAUSE[language].split(scope)[0] or " ")
    missing = _MISSING.finditer(text) if language == "en" else ()
    before = [text[: match.start()][-_SCOPE[language] :] for match in missing]
    return [*scopes, *before]
