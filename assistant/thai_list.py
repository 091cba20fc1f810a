"""Thai list: the whole of a list of which only a part was marked.

Items part at spaces and a last และ, or two are written together with กับ; what leads up to them
(ได้แก่, คือ, เช่น) stays out.
"""

import re

from assistant.naming import name_in
from assistant.piece import Piece, Span
from assistant.titles import TITLES
from index import segment

_LEAD_CHARACTERS = 8  # that a mark may leave out at the beginning of an item
_PLAIN_CHARACTERS = 30  # an item of Thai that none of the words below stands in
_HEAD = re.compile(r"(?:อัน)?ได้แก่|ประกอบ(?:ไป)?ด้วย|คือ|เช่น(?!เดียว)|อาทิ(?:เช่น)?|^รวมถึง$|:")
_LEADING_WORDS = (
    "กับ มี เรื่อง ด้าน จาก โดย เป็น ให้ ทั้ง ระหว่าง แก่ ถึง ว่า ได้ จะ ไป มีเรื่อง เกี่ยวกับ ร่วมกับ มาจาก รวม ใช้ "
    "ส่งไป ทำกับ ต่อ แล้ว"
)
_LEADING = frozenset(_LEADING_WORDS.split())
_CLAUSE = re.compile(r"^(?:ซึ่ง|ที่|โดย|ส่วน|เพื่อ|เมื่อ|แต่|นอกจาก|ขณะ|ทั้งนี้|อย่างไรก็)")
_TITLES = re.compile(rf"{TITLES}$")
_FAMILY = re.compile(r" [\u0e01-\u0e4e]{2,20}(?![\u0e01-\u0e4e])")  # a person's second name
_PERSON = re.compile(rf"(?:และ|กับ){TITLES}\S+(?!\S)")
_NOMINAL = ("การ", "ความ")  # with which items begin that are no names
_PAIRS = 2  # items that begin alike, the first aside
_THAI_NAME = re.compile(r"[\u0e01-\u0e4e]{2,}")
_GAP = re.compile(r",?\s+|,")
_AND = re.compile(r"และ|กับ|หรือ|รวมทั้ง|รวมถึง|ตลอดจน|พร้อมทั้ง")


def thai_list(text: str, sentence: Span, span: Span) -> Span:
    """Return a span widened to the whole list that it touches, or unchanged.

    Args:
        text: The passage.
        sentence: The sentence in it to which a list is confined.
        span: What was marked.
    """
    within = min(sentence[0], span[0]), max(sentence[1], span[1])
    if pairs := _pairs(text, within, span):
        return pairs
    start, end = _widened(text, within, span)
    # A mark that takes in the words before the list: the list alone answers.
    heads = [head.end() for head in _HEAD.finditer(text, start, end)]
    if heads and re.search(r"\s|,|และ|กับ", text[heads[0] : end].strip()):
        start = heads[0]
    return start, end


def begun_alike(text: str, paragraph: Span, span: Span) -> Span:
    """Return a span with the items beside it that begin as its own do, with การ or ความ.

    Such lists need no last และ, and each item may be taken for a sentence.
    """
    pieces = _pieces(text, paragraph)
    touched = [i for i, piece in enumerate(pieces) if piece.touches(span)]
    start, end = span
    word = next((w for w in _NOMINAL if text.startswith(w, start + _lead(text, span))), "")
    if not touched or not word:
        return span
    begins = [text.startswith(word, piece.start) for piece in pieces]
    if len(touched) > 1 and not begins[touched[-1]]:
        return span
    last = touched[-1]
    while last + 1 < len(pieces) and begins[last + 1]:
        last += 1
    first = touched[0]
    while first and begins[first] and begins[first - 1]:
        first -= 1
    if first and begins[first]:
        words = text[pieces[first - 1].start : pieces[first - 1].end]
        begin = _after_head(words, "")
        if (
            begin is not None
            and words.startswith(word, begin)
            and (last > first or first < touched[0])
        ):
            return pieces[first - 1].start + begin, max(end, pieces[last].end)
    if last == touched[-1] and first == touched[0]:
        return span
    return start if first == touched[0] else pieces[first].start, max(end, pieces[last].end)


def _lead(text: str, span: Span) -> int:
    """Return how many characters of a span lead up to its first item: เรื่อง, ด้าน."""
    word = next((w for w in _LEADING if text.startswith(w, span[0])), "")
    return len(word)


def _pairs(text: str, sentence: Span, span: Span) -> Span | None:
    """Return the whole row of pairs with one in common that a span touches, if there is one."""
    pieces = _pieces(text, sentence)
    touched = [place for place, piece in enumerate(pieces) if piece.touches(span)]
    heads = [_shared(text[piece.start : piece.end]) for piece in pieces]
    # What leads up to the list stands before the first: the second tells what they share.
    near = heads[touched[0] : touched[-1] + 2][::-1] if touched else []
    common = next((head for head in near if _THAI_NAME.fullmatch(head)), "")
    alike = [bool(common) and head.endswith(common) for head in heads]
    if not touched or not all(alike[n] for n in touched):
        return None
    first, last = touched[0], touched[-1]
    while first and alike[first - 1] and heads[first] == common:
        first -= 1
    while last + 1 < len(pieces) and heads[last + 1] == common:
        last += 1
    if last - first < _PAIRS:
        return None
    return text.index(f"{common}-", pieces[first].start), pieces[last].end


