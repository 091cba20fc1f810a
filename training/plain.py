"""Plain: statements made false by one change, of a negation, number or name, else as they were.

Writers of false claims change what is told; few only deny it, and writers of right ones love
negation in other words ("turned down" is "did not get"). A judge that saw nothing else takes a
plain "not" for no matter, and one more or less in a long sentence too.
"""

import random
import re
from functools import cache
from itertools import accumulate, combinations

from pythainlp.tag import pos_tag
from pythainlp.tokenize import word_tokenize

from assistant.named import names_in
from index import lexicon
from index.irregular import irregular_forms

_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|will|can|could|must|may|might|would|should|"
    r"(?:has|have|had)(?= (?:\w+(?:ed|en|wn|ne)|made|met|left|lost|sent|held|paid|be?come)\b))\b"
    r"(?! (?:not|no|never|to)\b)(?!n't)"
)
# Between two names that may change places and say the same.
_EQUALS = re.compile(r"(?i)\b(?:and|or|with|met|meets?|between|joined)\b|และ|หรือ|กับ|ร่วม|ระหว่าง|พบ")
_SAYS = re.compile(r"[^\W\d_]{3}")
_DIGIT = re.compile("[0-9๐-๙]")
_NOT = re.compile(r"(?<=\w) not(?= \w)|\bnever (?=\w)")
_DID_NOT = re.compile(r"\b(?:did|does|do) not (\w+)")
_DENIED = re.compile(r"(?i)\b(?:no|none|nor|neither|nobody|nothing|never|without|yet to)\b|n't\b")
# Irregular forms of these are nouns, adjectives or auxiliaries.
_NO_PAST = {
    "be", "do", "have", "child", "man", "woman", "person", "foot", "bad", "good", "far", "little",
    "life", "half", "leaf", "medium", "datum", "light", "wind", "die", "lie", "tie", "knife",
}  # fmt: skip
_PAST = re.compile(r"\b[a-z]{2,}\b")
# Before it the word is no verb of the sentence: "the opened road", "was opened", "has taken".
_NO_VERB = re.compile(
    r"\b(?:the|a|an|of|by|in|to|and|or|be|been|being|was|were|is|are|has|have|had|who|which|that|"
    r"not|never|will|would|can|could|may|must|it|[a-z]+ly|as|when|than) $|[,;] $|^$"
)
_THAI = {
    "จะ": "จะไม่", "ต้อง": "ไม่ต้อง", "สามารถ": "ไม่สามารถ", "ได้รับ": "ไม่ได้รับ", "เป็น": "ไม่ได้เป็น",
    "มี": "ไม่มี", "เคย": "ไม่เคย", "ควร": "ไม่ควร", "อยู่": "ไม่ได้อยู่", "คือ": "ไม่ใช่", "ได้": "ไม่ได้",
    "ยัง": "ไม่", "ขอ": "ไม่ได้ขอ", "ถูก": "ไม่ได้ถูก", "อนุญาต": "ไม่อนุญาต", "รวม": "ไม่รวม",
}  # fmt: skip
_THAI_DENIED = {"ไม่": "", "ไม่ได้": "", "มิได้": "", "ไม่มี": "มี", "ไม่ใช่": "เป็น", "ไม่ต้อง": "ต้อง"}
# What is said with these may be false of less: "only in May", "if it rains", fewer than ten.
_LIMITED = re.compile(
    r"(?i)\b(?:only|if|unless|until|except|all|every|each|fewer|less|most|first|last|least|hardly|"
    r"almost|nearly|about)\b|[?]|ไม่|เท่านั้น|เพียง|เฉพาะ|หาก|ถ้า|จนกว่า|ยกเว้น|ทุก|ทั้งหมด|น้อยกว่า|เกือบ|แรก|สุดท้าย"
)
_TIED = (
    "in|on|at|beside|near|during|since|along|behind|inside|outside|around|under|after|before|with|"
    "by|through"
)
_PREPOSITION = re.compile(rf" (?:{_TIED})(?= (?:the|an?|its|his|her|their|[A-Z\d]))")
_PHRASE_END = re.compile(
    rf"(?= (?:{_TIED}|from|to|and|but|who|which|that|for|was|were|is|are|has|had|will|as)\b)"
    r"|[,;:.)](?!\d)|$"
)
_TORN = re.compile(r" (?:and|to|or)\b|[)]")  # of a phrase that is no more than a part
_THAI_PREPOSITION = {"ใน", "เมื่อ", "ริม", "ระหว่าง", "ตั้งแต่", "ใกล้", "หลัง", "ก่อน", "ณ"}
_THAI_ANEW = {"VACT", "RPRE", "JSBR"}  # verbs, prepositions and conjunctions, by Orchid's tags
_SUBJECT = 12  # characters at the head of a statement that stay
_THAI_NO_VERB = {
    "ที่", "ซึ่ง", "อัน", "การ", "ความ", "ผู้", "ไม่", "ไม่ได้", "จะ", "ต้อง", "และ", "หรือ", "เพื่อ", "โดย",
    "เคย", "ควร", "สามารถ", "ให้", "เมื่อ", "ใน", "ของ", "จาก", "กว่า", "ยัง", "ถูก", "ได้", "เป็น",
}  # fmt: skip


