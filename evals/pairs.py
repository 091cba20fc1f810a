"""Pairs: questions in one language over passages in the same or the other one.

From a SQuAD file a language, joined by question id, come four pairs; a third file gives one more.
"""

from collections import Counter
from dataclasses import dataclass

from evals.corpus import Corpus, QuestionSet, join, read_corpus, read_set, spread
from evals.schema import Question
from sources import EvaluationError

PAIRS = ("th→th", "en→en", "en→th", "th→en", "iapp th→th")
_NAMES = {"th": "Thai", "en": "English"}


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus and the questions asked of it.

    Attributes:
        corpus: The passages of one SQuAD file.
        pairs: The questions of each pair, by its name.
    """

    corpus: Corpus
    pairs: dict[str, list[Question]]


def read_benches(
    thai: str | None, english: str | None, iapp: str | None, limit: int | None = None
) -> list[Bench]:
    """Form every pair that the given SQuAD files allow.

    Args:
        thai: Path of a file in Thai.
        english: Path of the same file in English, with the same question ids.
        iapp: Path of another file in Thai.
        limit: Ask at most so many questions a pair, spread over it; all passages stay.

    Raises:
        EvaluationError: No file is given, or one cannot be used.
    """
    if not (thai or english or iapp):
        raise EvaluationError(
            "There is nothing to measure; give --squad-th, --squad-en or --iapp a SQuAD 1.1 file."
        )
    th = _read(thai, "th", "--squad-th")
    en = _read(english, "en", "--squad-en")
    other = _read(iapp, "th", "--iapp")
    benches = []
    for own, twin, same, across in ((th, en, "th→th", "en→th"), (en, th, "en→en", "th→en")):
        if own:
            corpus = read_corpus([], own)
            pairs = {same: join(own, corpus)}
            if twin:
                pairs[across] = _across(twin, own, corpus)
            benches.append(Bench(corpus, pairs))
    if other:
        corpus = read_corpus([], other)
        benches.append(Bench(corpus, {"iapp th→th": join(other, corpus)}))
    return [_limited(bench, limit) for bench in benches]


def _read(path: str | None, language: str, option: str) -> QuestionSet | None:
    if path is None:
        return None
    asked = read_set(path)
    if asked.squad is None:
        raise EvaluationError(f"{path} is not a SQuAD 1.1 file; give {option} one.")
    languages = Counter(document.language for document in asked.squad.documents)
    most = languages.most_common(1)[0][0]
    if most != language:
        raise EvaluationError(
            f"The passages of {path} are mostly in {_NAMES.get(most, most)}; give {option} a file "
            f"in {_NAMES[language]}."
        )
    return asked


def _across(asked: QuestionSet, own: QuestionSet, corpus: Corpus) -> list[Question]:
    if not any(question.id in corpus.items for question in asked.questions):
        raise EvaluationError(
            f"{asked.name} and {own.name} have no question id in common; give --squad-th and "
            "--squad-en one data set in both languages, or leave one of them out."
        )
    return join(asked, corpus)


def _limited(bench: Bench, limit: int | None) -> Bench:
    """Leave out what no passage answers, then take at most `limit` questions a pair."""
    answerable = {
        name: [question for question in asked if question.answerable]
        for name, asked in bench.pairs.items()
    }
    return Bench(bench.corpus, {name: spread(asked, limit) for name, asked in answerable.items()})
