"""Abstention measures: answering what the sources do not say, refusing what they do.

The two error rates of a reject option: El-Yaniv and Wiener, On the foundations of noise-free
selective classification (2010). Each has its own questions: unanswerable ones for false answers,
answerable ones for false refusals.
"""


def false_answer(abstained: bool) -> float:
    """Return 1 if an unanswerable question was answered; its mean is the false answer rate."""
    return float(not abstained)


def false_refusal(abstained: bool) -> float:
    """Return 1 if an answerable question was refused; its mean is the false refusal rate."""
    return float(abstained)
