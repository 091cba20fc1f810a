"""Markdown with front matter: one file, one document.

markdown-it-py parses it: the reference CommonMark parser of Python, maintained and typed.
PyYAML parses the front matter, with its BaseLoader: safe, and leaves dates of the Buddhist
era alone (the safe loader refuses 2567-02-29).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sources import problems
from sources.blob import Blob
from sources.calendar import parse_date
from sources.document import Document
from sources.encoding import decode
from sources.errors import SourceError
from sources.prose import headline, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_LANGUAGE = re.compile(r"(th|en)(?:[-_].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a heading, or a whole list or table."""

    text: str
    heading: bool = False


def read_markdown(blob: Blob) -> Document:
    """Read Markdown as plain text.

    The front matter may give ``title``, ``published``, ``language``, ``origin`` and
    ``edition``. Without a title there, the first heading is it, and leaves the text if it
    stands at its very beginning.

    Raises:
        SourceError: The front matter cannot be used, or there is no text below it.
    """
    source = tidy(decode(blob.data, blob.name, blob.charset))
    matter, body = _split_front_matter(source, blob.name)
    title = matter.get("title", "")
    blocks = _blocks(body)
    if not title:
        title, blocks = _take_title(blocks)
    text = tidy("\n\n".join(block.text for block in blocks))
    if not text:
        raise SourceError(problems.ONLY_A_TITLE, name=blob.name)
    return Document.create(
        title=title or headline(text, blob.name),
        text=text,
        origin=matter.get("origin") or blob.origin,
        location=blob.origin,
        language=_language(matter, blob.name),
        published=_published(matter, blob.name),
        edition=matter.get("edition") or None,
    )


def _split_front_matter(source: str, name: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(source)
    if match is None:
        return {}, source
    import yaml

    try:
        matter = yaml.load(match[1] or "", Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            raise SourceError(problems.NO_YAML, name=name) from error
        raise SourceError(problems.NO_YAML_IN_LINE, name=name, line=mark.line + 2) from error
    if not isinstance(matter, dict):
        return {}, source[match.end() :] if not matter else source
    values = {str(key).lower(): value for key, value in matter.items() if isinstance(value, str)}
    return {key: " ".join(value.split()) for key, value in values.items()}, source[match.end() :]


def _language(matter: dict[str, str], name: str) -> str | None:
    given = matter.get("language")
    if not given:
        return None
    match = _LANGUAGE.fullmatch(given)
    if match is None:
        raise SourceError(problems.OTHER_LANGUAGE, name=name, given=given)
    return match[1].lower()


def _published(matter: dict[str, str], name: str) -> date | None:
    given = matter.get("published")
    if not given:
        return None
    day = parse_date(given)
    if day is None:
        raise SourceError(problems.NO_DAY, name=name, given=given)
    return day


def _take_title(blocks: list[_Block]) -> tuple[str, list[_Block]]:
    for place, block in enumerate(blocks):
        if block.heading:
            return block.text, blocks[1:] if place == 0 else blocks
    return "", blocks


def _blocks(body: str) -> list[_Block]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    blocks: list[_Block] = []
    place = 0
    while place < len(tokens):
        end = _closing(tokens, place)
        blocks.extend(_block(tokens[place:end]))
        place = end
    return [block for block in blocks if block.text]


def _closing(tokens: Sequence["Token"], place: int) -> int:
    """Return the place after the block that begins at `place`; quotes are entered."""
    token = tokens[place]
    if token.nesting < 1 or token.type == "blockquote_open":
        return place + 1
    kind = token.type.removesuffix("_open") + "_close"
    return next(
        later + 1
        for later in range(place + 1, len(tokens))
        if tokens[later].type == kind and tokens[later].level == token.level
    )


def _block(tokens: Sequence["Token"]) -> list[_Block]:
    kind = tokens[0].type
    if kind in ("fence", "code_block"):
        return [_Block(tokens[0].content.strip("\n"))]
    if kind == "table_open":
        return [_Block(_table(tokens))]
    if kind in ("bullet_list_open", "ordered_list_open"):
        return [_Block(_list(tokens))]
    heading = kind == "heading_open"
    return [_Block(_inline(token), heading) for token in tokens if token.type == "inline"]


def _table(tokens: Sequence["Token"]) -> str:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token))
    return "\n".join(" | ".join(row) for row in rows)


def _list(tokens: Sequence["Token"]) -> str:
    lines: list[str] = []
    marker = ""
    for token in tokens:
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "inline":
            lines.append(marker + _inline(token))
            marker = ""
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.strip("\n"))
    return "\n".join(lines)


def _inline(token: "Token") -> str:
    return "".join(map(_inline_text, token.children or [])).strip()


def _inline_text(token: Any) -> str:  # noqa: ANN401 (markdown-it's Token, imported late)
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return str(token.content) if token.type in ("text", "code_inline", "image") else ""
