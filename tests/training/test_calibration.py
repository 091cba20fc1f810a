"""Confidence rescaled by judged questions, and the threshold that handles most of them right."""

import copy
import math
import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from training.calibration import Judged, calibrate, choose_threshold, judged, scale


def rows(slope: float, offset: float, count: int = 4_000) -> list[Judged]:
    """Return questions of which a share is right that the confidence, rescaled, would tell."""
    rng = random.Random(3)
    made = []
    for _ in range(count):
        told = rng.uniform(-4, 4)
        share = 1 / (1 + math.exp(-(slope * told + offset)))
        right = rng.random() < share
        # As many as are put right may not be answerable; so that no weight changes the share.
        answerable = right or rng.random() < (0.75 - 0.5) / 0.5
        made.append(Judged("th-th", 1 / (1 + math.exp(-told)), answerable, right))
    return made


def test_the_scale_is_found_again() -> None:
    slope, offset = scale(rows(0.5, 0.0))
    assert slope == pytest.approx(0.5, abs=0.08)
    assert offset == pytest.approx(0.0, abs=0.15)


def test_a_threshold_parts_what_can_be_parted() -> None:
    some = [Judged("th-th", c, c > 0.6, True) for c in np.linspace(0.05, 0.95, 91)]
    assert choose_threshold(some, np.array([row.confidence for row in some])) == pytest.approx(
        0.5,
        abs=0.1,  # the weights and a wide smoothing draw it from .6 to the side of more answers
    )


def test_only_the_pairs_of_a_group_are_rescaled_together() -> None:
    weights = {"bias": -1.0, "reader": 0.5}
    model: dict[str, Any] = {
        "confidence": {pair: dict(weights) for pair in ("th-th", "en-en", "en-th", "th-en")},
        "threshold": dict.fromkeys(("th-th", "en-en", "en-th", "th-en"), 0.3),
    }
    model["yes_no"] = copy.deepcopy(model)
    within = rows(0.5, 0.0)
    across = [Judged("en-th", *(r.confidence, r.answerable, r.right)) for r in rows(1.0, 1.0)]
    told = calibrate(model, [*within, *across])
    assert model["confidence"]["th-th"]["reader"] == pytest.approx(0.25, abs=0.05)
    assert model["confidence"]["th-th"]["bias"] == pytest.approx(-0.5, abs=0.2)
    assert model["confidence"]["th-th"] == model["confidence"]["en-en"]
    assert model["confidence"]["en-th"]["reader"] == pytest.approx(0.5, abs=0.1)
    assert model["confidence"]["en-th"]["bias"] > -0.6
    assert [line.partition(":")[0] for line in told] == [
        "th-th and en-en", "th-th", "en-th and th-en", "en-th",
    ]  # fmt: skip
    assert "4000 questions" in told[0]
    assert model["threshold"]["en-en"] == 0.3  # nothing is asked of it
    assert model["threshold"]["th-th"] != 0.3
    assert model["yes_no"]["confidence"]["th-th"] == weights  # nothing of it is to be decided


def test_yes_or_no_is_scaled_by_its_own_questions() -> None:
    weights = {"bias": -1.0, "reader": 0.5}
    model: dict[str, Any] = {
        "confidence": {"th-th": weights, "en-en": weights},
        "threshold": {"th-th": 0.3},
    }
    model["yes_no"] = copy.deepcopy(model)
    told = calibrate(model, [replace(row, yes_no=True) for row in rows(0.5, 0.0)])
    assert model["confidence"]["th-th"] == weights
    assert model["yes_no"]["confidence"]["th-th"]["reader"] == pytest.approx(0.25, abs=0.05)
    assert told[0].startswith("yes or no, th-th and en-en: 4000 questions")


def test_the_pair_is_told_by_the_passage_read_first() -> None:
    item = {
        "lang": "th",
        "question": "ใครสร้าง",
        "kind": "who",
        "answer": {"confidence": 0.4, "passages": [{"document_id": "d", "start": 5, "end": 20}]},
        "gold": {"answerable": True},
        "judged": {"right": True},
    }
    texts = {"d": "ไทย. The bridge fell."}
    found = list(judged([item, {**item, "question": "สะพานพังใช่ไหม"}], texts))
    assert found == [Judged("th-en", 0.4, True, True), Judged("th-en", 0.4, True, True, True)]
