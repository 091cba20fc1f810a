"""Server: Streamlit's own, with the models on their way before the first reader comes.

Takes Streamlit's command line (`python -m ui.server run ui/app.py`).
"""

from threading import Thread

from streamlit.web.cli import main as streamlit


def prepare() -> None:
    """Import what the pages need, open the assistant and find questions to suggest."""
    from ui import app as _app  # noqa: F401 (so that the first reader need not wait for it)
    from ui.language import LANGUAGES
    from ui.resources import shared_desk

    desk = shared_desk()
    if not desk.settle():
        return  # the page will say why
    for language in LANGUAGES:
        desk.offers(language)


def main() -> None:
    """Run the server until interrupted."""
    Thread(target=prepare, name="preparing", daemon=True).start()
    streamlit(prog_name="streamlit")


if __name__ == "__main__":
    main()
