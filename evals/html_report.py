"""HTML report: one self-contained page with the figures, charts and every failure."""

from importlib.resources import files
from typing import Any

from evals.charts import accuracy_chart, latency_chart, reliability_chart, risk_chart
from evals.figures import Figures
from evals.report import TABLES, groups, interval_of, shown

_RECORD = (
    ("questions", "Questions"),
    ("corpus", "Corpus"),
    ("date", "Date"),
    ("commit", "Commit"),
    ("answerer", "Answerer"),
    ("chat_model", "Chat model"),
    ("worded", "Answers it worded"),
    ("encoder", "Encoder"),
    ("reranker", "Reranker"),
    ("weights", "Weights"),
    ("hashes", "Hashes of the data"),
    ("limit", "Limit"),
    ("seed", "Seed"),
    ("cores", "Cores"),
    ("versions", "Versions"),
)


def html_report(result: Figures) -> str:
    """Return a page without scripts or outside addresses, in light and dark.

    Whatever comes from questions, sources and answers is escaped by the template.
    """
    from jinja2 import Environment
    from markupsafe import Markup

    source = (files("evals") / "templates" / "report.html").read_text(encoding="utf-8")
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)
    judged = bool(result["abstention"]["risk_coverage"])  # not where a chat model answers
    charts = [("By language", accuracy_chart(result))]
    if judged:
        charts += [
            ("Wrong answers, were more or fewer questions answered", risk_chart(result)),
            ("Is the confidence what it says?", reliability_chart(result)),
        ]
    charts.append(("Time of an answer", latency_chart(result)))
    return page.render(
        record=[(label, _told(result["run"].get(name))) for name, label in _RECORD],
        tables=[_table(result, title, columns) for title, columns in TABLES],
        charts=[(title, Markup(svg)) for title, svg in charts],
        kinds=_kinds(result),
        parity=[(name, side) for name, side in (result.get("parity") or {}).items() if side],
        failed=[item for item in result["items"] if item["problems"]],
        passed=[item for item in result["items"] if not item["problems"]],
        total=len(result["items"]),
    )


def _table(result: Figures, title: str, columns: tuple[tuple[str, str, str], ...]) -> Figures:
    rows = [
        (name, [(shown(group, column), interval_of(group, column)) for column in columns])
        for name, group in groups(result)
    ]
    return {"title": title, "heads": [column[0] for column in columns], "rows": rows}


def _kinds(result: Figures) -> list[tuple[str, int, str]]:
    """Return, for each kind of question, how many were asked and what share came out right."""
    found: dict[str, list[float]] = {}
    for item in result["items"]:
        if "answers.accuracy" in item["scores"]:
            found.setdefault(item["kind"], []).append(item["scores"]["answers.accuracy"])
    ordered = sorted(found.items(), key=lambda entry: -len(entry[1]))
    return [(kind, len(s), f"{100 * sum(s) / len(s):.0f}") for kind, s in ordered]


def _told(value: Any) -> str:  # noqa: ANN401 (JSON)
    if isinstance(value, dict):
        return ", ".join(f"{name} {held}" for name, held in value.items() if held)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "–" if value is None else str(value)
