"""What photos are shown of: an item of a window, or something a patrol saw."""

from dataclasses import dataclass

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Scorecard


@dataclass(frozen=True, slots=True)
class Subject:
    """`id` is what its evidence carries as item; without `item` a photo moves nowhere else."""

    card: Scorecard
    id: str
    words: str
    item: Item | None = None
