"""Prompting: what a chat model is told, and how its reply is read.

The prompts themselves are files (``prompts/``). Everything that others wrote, the passages, the
conversation and the question, stands between marks with a random number that is made for one
request: no text can hold it, so none can close its own fence or open another. What looks like a
mark, or like the signs that chat templates are made of, is replaced by what only looks alike.
"""

import json
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from assistant.chat_model import Message
from assistant.question import Question
from assistant.verifying import Proposed
from index import Hit, Passage, grapheme_boundary

if TYPE_CHECKING:
    from assistant.conversation import Turn

PASSAGE_TOKENS = 5_000  # estimated; with prompt and reply they fit a context of 8,192
_BYTES_A_TOKEN = 4  # of UTF-8: an English token has four letters, a Thai letter is 3/4 of a token
_TURNS = 3  # of the conversation, the latest
_TURN_CHARACTERS = 500  # of a question or an answer in it
_TITLE_CHARACTERS = 200
LONGEST_CLAIM = 1_000  # characters

# What is seen by a model and not by a person: direction marks, tags, joiners, control characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BRACKETS = str.maketrans("⟦⟧〚〛", "[][]")
# Control tokens of the chat templates of open models: servers read them in any text.
_TEMPLATE = re.compile(
    r"<(?=[|｜])|(?<=[|｜])>|<(?=/?s>)|(?<=<s)>|(?<=</s)>|<(?=</?SYS>>)|<(?=/?SYS>>)|"
    r"<(?=(?:start|end)_of_turn>)|(?<=_of_turn)>|\[(?=/?INST\])|(?<=INST)\]"
)
_ALIKE = {"<": "‹", ">": "›", "[": "(", "]": ")"}


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent to a model.

    Attributes:
        messages: The instructions and the material.
        passages: How many of the hits it holds, from the first; they are numbered from 1.
    """

    messages: tuple[Message, ...]
    passages: int


def write_prompt(
    question: Question,
    hits: Sequence[Hit],
    earlier: Sequence["Turn"] = (),
    tokens: int = PASSAGE_TOKENS,
) -> Prompt:
    """Write the messages for a question.

    Args:
        question: What is asked; it is answered in its language.
        hits: What may be used, best first.
        earlier: The conversation before, oldest first.
        tokens: Most tokens of passages, estimated.
    """
    told = [neutral(turn) for turn in _conversation(earlier)]
    passages = [
        f"{_title(hit)}\n\n{text}"
        for hit, text in zip(hits, within_budget([h.passage for h in hits], tokens), strict=False)
    ]
    asked = neutral(question.text)
    mark = _mark([*passages, *told, asked])
    fenced = [_fence(mark, f"passage {n}", text) for n, text in enumerate(passages, 1)]
    if told:
        fenced.append(_fence(mark, "earlier conversation", "\n\n".join(told)))
    fenced.append(_fence(mark, "question", asked))
    rules, reminder = _prompt(question.language)
    material = "\n\n".join([*fenced, reminder])
    messages = (("system", rules.replace("{mark}", mark)), ("human", material))
    return Prompt(messages, len(passages))


def neutral(text: str) -> str:
    """Return a text with nothing in it that a model or its server could take for a sign."""
    text = _INVISIBLE.sub("", text.replace("\r", "\n")).translate(_BRACKETS)
    return _TEMPLATE.sub(lambda match: _ALIKE[match.group()], text)


def within_budget(passages: Sequence[Passage], tokens: int) -> list[str]:
    """Return the texts of the first passages that fit, made neutral.

    Whole sentences go, from the end of the last passage on; no sentence is ever cut.

    Args:
        passages: Best first.
        tokens: Most tokens of all of them, estimated.
    """
    kept = [neutral(passage.text) for passage in passages]
    over = sum(map(_weight, kept)) - tokens * _BYTES_A_TOKEN
    while kept and over > 0:
        last = kept.pop()
        shorter = _beginning(passages[len(kept)], _weight(last) - over)
        over -= _weight(last) - _weight(shorter)
        if shorter:
            kept.append(shorter)
    return kept


def _beginning(passage: Passage, limit: int) -> str:
    """Return the first sentences of a passage, at most `limit` bytes; none if none fit."""
    for _, end in reversed(passage.sentences):
        text = neutral(passage.text[: grapheme_boundary(passage.text, end)])
        if _weight(text) <= limit:
            return text
    return ""


def _weight(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))  # a source may hold half a pair


def _title(hit: Hit) -> str:
    return _clipped(" ".join(neutral(hit.title).split()), _TITLE_CHARACTERS)


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: grapheme_boundary(text, most)]} …"


def _conversation(earlier: Sequence["Turn"]) -> Iterator[str]:
    for turn in earlier[-_TURNS:]:
        yield f"? {_clipped(turn.question, _TURN_CHARACTERS)}"
        if turn.answer:
            yield f"> {_clipped(turn.answer, _TURN_CHARACTERS)}"


def _mark(texts: Sequence[str]) -> str:
    """Return a random number that stands in none of the texts."""
    while True:
        mark = secrets.token_hex(8)
        if not any(mark in text for text in texts):
            return mark


def _fence(mark: str, what: str, text: str) -> str:
    return f"⟦{mark} {what}⟧\n{text}\n⟦{mark} end⟧"


@cache
def _prompt(language: str) -> tuple[str, str]:
    """Return the instructions before the material and the reminder after it."""
    text = (files("assistant") / "prompts" / f"answer.{language}.txt").read_text("utf-8")
    rules, reminder = text.split("\n---\n")
    return rules, reminder.strip()


_MEMBER = r'\{\s*"(?:claim|passage|quote|none)"\s*:'
_START = re.compile(_MEMBER)
_NEXT_LINE = re.compile(rf"\n[\s,\[]*(?={_MEMBER})")
_SIGNS = re.compile(r'\\.|["{}]', re.DOTALL)
_TRAILING_COMMA = re.compile(r",\s*(?=\})")
_PARTIAL_START = 40  # characters that may begin an object
_LONGEST_OBJECT = 12_000  # characters: claim and quote with every Thai letter as \uXXXX


class Reply:
    """Reads the claims out of a reply while it comes.

    One JSON object a line is asked for; objects in an array, in a fenced block, over several lines
    or between lines of prose are read as well. A broken one is counted and passed over.

    Attributes:
        none: Whether the model said that the passages do not answer.
        unusable: Objects that are broken, or name no passage that was shown.
    """

    def __init__(self, passages: int) -> None:
        """Read the reply to a prompt with so many passages."""
        self.none = False
        self.unusable = 0
        self._passages = passages
        self._text = ""  # not read yet

    @property
    def unfinished(self) -> bool:
        """Whether it stopped inside an object."""
        return _START.search(self._text) is not None

    def feed(self, piece: str) -> Iterator[Proposed]:
        """Take the next piece; yield the claims that it completes."""
        self._text += piece
        while start := _START.search(self._text):
            self._text = self._text[start.start() :]
            # Where a quotation mark is missing, the next line that begins an object is the end.
            following = _NEXT_LINE.search(self._text)
            end = _closing(self._text[: following.start()] if following else self._text)
            if end:
                told, self._text = self._text[:end], self._text[end:]
                if proposed := self._read(told):
                    yield proposed
            elif following or len(self._text) > _LONGEST_OBJECT:
                self.unusable += 1
                self._text = self._text[following.end() if following else 1 :]
            else:
                return
        self._text = self._text[-_PARTIAL_START:]

    def _read(self, told: str) -> Proposed | None:
        found = _parsed(told) or _parsed(_TRAILING_COMMA.sub("", told))
        if found.get("none"):
            self.none = True
            return None
        claim, quote = _words(found.get("claim")), _words(found.get("quote"))
        passage = _number(found.get("passage"))
        if claim and quote and 1 <= passage <= self._passages and len(claim) <= LONGEST_CLAIM:
            return Proposed(" ".join(_INVISIBLE.sub("", claim).split()), passage - 1, quote)
        self.unusable += 1
        return None


def _parsed(told: str) -> dict[str, Any]:
    try:
        # Not strict: a line break that was copied into a quote as it is does no harm.
        found: dict[str, Any] = json.loads(told, strict=False)
    except (ValueError, RecursionError):
        return {}
    return found


def _closing(text: str) -> int | None:
    """Return where the object ends that a text begins with."""
    depth, quoted = 0, False
    for match in _SIGNS.finditer(text):
        sign = match.group()
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "{}":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return match.end()
    return None


def _words(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: object) -> int:
    """Return the number of a passage as models write it (2, "2", "[2]"); 0 if there is none."""
    found = re.search(r"\d{1,3}", str(value))
    return int(found.group()) if found else 0
