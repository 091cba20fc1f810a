"""Included: a yes-or-no question about one of a group, answered from the list of the group.

"Is India one of the strategic partners?" is decided where the partners are listed: yes if India is
among them, no if the list is one of countries without it.
"""

import re
from dataclasses import dataclass, replace

from assistant.countries import is_country
from assistant.derived import items_of
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
        rf"(?i:does|do|did) (?P<group>the .+?) (?:also )?include {_MEMBER}\s?\?*",
    )
)
_AMONG = (
    r"(?:หนึ่งใน|ส่วนหนึ่งของ|(?P<of>สมาชิก(?:ของ)?)|(?:อยู่)?ใน(?:รายชื่อ|กลุ่ม)|รวมอยู่ใน|นับเป็น|นับรวมเป็น|"
    r"จัดเป็น(?:หนึ่งใน)?)"
)
_THAI = re.compile(
    rf"(?:ก็|ได้|ถูก|ถือว่า|นับว่า|นับ|เป็น|อยู่)*\s?{_AMONG}\s?"
    r"(?P<group>\S.*?)\s?(?:ด้วย|อยู่)*(?:กัน)?\s?(?:ใช่|จริง)?"
    r"(?:หรือไม่|หรือเปล่า|หรือป่าว|รึเปล่า|ไหม|มั้ย)(?:คะ|ครับ|ค่ะ)?\s?\?*"
)
_FEWEST = 2  # items of a list


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What a question asks of a group.

    Attributes:
        listing: The question for all of the group.
        member: Who or what may be one of them.
    """

    listing: Question
    member: Name


def asked_inclusion(question: Question) -> Inclusion | None:
    """Return what a yes-or-no question asks of a group, None if it asks something else."""
    if question.kind != "yes_no":
        return None
    plain = normalise(question.text).text.strip()
    found = _thai(plain) if question.language == "th" else _english(plain)
    if not found:
        return None
    member, asked = found
    listing = replace(understand(asked), kind="list", language=question.language)
    return Inclusion(listing, member)


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
    of_countries = all(is_country(item.removeprefix("ประเทศ"), language) for item in items)
    return False if member.country and of_countries else None


def _english(plain: str) -> tuple[Name, str] | None:
    match = next((found for pattern in _ENGLISH if (found := pattern.fullmatch(plain))), None)
    if not match:
        return None
    names = [name for name in names_in(match["member"], "en", doubtful=True) if not name.adjective]
    if len(names) != 1:
        return None
    things = "countries are" if names[0].country else "are"
    of = "the members of " if match.groupdict().get("of") else ""
    return names[0], f"Which {things} {of}{match['group']}?"


def _thai(plain: str) -> tuple[Name, str] | None:
    bare = plain.removeprefix("ประเทศ")
    first = next(iter(names_in(bare, "th")), None)
    match = _THAI.fullmatch(bare, first.end) if first and not first.start else None
    if not first or not match:
        return None
    things = "ประเทศใดบ้าง" if first.country else "ใครบ้าง" if first.person else "อะไรบ้าง"
    of = "สมาชิก" if match["of"] else ""
    return first, f"{of}{match['group']} ได้แก่{things}"
