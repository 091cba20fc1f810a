"""A copy of a model that computes in bfloat16 for it, where the processor has units for that.

On a processor with AMX a step takes a third to a quarter of the time, with AVX-512's bfloat16
products about half. The weights that are trained stay in float32 and only their rounded copies
compute (Micikevicius et al. 2018, Mixed precision training, section 3.1), since a step at the end
of training is smaller than a bfloat16's last place.
"""

from copy import deepcopy
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AttentionInterface
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS, AttentionMaskInterface

ATTENTION = "products"
Model = TypeVar("Model", bound=nn.Module)


class Halved(Generic[Model]):
    """Computes with rounded weights and returns the gradients to the float32 model."""

    def __init__(self, model: Model) -> None:
        """Round a copy of `model`, whose weights stay the ones that are trained."""
        self.copy = deepcopy(model).to(torch.bfloat16)
        rows = zip(model.parameters(), self.copy.parameters(), strict=True)
        self._pairs = [(whole, half) for whole, half in rows if whole.requires_grad]

    def refresh(self) -> None:
        """Round the weights anew, after they were changed."""
        with torch.no_grad():
            for whole, half in self._pairs:
                half.copy_(whole)

    def collect(self) -> None:
        """Move the gradients of the copy to the model."""
        for whole, half in self._pairs:
            whole.grad = None if half.grad is None else half.grad.float()
            half.grad = None


def multiplies_halved() -> bool:
    """Tell whether the processor multiplies bfloat16 in hardware (AMX, or AVX-512 with BF16)."""
    return bool(torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported())


def use_products() -> str:
    """Register attention as plain products and return its name for `set_attn_implementation`.

    The fused operator's backward pass takes 40 percent of a step in bfloat16 on a CPU.
    """
    AttentionInterface.register(ATTENTION, _attend)
    AttentionMaskInterface.register(ATTENTION, ALL_MASK_ATTENTION_FUNCTIONS["eager"])
    return ATTENTION


def _attend(
    _: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    **_others: Any,  # noqa: ANN401 (what transformers passes)
) -> tuple[Tensor, None]:
    """Attend (batch, heads, tokens, width); return (batch, tokens, heads, width)."""
    if not query.requires_grad:
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=attention_mask, scale=scaling
        )
    else:
        factor = query.shape[-1] ** -0.5 if scaling is None else scaling
        scores = (query * factor) @ key.transpose(2, 3)
        scores = scores if attention_mask is None else scores + attention_mask
        mixed = scores.softmax(-1) @ value
    return mixed.transpose(1, 2).contiguous(), None
