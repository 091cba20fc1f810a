"""Bootstrap intervals, calibration and parity, against cases worked out by hand."""

import numpy as np
import pytest

from evals.measures.calibration import Bin, expected_error, reliability
from evals.measures.parity import Scored, gap
from evals.statistics import difference, interval, mcnemar, median_of_rows


def test_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = interval([0, 1] * 10), interval([0, 1] * 1000)
    assert few and many
    assert few[0] < 0.5 < few[1]
    assert many[1] - many[0] < 0.06 < few[1] - few[0]
    # sqrt(.25 / 20) = .112: the normal interval is .28 to .72
    assert few == pytest.approx((0.28, 0.72), abs=0.06)


def test_interval_of_equal_scores_is_a_point_and_of_one_score_is_none() -> None:
    assert interval([1.0] * 8) == (1.0, 1.0)
    assert interval([1.0]) is None
    assert interval([]) is None


def test_interval_is_the_same_every_time() -> None:
    scores = list(np.random.default_rng(1).random(40))
    assert interval(scores) == interval(scores)


def test_interval_of_a_median() -> None:
    ends = interval([10, 10, 10, 10, 500], median_of_rows)
    assert ends and ends[0] == 10


def test_a_paired_difference_sees_what_intervals_of_either_run_do_not() -> None:
    before = [float(n % 2) for n in range(60)]
    after = [1.0 if n < 12 else before[n] for n in range(60)]  # six flip to right, none back
    found = difference(before, after)
    assert found
    assert (found.questions, found.better, found.worse) == (60, 6, 0)
    assert found.before == 0.5
    assert found.change == pytest.approx(0.1)
    assert found.rose and not found.fell
    alone, other = interval(before), interval(after)
    assert alone and other and alone[1] > other[0]  # unpaired they overlap


def test_a_change_within_chance_is_neither_rise_nor_fall() -> None:
    found = difference([1, 0, 1, 0, 1, 0], [0, 1, 1, 0, 1, 0])
    assert found and not found.rose and not found.fell
    assert (found.better, found.worse) == (1, 1)


def test_differences_need_the_same_questions() -> None:
    assert difference([], []) is None
    with pytest.raises(ValueError, match="same questions"):
        difference([1.0], [1.0, 0.0])


def test_calibration_by_hand() -> None:
    judged = [(0.95, True), (0.95, False), (0.15, False), (1.0, True)]
    assert reliability(judged) == [
        Bin(1, 0.15, 0.0),
        Bin(3, pytest.approx(2.9 / 3), pytest.approx(2 / 3)),
    ]
    # one answer .15 too sure, three .3 too sure: (.15 + 3 * .3) / 4
    assert expected_error(judged) == pytest.approx((0.15 + 3 * 0.3) / 4)
    assert expected_error([]) == 0


def test_parity_pairs_the_same_fact_in_both_languages() -> None:
    asked = [
        Scored("th", "a", {"answers.accuracy": 1.0}),
        Scored("en", "a", {"answers.accuracy": 0.0}),
        Scored("th", "b", {"answers.accuracy": 1.0}),
        Scored("en", "b", {"answers.accuracy": 1.0}),
        Scored("th", "", {"answers.accuracy": 0.0}),  # no pair
        Scored("en", "c", {"answers.accuracy": 0.0}),  # no Thai side
        Scored("th", "d", {}),  # not scored
        Scored("en", "d", {"answers.accuracy": 0.0}),
    ]
    found = gap(asked, "answers.accuracy")
    assert found and (found.questions, found.after, found.before) == (2, 1.0, 0.5)
    assert found.change == 0.5
    assert gap(asked, "retrieval.recall@1") is None


def test_mcnemar_by_hand() -> None:
    assert mcnemar(0, 0) == mcnemar(1, 1) == 1
    assert mcnemar(5, 0) == mcnemar(0, 5) == pytest.approx(2 / 32)
    # Eight questions turned, one of them against the others: 2 (1 + 8) / 256.
    assert mcnemar(7, 1) == pytest.approx(18 / 256)
    assert mcnemar(60, 30) < 0.01 < mcnemar(50, 40)
