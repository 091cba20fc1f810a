from collections.abc import Iterator

import pytest

from index import Hit, Index
from sources import Document, EncoderError, Settings
from tests.fakes import FakeEncoder
from tests.index.texts import ENGLISH_PART, THAI_PART

Corpus = dict[str, Document]


@pytest.fixture(scope="module")
def module_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("retriever"))


@pytest.fixture
def filled(index: Index, corpus: Corpus) -> Index:
    """Return the small corpus, embedded by arithmetic."""
    for document in corpus.values():
        index.add(document)
    index.embed_pending()
    return index


@pytest.fixture
def real(module_settings: Settings, corpus: Corpus) -> Iterator[Index]:
    """Return the small corpus, embedded by the real encoder (once for all tests here)."""
    with Index.open(module_settings) as index:
        for document in corpus.values():
            index.add(document)
        index.embed_pending()
        yield index


def names(hits: list[Hit], corpus: Corpus) -> list[str]:
    by_id = {document.id: name for name, document in corpus.items()}
    return [by_id[hit.passage.document_id] for hit in hits]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("นักวิจัยพบไข่เต่ากี่ฟอง", "turtles_th"),  # Thai to Thai
        ("For how long may a violin be borrowed?", "library_en"),  # English to English
        ("How many eggs did the turtle lay on the beach?", "turtles_th"),  # English to Thai
        ("ห้องสมุดให้ยืมเครื่องดนตรีอะไรบ้าง", "library_en"),  # Thai to English
    ],
)
def test_the_right_passage_comes_first_in_all_pairs_of_languages(
    real: Index, corpus: Corpus, question: str, wanted: str
) -> None:
    assert names(real.search(question), corpus)[0] == wanted


def test_both_editions_come_before_other_articles(real: Index, corpus: Corpus) -> None:
    for question in ("On which day does the floating market open?", "ตลาดน้ำเปิดวันไหน"):
        assert set(names(real.search(question), corpus)[:2]) == {"market_th", "market_en"}


@pytest.mark.parametrize("year", ["๒๕๖๓", "2563", "2020", "๒๐๒๐"])
def test_a_year_is_found_in_both_eras_scripts_and_languages(
    index: Index, corpus: Corpus, year: str
) -> None:
    for document in corpus.values():
        index.add(document)
    for question in (f"ปี {year}", f"in {year}?"):
        found = names([hit for hit in index.search(question) if hit.legs["words"] > 0], corpus)
        assert {"market_th", "market_en"} <= set(found), question


def test_thai_spelt_in_any_way_is_found(index: Index, corpus: Corpus) -> None:
    for document in corpus.values():
        index.add(document)
    plain = [(hit.passage.id, hit.score) for hit in index.search("ตลาดน้ำท่วม")]
    assert plain
    for typed in (
        "ตลาด\u200bน้ำ\u200bท่วม",
        "ตลาดนํ้าท่วม",
        "ตลาดน\u0e4d\u0e49าท\u0e48วม",
        "  ตลาดน้ำท่วม ",
    ):
        assert [(hit.passage.id, hit.score) for hit in index.search(typed)] == plain


def test_a_name_is_found_in_the_other_script(index: Index) -> None:
    thai = Document.create(title="ข่าว", text="นายนากามูระเดินทางมาถึงเมื่อวาน", origin="1")
    other = Document.create(title="ข่าว", text="นายกเทศมนตรีเดินทางมาถึงเมื่อวาน", origin="2")
    for document in (other, thai):
        index.add(document)
    index.embed_pending()
    hits = {
        hit.passage.document_id: hit.legs["names"]
        for hit in index.search("When did Nakamura arrive?")
    }
    assert hits[thai.id] > hits[other.id] == 0.0


def test_hits_tell_where_they_come_from(filled: Index, corpus: Corpus) -> None:
    for hit in filled.search("floating market"):
        document = filled.document(hit.passage.document_id)
        assert (hit.title, hit.language, hit.edition) == (
            document.title,
            document.language,
            document.edition,
        )
        assert hit.passage.text == document.text[hit.passage.start : hit.passage.end]


