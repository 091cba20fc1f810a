"""Labels: texts of others in places where Streamlit reads Markdown."""

_MARKS = frozenset(r"\`*_{}[]<>()#+-.!$:|~&")


def plain(text: str) -> str:
    """Take the power off Markdown marks, so that a text is shown as it is written."""
    return "".join(f"\\{mark}" if mark in _MARKS else mark for mark in text)
