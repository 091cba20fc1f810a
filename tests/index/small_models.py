"""Models of a few words and eight dimensions, written to disk for tests of their engines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from transformers import BertConfig, PreTrainedTokenizerFast

WORDS = ("find", "keep", "query", "passage", ":", "the", "red", "boat", "sails", "เรือ", "แดง", "ฝน")
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_SIZE = 8


def number(word: str) -> int:
    """Return the row of a word in the embeddings."""
    return (*_SPECIAL, *WORDS).index(word)


def tokenizer() -> PreTrainedTokenizerFast:
    """Return a tokenizer that splits at spaces."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing

    vocabulary = {word: row for row, word in enumerate((*_SPECIAL, *WORDS))}
    inner = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    inner.pre_tokenizer = Whitespace()
    inner.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(word, number(word)) for word in ("[CLS]", "[SEP]")],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=32,
    )


def config(**more: Any) -> BertConfig:
    """Return the shape of the models: one layer."""
    return BertConfig(
        vocab_size=len(_SPECIAL) + len(WORDS),
        hidden_size=_SIZE,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
        **more,
    )


def make_encoder(folder: Path, prompts: Mapping[str, str], default: str | None = None) -> Path:
    """Write a sentence-transformers model of random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertModel

    torch.manual_seed(7)
    plain = folder / "plain"
    BertModel(config()).save_pretrained(plain)
    tokenizer().save_pretrained(plain)
    modules: list[Any] = [Transformer(str(plain), max_seq_length=32), Pooling(_SIZE)]
    SentenceTransformer(
        modules=modules, prompts=dict(prompts), default_prompt_name=default, device="cpu"
    ).save(str(folder / "whole"))
    return folder / "whole"


def make_cross_encoder(
    folder: Path, liked: Sequence[str], *, labels: int = 1, strength: float = 10.0
) -> Path:
    """Write a cross-encoder whose score rises with the share of liked words in the pair.

    Attention is uniform and its values are the embeddings, so that the first position sees their
    mean, of which the head reads the dimension of liked words.
    """
    import torch
    from transformers import BertForSequenceClassification

    model = BertForSequenceClassification(config(num_labels=labels))
    bert = model.bert
    layer = bert.encoder.layer[0]
    with torch.no_grad():
        for name, weights in model.named_parameters():
            weights.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
        words = bert.embeddings.word_embeddings.weight
        for word in liked:
            words[number(word), 0], words[number(word), 1] = 1.0, -1.0
        words[number("[CLS]"), 2], words[number("[CLS]"), 3] = 1.0, -1.0
        torch.nn.init.eye_(layer.attention.self.value.weight)
        torch.nn.init.eye_(layer.attention.output.dense.weight)
        bert.pooler.dense.weight[0, 0] = 0.5
        model.classifier.weight[:, 0] = strength
    model.save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder
