"""Average two readers: `python -m training.average A B --out C`, all `.safetensors`.

The mean of the weights before and after a run keeps what the run taught and forgets less of what
was known before: Wortsman et al., Robust fine-tuning of zero-shot models (2022).
"""

import argparse
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor


def average(first: dict[str, Tensor], second: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return the weights between two readers of one shape.

    Args:
        first: Weights by name.
        second: Weights by the same names.
        share: Of the second, 0 to 1.

    Raises:
        ValueError: The readers do not have the same weights.
    """
    shapes = [{name: tensor.shape for name, tensor in one.items()} for one in (first, second)]
    if shapes[0] != shapes[1]:
        raise ValueError("The two readers are not of one shape.")
    return {
        name: (1 - share) * tensor.float() + share * second[name].float()
        for name, tensor in first.items()
    }


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", type=Path, nargs=2, help="weights, .safetensors")
    parser.add_argument("--share", type=float, default=0.5, help="of the second reader")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    one, other = (load_file(path) for path in options.readers)
    save_file(average(one, other, options.share), options.out)


if __name__ == "__main__":
    main()
