import torch
from torch import nn

from training.precision import Halved, use_products

IDS = torch.tensor([[0, 7, 2, 2, 9, 11, 2], [0, 8, 2, 2, 9, 1, 1]])
MASK = torch.tensor([[1] * 7, [1] * 5 + [0] * 2])


def test_attention_by_products_is_the_usual_attention(small_bert):
    expected = small_bert(IDS, attention_mask=MASK).last_hidden_state
    small_bert.set_attn_implementation(use_products())
    found = small_bert(IDS, attention_mask=MASK).last_hidden_state
    torch.testing.assert_close(found[MASK.bool()], expected[MASK.bool()], atol=1e-5, rtol=1e-4)


def test_the_rounded_copy_gives_its_gradients_to_the_weights_that_are_trained():
    model = nn.Sequential(nn.Linear(8, 8), nn.Linear(8, 1))
    model[0].requires_grad_(False)
    halved = Halved(model)
    inputs = torch.randn(16, 8)
    model(inputs).sum().backward()
    expected = model[1].weight.grad.clone()
    model[1].weight.grad = None
    halved.copy(inputs.bfloat16()).sum().backward()
    halved.collect()
    assert model[0].weight.grad is None
    assert model[1].weight.grad.dtype == torch.float32
    torch.testing.assert_close(model[1].weight.grad, expected, atol=0.05, rtol=0.05)
    with torch.no_grad():
        model[1].weight.add_(1e-4)  # less than the last place of a rounded weight near 1
        model[1].bias.fill_(3.0)
    halved.refresh()
    assert halved.copy[1].bias.item() == 3.0
    assert halved.copy[1].weight.dtype == torch.bfloat16
