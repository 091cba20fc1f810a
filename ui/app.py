"""The page: language, navigation, and what every page has in common."""

import streamlit as st

from sources import ThamtopError
from ui import ask, library
from ui.resources import shared_assistant
from ui.strings import say
from ui.theme import STYLE

_LANGUAGES = {"th": "ไทย", "en": "English"}


def choose_language() -> str:
    """Return the language of the page: the switch's, the address's, or the browser's."""
    wanted = st.query_params.get("lang", "")
    browser = "th" if (st.context.locale or "").lower().startswith("th") else "en"
    if "language" not in st.session_state:
        st.session_state.language = wanted if wanted in _LANGUAGES else browser
    with st.sidebar:
        st.segmented_control(
            "ภาษา · Language",
            list(_LANGUAGES),
            format_func=_LANGUAGES.__getitem__,
            key="language",
            required=True,
            label_visibility="collapsed",
        )
    language = str(st.session_state.language)
    if wanted != language:
        st.query_params["lang"] = language
    return language


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Thamtop · ถามตอบ", page_icon="💬", layout="wide")
    st.html(STYLE)
    language = choose_language()
    try:
        assistant = shared_assistant()
    except ThamtopError as error:
        st.error(str(error).replace("$", r"\$"))
        st.stop()
    pages = [
        st.Page(
            lambda: ask.page(assistant, language),
            title=say(language, "ask_page"),
            icon=":material/forum:",
            url_path="ask",
            default=True,
        ),
        st.Page(
            lambda: library.page(assistant, language),
            title=say(language, "sources_page"),
            icon=":material/library_books:",
            url_path="sources",
        ),
    ]
    st.navigation(pages).run()


main()
