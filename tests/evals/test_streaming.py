"""The chat model that is played to measure how soon claims are shown."""

import io
import json
from time import perf_counter

from rich.console import Console

from assistant.chat_model import open_chat_model
from evals.streaming import Times, played, print_times

CLAIMS = ["It has 120 stalls.", "ตลาดเปิดเมื่อวันที่ 5 มีนาคม 2565"]
MATERIAL = (
    "⟦a1 passage 1⟧\nข่าว\n\nตลาดเปิดเมื่อวันที่ 5 มีนาคม 2565\n⟦a1 end⟧\n\n"
    "⟦a1 passage 2⟧\nNews\n\nIt has 120 stalls.\n⟦a1 end⟧"
)


def test_each_claim_names_the_passage_that_has_it_and_when_it_was_complete() -> None:
    with played() as server:
        server.claims = CLAIMS
        begun = perf_counter()
        with open_chat_model(server.settings).asking([("human", MATERIAL)]) as pieces:
            lines = "".join(pieces).splitlines()
        ended = perf_counter()
    told = [json.loads(line) for line in lines]
    assert [(line["claim"], line["passage"]) for line in told] == [(CLAIMS[0], 2), (CLAIMS[1], 1)]
    assert all(line["claim"] == line["quote"] for line in told)
    first, second = (server.complete[text] for text in CLAIMS)
    assert begun < first < second < ended


def test_the_times_are_told() -> None:
    out = io.StringIO()
    times = Times(first=[0.1, 0.2, 0.9], verifying=[0.25], lost=2)
    print_times(times, Console(file=out, width=200))
    assert out.getvalue().splitlines() == [
        "From a complete line to its claim, the first of an answer: median 0.20 s, 9 of 10 within "
        "0.76 s, the slowest 0.90 s (3).",
        "Verifying one claim by itself: median 0.25 s, 9 of 10 within 0.25 s, the slowest 0.25 s (1).",
        "First claims within 0.3 s: 2 of 3.",
        "Claims that the verifier did not let through: 2.",
    ]
