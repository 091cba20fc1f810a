"""Setting: what a passage leaves unsaid because its document says it elsewhere.

A question names what it is about ("the vats at Ras Zitoun"), a passage in the middle of an article
rarely does. The reader takes the missing name for a sign that another thing is meant, so it reads
a passage after the title and the sentence of its document that have most of the words it lacks.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.coverage import Word, asked_words, missing
from assistant.question import Question
from assistant.reading import Reader, Span
from index import Hit

LONGEST = 240  # characters of a sentence that is read before a passage


def read_in_setting(
    reader: Reader, question: Question, hits: Sequence[Hit], found: Sequence[Hit]
) -> list[list[Span]]:
    """Return for each hit the best spans of its passage, read in its setting.

    Args:
        reader: The reader.
        question: The question.
        hits: The passages to read.
        found: All passages that the search found, from which a setting comes.
    """
    leads = [setting(question, hit, found) for hit in hits]
    texts = [lead + hit.passage.text for lead, hit in zip(leads, hits, strict=True)]
    read = reader.read(question.text, texts)
    return [_after(len(lead), spans) for lead, spans in zip(leads, read, strict=True)]


def setting(question: Question, hit: Hit, found: Sequence[Hit]) -> str:
    """Return the lines to read before a passage, empty if it has all words of the question.

    Args:
        question: The question.
        hit: The passage.
        found: All passages that the search found; those of the same document count.
    """
    asked, language = question.language, hit.language
    lacked = missing(asked_words(question.text), asked, hit.passage.text, language, related=True)
    lines = []
    untitled = missing(lacked, asked, hit.title, language, related=True)
    if len(untitled) < len(lacked):
        lines.append(hit.title)
    sentences = [
        other.passage.text[start:end].strip()
        for other in found
        if other.passage.document_id == hit.passage.document_id
        and other.passage.id != hit.passage.id
        for start, end in other.passage.sentences
        if end - start <= LONGEST
    ]
    if telling := _telling(untitled, asked, sentences, language):
        lines.append(telling)
    return "".join(f"{line}\n" for line in lines)


def _telling(lacked: Sequence[Word], asked: str, sentences: Sequence[str], language: str) -> str:
    """Return the first of the sentences with most of the words that are lacked, if any has one."""
    left = [len(missing(lacked, asked, told, language, related=True)) for told in sentences]
    fewest = min(left, default=len(lacked))
    return sentences[left.index(fewest)] if fewest < len(lacked) else ""


def _after(lead: int, spans: Sequence[Span]) -> list[Span]:
    """Return the spans of the passage, whose first token may begin in the lead."""
    return [
        replace(span, start=max(0, span.start - lead), end=span.end - lead)
        for span in spans
        if span.end > lead
    ]
