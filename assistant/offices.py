"""Offices: a person told to hold one is no answer to who holds another.

"Who chairs the meeting?" is not answered by the deputy spokesperson who announced it.
"""

import re

from assistant.misfit import names_nobody, only_countries
from assistant.named import names_in
from assistant.placing import place
from assistant.question import Question
from sources import normalise

# By family: whoever heads a body may be called its head, chair, president or director.
_OFFICES = {
    "head": (
        r"ประธาน(?!าธิบดี)|ประธานาธิบดี|เลขาธิการ|อธิบดี|ผู้อำนวยการ|หัวหน้า|ปลัด|อธิการบดี|นำโดย|"
        r"\b(?:chair\w*|preside[sd]?|presiding|presidents?|secretar(?:y|ies)|directors?|heads?|headed|"
        r"led|leads?|leading|leader|rectors?|chancellors?)\b"
    ),
    "executive": (
        r"ประธานเจ้าหน้าที่บริหาร|กรรมการผู้จัดการ|ซีอีโอ|\bchief executive\b|\bceo\b|"
        r"\b(?:managing|executive) director\b|\bgeneral manager\b"
    ),
    "premier": r"นายก(?:รัฐมนตรี|ฯ)|\bprime minister\b|\bpremier\b",
    "minister": r"(?<!นายก)รัฐมนตรี|\b(?<!prime )ministers?\b",
    "envoy": r"เอกอัครราชทูต|ทูต|\b(?:ambassador|envoy)s?\b",
    "voice": r"โฆษก|\bspokes(?:man|woman|person|people)\b",
    "local": (
        r"ผู้ว่า(?:ราชการ|การ|ฯ)|นายก(?!รัฐมนตรี)|นายอำเภอ|\b(?:governors?|mayors?|district chiefs?)\b"
    ),
}
_COMPILED = {family: re.compile(pattern) for family, pattern in _OFFICES.items()}
# Who holds one of these does not hold the office asked for.
_OTHERS = {
    "head": {"voice", "envoy"},
    "executive": {"voice", "envoy", "premier", "minister", "local"},
    "premier": {"voice", "envoy", "local"},
    "minister": {"voice", "envoy", "head", "local"},
    "envoy": {"voice", "minister", "local"},
    "voice": {"envoy", "head", "local", "minister", "premier"},
    "local": {"voice", "envoy", "minister"},
}
# Meetings and bureaus called after an office, and questions that ask for what its holder does.
_CALLED_SO = re.compile(
    r"(?:ประชุม|ถ้อยแถลง|แถลงการณ์|ปฏิญญา)(?:ระดับ|ร่วม|ของ)*(?:รัฐมนตรี|ผู้นำ|เจ้าหน้าที่)\S*|"
    r"สำนัก(?:เลขาธิการ)?(?:นายกรัฐมนตรี)?|คณะรัฐมนตรี|"
    r"\bministers['’]?(?: meetings?)?\b|\bministerial\b|"
    r"\boffice of the prime minister\b|\bprime minister['’]s office\b"
)
_ASKS_HOLDER = re.compile(
    r"(?i)(?:คือ|เป็น|ชื่อ(?:ว่า)?)\s?(?:ใคร|อะไร|ท่านใด|คนไหน|ผู้ใด)|ชื่ออะไร|"
    # Who made something known (ใครเป็นคนออกมาบอก) holds no office by that.
    r"ใคร\s?(?:คือ|เป็น|นั่ง|รับหน้าที่)(?!คน|ผู้(?!ว่า|อำนวยการ|นำ|จัดการ|บัญชาการ))|"
    r"\bwho (?:is|was|will be|were|are|'s)\b|\bname of\b|'s name\b|"
    r"\bwho (?:\w+ )?(?:chairs?|chaired|heads?|headed|leads?|led|presides?|presided)\b"
)
_SAYS_HOLDER = re.compile(
    r"(?i)เป็น|คือ|ดำรงตำแหน่ง|^(?:is|was) (?!the|a\b|an\b)[\w.'’ -]+? (?:the|a|an|its|their)\b"
)
_ASKS_ACTING = re.compile(
    r"(?i)\b(?:who|official)\b.*?\b(?:heads|headed|leads|led|runs|represent(?:s|ed|ing)|"
    r"(?:sign\w*|speaks?|spoke|acts?|acted|negotiat\w+) (?:for|(?:[\w-]+ ){0,7}?on behalf of))\b|"
    r"(?:หัวหน้า|ผู้นำ|ผู้แทน|ตัวแทน|(?:ลงนาม|เซ็น|พูด)(?:ใน)?(?:แทน|นาม)|ฝ่าย|ฝั่ง|ในนาม)(?:ของ|จาก)?"
)
# Whom a deputy stands in for is not the deputy.
_DEPUTY = re.compile(
    r"รอง(?=ประธาน|อธิ|ผู้|หัวหน้า|ปลัด|เลขา|นายก|โฆษก|กรรมการ|ผอ)|ผู้ช่วย(?=ผู้|เลขา|รัฐ|ปลัด|อธิ|หัวหน้า)|"
    r"\b(?:deput(?:y|ies)|vice[ -]|assistant|second[ -]in[ -]command)"
)
_UNIONS = frozenset(["UN", "EU", "EZ"])
_ARTICLE = 5  # characters between that and the name: " the "
_ALONE = re.compile(r"(?i)['’]?\s*(?:[?,.]|$|(?:at|in|on|for|during|when|as)\b|[ก-ฮเ-ไ])")
_REACH = 14  # characters between a person's name and the office told of them: ", the town's"
_NEXT = 3  # characters between a name and its office
_BESIDE = 48  # characters before or after a name in which its office stands


