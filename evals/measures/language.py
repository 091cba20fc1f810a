"""Language match: whether an answer is in the language of its question."""

import re
from collections.abc import Iterable

from sources import detect_language

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’")
_LATIN_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f]+")
_LETTER = re.compile(r"[^\W\d_]")


def language_match(text: str, stated: str, lang: str, quotes: Iterable[str] = ()) -> float:
    """Return 1 if an answer states the question's language and its letters agree, else 0.

    Left out of the letters: what stands in quotation marks, and in an answer to a Thai question
    the Latin words (names) that a cited Thai quote writes in Latin letters too. The rest is in
    the language that `sources.detect_language` finds; a text without letters agrees.

    Args:
        text: The answer's text.
        stated: The language that the answer says it is in.
        lang: The language of the question.
        quotes: The quotes that the answer cites.
    """
    if stated != lang:
        return 0.0
    text = _QUOTED.sub(" ", text)
    if lang == "th":
        thai = " ".join(quote for quote in quotes if detect_language(quote) == "th")
        names = set(_LATIN_WORD.findall(thai))
        text = _LATIN_WORD.sub(lambda m: "" if m.group() in names else m.group(), text)
    return float(not _LETTER.search(text) or detect_language(text) == lang)
