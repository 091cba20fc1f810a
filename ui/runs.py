"""Runs: the results of evaluations made on the page, kept in the data folder."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import streamlit as st
from babel.dates import format_date

from assistant import both_eras
from evals.comparing import read_result
from evals.corpus import SHIPPED
from evals.figures import Figures
from sources import EvaluationError, StoreError
from ui.problems import RESULT_NOT_KEPT
from ui.strings import say

KEPT = 20
_NAME = "%Y-%m-%dT%H-%M-%SZ"  # UTC, so that names sort by time


@dataclass(frozen=True, slots=True)
class Saved:
    """What the list of results says of one.

    Attributes:
        name: Name of its file.
        made: When it was made, UTC.
        questions: What the question set is called.
        count: Number of questions asked.
        chat_model: Name of the chat model that was measured; empty for none.
    """

    name: str
    made: datetime
    questions: str
    count: int
    chat_model: str = ""

    def label(self, language: str) -> str:
        """Return its line in a list, in local time."""
        here = self.made.astimezone()
        shipped = self.questions == SHIPPED
        told = say(
            language,
            "result_name",
            day=_short_day(here.date(), language),
            time=f"{here:%H:%M}",
            questions=say(language, "shipped_set") if shipped else self.questions,
            count=self.count,
        )
        return f"{told} · {self.chat_model}" if self.chat_model else told


def _short_day(day: date, language: str) -> str:
    return f"{format_date(day, 'd MMM', locale=language)} {both_eras(day.year, language)}"


class Runs:
    """The last results, one file each in the folder ``evaluations`` of a home."""

    def __init__(self, home: Path) -> None:
        """Keep results in a home folder; it is made when the first is saved."""
        self._folder = home / "evaluations"

    def save(self, result: Figures) -> str:
        """Write a result, let go of those before the last twenty, and return its name.

        Raises:
            StoreError: It cannot be written.
        """
        made = datetime.fromisoformat(result["run"]["date"]).astimezone(UTC)
        path = self._folder / f"{made.strftime(_NAME)}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".new")
            fresh.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
            fresh.replace(path)
            for old in self._paths()[KEPT:]:
                old.unlink(missing_ok=True)
        except OSError as error:
            reason = (error.strerror or "unwritable").lower()
            raise StoreError(RESULT_NOT_KEPT, folder=self._folder, reason=reason) from error
        return path.name

    def saved(self) -> list[Saved]:
        """Return what can be read of what is kept, the latest first."""
        found = (_summary(str(path), path.stat().st_mtime_ns) for path in self._paths())
        return [saved for saved in found if saved]

    def read(self, name: str) -> Figures:
        """Return a result.

        Raises:
            EvaluationError: It cannot be read.
        """
        return read_result(self._folder / name, whole=True)

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"), reverse=True)


@st.cache_data(show_spinner=False, max_entries=200)
def _summary(path: str, changed_ns: int) -> Saved | None:
    """Read what the list says of a result; `changed_ns` tells a file from an earlier one there."""
    try:
        result = read_result(Path(path), whole=True)
        run = result["run"]
        made = datetime.fromisoformat(run["date"]).astimezone(UTC)
        return Saved(
            Path(path).name,
            made,
            str(run["questions"]),
            len(result["items"]),
            str(run.get("chat_model") or ""),
        )
    except (EvaluationError, KeyError, TypeError, ValueError):
        return None  # not one of ours
