import numpy as np
import pytest

from training.fusion import LEGS, OWN_FIRST, Case, bias, fit, held_out


def cases(count: int) -> list[Case]:
    """Questions whose gold stands out in words by 0.3, in windows by 0.2; the rest is noise."""
    random = np.random.default_rng(7)
    made = []
    for number in range(count):
        legs = random.normal(scale=0.1, size=(12, len(LEGS)))
        place = number % 12
        legs[place, LEGS.index("words")] += 0.3
        legs[place, LEGS.index("windows")] += 0.2
        gold = np.arange(12) == place
        made.append(Case(legs, gold, np.arange(12), f"d{number}", f"q{number}"))
    return made


def test_fit_weighs_what_tells_the_gold_and_nothing_else():
    weights = dict(zip(LEGS, fit(cases(1500)), strict=True))
    assert weights["dense"] + weights["windows"] == pytest.approx(1)
    # The likelihood's optimum for equal noise: weights in the ratio of the means.
    assert weights["words"] / weights["windows"] == pytest.approx(1.5, rel=0.15)
    assert weights["names"] < 0.25 * weights["windows"]
    assert weights["phrases"] < 0.25 * weights["windows"]


def test_held_out_ranks_are_of_questions_that_were_not_fitted():
    found = cases(60)
    ranks = held_out(found)
    assert (ranks == 1).mean() > 0.7
    # With the gold of one question swapped no weights can know, so its rank falls.
    odd = Case(found[0].legs, np.arange(12) == 5, found[0].unit, "odd", "odd")
    assert held_out([*found, odd])[-1] > 1


def test_a_rank_counts_documents_not_passages_and_ties_count_against():
    legs = np.zeros((4, len(LEGS)))
    legs[:, 0] = [0.9, 0.8, 0.5, 0.5]
    weights = np.eye(len(LEGS))[0]
    gold = np.array([False, False, True, False])
    assert Case(legs, gold, np.array([0, 0, 1, 2]), "d", "q").rank(weights) == 3


def test_the_bias_lets_most_translations_stand_behind_their_originals():
    weights = np.eye(len(LEGS))[1]
    own = [one(0.80, f"q{number}") for number in range(101)]
    other = [one(0.80 - number / 1000, f"q{number}") for number in range(101)]
    added = bias(own, [*other, one(0.1, "of its own")], weights, weights)
    assert added == pytest.approx(0.010)
    behind = [a.best(weights) > b.best(weights) + added for a, b in zip(own, other, strict=True)]
    assert sum(behind) / len(behind) == pytest.approx(OWN_FIRST, abs=0.02)
    assert bias(own, [one(0.5, "of its own")], weights, weights) == 0.0


def one(score: float, question: str) -> Case:
    legs = np.zeros((2, len(LEGS)))
    legs[:, 1] = [score, 0.99]
    return Case(legs, np.array([True, False]), np.arange(2), "d", question)
