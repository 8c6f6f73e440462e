"""What photos are shown of over a page: an item of a window, an entry of a patrol, a finding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.photos.photo_mover import Seat

if TYPE_CHECKING:
    from inspector.gui.photos.visit_photos import VisitPhotos


@dataclass(frozen=True, slots=True)
class Subject:
    """`evidence` returns the photos and files as they are now."""

    words: str
    evidence: Callable[[], Sequence[Evidence]]
    acts: "VisitPhotos | None" = None
    """Does what is asked to them. None: they are only looked at, as found beside after."""

    seat: Seat | None = None
    """Where they belong, if they can be moved elsewhere; then `sheet` returns the visit."""

    sheet: Callable[[], InspectionSheet] | None = None
