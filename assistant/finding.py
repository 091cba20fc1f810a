"""Finding: what was found out about one part of the program."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about a part.

    Attributes:
        part: What it is about: ``encoder``, ``chat model``.
        well: Whether there is nothing wrong with it.
        text: The sentence; of what is wrong it says what to do.
    """

    part: str
    well: bool
    text: str

    def to_json(self) -> dict[str, object]:
        """Return the JSON object that ``thamtop doctor --json`` prints."""
        return asdict(self)
