from collections.abc import Callable

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel


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


@pytest.fixture
def small_bert() -> BertModel:
    """Return a BERT of two layers, always with the same weights."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=50,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=128,
        max_position_embeddings=32,
        initializer_range=0.2,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return BertModel(config, add_pooling_layer=False).eval()
