"""Signs: what in the evidence speaks for yes or for no, as numbers that a model weighs."""

import re
from dataclasses import asdict, dataclass

from assistant.contraries import Denials, denials, met_otherwise
from assistant.fitting import (
    counted_otherwise,
    dates_fit,
    distance,
    fit,
    paired,
    ranks_fit,
    satisfied,
    timed,
)
from assistant.likeness import Word, alike, shared, words_of
from assistant.limits import Amount, limits
from assistant.membership import days_fit, listed, named, names_asked, stranger
from assistant.named import waters_in, without_waters
from assistant.offices import holds_another
from assistant.ordering import order
from assistant.pieces import Piece, pieces
from assistant.placing import place
from assistant.question import Question
from assistant.strength import planned
from sources import normalise

_THAI_ASKING = re.compile(
    r"(?:แล้ว)?(?:ใช่|จริง)?(?:หรือ(?:ไม่|เปล่า|ยัง)|ไหม|มั้ย|รึเปล่า)(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
)
# "Isn't Cuba…?" asks whether it is.
_ENGLISH_ASKING = re.compile(
    r"(?i)^(\w+)n't\b|^is it (?:true|right|correct)(?: that)?|^(?:is|are|was|were|do|does|did|will|"
    r"would|can|could|has|have|had|should|must|may|might)\b"
    r"|[.,;:!?–—-] *(?:is|was) (?:that|this|it) (?:\w+ )?"
    r"(?:right|correct|true|so|accurate|the case)[ ?]*$"
    r"|^(?:someone|somebody|a friend|a colleague|people|they) "
    r"(?:told me|says?|said|claims?|claimed)\b(?: that)?"
    r"|^i(?:'ve| have)? (?:heard|read|was told)\b(?: that)?"
)
_ASKS_DONE = re.compile(
    r"^(?:has|have|had)\b|\balready\b|\b(?:finished|completed)\b|เสร็จ(?:สิ้น)?(?:แล้ว|เรียบร้อย|ไป)|แล้ว(?=ใช่|หรือ|ไหม|มั้ย|รึ|จริง|\s|\?|$)"
)
_ONLY = re.compile(
    r"(?<!\d )(?<!\d)เท่านั้น|เฉพาะ|เพียง(?!พอ|\s?\d|แค่)|"
    r"\b(?:(?:only|just)(?! (?:\d|about|when|after|some|one|two|three|brief))|alone|solely)\b"
)
_ALL = re.compile(r"ทุก|ทั้งหมด|ทั้ง(?=\s?\d)|\b(?:all|every|each|both)\b")
_SOME = re.compile(r"บาง|\b(?:some|certain|partly)\b")
_ASIDE = re.compile(
    r"\bwithout\b(?! (?:charge|paying|payment|cost|a fee)\b).*|"
    r"^(?:ระหว่าง|ขณะ|ตอน|ทั้ง|แม้)(?:ที่|ว่า)?[^\s]*ไม่\S*\s|"
    r"โดยไม่(?!เสีย|คิด|ต้องเสีย|ต้องจ่าย|มีค่า|เก็บ|จ่าย).*?(?=ได้|$)"
)
_PAIR, _NAMED, _AMOUNT, _UNIT, _LIMIT = (
    0.7,
    0.5,
    1.2,
    0.4,
    1.2,
)  # words that such a thing is worth to a clause


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of yes (positive) and of no (negative).

    Attributes:
        agrees: 1 if the deciding clause affirms what is asked, -1 if it denies it.
        near: Share of the words of the question that the deciding clause has, 0 to 1.
        anywhere: ``contrary`` of the whole evidence.
        contrary: -1 for words set against each other, 1 for words on the same side.
        limit: 1 if an amount asked about lies in the limits told, -1 if outside, which turns
            ``agrees``.
        figures: 1 if a plain number or time asked about is the one told, -1 if another is.
        named: -1 if a name of the question is not among those told.
        only: -1 if something else is told to be the only one.
        part: -1 if all is asked about and some is told.
        excepted: 1 if what is asked about is in an exception (which turns ``agrees``).
        met: Share of the words of the question that the evidence has, 0 to 1.
        order: 1 if two things that are compared stand in the order asked, -1 in the other.
        strange: -1 if a name of the question is nowhere in the passage, in its own language.
        listed: 1 if something that the question names is in the list told, -1 if only what the
            list is of.
        planned: -1 if it is asked whether something is done already and told that it will be.
        spoken: -1 for a question that is itself denied, else 1.
    """

    agrees: float = 0
    near: float = 0
    anywhere: float = 0
    contrary: float = 0
    limit: float = 0
    figures: float = 0
    named: float = 0
    only: float = 0
    part: float = 0
    excepted: float = 0
    met: float = 0
    order: float = 0
    strange: float = 0
    listed: float = 0
    planned: float = 0
    spoken: float = 1

    def as_dict(self) -> dict[str, float]:
        """Return them by name, with the products that a model weighs too."""
        return asdict(self) | {
            "agrees_near": self.agrees * self.near,
            "only_unmet": self.only * (1 - self.met),
            "agrees_limit": self.agrees * abs(self.limit),
            "agrees_same": self.agrees * max(self.figures, 0.0),
            "agrees_excepted": self.agrees * self.excepted,
            "other": min(self.figures, 0.0),
            "other_spoken": min(self.figures, 0.0) * self.spoken,
        }


def signs(question: Question, passage: str, evidence: str, language: str) -> Signs:
    """Collect the signs of yes and of no for a question in its evidence."""
    asked_in = question.language
    asked = _statement(question)
    shown = normalise(evidence).text
    words = words_of(asked, asked_in)
    names = names_asked(question.text, asked_in)
    parts = pieces(shown, language)
    ours = limits(asked, asked_in)
    piece, excepted = _deciding(words, names, ours, asked.casefold(), asked_in, parts, language)
    low = piece.text.casefold()
    asked = _without_aside(asked, asked_in, words_of(piece.text, language))
    # "Boats that are not registered" are denied in the exception as in the question.
    own = f"{low} {piece.exception.casefold()}" if excepted else low
    found = denials(asked.casefold(), asked_in, own, language)
    every = denials(asked.casefold(), asked_in, shown.casefold(), language)
    limit, figures = fit(ours, limits(piece.text, language), limits(shown, language))
    dates = 0.0 if timed(ours) or timed(limits(shown, language)) else dates_fit(question, evidence)
    figures = (
        min(dates, days_fit(asked, shown), ranks_fit(asked, asked_in, shown, passage, language))
        or figures
    )
    if counted_otherwise(ours, limits(shown, language), limits(passage, language)):
        figures = -1.0
    agrees = -1 if found.differ else 1
    if excepted:
        agrees = -agrees
    if limit < 0:
        agrees = -agrees
    if holds_another(question, shown, language):
        agrees = -1
    if not found.contrary and met_otherwise(asked.casefold(), shown.casefold()):
        agrees = -agrees
    told = words_of(shown, language)
    missing = [word for word in words if not alike(word, told)]
    return Signs(
        agrees=agrees,
        contrary=_way(found),
        limit=limit,
        figures=figures,
        named=named(asked, shown, passage, asked_in, language),
        only=_only(words, parts, asked, shown, piece, language),
        part=_part(asked, low),
        excepted=float(excepted),
        near=shared(words, words_of(piece.text, language)) / len(words) if words else 0,
        anywhere=_way(every),
        met=1 - len(missing) / len(words) if words else 0,
        order=order(asked, shown, asked_in, language),
        listed=listed(_of_lists(question), names, question, shown, language),
        strange=-1.0 if _strange(question, names, passage, language) else 0.0,
        planned=-1.0 if _ASKS_DONE.search(_low(question)) and planned(low) else 0.0,
        spoken=-1 if found.asked % 2 else 1,
    )


def _of_lists(question: Question) -> tuple[Word, ...]:
    # China in a list is no South China Sea.
    return words_of(without_waters(_statement(question), question.language), question.language)


def _strange(question: Question, names: tuple[Word, ...], passage: str, language: str) -> bool:
    """Tell whether the passage lacks a name; across languages only a sea's or a river's is sure."""
    if question.language == language and stranger(names, passage, language):
        return True
    around = normalise(passage).text
    waters = waters_in(normalise(question.text).text, question.language)
    return any(place(name, around, language) is None for name in waters)


def _low(question: Question) -> str:
    return normalise(question.text).text.casefold()


def _without_aside(asked: str, language: str, told: tuple[Word, ...]) -> str:
    """Leave out a "without …" of which the evidence says nothing."""
    aside = _ASIDE.search(asked)
    if aside and not shared(words_of(aside.group(), language), told):
        return asked[: aside.start()] + " " + asked[aside.end() :]
    return asked


def _statement(question: Question) -> str:
    plain = normalise(question.text).text
    if question.language == "th":
        return _THAI_ASKING.sub(" ", plain)
    return _ENGLISH_ASKING.sub(" ", plain).strip(" ?")


def _deciding(
    words: tuple[Word, ...],
    names: tuple[Word, ...],
    ours: tuple[Amount, ...],
    asked: str,
    asked_in: str,
    parts: list[Piece],
    language: str,
) -> tuple[Piece, bool]:
    """Return the clause that speaks most of what is asked, and whether only its exception does."""
    scored = []
    for number, piece in enumerate(parts):
        own = words_of(piece.text, language)
        told = denials(asked, asked_in, piece.text.casefold(), language)
        if not piece.text:
            continue
        share = shared(words, own) + _PAIR * (told.contrary + told.together)
        share += _NAMED * shared(names, own)
        for amount in ours:
            pairs = [p for b in limits(piece.text, language) if (p := paired(amount, b))]
            met = any(satisfied(*pair) for pair in pairs)
            held = [distance(*pair) for pair in pairs if pair[1].limit and not pair[0].limit]
            if held:
                share += _LIMIT / (1 + min(held))
            else:
                share += _AMOUNT if met else _UNIT if pairs and amount.unit else 0.0
        # Of two that speak of it alike the shorter says less else.
        scored.append((share - 0.02 * len(own), number, piece))
    best = max(scored, key=lambda one: one[0], default=(0.0, 0, parts[0]))
    chosen = best[2]
    for piece in parts:
        if piece.exception:
            inside = words_of(piece.exception, language)
            main = words_of(piece.text, language)
            only = [w for w in words if alike(w, inside) and not alike(w, main)]
            if only:
                return piece, True
    if best[0] < 0.5:
        return Piece(" ".join(one.text for one in parts)), False
    return chosen, False


def _way(found: Denials) -> float:
    if found.contrary == found.together:
        return 0
    return -1 if found.contrary > found.together else 1


def _only(
    words: tuple[Word, ...], parts: list[Piece], asked: str, shown: str, piece: Piece, language: str
) -> float:
    if not _ONLY.search(piece.text.casefold()) or _ONLY.search(asked.casefold()):
        return 0
    told = words_of(shown, language)
    missing = sum(not alike(word, told) for word in words)
    return -1.0 if missing else -0.3


def _part(asked: str, shown: str) -> float:
    low = asked.casefold()
    if _ALL.search(low) and _SOME.search(shown) and not _ALL.search(shown):
        return -1.0
    return 0.0
