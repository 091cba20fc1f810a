"""Conversation: a follow-up question made standalone, by rules, from what was asked before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant import followups_rules_english, followups_rules_thai
from assistant.countries import countries_in
from assistant.named import names_in
from assistant.question import MAXIMUM_CHARACTERS, kind_of, language_of
from sources import normalise

_LONGEST_ANSWER = 80  # characters of an answer that may be what a pronoun means
_ADDED = re.compile(r" \([^()]+\)(?=\?$)")
_ANSWERED_BY_NAMES = frozenset({"who", "which", "what", "where", "stands_for"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation and what was answered.

    Attributes:
        question: The question as it was made standalone.
        answer: The short answer; empty when it was refused.
    """

    question: str
    answer: str = ""


class _Rules(Protocol):
    """What the rules of a language offer."""

    def points(self, question: str) -> bool:
        """Tell whether a word of a question points to something outside it."""

    def asks_anew(self, question: str) -> bool:
        """Tell whether a question asks by itself: it opens as none that leans on another."""

    def rewrite(self, question: str, last: str, topic: str, known: str) -> str:
        """Write out a question that follows another."""

    def topic_of(self, question: str) -> str:
        """Return what a question is about."""

    def without(self, question: str, topic: str) -> str:
        """Return a question that was written out without the topic that was added."""


_RULES: dict[str, _Rules] = {"en": followups_rules_english, "th": followups_rules_thai}


def standalone(question: str, earlier: Sequence[Turn]) -> str:
    """Write out a question so that it can be understood without those before it.

    What it was about before is added in its own script, for the search crosses languages.

    Args:
        question: As asked.
        earlier: The turns before it, first to last.

    Returns:
        The question as it is if it is complete in itself: a change of topic is left alone.
    """
    asked = _plain(question)
    if not earlier or not any(letter.isalnum() for letter in asked):
        return question
    last = earlier[-1]
    before, language = _plain(last.question), language_of(asked)
    rules = _RULES[language]
    topic = _topic(earlier)
    if (rules.points(asked) or not topic) and _is_name(last):
        topic = f"{_plain(last.answer)}, {topic}".strip(", ")
    same = before if language == language_of(before) else ""
    known = f"{before} {last.answer}"
    found = rules.rewrite(asked, same, topic, known)
    while topic and language_of(found) != language:
        topic = topic.rpartition(" ")[0]
        found = rules.rewrite(asked, same, topic, known)
    usable = language_of(found) == language and len(found) <= MAXIMUM_CHARACTERS
    return question if found == asked or not usable else found


def as_asked(question: str) -> str:
    """Return a question without the topic that `standalone` wrote behind it, if it did."""
    return _ADDED.sub("", question)


def points(question: str) -> bool:
    """Tell whether a word of a question points to something outside it: "his", นั้น."""
    asked = _plain(question)
    return _RULES[language_of(asked)].points(asked)


def may_stand_alone(question: str) -> bool:
    """Tell whether a question that was written out may be complete all the same.

    It asks about a name of its own, opens like no follow-up and points to nothing: whether what
    came before belongs to it, only its answer can tell.
    """
    asked = _plain(question)
    language = language_of(asked)
    rules = _RULES[language]
    if rules.points(asked) or not rules.asks_anew(asked):
        return False
    return bool(names_in(asked, language) or countries_in(asked, language))


def _plain(text: str) -> str:
    return " ".join(normalise(text).text.split())


def _is_name(turn: Turn) -> bool:
    """Tell whether an answer may be what a later pronoun means."""
    asked = _plain(turn.question)
    fits = 0 < len(turn.answer) <= _LONGEST_ANSWER
    return fits and kind_of(asked, language_of(asked)) in _ANSWERED_BY_NAMES


def _topic(earlier: Sequence[Turn]) -> str:
    """Return what a conversation is about: the question that opened the topic, and the last.

    What was asked between them would draw the search to passages left behind.
    """
    opening = topic = ""
    for turn in earlier:
        asked = _plain(turn.question)
        rules = _RULES[language_of(asked)]
        if topic and topic in asked:
            newest = rules.topic_of(rules.without(asked, topic))
            topic = f"{opening} {newest}".strip()
        else:
            opening = topic = rules.topic_of(asked)
    return topic
