"""Lexicon: our Thai-English word list, in both directions."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Equivalents of words and names, most usual first.

    Attributes:
        english: Thai word or name to its English equivalents.
        thai: English word or name, lower case, to its Thai equivalents.
        names: English spelling of a name by its Thai spelling.
        thai_names: Thai spelling of a name by its English spelling, lower case.
        usual: Thai word to its most usual equivalent, names aside: ตั้ง is "set up", and Chen too.
    """

    english: dict[str, tuple[str, ...]]
    thai: dict[str, tuple[str, ...]]
    names: dict[str, str]
    thai_names: dict[str, str]
    usual: dict[str, str]


def _rows(name: str) -> list[tuple[str, list[str]]]:
    """Read one word list: headword and its equivalents, rows without content left out."""
    rows = []
    text = files("index").joinpath("lexicon", name).read_text("utf-8")
    for line in text.splitlines():
        head, _, rest = line.partition("\t")
        others = [word.strip() for word in rest.split(";")]
        others = [word for word in others if word and word != "-"]
        if head and others:
            rows.append((head.strip(), others))
    return rows


@cache
def lexicon() -> Lexicon:
    """Load the lexicon, once a process (about 60 ms)."""
    english: dict[str, list[str]] = defaultdict(list)
    thai: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    thai_names: dict[str, str] = {}
    usual: dict[str, str] = {}
    for name, spellings in _rows("names.en-th.tsv"):
        thai_names.setdefault(name.casefold(), spellings[0])
        for spelling in spellings:
            names.setdefault(spelling, name)
            english[spelling].append(name)
            thai[name.casefold()].append(spelling)
    for word, meanings in _rows("th_en.tsv"):
        usual.setdefault(word, meanings[0])
        for meaning in meanings:
            if meaning not in english[word]:
                english[word].append(meaning)
    for word, meanings in _rows("en_th.tsv"):
        for meaning in meanings:
            if meaning not in thai[word.casefold()]:
                thai[word.casefold()].append(meaning)
            if word not in english[meaning]:
                english[meaning].append(word)
    return Lexicon(
        {word: tuple(meanings) for word, meanings in english.items()},
        {word: tuple(meanings) for word, meanings in thai.items()},
        names,
        thai_names,
        usual,
    )


@cache
def ranks() -> dict[str, int]:
    """Return how frequent Thai words are, the one met most 0: the order of the word list."""
    return {word: rank for rank, word in enumerate(lexicon().usual)}
