"""Language: the one the page speaks, Thai or English."""

import streamlit as st

LANGUAGES = {"th": "ไทย", "en": "English"}


def choose_language() -> str:
    """Draw the switch; return its language, at first that of the address or the browser.

    The address follows the switch (``?lang=th``), so that a link keeps the language.
    """
    wanted = st.query_params.get("lang", "")
    browser = "th" if (st.context.locale or "").lower().startswith("th") else "en"
    if "language" not in st.session_state:
        st.session_state.language = wanted if wanted in LANGUAGES else browser
    with st.container(key="tt-language"):
        st.segmented_control(
            "ภาษา · Language",
            list(LANGUAGES),
            format_func=LANGUAGES.__getitem__,
            key="language",
            required=True,
            label_visibility="collapsed",
        )
    language = str(st.session_state.language)
    if wanted != language:
        st.query_params["lang"] = language
    return language
