"""Wording: the terms of an evaluation in the page's language."""

from ui.strings import STRINGS, say

FIGURES = {
    "answers.accuracy": "accuracy",
    "citations.hit": "evidence_cited",
    "abstention.false_answer_rate": "false_answers",
    "abstention.false_refusal_rate": "false_refusals",
    "language_match": "right_language",
    "retrieval.recall@1": "right_passage_first",
    "answers.f1": "f1",
    "citations.precision": "citation_precision",
}
# How an evaluation begins the sentence on what went wrong with a question.
PROBLEMS = {
    "Answered although the sources do not say.": "problem_false_answer",
    "Refused although the sources answer.": "problem_false_refusal",
    "Not exactly where it is cited:": "problem_not_exact",
    "The answer is not in the question's language.": "problem_language",
    "Missing:": "problem_missing",
    "No citation holds the evidence.": "problem_no_evidence",
    "The gold passage is not among the first": "problem_not_found",
    "The evidence is not in the corpus": "problem_not_in_corpus",
    "Failed with": "problem_failed",
}
STEPS = {
    "Adding documents": "step_documents",
    "Reading for meaning": "step_vectors",
    "Asking": "step_asking",
}
KINDS = (
    "how_many",
    "when",
    "how_much",
    "who",
    "why",
    "yes_no",
    "where",
    "what",
    "list",
    "which",
    "how",
    "stands_for",
)
_STAGES = {"search": "stage_search", "answer": "stage_answer"}
_RECORD = {
    "answerer": "answerer",
    "chat_model": "chat_model",
    "encoder": "encoder",
    "reranker": "reranker",
    "weights": "weights",
    "fusion": "fusion",
}


def group_name(group: str, language: str) -> str:
    """Name a group of questions: ``en-th`` are those in English about articles in Thai."""
    if group == "overall":
        return say(language, "overall")
    names = STRINGS[language]
    return " → ".join(names[part] if part in ("th", "en") else part for part in group.split("-"))


def kind_name(kind: str, language: str) -> str:
    """Name a kind of question; one that is not known keeps its own name."""
    return say(language, f"kind_{kind}") if kind in KINDS else kind


def problem(sentence: str, language: str) -> str:
    """Say what went wrong; a sentence that is not known stays as it is."""
    for beginning, key in PROBLEMS.items():
        if sentence.startswith(beginning):
            # Only what stands behind a colon or names an error is of the question itself.
            told = beginning.endswith(":") or key == "problem_failed"
            rest = sentence.removeprefix(beginning).strip() if told else ""
            return f"{say(language, key)} {rest}".rstrip()
    return sentence


def stage_name(stage: str, language: str) -> str:
    """Name a stage of answering; one that is not known keeps its own name."""
    return say(language, _STAGES[stage]) if stage in _STAGES else stage


def note(sentence: str, language: str) -> str:
    """Say what else differs between two runs; a sentence that is not known stays as it is."""
    if sentence.startswith("The question sets"):
        return say(language, "sets_differ")
    name, _, values = sentence.partition(": ")
    before, arrow, after = values.partition(" → ")
    if name not in _RECORD or not arrow:
        return sentence
    return say(language, "differs", name=say(language, _RECORD[name]), before=before, after=after)


def percent(value: float | None) -> str:
    """Write a share, 0 to 1, as percent; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.1f}%"


def seconds(ms: float | None, language: str) -> str:
    """Write milliseconds as seconds; a dash where there are none."""
    return "–" if ms is None else say(language, "seconds", seconds=f"{ms / 1000:.2f}")
