"""Spans that only point at what another sentence names."""

import pytest

from assistant.pointing import points


@pytest.mark.parametrize(
    "words",
    [
        "He",
        "they",
        "This",
        "the latter",
        "this outbreak",
        "เขา",
        "พวกเขา",
        "การระบาดครั้งนี้",
        "โรงเรียนดังกล่าว",
    ],
)
def test_a_pronoun_tells_nobody(words: str) -> None:
    assert points(words)


@pytest.mark.parametrize(
    "words",
    [
        "Helen",
        "these 12 schools",
        "that of 2019",
        "both",
        "เขาใหญ่",
        "เขาสก",
        "ครั้งที่ 53",
        "ท่านผู้หญิงพูนศุข",
        "",
    ],
)
def test_what_names_or_counts_is_no_pronoun(words: str) -> None:
    assert not points(words)
