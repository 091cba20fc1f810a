"""Prose: plain text in the form that is stored, and the headline taken from it."""

import re

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_TITLE_LENGTH = 100
# Longer than any line that was wrapped by hand: 80 columns of Thai take about 105 characters.
_WRAPPED_LENGTH = 120
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")


def tidy(text: str) -> str:
    r"""Bring plain text into the stored form.

    Line ends become ``\n`` and control characters go; lines lose blanks at their end, the
    text at both; exactly one blank line stands between paragraphs.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = re.sub("[\x0b\x0c\x85\u2029]", "\n\n", text)
    text = _CONTROL.sub("", text).removeprefix("\ufeff")
    text = re.sub(r"[^\S\n]+(?=\n|\Z)", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def split_paragraphs(text: str) -> str:
    """Put a blank line between paragraphs that only a line end divides.

    A block of lines is taken for paragraphs when one of them is too long to have been
    wrapped, or when the text has no blank line at all and its lines differ in length.
    """
    blocks = text.split("\n\n")
    if len(blocks) == 1 and not _looks_wrapped(text.split("\n")):
        return text.replace("\n", "\n\n")
    return "\n\n".join(
        re.sub("\n+", "\n\n", block) if _has_long_line(block) else block for block in blocks
    )


def _has_long_line(block: str) -> bool:
    return any(len(line) > _WRAPPED_LENGTH for line in block.split("\n"))


def _looks_wrapped(lines: list[str]) -> bool:
    widest = max(map(len, lines))
    full = sum(len(line) >= 0.7 * widest for line in lines)
    return 40 <= widest <= _WRAPPED_LENGTH and full >= 0.7 * (len(lines) - 1)


def headline(text: str, fallback: str) -> str:
    """Take the title from the first line that has a letter or figure, at most 100 characters.

    A single word in capitals above a longer line is the name of a newspaper's section, not
    a title.
    """
    lines = [line.strip() for line in text.split("\n") if re.search(r"[^\W_]", line)]
    if not lines:
        return fallback
    if len(lines) > 1 and _is_section_name(lines[0], lines[1]):
        del lines[0]
    return shorten(lines[0])


def _is_section_name(line: str, below: str) -> bool:
    return (
        line.isascii()
        and line.isupper()
        and " " not in line
        and len(line) < len(below) <= 150
        and below[-1] not in ".!?"
    )


def shorten(line: str, length: int = _TITLE_LENGTH) -> str:
    """Cut a line after a word, so that it has at most `length` characters, and mark the cut."""
    line = " ".join(line.split())
    if len(line) <= length:
        return line
    cut = line.rfind(" ", 0, length)
    if cut < length // 2:
        cut = _last_word_end(line, length - 1)
    return line[:cut].rstrip(" ,;:-") + "…"


def _last_word_end(line: str, limit: int) -> int:
    if not _THAI.search(line):
        return limit
    from pythainlp.tokenize import word_tokenize

    end = 0
    for word in word_tokenize(line[: limit + 40]):
        if end + len(word) > limit:
            break
        end += len(word)
    return end or limit


def join_lines(left: str, right: str) -> str:
    """Join two lines of one paragraph as they stood before the line was broken.

    Thai has no blank between words, so two Thai lines join directly unless the first ends
    in a blank; a word hyphenated in English closes up.
    """
    hyphenated = re.search(r"[a-z]-\Z", left) and re.match("[a-z]", right)
    if left.endswith("\u00ad") or hyphenated:
        return left[:-1] + right
    if left.endswith("-") and re.search(r"\w-\Z", left) and re.match(r"\w", right):
        return left + right
    if left and right and _THAI.match(left[-1]) and _THAI.match(right[0]):
        return left + right
    return f"{left.rstrip()} {right.lstrip()}"
