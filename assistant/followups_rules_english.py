"""English follow-ups: what a question leans on, and the question written out."""

import re
from collections.abc import Iterator

from assistant.followups_english import (
    ABOUT,
    ASIDE,
    AUXILIARIES,
    BARE,
    CORRECTION,
    EMPTY,
    EMPTY_VERBS,
    FUNCTION_WORDS,
    GENERIC,
    LEAD,
    OWN,
    PARTICIPLES,
    POINTING,
    QUESTION_WORDS,
)
from assistant.followups_replaced import replaced_english

_ENOUGH = 3.5  # weight of the words from which a question is complete in itself
_LEANING = 2.0  # more of it after "and", or where words of the earlier question come again
_NAME, _WORD, _GENERIC_WORD = 1.5, 1.0, 0.25  # weights
_MOST_WORDS = 14  # of a topic
_LONGEST = 300  # characters of an earlier question that is asked again with an element replaced
_SPELT = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")
_LEAD, _ASIDE, _CORRECTION, _ABOUT, _BARE, _POINTING, _EMPTY, _OWN = (
    re.compile(pattern, re.IGNORECASE)
    for pattern in (LEAD, ASIDE, CORRECTION, ABOUT, BARE, POINTING, EMPTY, OWN)
)
_AUXILIARIES = frozenset(AUXILIARIES.split())
_FUNCTION = frozenset(FUNCTION_WORDS.split()) | _AUXILIARIES | frozenset(QUESTION_WORDS.split())
_VERBS = frozenset(EMPTY_VERBS.split())
_SAYING_LITTLE = _VERBS | frozenset(GENERIC.split())
_DEGREE = "many|much|long|far|often|old|big|large|high|deep|wide|tall|heavy|fast|soon"
_ASKING = re.compile(
    rf"\b(?:what|who|whom|whose|when|where|which|why|how(?: (?:{_DEGREE}))?)\b", re.IGNORECASE
)
_ANY_AUXILIARY = "|".join(re.escape(word) for word in sorted(_AUXILIARIES) if word[0] != "'")
_VERBAL = re.compile(rf"\b(?:{_ANY_AUXILIARY})\b", re.IGNORECASE)
_INVERTED = re.compile(rf"\b(?:am|{_ANY_AUXILIARY}) (?:I|we|you|they|he|she|it)\b")
_SUBJECT_NEXT = re.compile(
    rf"^(?:when|where|why|how|who|what) (?=(?:{_ANY_AUXILIARY})\b)", re.IGNORECASE
)
_HELD = re.compile(r" \(([^()]+)\)\?$")  # the topic of a question that this module wrote out
_STANDS_FOR = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]+\w*\b.*\b(?:stands? for|short for|mean)\b")
_NAMED = re.compile(
    r"^(?:[Ww]hat|[Ww]ho|[Ww]here|[Ww]hen)(?: is| are| was| were|'s) (?:the )?"
    r"[A-Z][\w.'’-]*(?: (?:of |the )*[A-Z0-9][\w.'’-]*)*[?.! ]*$"
)
# Who led the army; When did La Rance open; Where was Calvin born: the verb was asked about.
_LED = re.compile(
    rf"^[Ww]ho (?!(?:{_ANY_AUXILIARY})\b)(?:first )?[a-z]+ "
    r"(?=(?:in |by |at |to )?(?:the )?(?:[A-Z]|[a-z]+ of ))"
)
_DONE = re.compile(
    r"(\b(?:did|does|do) .*[A-Z][\w'’.-]*) [a-z]+$"
    rf"|(\b(?:was|were|is|are) .*[A-Z][\w'’.-]*) (?:[a-z]+ed|{PARTICIPLES.replace(' ', '|')})$"
)


def points(question: str) -> bool:
    """Tell whether a word of a question points to something outside it."""
    plain = _EMPTY.sub(lambda match: "~" * len(match.group()), question)
    for match in _POINTING.finditer(plain):
        shouted = match.group().isupper()  # IT is a trade, it a pronoun
        named = any(map(_is_name, _words(question[: match.start()])[1:]))
        if not shouted and not (named and _OWN.match(match.group())):
            return True
    return False


def asks_anew(question: str) -> bool:
    """Tell whether a question asks by itself: it opens as none that leans on another.

    In "Is Japan one of them?" the pronoun need not mean the name.
    """
    opening = any(rule.match(question) for rule in (_ASIDE, _CORRECTION, _LEAD, _ABOUT))
    plain = _EMPTY.sub("~", question)
    return (
        not opening
        and not _POINTING.search(plain)
        and bool(_ASKING.search(question) or _VERBAL.match(question))
    )


def rewrite(question: str, last: str, topic: str, known: str) -> str:
    """Write out an English question that follows another.

    Args:
        question: Normalised, as asked.
        last: The earlier question, complete; empty if it is in another language.
        topic: What that was about.
        known: The words of the earlier question and of its answer, in whatever language.

    Returns:
        The question as it is if it is complete in itself.
    """
    if aside := _ASIDE.match(question):
        return question[aside.end() :].strip() or question
    meant = _CORRECTION.match(question)
    if meant and (rest := question[meant.end() :].strip()):
        asks = _ASKING.search(rest) and _complete(rest, known, leaning=False)
        return rest if asks else _meant(rest, last, topic)
    lead = _LEAD.match(question)
    bare = question[lead.end() :] if lead else question
    if about := _ABOUT.match(bare):
        return _about(bare[about.end() :], last, topic)
    if not bare.strip(" ?!.") or _complete(bare, known, leaning=bool(lead)):
        return question
    return _meant(bare, last, topic)


