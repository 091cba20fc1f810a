"""Names across scripts: one consonant key for a name in Thai and in Latin letters.

Vowels are written so differently in the two scripts that only consonants are kept, each
reduced to a class of sounds (after Soundex, whose idea this is, with Thai classes for how
Thai writes foreign names and how the Royal Institute romanises Thai ones).
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.bilingual import lexicon
from index.words import STOP_WORDS, segment_all

MINIMUM_KEY = 3  # shorter keys fit too many words
_LONGEST_KEY = 12
_TERM = "^"  # before a key among the terms of words: no word begins so
_LONGEST_RUN = 24  # letters between blanks that may well be one name
_SILENCED = re.compile(r"[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")
_DOUBLE_R = re.compile("รร(?=[ก-ฮ])")
_LAST_N, _LAST_T = re.compile("(?<=.)[รลฬ]$"), re.compile("(?<=.)[สซศษจชฌ]$")
_ENDING = re.compile(r"(?:e?s|e?d|ing|ly|e?r|or|ion|al)$")
_FULL = 3.0  # summed rarity from which a score can be 1: one common name alone proves little
_SHORT_WORD = 2  # so short a Thai word may as well be a piece of a foreign name
Terms = dict[str, float]
_THAI_RUN = re.compile(r"[\u0e01-\u0e4e]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_THAI_CLASSES = {
    "กขฃคฅฆ": "K", "จฉชฌ": "C", "ซศษส": "S", "ญย": "Y", "ฎฏดตฐฑฒถทธ": "T", "งณน": "N",
    "บปผพภฝฟ": "P", "มำ": "M", "รลฬฤ": "L", "ว": "W",
}  # fmt: skip
_THAI = {ord(letter): mark for letters, mark in _THAI_CLASSES.items() for letter in letters}
_UNHEARD = re.compile(r"[ทจ]?ร\u0e4c|(?<=ี)ย|(?<=ั)ว")
# Applied in order, small letters to classes in capitals; "-" for letters that are not heard.
_LATIN_TABLE = """
    tch|sch|ch|sh|tj|cz|zh  C
    s?c(?=[eiy])            S
    [td]h                   T
    [bp]h|f                 P
    gh(?=[^aeiou]|$)        -
    [kg]h                   K
    g(?=[eiy])              C
    n[gk](?=[^aeiouylr]|$)  N
    qu?|ck|[kcg]            K
    x                       KS
    [sz]                    S
    j                       C
    [td]                    T
    [pb]                    P
    v                       W
    w(?=[aeiouy])           W
    ^y(?=[aeiou])           Y
    r(?=[aeiouyh])          L
    l                       L
    m                       M
    n                       N
    [wyrh]                  -
