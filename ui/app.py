"""The page: navigation, and what every page has in common."""

from importlib.resources import as_file, files

import streamlit as st

from sources import ThamtopError
from ui import accuracy, ask, library
from ui.components import component
from ui.labels import plain
from ui.language import choose_language
from ui.resources import shared_assistant
from ui.strings import say
from ui.theme import uploader_style


def main() -> None:
    """Draw the page."""
    with as_file(files("ui").joinpath("assets")) as assets:
        st.set_page_config(
            page_title="Thamtop · ถามตอบ", page_icon=str(assets / "icon.svg"), layout="wide"
        )
        st.html(assets / "page.css")
        st.logo(assets / "logo.svg", size="large")
    language = choose_language()
    st.html(uploader_style(language))
    component("page")(data={"language": language}, key="page")
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
        st.Page(
            lambda: accuracy.page(assistant, language),
            title=say(language, "accuracy_page"),
            icon=":material/target:",
            url_path="accuracy",
        ),
    ]
    chosen = st.navigation(pages, position="top")
    try:
        assistant = shared_assistant()
    except ThamtopError as error:
        st.error(plain(str(error)))
        st.stop()
    chosen.run()


if __name__ == "__main__":
    main()