def topic_of(question: str) -> str:
    """Return what a question is about: its words without those that ask and say little."""
    words = ", ".join(_chunks(question)).split()
    named = [word[0].isupper() or any(map(str.isdigit, word)) for word in words]
    room = _MOST_WORDS - sum(named)
    kept = []
    for word, is_name in zip(words, named, strict=True):
        if is_name or room > 0:
            kept.append(word)
            room -= not is_name
    return " ".join(kept[: 2 * _MOST_WORDS]).strip(",")


def without(question: str, topic: str) -> str:
    """Return a question that was written out without the topic that was appended."""
    held = _HELD.search(question)
    if not held or not held[1].endswith(topic):
        return question
    more = held[1].removesuffix(topic).strip(" ,")  # an answer that a pronoun meant
    return question[: held.start()] + (f" ({more})?" if more else "?")


def _chunks(question: str) -> Iterator[str]:
    """Yield the runs of words between question words, auxiliaries and verbs of little say."""
    held = _HELD.search(question)
    asked = _LED.sub("", _LEAD.sub("", _HELD.sub("", question)).rstrip(" ?!."))
    text = f"{held[1]}, {asked}" if held else asked
    text = _ASKING.sub("|", _DONE.sub(lambda match: match[1] or match[2], text))
    text = _SPELT.sub(lambda match: "|" if _parts(match.group()) else match.group(), text)
    for chunk in re.split(r"[|,;:()]", text):
        words = chunk.split()
        while words and words[0].casefold() in _FUNCTION:
            words.pop(0)
        while words and words[-1].casefold() in _FUNCTION:
            words.pop()
        if words:
            yield " ".join(words)


def _parts(word: str) -> bool:
    plain = word.casefold()
    if word[0].isupper() and plain not in _AUXILIARIES:
        return False
    # "or" would make a choice of a question, a pronoun point nowhere.
    return plain in _AUXILIARIES or plain in _VERBS or plain == "or" or bool(_OWN.match(plain))


def _words(text: str) -> list[str]:
    return [re.sub("['’]s$", "", match.group()) for match in _SPELT.finditer(text)]


def _is_name(word: str) -> bool:
    return word[0].isupper() and re.split("['’]", word)[0] != "I"


def _weight(text: str) -> float:
    """Return how much the words of a question say: names most, verbs like take little."""
    weight = 0.0
    for place, word in enumerate(_words(text)):
        plain = word.casefold()
        if plain in _FUNCTION or plain.startswith(("i'", "i’")):
            continue
        if any(letter.isdigit() for letter in word) or (place and _is_name(word)):
            weight += _NAME
        else:
            weight += _GENERIC_WORD if plain in _SAYING_LITTLE else _WORD
    return weight


def _complete(text: str, known: str, *, leaning: bool) -> bool:
    if _STANDS_FOR.search(text) or _NAMED.match(text):
        return True
    if points(text):
        return False
    earlier = {word.casefold() for word in _words(known)} - _FUNCTION - _SAYING_LITTLE
    shared = any(word.casefold() in earlier for word in _words(text))
    return _weight(text) >= _ENOUGH + (_LEANING if leaning or shared else 0)


def _meant(text: str, last: str, topic: str) -> str:
    """Write out what was found not to be complete."""
    if _ASKING.search(text):
        return _again(text, last, topic) if _BARE.match(text) else _about_topic(text, topic)
    if _VERBAL.match(text) or _INVERTED.search(text):
        return _about_topic(text, topic)
    return _element(text, last, topic)


def _about_topic(text: str, topic: str) -> str:
    text = text.strip().rstrip(" ?!.,")
    asked = text[:1].upper() + text[1:]
    return f"{asked} ({topic})?" if topic else f"{asked}?"


def _again(text: str, last: str, topic: str) -> str:
    """Put a question word in the place of the earlier one: And where?"""
    main, held = _HELD.sub("?", last), _HELD.search(last)
    asking = _SUBJECT_NEXT.match(main)
    if asking is None:
        return _about_topic(text, topic)
    rest = main[asking.end() :].rstrip(" ?")
    return _about_topic(f"{text.strip(' ?!.')} {rest}", held[1] if held else "")


def _about(text: str, last: str, topic: str) -> str:
    """Write out: What about the fleet? — and: What about the fleet, where was that beaten?"""
    named, _, rest = text.partition(", ")
    if rest and _ASKING.search(rest):
        return _about_topic(rest, ", ".join(filter(None, (named, topic))))
    return _element(text, last, topic)


def _element(text: str, last: str, topic: str) -> str:
    """Ask the earlier question of something else: And in Japan?"""
    text = re.sub(r"(?:,? (?:then|too|instead))?[ ?!.]*$", "", text)
    if not last or len(last) > _LONGEST:
        return f"What about {text} ({topic})?" if topic else f"What about {text}?"
    main, held = _HELD.sub("?", last).rstrip(" ?"), _HELD.search(last)
    aside = held[1] if held else ""
    if (asked := replaced_english(text, main)) is None:
        inside = replaced_english(text, aside) if aside else None
        asked, aside = (main, inside) if inside else (f"{main}, and {text}", aside)
    if re.search(r"\bones?\b", text):
        aside = aside or topic
    return _about_topic(asked, aside)
