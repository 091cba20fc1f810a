"""Support weighed: where claims are shown from, and the plain claims that it is weighed on too."""

import random

import numpy as np

from evals.verification import FOLDER, load_cases
from sources import normalise
from training.support import best_place, plain_cases


def test_claims_are_shown_from_where_the_fewest_are_told_wrongly():
    scores = np.concatenate([np.linspace(1.0, 4.0, 200), np.linspace(-4.0, 0.0, 200)])
    right = np.repeat([1.0, 0.0], 200)
    place = best_place(scores, right)
    assert 0.0 < place < 1.0


def test_a_few_claims_move_the_place_little():
    rng = np.random.default_rng(0)
    scores = np.concatenate([rng.normal(1.5, 1.5, 600), rng.normal(-1.5, 1.5, 600)])
    right = np.repeat([1.0, 0.0], 600)
    places = [best_place(scores[kept], right[kept]) for kept in rng.random((6, 1200)) < 0.9]
    assert max(places) - min(places) < 0.5


def taken_out(text: str, quote: str) -> bool:
    """Tell whether a text is a quote without one stretch of it, spaces aside."""
    less, whole = text.replace(" ", ""), quote.replace(" ", "")
    return len(less) < len(whole) and any(
        whole.startswith(less[:cut]) and whole.endswith(less[cut:]) for cut in range(len(less) + 1)
    )


def test_beside_right_claims_stand_their_quotes_and_what_denies_or_changes_them():
    cases = [case for case in load_cases(FOLDER, "_weighed") if case.right][:120]
    made = plain_cases(cases, random.Random(0))
    quotes = {case.proposed.quote for case in cases}
    right = [one for one in made if one.right]
    false = [one for one in made if not one.right]
    assert len(right) > 10
    assert len(false) > len(right)
    # The quotes themselves, or one with a phrase taken out of it.
    shorter = [one.proposed.text for one in right if one.proposed.text not in quotes]
    assert 0 < len(shorter) < len(right)
    for text in shorter:
        assert any(taken_out(text, normalise(quote).text) for quote in quotes)
    assert not [one for one in false if one.proposed.text in quotes]
    assert {one.language for one in made} == {"th", "en"}
    assert all(one.times == 1 for one in made)