def negated(text: str, language: str, rng: random.Random) -> str:
    """Return a statement that denies what another affirms, or the reverse; empty if none is found.

    Args:
        text: The statement, normalised.
        language: Its language, ``th`` or ``en``.
        rng: Chooses the verb.
    """
    ways = _thai(text) if language == "th" else _english(text)
    return rng.choice(ways) if ways else ""


def renumbered(text: str, rng: random.Random) -> str:
    """Return a statement with one digit of one of its numbers changed; empty if it has none."""
    digits = [match.start() for match in _DIGIT.finditer(text)]
    if not digits:
        return ""
    place = rng.choice(digits)
    # A day or a year may be another one, but stays one.
    other = rng.choice([digit for digit in "123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def renamed(text: str, passage: str, language: str, rng: random.Random) -> str:
    """Return a statement with a name in place of another of its sort; empty if there is none.

    Args:
        text: The statement.
        passage: Where the other name comes from.
        language: Of both.
        rng: Chooses the names.
    """
    own = names_in(text, language)
    ways = [
        (name, other.words)
        for name in own
        for other in names_in(passage, language)
        if other.sort == name.sort and other.words not in text and name.words not in other.words
    ]
    if not ways:
        return ""
    name, other = rng.choice(ways)
    return text[: name.start] + other + text[name.end :]


def swapped(text: str, language: str, rng: random.Random) -> str:
    """Return a statement with two of its names in each other's place; empty if there are none.

    Args:
        text: The statement.
        language: Its language.
        rng: Chooses the names.
    """
    names = [name for name in names_in(text, language) if not name.adjective]
    ways = [
        (one, other)
        for one, other in combinations(names, 2)
        if one.sort == other.sort
        and one.words != other.words
        and not _EQUALS.search(text[one.end : other.start])
        and _SAYS.search(text[one.end : other.start])
    ]
    if not ways:
        return ""
    one, other = rng.choice(ways)
    between = text[one.end : other.start]
    return text[: one.start] + other.words + between + one.words + text[other.end :]


def shortened(text: str, language: str, rng: random.Random) -> str:
    """Return a statement without one of its phrases of time, place or manner; empty if none goes.

    What is said with such a phrase holds without it, unless something is denied or limited.

    Args:
        text: The statement, normalised.
        language: Its language, ``th`` or ``en``.
        rng: Chooses the phrase.
    """
    if _LIMITED.search(text) or _DENIED.search(text) or _NOT.search(text):
        return ""
    ways = _thai_phrases(text) if language == "th" else _english_phrases(text)
    if not ways:
        return ""
    start, end = rng.choice(ways)
    rest = text[end:].lstrip()
    return f"{text[:start].rstrip()}{'' if rest[:1] in '.,;:' else ' '}{rest}".strip()


def _english_phrases(text: str) -> list[tuple[int, int]]:
    """Return the phrases of a statement that begin with a preposition, not at its head."""
    found = []
    for head in _PREPOSITION.finditer(text, _SUBJECT):
        end = _PHRASE_END.search(text, head.end())
        if end and not _TORN.match(text, end.start()):
            found.append((head.start(), end.start()))
    return found


def _thai_phrases(text: str) -> list[tuple[int, int]]:
    """Return the same of a Thai statement: up to a space, a verb or another preposition."""
    tagged = pos_tag(word_tokenize(text, keep_whitespace=True), corpus="orchid")
    places = list(accumulate((len(word) for word, _ in tagged), initial=0))
    heads = [
        number
        for number, (word, _) in enumerate(tagged)
        if word in _THAI_PREPOSITION and places[number] >= _SUBJECT
    ]
    ends = {number: _phrase_end(tagged, number) for number in heads}
    return [(places[number], places[end]) for number, end in ends.items() if end > number + 1]


def _phrase_end(tagged: list[tuple[str, str]], head: int) -> int:
    """Return the place after the phrase that a Thai preposition begins."""
    for place in range(head + 1, len(tagged)):
        word, tag = tagged[place]
        if tag in _THAI_ANEW and place > head + 1:
            return place
        # A space within a date or beside a number ends nothing.
        beside = "".join(other for other, _ in tagged[place - 1 : place + 2])
        if not word.strip() and not _DIGIT.search(beside):
            return place
    return len(tagged)


def _english(text: str) -> list[str]:
    if found := _DID_NOT.search(text):
        return [f"{text[: found.start()]}did {found[1]}{text[found.end() :]}"]
    if found := _NOT.search(text):
        return [text[: found.start()] + text[found.end() :]]
    if _DENIED.search(text):
        return []
    ways: list[str] = []
    for found in _AUXILIARY.finditer(text):
        end = found.end()
        # "wasn't" as well as "was not", where the word takes it unchanged.
        short = found[0] not in ("may", "might", "will") and len(ways) % 2
        ways.append(text[:end] + ("n't" if short and found[0] != "can" else " not") + text[end:])
    for found in _PAST.finditer(text):
        base = _infinitive(found[0])
        if base and not _NO_VERB.search(text[: found.start()].casefold()):
            ways.append(f"{text[: found.start()]}did not {base}{text[found.end() :]}")
    return ways[:3]  # what stands first is the sentence's own


@cache
def _infinitive(word: str) -> str:
    """Return the infinitive of a past tense, empty if a word is none."""
    if irregular := irregular_forms().get(word):
        return irregular if irregular not in _NO_PAST and not word.endswith("en") else ""
    if not word.endswith("ed"):
        return ""
    stem = word[:-2]
    doubled = stem[:-1] if stem[-1] == stem[-2:-1] else stem
    ways = (f"{stem}e", stem, doubled, f"{stem[:-1]}y")
    return next((way for way in ways if way in lexicon().thai), "")


def _thai(text: str) -> list[str]:
    words = word_tokenize(text, keep_whitespace=True)
    for number, word in enumerate(words):
        if word in _THAI_DENIED:
            return ["".join([*words[:number], _THAI_DENIED[word], *words[number + 1 :]])]
    if "ไม่" in text:
        return []
    ways: list[str] = []
    for number, (word, tag) in enumerate(pos_tag(words, corpus="orchid")):
        before = next((one for one in reversed(words[:number]) if one.strip()), "")
        if before in _THAI_NO_VERB:
            continue
        instead = _THAI.get(word) or (f"ไม่ได้{word}" if tag == "VACT" and number else "")
        if instead:
            ways.append("".join([*words[:number], instead, *words[number + 1 :]]))
    return ways[:3]
