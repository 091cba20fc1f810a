"""Judged: every question of a result with its answer, what was expected, and what was cited."""

from collections.abc import Iterable, Mapping
from html import escape

import streamlit as st

from evals.comparing import group_of
from evals.figures import Figures
from index import Index
from ui.article import show_article
from ui.pager import page_of
from ui.sieve import Record, choose_sieve
from ui.strings import say
from ui.wording import group_name, kind_name, problem

_PAGE = 20  # questions shown at a time
_OPENED = "opened-question"
Span = tuple[str, int, int]  # document, first character, character after the last


@st.fragment
def show_questions(result: Figures, name: str, index: Index, language: str) -> None:
    """Show the questions of a result, those with something wrong first of all.

    Args:
        result: The result.
        name: Tells one result from another.
        index: Holds the articles that can be opened where they are cited.
        language: Language of the page.
    """
    st.subheader(say(language, "every_question"), anchor=False)
    sieve = choose_sieve(result["items"], language)
    kept = [item for item in result["items"] if sieve.keeps(item)]
    known = {entry.id for entry in index.entries()}
    for item in page_of(kept, _PAGE, (name, sieve), language, "questions"):
        with st.container(gap="xsmall"):
            st.html(question_html(item, language))
            _open(item, [span for span in spans(item) if span[0] in known], index, language)


def question_html(item: Record, language: str) -> str:
    """Return a question of a result as HTML; whatever questions and sources say is escaped."""
    about = (group_name(group_of(item), language), kind_name(item["kind"], language), item["id"])
    parts = [
        f'<p class="tt-title" lang="{escape(item["lang"])}">{escape(item["question"])}</p>',
        f'<p class="tt-quiet">{escape(" · ".join(about))}</p>',
        *(_line(say(language, "asked_before"), earlier) for earlier in item.get("after") or ()),
        *(
            f'<p class="tt-problem">{escape(problem(sentence, language))}</p>'
            for sentence in item["problems"]
        ),
        _line(say(language, "answer"), _answer(item) or say(language, "no_answer")),
        *gold_lines(item, language),
        *(_cited(cited, language) for cited in item.get("cited") or ()),
    ]
    return f'<article class="tt-item">{"".join(parts)}</article>'


def gold_lines(item: Record, language: str) -> Iterable[str]:
    """Yield what is expected of a question as HTML: the answer and its evidence, or none."""
    gold, label = item["gold"], say(language, "gold")
    if not gold["answerable"]:
        yield _line(label, say(language, "gold_none"))
        return
    told = gold["references"] or [fact[0] for fact in gold["facts"] if fact]
    yield _line(label, " / ".join(told))
    for evidence in gold["evidence"]:
        if evidence not in told:
            yield _line(say(language, "evidence"), evidence)


def spans(item: Record) -> list[Span]:
    """Return where the answer of a question cites, each place once."""
    claims = (item["answer"] or {}).get("claims") or ()
    cited = (citation for claim in claims for citation in claim["citations"])
    return list(dict.fromkeys((c["document_id"], c["start"], c["end"]) for c in cited))


def _open(item: Record, places: list[Span], index: Index, language: str) -> None:
    """Offer the articles that an answer cites, and show the one that is open."""
    if not places:
        return
    opened = st.session_state.get(_OPENED)
    with st.container(horizontal=True):
        for number, span in enumerate(places, start=1):
            this = (item["id"], span)
            label = say(language, "close" if opened == this else "open_cited")
            st.button(
                f"{label} [{number}]" if len(places) > 1 else label,
                key=f"open-{item['id']}-{number}",
                type="tertiary",
                icon=":material/close:" if opened == this else ":material/article:",
                on_click=_turn,
                args=(None if opened == this else this,),
            )
    for span in places:
        if opened == (item["id"], span):
            show_article(index, language, *span, key=f"article-{item['id']}")


def _turn(to: tuple[str, Span] | None) -> None:
    st.session_state[_OPENED] = to


def _line(label: str, text: str) -> str:
    return f'<p><span class="tt-label">{escape(label)}</span>{escape(text)}</p>'


def _answer(item: Record) -> str:
    answer = item["answer"] or {}
    return str(answer.get("answer" if answer.get("abstained") else "short", ""))


def _cited(cited: Mapping[str, str], language: str) -> str:
    words = (
        f"{escape(cited['before'])}<mark>{escape(cited['quote'])}</mark>{escape(cited['after'])}"
    )
    title = f'<span class="tt-quiet">{escape(cited["title"])}</span>'
    label = escape(say(language, "cited"))
    return f'<p class="tt-near"><span class="tt-label">{label}</span>{words}<br>{title}</p>'
