"""Pager: a long list a page at a time.

Streamlit's own names its buttons in English alone.
"""

from collections.abc import Hashable, Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from ui.strings import say

Each = TypeVar("Each")


def page_of(
    listed: Sequence[Each],
    size: int,
    of: Hashable,
    language: str,
    key: str,
    *,
    shown: str = "shown_of",
) -> Sequence[Each]:
    """Return the part of a list that is shown, and draw what leads to the others.

    Args:
        listed: The whole list.
        size: How many are shown at a time.
        of: What is listed; where it has changed the first page is shown.
        language: Language of the page.
        key: Tells one list from another.
        shown: Key of the text that says which part is shown.
    """
    place = f"{key}-place"
    if st.session_state.get(f"{key}-of") != of:
        st.session_state[f"{key}-of"] = of
        st.session_state[place] = 0
    last = max(0, -(-len(listed) // size) - 1)
    number = min(int(st.session_state[place]), last)
    part = listed[number * size : (number + 1) * size]

    def turn(by: int) -> None:
        st.session_state[place] = number + by

    with st.container(horizontal=True, vertical_alignment="center", key=f"tt-{key}-pager"):
        told = say(language, "no_questions")
        if part:
            first = number * size + 1
            told = say(language, shown, first=first, last=first + len(part) - 1, count=len(listed))
        st.html(f'<p class="tt-quiet" role="status">{escape(told)}</p>', width="content")
        if last:
            for name, icon, by, end in (
                ("earlier_page", "chevron_left", -1, number == 0),
                ("later_page", "chevron_right", 1, number == last),
            ):
                st.button(
                    say(language, name),
                    key=f"{key}-{name}",
                    icon=f":material/{icon}:",
                    type="tertiary",
                    disabled=end,
                    on_click=turn,
                    args=(by,),
                )
    return part
