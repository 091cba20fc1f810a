import pytest

from tests.assistant.fakes import FakeReader
from training.labelled import Labelled
from training.table import measured


def asked(text: str, *answers: str) -> Labelled:
    spans = tuple((text.index(answer), text.index(answer) + len(answer)) for answer in answers)
    return Labelled("news", "x", "?", "en", "en", text, spans)


def test_answers_and_their_scores_are_measured():
    reader = FakeReader(**{"in 1932": 5.0, "in 1934": -1.0, "in 1936": 2.0})
    rows = [
        asked("It opened in 1932.", "1932"),
        asked("It closed in 1934.", "in 1934"),
        asked("It burnt in 1936."),
        asked("It was painted."),
    ]
    overlap, exact, area, right = measured(reader, rows)
    assert exact == 50
    assert overlap == pytest.approx(100 * (2 / 3 + 1) / 2)
    assert area == 0.75  # 5 lies above 2 and nothing, -1 above nothing alone
    assert right == 50  # 5 and nothing are on their side of 0
