"""Which columns each part of a line outside the table stands over."""

from collections.abc import Sequence
from math import fsum


def line_spans(widths: Sequence[float], parts: int) -> list[tuple[int, int]]:
    """Cut columns of these widths into runs (first, last) about equally wide, none of them empty.

    Widths are summed exactly: Pythons differ in how they round, and a tie would fall otherwise.
    """
    total, count = fsum(widths), len(widths)
    cuts = [0]
    for part in range(1, parts):
        edges = range(cuts[-1] + 1, count - (parts - part) + 1)
        target = total * part / parts
        cuts.append(min(edges, key=lambda edge: abs(fsum(widths[:edge]) - target)))
    return list(zip(cuts, [*[cut - 1 for cut in cuts[1:]], count - 1], strict=True))
