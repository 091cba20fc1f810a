"""Journal: the answered questions of a run as they come, so that a run can be taken up again."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.corpus import Corpus
from evals.schema import Question
from sources import EvaluationError

# What may differ between the two halves of a run.
_PASSING = ("date", "resumed")


def data_hashes(questions: list[Question], corpus: Corpus) -> dict[str, str]:
    """Return the SHA-256 (first 16 digits) of the questions asked and of the corpus."""
    asked = sha256("\n".join(map(repr, questions)).encode()).hexdigest()[:16]
    texts = sha256("\n".join(sorted(corpus.documents)).encode()).hexdigest()[:16]
    return {"questions": asked, "corpus": texts}


class Journal:
    """A file beside the result file: the run's record, then one item a line.

    Whoever writes the result deletes it.
    """

    def __init__(self, result: Path, run: Mapping[str, Any]) -> None:
        """Keep the items of the run that is to be written to `result`."""
        self.path = result.with_name(f"{result.name}.partial")
        self._run = {name: value for name, value in run.items() if name not in _PASSING}

    def begin(self) -> None:
        """Start anew: what the file held is lost."""
        self._write("w", {"run": self._run})

    def resume(self) -> dict[str, dict[str, Any]]:
        """Return the items already answered by id; a last line cut off in writing is left out.

        Raises:
            EvaluationError: There is no such run, or it is another one.
        """
        try:
            lines = self.path.read_text(encoding="utf-8").split("\n")
        except OSError as error:
            raise EvaluationError(
                f"There is no run to resume at {self.path}; leave --resume out."
            ) from error
        records = [record for line in lines if (record := _parsed(line))]
        if not records or "run" not in records[0]:
            raise EvaluationError(f"{self.path} holds no run; delete it and leave --resume out.")
        differing = sorted(
            name
            for name in records[0]["run"].keys() | self._run.keys()
            if records[0]["run"].get(name) != self._run.get(name)
        )
        if differing:
            raise EvaluationError(
                f"The run at {self.path} differs in {', '.join(differing)}; "
                "leave --resume out to start anew."
            )
        # Once more as a whole: a line cut off in writing would swallow the next.
        whole = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(whole, encoding="utf-8")
        fresh.replace(self.path)
        return {record["id"]: record for record in records[1:]}

    def add(self, item: dict[str, Any]) -> None:
        """Write down an item."""
        self._write("a", item)

    def _write(self, mode: str, record: dict[str, Any]) -> None:
        with self.path.open(mode, encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        record = json.loads(line) if line.strip() else None
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
