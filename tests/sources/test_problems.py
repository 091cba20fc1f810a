"""Every error says what is wrong in Thai and in English, wherever it is raised."""

import ast
import importlib
import re
import string
from pathlib import Path

import pytest

import sources
from sources import (
    EncoderError,
    Problem,
    SourceError,
    ThamtopError,
    UnknownDocument,
    problems,
)

ROOT = Path(sources.__file__).parents[1]
PACKAGES = ("sources", "index", "assistant", "ui")  # all that they raise can reach the page
# Of the evaluations: what reads the questions that are chosen on the page.
MODULES = [
    *(path for package in PACKAGES for path in sorted((ROOT / package).glob("*.py"))),
    *(ROOT / "evals" / f"{name}.py" for name in ("problems", "schema", "squad")),
]
# Said once the chat is closed to the page: by the command line, in English.
COMMAND_LINE = {"assistant/chat_opening.py", "assistant/cli_conversations.py"}


def tables() -> list[tuple[str, Problem]]:
    found = []
    for path in MODULES:
        name = f"{path.parent.name}.{path.stem}"
        if re.search(r"Problem\(", path.read_text("utf-8")) and name != "sources.errors":
            module = importlib.import_module(name)
            found += [
                (f"{name}.{key}", value)
                for key, value in vars(module).items()
                if isinstance(value, Problem)
            ]
    return found


def error_names() -> set[str]:
    def below(kind: type[ThamtopError]) -> set[str]:
        return {kind.__name__}.union(*(below(each) for each in kind.__subclasses__()))

    return below(ThamtopError)


def made(path: Path) -> list[ast.Call]:
    """Return where a module makes one of our errors."""
    names, calls = error_names(), []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            calls.append(node)
    return calls


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("name", "problem"), tables(), ids=[name for name, _ in tables()])
def test_both_languages_say_it_with_the_same_values(name: str, problem: Problem) -> None:
    assert fields(problem.en) == fields(problem.th)
    assert problem.en[-1] in ".}" and problem.en != problem.th
    assert len(re.findall("[\u0e01-\u0e4e]", problem.th)) > 10


def test_there_are_tables_in_each_package() -> None:
    assert {name.partition(".")[0] for name, _ in tables()} == {*PACKAGES, "evals"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_no_error_that_can_reach_the_page_is_in_one_language(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in COMMAND_LINE:
        return
    for call in made(path):
        words = [
            node
            for node in ast.walk(call.args[0])
            if isinstance(node, ast.Constant | ast.JoinedStr)
        ]
        assert not words, f"{path}:{call.lineno} says it in one language; use a Problem"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_error_brings_the_values_of_its_sentence(path: Path) -> None:
    known = dict(tables())
    for call in made(path):
        if isinstance(call.args[0], ast.Attribute):
            needed = fields(known[f"{path.parent.name}.problems.{call.args[0].attr}"].en)
            assert needed == {keyword.arg for keyword in call.keywords}, f"{path}:{call.lineno}"


def test_an_error_is_told_in_the_language_of_the_reader() -> None:
    error = SourceError(problems.TOO_LARGE, name="<b>{name}</b>.txt", limit=100.0)
    assert str(error) == (
        "<b>{name}</b>.txt is larger than 100 MB; split it, or raise THAMTOP_MAX_SOURCE_MB."
    )
    assert error.sentence("th").startswith("<b>{name}</b>.txt ใหญ่เกิน 100 เมกะไบต์")


def test_an_error_within_an_error_is_told_in_the_same_language() -> None:
    inner = UnknownDocument(Problem("gone", "หายไป"))
    outer = EncoderError(Problem("It failed ({reason}).", "ไม่สำเร็จ ({reason})"), reason=inner)
    assert (str(outer), outer.sentence("th")) == ("It failed (gone).", "ไม่สำเร็จ (หายไป)")


def test_an_error_can_be_told_of_another_name() -> None:
    error = SourceError(problems.NO_FILE, path="/tmp/x/questions").renamed(
        "/tmp/x/questions", "a.csv"
    )
    assert error.sentence("th").startswith("ไม่พบไฟล์ a.csv") and type(error) is SourceError
    assert str(SourceError("No /tmp/x here.").renamed("/tmp/x", "a")) == "No a here."
