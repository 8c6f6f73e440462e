"""How a figure grows with the folder: the power of the size that fits it best, and its name.

A cost of c · size^p is a straight line where both are drawn by their logarithms; p is its slope.
"""

import math
from collections.abc import Sequence

FLAT, LINEAR = 0.15, 1.15
"""Powers up to which a cost counts as flat, and as linear; a fixed share hides in small ones."""


def power(sizes: Sequence[int], costs: Sequence[float]) -> float | None:
    """Return the power by least squares; None of fewer than two sizes, or where one costs nothing.

    Costs in any unit, one for each size.
    """
    if len(set(sizes)) < 2 or not all(cost > 0 for cost in costs):
        return None
    across = [math.log(size) for size in sizes]
    up = [math.log(cost) for cost in costs]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    spread = math.fsum((x - middle) ** 2 for x in across)
    return math.fsum((x - middle) * (y - height) for x, y in zip(across, up, strict=True)) / spread


def kind_of_growth(found: float) -> str:
    """Return what a power is called."""
    if found <= FLAT:
        return "flat"
    if found < 1 - FLAT:
        return "less than linear"
    return "linear" if found <= LINEAR else "worse than linear"
