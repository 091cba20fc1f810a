"""Parts: two questions asked in one: how many villages there are, and how many gauges each has.

The reader marks one span. Where a question asks two things, each is asked by itself, the second as
a follow-up of the first, and the answers are told together.
"""

import re
from dataclasses import dataclass

from assistant.coverage import asked_words
from assistant.kinds import ENGLISH_LEAD
from assistant.question import Question, kind_of
from sources import normalise

_SHORTEST = 2  # words besides the one that asks, for a part to be a question of its own
_EN_ASKS = r"(?:who|whom|whose|what|which|when|where|why|how)"
_OPENING = r"(?:(?:in|on|at|by|for|from|to|of|with|about) )?"
_LEAD = re.compile(ENGLISH_LEAD, re.IGNORECASE)
# "When and where was it held?"
_BOTH = re.compile(
    rf"(?P<first>{_EN_ASKS})(?:,? and |, | ?/ ?| ?& ?)(?P<second>{_EN_ASKS}) "
    r"(?P<rest>(?!of\b)\w.*)",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(
    rf"[,;]? (?:and|plus)(?: also)?,? (?P<second>{_OPENING}{_EN_ASKS}\b.*)"
    rf"|[?] +(?:(?:and|also|plus)\b,? )?(?P<next>{_OPENING}{_EN_ASKS}\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ITS = re.compile(
    r",? and (?:what is |what's )?(?P<second>(?:his|her|its|their) (?:[\w-]+ )?(?:position|title|"
    r"role|job|post|age|name|rank|party|occupation|profession|nationality|price|cost|length|size|"
    r"height|weight|capacity|population|budget|date|address|capital|purpose|aim))[?. ]*$",
    re.IGNORECASE,
)
_ASKING = re.compile(rf"\b{_EN_ASKS}\b", re.IGNORECASE)
# "Who said what": the second word asks nothing by itself.
_UNASKED = re.compile(r"\b(?:who|what) (?:is|was) what\b|\b(?:tell|know|say|explain)\w* $")
_TH_ASKS = re.compile(
    r"ใคร(?!ๆ|ก็)|อะไร(?!ๆ|ก็)|ไหน(?!ๆ)|(?<!ก็)ใด(?!ๆ|ก็)|(?<!เ)กี่|เท่า(?:ไร|ไหร่|ใด)|"
    r"เมื่อ(?:ไร|ไหร่|ใด)|อย่างไร|ยังไง|ทำไม"
)
_TH_BORDER = re.compile(
    r"\s+(?:และ|แล้วก็|แล้ว|ส่วน|กับ|รวมถึง|อีกทั้ง)?\s*|(?:และ|แล้วก็|แล้ว)(?![\u0e30-\u0e4e])"
)
_TH_LINK = re.compile(r"^(?:และ|แล้วก็|แล้ว|ส่วน|กับ)\s*")
_ONCE = frozenset(["when", "where", "how", "why"])  # of which one thing has one
_LEANS = re.compile(r"(?i)\b(?:it|they|he|she|this|that|these|those|them|his|her|its|their)\b")
_PLACING = frozenset(["where", "from", "to", "until", "exactly", "how", "why", "when", "who"])
_THAI = re.compile(r"[\u0e01-\u0e4e]")
_TH_SHORTEST = 6  # letters besides the word that asks


@dataclass(frozen=True, slots=True)
class Parts:
    """Two questions that were asked in one.

    Attributes:
        first: The first.
        second: The second as it stands; in English it may lean on the first ("his position").
        about: What a Thai question says before both, to be said again with the second.
    """

    first: str
    second: str
    about: str = ""


def parts_of(question: Question) -> Parts | None:
    """Return the two questions that one asks; None if it asks one."""
    plain = " ".join(normalise(question.text).text.split())
    if question.kind == "yes_no":
        return None
    parts = _thai_parts(plain) if question.language == "th" else _english_parts(plain)
    return parts if parts and not _says_again(parts, question.language) else None


def _says_again(parts: Parts, language: str) -> bool:
    """Tell whether a second part asks the first more exactly: on which day, in which year."""
    first, second = (kind_of(part, language) for part in (parts.first, parts.second))
    # "From where to where?" says nothing that "when?" and "when was it?" do not leave unsaid.
    bare = re.fullmatch(rf"{_EN_ASKS}[?. ]*", parts.second)
    tells = any(word not in _PLACING for word, _ in asked_words(parts.second))
    tells = tells or bool(bare or _LEANS.search(parts.second))
    again = first == second and first in _ONCE
    return again or "หรือ" in parts.second or (language == "en" and not tells)


def _english_parts(plain: str) -> Parts | None:
    lead = _LEAD.match(plain)
    bare = plain[lead.end() :] if lead else plain
    if both := _BOTH.fullmatch(bare):
        return Parts(f"{both['first']} {both['rest']}", f"{both['second']} {both['rest']}")
    for match in _AND.finditer(bare):
        first, second = bare[: match.start()], match["second"] or match["next"]
        if _asks(first) and _asks(second) and not _UNASKED.search(first):
            return Parts(f"{first.rstrip(' ?')}?", second)
    own = _ITS.search(bare)
    if own and _asks(bare[: own.start()]):
        return Parts(f"{bare[: own.start()].rstrip(' ?')}?", f"What is {own['second'].strip()}?")
    return None


def _asks(part: str) -> bool:
    """Tell whether a part of an English question is one, and not a bare word that asks."""
    said = len(re.findall(r"\w+", _ASKING.sub(" ", part)))
    asks = kind_of(part.strip(), "en") not in ("other", "yes_no")
    return asks and (said >= _SHORTEST or part.rstrip().endswith("?"))


def _thai_parts(plain: str) -> Parts | None:
    asking = list(_TH_ASKS.finditer(plain))
    if len(asking) != 2:
        return None
    first, second = asking
    border = next((m for m in _TH_BORDER.finditer(plain, first.end(), second.start())), None)
    if border is None:
        return None
    before, after = plain[: border.start()].strip(), _TH_LINK.sub("", plain[border.end() :].strip())
    told = len(_THAI.findall(before)) - len(first.group())
    if told < _TH_SHORTEST or not after:
        return None
    if kind_of(before, "th") == "how_many" and kind_of(after, "th") == "list":
        return None  # a list tells how many they are
    # Thai names its subject once, at the beginning.
    about = f"{plain[: first.start()]}{plain[first.end() : border.start()]}".removesuffix("บ้าง")
    return Parts(before, after, about.strip())
