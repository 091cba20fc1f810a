"""Charts of a result as SVG, drawn by pygal; they take the page's colours and have no scripts."""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from evals.figures import Figures
from evals.report import row_name

# Distinguishable without seeing red or green apart, on white and on black (Okabe and Ito 2008).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00")
_FAMILY = "inherit"


def accuracy_chart(result: Figures) -> str:
    """Return bars of accuracy, evidence hit and first passage by language, with intervals."""
    pygal = _pygal()
    figures = {
        "Accuracy": "answers.accuracy",
        "Evidence hit": "citations.hit",
        "Recall@1": "retrieval.recall@1",
    }
    groups = _groups(result)
    chart = pygal.Bar(**_common(), range=(0, 100), y_title="percent")
    chart.x_labels = [name for name, _ in groups]
    for heading, name in figures.items():
        chart.add(heading, [_bar(group, name) for _, group in groups])
    return _drawn(chart)


def risk_chart(result: Figures) -> str:
    """Return the risk–coverage curves: wrong answers among those given, by share answered."""
    pygal = _pygal()
    chart = pygal.XY(
        **_common(), x_title="percent of the questions answered", y_title="percent wrong"
    )
    for name, group in _groups(result):
        points = group["abstention"]["risk_coverage"]
        if points:
            drawn = [(100 * point["coverage"], 100 * point["risk"]) for point in points]
            chart.add(name, drawn)
    return _drawn(chart)


def reliability_chart(result: Figures) -> str:
    """Return how often answers of like confidence are right; the diagonal is calibration."""
    pygal = _pygal()
    chart = pygal.XY(**_common(), range=(0, 100), x_title="confidence", y_title="percent right")
    bins = result["abstention"]["reliability"]
    chart.add("calibrated", [(0, 0), (100, 100)], show_dots=False, stroke_style={"dasharray": "4"})
    chart.add("all", [(100 * held["confidence"], 100 * held["accuracy"]) for held in bins])
    return _drawn(chart)


def latency_chart(result: Figures) -> str:
    """Return bars of the median and the 95th percentile of each stage, in milliseconds."""
    pygal = _pygal()
    stages: Mapping[str, Any] = result["latency_ms"].get("stages") or {}
    rows = {**stages, "all": result["latency_ms"]}
    chart = pygal.HorizontalBar(**_common(), x_title="milliseconds")
    chart.x_labels = list(rows)
    chart.add("median", [row["p50"] for row in rows.values()])
    chart.add("95 in 100", [row["p95"] for row in rows.values()])
    return _drawn(chart)


def _pygal() -> Any:  # noqa: ANN401 (pygal is untyped)
    """Import pygal without the import hook of an old kind that it leaves behind.

    At each later import Python would warn of it.
    """
    import pygal

    sys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != "PluginImportFixer"]
    return pygal


def _drawn(chart: Any) -> str:  # noqa: ANN401 (pygal is untyped)
    """Return the SVG without the script that pygal writes even where none is wanted."""
    return re.sub(r"<script.*?</script>", "", chart.render(is_unicode=True), flags=re.DOTALL)


def _groups(result: Figures) -> Sequence[tuple[str, Figures]]:
    return [(row_name(pair), group) for pair, group in result["by_language"].items()]


def _bar(group: Figures, name: str) -> dict[str, Any] | None:
    part, _, figure = name.partition(".")
    value, ends = group[part][figure], group["intervals"].get(name)
    if value is None:
        return None
    bar: dict[str, Any] = {"value": round(100 * value, 1)}
    if ends:
        bar["ci"] = {"low": 100 * ends[0], "high": 100 * ends[1]}
    return bar


def _common() -> dict[str, Any]:
    from pygal.style import Style

    style = Style(
        background="transparent",
        plot_background="transparent",
        foreground="currentColor",
        foreground_strong="currentColor",
        foreground_subtle="currentColor",
        guide_stroke_color="currentColor",
        major_guide_stroke_color="currentColor",
        colors=COLOURS,
        font_family=_FAMILY,
        label_font_size=13,
        major_label_font_size=13,
        title_font_size=14,
        legend_font_size=13,
        value_font_size=12,
        opacity=".85",
        transition="none",
    )
    return {
        "style": style,
        "js": [],
        "width": 560,
        "height": 360,
        "margin_bottom": 40,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": 2,
        "truncate_legend": -1,
        "truncate_label": -1,
        "disable_xml_declaration": True,
        "no_data_text": "nothing measured",
    }
