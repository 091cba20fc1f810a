"""Coverage: how many of a question's content words a passage speaks of, in either language."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from index import STOP_WORDS, gloss, lexicon, stem, tokens
from sources import normalise

# Words by which a question asks; they need no counterpart in a passage.
_ASKING_WORDS = (
    "ใคร ใด ไหน อะไร เท่าไร เท่าใด เท่าไหร่ กี่ เมื่อไร เมื่อใด เมื่อไหร่ ที่ไหน อย่างไร ทำไม เหตุใด บ้าง "
    "หรือไม่ ไหม คือ ชื่อ ครับ คะ ค่ะ จำนวน name many much long year kind type"
)
_ASKING = frozenset(_ASKING_WORDS.split())
# Of a question these tell how it is asked, not of what.
_POLITE_WORDS = (
    "i m ve ll d re my me we you your can could would will shall should may might must please tell "
    "give show list explain describe remind mention mentioned say says said state stated recall "
    "remember think thought believe guess understand gather hear heard read know knew wonder "
    "wondering curious like want looking find out thanks thank hi hello ok okay hey well so just "
    "actually exactly really quite some any all every each thing things one ones if about "
    "also according article story piece text news right correct true rightly happen happens "
    "happened get got "
    "ข่าว บทความ เนื้อข่าว เนื้อหา ระบุ ระบุว่า บอก บอกว่า กล่าวว่า อธิบาย จำได้ จำได้ว่า ได้ยิน ได้ยินว่า เข้าใจว่า "
    "สงสัย สงสัยว่า ถาม อยากรู้ อยากทราบ รู้ว่า ทราบ ทราบว่า ไล่ เล่า เห็นว่า จริง ถูกต้อง"
)
_POLITE = frozenset(_POLITE_WORDS.split())
_ENDING = re.compile(r"(?:e?s|e?d|ing)$")
Word = tuple[str, str]  # as written, and the form that is compared


@lru_cache(maxsize=4_096)
def content_words(text: str) -> tuple[Word, ...]:
    """Return the content words of a question: Thai ones as written, English ones stemmed too."""
    found: dict[Word, None] = {}
    for kind, word in tokens(normalise(text).text):
        skipped = _stop_words() if kind == "thai" else STOP_WORDS
        if kind != "number" and word not in _ASKING and word not in skipped:
            found.setdefault((word, stem(word) if kind == "latin" else word))
    return tuple(found)


@lru_cache(maxsize=1_024)
def asked_words(question: str) -> tuple[Word, ...]:
    """Return the content words of a question but those that only tell how it is asked.

    "Can you tell me …", "according to the article", ช่วยบอกหน่อยว่า: no passage has them.
    """
    words = content_words(question)
    return tuple(word for word in words if word[0] not in _POLITE) or words


def unmet(
    question: str, asked_in: str, passage: str, language: str, *, related: bool = False
) -> float:
    """Return the share, 0 to 1, of the content words of a text that a passage does not have.

    Across languages a word is met by any of its equivalents in the lexicon; one that the lexicon
    lacks, a name mostly, counts as met, for its spelling in the other script is not known.

    Args:
        question: The question, or another text.
        asked_in: Its language.
        passage: The passage.
        language: Its language.
        related: For a question: its `asked_words` alone count, and a word is met within a language,
            too, by one that the lexicon gives the same equivalent: to dig by excavation. Such
            words are near, not the same.
    """
    words = asked_words(question) if related else content_words(question)
    lacked = missing(words, asked_in, passage, language, related=related)
    return len(lacked) / len(words) if words else 0.0


def missing(
    words: Sequence[Word], asked_in: str, passage: str, language: str, *, related: bool = False
) -> tuple[Word, ...]:
    """Return those of some content words that a passage does not have, as in `unmet`."""
    if asked_in == language:
        text, terms = _own(passage)
        lacked = tuple(w for w in words if w[1] not in terms and w[0] not in text)
        if not lacked or not related:
            return lacked
        senses, told = (_senses, _glossed) if language == "th" else (_thai, _in_thai)
        return tuple(w for w in lacked if not senses(w[0]) & told(passage))
    if language == "en":
        _, terms = _own(passage)
        return tuple(w for w in words if (found := _senses(w[0])) and not found & terms)
    terms = _glossed(passage)
    return tuple(w for w in words if w[1] not in terms and _thai(w[0]))


def _senses(thai: str) -> frozenset[str]:
    return frozenset(term for term, _ in gloss(thai))


@lru_cache(maxsize=4_096)
def _thai(english: str) -> frozenset[str]:
    """Return the Thai equivalents of an English word, of its bare form if it has none."""
    known = lexicon().thai
    bare = _ENDING.sub("", english)
    forms = (english, bare, f"{bare}e", f"{bare.removesuffix('i')}y")
    return frozenset(next((known[form] for form in forms if form in known), ()))


@lru_cache(maxsize=512)
def _in_thai(passage: str) -> frozenset[str]:
    """Return the Thai words that the words of an English passage may stand for."""
    words = {word for kind, word in tokens(normalise(passage).text) if kind == "latin"}
    return frozenset().union(*map(_thai, words - STOP_WORDS))


@lru_cache(maxsize=512)
def _own(passage: str) -> tuple[str, frozenset[str]]:
    """Return a passage's normalised text in lower case, and its words in their compared form."""
    text = normalise(passage).text
    terms = {stem(word) if kind == "latin" else word for kind, word in tokens(text)}
    return text.casefold(), frozenset(terms)


@lru_cache(maxsize=512)
def _glossed(passage: str) -> frozenset[str]:
    """Return the English stems that the words of a Thai passage may stand for."""
    terms: set[str] = set()
    for kind, word in tokens(normalise(passage).text):
        terms |= _senses(word) if kind == "thai" else {stem(word)}
    return frozenset(terms)


@cache
def _stop_words() -> frozenset[str]:
    from pythainlp.corpus import thai_stopwords

    return frozenset(thai_stopwords())
