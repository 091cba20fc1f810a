"""Export: a conversation as Markdown for people and as JSON for programs."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from assistant import Citation
from ui.reply import citations
from ui.strings import say
from ui.turn import Turn

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$&!@^=]|:(?=//)|(?<=\b[wW]{3})\.")
_BEGINNING = re.compile(r"^(?:[-+:]|\d{1,9}(?=[.)]))")  # of a list, a rule or a definition


def conversation_markdown(turns: Sequence[Turn], language: str) -> str:
    """Return a conversation as Markdown; texts of others have no power in it.

    Args:
        turns: Questions with their answers, or with what was wrong.
        language: Language of the headings.
    """
    parts = [f"# {say(language, 'conversation')}"]
    for number, turn in enumerate(turns, start=1):
        parts.append(f"## {say(language, 'question_heading', number=number)}")
        parts.append(escaped(turn.question))
        parts += _reply(turn, language)
    return "\n\n".join(parts) + "\n"


def conversation_json(turns: Sequence[Turn]) -> str:
    """Return a conversation as JSON: a list ``turns`` with question, answer and citations."""
    return json.dumps({"turns": [_record(turn) for turn in turns]}, ensure_ascii=False, indent=1)


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


def _reply(turn: Turn, language: str) -> Iterator[str]:
    if turn.answer is None:
        yield escaped(turn.problem)
        return
    yield escaped(turn.answer.text or turn.answer.short)
    for number, citation in enumerate(citations(turn.answer), start=1):
        yield _cited(number, citation, language)


def _cited(number: int, citation: Citation, language: str) -> str:
    place = say(language, "characters", start=citation.start, end=citation.end)
    quote = "\n".join(f"> {line}" for line in escaped(citation.quote).split("\n"))
    return f"\\[{number}\\] {escaped(citation.title)} ({place})\n\n{quote}"


def _record(turn: Turn) -> dict[str, Any]:
    answer = turn.answer
    if answer is None:
        return {"question": turn.question, "answer": None, "problem": turn.problem}
    return {
        "question": turn.question,
        "answer": answer.text,
        "short": answer.short,
        "language": answer.language,
        "abstained": answer.abstained,
        "confidence": round(answer.confidence, 4),
        "citations": [asdict(citation) for citation in citations(answer)],
    }
