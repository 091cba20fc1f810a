"""Thai follow-ups: what a question leans on, and the question written out."""

import re
from collections.abc import Iterator

from assistant.followups_replaced import replaced_thai
from assistant.followups_thai import (
    ASIDE,
    ASKING,
    CLASSIFIERS,
    CORRECTION,
    ELEMENT,
    EMPTY,
    EMPTY_VERBS,
    FUNCTION_WORDS,
    GENERIC,
    LEAD,
    PARTICLES,
    POINTING,
)
from index import ranks, segment

_ENOUGH = 3.25  # weight of the words from which a question is complete in itself
_LEANING = 2.0  # more of it after แล้ว, or without a subject
_LINKED = 1.0  # more of it where words of the earlier question come again
_FREQUENT, _COMMON = 300, 2_500  # ranks of words, the one met most first
_RARE_WORD, _COMMON_WORD, _FREQUENT_WORD, _GENERIC_WORD = 1.5, 1.0, 0.5, 0.25  # weights
_MOST_LETTERS = 120  # of a topic
_LONGEST = 300  # characters of an earlier question that is asked again with an element replaced
_PIECE = 2  # letters of a word that may well be a piece of a foreign name
_ASIDE, _CORRECTION, _ELEMENT = (re.compile(p) for p in (ASIDE, CORRECTION, ELEMENT))
_LEAD, _EMPTY, _POINTING = (re.compile(p) for p in (LEAD, EMPTY, POINTING))
_COUNTED = "|".join(sorted(CLASSIFIERS.split(), key=len, reverse=True))
_ASKING = re.compile(ASKING.replace("CLASSIFIER", f"(?:{_COUNTED})?"))
_CLOSING = re.compile(rf"{PARTICLES}+$")
_VERBS = frozenset(EMPTY_VERBS.split())
_GENERIC = _VERBS | frozenset(GENERIC.split())
_FUNCTION = frozenset(FUNCTION_WORDS.split())
# Parts of speech (Universal Dependencies) with which a topic neither begins nor ends.
_NO_TOPIC = frozenset(["VERB", "AUX", "ADP", "PRON", "DET", "SCONJ", "CCONJ", "PUNCT"])
_RUN = re.compile(r"[\u0e01-\u0e4e]+|[^\W\u0e01-\u0e4e]+(?:[.\-/][^\W\u0e01-\u0e4e]+)*|.")
_THAI = re.compile(r"[\u0e01-\u0e4e]")
_ACRONYM = re.compile(r"(?:[\u0e01-\u0e2e]{1,4}\.)+|[A-Z]{2,}")
_STANDS_FOR = re.compile("ย่อมาจาก|ชื่อเต็ม|คำเต็ม|ตัวย่อ")


def points(question: str) -> bool:
    """Tell whether a word of a question points to something outside it."""
    plain = _EMPTY.sub(lambda match: "~" * len(match.group()), question)
    borders = _borders(plain)
    return any(borders >= {m.start(), m.end()} for m in _POINTING.finditer(plain))


def asks_anew(question: str) -> bool:
    """Tell whether a question asks by itself: it opens as none that leans on another."""
    opening = any(rule.match(question) for rule in (_ASIDE, _CORRECTION, _LEAD, _ELEMENT))
    return not opening and _asks(question)


def rewrite(question: str, last: str, topic: str, known: str) -> str:
    """Write out a Thai question that follows another.

    Arguments and result are those of the English rules.
    """
    if aside := _ASIDE.match(question):
        return question[aside.end() :].strip() or question
    if meant := _CORRECTION.match(question):
        rest = question[meant.end() :]
        complete = not rest or (_asks(rest) and _complete(rest, known, leaning=False))
        return (rest or question) if complete else _meant(rest, last, topic)
    lead = _LEAD.match(question)
    leaning = bool(lead and lead.end() in _borders(question))
    bare = question[lead.end() :] if lead and leaning else question
    element = _ELEMENT.match(bare)
    if element and element.end("new") in _borders(bare) and not _asks(element["new"]):
        if element["rest"]:
            return _about_topic(f"{element['new']} {element['rest']}", topic)
        return _meant(element["new"], last, topic)
    if not bare or _complete(bare, known, leaning=leaning):
        return question
    return _meant(bare, last, topic)


