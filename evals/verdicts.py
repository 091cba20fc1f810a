"""Verdicts: how many yes-or-no questions are decided rightly, given the words that answer.

``python -m evals.verdicts [FOLDER] [--wrong]`` prints a table of ``verdicts.jsonl``, over the
passages of ``passages.json``, by pair of languages and by phenomenon: of the part that rules and
weights were tuned on, and of the part that is held out. Passages are in one part only.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant import Verdict, decide, understand
from sources import EvaluationError

FOLDER = Path(__file__).parent / "verdicts"
PARTS = {"tuned": "Tuned on", "held_out": "Held out"}
PAIRS = ("th-th", "en-en", "en-th", "th-en")
_SURE = 0.7  # from this on a verdict is called sure in the last line of a table


@dataclass(frozen=True, slots=True)
class Case:
    """A yes-or-no question and what its passage says.

    Attributes:
        id: Its name.
        part: ``tuned`` or ``held_out``.
        phenomenon: What it is an instance of: ``exception``, ``limit``, ``plain``.
        pair: Language of the question and of the passage: ``en-th``.
        source: The article that the passage is of, whatever its language.
        question: The question.
        passage: The passage.
        evidence: The words of it that a reader would point at.
        yes: Whether the answer is yes.
    """

    id: str
    part: str
    phenomenon: str
    pair: str
    source: str
    question: str
    passage: str
    evidence: str
    yes: bool

    def decide(self) -> Verdict:
        """Decide it."""
        language = self.pair.partition("-")[2]
        return decide(understand(self.question), self.passage, self.evidence, language)


@dataclass(frozen=True, slots=True)
class Decided:
    """A case and what was decided."""

    case: Case
    verdict: Verdict

    @property
    def right(self) -> bool:
        """Whether that is right."""
        return self.verdict.yes == self.case.yes


def load_cases(folder: Path = FOLDER) -> list[Case]:
    """Read the cases of a folder.

    Raises:
        EvaluationError: A file is missing or not what it should be.
    """
    try:
        rows = json.loads((folder / "passages.json").read_text("utf-8"))
        passages = {row["id"]: (row["language"], row["text"]) for row in rows}
        lines = (folder / "verdicts.jsonl").read_text("utf-8").splitlines()
        return [_case(json.loads(line), passages) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(
            f"The cases in {folder} cannot be read ({error}); name a folder with "
            "verdicts.jsonl and passages.json."
        ) from None


def _case(row: Mapping[str, object], passages: Mapping[str, tuple[str, str]]) -> Case:
    name = str(row["passage"])
    language, text = passages[name]
    if str(row["evidence"]) not in text:
        raise ValueError(f"{row['id']}: its evidence is not in the passage {name}")
    return Case(
        id=str(row["id"]),
        part=str(row["part"]),
        phenomenon=str(row["phenomenon"]),
        pair=f"{row['language']}-{language}",
        source=name.partition(f"-{language}-")[0],
        question=str(row["question"]),
        passage=text,
        evidence=str(row["evidence"]),
        yes=row["yes"] is True,
    )


def decided(cases: Sequence[Case]) -> Iterator[Decided]:
    """Decide each case."""
    for case in cases:
        yield Decided(case, case.decide())


def print_decided(title: str, decided: Sequence[Decided], console: Console, *, wrong: bool) -> None:
    """Print a table by phenomenon and pair of languages, and if wished what went wrong."""
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.add_column("Phenomenon")
    for heading in (*PAIRS, "within", "across"):
        table.add_column(heading, justify="right")
    for phenomenon in sorted({one.case.phenomenon for one in decided}):
        table.add_row(*_row(phenomenon, [o for o in decided if o.case.phenomenon == phenomenon]))
    for answer, heading in ((True, "right answer yes"), (False, "right answer no")):
        table.add_row(*_row(heading, [one for one in decided if one.case.yes == answer]))
    table.add_row(*_row("all", decided), style="bold")
    console.print(table)
    sure = [one for one in decided if one.verdict.sure >= _SURE]
    console.print(f"Sure ({_SURE:.1f} and more): {_share(sure)} right.")
    for one in decided:
        if wrong and not one.right:
            said = "yes" if one.verdict.yes else "no"
            line = f"{one.case.id}, {one.case.phenomenon}: {said}, {one.verdict.sure:.2f}: "
            console.print(Text(line + one.case.question, style="dim"))


def _row(heading: str, decided: Sequence[Decided]) -> list[str]:
    cells = [heading]
    for pair in PAIRS:
        cells.append(_share([one for one in decided if one.case.pair == pair]))
    for within in (True, False):
        some = [one for one in decided if (one.case.pair in PAIRS[:2]) == within]
        cells.append(_share(some))
    return cells


def _share(decided: Sequence[Decided]) -> str:
    right = sum(one.right for one in decided)
    return f"{right} of {len(decided)}" if decided else "–"


def main(arguments: Sequence[str]) -> None:
    """Print the tables of a folder."""
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    cases, console = load_cases(*folders[:1]), Console()
    for part, title in PARTS.items():
        done = list(decided([case for case in cases if case.part == part]))
        print_decided(title, done, console, wrong="--wrong" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