def test_hits_are_distinct_and_best_first(filled: Index) -> None:
    for question in ("floating market flood", "ตลาดน้ำ น้ำท่วม", "2563"):
        hits = filled.search(question)
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True) and len(hits) == 4
        assert len({hit.passage.id for hit in hits}) == len(hits)


def test_fewer_hits_are_the_first_of_more(filled: Index) -> None:
    more = filled.search("floating market", 4)
    assert filled.search("floating market", 2) == more[:2]
    assert filled.search("floating market", 0) == []


def test_the_score_is_the_weighted_sum_of_the_legs(filled: Index) -> None:
    from index.fusion import weights

    for question, language in (("floating market", "en"), ("ตลาดน้ำ", "th")):
        for hit in filled.search(question):
            assert hit.score == pytest.approx(weights(language, hit.language).of(hit.legs))


def test_words_are_a_share_of_what_the_question_could_reach(filled: Index) -> None:
    hits = filled.search("violin violin violin")
    best = max(hit.legs["words"] for hit in hits)
    assert 0 < best <= 1
    assert all(0 <= hit.legs["words"] <= 1 for hit in hits)


@pytest.mark.parametrize(
    "question", ["", "   ", "???", "\0", "\u200b", "the of and", "ๆ", "🎻" * 10]
)
def test_questions_without_words_do_no_harm(filled: Index, question: str) -> None:
    assert len(filled.search(question)) == 4
    assert all(hit.legs["words"] == 0.0 for hit in filled.search(question))


def test_a_very_long_question(filled: Index, corpus: Corpus) -> None:
    assert names(filled.search("violin drum library " * 2_500, 1), corpus) == ["library_en"]


def test_an_empty_index_has_no_hits(index: Index) -> None:
    assert index.search("Who lends a violin?") == [] and index.search("ใครให้ยืม") == []


def test_what_is_added_and_removed_shows_at_once(index: Index, corpus: Corpus) -> None:
    index.add(corpus["library_en"])
    assert names(index.search("violin"), corpus) == ["library_en"]
    index.add(corpus["turtles_th"])
    assert names(index.search("เต่าทะเล"), corpus)[0] == "turtles_th"
    index.remove(corpus["library_en"].id)
    assert "library_en" not in names(index.search("violin"), corpus)


def test_another_process_sees_it_too(
    index: Index, settings: Settings, encoder: FakeEncoder, corpus: Corpus
) -> None:
    with Index.open(settings, encoder) as other:
        assert other.search("violin") == []
        index.add(corpus["library_en"])
        index.embed_pending()
        (hit, *_) = other.search("violin")
        assert hit.legs["words"] > 0 and hit.legs["dense"] > 0


def test_without_an_encoder_words_alone_search(settings: Settings, corpus: Corpus) -> None:
    from index.database import Database

    trouble = EncoderError("Meaning search is unavailable.")
    with Index(Database(settings.database), None, trouble) as index:
        for document in corpus.values():
            index.add(document)
        assert index.encoder_trouble is trouble
        assert index.embed_pending() == index.pending() == 0
        index.start_embedding()
        assert names(index.search("violin"), corpus) == ["library_en"]
        assert names(index.search("How many turtle eggs?"), corpus)[0] == "turtles_th"
        assert names(index.search("เครื่องดนตรี"), corpus)[0] == "library_en"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("ศูนย์ซ่อมจักรยานให้ยืมเครื่องมือนานกี่ชั่วโมง", "lends tools"),
        ("When did the bicycle repair centre by the river open?", "เปิดศูนย์ซ่อมจักรยาน"),
    ],
)
def test_each_passage_of_a_bilingual_document_is_found_from_the_other_language(
    real: Index, question: str, wanted: str
) -> None:
    real.add(
        Document.create(title="ศูนย์ซ่อมจักรยาน", text=f"{THAI_PART}\n\n{ENGLISH_PART}", origin="both")
    )
    real.embed_pending()
    hits = real.search(question, 3)
    assert wanted in hits[0].passage.text
    assert [hit.language for hit in hits if hit.passage.text == ENGLISH_PART] == ["en"]
