"""The shipped reader: finds the obvious, keeps offsets, survives odd passages and threads."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.reading import SPAN_TOKENS, Reader, answer_as_claim, asking_when

THAI = (
    "เทศบาลนครเชียงใหม่เปิดตลาดสดแห่งใหม่ริมแม่น้ำปิงเมื่อวันที่ 5 มีนาคม 2565 ตลาดนี้มีแผงค้า 120 แผง "
    "นายสมชาย ใจดี นายกเทศมนตรีกล่าวว่าตลาดจะช่วยผู้ค้ารายย่อย"
)
ENGLISH = (
    "The city of Chiang Mai opened a new market beside the Ping River on 5 March 2022. The market "
    "has 120 stalls. Mayor Somchai Jaidee said it would help small traders."
)
OTHER = "Rice exports fell last year because of the drought, traders in Bangkok said."


def best(reader: Reader, question: str, text: str) -> str:
    ((span, *_),) = reader.read(question, [text])
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("question", "text", "core"),
    [
        ("ตลาดสดแห่งใหม่เปิดเมื่อไร", THAI, "5 มีนาคม 2565"),
        ("ตลาดนี้มีแผงค้ากี่แผง", THAI, "120"),
        ("When did the city open the new market?", ENGLISH, "5 March 2022"),
        ("Who is the mayor?", ENGLISH, "Somchai Jaidee"),
        ("When did Chiang Mai open the new market?", THAI, "5 มีนาคม 2565"),
        ("How many stalls does the market have?", THAI, "120"),
        ("ตลาดใหม่เปิดเมื่อไร", ENGLISH, "5 March 2022"),
        ("ตลาดมีแผงค้ากี่แผง", ENGLISH, "120"),
    ],
)
def test_the_obvious_span_for_each_pair_of_languages(reader, question, text, core):
    found = best(reader, question, text)
    assert core in found
    assert len(found) <= len(core) + 30


def test_a_passage_with_the_answer_scores_above_one_without(reader):
    here, there = reader.read("When did the city open the new market?", [ENGLISH, OTHER])
    assert here[0].score > 0 > there[0].score
    assert here[0].score > there[0].score + 3


def test_spans_are_distinct_and_best_first(reader):
    (spans,) = reader.read("How many stalls does the market have?", [ENGLISH], best=4)
    assert len(spans) == 4
    assert [span.score for span in spans] == sorted((s.score for s in spans), reverse=True)
    for place, one in enumerate(spans):
        for other in spans[:place]:
            assert one.end <= other.start or other.end <= one.start
        assert 0 <= one.start < one.end <= len(ENGLISH)


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "\u200b"])
def test_an_empty_passage_has_no_span(reader, empty):
    assert reader.read("When?", [empty]) == [[]]
    first, second = reader.read("When did the city open the new market?", [empty, ENGLISH])
    assert first == []
    assert ENGLISH[second[0].start : second[0].end].endswith("2022")


def test_no_passages(reader):
    assert reader.read("When?", []) == []


def test_invisible_characters_keep_offsets_right(reader):
    question = "ตลาดสดแห่งใหม่เปิดเมื่อไร"
    plain = best(reader, question, THAI)
    text = "\u200b".join(THAI)
    found = best(reader, question, text)
    assert "\u200b" in found
    assert found.replace("\u200b", "") == plain
    shifted = "\ufeff\u200b" + THAI.replace("5", "๕").replace(" ", "\u00a0")
    assert best(reader, question, shifted).replace("\u00a0", " ").replace("๕", "5") == plain


def test_marks_in_another_order_are_read_alike(reader):
    text = THAI.replace("น้ำ", "นํ้า").replace("แห่ง", "เเห่ง")
    assert best(reader, "ตลาดนี้มีแผงค้ากี่แผง", text) == best(reader, "ตลาดนี้มีแผงค้ากี่แผง", THAI)


def test_a_passage_beyond_the_limit_is_read_up_to_it(reader):
    question = "When did the city open the new market?"
    head, tail = f"{ENGLISH} {OTHER * 60}", f"{OTHER * 60} {ENGLISH}"
    first, last = reader.read(question, [head, tail])
    assert head[first[0].start : first[0].end].endswith("2022")
    assert last[0].score < first[0].score
    assert all(span.end < len(tail) - len(ENGLISH) for span in last)


def test_a_long_question_is_cut(reader):
    question = "When did the city open the new market? " + "Please tell me. " * 100
    assert best(reader, question, ENGLISH).endswith("2022")


def test_a_span_is_never_long(reader):
    (spans,) = reader.read("ทำไม", ["ตลาด" * 300])
    assert all(span.end - span.start <= SPAN_TOKENS * 8 for span in spans)


def test_threads_share_one_reader(reader):
    questions = ["When did the city open the market?", "How many stalls are there?"] * 4
    alone = [reader.read(question, [ENGLISH, THAI]) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda q: reader.read(q, [ENGLISH, THAI]), questions))
    for one, other in zip(alone, together, strict=True):
        for mine, theirs in zip(one, other, strict=True):
            assert [(s.start, s.end) for s in mine] == [(s.start, s.end) for s in theirs]


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("ตลาดเปิดปี พ.ศ. ใด", "ตลาดเปิดเมื่อใด"),
        ("ตลาดเปิดเมื่อ ค.ศ.อะไร", "ตลาดเปิดเมื่อใด"),
        ("ตลาดเปิดในปีใด", "ตลาดเปิดเมื่อใด"),
        ("ตลาดเปิดปีไหนคะ", "ตลาดเปิดเมื่อใดคะ"),
        ("พ.ศ. 2565 ตลาดเปิดไหม", "พ.ศ. 2565 ตลาดเปิดไหม"),
        ("ปีที่ตลาดเปิดมีแผงกี่แผง", "ปีที่ตลาดเปิดมีแผงกี่แผง"),
        ("In which Buddhist-era year did it open?", "when did it open?"),
        ("What year did it open?", "when did it open?"),
        ("During which year A.D. was it built?", "when was it built?"),
        (
            "In the year that it opened, what was sold?",
            "In the year that it opened, what was sold?",
        ),
        ("Which year's harvest was best?", "Which year's harvest was best?"),
    ],
)
def test_who_asks_for_a_year_asks_when(asked, read):
    assert asking_when(asked) == read


@pytest.mark.parametrize(
    ("question", "text", "year"),
    [
        ("ตลาดสดแห่งใหม่เปิดปี ค.ศ. ใด", THAI, "2565"),
        ("ตลาดสดแห่งใหม่เปิดเมื่อปี พ.ศ. อะไร", ENGLISH, "2022"),
        ("In which Buddhist-era year did the new market open?", ENGLISH, "2022"),
        ("In which year did the new market open?", THAI, "2565"),
    ],
)
def test_a_year_is_found_whatever_the_calendar_asked_for(question, text, year, reader):
    ((span, *_),) = reader.read(question, [text])
    assert year in text[span.start : span.end]
    assert span.score > 0


@pytest.mark.parametrize(
    ("right", "false", "text"),
    [
        ("The market has 120 stalls.", "Rice exports rose because of the rain.", ENGLISH),
        ("ตลาดแห่งใหม่มีแผงค้า 120 แผง", "ธนาคารลดดอกเบี้ยเงินกู้ให้ชาวนา", THAI),
        ("The new market has 120 stalls.", "A bank lowered its rates for farmers.", THAI),
        ("Did the city open a new market?", "Did the mayor resign because of a strike?", ENGLISH),
        (
            answer_as_claim("How many stalls does the market have?", "120"),
            answer_as_claim("How many soldiers guard the palace?", "120"),
            ENGLISH,
        ),
    ],
)
def test_what_a_text_says_has_more_support_than_what_it_does_not_speak_of(
    reader, right, false, text
):
    said, other = reader.support([(right, text), (false, text)])
    assert said > other + 1


def test_support_is_told_in_the_order_asked_whatever_the_lengths(reader):
    pairs = [("The market has 120 stalls.", ENGLISH), ("x", OTHER * 40), ("", "")]
    together = reader.support(pairs)
    alone = [reader.support([pair])[0] for pair in pairs]
    assert together == pytest.approx(alone, abs=0.2)
    assert reader.support([]) == []
