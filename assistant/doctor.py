"""Doctor: what is in use, and what is wrong with it, one sentence each; nothing is changed."""

import os
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from hashlib import file_digest
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread

from assistant.doctor_chat import examine_chat
from assistant.doctor_strings import ENCODER, FOLDER, INDEX, LATE, READER, RERANKER, SETTINGS
from assistant.finding import Finding
from assistant.reading import Reader
from index import inspect_encoder, inspect_index, inspect_reranker
from sources import Settings, SettingsError, StoreError, ThamtopError, load_settings

LIMIT_S = 60.0  # for a model to be loaded
_PREFIX = "THAMTOP_"
_SUMS = "SHA256SUMS"  # of the reader's weights, as `sha256sum` writes them


def examine(environment: Mapping[str, str] | None = None) -> Iterator[Finding]:
    """Look at everything that a question needs, as it is set; at most one of each is wrong.

    Args:
        environment: The variables of the environment, in place of the real ones, among which
            misspelt settings are looked for.
    """
    yield from examine_environment(os.environ if environment is None else environment)
    try:
        settings = load_settings()
    except SettingsError as error:
        yield Finding("settings", False, str(error))
        return
    yield examine_folder(settings.home)
    yield from examine_index(settings)
    yield _examine_model("encoder", settings.encoder, ENCODER["well"], inspect_encoder, settings)
    with as_file(files("assistant").joinpath("weights")) as folder:
        yield examine_reader(folder)
    if settings.reranker in RERANKER:
        yield Finding("reranker", True, RERANKER[settings.reranker])
    else:
        told = RERANKER["well"]
        yield _examine_model("reranker", settings.reranker, told, inspect_reranker, settings)
    yield examine_chat(settings)


def examine_environment(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Look for variables that begin as settings do and are none."""
    known = sorted(name.upper() for name in Settings.model_fields)
    named = {name: name.upper().removeprefix(_PREFIX) for name in sorted(environment)}
    strangers = [
        name
        for name, bare in named.items()
        if name.upper().startswith(_PREFIX) and bare not in known
    ]
    for name in strangers:
        near = [f"{_PREFIX}{bare}" for bare in get_close_matches(named[name], known, n=1)]
        text = SETTINGS["misspelt" if near else "unknown"]
        all_names = ", ".join(f"{_PREFIX}{bare}" for bare in known)
        told = text.format(name=name, meant="".join(near), all=all_names)
        yield Finding("settings", False, told)
    if not strangers:
        yield Finding("settings", True, SETTINGS["well"])


def examine_folder(home: Path) -> Finding:
    """Look whether the data folder can be written, or could be made."""
    reason, key = "", "none"
    try:
        key = "well" if home.exists() else "none"
        if home.is_dir():
            with TemporaryFile(dir=home):
                pass
        elif home.exists():
            return Finding("data folder", False, FOLDER["file"].format(home=home))
        else:
            reason = _unmakable(home)
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        text = FOLDER["unwritable"].format(home=home, reason=reason)
        return Finding("data folder", False, text)
    return Finding("data folder", True, FOLDER[key].format(home=home))


def examine_index(settings: Settings) -> Iterator[Finding]:
    """Look at the index, if there is one: that is not made here."""
    try:
        found = inspect_index(settings)
    except StoreError as error:
        yield Finding("index", False, str(error))
        return
    if found is None or found.older:
        yield Finding("index", True, INDEX["older" if found else "none"])
    elif found.encoder not in (None, settings.encoder):
        text = INDEX["mismatch"].format(owner=found.encoder, encoder=settings.encoder)
        yield Finding("index", False, text)
    elif not found.documents:
        yield Finding("index", True, INDEX["empty"])
    else:
        wrong = ["pending"] if found.pending else []
        wrong += [found.dense] if found.dense in ("unusable", "behind") else []
        file = settings.home / "vectors.faiss"
        values = {"pending": found.pending, "file": file, "documents": found.documents}
        for key in wrong or ["well"]:
            text = INDEX[key].format(**values, encoder=found.encoder)
            yield Finding("index", not wrong, text)


def examine_reader(folder: Path) -> Finding:
    """Look whether the reader's weights are there and the right ones, and have it read."""
    try:
        lines = (folder / _SUMS).read_text("utf-8").splitlines()
    except OSError:
        return Finding("reader", False, READER["missing"].format(file=_SUMS))
    for wanted, name in (line.split() for line in lines):
        try:
            with (folder / name).open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
        except OSError:
            return Finding("reader", False, READER["missing"].format(file=name))
        if found != wanted:
            return Finding("reader", False, READER["wrong"].format(file=name))
    try:
        Reader(folder).read("When?", ["It opened in May."])
    except Exception as error:  # whatever a runtime raises that does not fit the machine
        text = READER["broken"].format(reason=type(error).__name__)
        return Finding("reader", False, text)
    return Finding("reader", True, READER["well"])


def _examine_model(
    part: str, name: str, well: str, inspect: Callable[[Settings], None], settings: Settings
) -> Finding:
    """Load a model; one that is being downloaded is not waited for."""
    failed: list[ThamtopError] = []

    def load() -> None:
        try:
            inspect(settings)
        except ThamtopError as error:
            failed.append(error)

    loading = Thread(target=load, daemon=True)
    loading.start()
    loading.join(LIMIT_S)
    if loading.is_alive():
        return Finding(part, False, LATE.format(name=name, seconds=LIMIT_S))
    if failed:
        return Finding(part, False, str(failed[0]))
    return Finding(part, True, well.format(name=name))


def _unmakable(home: Path) -> str:
    """Return why a folder that is not there cannot be made, empty if it can."""
    above = next(folder for folder in home.absolute().parents if folder.exists())
    if not above.is_dir():
        return f"{above} is no folder"
    return "" if os.access(above, os.W_OK | os.X_OK) else f"{above} cannot be written"
