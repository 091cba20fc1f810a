"""Judged: every question of a result with its answer, what was expected, and what was cited."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from evals.figures import Figures
from ui.strings import say
from ui.wording import group_name, problem

_PAGE = 20  # questions shown at a time
Record = Mapping[str, Any]  # an item of a result file


@st.fragment
def show_questions(result: Figures, name: str, language: str) -> None:
    """Show the questions of a result, those with something wrong first of all.

    Args:
        result: The result.
        name: Tells one result from another.
        language: Language of the page.
    """
    st.subheader(say(language, "every_question"), anchor=False)
    every: Sequence[Record] = result["items"]
    wrong = [item for item in every if item["problems"]]
    labels = {
        "wrong": say(language, "wrong_ones", count=len(wrong)),
        "all": say(language, "all_ones", count=len(every)),
    }
    which = st.segmented_control(
        say(language, "which_questions"),
        list(labels),
        format_func=labels.__getitem__,
        default="wrong",
        required=True,
        key="which-questions",
        label_visibility="collapsed",
    )
    shown = every if which == "all" else wrong
    if not shown:
        st.info(say(language, "none_wrong"))
        return
    pages = -(-len(shown) // _PAGE)
    page = st.pagination(pages, key=f"page-{which}-{name}") if pages > 1 else 1
    part = shown[(page - 1) * _PAGE : page * _PAGE]
    st.html("".join(question_html(item, language) for item in part))


def question_html(item: Record, language: str) -> str:
    """Return a question of a result as HTML; whatever questions and sources say is escaped."""
    group = item["lang"] if item.get("passage_lang") in (None, item["lang"]) else _pair(item)
    about = " · ".join((item["id"], group_name(group, language)))
    parts = [
        f'<p class="tt-title" lang="{escape(item["lang"])}">{escape(item["question"])}</p>',
        f'<p class="tt-quiet">{escape(about)}</p>',
        *(_line(say(language, "asked_before"), earlier) for earlier in item.get("after") or ()),
        *(
            f'<p class="tt-problem">{escape(problem(sentence, language))}</p>'
            for sentence in item["problems"]
        ),
        _line(say(language, "answer"), _answer(item) or say(language, "no_answer")),
        *_gold(item["gold"], language),
        *(_cited(cited, language) for cited in item.get("cited") or ()),
    ]
    return f'<article class="tt-item">{"".join(parts)}</article>'


def _pair(item: Record) -> str:
    return f"{item['lang']}-{item['passage_lang']}"


def _line(label: str, text: str) -> str:
    return f'<p><span class="tt-label">{escape(label)}</span>{escape(text)}</p>'


def _answer(item: Record) -> str:
    answer = item["answer"] or {}
    return str(answer.get("answer" if answer.get("abstained") else "short", ""))


def _gold(gold: Record, language: str) -> Iterable[str]:
    label = say(language, "gold")
    if not gold["answerable"]:
        yield _line(label, say(language, "gold_none"))
        return
    told = gold["references"] or [fact[0] for fact in gold["facts"] if fact]
    yield _line(label, " / ".join(told))
    for evidence in gold["evidence"]:
        if evidence not in told:
            yield _line("", evidence)


def _cited(cited: Mapping[str, str], language: str) -> str:
    words = (
        f"{escape(cited['before'])}<mark>{escape(cited['quote'])}</mark>{escape(cited['after'])}"
    )
    title = f'<span class="tt-quiet">{escape(cited["title"])}</span>'
    label = escape(say(language, "cited"))
    return f'<p class="tt-near"><span class="tt-label">{label}</span>{words}<br>{title}</p>'
