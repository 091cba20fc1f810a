from collections.abc import Callable

import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace


@pytest.fixture
def word_tokenizer() -> Callable[..., Tokenizer]:
    """Build a tokenizer whose pieces are the words of the given texts, numbered from 3."""

    def build(*texts: str) -> Tokenizer:
        words = dict.fromkeys(word for text in texts for word in text.split())
        vocabulary = {"<s>": 0, "<pad>": 1, "</s>": 2}
        vocabulary |= {word: number for number, word in enumerate(words, start=3)}
        tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="<s>"))
        tokenizer.pre_tokenizer = Whitespace()
        return tokenizer

    return build
