"""Narrowed: a question for those of a list that lie in a region, or for the others of it.

"Which of the partners is in Africa?" and "Which country signs besides Cuba?" are answered from the
list of all, though no words of the source say where the countries lie.
"""

import re
from dataclasses import dataclass, replace

from assistant.countries import countries_in
from assistant.derived import items_of
from assistant.named import Name, names_in
from assistant.placing import place
from assistant.question import Question, understand
from assistant.regions import region_in
from sources import normalise

_KINDS = frozenset(["which", "list", "who", "what", "where"])
_COUNTRY = (
    r"(?:countr(?:y|ies)|nations?|states?|members?|partners?|signator(?:y|ies)|part(?:y|ies))"
)
_OF_REGION_EN = re.compile(
    r"(?i)\b(?P<before>(?:which|what|an?|the|any|name|list)(?: (?:of the|two|three|one|only))? )"
    rf"@(?:ern)?(?P<noun>(?: [\w-]+)?? {_COUNTRY})\b"
    rf"|(?P<noun_before>\b(?:{_COUNTRY}|them|these|those|ones?)\b)"
    rf" (?:(?:is|are|lies?|comes?|located|situated|based|down|over|out) )*"
    rf"(?:in|from|of|on) (?:the )?(?:continent of |region of )?@"
)
_OF_REGION_TH = re.compile(
    r"(?P<noun>ประเทศ|ชาติ|รัฐ|หุ้นส่วน|คู่เจรจา|ภาคี|สมาชิก)(?P<between>(?:ไหน|ใด|อะไร)?(?:บ้าง)?\s?)"
    r"(?:ที่)?(?:ตั้ง|อยู่|มา)*(?:ใน|จาก|แถบ|แถว|ทาง|ฝั่ง)*(?:ทวีป|ภูมิภาค|แถบ)*@"
)
_BESIDES_EN = re.compile(
    r"(?i)[, ]*\b(?:besides|apart from|other than|in addition to|aside from|except(?: for)?) "
    r"(?P<names>[^,?]+?)"
    r"(?=,|\?|$| (?:which|what|who|did|do|does|is|are|was|were|has|have|will)\b)[, ]*"
)
_BESIDES_TH = re.compile(
    r"นอก(?:จาก|เหนือจาก)\s?(?P<names>\S.*?)\s?(?:แล้ว|ยังมี|มี(?=ประเทศ|ชาติ|ใคร))\s?"
)
_ALL = re.compile(r"(?i)^(which|what) of (the [\w\s-]+\?*)$")
_AN = re.compile(r"\b([Aa])n ")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a question asks of a list.

    Attributes:
        listing: The question for all of the list.
        without: Names that are told in the question and not asked for.
        countries: ISO codes of the countries that are asked for; empty for any.
    """

    listing: Question
    without: tuple[Name, ...] = ()
    countries: frozenset[str] = frozenset()

    def kept(self, words: str, language: str) -> str:
        """Return those of a list that are asked for, joined again.

        Args:
            words: The list as its source writes it.
            language: Its language.

        Returns:
            Empty if it is no list of countries where those of a region are asked for and none of
            it lies there; else if a name that the question leaves out is not in it.
        """
        items = items_of(words, language)
        if self.countries:
            told = [countries_in(item, language) for item in items]
            left = [n for n, found in enumerate(told) if found and found <= self.countries]
            keep = [items[n] for n in left] if all(told) else []
        else:
            met = [[_names(item, name, language) for name in self.without] for item in items]
            keep = [item for item, row in zip(items, met, strict=True) if not any(row)]
            keep = keep if items and all(any(column) for column in zip(*met, strict=True)) else []
        return words if len(keep) == len(items) else _joined(keep, language)

    def beside(self, words: str, language: str) -> bool:
        """Tell whether words name countries only, and none of the region that is asked for."""
        items = items_of(words, language) if self.countries else []
        told = [countries_in(item, language) for item in items]
        return bool(told) and all(told) and not any(found & self.countries for found in told)


def narrowed(question: Question) -> Narrowed | None:
    """Return what a question asks of a list, None if it asks no such thing."""
    if question.kind not in _KINDS:
        return None
    plain = normalise(question.text).text.strip()
    return _besides(question, plain) or _of_region(question, plain)


def _besides(question: Question, plain: str) -> Narrowed | None:
    thai = question.language == "th"
    match = (_BESIDES_TH if thai else _BESIDES_EN).search(plain)
    names = names_in(match["names"], question.language, doubtful=True) if match else ()
    names = tuple(name for name in names if not name.adjective)
    if not match or not names:
        return None
    rest = f"{plain[: match.start()]} {plain[match.end() :]}".strip()
    return Narrowed(_listing(question, rest), without=names)


def _of_region(question: Question, plain: str) -> Narrowed | None:
    found = region_in(plain)
    if found is None:
        return None
    (start, end), countries = found
    marked = f"{plain[:start]}@{plain[end:]}"
    pattern = _OF_REGION_TH if question.language == "th" else _OF_REGION_EN
    match = pattern.search(marked)
    if not match:
        return None
    if question.language == "th":
        told = f"{match['noun']}{match['between']}"
    elif match["noun"]:
        told = _AN.sub(r"\1 ", match["before"]) + match["noun"].strip()
    else:
        told = match["noun_before"]
    rest = f"{marked[: match.start()]}{told}{marked[match.end() :]}"
    return Narrowed(_listing(question, rest), countries=countries)


def _listing(question: Question, text: str) -> Question:
    text = _ALL.sub(r"\1 are \2", text)
    return replace(understand(text), kind="list", language=question.language)


def _names(item: str, name: Name, language: str) -> bool:
    there = place(name, normalise(item).text, language)
    return there is not None and there >= 0


def _joined(items: list[str], language: str) -> str:
    if language == "th":
        return " และ".join(filter(None, [" ".join(items[:-1]), *items[-1:]]))
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
