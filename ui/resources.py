"""Resources: what all sessions share."""

import streamlit as st

from assistant import Assistant
from sources import load_settings


@st.cache_resource(show_spinner=False)
def shared_assistant() -> Assistant:
    """Open the assistant once for the whole server; its missing vectors follow in the background.

    Raises:
        ThamtopError: The data folder, the encoder or the index cannot be used.
    """
    assistant = Assistant.open(load_settings())
    assistant.index.start_embedding()
    return assistant
