"""Repeated: who a question names already is no answer to who.

"Who is Rachada Thanadirek's superior?" is not answered by น.ส.รัชดา ธนาดิเรก, nor by her family name.
"""

import re
from dataclasses import replace

from assistant.named import TITLES, Name, names_in
from assistant.placing import place
from assistant.question import Question
from assistant.titles import TITLES as THAI_TITLES
from sources import normalise

# Of what a question offers one may be the answer, and a part of a name may be asked for.
_OFFERED = re.compile(
    r"(?i)หรือ|ระหว่าง|กับ|และ|คนไหน|นามสกุล|ชื่อ(?:เต็ม|จริง|สกุล)|"
    r"\b(?:or|and|between|among|which|either|(?:full|real|last|first|family|given) name|surname)\b"
)


def repeats(question: Question, words: str, sentence: str, language: str) -> bool:
    """Tell whether a span is only the name, or part of it, of a person whom the question names.

    Args:
        question: The question; one that offers several may be answered by one of them.
        words: The span as its source writes it.
        sentence: The sentence around it.
        language: The source's language.
    """
    asked = normalise(question.text).text
    if question.kind != "who" or _OFFERED.search(asked):
        return False
    bare = _untitled(normalise(words).text.strip(" ,.;:'\"“”()"))
    if not bare:
        return True  # nothing but titles
    names = names_in(normalise(sentence).text, language, doubtful=True)
    return any(
        not name.country and _part(bare, name) and _has(asked, question.language, name)
        for name in names
    )


def _untitled(plain: str) -> str:
    """Return words without the titles that they begin with."""
    rest = re.sub(rf"^{THAI_TITLES}", "", plain).split()
    while rest and rest[0].strip(".,").casefold() in TITLES:
        del rest[0]
    return " ".join(rest)


def _part(bare: str, name: Name) -> bool:
    own = _untitled(name.words).split()
    return bool(own) and set(bare.split()) <= set(own)


def _has(asked: str, language: str, name: Name) -> bool:
    """Tell whether a question has the given name of a person; a family name others have too."""
    given = _untitled(name.words).split()[0]
    there = place(replace(name, words=given), asked, language)
    return there is not None and there >= 0
