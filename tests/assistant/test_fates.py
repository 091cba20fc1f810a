"""How many died is not told by how many fell ill."""

import pytest

from assistant.fates import of_another_fate
from assistant.question import understand

ILL = "มีผู้ป่วยโรคทางเดินหายใจเข้ารับการรักษาในจังหวัดเลย 6,480 ราย"
STORM = "Three people died and 12 were injured when the storm brought down the scaffolding."


@pytest.mark.parametrize(
    ("question", "text", "words", "language", "other"),
    [
        ("มีผู้เสียชีวิตจากโรคทางเดินหายใจกี่ราย", ILL, "6,480 ราย", "th", True),
        ("มีผู้ป่วยโรคทางเดินหายใจกี่ราย", ILL, "6,480 ราย", "th", False),
        ("How many died of respiratory disease?", ILL, "6,480 ราย", "th", True),
        ("How many patients were treated?", ILL, "6,480 ราย", "th", False),
        ("How many people live in Loei?", ILL, "6,480 ราย", "th", False),
        ("How many people died in the storm?", STORM, "Three people", "en", False),
        ("How many people were missing after it?", STORM, "12", "en", True),
        ("พายุทำให้มีผู้เสียชีวิตกี่คน", STORM, "Three people", "en", False),
        ("Who died in the storm?", ILL, "6,480 ราย", "th", False),
    ],
)
def test_another_fate(question, text, words, language, other):
    start = text.index(words)
    span = (start, start + len(words))
    assert of_another_fate(understand(question), text, span, language) is other
