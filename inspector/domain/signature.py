"""The signature of an inspected site's head, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Stroke: TypeAlias = tuple[tuple[int, int], ...]
"""Points of one line, x and y in thousandths of the width of the pad it was drawn on."""

PAD_HEIGHT = 400
"""Height of the pad, in thousandths of its width."""


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