def _shared(words: str) -> str:
    """Return what stands before the hyphen of a pair, empty of what is none: และอาเซียน-จีน."""
    joint = _AND.match(words)
    head, hyphen, _ = words[joint.end() if joint else 0 :].partition("-")
    return head if hyphen else ""


def _widened(text: str, sentence: Span, span: Span) -> Span:
    pieces = _pieces(text, sentence)
    touched = [i for i, piece in enumerate(pieces) if piece.touches(span)]
    if not touched:
        return span
    last = _last(text, pieces, touched)
    if last is None:
        return _joined_names(text, pieces[touched[0]], span)
    closing = _AND.sub("", text[pieces[last].start : pieces[last].end], count=1)
    again = _leading(closing)
    # A mark of several items with the last is trusted to be whole, but for names before it.
    whole = len(touched) > 1 and touched[-1] == last
    first, begin = _first(text, pieces, min(touched[0], last - 1), again, whole)
    start, end = span
    lead = _AND.sub("", text[pieces[touched[0]].start : start], count=1)
    if first < touched[0] and len(lead) > _LEAD_CHARACTERS:
        return span  # a mark in the midst of a clause is no item of a list
    titled = _TITLES.match(text[begin:start]) and start > begin
    if first < touched[0] or titled or text.startswith(again or "\0", begin):
        start = min(start, begin)
    family = _FAMILY.match(text, pieces[last].end)
    if family and _PERSON.match(text, pieces[last].start):
        return start, max(end, family.end())
    return start, max(end, pieces[last].end)


def _pieces(text: str, sentence: Span) -> list[Piece]:
    pieces, place = [], sentence[0]
    for gap in [*_GAP.finditer(text, *sentence), None]:
        end = gap.start() if gap else sentence[1]
        if end > place:
            joint = _AND.match(text, place)
            pieces.append(
                Piece(place, end, bool(joint) and _AND.fullmatch(text, place, end) is None)
            )
        place = gap.end() if gap else end
    return pieces


def _last(text: str, pieces: list[Piece], touched: list[int]) -> int | None:
    """Return the piece that closes the list: the first with และ at or after the mark."""
    for place in range(touched[0], len(pieces)):
        piece = pieces[place]
        if place > touched[-1] and not piece.short:
            return None
        if place > touched[-1] and _CLAUSE.match(text[piece.start : piece.end]):
            return None
        if piece.closes and place > 0 and place >= touched[-1]:
            return place
    return None


def _first(text: str, pieces: list[Piece], place: int, again: str, whole: bool) -> tuple[int, int]:
    """Return the piece in which the list begins, and where in it.

    Args:
        text: The passage.
        pieces: The pieces of a sentence.
        place: The piece in which the mark begins.
        again: The word with which the last item begins, if such a word leads up to lists.
        whole: Whether only names and like items before the mark belong to it.
    """
    while True:
        piece = pieces[place]
        words = text[piece.start : piece.end]
        begin = _after_head(words, again)
        if begin is not None:
            return place, piece.start + begin
        before = text[pieces[place - 1].start : pieces[place - 1].end] if place else ""
        like = bool(name_in(before, "en")) or (bool(again) and before.startswith(again))
        if not before or not (like or (not whole and _plain(text, pieces[place - 1], again))):
            begin = _after_head(before, again) if before else None
            named = begin is not None and name_in(before[begin:], "en")
            if begin is not None and begin < len(before) and (named or not whole):
                return place - 1, pieces[place - 1].start + begin
            return place, piece.start
        place -= 1


def _after_head(words: str, again: str) -> int | None:
    """Return where, in a piece, the items begin after the words that lead up to them."""
    heads = [head.end() for head in _HEAD.finditer(words)]
    if heads:
        return heads[-1]
    if again and again in words:  # ด้านสังคม ด้านสาธารณสุข และด้านสิ่งแวดล้อม
        return words.rindex(again) or None
    place, begin = 0, None
    for word in segment(words):
        place += len(word)
        if word in _LEADING and place < len(words):
            begin = place
    return begin


def _plain(text: str, piece: Piece, again: str) -> bool:
    """Tell whether a piece is an item and nothing else."""
    words = text[piece.start : piece.end]
    if _CLAUSE.match(words) or not piece.short:
        return False
    return bool(name_in(words, "en")) or (
        _after_head(words, again) is None and len(words) <= _PLAIN_CHARACTERS
    )


def _joined_names(text: str, piece: Piece, span: Span) -> Span:
    """Widen a name to the one written together with it: คิวบากับแอฟริกาใต้."""
    words = text[piece.start : piece.end]
    start, end = span
    for joint in re.finditer(r"และ|กับ|หรือ", words):
        left, right = piece.start + joint.start(), piece.start + joint.end()
        if end == left:
            following = _longest_name(text[right : piece.end])
            end = right + following if following else end
        elif start == right:
            preceding = _longest_name(text[piece.start : left], last=True)
            start = left - preceding if preceding else start
    return start, end


def _longest_name(words: str, *, last: bool = False) -> int:
    """Return how many characters at one end of a run of Thai are a known name."""
    parts = segment(words)
    for count in range(len(parts), 0, -1):
        name = "".join(parts[-count:] if last else parts[:count])
        if name_in(name, "en"):
            return len(name)
    return 0


def _leading(words: str) -> str:
    """Return the word before lists with which an item begins itself, or nothing."""
    return next((word for word in _LEADING if words.startswith(word)), "")
