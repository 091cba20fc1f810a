"""The package's front: its public names, and what importing it costs."""

import subprocess
import sys

import sources


def test_all_lists_the_public_names() -> None:
    modules = {"blob", "calendar", "characters", "document", "encoding", "errors", "feed", "html"}
    modules |= {"load", "markdown", "normal", "pdf", "plain", "prose", "settings", "shipped"}
    modules |= {"inside", "problems", "web", "word"}
    public = {name for name in vars(sources) if not name.startswith("_")}
    assert public - modules | {"load"} == set(sources.__all__)
    assert sources.__all__ == sorted(sources.__all__, key=lambda name: (name[0].islower(), name))


def test_importing_loads_no_reader_library() -> None:
    heavy = (
        "babel bs4 charset_normalizer docx feedparser httpx lxml markdown_it pypdf trafilatura yaml"
    )
    code = f"import sys, sources; print([m for m in {heavy.split()!r} if m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_the_searchable_form_is_public() -> None:
    assert sources.normalise("พ.ศ. ๒๕๖๓").text == "พ.ศ. 2563"
