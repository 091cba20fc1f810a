"""Reader: finds the words of a passage that answer a question, and judges what is said of them.

multilingual-e5-small fine-tuned by ``training/`` to point at an answer's first and last token,
run by ONNX Runtime. A span's score is the sum of its two logits less those of "no answer". A third
logit tells whether words support a claim, say yes to a question, or hold the answer given with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sources import normalise

QUESTION_TOKENS, CLAIM_TOKENS = 64, 128
TOKENS = 448
_KEPT = 64  # readings
SPAN_TOKENS = 60  # longer spans are no short answer
_HALVES = re.compile("[\ud800-\udfff]")
# "In which year" and ปี พ.ศ. ใด ask when, too: where a text tells the whole date the reader may take
# the word for a trap, and which calendar is wanted is no matter of the text, for an answer tells
# both. Asked both ways the better one counts (docs/measurements.md).
_THAI_YEAR = re.compile(
    r"(?:เมื่อ|ใน|ตรงกับ)?\s?(?:ปี\s?(?:พ\.\s?ศ\.?|ค\.\s?ศ\.?|พุทธศักราช|คริสต์ศักราช)?|พ\.\s?ศ\.?|ค\.\s?ศ\.?)"
    r"\s*(?:ที่\s?)?(?:ใด|ไหน|อะไร|เท่า(?:ไร|ไหร่|ใด))"
)
_ERA = r"(?:(?:buddhist|gregorian|western|christian|common)(?:[- ]era)?|b\.?e\.?|c\.?e\.?|a\.?d\.?)"
_ENGLISH_YEAR = re.compile(
    rf"(?i)(?:\b(?:in|during) )?\b(?:what|which) (?:{_ERA} )?year(?: (?:of the )?{_ERA})?"
    r"(?= (?:is|was|were|did|does|do|will|has|had|have|would|are|can|could)\b)"
)
Floats = NDArray[np.float32]
_START, _END, _PADDING = 0, 2, 1  # <s>, </s>, <pad> in the cut vocabulary


@dataclass(frozen=True, slots=True)
class Span:
    """A candidate answer: half-open characters of the passage and its score in logits."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What the reader makes of every token of a passage, in logits above "no answer".

    Attributes:
        offsets: Half-open characters of the tokens, in the passage as it was given.
        starts: Shape (tokens,), how well an answer starts with each.
        ends: Shape (tokens,), how well one ends with it.
    """

    offsets: list[tuple[int, int]]
    starts: Floats
    ends: Floats

    def scores(self) -> Floats:
        """Return the score of every span, shape (first token, last token), -inf where none is."""
        count = len(self.offsets)
        gap = np.arange(count)[None] - np.arange(count)[:, None]
        sums = self.starts[:, None] + self.ends[None]
        return np.where((gap < 0) | (gap >= SPAN_TOKENS), -np.inf, sums)


@dataclass(frozen=True, slots=True)
class _Encoded:
    ids: list[int]
    first: int  # where the passage's tokens begin
    offsets: list[tuple[int, int]]  # in raw characters of the passage


class Reader:
    """Reads passages; one a process is enough, threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Load the model of a folder (about 0.3 s)."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        # Waiting threads that spin slow everything down on a busy machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._kept: dict[tuple[str, str], list[Marks]] = {}
        self._lock = Lock()

    def read(self, question: str, passages: Sequence[str], best: int = 4) -> list[list[Span]]:
        """Return for each passage its best distinct spans, best first.

        A passage too long for the model is read up to its limit of tokens.
        """
        return [
            _merged([best_spans(marks, best) for marks in wordings], best)
            for wordings in self.mark(question, passages)
        ]

    def mark(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        """Return for each passage what is marked in it, for each wording of the question.

        What was read last is kept: a search breaks ties by reading passages that the answer then
        needs.
        """
        with self._lock:
            known = {p: m for p in passages if (m := self._kept.get((question, p)))}
        missing = [passage for passage in dict.fromkeys(passages) if passage not in known]
        if missing:
            found = dict(zip(missing, self._read_anew(question, missing), strict=True))
            known |= found
            with self._lock:
                self._kept |= {(question, passage): marks for passage, marks in found.items()}
                while len(self._kept) > _KEPT:
                    del self._kept[next(iter(self._kept))]
        return [known[passage] for passage in passages]

    def support(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return for each claim and text the logit that the text says it, above 0 where it does.

        In a claim's place may stand a yes-or-no question, or a question with an answer to it
        (`answer_as_claim`).
        """
        if not pairs:
            return []
        encoded = [
            self._encode(self._ids(normalise(claim).text)[0][:CLAIM_TOKENS], text)
            for claim, text in pairs
        ]
        inputs = _padded([item.ids for item in encoded], judging=True)
        (told,) = self._session.run(["support"], inputs)
        return [float(logit) for logit in told]

    def _read_anew(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        plain = normalise(question).text
        wordings = dict.fromkeys([plain, asking_when(plain)])
        read = [self._read_as(wording, passages) for wording in wordings]
        return [list(marks) for marks in zip(*read, strict=True)]

    def _read_as(self, wording: str, passages: Sequence[str]) -> list[Marks]:
        asked = self._ids(wording)[0][:QUESTION_TOKENS]
        encoded = [self._encode(asked, passage) for passage in passages]
        inputs = _padded([item.ids for item in encoded], judging=False)
        starts, ends = self._session.run(["start", "end"], inputs)
        return [
            _marks(item, start, end) for item, start, end in zip(encoded, starts, ends, strict=True)
        ]

    def _ids(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        text = _HALVES.sub("\ufffd", text)  # the tokenizer takes only what UTF-8 can write
        encoding: Any = self._tokenizer.encode(text, add_special_tokens=False)
        return encoding.ids, encoding.offsets

    def _encode(self, asked: list[int], passage: str) -> _Encoded:
        normal = normalise(passage)
        ids, offsets = self._ids(normal.text if normal.text.strip() else "")
        room = TOKENS - len(asked) - 4
        raw = [normal.raw_span(*span) for span in offsets[:room]]
        first = len(asked) + 3
        return _Encoded([_START, *asked, _END, _END, *ids[:room], _END], first, raw)


def answer_as_claim(question: str, answer: str) -> str:
    """Return a question and an answer to it as one claim, as the reader learnt to judge it."""
    return f"{question.strip()} {answer.strip()}"


def asking_when(question: str) -> str:
    """Return a question that asks for a year, in whichever calendar, as one that asks when."""
    return _ENGLISH_YEAR.sub("when", _THAI_YEAR.sub("เมื่อใด", question))


@cache
def shipped_reader() -> Reader:
    """Load the reader that comes with the package, once a process."""
    with as_file(files("assistant").joinpath("weights")) as folder:
        return Reader(folder)


def _padded(rows: Sequence[list[int]], *, judging: bool) -> dict[str, NDArray[np.generic]]:
    """Return the model's inputs, ids and mask (rows, tokens) and which task they are for."""
    width = max(map(len, rows))
    ids = np.full((len(rows), width), _PADDING, np.int64)
    mask = np.zeros((len(rows), width), np.int64)
    for row, tokens in enumerate(rows):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    return {"input_ids": ids, "attention_mask": mask, "judging": np.array(judging)}


def _merged(readings: Sequence[list[Span]], best: int) -> list[Span]:
    """Return the best spans of several readings of one passage that do not overlap."""
    if len(readings) == 1:
        return readings[0]
    kept: list[Span] = []
    for span in sorted((span for spans in readings for span in spans), key=lambda s: -s.score):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept[:best]


def _marks(item: _Encoded, start: Floats, end: Floats) -> Marks:
    part = slice(item.first, item.first + len(item.offsets))
    return Marks(item.offsets, start[part] - start[0], end[part] - end[0])


def best_spans(marks: Marks, best: int) -> list[Span]:
    """Return the highest-scoring spans that do not overlap one another, at most `best`."""
    count = len(marks.offsets)
    if not count:
        return []
    scores = marks.scores()
    spans: list[Span] = []
    for _ in range(best):
        first, last = divmod(int(scores.argmax()), count)
        found = float(scores[first, last])
        if not np.isfinite(found):
            break
        spans.append(Span(marks.offsets[first][0], marks.offsets[last][1], found))
        scores[: last + 1, first:] = -np.inf
    return spans
