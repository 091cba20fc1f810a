"""Tables: small ones, drawn as HTML so that they are read aloud and follow the page's colours."""

from collections.abc import Iterable, Sequence
from html import escape

Cell = str | tuple[str, str]  # what it says, or that and something small below


def table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, titled: bool = False
) -> str:
    """Return a table as HTML, every text escaped; the first cell of a row is its heading.

    Args:
        caption: What the table shows, for those who do not see it.
        headings: One a column.
        rows: The cells.
        titled: Whether a heading above says the same: the caption is then only read aloud.
    """
    unseen = ' class="tt-unseen"' if titled else ""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<div class="tt-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="tt-table"><caption{unseen}>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell]) -> str:
    first, *others = row
    return f'<th scope="row">{_cell(first)}</th>' + "".join(f"<td>{_cell(c)}</td>" for c in others)


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    value, small = cell
    return escape(value) + (f"<small>{escape(small)}</small>" if small else "")
