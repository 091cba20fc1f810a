"""Sieve: which questions of a result are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from evals.comparing import group_of
from sources import normalise
from ui.strings import say
from ui.wording import group_name, kind_name

Record = Mapping[str, Any]  # an item of a result file
_EVERY = ""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a question must be to be shown.

    Attributes:
        outcome: ``wrong`` for those with something wrong, ``right`` for the others, or ``all``.
        pair: Language of the question, with that of its article where it differs; empty for all.
        kind: Kind of the question; empty for all.
        words: What must stand in it, in its answer, its gold or what it cites.
    """

    outcome: str = "all"
    pair: str = _EVERY
    kind: str = _EVERY
    words: str = ""

    def keeps(self, item: Record) -> bool:
        """Tell whether a question is shown."""
        return (
            self.outcome in ("all", outcome_of(item))
            and self.pair in (_EVERY, group_of(item))
            and self.kind in (_EVERY, item["kind"])
            and _has(item, self.words)
        )


def outcome_of(item: Record) -> str:
    """Tell whether anything is wrong with the answer to a question."""
    return "wrong" if item["problems"] else "right"


def choose_sieve(items: Sequence[Record], language: str) -> Sieve:
    """Let a person choose which questions of a result are shown.

    Args:
        items: The questions.
        language: Language of the page.
    """
    wrong = sum(outcome_of(item) == "wrong" for item in items)
    labels = {
        "wrong": say(language, "wrong_ones", count=wrong),
        "right": say(language, "right_ones", count=len(items) - wrong),
        "all": say(language, "all_ones", count=len(items)),
    }
    outcome = st.segmented_control(
        say(language, "which_questions"),
        list(labels),
        format_func=labels.__getitem__,
        default="wrong" if wrong else "all",
        required=True,
        key="which-questions",
        label_visibility="collapsed",
    )
    pairs, kinds = (
        {_EVERY: say(language, key)} | {each: name(each, language) for each in sorted(found)}
        for key, found, name in (
            ("every_pair", {group_of(item) for item in items}, group_name),
            ("every_kind", {str(item["kind"]) for item in items}, kind_name),
        )
    )
    with st.container(horizontal=True, key="tt-sieve"):
        pair = _pick(say(language, "pair"), pairs, "which-pair")
        kind = _pick(say(language, "kind"), kinds, "which-kind")
        words = st.text_input(
            say(language, "find_question"),
            placeholder=say(language, "find_question"),
            key="which-words",
            label_visibility="collapsed",
            icon=":material/search:",
        )
    return Sieve(str(outcome), pair, kind, words.strip())


def _pick(label: str, names: Mapping[str, str], key: str) -> str:
    if st.session_state.get(key, _EVERY) not in names:  # left over from another result
        del st.session_state[key]
    chosen = st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        label_visibility="collapsed",
        filter_mode=None,
    )
    return str(chosen)


def _has(item: Record, words: str) -> bool:
    if not words:
        return True
    text = _plain("\n".join(_texts(item)))
    return all(word in text for word in _plain(words).split())


def _texts(item: Record) -> list[str]:
    answer, gold = item["answer"] or {}, item["gold"]
    return [
        item["id"],
        item["question"],
        *(item.get("after") or ()),
        str(answer.get("answer", "")),
        str(answer.get("short", "")),
        *gold["references"],
        *gold["evidence"],
        *(f"{cited['title']} {cited['quote']}" for cited in item.get("cited") or ()),
    ]


def _plain(text: str) -> str:
    return normalise(text).text.casefold()
