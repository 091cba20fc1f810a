"""Pages write what is asked into the data folder: in tests, one of their own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set a fresh data folder and return it; it does not exist yet."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("THAMTOP_HOME", str(folder))
    return folder
