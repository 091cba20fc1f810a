"""Coverage: how many of a question's content words a passage speaks of, in either language."""

import re
from functools import cache, lru_cache

from index import STOP_WORDS, gloss, lexicon, stem, tokens
from sources import normalise

# Words by which a question asks; they need no counterpart in a passage.
_ASKING_WORDS = (
    "ใคร ใด ไหน อะไร เท่าไร เท่าใด เท่าไหร่ กี่ เมื่อไร เมื่อใด เมื่อไหร่ ที่ไหน อย่างไร ทำไม เหตุใด บ้าง "
    "หรือไม่ ไหม คือ ชื่อ ครับ คะ ค่ะ จำนวน name many much long year kind type"
)
_ASKING = frozenset(_ASKING_WORDS.split())
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


def unmet(question: str, asked_in: str, passage: str, language: str) -> float:
    """Return the share, 0 to 1, of a question's content words that a passage does not have.

    Across languages a word is met by any of its equivalents in the lexicon; one that the lexicon
    lacks, a name mostly, counts as met, for its spelling in the other script is not known.
    """
    words = content_words(question)
    if not words:
        return 0.0
    if asked_in == language:
        text, terms = _own(passage)
        missing = [form not in terms and word not in text for word, form in words]
    elif language == "en":
        _, terms = _own(passage)
        missing = [bool(g := _senses(word)) and not g & terms for word, _ in words]
    else:
        terms = _glossed(passage)
        missing = [form not in terms and _in_lexicon(word) for word, form in words]
    return sum(missing) / len(words)


def _senses(thai: str) -> frozenset[str]:
    return frozenset(term for term, _ in gloss(thai))


def _in_lexicon(english: str) -> bool:
    known = lexicon().thai
    bare = _ENDING.sub("", english)
    return any(form in known for form in (english, bare, f"{bare}e", f"{bare.removesuffix('i')}y"))


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
