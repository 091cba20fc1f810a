"""Corpus: the documents that an evaluation runs over, and the questions asked of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import open_index
from evals import problems
from evals.beir import BeirFolder, is_beir, parse_beir
from evals.remembered import Remembered
from evals.schema import Question, parse_questions, read_text
from evals.squad import SquadFile, SquadItem, is_squad, parse_squad
from index import Encoder, Index, open_encoder
from sources import (
    Document,
    EncoderError,
    EvaluationError,
    load,
    load_settings,
    shipped_documents,
)

SHIPPED = "the shipped sets"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions read from one place.

    Attributes:
        name: What to call the set.
        questions: The questions.
        squad: The file itself if it is a SQuAD file.
        beir: The folder itself if it is a BEIR folder.
    """

    name: str
    questions: tuple[Question, ...]
    squad: SquadFile | None = None
    beir: BeirFolder | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents by id, the SQuAD questions that have their gold passage among them, and grades.

    The grades are those of a BEIR folder: of each relevant document, by query id.
    """

    names: tuple[str, ...]
    documents: dict[str, Document]
    items: dict[str, SquadItem] = field(default_factory=dict)
    grades: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """The stored texts by document id."""
        return {document.id: document.text for document in self.documents.values()}


def read_set(path: str | None) -> QuestionSet:
    """Read a question set: JSON Lines or SQuAD, told by content, or a BEIR folder.

    None stands for the shipped sets.

    Raises:
        EvaluationError: It cannot be read or is neither.
    """
    if path is None:
        return _shipped_set()
    if is_beir(path):
        folder = parse_beir(path)
        return QuestionSet(path, folder.questions, beir=folder)
    text = read_text(path)
    if not is_squad(text):
        return QuestionSet(path, tuple(parse_questions(text, path)))
    squad = parse_squad(text, path)
    questions = tuple(item.question for item in squad.items)
    if not questions:
        raise EvaluationError(problems.NO_QUESTIONS, path=path)
    return QuestionSet(path, questions, squad)


def read_corpus(paths: Sequence[str], asked: QuestionSet) -> Corpus:
    """Read the corpus: articles and SQuAD files.

    Without paths it is the questions' own file or folder, or else the article that a new home
    begins with; for the shipped sets those that they ask about as well.

    Raises:
        EvaluationError: A SQuAD file cannot be used.
        SourceError: An article cannot be read.
    """
    if asked.beir:
        documents = {document.id: document for document in asked.beir.documents}
        return Corpus((asked.name,), documents, grades=asked.beir.grades)
    if not paths and asked.squad:
        return _corpus((asked.name,), [], [asked.squad])
    if not paths:
        if asked.name == SHIPPED:
            return _corpus(("the shipped articles",), _shipped_articles(), [])
        return _corpus(("the shipped article",), shipped_documents(), [])
    settings = load_settings()
    articles: list[Document] = []
    squads: list[SquadFile] = []
    for path in paths:
        squad = _squad(path)
        if squad:
            squads.append(squad)
        else:
            articles += load(path, settings)
    return _corpus(tuple(paths), articles, squads)


def join(asked: QuestionSet, corpus: Corpus) -> list[Question]:
    """Pair questions with their gold in the corpus.

    Questions of a SQuAD file get the gold answers of the question with the same id in the corpus:
    asked in one file's language, judged in the other's. Those without one are left out.

    Raises:
        EvaluationError: None has one.
    """
    if asked.squad is None:
        return list(asked.questions)
    joined = [
        replace(corpus.items[asking.id].question, question=asking.question, lang=asking.lang)
        for asking in asked.questions
        if asking.id in corpus.items
    ]
    if not joined:
        raise EvaluationError(
            f"No question of {asked.name} has its passage in the corpus; give --corpus a SQuAD "
            "file with the same question ids, or leave it out."
        )
    return joined


def spread(questions: Sequence[Question], limit: int | None) -> list[Question]:
    """Take at most `limit` questions, evenly over the set: all its languages and kinds."""
    if limit is None or limit >= len(questions):
        return list(questions)
    return [questions[i * len(questions) // limit] for i in range(limit)]


def _shipped_set() -> QuestionSet:
    sets = sorted(_sets(".jsonl"), key=lambda path: path.name)
    questions = [q for path in sets for q in parse_questions(read_text(str(path)), path.name)]
    return QuestionSet(SHIPPED, tuple(questions))


def _shipped_articles() -> list[Document]:
    settings = load_settings()
    articles = sorted(_sets(".md"), key=lambda path: path.name)
    return [*shipped_documents(), *(d for path in articles for d in load(str(path), settings))]


def _sets(suffix: str) -> list[Path]:
    with as_file(files("evals") / "sets") as folder:
        return list(folder.glob(f"*{suffix}"))


@contextmanager
def indexed(corpus: Corpus, progress: Progress, encoder: Encoder | None = None) -> Iterator[Index]:
    """Index a corpus, with all its vectors, in a temporary home; the user's stays untouched.

    Args:
        corpus: The documents.
        progress: Called with what is being done, the number done and the total.
        encoder: An open encoder, in place of the one that is set, whose vectors of passages are
            kept in the user's data folder for the next evaluation.
    """
    with TemporaryDirectory(prefix="thamtop-evals-", ignore_cleanup_errors=True) as home:
        settings = load_settings(home=Path(home))
        with open_index(settings, encoder or _remembered()) as index:
            for done, document in enumerate(corpus.documents.values(), start=1):
                # the index keeps one document a location; a corpus may hold several
                index.add(replace(document, location=document.id))
                progress("Adding documents", done, len(corpus.documents))
            index.embed_pending(lambda done, total: progress("Reading for meaning", done, total))
            yield index


def remembered(encoder: Encoder) -> Encoder:
    """Return an encoder whose vectors of passages are kept in the user's data folder."""
    return Remembered(encoder, load_settings().home / "evaluation-vectors.sqlite3")


def _remembered() -> Encoder | None:
    """Open the encoder that is set; None if it does not run here, then words alone search."""
    settings = load_settings()
    try:
        return remembered(open_encoder(settings))
    except EncoderError:
        if "encoder" in settings.model_fields_set:
            raise
        return None


def _squad(path: str) -> SquadFile | None:
    """Read a file as SQuAD if that is what it holds."""
    try:
        with Path(path).open("rb") as file:
            if file.read(256).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
                return None
        text = read_text(path)
    except (OSError, EvaluationError):
        return None
    return parse_squad(text, path) if is_squad(text) else None


def _corpus(
    names: tuple[str, ...], articles: Sequence[Document], squads: Sequence[SquadFile]
) -> Corpus:
    documents = [*articles, *(document for squad in squads for document in squad.documents)]
    items = {item.question.id: item for squad in squads for item in squad.items}
    return Corpus(names, {document.id: document for document in documents}, items)
