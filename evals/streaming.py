"""Streaming: how soon after a chat model's words a verified claim is shown.

``python -m evals.streaming [N]`` puts N questions of the shipped sets (default 40) to an assistant
whose chat model is played by a server of this module, over the real wire: it writes the sentences
in which the reader finds the answer, at the pace of a model. A claim's line ends with the words
that it rests on, so nothing can be verified before it is complete: measured is the time from the
last byte of a line leaving the server to `Assistant.stream` giving out the claim. Half of the
questions are left to measure verifying alone, on claims that no reading was kept of.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import perf_counter, process_time, sleep

import numpy as np
from rich.console import Console

from assistant import (
    Answer,
    Assistant,
    Claim,
    Proposed,
    Verifier,
    open_generative,
    shipped_reader,
    understand,
)
from evals.corpus import indexed, join, read_corpus, read_set, spread
from evals.schema import Question
from index import Hit, Index, open_encoder
from sources import Settings, detect_language, load_settings

QUESTIONS = 40
_WARM_UP = 2  # questions that are not counted: they load what all need
WANTED_S = 0.3  # after a claim's line is complete
_LETTERS, _PAUSE_S = 4, 0.02  # a piece, and the time until the next: 50 tokens a second
_PASSAGE = re.compile(r"⟦\w+ passage (\d+)⟧\n(.*?)\n⟦\w+ end⟧", re.DOTALL)


class Played(ThreadingHTTPServer):
    """A server of OpenAI's protocol that writes what it is told.

    Attributes:
        claims: Texts of the claims of the next reply, each its own quote.
        complete: When the line of each claim was complete, by `perf_counter`.
    """

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), _Reply)
        self.claims: list[str] = []
        self.complete: dict[str, float] = {}

    @property
    def settings(self) -> Settings:
        """Settings whose chat model this is."""
        address = f"http://127.0.0.1:{self.server_address[1]}/v1"
        return load_settings(chat_model="played", chat_base_url=address)


class _Reply(BaseHTTPRequestHandler):
    server: Played

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        passages = _PASSAGE.findall(asked["messages"][-1]["content"])
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for text in self.server.claims:
            number = next((number for number, words in passages if text in words), "1")
            told = {"claim": text, "passage": int(number), "quote": text}
            line = json.dumps(told, ensure_ascii=False) + "\n"
            for start in range(0, len(line), _LETTERS):
                piece = line[start : start + _LETTERS]
                if "}" in piece:
                    self.server.complete[text] = perf_counter()
                self._say(piece)
                sleep(_PAUSE_S)
        self.wfile.write(b"data: [DONE]\n\n")

    def _say(self, text: str) -> None:
        choice = {"index": 0, "delta": {"role": "assistant", "content": text}}
        told = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "played"}
        self.wfile.write(f"data: {json.dumps({**told, 'choices': [choice]})}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@dataclass(slots=True)
class Times:
    """What was measured, in seconds.

    Attributes:
        first: From a complete line to its claim, the first of an answer.
        others: The same of the others.
        verifying: What verifying one claim took by itself.
        computing: How long the processor was busy with that.
        lost: Claims that were not shown.
    """

    first: list[float] = field(default_factory=list)
    others: list[float] = field(default_factory=list)
    verifying: list[float] = field(default_factory=list)
    computing: list[float] = field(default_factory=list)
    lost: int = 0


@contextmanager
def played() -> Iterator[Played]:
    """Serve a chat model that is played."""
    server = Played()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def measure(index: Index, questions: Sequence[Question], server: Played) -> Times:
    """Ask the questions; every other one's claims are only verified."""
    encoder, times = open_encoder(load_settings()), Times()
    plain, verifier = Assistant(index), Verifier(shipped_reader(), encoder)
    assistant = Assistant(index, open_generative(server.settings, encoder))
    for number, question in enumerate(questions):
        if number == _WARM_UP:
            times = Times()
        answer = plain.ask(question.question)
        claims = _claims(answer, question.lang)
        if number % 2:
            _verify(verifier, question.question, claims, answer.passages, times)
        elif claims:
            server.claims = claims
            server.complete.clear()
            _stream(assistant, question.question, server, times)
    return times


def _claims(answer: Answer, language: str) -> list[str]:
    """Return the sentences that an answer cites in the question's own language."""
    quotes = (c.quote for claim in answer.claims for c in claim.citations)
    return [
        text
        for text in dict.fromkeys(quotes)
        if "\n" not in text and detect_language(text) == language
    ]


def _stream(assistant: Assistant, question: str, server: Played, times: Times) -> None:
    events = assistant.stream(question)
    shown = {event.text: perf_counter() for event in events if isinstance(event, Claim)}
    for place, text in enumerate(server.claims):
        normal = " ".join(text.split())
        if normal not in shown:
            times.lost += 1
            continue
        (times.others if place else times.first).append(shown[normal] - server.complete[text])


def _verify(
    verifier: Verifier, question: str, claims: Sequence[str], hits: Sequence[Hit], times: Times
) -> None:
    asked = understand(question)
    for text in claims:
        place = next((n for n, hit in enumerate(hits) if text in hit.passage.text), 0)
        begun, busy = perf_counter(), process_time()
        verifier.check(asked, Proposed(text, place, text), hits)
        times.verifying.append(perf_counter() - begun)
        times.computing.append(process_time() - busy)


def print_times(times: Times, console: Console) -> None:
    """Print a line for each kind of time."""
    for heading, seconds in (
        ("From a complete line to its claim, the first of an answer", times.first),
        ("From a complete line to its claim, the others", times.others),
        ("Verifying one claim by itself", times.verifying),
        ("The processor's time for that", times.computing),
    ):
        if seconds:
            low, high = np.percentile(seconds, (50, 90))
            console.print(
                f"{heading}: median {low:.2f} s, 9 of 10 within {high:.2f} s, the slowest "
                f"{max(seconds):.2f} s ({len(seconds)})."
            )
    if times.first:
        early = sum(seconds <= WANTED_S for seconds in times.first)
        console.print(f"First claims within {WANTED_S} s: {early} of {len(times.first)}.")
    console.print(f"Claims that the verifier did not let through: {times.lost}.")


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    asked = read_set(None)
    corpus = read_corpus((), asked)
    answerable = [q for q in join(asked, corpus) if q.answerable and not q.after]
    questions = spread(answerable, int(arguments[0]) if arguments else QUESTIONS)
    with played() as server, indexed(corpus, lambda *_: None) as index:
        times = measure(index, questions, server)
    print_times(times, Console())


if __name__ == "__main__":
    main(sys.argv[1:])
