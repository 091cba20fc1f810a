"""Rules that bar a span, held against the answers that the writers of the items marked."""

from itertools import chain
from pathlib import Path

from assistant.barred import Marked, barred
from assistant.evidence import sentence_around
from assistant.question import understand
from tests.assistant.passages import passage
from training.items import LANGUAGES, load_items

CORPUS = Path(__file__).parent.parent.parent / "training" / "corpus"
EVERY = 24  # items; all of them take minutes
BARRED = 0.004  # share of the marked answers that rules may bar: idioms, and what writers mislabel


def test_rules_hardly_bar_a_marked_answer() -> None:
    items = list(chain.from_iterable(load_items(path) for path in sorted(CORPUS.glob("*.jsonl"))))
    barring, count = [], 0
    for item in items[::EVERY]:
        for turn, (asked, told) in enumerate(item.asked):
            spoken, language = LANGUAGES[turn % 2], LANGUAGES[turn // 2 % 2]
            question, text = understand(asked[spoken]), item.text[language]
            start = text.find(told[language])
            span = (start, start + len(told[language]))
            count += 1
            around = sentence_around(passage(text, language), span, language)
            if rule := barred(Marked(question, "", text, language, span, around)):
                barring.append((rule, question.kind, question.text, told[language]))
    assert count > 1_000
    assert len(barring) <= BARRED * count, barring
