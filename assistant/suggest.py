"""Suggested questions: drafted from facts in the passages, in the language of the article."""

from assistant.drafts_english import english_drafts
from assistant.drafts_thai import thai_drafts
from index import Index

_MOST = 12  # drafted in all
_LONGEST = 72  # characters of a question


def suggest(index: Index, language: str) -> list[str]:
    """Draft questions about what is in the index, the latest documents first, no two alike."""
    drafts: dict[str, None] = {}
    for entry in index.entries():
        if entry.language != language:
            continue
        for passage in index.passages(entry.id):
            for text in thai_drafts(passage) if language == "th" else english_drafts(passage):
                if len(text) <= _LONGEST:
                    drafts.setdefault(text)
        if len(drafts) >= _MOST:
            break
    return _varied(list(drafts))[:_MOST]


def _varied(drafts: list[str]) -> list[str]:
    """Take drafts from all over the list, so that the first few are not all of one passage."""
    step = max(1, len(drafts) // 4)
    return [draft for first in range(step) for draft in drafts[first::step]]
