"""Passage and Hit: what is searched, and what a search brings back."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one document.

    Attributes:
        id: Row number in the store, never used again; 0 before it is stored.
        document_id: The document it belongs to.
        start: First character in the document's text.
        end: Character after the last.
        text: Exactly ``document.text[start:end]``.
        language: ``th`` or ``en``: its own, which may differ from its document's.
        windows: Half-open ranges of clauses inside the passage (about 200 characters,
            overlapping), as offsets into the document's text.
        sentences: Half-open ranges of its sentences, as offsets into the passage's own text.
    """

    id: int
    document_id: str
    start: int
    end: int
    text: str
    windows: tuple[tuple[int, int], ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by a search.

    Attributes:
        passage: The passage.
        score: Fused score, higher is better; comparable within one search only.
        legs: The score of each leg that saw the passage, in its own unit; after a reranker also its
            value (``reranker``) and the fused score before (``unread``).
        title: Title of the passage's document.
        language: Language of the passage.
        edition: Key that the document shares with its editions in other languages, if any.
    """

    passage: Passage
    score: float
    legs: dict[str, float] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    edition: str | None = None
