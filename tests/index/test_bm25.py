import math

import numpy as np
import pytest

from index.bm25 import BM25, K1, B, Postings


def bm25(*passages: tuple[int, dict[int, float]]) -> BM25:
    rows = [(number, term, weight) for number, terms in passages for term, weight in terms.items()]
    numbers, terms, weights = zip(*rows, strict=True) if rows else ((), (), ())
    return BM25(
        Postings(
            np.array(numbers, np.int64), np.array(terms, np.uint32), np.array(weights, np.float32)
        )
    )


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
