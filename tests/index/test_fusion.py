import pytest

from index.fusion import Weights, weights


def test_legs_are_summed_by_weight() -> None:
    legs = {"words": 0.5, "dense": 0.8, "windows": 0.6, "names": 1.0, "phrases": 1.0}
    found = Weights(words=0.2, dense=0.5, windows=0.25, names=0.1, phrases=9.0, bias=0.02)
    assert found.of(legs) == pytest.approx(0.77), "phrases are added later, near the first hit only"


@pytest.mark.parametrize("pair", [("th", "th"), ("en", "en"), ("en", "th"), ("th", "en")])
def test_every_pair_weighs_every_leg_that_it_has(pair: tuple[str, str]) -> None:
    found = weights(*pair)
    assert found.words > 0 and found.dense > 0 and found.windows > 0
    assert (found.names > 0) == (pair[0] != pair[1])


@pytest.mark.parametrize("pair", [("th", "th"), ("en", "en"), ("en", "th"), ("th", "en")])
def test_no_leg_of_words_outweighs_meaning(pair: tuple[str, str]) -> None:
    found = weights(*pair)
    assert found.dense + found.windows == pytest.approx(1.0)
    assert found.words + found.names < 0.5
