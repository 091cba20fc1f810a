"""Dependencies point one way, through each package's public names only."""

import ast
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ALLOWED = {
    "sources": set[str](),
    "index": {"sources"},
    "assistant": {"sources", "index"},
    "ui": {"sources", "index", "assistant", "evals"},
    "evals": {"sources", "index", "assistant"},
}
# The evaluation is a command line first: its package exports nothing, so that the command starts
# at once. These of its modules are what the page may use of it.
OPEN = {
    "evals.answerers",
    "evals.charts",
    "evals.comparing",
    "evals.corpus",
    "evals.evaluation",
    "evals.figures",
    "evals.html_report",
}
OUTSIDE = {"tests", "training"}  # of the repository, but not of the product
MODULES = [
    path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py")) if path.is_file()
]


@dataclass(frozen=True)
class Imported:
    """One import of a module of the repository: where it stands, and what it names."""

    line: int
    module: str


def imports(path: Path) -> Iterator[Imported]:
    """Yield what a module imports from the repository's packages, wherever it does so."""
    known = ALLOWED.keys() | OUTSIDE
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.split(".")[0] in known:
                yield Imported(node.lineno, name)


def broken_rules(package: str, path: Path) -> list[str]:
    """Return what a module of a package imports against the rules."""
    wrong = []
    for found in imports(path):
        owner = found.module.split(".")[0]
        if owner == package:
            continue
        if owner not in ALLOWED[package]:
            wrong.append(f"{path.name}:{found.line}: {package} may not import {owner}")
        elif "." in found.module and found.module not in OPEN:
            wrong.append(f"{path.name}:{found.line}: {found.module} is inside {owner}")
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    assert broken_rules(path.relative_to(ROOT).parts[0], path) == []


@pytest.mark.parametrize(
    ("package", "code", "wrong"),
    [
        ("index", "from sources import Document\nfrom index.store import Store", 0),
        ("index", "import assistant", 1),
        ("assistant", "from index.store import Store", 1),
        ("assistant", "import index.store", 1),
        ("sources", "def later():\n    from index import Index", 1),
        ("ui", "from evals.evaluation import Plan", 0),
        ("ui", "from evals.runner import Run", 1),
        ("evals", "from ui.strings import say", 1),
        ("evals", "import ui", 1),
        ("assistant", "from evals.evaluation import Plan", 1),
        ("evals", "from tests.fakes import FakeEncoder", 1),
        ("evals", "from assistant import Assistant, Answer\nimport json", 0),
    ],
)
def test_the_rules_can_be_broken(tmp_path: Path, package: str, code: str, wrong: int) -> None:
    path = tmp_path / "module.py"
    path.write_text(code)
    assert len(broken_rules(package, path)) == wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_imports_relatively(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    relative = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


@pytest.mark.parametrize("package", ALLOWED)
def test_public_names_resolve_and_are_sorted(package: str) -> None:
    module = importlib.import_module(package)
    names = getattr(module, "__all__", [])
    assert [name for name in names if not hasattr(module, name)] == []
    assert len(set(names)) == len(names)
    assert list(names) == sorted(names, key=_as_ruff_sorts)


@pytest.mark.parametrize("package", ["sources", "index", "assistant"])
def test_packages_that_others_import_say_what_is_public(package: str) -> None:
    assert importlib.import_module(package).__all__


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name (ruff's RUF022)."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_packages_shadow_nothing() -> None:
    assert not ALLOWED.keys() & set(sys.stdlib_module_names)
