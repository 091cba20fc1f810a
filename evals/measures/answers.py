"""Answer measures: fact accuracy, exact match, F1 over words and over characters.

Exact match and F1 follow SQuAD (Rajpurkar et al. 2016, https://aclanthology.org/D16-1264): case,
punctuation and the English articles do not count, and the best of several references does. Two
changes make them right for Thai: blanks beside Thai letters do not count (Thai writes them
freely), and the words of a text with Thai letters are those of PyThaiNLP's newmm segmentation, not
what stands between blanks. Thai digits equal Western ones.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from pythainlp.tokenize import word_tokenize

from evals.matching import holds, plain

_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_BLANK = re.compile("(?<=[\u0e00-\u0e7f]) | (?=[\u0e00-\u0e7f])")


def missing_facts(text: str, facts: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return the facts that the text holds in none of their accepted spellings."""
    return [spellings for spellings in facts if not holds(text, spellings)]


def accuracy(texts: Iterable[str], facts: Iterable[Sequence[str]]) -> float:
    """Return 1 if one of the texts holds every fact, else 0.

    The text of an answer, for facts spelled in the answer's language. For a question in one
    language about a passage in another with answers known only in the passage's words (SQuAD
    files joined by id), the answer's span and its cited quotes stand for it.
    """
    wanted = list(facts)
    return float(any(not missing_facts(text, wanted) for text in texts))


def exact_match(answer: str, references: Iterable[str]) -> float:
    """Return 1 if the answer equals a reference in SQuAD's normal form, else 0."""
    form = squad_form(answer)
    return float(any(form == squad_form(reference) for reference in references))


def f1(answer: str, references: Iterable[str]) -> float:
    """Return the best F1 between the words of the answer and of a reference, 0 to 1."""
    return max((_overlap(answer, reference, words) for reference in references), default=0.0)


def char_f1(answer: str, references: Iterable[str]) -> float:
    """Return the best F1 between the characters of the answer and of a reference, 0 to 1.

    Characters are counted as F1 counts words, blanks left out: independent of segmentation.
    """
    return max((_overlap(answer, reference, characters) for reference in references), default=0.0)


@lru_cache(maxsize=4096)
def squad_form(text: str) -> str:
    """Return the form of a text that exact match and F1 compare."""
    text = "".join(c for c in plain(text) if unicodedata.category(c)[0] != "P")
    return _THAI_BLANK.sub("", " ".join(_ARTICLE.sub(" ", text).split()))


def words(text: str) -> list[str]:
    """Cut a text into the words that F1 compares."""
    form = squad_form(text)
    if not _THAI.search(form):
        return form.split()
    return [word for word in word_tokenize(form, keep_whitespace=False) if word.strip()]


def characters(text: str) -> list[str]:
    """Cut a text into the characters that character F1 compares."""
    return [character for character in squad_form(text) if not character.isspace()]


def _overlap(answer: str, reference: str, units: Callable[[str], list[str]]) -> float:
    given, wanted = Counter(units(answer)), Counter(units(reference))
    if not given or not wanted:
        return float(given == wanted and bool(reference.strip()))
    return 2 * (given & wanted).total() / (given.total() + wanted.total())
