"""Suggested questions: drafted from facts in the passages, in the language of the article."""

from collections.abc import Iterator
from itertools import islice

from assistant.drafts_english import english_drafts, is_vague
from assistant.drafts_thai import thai_drafts
from index import Index

_DRAWN = 24  # drafted in all
_MOST = 12  # offered
_LONGEST = 72  # characters of a question


def drafts(index: Index, language: str | None = None) -> Iterator[str]:
    """Yield questions that the articles answer, in their own languages, no two alike.

    Args:
        index: Where the articles are; the latest come first.
        language: Of the articles to be asked about; None for all.
    """
    seen: set[str] = set()
    for entry in index.entries():
        if language not in (None, entry.language):
            continue
        make = thai_drafts if entry.language == "th" else english_drafts
        for passage in index.passages(entry.id):
            fresh = [text for text in make(passage) if text not in seen]
            seen.update(fresh)
            yield from dict.fromkeys(fresh)


def suggest(index: Index, language: str) -> list[str]:
    """Draft questions about what is in the index, the latest documents first, no two alike."""
    short = (text for text in drafts(index, language) if len(text) <= _LONGEST)
    drawn = list(islice(short, _DRAWN))
    plain = [text for text in drawn if not is_vague(text)]
    return (_varied(plain) + [text for text in drawn if is_vague(text)])[:_MOST]


def _varied(drafted: list[str]) -> list[str]:
    """Take drafts from all over the list, so that the first few are not all of one passage."""
    step = max(1, len(drafted) // 4)
    return [draft for first in range(step) for draft in drafted[first::step]]
