"""Judge: a chat model that says of each claim whether its quotes support it.

Off by default. ALCE (Gao et al. 2023) asks a model for entailment in the same way; what the model
says stands beside the deterministic measures, with how far the two agree (Cohen's kappa, 1960).
"""

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from evals.corpus import Progress
from sources import EvaluationError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Judge = Callable[[str], str]
_YES, _NO = ("yes", "ใช่"), ("no", "ไม่")


def open_judge(name: str) -> Judge:
    """Open a chat model by LangChain's name for it, such as ``ollama:llama3.2``.

    Raises:
        EvaluationError: It cannot be opened.
    """
    from langchain.chat_models import init_chat_model

    try:
        model = init_chat_model(name, temperature=0)
    except (ImportError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise EvaluationError(f"The judge {name} cannot be opened: {reason}") from error
    return answering(model)


def answering(model: "BaseChatModel") -> Judge:
    """Return a function from prompt to the text that a chat model replies."""
    return lambda prompt: _text(model.invoke(prompt).content)


def judge_result(result: dict[str, Any], judge: Judge, progress: Progress) -> None:
    """Have every claim of a result judged; put the scores into it.

    Adds ``judge`` with ``faithfulness`` (share of the claims called supported), ``claims``,
    ``unclear`` (replies that are neither yes nor no), and ``agreement`` with the evidence hit:
    share of questions and kappa.

    Raises:
        EvaluationError: The model fails to reply.
    """
    prompt = (files("evals") / "prompts" / "judge.txt").read_text(encoding="utf-8")
    items = [item for item in result["items"] if (item["answer"] or {}).get("claims")]
    verdicts: list[bool | None] = []
    pairs: list[tuple[bool, bool]] = []
    for done, item in enumerate(items, start=1):
        said = [_verdict(_asked(judge, prompt, item, claim)) for claim in item["answer"]["claims"]]
        verdicts += said
        item["judge"] = {"supported": said}
        clear = [verdict for verdict in said if verdict is not None]
        if clear and "citations.hit" in item["scores"]:
            pairs.append((all(clear), bool(item["scores"]["citations.hit"])))
        progress("Judging", done, len(items))
    clear = [verdict for verdict in verdicts if verdict is not None]
    result["judge"] = {
        "claims": len(verdicts),
        "unclear": len(verdicts) - len(clear),
        "faithfulness": round(sum(clear) / len(clear), 4) if clear else None,
        "agreement": agreement(pairs),
    }


def agreement(pairs: Sequence[tuple[bool, bool]]) -> dict[str, float | int | None]:
    """Return how often two verdicts agree, and Cohen's kappa; None where it is undefined."""
    if not pairs:
        return {"questions": 0, "share": None, "kappa": None}
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    first, second = sum(a for a, _ in pairs) / total, sum(b for _, b in pairs) / total
    chance = first * second + (1 - first) * (1 - second)
    kappa = None if chance == 1 else round((observed - chance) / (1 - chance), 4)
    return {"questions": total, "share": round(observed, 4), "kappa": kappa}


def _asked(judge: Judge, prompt: str, item: dict[str, Any], claim: dict[str, Any]) -> str:
    quotes = "\n".join(citation["quote"] for citation in claim["citations"])
    filled = (
        prompt.replace("{question}", item["question"])
        .replace("{claim}", claim["text"])
        .replace("{quotes}", quotes)
    )
    try:
        return judge(filled)
    except Exception as error:  # each provider has errors of its own
        raise EvaluationError(
            f"The judge does not reply ({type(error).__name__}: {error}); run without --judge."
        ) from error


def _verdict(reply: str) -> bool | None:
    word = reply.strip().strip("*\"'“”. ").casefold()
    if word.startswith(_NO):
        return False
    return True if word.startswith(_YES) else None


def _text(content: object) -> str:
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "".join(p if isinstance(p, str) else str(p.get("text", "")) for p in parts)
