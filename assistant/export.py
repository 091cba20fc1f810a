"""Export: a conversation as Markdown for people and as JSON for programs."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime, tzinfo
from typing import Any

from assistant.answer import Citation, Claim
from assistant.conversations import Conversation
from assistant.dates import both_eras
from assistant.exchange import Exchange, Library, Standing, nearest_citation, standings
from assistant.kept_strings import (
    BEGUN,
    CHARACTERS,
    CONVERSATION,
    NEAREST_PASSAGE,
    QUESTION_HEADING,
    STANDING,
    STOPPED,
    SUGGESTED,
    UNANSWERED,
    UNDERSTOOD,
)
from assistant.numbering import cited, doubted
from assistant.strings import UNCONFIRMED

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$&!@^=]|:(?=//)|(?<=\b[wW]{3})\.")
_BEGINNING = re.compile(r"^(?:[-+:]|\d{1,9}(?=[.)]))")  # of a list, a rule or a definition
_CLOCK = {"th": "{day} {year} เวลา {time:%H.%M} น.", "en": "{day} {year}, {time:%H:%M}"}

Standings = Mapping[str, Standing]


def conversation_markdown(
    conversation: Conversation, language: str, library: Library, zone: tzinfo | None = None
) -> str:
    """Return a conversation as Markdown; texts of others have no power in it.

    Args:
        conversation: What was asked and answered.
        language: Language of the headings.
        library: Where the sources are: a citation of one that changed since, or went, says so.
        zone: Zone of the times; by default that of this machine.

    Raises:
        StoreError: The index cannot be read.
    """
    when = moment(conversation.begun_at, language, zone)
    parts = [f"# {CONVERSATION[language]}", BEGUN[language].format(when=when)]
    for number, told in enumerate(conversation.turns, start=1):
        parts.append(f"## {QUESTION_HEADING[language].format(number=number)}")
        parts.append(escaped(told.question))
        parts += _reply(told, language, standings(told, library))
    return "\n\n".join(parts) + "\n"


def conversation_json(conversation: Conversation, library: Library) -> str:
    """Return a conversation as JSON, with ``id``, ``begun_at`` and a list ``turns``.

    Of each turn it has all that is kept; a citation tells in ``standing`` whether its document is
    ``current``, ``changed`` (then ``newer`` is the id of the version there now) or ``removed``.

    Raises:
        StoreError: The index cannot be read.
    """
    turns = [_record(told, standings(told, library)) for told in conversation.turns]
    about = {"id": conversation.id or None, "begun_at": conversation.begun_at}
    return json.dumps({**about, "turns": turns}, ensure_ascii=False, indent=1)


def moment(at: str, language: str, zone: tzinfo | None = None) -> str:
    """Write a moment with its year in both eras.

    Args:
        at: When, in UTC (ISO 8601).
        language: ``th`` or ``en``.
        zone: Where the reader is; by default where this machine is.
    """
    from babel.dates import format_date  # half a tenth of a second, which a question need not wait

    time = datetime.fromisoformat(at).astimezone(zone)
    day = format_date(time, "d MMMM", locale=language)
    return _CLOCK[language].format(day=day, year=both_eras(time.year, language), time=time)


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it is, line by line."""
    return "  \n".join(_line(line.strip()) for line in text.strip().splitlines())


def _line(line: str) -> str:
    safe = _MARKS.sub(r"\\\g<0>", line)
    found = _BEGINNING.match(safe)
    if not found:
        return safe
    begun = found.group()
    # A number keeps its digits: what makes it a list is the mark behind it.
    return f"{begun}\\{safe[found.end() :]}" if begun[0].isdigit() else f"\\{safe}"


def _reply(told: Exchange, language: str, standing: Standings) -> Iterator[str]:
    answer = told.answer
    if answer:
        if answer.standalone:
            yield UNDERSTOOD[language].format(question=escaped(answer.standalone))
        yield escaped(answer.text or answer.short)
        if answer.note:
            yield escaped(answer.note)
        if answer.unconfirmed:
            yield escaped(UNCONFIRMED[answer.language])
            yield "\n".join(f"- {escaped(text)}" for text in doubted(answer))
    else:
        yield from (escaped(claim.text) for claim in told.verified)
        ended = STOPPED if told.stopped else UNANSWERED
        yield escaped(told.problem) if told.problem else ended[language]
    for number, citation in enumerate(cited(told.shown), start=1):
        yield _cited(f"\\[{number}\\]", citation, language, standing)
    found = nearest_citation(answer)
    if found:
        yield _cited(f"{NEAREST_PASSAGE[language]}:", found, language, standing)
    if answer and answer.suggestion:
        yield SUGGESTED[language].format(question=escaped(answer.suggestion))


def _cited(head: str, citation: Citation, language: str, standing: Standings) -> str:
    place = CHARACTERS[language].format(start=citation.start, end=citation.end)
    state = standing[citation.document_id].state
    mark = "" if state == "current" else f" — {STANDING[state][language]}"
    quote = "\n".join(f"> {line}" for line in escaped(citation.quote).split("\n"))
    return f"{head} {escaped(citation.title)} ({place}){mark}\n\n{quote}"


def _record(told: Exchange, standing: Standings) -> dict[str, Any]:
    stated = cited(told.shown)
    numbers = {_span(citation): number for number, citation in enumerate(stated, start=1)}

    def claims(of: Iterable[Claim]) -> list[dict[str, Any]]:
        return [
            {"text": claim.text, "citations": [numbers[_span(each)] for each in claim.citations]}
            for claim in of
        ]

    found = nearest_citation(told.answer)
    return {
        "question": told.question,
        "asked_at": told.at,
        **_facts(told),
        "claims": claims(told.claims),
        "unconfirmed": claims(told.answer.unconfirmed if told.answer else ()),
        "citations": [_stood(citation, standing) for citation in stated],
        "nearest": _stood(found, standing) if found else None,
    }


def _facts(told: Exchange) -> dict[str, Any]:
    if told.answer is None:
        return {"answer": None, "problem": told.problem or None, "stopped": told.stopped}
    facts = told.answer.to_json()
    apart = ("claims", "unconfirmed", "passages")
    return {name: facts[name] for name in facts if name not in apart}


def _stood(citation: Citation, standing: Standings) -> dict[str, Any]:
    stands = standing[citation.document_id]
    return {**asdict(citation), "standing": stands.state, "newer": stands.newer}


def _span(citation: Citation) -> tuple[str, int, int]:
    return citation.document_id, citation.start, citation.end
