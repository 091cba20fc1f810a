"""Versus: two results side by side, and the questions that turned right or wrong."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from evals.comparing import Change, Comparison, Flip, compare_runs
from sources import ThamtopError
from ui.judged import gold_lines
from ui.labels import plain
from ui.pager import page_of
from ui.runs import Runs, Saved
from ui.sieve import Record
from ui.strings import say
from ui.tables import Cell, table
from ui.wording import FIGURES, group_name, note

_SHOWN = 10  # questions that turned, shown at a time
_LEVEL = 0.05  # below, chance does not explain a difference: the level of the intervals


def show_versus(runs: Runs, saved: Sequence[Saved], language: str) -> None:
    """Let two results be chosen, and compare them.

    Args:
        runs: Where the results are.
        saved: What there is, the latest first; two at least.
        language: Language of the page.
    """
    labels = {each.name: each.label(language) for each in saved}
    names = list(labels)
    before, after = (
        st.selectbox(
            say(language, key),
            names,
            place,
            format_func=labels.__getitem__,
            key=key,
            filter_mode=None,
        )
        for key, place in (("first_run", 1), ("second_run", 0))
    )
    if before == after:
        st.info(say(language, "same_run"))
        return
    try:
        later = runs.read(str(after))
        comparison = compare_runs(runs.read(str(before)), later)
    except ThamtopError as error:
        st.error(plain(error.sentence(language)))
        return
    for line in _notes(comparison, language):
        st.html(f'<p class="tt-quiet">{escape(line)}</p>')
    st.subheader(say(language, "flipped"), anchor=False)
    st.html("".join(_told(comparison, language)))
    if comparison.flips:
        items = {item["id"]: item for item in later["items"]}
        for flip in page_of(comparison.flips, _SHOWN, (before, after), language, "flips"):
            st.html(_flip(flip, items[flip.id], language))
    st.subheader(say(language, "figures_compared"), anchor=False)
    st.html(f'<p class="tt-quiet">{escape(say(language, "paired_told"))}</p>')
    st.html("".join(_tables(comparison, language)))


def _tables(comparison: Comparison, language: str) -> Iterable[str]:
    keys = ("figure", "questions", "before", "after", "change", "moved")
    headings = [say(language, key) for key in keys]
    for group, changes in groupby(comparison.changes, key=lambda change: change.group):
        rows = [_row(change, language) for change in changes]
        yield table(group_name(group, language), headings, rows)


def _row(change: Change, language: str) -> list[Cell]:
    found = change.difference
    turn = ""
    if change.better or change.worse:
        turn = f" {say(language, 'better' if change.better else 'worse')}"
    low, high = f"{100 * found.low:+.1f}", f"{100 * found.high:+.1f}"
    name = FIGURES.get(change.figure)
    return [
        say(language, name) if name else change.heading,
        str(found.questions),
        f"{100 * found.before:.1f}",
        f"{100 * found.after:.1f}",
        (f"{100 * found.change:+.1f}{turn}", say(language, "interval_change", low=low, high=high)),
        f"{change.gained} / {change.lost}",
    ]


def _notes(comparison: Comparison, language: str) -> Iterable[str]:
    lines = [note(sentence, language) for sentence in comparison.notes]
    alone = comparison.only_before + comparison.only_after
    if alone:
        lines.append(say(language, "left_out", count=alone))
    return lines


def _told(comparison: Comparison, language: str) -> Iterable[str]:
    flips, right = comparison.flips, comparison.turned_right
    if not flips:
        yield f"<p>{escape(say(language, 'no_flips'))}</p>"
        return
    yield f"<p>{escape(say(language, 'turned', right=right, wrong=len(flips) - right))}</p>"
    key = "not_chance" if comparison.chance < _LEVEL else "by_chance"
    told = say(language, key, p=f"{comparison.chance:.2g}")
    yield f'<p class="tt-quiet">{escape(told)}</p>'


def _flip(flip: Flip, item: Record, language: str) -> str:
    turned = say(language, "now_right" if flip.now_right else "now_wrong")
    nothing = say(language, "no_answer")
    lines = [
        f'<p class="tt-title" lang="{escape(item["lang"])}">{escape(flip.question)}</p>',
        f'<p class="{"tt-quiet" if flip.now_right else "tt-problem"}">{escape(turned)}</p>',
        *(
            f'<p><span class="tt-label">{escape(say(language, key))}</span>'
            f"{escape(answer or nothing)}</p>"
            for key, answer in (("before", flip.before), ("after", flip.after))
        ),
        *gold_lines(item, language),
    ]
    return f'<article class="tt-item">{"".join(lines)}</article>'
