import random
from collections import Counter

from training.balance import Balanced, cue_of
from training.example import Example
from training.mixture import Deck, Mixture


def _asked(*rows: tuple[str, int]) -> list[Example]:
    return [
        Example(question, f"passage {n}", None) for question, count in rows for n in range(count)
    ]


ANSWERABLE = _asked(("Who built the mill?", 20), ("How many mills are there?", 20), ("ใครสร้าง", 60))
TEMPTING = _asked(("Who burnt the mill?", 10), ("How many millers died?", 60), ("ใครเผา", 30))


def _shares(dealer: Balanced | Deck) -> Counter[str]:
    dealt = Counter(cue_of(dealer.deal().question) for _ in range(4000))
    return Counter({cue: round(count / 40) for cue, count in dealt.items()})


def test_kinds_are_dealt_in_the_shares_of_the_answerable_questions() -> None:
    rng = random.Random(0)
    shares = _shares(Balanced(TEMPTING, ANSWERABLE, lambda cards: Deck(cards, rng), rng))
    assert abs(shares["en_who"] - 20) <= 3
    assert abs(shares["en_how_many"] - 20) <= 3
    assert abs(shares["th_who"] - 60) <= 3


def test_a_rare_kind_is_not_repeated_without_bound() -> None:
    rng = random.Random(0)
    tempting = _asked(("Is the mill old?", 1), ("Who burnt the mill?", 99))
    answerable = _asked(("Is the mill in use?", 90), ("Who built the mill?", 10))
    shares = _shares(Balanced(tempting, answerable, lambda cards: Deck(cards, rng), rng))
    assert 5 <= shares["en_yes_no"] <= 35  # 1 of 100 as written, 90 of 100 in full balance


def test_years_are_a_kind_of_their_own() -> None:
    assert cue_of("In which year was it built?") == "en_when_year"
    assert cue_of("When was it built?") == "en_when"
    assert cue_of("สร้างเสร็จปีใด") == "th_when_year"


def test_the_mixture_balances_unanswerable_items() -> None:
    mixture = Mixture({"items": ANSWERABLE, "items_no": TEMPTING}, random.Random(0))
    drawn = [e.question for e in mixture.draw(4000)]
    assert abs(drawn.count("How many millers died?") - drawn.count("Who burnt the mill?")) < 80
