"""The signature of an inspected site's head, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TypeAlias

Stroke: TypeAlias = tuple[tuple[int, int], ...]
"""Points of one line, x and y in thousandths of the width of the pad it was drawn on."""

PAD_HEIGHT = 400
"""Height of the pad, in thousandths of its width."""

_FEWEST_TO_BEND = 3  # points
_STEPS = 6  # straight pieces from one middle to the next


@dataclass(frozen=True, slots=True)
class Signature:
    """Drawn strokes, or a refusal with its reason. `seal` is that of the record it stands under."""

    signer: str
    strokes: tuple[Stroke, ...]
    refusal: str
    signed_at: datetime
    seal: str

    @property
    def refused(self) -> bool:
        """The head would not sign."""
        return not self.strokes


def curve(stroke: Stroke) -> list[tuple[float, float]]:
    """Return the points of a smooth line through a stroke, close enough to be joined straight.

    Hands move faster than pads report: between the middles of its steps the line is bent
    towards the points (quadratic Bézier curves), and begins and ends where the stroke does.
    """
    if len(stroke) < _FEWEST_TO_BEND:
        return [(float(x), float(y)) for x, y in stroke]
    line = [(float(stroke[0][0]), float(stroke[0][1]))]
    for at, behind in pairwise(stroke[1:]):
        start, end = line[-1], ((at[0] + behind[0]) / 2, (at[1] + behind[1]) / 2)
        line += [_bent(start, at, end, step / _STEPS) for step in range(1, _STEPS + 1)]
    line.append((float(stroke[-1][0]), float(stroke[-1][1])))
    return line


def _bent(
    start: tuple[float, float], towards: tuple[int, int], end: tuple[float, float], part: float
) -> tuple[float, float]:
    one, two, three = (1 - part) ** 2, 2 * part * (1 - part), part**2
    return (  # rounded, or the last bit of it lies beside the pad
        round(one * start[0] + two * towards[0] + three * end[0], 6),
        round(one * start[1] + two * towards[1] + three * end[1], 6),
    )
