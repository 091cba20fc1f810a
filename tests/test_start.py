"""What a cold start costs, and what it must not import."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

MOST_OF_A_TRANSFORMERS_IMPORT = 0.35
MOST_MEMORY_MB = 500
ASK = [sys.executable, "-m", "assistant.cli", "ask", "อาเซียนลงนามเอกสารกี่ฉบับ", "--json"]


def _seconds(command: list[str], home: Path) -> float:
    begun = time.perf_counter()
    environment = {**os.environ, "THAMTOP_HOME": str(home)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


@pytest.mark.slow
def test_a_cold_question_costs_a_third_of_importing_sentence_transformers(tmp_path: Path) -> None:
    _seconds(ASK, tmp_path)  # builds the index
    imported = [sys.executable, "-c", "import sentence_transformers"]
    pairs = [(_seconds(ASK, tmp_path), _seconds(imported, tmp_path)) for _ in range(2)]
    ratio = min(ask for ask, _ in pairs) / min(other for _, other in pairs)
    assert ratio <= MOST_OF_A_TRANSFORMERS_IMPORT, pairs


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_question_stays_under_half_a_gigabyte_and_imports_no_torch(tmp_path: Path) -> None:
    script = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from assistant.cli import app\n"
        "sys.argv = ['thamtop', 'ask', 'Which countries are in the Mekong group?']\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\n"
        # Not ru_maxrss, which a process takes over from the one that started it.
        "status = Path('/proc/self/status').read_text()\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', status).group(1), file=sys.stderr)\n"
        "print(sorted({'torch', 'sentence_transformers', 'langchain_core'} & set(sys.modules)),"
        " file=sys.stderr)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "THAMTOP_HOME": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    memory, modules = run.stderr.strip().splitlines()[-2:]
    assert int(memory) / 1024 <= MOST_MEMORY_MB
    assert modules == "[]"
    assert "Thailand" in run.stdout
