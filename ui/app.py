"""The page: navigation, and what every page has in common."""

from collections.abc import Callable
from html import escape
from importlib.resources import as_file, files
from time import sleep

import streamlit as st

from assistant import Assistant
from sources import ThamtopError, load_settings
from ui import accuracy, ask, library
from ui.components import component
from ui.labels import plain
from ui.language import choose_language
from ui.resources import Desk, give_up, shared_desk
from ui.strings import say
from ui.theme import uploader_style

_LOOK_S = 0.1  # between two looks at whether the assistant is open


def main() -> None:
    """Draw the page."""
    with as_file(files("ui").joinpath("assets")) as assets:
        st.set_page_config(
            page_title="Thamtop · ถามตอบ", page_icon=str(assets / "icon.svg"), layout="wide"
        )
        st.html(assets / "page.css")
        st.logo(assets / "logo.svg", size="large")
    language = choose_language()
    st.html(uploader_style(language, load_settings().max_source_mb))
    fresh = not st.session_state.get("turns")
    component("page")(data={"language": language, "fresh": fresh}, key="page")
    desk = shared_desk()
    pages = [
        st.Page(
            lambda: ask.page(desk, language),
            title=say(language, "ask_page"),
            icon=":material/forum:",
            url_path="ask",
            default=True,
        ),
        st.Page(
            lambda: library.page(_opened(desk, language), language),
            title=say(language, "sources_page"),
            icon=":material/library_books:",
            url_path="sources",
        ),
        st.Page(
            lambda: accuracy.page(_opened(desk, language), language),
            title=say(language, "accuracy_page"),
            icon=":material/target:",
            url_path="accuracy",
        ),
    ]
    _show(st.navigation(pages, position="top").run, desk, language)


def _show(draw: Callable[[], None], desk: Desk, language: str) -> None:
    """Draw a page; where the assistant cannot be opened, say so, and try again at the next look."""
    try:
        draw()
    except ThamtopError as error:
        st.error(plain(error.sentence(language)))
        if desk.failed:
            give_up(desk)


def _opened(desk: Desk, language: str) -> Assistant:
    """Return the assistant; until it is open, the page says quietly that it gets ready."""
    if not desk.open:
        told = st.empty()
        told.html(f'<p class="tt-quiet" role="status">{escape(say(language, "opening"))}</p>')
        while not desk.open:
            sleep(_LOOK_S)
            st.session_state.get("language")  # where Streamlit ends a run that is out of date
        told.empty()
    return desk.assistant()


if __name__ == "__main__":
    main()
