"""Components: the few pieces of the page that are drawn by our own script.

They set every word with `textContent`, so that a source or an answer is never read as markup.
"""

from importlib.resources import files
from typing import Any

import streamlit as st

_SHELLS = {
    "answer": '<div class="answer"></div>',
    "article": '<div class="article"></div>',
    "page": "",
}


@st.cache_resource(show_spinner=False)
def component(name: str) -> Any:  # noqa: ANN401 (a Streamlit renderer)
    """Register a component of `assets/` and return what mounts it."""
    folder = files("ui").joinpath("assets")
    style = folder.joinpath(f"{name}.css")
    return st.components.v2.component(
        f"thamtop_{name}",
        html=_SHELLS[name] or None,
        css=style.read_text("utf-8") if style.is_file() else None,
        js=folder.joinpath(f"{name}.js").read_text("utf-8"),
    )
