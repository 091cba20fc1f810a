"""Index: what is searched, and how."""

from index.analysis import gloss
from index.bilingual import Lexicon, lexicon
from index.chunk import chunk, grapheme_boundary
from index.encoder import Encoder, open_encoder
from index.index import Added, Index, Progress, Twin
from index.passage import Hit, Passage
from index.sentences import clause_spans, sentence_spans
from index.store import Entry
from index.words import STOP_WORDS, segment, stem, tokens

__all__ = [
    "STOP_WORDS",
    "Added",
    "Encoder",
    "Entry",
    "Hit",
    "Index",
    "Lexicon",
    "Passage",
    "Progress",
    "Twin",
    "chunk",
    "clause_spans",
    "gloss",
    "grapheme_boundary",
    "lexicon",
    "open_encoder",
    "segment",
    "sentence_spans",
    "stem",
    "tokens",
]
