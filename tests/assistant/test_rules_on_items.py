"""Rules that bar a span, held against the answers that the writers of the items marked."""

from itertools import chain
from pathlib import Path

from assistant.clash import acronym_lacks, clashes, is_rank, tells_nothing
from assistant.derived import listed
from assistant.question import understand
from training.items import LANGUAGES, load_items

CORPUS = Path(__file__).parent.parent.parent / "training" / "corpus"
EVERY = 12  # items; all of them take a minute
BARRED = 0.004  # share of the marked answers that rules may bar: idioms, and what writers mislabel


def test_rules_hardly_bar_a_marked_answer() -> None:
    items = list(chain.from_iterable(load_items(path) for path in sorted(CORPUS.glob("*.jsonl"))))
    barred, count = [], 0
    for item in items[::EVERY]:
        for turn, (asked, told) in enumerate(item.asked):
            spoken, language = LANGUAGES[turn % 2], LANGUAGES[turn // 2 % 2]
            question, words = understand(asked[spoken]), told[language]
            text = item.text[language]
            start = text.find(words)
            count += 1
            if (
                clashes(question, words, language)
                or (tells_nothing(question, words) and not listed(question, words, language))
                or acronym_lacks(question, text, language)
                or is_rank(question, text, (start, start + len(words)))
            ):
                barred.append((question.kind, question.text, words))
    assert count > 2_000
    assert len(barred) <= BARRED * count, barred
