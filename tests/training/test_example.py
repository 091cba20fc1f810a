import random

from training.example import Example, ExampleEncoder

PASSAGE = " ".join(f"w{n}" for n in range(100))


def test_span_becomes_the_tokens_that_hold_it(word_tokenizer):
    tokenizer = word_tokenizer("who came", "the old king came home")
    encoder = ExampleEncoder(tokenizer, 64, random.Random(0))
    text = "the old king came home"
    encoded = encoder.encode(Example("who came", text, (4, 12)))
    assert encoded.ids[:6] == [0, 3, 4, 2, 2, 5]
    assert encoded.base == 5
    assert tokenizer.decode(encoded.ids[encoded.start : encoded.end + 1]) == "old king"


def test_window_of_a_long_passage_keeps_the_answer(word_tokenizer):
    tokenizer = word_tokenizer("where", PASSAGE)
    start = PASSAGE.index("w90")
    for seed in range(20):
        encoder = ExampleEncoder(tokenizer, 40, random.Random(seed))
        encoded = encoder.encode(Example("where", PASSAGE, (start, start + 3)))
        assert len(encoded.ids) <= 40
        assert tokenizer.decode(encoded.ids[encoded.start : encoded.end + 1]) == "w90"


def test_no_answer_points_at_the_first_token(word_tokenizer):
    encoder = ExampleEncoder(word_tokenizer("where", PASSAGE), 40, random.Random(0))
    encoded = encoder.encode(Example("where", PASSAGE, None))
    assert (encoded.start, encoded.end) == (0, 0)


def test_answer_longer_than_the_window_counts_as_none(word_tokenizer):
    encoder = ExampleEncoder(word_tokenizer("where", PASSAGE), 20, random.Random(0))
    encoded = encoder.encode(Example("where", PASSAGE, (0, len(PASSAGE))))
    assert (encoded.start, encoded.end) == (0, 0)
