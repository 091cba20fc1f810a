"""English drafts: questions that a passage answers, by patterns over its sentences."""

import re
from collections.abc import Iterator

from assistant.acronyms import long_form
from assistant.dates import DateSpan, find_dates
from index import Passage

_ACRONYM = re.compile(r"(?<![A-Za-z-])[A-Z]{4,8}(?![A-Za-z-])")
_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)"
_PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof|Mayor|Minister|President|Professor|Governor|General)\.? "
    r"((?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+)(?=[,. ])"
)
_SUBJECT = (
    r"(?P<subject>(?:The|Each|Every) "
    # Those count what was said before.
    r"(?!(?:first|second|third|fourth|fifth|last|other|latter) [a-z]+s? )"
    r"(?:[\w'’-]+ ){0,3}?[\w'’-]+)"
)
_FALL = re.compile(
    rf"{_SUBJECT} (?P<verb>falls?|divides?|is divided|are divided) into {_NUMBER} "
    r"(?P<noun>[a-z]+s)\b"
)
_HAS = re.compile(rf"{_SUBJECT} (?P<verb>has|have|had) {_NUMBER} (?P<noun>(?:[a-z]+ )?[a-z]+s)\b")
_COST = re.compile(rf"{_SUBJECT}(?: [^.;]*? and)? (?P<verb>costs?|cost) (?:US)?[$€£]?\d")
_LIST = re.compile(
    r"^(?P<subject>The [^,.;]{3,45}?) (?P<verb>are|were|include|includes|included)(?::| the)? "
    r"[^.,;]+, [^.;]+ and "
)
_THERE = re.compile(rf"(?i)\bthere (?P<verb>are|were) {_NUMBER} (?P<noun>[a-z]+s)\b")
_DONE = re.compile(
    rf"(?i)^{_NUMBER} (?P<noun>[a-z]+s) (?P<verb>(?:are|were|will be)(?: to be)? [a-z]+(?:ed|en))\b"
)
_TIMED = re.compile(
    r"^(?P<subject>(?:The|This|A|An) (?:[\w'’-]+ ){0,6}?[\w'’-]+) "
    r"(?P<verb>(?:will be|was|were|is to be) "
    r"(?:[a-z]+ed|held|built|begun|made|set up|set|given|chosen|written)|will [a-z]+)"
    r"(?P<place> (?:in|at) [A-Z]\w+(?: [A-Z]\w+)*)?"
    r"\b[^;,:]*\b(?:on|in|from)\s*$"
)
_NEAR = 40  # characters between a long form and its acronym
_TO_COME = re.compile(r"\b(?:will|is|are|to be|shall|begins?|starts?|takes?)\b")


def english_drafts(passage: Passage) -> Iterator[str]:
    """Yield questions that an English passage answers, in the order of its text."""
    text = passage.text
    for start, end in passage.sentences:
        sentence = text[start:end]
        for match in _PERSON.finditer(sentence):
            yield f"Who is {match[1]}?"
        yield from filter(None, [_listed(sentence), *_numbered(sentence)])
        for date in find_dates(sentence):
            if date.days and date.year:
                yield _timed(sentence[: date.start]) or _dated(sentence, date)
    for match in _ACRONYM.finditer(text):
        long = long_form(match.group(), text)
        if long and 0 < match.start() - long[1] < _NEAR:
            yield f"What does {match.group()} stand for?"


def is_vague(draft: str) -> bool:
    """Tell whether a draft asks for whatever happens on a day, which a person rarely would."""
    return draft.startswith(("What happens ", "What happened "))


def _timed(before: str) -> str | None:
    """Ask when, where a date ends a statement such as "The museum was opened on"."""
    match = _TIMED.match(before)
    if not match:
        return None
    auxiliary, *rest = match["verb"].split()
    return f"When {auxiliary} {_lower(match['subject'])} {' '.join(rest)}{match['place'] or ''}?"


def _dated(sentence: str, date: DateSpan) -> str:
    written = re.sub(r"\s*\(.*", "", sentence[date.start : date.end])
    happens = "happens" if _TO_COME.search(sentence) else "happened"
    one_day = date.days is not None and date.days[0] == date.days[1]
    return f"What {happens} {'on' if one_day else 'from'} {written}?"


def _listed(sentence: str) -> str | None:
    """Ask for the list of a sentence such as "The goods on sale include fruit, fish and rice"."""
    match = _LIST.match(sentence)
    if not match or find_dates(match["subject"]):
        return None
    subject, verb = _lower(match["subject"]), match["verb"]
    if verb in ("are", "were"):
        return f"{'Which' if 'countries' in subject else 'What'} {verb} {subject}?"
    auxiliary = {"include": "do", "includes": "does", "included": "did"}[verb]
    return f"What {auxiliary} {subject} include?"


def _numbered(sentence: str) -> Iterator[str]:
    """Ask for numbers: of what there is or has, of groups, and of costs."""
    if match := _FALL.search(sentence):
        subject, verb = _lower(match["subject"]), match["verb"]
        if verb.endswith("divided"):
            yield f"Into how many {match['noun']} {verb.split()[0]} {subject} divided?"
        else:
            auxiliary = "does" if verb.endswith("s") else "do"
            yield f"How many {match['noun']} {auxiliary} {subject} {verb.rstrip('s')} into?"
    if match := _HAS.search(sentence):
        auxiliary = {"has": "does", "have": "do", "had": "did"}[match["verb"]]
        yield f"How many {match['noun']} {auxiliary} {_lower(match['subject'])} have?"
    if match := _COST.search(sentence):
        auxiliary = "does" if match["verb"] == "costs" else "did"
        yield f"How much {auxiliary} {_lower(match['subject'])} cost?"
    for pattern in (_THERE, _DONE):
        if match := pattern.search(sentence):
            tail = "there" if pattern is _THERE else ""
            yield f"How many {match['noun']} {match['verb']} {tail}".rstrip() + "?"


def _lower(subject: str) -> str:
    return subject[0].lower() + subject[1:]
