import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bm25 import BM25, K1, B, Postings

Passages = dict[int, dict[int, float]]


def postings(passages: Passages) -> Postings:
    held = {number: terms for number, terms in sorted(passages.items()) if terms}
    return Postings(
        np.array(list(held), np.int64),
        np.array([len(terms) for terms in held.values()], np.int64),
        np.array([term for terms in held.values() for term in terms], np.uint32),
        np.array([weight for terms in held.values() for weight in terms.values()], np.float32),
    )


def bm25(*passages: tuple[int, dict[int, float]]) -> BM25:
    return BM25(postings(dict(passages)))


def by_hand(weight: float, length: float, mean: float, holders: int, passages: int) -> float:
    idf = math.log(1 + (passages - holders + 0.5) / (holders + 0.5))
    return idf * weight * (K1 + 1) / (weight + K1 * (1 - B + B * length / mean))


# Three passages of 3, 2 and 4 terms, 3 on average; term 7 is in two of them, term 8 in one.
PASSAGES = ((10, {7: 2.0, 8: 1.0}), (20, {7: 1.0, 9: 1.0}), (30, {9: 1.0, 5: 3.0}))


def test_scores_are_those_computed_by_hand() -> None:
    scores, most = bm25(*PASSAGES).scores([{7: 1.0}, {8: 1.0}])
    seven, eight = math.log(1 + 1.5 / 2.5), math.log(1 + 2.5 / 1.5)
    assert scores.tolist() == pytest.approx(
        [by_hand(2, 3, 3, 2, 3) + by_hand(1, 3, 3, 1, 3), by_hand(1, 2, 3, 2, 3), 0.0]
    )
    assert scores[0] == pytest.approx(seven * 2 * 2.2 / 3.2 + eight * 2.2 / 2.2)
    assert most == pytest.approx((seven + eight) * 2.2)


def test_ids_are_the_passages_that_have_terms() -> None:
    assert bm25(*PASSAGES).ids.tolist() == [10, 20, 30]


def test_of_a_group_only_the_best_term_counts() -> None:
    index = bm25(*PASSAGES)
    group, _ = index.scores([{7: 1.0, 8: 1.0}])
    alone, _ = index.scores([{8: 1.0}])
    assert group[0] == pytest.approx(max(by_hand(2, 3, 3, 2, 3), by_hand(1, 3, 3, 1, 3)))
    assert group[0] == pytest.approx(alone[0])


def test_a_gloss_counts_by_its_weight() -> None:
    index = bm25(*PASSAGES)
    whole, most = index.scores([{7: 1.0}])
    half, less = index.scores([{7: 0.5}])
    assert half.tolist() == pytest.approx((whole / 2).tolist())
    assert less == pytest.approx(most / 2)


def test_no_score_exceeds_the_most() -> None:
    scores, most = bm25((1, {1: 500.0}), (2, {2: 1.0})).scores([{1: 1.0}])
    assert 0 < scores[0] < most


def test_an_unknown_term_adds_nothing() -> None:
    scores, most = bm25(*PASSAGES).scores([{99: 1.0}, {}])
    assert scores.tolist() == [0.0, 0.0, 0.0] and most == 0.0


def test_no_passages() -> None:
    scores, most = bm25().scores([{1: 1.0}])
    assert len(scores) == 0 and most == 0.0


TERMS = st.dictionaries(
    st.sampled_from([1, 2, 3, 65_536, 65_537, 200_000]),
    st.just(1.0) | st.floats(0.5, 9, width=32),
    max_size=5,
)
CORPUS = st.dictionaries(st.integers(1, 60), TERMS, max_size=30)
QUESTION = st.lists(
    st.dictionaries(
        st.sampled_from([1, 2, 65_536, 200_000, 7]), st.sampled_from([1.0, 0.5]), max_size=3
    ),
    max_size=4,
)


@settings(deadline=None)
@given(old=CORPUS, new=CORPUS, gone=st.sets(st.integers(1, 60)), question=QUESTION)
def test_a_changed_index_scores_as_one_built_anew(
    old: Passages, new: Passages, gone: set[int], question: list[dict[int, float]]
) -> None:
    later = {number + 60: terms for number, terms in new.items()}
    built = BM25(postings(old))
    lost = np.array([number for number in built.built_with.tolist() if number in gone], np.int64)
    changed = built.changed(postings(later), lost)
    left = {number: terms for number, terms in old.items() if number not in gone}
    anew = BM25(postings(left | later))
    scores, most = changed.scores(question)
    wanted, ceiling = anew.scores(question)
    by_id = dict(zip(changed.ids.tolist(), scores.tolist(), strict=True))
    expected = dict(zip(anew.ids.tolist(), wanted.tolist(), strict=True))
    assert most == pytest.approx(ceiling)
    assert {n: s for n, s in by_id.items() if s} == pytest.approx(
        {n: s for n, s in expected.items() if s}
    )


@settings(deadline=None)
@given(corpus=CORPUS, question=QUESTION)
def test_the_scores_are_those_computed_by_hand_whatever_the_question(
    corpus: Passages, question: list[dict[int, float]]
) -> None:
    held = {number: terms for number, terms in corpus.items() if terms}
    lengths = {number: sum(terms.values()) for number, terms in held.items()}
    mean = sum(lengths.values()) / max(1, len(lengths))
    holders = {t: sum(t in terms for terms in held.values()) for t in (1, 2, 65_536, 200_000)}
    scores, _ = BM25(postings(corpus)).scores(question)
    for number, score in zip(sorted(held), scores.tolist(), strict=True):
        terms = held[number]
        assert score == pytest.approx(
            sum(
                max(
                    (
                        weight * by_hand(terms[t], lengths[number], mean, holders[t], len(held))
                        for t, weight in group.items()
                        if t in terms
                    ),
                    default=0.0,
                )
                for group in question
            ),
            rel=1e-5,
        )
