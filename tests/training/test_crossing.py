import numpy as np

from training.crossing import nearest, pairs, ridge


def test_ridge_finds_an_affine_map_and_keeps_what_is_not_told():
    random = np.random.default_rng(0)
    given = random.normal(size=(500, 4)).astype(np.float32)
    given[:, 3] = 1.0  # a direction in which the pairs never differ
    turn = np.array([[0.0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 2, 0], [0, 0, 0, 1]])
    wanted = (given @ turn + [0.5, 0, 0, 0]).astype(np.float32)
    matrix = ridge(given, wanted, strength=1e-6)
    assert np.allclose(given @ matrix[:-1] + matrix[-1], wanted, atol=1e-3)
    assert np.allclose(matrix[3], [0, 0, 0, 1], atol=1e-3)
    strong = ridge(given, wanted, strength=1e9)
    assert np.allclose(strong[:-1], np.eye(4), atol=1e-3)


def test_nearest_counts_moved_vectors_that_find_their_own():
    given = np.eye(3, dtype=np.float32)
    wanted = given[[1, 0, 2]]
    keep = np.vstack([np.eye(3), np.zeros(3)])
    swap = np.vstack([np.eye(3)[[1, 0, 2]], np.zeros(3)])
    assert nearest(given, wanted, keep) == 1 / 3
    assert nearest(given, wanted, swap) == 1.0


def test_pairs_come_from_every_file_once(tmp_path):
    (tmp_path / "iapp_train.th.json").write_text(
        '{"data": [{"paragraphs": [{"context": "", "qas": ['
        '{"id": "a", "question": "ใคร"}, {"id": "b", "question": "ไม่มีคำแปล"}]}]}]}',
        encoding="utf-8",
    )
    (tmp_path / "iapp_train_questions.en.tsv").write_text('a\tWho "is" it?\n', encoding="utf-8")
    (tmp_path / "unanswerable.th-en.tsv").write_text("a\tที่ไหน\tWhere?\n", encoding="utf-8")
    (tmp_path / "parallel.th-en.tsv").write_text("ฝนตก\tIt rains.\n" * 2, encoding="utf-8")
    (tmp_path / "qamr.en-th.jsonl").write_text(
        '{"question_en": "When?", "question_th": "เมื่อใด"}\n{"question_en": "Why?"}\n',
        encoding="utf-8",
    )
    item = (
        '{"id": "n1", "th": "ก", "en": "a", '
        '"qa": [{"q_th": "อะไร", "q_en": "What?", "a_th": "ก", "a_en": "a"}], '
        '"no": [{"q_th": "กี่", "q_en": "How many?"}]}\n'
    )
    (tmp_path / "news.th-en.jsonl").write_text(item, encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "one.jsonl").write_text(item.replace("กี่", "ไหน"), encoding="utf-8")
    assert list(pairs(tmp_path, own)) == [
        ("ใคร", 'Who "is" it?'),
        ("ที่ไหน", "Where?"),
        ("ฝนตก", "It rains."),
        ("เมื่อใด", "When?"),
        ("อะไร", "What?"),
        ("กี่", "How many?"),
        ("ไหน", "How many?"),
    ]
