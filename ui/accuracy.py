"""Accuracy: measures how often the answers are right, and shows what came of it."""

import json
from html import escape
from threading import Lock

import streamlit as st

from assistant import Assistant
from evals.figures import Figures
from evals.html_report import html_report
from index import Index
from sources import StoreError, ThamtopError, load_settings
from ui.choosing import choose
from ui.judged import show_questions
from ui.labels import plain
from ui.measuring import Measure, Request, measured
from ui.runs import Runs, Saved
from ui.strings import say
from ui.summary import show_summary
from ui.versus import show_versus
from ui.wording import STEPS


def page(assistant: Assistant, language: str, measure: Measure = measured) -> None:
    """Draw the page.

    Args:
        assistant: Holds the articles.
        language: Language of the page.
        measure: Runs an evaluation.
    """
    settings = load_settings()
    runs = Runs(settings.home)
    with st.container(key="tt-accuracy"):
        st.header(say(language, "accuracy_page"), anchor=False)
        st.html(f'<p class="tt-quiet">{escape(say(language, "accuracy_intro"))}</p>')
        begun = bool(st.session_state.pop("measuring", False))
        request = choose(language, settings.chat_model, busy=begun)
        if begun:
            if request:
                _run(request, assistant, runs, language, measure)
            else:
                st.session_state.trouble = say(language, "no_question_file")
            st.rerun()
        _tell(language)
        _show(runs, assistant.index, language)


def _run(
    request: Request, assistant: Assistant, runs: Runs, language: str, measure: Measure
) -> None:
    """Measure, and leave the result or what is wrong in the session.

    Whatever a person presses meanwhile, Stop above all, interrupts this run of the script when it
    next draws the bar: then the marks `interrupted` and nothing else of it is left.
    """
    turn = _only_one()
    if not turn.acquire(blocking=False):  # two at a time would falsify each other's times
        st.session_state.trouble = say(language, "measuring_elsewhere")
        return
    st.session_state.interrupted = True
    try:
        with st.container(border=True, key="tt-measuring"):
            bar = st.progress(0.0, text=say(language, "measuring"))
            st.html(f'<p class="tt-quiet">{escape(say(language, "measuring_hint"))}</p>')
            st.button(say(language, "stop"), key="stop", icon=":material/stop:")

        def show(step: str, done: int, total: int) -> None:
            text = say(language, STEPS[step], done=done, total=total) if step in STEPS else step
            bar.progress(min(1.0, done / max(1, total)), text=text)

        _keep(measure(request, assistant.index, show), runs, language)
    except ThamtopError as error:
        sentence = plain(error.sentence(language))
        st.session_state.trouble = f"{say(language, 'not_measured')}  \n{sentence}"
    finally:
        turn.release()
    del st.session_state.interrupted


@st.cache_resource(show_spinner=False)
def _only_one() -> Lock:
    return Lock()


def _keep(result: Figures, runs: Runs, language: str) -> None:
    """Keep a result for this session and in the data folder, and show it."""
    st.session_state.result = result
    try:
        st.session_state.run = runs.save(result)
    except StoreError as error:
        st.session_state.trouble = plain(error.sentence(language))
    st.session_state.shown = st.session_state.get("run")


def _tell(language: str) -> None:
    """Say what became of the last attempt, if it brought no result."""
    trouble = st.session_state.pop("trouble", None)
    if trouble:
        st.error(trouble, icon=":material/error:")
    elif st.session_state.pop("interrupted", False):
        st.info(say(language, "stopped"))


def _show(runs: Runs, index: Index, language: str) -> None:
    saved = runs.saved()
    if len(saved) > 1 and st.toggle(say(language, "compare"), key="compare"):
        show_versus(runs, saved, language)
        return
    result = _picked(runs, saved, language)
    if result is None:
        if not saved:
            st.info(say(language, "no_results"))
        return
    name = str(st.session_state.get("shown"))
    _downloads(result, name.removesuffix(".json"), language)
    show_summary(result, language)
    show_questions(result, name, index, language)


def _picked(runs: Runs, saved: list[Saved], language: str) -> Figures | None:
    """Return the result of the last run, or the one that is chosen from those kept."""
    labels = {each.name: each.label(language) for each in saved}
    if st.session_state.get("run") not in labels:  # another session let go of it
        st.session_state.pop("run", None)
    if labels:
        chosen = st.selectbox(
            say(language, "result"),
            list(labels),
            format_func=labels.__getitem__,
            key="run",
            filter_mode=None,
        )
        if "result" not in st.session_state or st.session_state.get("shown") != chosen:
            try:
                st.session_state.result = runs.read(str(chosen))
            except ThamtopError:
                st.error(say(language, "result_gone"))
                return None
            st.session_state.shown = chosen
    result: Figures | None = st.session_state.get("result")
    return result


def _downloads(result: Figures, name: str, language: str) -> None:
    with st.container(horizontal=True):
        st.download_button(
            say(language, "download_json"),
            lambda: json.dumps(result, ensure_ascii=False, indent=1),
            f"{name}.json",
            "application/json",
            key="download-json",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            say(language, "download_report"),
            lambda: html_report(result),
            f"{name}.html",
            "text/html",
            key="download-report",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