def of_another_office(question: Question, text: str, span: tuple[int, int], language: str) -> bool:
    """Tell whether a span names a person whose office, told beside it, is not the one asked for.

    Args:
        question: The question.
        text: The passage.
        span: Characters of it.
        language: Its language.
    """
    asked = normalise(question.text).text.casefold()
    if question.kind not in ("who", "what") or not _ASKS_HOLDER.search(asked):
        return False
    wanted = _offices(asked)
    others = set.intersection(*(_OTHERS[family] for family in wanted)) if wanted else set()
    words = normalise(text[slice(*span)]).text
    names = names_in(words, language, doubtful=True)
    if not wanted or len(names) != 1:
        return False
    before = normalise(text[max(0, span[0] - _BESIDE) : span[0]]).text.casefold()
    after = normalise(text[span[1] : span[1] + _BESIDE]).text.casefold()
    beside = f"{before} {words.casefold()} {after}"
    if _DEPUTY.search(asked) and wanted & _offices(beside) and not _DEPUTY.search(beside):
        return True
    if _offices(words.casefold()):
        return False
    held = _offices(f"{before} {after}")
    told = _offices(normalise(text).text.casefold())
    if not held or wanted & told:
        return False
    return held <= others or _first_office(after) in others


def of_another_body(question: Question, words: str, language: str) -> bool:
    """Tell whether a span names a body, or who holds an office of another, for who acts for one.

    "Who signs for the United Nations?" is not answered by the Secretary-General of ASEAN, nor by
    USAID.

    Args:
        question: The question.
        words: The span as its source writes it.
        language: Its language.
    """
    asked = normalise(question.text).text
    acting = _ASKS_ACTING.search(asked) if question.kind == "who" else None
    plain = normalise(words).text
    if not acting:
        return False
    bodies = [
        one
        for one in names_in(asked, question.language)
        if 0 <= one.start - acting.end() <= _ARTICLE and _ALONE.match(asked, one.end)
    ]
    if not bodies:
        return False
    # Whose ministries act for them; CLDR has the UN and the EU among the countries.
    of_countries = all(one.country and one.country not in _UNIONS for one in bodies)
    if not _offices(plain.casefold()):  # nobody acts for a body by being it, or another
        nobody = only_countries if of_countries else names_nobody
        return nobody(plain, language)
    others = [one for one in names_in(plain, language) if not (one.person or one.adjective)]
    if of_countries:
        others = [one for one in others if one.country]
    return bool(others) and any(place(one, plain, language) is None for one in bodies)


def holds_another(question: Question, evidence: str, language: str) -> bool:
    """Tell whether a person said in a question to hold an office is told to hold another.

    Args:
        question: One to be answered yes or no.
        evidence: The sentence that decides.
        language: Its language.
    """
    asked = normalise(question.text).text
    if not _SAYS_HOLDER.search(asked):
        return False
    wanted, plain = _offices(asked.casefold()), normalise(evidence).text
    for person in names_in(plain, language) if wanted else ():
        there = None if person.country else place(person, asked, question.language)
        after = plain[person.end : person.end + _BESIDE].casefold()
        held = _first_office(after, _REACH)
        if there is not None and there >= 0 and held and not wanted & _offices(after):
            return wanted <= _OTHERS[held]
    return False


def _first_office(text: str, reach: int = _NEXT) -> str:
    """Return the family of the office that stands first, within a few characters."""
    plain = _CALLED_SO.sub(" ", text)
    found = [
        (match.start(), family)
        for family, office in _COMPILED.items()
        if (match := office.search(plain)) and match.start() <= reach
    ]
    return min(found)[1] if found else ""


def _offices(text: str) -> set[str]:
    plain = _CALLED_SO.sub(" ", text)
    return {family for family, office in _COMPILED.items() if office.search(plain)}
