"""Repeated: who a question names already is no answer to who.

"Who is Rachada Thanadirek's superior?" is not answered by น.ส.รัชดา ธนาดิเรก.
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


def repeats(question: Question, words: str, language: str) -> bool:
    """Tell whether a span is only the name of a person whom the question names.

    Args:
        question: The question; one that offers several may be answered by one of them.
        words: The span as its source writes it.
        language: The source's language.
    """
    asked = normalise(question.text).text
    if question.kind != "who" or _OFFERED.search(asked):
        return False
    plain = normalise(words).text.strip(" ,.;:'\"“”()")
    names = names_in(plain, language, doubtful=True)
    if len(names) != 1 or names[0].country or not _alone(names[0], plain):
        return False
    return _has(asked, question.language, names[0])


def _alone(name: Name, plain: str) -> bool:
    """Tell whether nothing but titles stands beside a name."""
    before = re.sub(THAI_TITLES, " ", plain[: name.start]).casefold()
    titles = all(word.strip(".,") in TITLES for word in before.split())
    return titles and not plain[name.end :].strip(" .,")


def _has(asked: str, language: str, name: Name) -> bool:
    """Tell whether a question has every part of a name."""
    parts = (replace(name, words=part) for part in name.words.split())
    found = [place(part, asked, language) for part in parts]
    return all(there is not None and there >= 0 for there in found)
