"""Summary: the figures of a result as metrics, tables and charts."""

from html import escape

import streamlit as st

from evals.figures import Figures
from ui.charts import pair_chart, risk_chart, time_chart
from ui.strings import say
from ui.tables import Cell, table
from ui.wording import FIGURES, group_name, percent, seconds, stage_name

_MAIN = (
    "answers.accuracy",
    "citations.hit",
    "abstention.false_answer_rate",
    "abstention.false_refusal_rate",
    "language_match",
)


def show_summary(result: Figures, language: str) -> None:
    """Show the main figures, those of each language, the risk–coverage curve and the times."""
    _metrics(result, language)
    model = result["run"].get("chat_model")
    if model:
        values = {"model": model, "count": result["run"]["worded"], "all": len(result["items"])}
        _quiet(say(language, "worded", **values))
    _quiet(say(language, "intervals_told"))
    st.subheader(say(language, "by_pair"), anchor=False)
    st.html(pair_table(result, language))
    bars = pair_chart(result, language)
    if bars is not None:
        st.altair_chart(bars, key="pair-chart", alt=say(language, "pair_chart"))
    curve = risk_chart(result, language)
    if curve is not None:
        st.subheader(say(language, "risk"), anchor=False)
        _quiet(say(language, "risk_told"))
        st.altair_chart(curve, key="risk-chart", alt=say(language, "risk_chart"))
    elif model:
        st.subheader(say(language, "risk"), anchor=False)
        _quiet(say(language, "risk_of_model"))
    st.subheader(say(language, "time"), anchor=False)
    times = time_chart(result, language)
    if times is not None:
        st.altair_chart(times, key="time-chart", alt=say(language, "time_chart"))
    st.html(time_table(result, language))


def _quiet(text: str) -> None:
    st.html(f'<p class="tt-quiet">{escape(text)}</p>')


def pair_table(result: Figures, language: str) -> str:
    """Return the main figures of all questions and of each language as an HTML table."""
    headings = [say(language, "pair"), say(language, "questions")]
    headings += [say(language, FIGURES[figure]) for figure in _MAIN]
    rows: list[list[Cell]] = []
    for name, group in [("overall", result), *result["by_language"].items()]:
        figures: list[Cell] = [
            (percent(value_of(group, figure)), interval_of(group, figure, language))
            for figure in _MAIN
        ]
        time = seconds(group["latency_ms"]["p50"], language)
        count = str(group["counts"]["questions"])
        rows.append([group_name(name, language), count, *figures, time])
    headings.append(say(language, "median_time"))
    return table(say(language, "by_pair"), headings, rows, titled=True)


def time_table(result: Figures, language: str) -> str:
    """Return median and 95th percentile of each stage as an HTML table."""
    stages = dict(result["latency_ms"].get("stages") or {})
    rows = [(stage_name(stage, language), times) for stage, times in stages.items()]
    rows.append((say(language, "stage_all"), result["latency_ms"]))
    headings = [say(language, key) for key in ("stage", "median", "most")]
    return table(
        say(language, "time"),
        headings,
        [
            [name, seconds(times["p50"], language), seconds(times["p95"], language)]
            for name, times in rows
        ],
        titled=True,
    )


def value_of(figures: Figures, name: str) -> float | None:
    """Return a figure by its dotted name; None where no question has it."""
    group, _, figure = name.rpartition(".")
    value = (figures.get(group) or {} if group else figures).get(figure)
    return None if value is None else float(value)


def interval_of(figures: Figures, name: str, language: str) -> str:
    """Say the interval of a share; empty where there is none."""
    ends = (figures.get("intervals") or {}).get(name)
    if not ends:
        return ""
    low, high = (f"{100 * end:.0f}" for end in ends)
    if low == high:  # as if nothing were uncertain, where no question came out otherwise
        return ""
    return say(language, "interval", low=low, high=f"{high}%")


def _metrics(result: Figures, language: str) -> None:
    with st.container(horizontal=True, key="tt-metrics"):
        for figure in _MAIN:
            _metric(
                say(language, FIGURES[figure]),
                percent(value_of(result, figure)),
                interval_of(result, figure, language),
            )
        times = result["latency_ms"]
        slowest = say(language, "slowest", time=seconds(times["p95"], language))
        _metric(say(language, "median_time"), seconds(times["p50"], language), slowest)


def _metric(label: str, value: str, below: str) -> None:
    st.metric(
        label,
        value,
        below or None,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
    )
