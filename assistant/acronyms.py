"""Acronyms: the long form that a passage gives for one."""

import re
from collections.abc import Iterator

from index import segment

Span = tuple[int, int]
# สคบ. รฟท. พ.ร.บ. ก.ล.ต.: consonants alone, mostly with points.
_THAI_ACRONYM = re.compile(
    r"(?<![\u0e01-\u0e4e.])(?:(?:[\u0e01-\u0e2e]{1,5}\.){1,5}|[\u0e01-\u0e2e]{2,5}(?![\u0e01-\u0e4e]))"
)
_CONSONANT = re.compile(r"[\u0e01-\u0e2e]")
_THAI_LETTER = re.compile(r"[\u0e01-\u0e4e]")
_RUN = re.compile(r"[\u0e01-\u0e4e]+")
_LONGEST = 120  # characters of a long form
# What an organisation's name begins with; its acronym often leaves that out.
_BODY_WORDS = (
    "การ กรม กอง สำนัก สำนักงาน องค์การ องค์กร บริษัท คณะกรรมการ กระทรวง สมาคม ธนาคาร มหาวิทยาลัย "
    "ศูนย์ สถาบัน มูลนิธิ พระราชบัญญัติ พรรค"
)
_BODIES = frozenset(_BODY_WORDS.split())
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_PART = re.compile(r"[A-Za-z]+")
_PHRASE = re.compile(
    r"\b[A-Z][\w'’.]*(?:(?:[ -]|\s+(?:of|the|for|and|on|in)\s+(?:the\s+)?)[A-Z][\w'’.]*)+"
)
# What follows the acronym that a question is about.
_ASKED = re.compile(
    r"[\"”’']?,?\s(?:(?:actually|really|usually)\s)?(?:stands?|means?|short)\b|[\"”]?\s?(?:ย่อ|มีชื่อเต็ม|ชื่อเต็ม|คำเต็ม)"
)
_SKIPPED = frozenset({"of", "the", "for", "and", "on", "in"})


def acronym_in(question: str) -> str | None:
    """Return the acronym that a question is about, if there is one."""
    matches = list(_ACRONYM.finditer(question)) or list(_THAI_ACRONYM.finditer(question))
    subject = [match for match in matches if _ASKED.match(question, match.end())]
    found = [match.group() for match in subject or matches]
    return max(found, key=len) if found else None


def long_form(acronym: str, passage: str) -> Span | None:
    """Find the phrase in capitals whose initials are an acronym's letters, nearest to it.

    Japan-U.S. Mekong Power Partnership for JUMPP, United States Agency for International
    Development for USAID, Association of Southeast Asian Nations for ASEAN: small words are
    skipped. A Thai acronym stands in brackets after its long form or before it: การรถไฟแห่งประเทศไทย
    (รฟท.); its letters are consonants of the long form in order.
    """
    if _THAI_LETTER.match(acronym):
        return next(_thai_long_forms(acronym.replace(".", ""), passage), None)
    places = [match.start() for match in re.finditer(re.escape(acronym), passage)]
    if not places:
        return None
    found = []
    for match in _PHRASE.finditer(passage):
        words = [word for word in _PART.findall(match.group()) if word.casefold() not in _SKIPPED]
        spelt = [word.casefold() for word in words]
        begins = spelt[0][0] == acronym[0].casefold()
        if len(words) > 1 and begins and _spells(acronym.casefold(), spelt):
            distance = min(abs(place - match.end()) for place in places)
            found.append((distance, match.span()))
    return min(found)[1] if found else None


def initialled(acronym: str, passage: str) -> Span | None:
    """Find the first phrase in capitals whose initials are an acronym that a passage may not give.

    European Union for EU, United Nations for UN.
    """
    for match in _PHRASE.finditer(passage):
        words = [word for word in _PART.findall(match.group()) if word.casefold() not in _SKIPPED]
        if "".join(word[0] for word in words).casefold() == acronym.casefold():
            return match.span()
    return None


def _spells(letters: str, words: list[str], skip: int = 1) -> bool:
    """Tell whether words give the letters in order: each its first, and any later ones of it.

    One word but the first may give none (the S in Japan-U.S. Mekong Power Partnership).
    """
    if not words or not letters:
        return not letters and len(words) <= skip
    head, rest = words[0], words[1:]
    if letters[0] == head[0]:
        place = 0
        for count in range(1, len(letters) + 1):
            place = head.find(letters[count - 1], place) + 1
            if not place:
                break
            if _spells(letters[count:], rest, skip):
                return True
    return skip > 0 and _spells(letters, rest, skip - 1)


def _thai_long_forms(letters: str, passage: str) -> Iterator[Span]:
    written = r"\.?\s?".join(letters) + r"\.?"
    for match in re.finditer(rf"\s?\(\s?{written}\s?\)", passage):
        if found := _spelt_before(letters, passage, match.start()):
            yield found
    for match in re.finditer(
        rf"(?<![\u0e01-\u0e4e]){written}\s?\(([^()]{{4,{_LONGEST}}})\)", passage
    ):
        if _in_order(letters, match[1]):
            yield match.span(1)


def _spelt_before(letters: str, passage: str, end: int) -> Span | None:
    """Return the nearest words before a place that give the letters, with what opens the name."""
    words = []
    for run in _RUN.finditer(passage, max(0, end - _LONGEST), end):
        place = run.start()
        for word in segment(run.group()):
            words.append((place, word))
            place += len(word)
    for number in range(len(words) - 1, -1, -1):
        start, word = words[number]
        if letters[0] in _initials(word) and _in_order(letters, passage[start:end]):
            while number and words[number - 1][1] in _BODIES:
                if words[number - 1][0] + len(words[number - 1][1]) != words[number][0]:
                    break
                number -= 1
            return words[number][0], end
    return None


def _initials(word: str) -> set[str]:
    """Return the first consonant of a word, and those of the rest after what opens a name."""
    found = set()
    while first := _CONSONANT.search(word):
        found.add(first.group())
        opening = max((body for body in _BODIES if word.startswith(body)), key=len, default="")
        if not opening:
            break
        word = word[len(opening) :]
    return found


def _in_order(letters: str, text: str) -> bool:
    """Tell whether letters stand in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)
