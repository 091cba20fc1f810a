"""Charts: the figures of an evaluation drawn by Altair, in the page's light or dark theme."""

from typing import TYPE_CHECKING

from evals.charts import COLOURS
from evals.figures import Figures
from ui.strings import say
from ui.wording import FIGURES, group_name, stage_name

if TYPE_CHECKING:
    import altair

_BARS = ("answers.accuracy", "citations.hit")
_ROW = 52  # pixels a group of bars
_KEY = 24  # pixels a line of the legend
_AXIS = 80  # pixels for the axis and its title
_NAMES = 220  # pixels for the name of a group
_TALL = 280  # pixels of the curves
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")  # for those who see no colours


def pair_chart(result: Figures, language: str) -> "altair.LayerChart | altair.FacetChart | None":
    """Return bars of accuracy and evidence cited by language, with intervals; None for none."""
    import altair

    rows = [row for group in _groups(result) for row in _bars(*group, language)]
    if not rows:
        return None
    names = [say(language, FIGURES[figure]) for figure in _BARS]
    bars = altair.Chart(altair.InlineData(values=rows)).encode(
        y=altair.Y("group:N", title=None, sort=None, axis=altair.Axis(labelLimit=_NAMES)),
        yOffset=altair.YOffset("figure:N", sort=names),
        color=altair.Color(
            "figure:N",
            scale=altair.Scale(domain=names, range=list(COLOURS[: len(names)])),
            legend=_legend(),
        ),
    )
    title = say(language, "percent")
    shares = bars.mark_bar(opacity=0.5).encode(
        x=altair.X("value:Q", title=title, scale=altair.Scale(domain=[0, 100])),
        tooltip=[
            altair.Tooltip("group:N", title=say(language, "pair")),
            altair.Tooltip("figure:N", title=say(language, "figure")),
            altair.Tooltip("value:Q", title=title),
            altair.Tooltip("ends:N", title=say(language, "interval_heading")),
        ],
    )
    ends = bars.mark_rule(strokeWidth=2.5).encode(x=altair.X("low:Q", title=title), x2="high:Q")
    height = _ROW * len({row["group"] for row in rows}) + _AXIS + _KEY * len(names)
    return altair.layer(shares, ends).properties(height=height)


def risk_chart(result: Figures, language: str) -> "altair.Chart | None":
    """Return the risk–coverage curve of all questions and of each language; None for none."""
    import altair

    rows = [
        {
            "group": name,
            "coverage": round(100 * point["coverage"], 1),
            "risk": round(100 * point["risk"], 1),
        }
        for name, group in _named(result, language)
        for point in group["abstention"].get("risk_coverage") or []
    ]
    if not rows:
        return None
    names = list(dict.fromkeys(row["group"] for row in rows))
    legend = _legend()
    chart: altair.Chart = (
        altair.Chart(altair.InlineData(values=rows))
        .mark_line(point={"filled": True, "size": 50})
        .encode(
            x=altair.X("coverage:Q", title=say(language, "answered_share")),
            y=altair.Y("risk:Q", title=say(language, "wrong_share")),
            color=altair.Color("group:N", scale=_scale(names, COLOURS), legend=legend),
            shape=altair.Shape("group:N", scale=_scale(names, _SHAPES), legend=legend),
            tooltip=[
                altair.Tooltip("group:N", title=say(language, "pair")),
                altair.Tooltip("coverage:Q", title=say(language, "answered_share")),
                altair.Tooltip("risk:Q", title=say(language, "wrong_share")),
            ],
        )
        .properties(height=_TALL + _AXIS + _KEY * len(names))
    )
    return chart


def time_chart(result: Figures, language: str) -> "altair.Chart | None":
    """Return bars of the median and the 95th percentile of each stage; None where none is known."""
    import altair

    stages = [
        *((stage_name(name, language), t) for name, t in _stages(result).items()),
        (say(language, "stage_all"), result["latency_ms"]),
    ]
    names = {"p50": say(language, "median"), "p95": say(language, "most")}
    rows = [
        {"stage": stage, "figure": names[name], "seconds": round(times[name] / 1000, 3)}
        for stage, times in stages
        for name in names
        if times[name] is not None
    ]
    if not rows:
        return None
    title = say(language, "in_seconds")
    listed = list(names.values())
    chart: altair.Chart = (
        altair.Chart(altair.InlineData(values=rows))
        .mark_bar()
        .encode(
            y=altair.Y("stage:N", title=None, sort=None, axis=altair.Axis(labelLimit=_NAMES)),
            yOffset=altair.YOffset("figure:N", sort=listed),
            x=altair.X("seconds:Q", title=title),
            color=altair.Color(
                "figure:N", scale=_scale(listed, COLOURS), sort=listed, legend=_legend()
            ),
            tooltip=[
                altair.Tooltip("stage:N", title=say(language, "stage")),
                altair.Tooltip("figure:N", title=say(language, "figure")),
                altair.Tooltip("seconds:Q", title=title),
            ],
        )
        .properties(height=_ROW * len(stages) + _AXIS + _KEY * len(names))
    )
    return chart


def _stages(result: Figures) -> Figures:
    return dict(result["latency_ms"].get("stages") or {})


def _legend() -> "altair.Legend":
    import altair

    return altair.Legend(title=None, orient="bottom", columns=1, labelLimit=0)


def _scale(names: list[str], values: tuple[str, ...]) -> "altair.Scale":
    import altair

    return altair.Scale(
        domain=names, range=[values[place % len(values)] for place in range(len(names))]
    )


def _groups(result: Figures) -> list[tuple[str, Figures]]:
    return list(result["by_language"].items())


def _named(result: Figures, language: str) -> list[tuple[str, Figures]]:
    groups = [("overall", result), *_groups(result)]
    return [(group_name(name, language), group) for name, group in groups]


def _bars(pair: str, group: Figures, language: str) -> list[dict[str, str | float]]:
    rows: list[dict[str, str | float]] = []
    for figure in _BARS:
        part, _, name = figure.partition(".")
        value = group[part].get(name)
        if value is None:
            continue
        low, high = group["intervals"].get(figure) or (value, value)
        percents = {"value": value, "low": low, "high": high}
        rows.append(
            {
                "group": group_name(pair, language),
                "figure": say(language, FIGURES[figure]),
                "ends": f"{100 * low:.0f}–{100 * high:.0f}",
            }
            | {what: round(100 * share, 1) for what, share in percents.items()}
        )
    return rows
