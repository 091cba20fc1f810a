"""Benchmark: every leg alone, their fusion, and what a tutorial builds, over the same questions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median
from typing import Any

from evals.corpus import Corpus, Progress, indexed, spread
from evals.gold import squad_gold
from evals.legs import ALL, FUSED, UNREAD, Found, gold_rank, rankings
from evals.measures.retrieval import one_relevant, recall_at, reciprocal_rank
from evals.pairs import PAIRS, Bench
from evals.peers import PeerKind
from evals.schema import Question
from evals.speed import passages_per_second, question_times
from index import Encoder, Index

TIMED = 40  # questions a pair whose time is taken
ENCODED = 64  # passages, the longest, for the speed of the encoders
LABELS = {
    FUSED: "Thamtop",
    UNREAD: "– before the reader breaks near ties",
    "words": "– words alone (BM25; across languages over glosses)",
    "dense": "– passage vectors alone",
    "windows": "– best window alone",
    "names": "– names alone",
}
Ranks = list[int | None]


@dataclass(slots=True)
class Measured:
    """What one run found out.

    Attributes:
        ranks: Ranks of the gold passages, question by question, by row and pair.
        ms: Milliseconds of the timed questions by row.
        pairs: Counts of questions, passages and windows by pair.
        texts: The passages of all corpora.
        asked: The timed questions.
    """

    ranks: dict[str, dict[str, Ranks]] = field(default_factory=dict)
    ms: dict[str, list[float]] = field(default_factory=dict)
    pairs: dict[str, dict[str, int]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def measure(
    benches: Sequence[Bench],
    encoder: Encoder | None,
    kinds: Sequence[PeerKind],
    progress: Progress,
) -> Measured:
    """Index each corpus once and ask its questions of the index and of the peers.

    Args:
        benches: Corpora with their questions.
        encoder: The index's encoder; None: the words alone search.
        kinds: The peers.
        progress: Called with what is being done, the number done and the total.
    """
    found = Measured()
    for bench in benches:
        with indexed(bench.corpus, progress, encoder) as index:
            _measure_bench(bench, index, kinds, progress, found)
    return found


def rows(
    found: Measured, kinds: Sequence[PeerKind], encoder: str, speeds: Mapping[str, float]
) -> list[dict[str, Any]]:
    """Return the rows of the table: the fusion, its legs, the peers, encoders of their own.

    Args:
        found: What was measured.
        kinds: The peers.
        encoder: Name of the index's encoder.
        speeds: Passages that each encoder takes in a second, by its name.
    """
    encoders = {FUSED: encoder} | {kind.name: kind.encoder.name for kind in kinds if kind.encoder}
    peers = [kind.name for kind in kinds]
    legs = [name for name in found.ranks if name not in (FUSED, *peers)]
    alone = [name for name in speeds if name not in encoders.values()]
    return [
        {
            "name": name,
            "label": _label(name, legs),
            "figures": {
                pair: figures(ranks)
                for pair in PAIRS
                if (ranks := found.ranks.get(name, {}).get(pair))
            },
            "passages_per_s": speeds.get(encoders.get(name, name)),
            "ms_per_question": median(found.ms[name]) if name in found.ms else None,
            "ranks": found.ranks.get(name, {}),
        }
        for name in (FUSED, *legs, *peers, *alone)
    ]


def _label(name: str, legs: Sequence[str]) -> str:
    return LABELS.get(name, f"– {name} alone" if name in legs else name)


def figures(ranks: Ranks) -> dict[str, float]:
    """Return recall@1, MRR@10 and recall@5 of the ranks of gold passages, 0 to 1."""
    found = [one_relevant(rank) for rank in ranks]
    return {
        "recall@1": fmean(recall_at(gains, 1, 1) for gains in found),
        "mrr@10": fmean(reciprocal_rank(gains) for gains in found),
        "recall@5": fmean(recall_at(gains, 1, 5) for gains in found),
    }


def encoder_speeds(
    encoders: Mapping[str, Encoder], found: Measured
) -> tuple[dict[str, float], dict[str, float], list[str]]:
    """Return passages a second and milliseconds a question of encoders, and the texts used."""
    texts = sorted(found.texts, key=len, reverse=True)[:ENCODED]
    documents = {name: encoder.encode_document for name, encoder in encoders.items()}
    questions = {name: encoder.encode_query for name, encoder in encoders.items()}
    times = question_times(questions, found.asked[:TIMED])
    return (
        passages_per_second(documents, texts),
        {name: median(taken) for name, taken in times.items()},
        texts,
    )


def _measure_bench(
    bench: Bench, index: Index, kinds: Sequence[PeerKind], progress: Progress, found: Measured
) -> None:
    documents = list(bench.corpus.documents.values())
    passages = [passage for document in documents for passage in index.passages(document.id)]
    found.texts += [passage.text for passage in passages]
    peers: dict[str, Callable[[str], Found]] = {}
    for done, kind in enumerate(kinds, start=1):
        peers[kind.name] = kind.build(documents).search
        progress("Building peers", done, len(kinds))
    for pair, asked in bench.pairs.items():
        found.pairs[pair] = {
            "questions": len(asked),
            "passages": len(passages),
            "windows": sum(len(passage.windows) for passage in passages),
        }
        # Times first: whatever the index keeps of a question must not shorten them.
        timed = [question.question for question in spread(asked, TIMED)]
        for name, taken in question_times({FUSED: index.search, **peers}, timed).items():
            found.ms.setdefault(name, []).extend(taken)
        found.asked += timed
        each = []
        for done, question in enumerate(asked, start=1):
            each.append(_ranks(question, bench.corpus, index, peers))
            progress(f"Asking {pair}", done, len(asked))
        for name in dict.fromkeys(name for one in each for name in one):
            found.ranks.setdefault(name, {})[pair] = [one.get(name) for one in each]


def _ranks(
    question: Question,
    corpus: Corpus,
    index: Index,
    peers: Mapping[str, Callable[[str], Found]],
) -> dict[str, int | None]:
    """Return the rank of one question's gold passage by row."""
    gold = squad_gold(corpus.items[question.id], corpus.documents)
    assert gold is not None, "a bench holds only questions with a passage"
    found = rankings(index.search(question.question, k=ALL))
    found |= {name: search(question.question) for name, search in peers.items()}
    return {name: gold_rank(scored, gold) for name, scored in found.items()}
