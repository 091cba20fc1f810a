"""Acronyms: the long form that a passage gives for one."""

import re

Span = tuple[int, int]
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_PART = re.compile(r"[A-Za-z]+")
_PHRASE = re.compile(
    r"\b[A-Z][\w'’.]*(?:(?:[ -]|\s+(?:of|the|for|and|on|in)\s+(?:the\s+)?)[A-Z][\w'’.]*)+"
)
_SKIPPED = frozenset({"of", "the", "for", "and", "on", "in"})


def acronym_in(question: str) -> str | None:
    """Return the acronym that a question is about, if there is one."""
    found = _ACRONYM.findall(question)
    return max(found, key=len) if found else None


def long_form(acronym: str, passage: str) -> Span | None:
    """Find the phrase in capitals whose initials are an acronym's letters, nearest to it.

    Japan-U.S. Mekong Power Partnership for JUMPP, United States Agency for International
    Development for USAID, Association of Southeast Asian Nations for ASEAN: small words are
    skipped.
    """
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
