"""Included: a yes-or-no question about one of a group, answered from the list of the group.

"Is India one of the strategic partners?" is decided where the partners are listed: yes if India is
among them, no if the list is one of countries without it.
"""

import re
from dataclasses import dataclass, replace

from assistant.countries import is_country
from assistant.coverage import content_words, unmet
from assistant.derived import items_of
from assistant.kinds import TH_WHETHER
from assistant.named import Name, names_in
from assistant.placing import place
from assistant.question import Question, understand
from sources import normalise

_MEMBER = r"(?:the )?(?P<member>[A-ZÀ-Þ][\w.'’-]*(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w.'’-]*){0,4})"
_GROUPED = (
    r"(?=.*\b(?:groups?|lists?|members?|countries|nations|states|partners?|parties|signatories)\b)"
)
_ENGLISH = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:is|was|are|were|will) {_MEMBER} (?:also |still |actually )?(?:be )?"
        r"(?:(?:counted|listed|named|included|considered|regarded) )?(?:as )?"
        rf"(?:one of|among|(?:a )?part of|(?P<of>a member of)|(?:in|on|included in) {_GROUPED})"
        r"\s?(?P<group>.+?)\s?\?*",
        rf"(?i:does|do|did) the (?:article|text|source|report|news|story) (?:also )?"
        rf"(?:count|list|name|mention|include) {_MEMBER} (?:as one of|as part of|as|among|in) "
        r"(?P<group>.+?)\s?\?*",
        rf"(?i:does|do|did|would) {_MEMBER} (?:also )?"
        r"(?:count|qualify|belong) (?:as one of|as|among|to) "
        r"(?P<group>.+?)\s?\?*",
        rf"(?i:does|do|did) (?P<group>the .+?) (?:also )?include (?:one (?:with|for|from) )?"
        rf"{_MEMBER}\s?\?*",
    )
)
_AMONG = (
    r"(?:หนึ่งใน|ส่วนหนึ่งของ|(?P<of>สมาชิก(?:ของ)?)|(?:อยู่)?ใน(?:รายชื่อ|กลุ่ม)|รวมอยู่ใน|นับเป็น|นับรวมเป็น|"
    r"จัดเป็น(?:หนึ่งใน)?)"
)
_THAI = re.compile(
    rf"(?:ก็|ได้|ถูก|ถือว่า|นับว่า|นับ|เป็น|อยู่)*\s?{_AMONG}\s?"
    rf"(?P<group>\S.*?){TH_WHETHER}"
)
_IN_ARTICLE = re.compile(
    r"(?i),? (?:(?:as )?(?:described|mentioned|listed|named|given|discussed|reported|told) )?"
    r"(?:in|by) (?:the|this) (?:article|story|news(?: item)?|text|report|piece)\b|"
    r"\s?ที่?(?:กล่าวถึง|ระบุ(?:ไว้)?|พูดถึง)?(?:ใน|ตาม)(?:ข่าว|บทความ|เนื้อหา)(?:นี้)?"
)
_DOING = re.compile(
    r"(?i)the (?P<who>countries|nations|states|members|partners|parties|people) "
    r"(?:with (?P<has>.+)|(?:that|which|who) (?P<does>.+))"
)
_UNTOLD = re.compile(
    r"(?i)\d+\w*|\b(?:countr(?:y|ies)|nations?|states?|members?|parties|people|lists?|groups?|"
    r"listed|named|mentioned|included|first|second|third|fourth)\b|"
    r"ประเทศ|สมาชิก|รายชื่อ|กลุ่ม|ที่จะ|ปี"
)
_WORDS = 2  # words of the group's name that stand beside its list
_FEWEST = 2  # items of a list


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What a question asks of a group.

    Attributes:
        listing: The question for all of the group.
        member: Who or what may be one of them.
        group: What the group is called in the question.
    """

    listing: Question
    member: Name
    group: str = ""

    def told(self, quote: str, around: str, language: str) -> tuple[float, float]:
        """Return the shares, 0 to 1, of the words of the group's name that stand beside a list.

        Args:
            quote: The list with the clause around it.
            around: The passages found of its document, and the title.
            language: Their language.

        Returns:
            Of those in the clause, and in the passages; 0 in the clause if too few stand there to
            tell one group from another.
        """
        # Years and ranks are told of the document; what members are called, of no list.
        called, spoken = _UNTOLD.sub(" ", self.group), self.listing.language
        words = len(content_words(called))
        beside = 1 - unmet(called, spoken, quote, language)
        met = 1 - unmet(called, spoken, around, language)
        return (beside if words * beside >= _WORDS else 0.0), met


def asked_inclusion(question: Question) -> Inclusion | None:
    """Return what a yes-or-no question asks of a group, None if it asks something else."""
    if question.kind != "yes_no":
        return None
    plain = _IN_ARTICLE.sub("", normalise(question.text).text.strip())
    found = _thai(plain) if question.language == "th" else _english(plain)
    if not found:
        return None
    member, asked, group = found
    listing = replace(understand(asked), kind="list", language=question.language)
    return Inclusion(listing, member, group)


def included(member: Name, words: str, language: str) -> bool | None:
    """Tell whether a list has a member; None if that cannot be told from it.

    Args:
        member: Who or what may be in it.
        words: The list as its source writes it.
        language: Its language.
    """
    items = items_of(words, language)
    if len(items) < _FEWEST:
        return None
    plain = normalise(words).text
    there = place(member, plain, language)
    if there is not None:
        return True if there >= 0 else None
    # ASEAN-Russia, ASEAN-China: a list of one's partners.
    partners = [item.rpartition("-")[2].removeprefix("ประเทศ") for item in items]
    of_countries = all(is_country(item, language) for item in partners)
    return False if member.country and of_countries else None


def _english(plain: str) -> tuple[Name, str, str] | None:
    match = next((found for pattern in _ENGLISH if (found := pattern.fullmatch(plain))), None)
    if not match:
        return None
    first, last = match.span("member")
    names = [
        name
        for name in names_in(plain, "en", doubtful=True)
        if first <= name.start < last and not name.adjective
    ]
    if len(names) != 1:
        return None
    things = "countries" if names[0].country else ""
    group = match["group"]
    if match.groupdict().get("of"):
        group = f"the members of {group}"
    # "the countries with a treaty", "the states that signed": those are asked for by what they do.
    if doing := _DOING.fullmatch(group):
        what = f"have {doing['has']}" if doing["has"] else doing["does"]
        return names[0], f"Which {things or doing['who']} {what}?", match["group"]
    return names[0], f"Which {things} are {group}?".replace("  ", " "), match["group"]


def _thai(plain: str) -> tuple[Name, str, str] | None:
    bare = plain.removeprefix("ประเทศ")
    first = next(iter(names_in(bare, "th")), None)
    match = _THAI.fullmatch(bare, first.end) if first and not first.start else None
    if not first or not match:
        return None
    things = "ประเทศใดบ้าง" if first.country else "ใครบ้าง" if first.person else "อะไรบ้าง"
    of = "สมาชิก" if match["of"] else ""
    return first, f"{of}{match['group']} ได้แก่{things}", match["group"]
