"""Versus: two results side by side, and the questions that turned right or wrong."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from evals.comparing import Change, Comparison, Flip, compare_runs
from sources import ThamtopError
from ui.labels import plain
from ui.runs import Runs, Saved
from ui.strings import say
from ui.tables import Cell, table
from ui.wording import FIGURES, group_name, note

_SHOWN = 50  # questions listed that turned


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
        st.selectbox(say(language, key), names, place, format_func=labels.__getitem__, key=key)
        for key, place in (("first_run", 1), ("second_run", 0))
    )
    if before == after:
        st.info(say(language, "same_run"))
        return
    try:
        comparison = compare_runs(runs.read(str(before)), runs.read(str(after)))
    except ThamtopError as error:
        st.error(plain(str(error)))
        return
    st.html("".join([*_tables(comparison, language), *_notes(comparison, language)]))
    st.html("".join(_flips(comparison.flips, language)))


def _tables(comparison: Comparison, language: str) -> Iterable[str]:
    keys = ("figure", "questions", "before", "after", "change")
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
        (f"{100 * found.change:+.1f}{turn}", say(language, "interval", low=low, high=high)),
    ]


def _notes(comparison: Comparison, language: str) -> Iterable[str]:
    lines = [note(sentence, language) for sentence in comparison.notes]
    alone = comparison.only_before + comparison.only_after
    if alone:
        lines.append(say(language, "left_out", count=alone))
    return (f'<p class="tt-quiet">{escape(line)}</p>' for line in lines)


def _flips(flips: Sequence[Flip], language: str) -> Iterable[str]:
    if not flips:
        yield f"<p>{escape(say(language, 'no_flips'))}</p>"
        return
    yield f"<p>{escape(say(language, 'flipped', count=len(flips)))}</p>"
    if len(flips) > _SHOWN:
        yield f'<p class="tt-quiet">{escape(say(language, "flips_shown", shown=_SHOWN))}</p>'
    nothing = say(language, "no_answer")
    for flip in flips[:_SHOWN]:
        turned = say(language, "now_right" if flip.now_right else "now_wrong")
        answers = f"{flip.before or nothing} → {flip.after or nothing}"
        kind = "tt-quiet" if flip.now_right else "tt-problem"
        yield (
            f'<article class="tt-item"><p class="tt-title">{escape(flip.question)}</p>'
            f'<p class="{kind}">{escape(turned)}</p><p>{escape(answers)}</p></article>'
        )
