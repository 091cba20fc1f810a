"""Adding: the form for files and addresses, and what came of each."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from html import escape
from math import ceil

import streamlit as st

from index import Index
from sources import load_settings
from ui.batch import Batch, Job, Line
from ui.strings import say
from ui.uploads import Outcome, add_address, add_upload, distinct

_EVERY_S = 0.5  # between two looks at how far it has come
_FEW = 6  # articles that are listed though nothing is wrong with them
_MIB = 1_048_576  # Streamlit's megabyte
_SIGNS = {
    "waiting": "·",
    "reading": "…",
    "added": "✓",
    "replaced": "✓",
    "unchanged": "✓",
    "failed": "✕",
    "partly": "!",
}
_COUNTED = {
    "added": "count_added",
    "replaced": "count_replaced",
    "unchanged": "count_unchanged",
    "failed": "count_failed",
}


def show_adding(index: Index, language: str, *, may_rerun: Callable[[], bool]) -> None:
    """Show the form, how far the adding has come, and what came of it until it is cleared.

    Args:
        index: Where articles are added.
        language: Language of the page.
        may_rerun: Tells whether the page can be redrawn now without taking something away.
    """
    settings = load_settings()
    if "batch" not in st.session_state:
        st.session_state.batch = Batch(index.start_embedding)
    batch: Batch = st.session_state.batch
    with st.form("adding", clear_on_submit=True):
        uploads = st.file_uploader(
            say(language, "add_files"),
            accept_multiple_files=True,
            max_upload_size=ceil(settings.max_source_mb * 1e6 / _MIB),
        )
        address = st.text_input(say(language, "add_address"), placeholder="https://").strip()
        submitted = st.form_submit_button(say(language, "add"), type="primary")
    if submitted and not uploads and not address:
        st.info(say(language, "nothing_chosen"))
    elif submitted:
        files = uploads or []
        jobs = [
            Job(name, partial(add_upload, index, settings, name, file.getvalue()))
            for name, file in zip(distinct([file.name for file in files]), files, strict=True)
        ]
        if address:
            jobs.append(Job(address, partial(add_address, index, settings, address)))
        batch.put(jobs)
    _show(batch, language, may_rerun)


def _show(batch: Batch, language: str, may_rerun: Callable[[], bool]) -> None:
    begun = batch.running

    @st.fragment(run_every=_EVERY_S if begun else None)
    def lines() -> None:
        running, told = batch.running, batch.lines
        if begun and not running and may_rerun():
            st.rerun()  # the list below has changed
        if told:
            st.html(summary(told, language, running=running))
            st.html(report(told, language))
            if running:
                st.button(say(language, "stop_adding"), on_click=batch.stop, type="tertiary")
            else:
                st.button(say(language, "clear_added"), on_click=batch.clear, type="tertiary")

    lines()


def summary(lines: list[Line], language: str, *, running: bool) -> str:
    """Return one line of HTML: what is being read, or how many articles came of it."""
    if running:
        done = sum(line.state == "done" for line in lines)
        told = say(language, "adding", place=min(done + 1, len(lines)), count=len(lines))
        share = (
            f'<progress max="{len(lines)}" value="{done}" aria-label="{escape(told)}"></progress>'
        )
        return f'<div class="tt-sum" role="status">{escape(told)} {share}</div>'
    counts = Counter(outcome.status for line in lines for outcome in line.outcomes)
    told = _counted(counts, language)
    return f'<p class="tt-sum" role="status">{escape(told[:1].upper() + told[1:])}</p>'


def report(lines: list[Line], language: str) -> str:
    """Return a list in HTML, a line for each file or address; nothing in it is markup of theirs.

    Once all is done, what failed comes first, and a long list of what did not is folded up.
    """
    if any(line.state != "done" for line in lines):
        return _listed(lines, language)
    failed = [line for line in lines if line.failures]
    fine = [line for line in lines if not line.failures]
    if len(fine) <= _FEW:
        return _listed(failed + fine, language)
    label = escape(say(language, "show_added", count=len(fine)))
    folded = f"<details><summary>{label}</summary>{_listed(fine, language)}</details>"
    return (_listed(failed, language) if failed else "") + folded


def _listed(lines: list[Line], language: str) -> str:
    return f'<ul class="tt-lines">{"".join(_line(line, language) for line in lines)}</ul>'


def _line(line: Line, language: str) -> str:
    name = f'<bdi class="tt-name">{escape(line.name)}</bdi>'
    if line.state != "done":
        detail = say(language, line.state)
        if line.outcomes and line.outcomes[-1].count > 1:
            last = line.outcomes[-1]
            detail = say(language, "reading_part", place=last.place, count=last.count)
        return _item(line.state, name, escape(detail))
    if len(line.outcomes) > 1:
        return _feed(line, name, language)
    (outcome,) = line.outcomes
    if outcome.status == "failed":
        return _item(
            "failed",
            escape(say(language, "failed", name="\0")).replace("\0", name),
            _why(outcome, language),
        )
    told = escape(say(language, outcome.status, title=outcome.title))
    return _item(outcome.status, told, " · ".join(filter(None, (name, _why(outcome, language)))))


def _feed(line: Line, name: str, language: str) -> str:
    """Return the line of a feed: how many of its articles were added, and why others were not."""
    told = escape(_counted(Counter(o.status for o in line.outcomes), language))
    short = sum(bool(o.error) and o.status != "failed" for o in line.outcomes)
    if short:
        told += f" · {escape(say(language, 'summaries', count=short))}"
    reasons = "".join(
        f"<li>{_why(outcome, language)}</li>" for outcome in line.outcomes if outcome.error
    )
    if reasons:
        label = escape(say(language, "reasons"))
        told += f"<details><summary>{label}</summary><ul>{reasons}</ul></details>"
    failed, added = bool(line.failures), len(line.failures) < len(line.outcomes)
    return _item("partly" if failed and added else "failed" if failed else "added", name, told)


def _item(state: str, head: str, detail: str) -> str:
    return (
        f'<li class="tt-{state}"><span class="tt-sign" aria-hidden="true">{_SIGNS[state]}</span>'
        f"<div>{head}<div>{detail}</div></div></li>"
    )


def _why(outcome: Outcome, language: str) -> str:
    if outcome.error is None:
        return ""
    told = outcome.error.sentence(language)
    if outcome.status != "failed":
        told = say(language, "only_summary", title=outcome.title, reason=told)
    return escape(told)


def _counted(counts: Counter[str], language: str) -> str:
    parts = [
        say(language, key, count=counts[status])
        for status, key in _COUNTED.items()
        if counts[status]
    ]
    return " · ".join(parts)
