"""Sized: a list that is asked for by the number of its items is told by so many.

"Which two publishers?" is not answered by "two publishers", the four provinces by a lake not by
six that the source introduces as six, nor by a plain list of six names.
"""

import re
from functools import lru_cache

from assistant.counted import placed, unit_of
from assistant.countries import countries_in
from assistant.derived import items_of
from assistant.numbers import stated
from assistant.question import Question
from sources import normalise

_COUNTRY = "ประเทศ"
_MOST = 20  # items of a list that a question counts
_FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1\\d"
_NOUNS = r"(?:(?!of\b)[\w-]+ ){0,2}?(?!was\b|has\b|does\b|its\b|this\b)[a-z]+(?<!s)s\b"
_ENGLISH = re.compile(
    r"\b(?:which|what|name|list|(?:tell|give|show) (?:me|us))(?: are| were|'re)? "
    rf"(?:(?:the|all|these|those|other) )*(?P<asked>(?:{_FEW}) {_NOUNS})"
    rf"|^(?:all |both )?(?:of )?(?:the |these |those )?(?P<bare>(?:{_FEW}) {_NOUNS})"
    rf"|\b(?P<told>(?:{_FEW}) {_NOUNS})[^?]*[.?!,;–—-] *(?:so |and )?"
    r"(?:which|what) (?:ones|(?:are|were) they)\b"
)
# Before a number of which some are asked for, or that is none of the list's: ใน 17 ฉบับ.
_AMONG = re.compile(r"(?:ใน|จาก|ของ|กับ|ที่|ถึง|กว่า|เกิน|ละ|ต่อ|อีก|ระหว่าง)\s?$")
_NO_SIZE = frozenset(["ฝ่าย", "ครั้ง", "วัน", "ปี", "เดือน"])  # สองฝ่าย is bilateral
_INTRODUCED = 40  # characters before a list in which its source says how many they are
_NAME = 24  # characters of a plain item
_BETWEEN = re.compile(r",? (?:and |or |และ|กับ|หรือ)|, |(?<=[\u0e01-\u0e4e]) ")
_NOT_PLAIN = re.compile(r"[()\d–-]|และ|กับ|หรือ|\band\b|\bor\b|\bwith\b")


@lru_cache(maxsize=64)  # it is asked of every span
def asked_size(question: Question) -> tuple[int, str]:
    """Return of how many things a question asks which they are, and their Thai unit if known.

    0 if it does not say.
    """
    plain = normalise(question.text).text.casefold()
    if question.language == "th":
        return _thai_size(plain) if question.kind == "list" else (0, "")
    match = _ENGLISH.search(plain) if question.kind in ("list", "which", "who") else None
    words = next(filter(None, match.groups()), "") if match else ""
    numbers = [number for number in stated(words).numbers if number.isdigit()]
    return (int(numbers[0]), unit_of(words.partition(" ")[2])) if len(numbers) == 1 else (0, "")


def of_another_size(question: Question, text: str, span: tuple[int, int], language: str) -> bool:
    """Tell whether a span lists another number of things than a question asks for.

    So does one that only says the number again: "two publishers" for which two.

    Args:
        question: The question.
        text: The passage.
        span: Characters of it.
        language: Its language.
    """
    size, unit = asked_size(question)
    if not size:
        return False
    plain = normalise(text[slice(*span)]).text
    if stated(plain).numbers == {str(size)} and len(items_of(plain, language)) == 1:
        return True
    before = normalise(text[max(0, span[0] - _INTRODUCED) : span[0]]).text.casefold()
    said = [one for one in placed(before, language) if one.unit] if unit else []
    if said and said[-1].unit == unit and said[-1].number.isdigit():
        return int(said[-1].number) != size
    return _plain_items(plain) > size


def of_asked_size(question: Question, words: str, language: str) -> bool:
    """Tell whether words list as many countries as a question asks which they are.

    Args:
        question: The question.
        words: The span as its source writes it.
        language: The source's language.
    """
    size, unit = asked_size(question)
    items = items_of(normalise(words).text, language) if size and unit == _COUNTRY else []
    return len(items) == size > 0 and all(countries_in(item, language) for item in items)


def _plain_items(plain: str) -> int:
    """Return how many items a list has; 0 unless each is so plain that none can be two or half."""
    pieces = [piece for piece in _BETWEEN.split(plain) if piece]
    certain = all(len(piece) <= _NAME and not _NOT_PLAIN.search(piece) for piece in pieces)
    return len(pieces) if certain else 0


def _thai_size(plain: str) -> tuple[int, str]:
    counts = [
        one
        for one in placed(plain, "th")
        if one.unit not in ("", *_NO_SIZE)
        and one.number.isdigit()
        and not _AMONG.search(plain[: one.start])
    ]
    if len(counts) != 1 or not 1 < int(counts[0].number) <= _MOST:
        return 0, ""
    return int(counts[0].number), counts[0].unit