"""
_LATIN_RULES = [
    (re.compile(pattern), "" if mark == "-" else mark)
    for pattern, mark in (line.split() for line in _LATIN_TABLE.strip().splitlines())
]
_NOT_CLASS = re.compile(r"[^A-Z]+")
_TWICE = re.compile(r"([A-Z])\1+")


@lru_cache(maxsize=50_000)
def latin_key(name: str) -> str:
    """Return the consonant key of a name in Latin letters: Norman gives NMN."""
    plain = unicodedata.normalize("NFD", name.casefold())
    key = "".join(letter for letter in plain if letter.isascii())
    for pattern, mark in _LATIN_RULES:
        key = pattern.sub(mark, key)
    return _TWICE.sub(r"\1", _NOT_CLASS.sub("", key))


def thai_key(text: str) -> str:
    """Return the consonant key of Thai letters: นอร์แมน gives NMN."""
    key = _NOT_CLASS.sub("", _UNHEARD.sub("", text).translate(_THAI))
    return _TWICE.sub(r"\1", key[:1] + key[1:].replace("Y", ""))


def heard_key(text: str) -> str:
    """Return the consonant key of Thai letters as they sound, which romanisation follows.

    Silenced letters go, doubled ร is a vowel (and n at the end), a last ร or ล sounds n, a last
    sibilant t (Royal Institute, 1999).
    """
    plain = _DOUBLE_R.sub("", _SILENCED.sub("", text)).replace("รร", "น")
    return thai_key(_LAST_T.sub("ต", _LAST_N.sub("น", plain)))


def thai_name_terms(texts: Sequence[str]) -> list[Terms]:
    """Return terms of what may be names in normalised Thai texts: keys, by how sure they are.

    Runs that the lexicon does not know, and short runs between blanks, where a Thai name of
    known words (first and last name) stands. Many texts are cut faster at once.
    """
    runs = [_THAI_RUN.findall(text) for text in texts]
    cut = iter(segment_all([run for of_text in runs for run in of_text]))
    found = []
    for of_text in runs:
        names = [run for run in of_text if len(run) <= _LONGEST_RUN]
        for _ in of_text:
            names += _unknown(next(cut))
        found.append({term: w for name in names for term, w in _thai_terms(name).items()})
    return found


def asked_in_english(word: str) -> Terms:
    """Return the term of an English word that may be a name or a loan; none of a common word.

    With a capital it may; without, if the lexicon has no form of it.
    """
    plain = word.casefold()
    if plain in STOP_WORDS or (word[0].islower() and _is_common(plain)):
        return {}
    key = latin_key(word)
    return {_TERM + key: _sure(key)} if MINIMUM_KEY <= len(key) <= _LONGEST_KEY else {}


def _is_common(word: str) -> bool:
    known = lexicon().thai
    bare = _ENDING.sub("", word)
    forms = (word, bare, f"{bare}e", f"{bare.removesuffix('i')}y", bare[:-1])
    return any(form in known for form in forms)


@lru_cache(maxsize=50_000)
def _thai_terms(piece: str) -> Terms:
    keys = {thai_key(piece), heard_key(piece)}
    return {_TERM + k: _sure(k) for k in sorted(keys) if MINIMUM_KEY <= len(k) <= _LONGEST_KEY}


def passage_keys(text: str, language: str) -> str:
    """Return the keys that a passage offers to questions in the other language.

    Of Thai all letters, run by run, for names are not set apart there and the segmenter breaks
    foreign ones anywhere; of English the words with a capital. Text must be normalised.
    """
    if language == "th":
        return " ".join(filter(None, map(thai_key, _THAI_RUN.findall(text))))
    return " ".join(dict.fromkeys(_capitalised(text)))


def question_keys(text: str, language: str) -> frozenset[str]:
    """Return the keys of what may be names in a question: normalised text."""
    if language == "en":
        return frozenset(_capitalised(text))
    keys = (thai_key(run) for run in _unknown_runs(text))
    return frozenset(key for key in keys if len(key) >= MINIMUM_KEY)


def names_score(asked: frozenset[str], passages: Sequence[str], language: str) -> list[float]:
    """Return for each passage how much of a question's names it has, 0 to 1.

    Args:
        asked: Keys of the question.
        passages: Keys of the passages, as `passage_keys` gives them.
        language: Language of the passages.
    """
    total, scores = 0.0, [0.0] * len(passages)
    for key in asked:
        found = [_match(key, keys, language) for keys in passages]
        holders = sum(share > 0 for share in found)
        if not holders:
            continue
        # Rarity among the passages compared, as in BM25's idf.
        rarity = math.log1p((len(passages) - holders + 0.5) / (holders + 0.5))
        gains = [share * rarity for share in found]
        total += max(gains)
        scores = [score + gain for score, gain in zip(scores, gains, strict=True)]
    return [score / max(total, _FULL) for score in scores]


def _match(key: str, keys: str, language: str) -> float:
    """Return how surely a question's key is among a passage's: longer keys are surer."""
    if language == "th":
        return _sure(key) if key in keys else 0.0
    return max((_sure(other) for other in keys.split() if _alike(key, other)), default=0.0)


def _alike(asked: str, offered: str) -> bool:
    """Tell whether a run of Thai and a Latin word may hold the same name."""
    if len(offered) == MINIMUM_KEY:
        at_end = asked.startswith(offered) or asked.endswith(offered)
        return at_end and len(asked) <= MINIMUM_KEY + 2
    return offered in asked or (len(asked) > MINIMUM_KEY and asked in offered)


def _sure(key: str) -> float:
    return min(1.0, (len(key) - 1) / 3)


def _capitalised(text: str) -> list[str]:
    keys = []
    for match in _LATIN_WORD.finditer(text):
        word = match.group()
        common = match.start() == 0 and word.casefold() in lexicon().thai
        if word[0].isupper() and word.casefold() not in STOP_WORDS and not common:
            key = latin_key(word)
            if len(key) >= MINIMUM_KEY:
                keys.append(key)
    return keys


def _unknown_runs(text: str) -> Iterator[str]:
    """Yield runs of Thai that the lexicon does not know as common words."""
    for words in segment_all(_THAI_RUN.findall(text)):
        yield from _unknown(words)


def _unknown(words: Iterable[str]) -> Iterator[str]:
    """Yield what stands between the words that the lexicon knows as common ones."""
    known = lexicon()
    unknown = ""
    for word in words:
        if len(word) > _SHORT_WORD and word in known.english and word not in known.names:
            if unknown:
                yield unknown
            unknown = ""
        else:
            unknown += word
    if unknown:
        yield unknown
