"""Verification: how many right claims are verified, and how many false ones refuted.

A refuted claim is marked as not confirmed, or dropped; a right one that is marked is not lost.

``python -m evals.verification [FOLDER]`` prints a table of ``claims.jsonl``, over the passages of
``claim_passages.json``, which rules and reader were developed on, one of ``claims_weighed.jsonl``,
on which `training.support` weighs what they find, and one of ``claims_held_out.jsonl``, which no
constant was chosen on. Of another folder those that it has.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assistant import Checked, Proposed, Verifier, shipped_reader, understand
from index import Hit, chunk, open_encoder
from sources import Document, EvaluationError, load_settings

FOLDER = Path(__file__).parent / "claims"
SETS = {"Developed on": "", "Weighed on": "_weighed", "Held out": "_held_out"}


@dataclass(frozen=True, slots=True)
class Case:
    """A claim and what should become of it.

    Attributes:
        id: Its name.
        kind: What it is an instance of: ``verbatim``, ``number``, ``role``.
        language: Language of question and answer.
        right: Whether the sources support it.
        question: The question.
        proposed: The claim.
        hits: The passages that it was made from.
        times: How often it counts where signs are weighed: more, if models often say the like.
    """

    id: str
    kind: str
    language: str
    right: bool
    question: str
    proposed: Proposed
    hits: tuple[Hit, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a claim, and the milliseconds that it took."""

    case: Case
    checked: Checked
    milliseconds: float

    @property
    def good(self) -> bool:
        """Whether a right claim was verified or a false one refuted."""
        return self.checked.supported == self.case.right

    @property
    def dropped(self) -> bool:
        """Whether it is not shown at all."""
        return not self.checked.supported and not self.checked.unconfirmed


def load_cases(folder: Path, suffix: str = "") -> list[Case]:
    """Read the claims and passages of a set.

    Raises:
        EvaluationError: A file is missing or not what it should be.
    """
    try:
        passages = json.loads((folder / f"claim_passages{suffix}.json").read_text("utf-8"))
        lines = (folder / f"claims{suffix}.jsonl").read_text("utf-8").splitlines()
        hits = {row["id"]: passages_of(row, number) for number, row in enumerate(passages, 1)}
        return [_case(json.loads(line), hits) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(
            f"The claims in {folder} cannot be read ({error}); name a folder with "
            f"claims{suffix}.jsonl and claim_passages{suffix}.json."
        ) from None


def judge(cases: Sequence[Case], verifier: Verifier) -> Iterator[Outcome]:
    """Check each claim."""
    for case in cases:
        question, begun = understand(case.question), perf_counter()
        checked = verifier.check(question, case.proposed, case.hits)
        yield Outcome(case, checked, (perf_counter() - begun) * 1000)


def print_outcomes(title: str, outcomes: Sequence[Outcome], console: Console) -> None:
    """Print a table by kind and language, then what went wrong."""
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.add_column("Kind")
    for heading in ("Thai", "English", "Both", "Marked"):
        table.add_column(heading, justify="right")
    for right, heading in ((True, "right claims verified"), (False, "false claims refuted")):
        some = [outcome for outcome in outcomes if outcome.case.right == right]
        for kind in sorted({outcome.case.kind for outcome in some}):
            table.add_row(*_row(kind, [one for one in some if one.case.kind == kind]))
        table.add_row(*_row(heading, some), style="bold", end_section=True)
    console.print(table)
    taken = sorted(outcome.milliseconds for outcome in outcomes)
    lost = sum(outcome.case.right and outcome.dropped for outcome in outcomes)
    console.print(
        f"Right claims lost, neither verified nor marked: {lost}. "
        f"{sum(taken) / len(taken):.0f} ms a claim, the slowest {taken[-1]:.0f} ms."
    )
    for outcome in outcomes:
        if not outcome.good:
            console.print(Text(_line(outcome), style="dim"))


def main(arguments: Sequence[str]) -> None:
    """Print the tables of a folder."""
    folder = Path(arguments[0]) if arguments else FOLDER
    verifier = Verifier(shipped_reader(), open_encoder(load_settings()))
    console = Console()
    for title, suffix in SETS.items():
        if suffix and folder != FOLDER and not (folder / f"claims{suffix}.jsonl").exists():
            continue
        print_outcomes(title, list(judge(load_cases(folder, suffix), verifier)), console)


def passages_of(row: Mapping[str, str], number: int) -> list[Hit]:
    """Return the passages of a text; a line in another language is one of its own.

    Args:
        row: Its id, title, language and text.
        number: Its place among the texts that are shown, from 1.
    """
    document = Document.create(
        title=row["title"], text=row["text"], origin=row["id"], language=row["language"]
    )
    return [
        Hit(passage, 1 / number, title=row["title"], language=passage.language)
        for passage in chunk(document)
    ]


def _case(row: Mapping[str, object], hits: Mapping[str, list[Hit]]) -> Case:
    named = row["passages"]
    if not isinstance(named, list) or not isinstance(row["passage"], int):
        raise TypeError(f"{row['id']}: passages are a list of names, passage a place in it")
    quote, parts = str(row["quote"]), hits[named[row["passage"]]]
    quoted = (n for n, part in enumerate(parts) if quote in part.passage.text)
    before = sum(len(hits[name]) for name in named[: row["passage"]])
    proposed = Proposed(str(row["claim"]), before + next(quoted, 0), quote)
    return Case(
        id=str(row["id"]),
        kind=str(row["kind"]),
        language=str(row["language"]),
        right=row["right"] is True,
        question=str(row["question"]),
        proposed=proposed,
        hits=tuple(hit for name in named for hit in hits[name]),
        times=int(str(row.get("times", 1))),
    )


def _row(heading: str, outcomes: Sequence[Outcome]) -> list[str]:
    cells = [heading]
    for languages in (("th",), ("en",), ("th", "en")):
        some = [outcome for outcome in outcomes if outcome.case.language in languages]
        good = sum(outcome.good for outcome in some)
        cells.append(f"{good} of {len(some)}" if some else "–")
    return [*cells, str(sum(outcome.checked.unconfirmed for outcome in outcomes))]


def _line(outcome: Outcome) -> str:
    case = outcome.case
    checked = outcome.checked
    become = "marked" if checked.unconfirmed else "lost"
    what = f"{become} ({checked.reason})" if case.right else "passed"
    return f"{what}: {case.id}, {case.kind}: {case.proposed.text}"


if __name__ == "__main__":
    main(sys.argv[1:])
