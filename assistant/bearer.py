"""Bearer: the person whose office a span tells, where who it is was asked.

The reader may mark the office alone: "district chief" of "Oraphin Sukkasem, the district chief",
"The society's chairman" of "The society's chairman, Roland Fipps,".
"""

import re

from assistant.named import Name, names_in
from assistant.placing import place
from assistant.question import Question
from sources import normalise

Span = tuple[int, int]
_REACH = 60  # characters on either side in which a name is looked for
_BESIDE = re.compile(r"\s*,?\s*(?:the |an? |who is |ซึ่งเป็น|ในฐานะ)?\s*")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Captain)\.?\s$")


def bearer(question: Question, text: str, span: Span, language: str) -> Span:
    """Return the name that stands right beside an office; the span where there is none.

    Args:
        question: The question.
        text: The passage.
        span: Characters of it.
        language: Its language.
    """
    words = normalise(text[slice(*span)]).text
    if question.kind != "who" or not words or _has_person(words, language):
        return span
    low = max(0, span[0] - _REACH)
    near = normalise(text[low : span[1] + _REACH])
    for name in names_in(near.text, language):
        start, end = (low + at for at in near.raw_span(name.start, name.end))
        gap = text[end : span[0]] if end <= span[0] else text[span[1] : start]
        beside = end <= span[0] or span[1] <= start
        if not beside or not _is_person(name, language) or not _BESIDE.fullmatch(_bare(gap)):
            continue
        if place(name, normalise(question.text).text, question.language) is None:
            return start, end
    return span


def _has_person(words: str, language: str) -> bool:
    return any(_is_person(name, language) for name in names_in(words, language, doubtful=True))


def _is_person(name: Name, language: str) -> bool:
    """Tell whether a name is a person's; of an English one all that can be told is its form."""
    if language == "th":
        return name.person
    parts = name.words.split()
    return not name.country and 1 < len(parts) < 5 and all(part[:1].isupper() for part in parts)


def _bare(gap: str) -> str:
    """Return what stands between a name and an office without the name's title."""
    return _TITLED.sub("", gap)
