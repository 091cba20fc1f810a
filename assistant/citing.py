"""Citing: what a model says that it quotes, as a citation of the stored source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.aligning import align, locate
from assistant.answer import Citation
from assistant.coverage import unmet
from assistant.evidence import sentence_around
from assistant.instructions import instructs
from assistant.numbers import stated
from assistant.planted import planted
from assistant.polarity import clauses
from index import Hit, clause_spans
from sources import normalise

Span = tuple[int, int]
CITED = 300  # characters of a citation
_OTHER_FACT = 0.34  # share of a clause's words that its evidence may lack


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a passage that a quote stands for.

    Attributes:
        hit: The passage found.
        start: First character in the passage's text.
        end: Character after the last.
    """

    hit: Hit
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words, exactly as stored."""
        return self.hit.passage.text[self.start : self.end]

    @property
    def planted(self) -> bool:
        """Whether most of the words are written for an assistant."""
        inside = sum(
            max(0, min(end, self.end) - max(start, self.start))
            for start, end in planted(self.hit.passage.text)
        )
        return 2 * inside > self.end - self.start

    def citation(self) -> Citation:
        """Return them as characters of the stored document."""
        passage, offset = self.hit.passage, self.hit.passage.start
        return Citation(
            passage.document_id,
            self.hit.title,
            offset + self.start,
            offset + self.end,
            self.words,
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim is held against, normalised.

    Attributes:
        cited: The words cited.
        near: They and the sentences beside them.
        passage: Title and text of the passage.
        language: The passage's language.
    """

    cited: str
    near: str
    passage: str
    language: str


def quoted(quote: str, named: int, hits: Sequence[Hit]) -> Cited | None:
    """Find a quote in the passage that is named or, failing that, in another.

    Args:
        quote: What is said to be quoted.
        named: Which passage is named, 0-based; one that is not there names none.
        hits: The passages.

    Returns:
        The very words found, or None if no passage has them.
    """
    first = [hits[named]] if 0 <= named < len(hits) else []
    others = [hit for place, hit in enumerate(hits) if place != named]
    for some in (first, others):
        for find in (locate, align):
            if found := _first(find, quote, some):
                return found
    return None


def widened(cited: Cited, claim: str, spoken: str) -> Cited:
    """Return the sentences or clauses around what was found, at most about 300 characters.

    Args:
        cited: The very words found.
        claim: The claim; of a longer quote the sentences that speak most of it are kept.
        spoken: The claim's language.
    """
    passage, language = cited.hit.passage, cited.hit.language
    start, end = cited.start, cited.end
    if end - start > CITED:
        inside = [(a, b) for a, b in passage.sentences if a < end and start < b]
        start, end = _nearest(passage.text, inside, claim, spoken, language) or (start, end)
    if language == "th":
        # Where Thai sentences end can only be guessed; clauses are parted by blanks.
        pieces = clause_spans(passage.text, language)
        touched = [(a, b) for a, b in pieces if a < end and start < b]
        start, end = (touched[0][0], touched[-1][1]) if touched else (start, end)
    else:
        pieces = list(passage.sentences)
        start, end = sentence_around(passage, (start, end), language, CITED)
    return Cited(
        cited.hit, *_with_other_fact(passage.text, (start, end), pieces, claim, spoken, language)
    )


def _with_other_fact(
    text: str, span: Span, pieces: Sequence[Span], claim: str, spoken: str, language: str
) -> Span:
    """Return a citation widened to where the figures of a claim's other clause stand, if near."""
    parts = clauses(normalise(claim).text, spoken)
    told = stated(text[slice(*span)]).numbers
    for part in parts if len(parts) > 1 else ():
        lacking = stated(part).numbers - told
        for a, b in pieces if lacking and lacking != stated(claim).numbers else ():
            both = min(a, span[0]), max(b, span[1])
            if (
                both[1] - both[0] <= CITED
                and lacking <= stated(text[a:b]).numbers
                and unmet(part, spoken, text[a:b], language) <= _OTHER_FACT
            ):
                return both
    return span


def evidence_of(cited: Cited) -> Evidence:
    """Return what a claim is held against, instructions to assistants left out."""
    passage, language = cited.hit.passage, cited.hit.language
    touched = [
        number
        for number, (start, end) in enumerate(passage.sentences)
        if start < cited.end and cited.start < end
    ]
    first, last = (touched[0], touched[-1]) if touched else (0, -1)
    beside = passage.sentences[max(0, first - 1) : last + 2]
    start = min([cited.start, *(a for a, _ in beside)])
    end = max([cited.end, *(b for _, b in beside)])
    return Evidence(
        _stating(_told(passage.text, cited.start, cited.end), language),
        _stating(_told(passage.text, start, end), language),
        f"{normalise(cited.hit.title).text}\n"
        f"{_stating(_told(passage.text, 0, len(passage.text)), language)}",
        language,
    )


def _told(text: str, start: int, end: int) -> str:
    """Return a range of a text without what is planted for an assistant there."""
    for first, last in reversed(planted(text)):
        if first < end and start < last:
            text = f"{text[: max(first, start)]}{text[min(last, end) :]}"
            end -= min(last, end) - max(first, start)
    return text[start:end]


def _stating(text: str, language: str) -> str:
    """Return the clauses of a text that do not instruct, normalised."""
    plain = normalise(text).text
    if not any(instructs(piece) for piece in clauses(plain, language)):
        return plain
    return " ".join(piece for piece in clauses(plain, language) if not instructs(piece))


def _first(
    find: Callable[[str, str], Span | None], quote: str, hits: Sequence[Hit]
) -> Cited | None:
    found = ((hit, find(quote, hit.passage.text)) for hit in hits)
    return next((Cited(hit, *span) for hit, span in found if span), None)


def _nearest(
    text: str, sentences: Sequence[Span], claim: str, spoken: str, language: str
) -> Span | None:
    """Return the run of sentences, within the length of a citation, that says most of a claim."""
    runs = list(_runs(sentences))
    return min(
        runs,
        key=lambda run: (unmet(claim, spoken, text[run[0] : run[1]], language), run[1] - run[0]),
        default=None,
    )


def _runs(sentences: Sequence[Span]) -> Iterator[Span]:
    for number, (first, end) in enumerate(sentences):
        yield first, end
        yield from ((first, last) for _, last in sentences[number + 1 :] if last - first <= CITED)
