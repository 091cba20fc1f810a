"""Index: what is searched, and how."""

from typing import TYPE_CHECKING

from index.analysis import gloss
from index.bilingual import Lexicon, lexicon, ranks
from index.chunk import chunk, grapheme_boundary
from index.embedding import Progress
from index.encoder import Encoder, open_encoder
from index.function_words import ASIDE
from index.index import Added, Index, Twin
from index.inspection import Condition, inspect_encoder, inspect_index, inspect_reranker
from index.names import MINIMUM_KEY, heard_key, latin_key, thai_key
from index.passage import Hit, Passage
from index.reranker import Reranker, reordered
from index.sentences import clause_spans, sentence_spans
from index.store import Entry
from index.words import STOP_WORDS, segment, stem, tokens

if TYPE_CHECKING:
    from index.langchain import ThamtopEmbeddings, ThamtopRetriever

__all__ = [
    "ASIDE",
    "MINIMUM_KEY",
    "STOP_WORDS",
    "Added",
    "Condition",
    "Encoder",
    "Entry",
    "Hit",
    "Index",
    "Lexicon",
    "Passage",
    "Progress",
    "Reranker",
    "ThamtopEmbeddings",
    "ThamtopRetriever",
    "Twin",
    "chunk",
    "clause_spans",
    "gloss",
    "grapheme_boundary",
    "heard_key",
    "inspect_encoder",
    "inspect_index",
    "inspect_reranker",
    "latin_key",
    "lexicon",
    "open_encoder",
    "ranks",
    "reordered",
    "segment",
    "sentence_spans",
    "stem",
    "thai_key",
    "tokens",
]

_LANGCHAIN = {"ThamtopEmbeddings", "ThamtopRetriever"}

if not TYPE_CHECKING:  # so that mypy still sees a misspelt import

    def __getattr__(name: str) -> object:
        # LangChain takes half a second to import: only those who use it pay.
        if name in _LANGCHAIN:
            from index import langchain

            return getattr(langchain, name)
        raise AttributeError(f"module 'index' has no attribute {name!r}")
