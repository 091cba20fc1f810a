"""Slots: places on the page that a run leaves unfilled though an earlier one filled them."""

import streamlit as st


def empty_rest(part: str, filled: int) -> None:
    """Empty what stands behind the last thing drawn here.

    Streamlit takes it away only when a run has come to its end, and a run of the conversation lasts
    as long as something is on its way: until then an old conversation would stand below the new.

    Args:
        part: Names the container that is being drawn.
        filled: How many of its places were filled now.
    """
    slots: dict[str, int] = st.session_state.setdefault("slots", {})
    for _ in range(slots.get(part, 0) - filled):
        st.empty()
    slots[part] = filled