def topic_of(question: str) -> str:
    """Return what a question is about: its words without those that ask and say little."""
    chunks = _without_asking(_LEAD.sub("", question)).split("|")
    kept = [topic for chunk in chunks if (topic := _trimmed(_words(_closed(chunk))))]
    topic = ""
    for chunk in kept:
        if len(topic) + len(chunk) > _MOST_LETTERS and topic:
            break
        topic = f"{topic} {chunk}".strip()
    return topic[: 2 * _MOST_LETTERS]


def without(question: str, topic: str) -> str:
    """Return a question that was written out without the topic put before it."""
    return question.replace(topic, "", 1).strip()


def _words(text: str) -> list[str]:
    """Cut a text into words; together they are the text."""
    runs = _RUN.findall(text)
    return [word for run in runs for word in (segment(run) if _THAI.match(run) else [run])]


def _borders(text: str) -> set[int]:
    places = {0}
    end = 0
    for word in _words(text):
        end += len(word)
        places.add(end)
    return places


def _without_asking(text: str, mark: str = "|") -> str:
    """Put a mark in the place of what asks, where it is words of its own."""
    text = text.rstrip(" ?!.")
    borders = _borders(text)

    def marked(match: re.Match[str]) -> str:
        inside = [place for place in borders if match.start() <= place < match.end()]
        if not inside or match.end() not in borders:
            return match.group()
        return text[match.start() : min(inside)] + mark

    return _ASKING.sub(marked, text)


def _asks(text: str) -> bool:
    return _without_asking(text) != text.rstrip(" ?!.")


def _closed(text: str) -> str:
    """Take particles off the end: ครับ, but not the end of ชนะ."""
    text = text.rstrip(" ?!.")
    closing = _CLOSING.search(text)
    if closing and closing.start() in _borders(text):
        return text[: closing.start()].rstrip()
    return text


def _trimmed(words: list[str]) -> str:
    """Take from both ends of a chunk what is no topic; verbs between nouns stay."""
    from pythainlp.tag import pos_tag  # reads its model when first called, 0.3 s

    tags = pos_tag(words, corpus="orchid_ud") if words else []
    telling = [
        (tag not in _NO_TOPIC or _weight(word) == _RARE_WORD)  # ลงทะเบียน tells, เปิด does not
        and word[0].isalnum()
        and word not in _GENERIC
        and word not in _FUNCTION
        for word, tag in tags
    ]
    if not any(telling):
        return ""
    first, end = telling.index(True), len(words) - telling[::-1].index(True)
    while end < len(words) and _in_pieces(words[end - 1 : end + 1]):
        end += 1  # มี at the end of อะแคเดมี
    return "".join(words[first:end]).strip()


def _in_pieces(words: list[str]) -> bool:
    """Tell whether two neighbours may be pieces of one foreign name."""
    return len(words[0]) <= _PIECE and all(map(_THAI.match, words))


def _telling(text: str) -> Iterator[str]:
    """Yield the words of a question that neither ask nor join others."""
    for word in _words(_without_asking(_closed(text), " ")):
        if word.strip() and word[0].isalnum() and word not in _FUNCTION:
            yield word


def _weight(word: str) -> float:
    if word in _GENERIC:
        return _GENERIC_WORD
    rank = ranks().get(word, _COMMON)
    if rank < _FREQUENT:
        return _FREQUENT_WORD
    return _COMMON_WORD if rank < _COMMON else _RARE_WORD


def _complete(text: str, known: str, *, leaning: bool) -> bool:
    if _STANDS_FOR.search(text) and _ACRONYM.search(text):
        return True
    if points(text):
        return False
    words = list(_telling(text))
    subjectless = not words or _words(text)[0] in _VERBS
    shared = not {word for word in words if word not in _GENERIC}.isdisjoint(_words(known))
    more = _LEANING if leaning or subjectless else _LINKED if shared else 0.0
    return sum(map(_weight, words)) >= _ENOUGH + more


def _about_topic(text: str, topic: str) -> str:
    return " ".join(f"{topic} {text}".split())


def _meant(text: str, last: str, topic: str) -> str:
    """Write out what was found not to be complete."""
    asks = _asks(text)
    if asks and last and all(word in _GENERIC - _VERBS for word in _telling(text)):
        return _about_topic(text, _without_asking(last, " "))
    if asks or not last or len(last) > _LONGEST:
        return _about_topic(text, topic)
    element = _closed(text)
    return replaced_thai(element, last) or _about_topic(last, element)
