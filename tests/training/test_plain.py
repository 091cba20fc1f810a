"""Statements made false by one change."""

import random
from pathlib import Path

import pytest

from assistant import Proposed, Verifier, shipped_reader, understand
from index import Hit, chunk, open_encoder
from sources import load, load_settings
from training.plain import negated, renamed, renumbered, shortened, swapped

DEVELOPMENT = Path(__file__).parents[2] / "evals" / "development"
ASKED = {"th": "บทความเรื่อง {} กล่าวว่าอย่างไร", "en": "What does the article say about {}?"}


def ways(text: str, language: str) -> set[str]:
    return {negated(text, language, random.Random(seed)) for seed in range(20)}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bridge was opened in May.", "The bridge was not opened in May."),
        ("The mayor opened the bridge.", "The mayor did not open the bridge."),
        ("The board agreed to wait.", "The board did not agree to wait."),
        ("Japan lent Laos 320 million dollars.", "Japan did not lend Laos 320 million dollars."),
        ("The bridge was not opened in May.", "The bridge was opened in May."),
        ("The mayor did not wait for it.", "The mayor did wait for it."),
    ],
)
def test_an_english_statement_is_denied_as_english_denies(text: str, denied: str) -> None:
    assert denied in ways(text, "en")


@pytest.mark.parametrize("text", ["The opened road.", "No ship has come.", "A man of means.", ""])
def test_what_has_no_verb_of_its_own_or_is_denied_in_other_words_is_left(text: str) -> None:
    assert ways(text, "en") == {""}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("สะพานจะเปิดใช้ในเดือนพฤษภาคม", "สะพานจะไม่เปิดใช้ในเดือนพฤษภาคม"),
        ("เทศบาลได้รับเงิน 5 ล้านบาท", "เทศบาลไม่ได้รับเงิน 5 ล้านบาท"),
        ("สะพานไม่ได้เปิดในเดือนพฤษภาคม", "สะพานได้เปิดในเดือนพฤษภาคม"),
        ("โครงการนี้ไม่มีงบประมาณ", "โครงการนี้มีงบประมาณ"),
    ],
)
def test_a_thai_statement_is_denied_as_thai_denies(text: str, denied: str) -> None:
    assert denied in ways(text, "th")


@pytest.mark.parametrize("text", ["The pier is 120 metres long.", "ท่าเรือยาว ๑๒๐ เมตร"])
def test_one_digit_is_another(text: str) -> None:
    for seed in range(20):
        other = renumbered(text, random.Random(seed))
        differ = [(a, b) for a, b in zip(text, other, strict=True) if a != b]
        assert len(differ) == 1
        assert differ[0][1].isdigit()
    assert renumbered("The pier is long.", random.Random(0)) == ""


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        (
            "The city opened a market beside the Ping on 5 March 2022.",
            "en",
            {
                "The city opened a market on 5 March 2022.",
                "The city opened a market beside the Ping.",
            },
        ),
        ("The fair runs during the rains and the harvest.", "en", {""}),
        ("The bridge opens only in May.", "en", {""}),
        ("The bridge did not open in May.", "en", {""}),
        ("In May the bridge opens.", "en", {""}),
        ("เทศบาลเปิดตลาดริมคลองเมื่อวันที่ 3 มกราคม 2566", "th",
         {"เทศบาลเปิดตลาด เมื่อวันที่ 3 มกราคม 2566", "เทศบาลเปิดตลาดริมคลอง"}),
        ("เทศบาลไม่เปิดตลาดในเดือนมกราคม", "th", {""}),
        ("สุนัขพักได้เฉพาะในบ้าน", "th", {""}),
    ],
)  # fmt: skip
def test_a_phrase_is_left_out_where_that_changes_no_truth(
    text: str, language: str, made: set[str]
) -> None:
    assert {shortened(text, language, random.Random(seed)) for seed in range(20)} == made


def test_a_name_is_another_of_its_sort() -> None:
    passage = "Japan lent Laos money. Vietnam offered engineers, said Anna Berg."
    made = {renamed("Japan lent Laos money.", passage, "en", random.Random(n)) for n in range(20)}
    assert made == {"Vietnam lent Laos money.", "Japan lent Vietnam money."}
    assert renamed("It rained.", passage, "en", random.Random(0)) == ""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_sentence_is_verified_and_the_same_denied_or_renumbered_is_not(language: str) -> None:
    """Ask the shipped verifier of articles that neither it nor the judge was developed on."""
    rng, verifier = random.Random(0), Verifier(shipped_reader(), open_encoder(load_settings()))
    right: list[bool] = []
    refuted: list[bool] = []
    for path in sorted(DEVELOPMENT.glob(f"*.{language}.md"))[:8]:
        (document,) = load(str(path), load_settings())
        hit = Hit(chunk(document)[0], 1.0, title=document.title, language=language)
        question = understand(ASKED[language].format(document.title))
        sentences = [hit.passage.text[a:b] for a, b in hit.passage.sentences if b - a > 30]
        for said in sentences[:2]:
            claims = (said, negated(said, language, rng), renumbered(said, rng))
            shown = [
                verifier.check(question, Proposed(claim, 0, said), [hit]).supported
                for claim in claims
                if claim
            ]
            right.append(shown[0])
            refuted += [not one for one in shown[1:]]
    assert len(right) > 10
    assert sum(right) >= 0.9 * len(right)
    assert sum(refuted) >= 0.9 * len(refuted)


def test_two_names_change_places_where_that_says_something_else() -> None:
    def told(text: str) -> str:
        return swapped(text, "en", random.Random(0))

    assert told("Smith beat Jones in the final.") == "Jones beat Smith in the final."
    assert told("In 2019 Japan lent Laos 5 million.") == "In 2019 Laos lent Japan 5 million."
    assert told("Laos and Japan signed it.") == told("Smith met Jones.") == told("It rained.") == ""
